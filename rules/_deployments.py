"""Which deployments a template can make, as far as the values in question depend on them.

A deployment is a set of decisions: what parameters are, which equalities of the Conditions hold. Resolution runs as if
everything were decided; where it meets a choice that is not, it raises `Undecided` with the decisions that remain
possible, and is run again for each of them. So only what is really read makes deployments, and each is consistent.
"""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache, partial
from typing import Any, Final, Generic, NamedTuple, TypeVar

from cfn_lint_cognito._conditions import Equality, Named
from cfn_lint_cognito._intrinsics import Argument, Intrinsics
from cfn_lint_cognito._memory import Asked, Question
from cfn_lint_cognito._template import REGION, ParameterValue, Template, TemplatePath
from cfn_lint_cognito._trials import Sides, holes_of, values_to_try
from cfn_lint_cognito._values import Hole, Text, may_equal, text_of, without_common_ends

MOST_DEPLOYMENTS: Final = 128
"""How many deployments are judged for one rule and one resource, or one aspect of it; the rest are not."""
_MOST_DECISIONS: Final = 8 * MOST_DEPLOYMENTS
_MOST_TRIALS: Final = 200
"""How many values of parameters are tried to see whether some decisions contradict each other."""

Result = TypeVar("Result")
Circumstances = Mapping[str, bool | str]
"""What tells a deployment apart, in the order it was asked: conditions (whether they hold), parameters (their value)."""


class Judged(Generic[Result]):
    """What was made of one deployment."""

    def __init__(self, circumstances: Circumstances, result: Result, deployment: Deployment) -> None:
        self.circumstances = circumstances
        self.result = result
        self.deployment = deployment


class Undecided(Exception):  # noqa: N818 - a question, not an error
    """A choice that the deployment has not made."""

    def __init__(self, alternatives: Sequence[Deployment]) -> None:
        super().__init__("undecided")
        self.alternatives = alternatives


class Deployment:
    """The decisions of one deployment. `parameters` holds the region too, under `AWS::Region`; `given` are
    those that cfn-lint was given, `ranged` those whose value is one of several that are looked at one after the other.
    """

    def __init__(
        self,
        template: Template,
        given: Mapping[str, ParameterValue],
        parameters: Mapping[str, ParameterValue],
        equalities: Mapping[str, tuple[Equality, bool]],
        ranged: frozenset[str],
        texts: dict[Hashable, Sides],
    ) -> None:
        self.template = template
        self.given = given
        self.parameters = parameters
        self.equalities = equalities
        self.ranged = ranged
        self._texts = texts
        """What was found of the sides of equalities, shared by the deployments that are made of this one."""
        self._made: dict[Hashable, list[Deployment]] = {}
        """The deployments that were made of this one. All rules walk the same tree of them."""
        self._conditions: dict[str, tuple[bool | None, Equality | None]] = {}
        self._kept: dict[Hashable, Any] = {}

    @classmethod
    def of(cls, template: Template, given: Mapping[str, ParameterValue], ranged: frozenset[str]) -> Deployment:
        """What a template and the given parameters decide, before anything is asked."""
        return cls(template, given, given, {}, ranged, {})

    @cached_property
    def view(self) -> View:
        """How values look in this deployment. All rules look at them through the same view."""
        return View(self)

    @cached_property
    def _intrinsics(self) -> Intrinsics:
        return Intrinsics(_Decided(self))

    def once(self, thing: Hashable, make: Callable[[], Result]) -> Result:
        """What `make` makes for this deployment. It is called only the first time."""
        if thing not in self._kept:
            self._kept[thing] = make()
        kept: Result = self._kept[thing]
        return kept

    def _sides(self, equality: Equality) -> Sides:
        """What is decided of the two texts that an equality compares."""
        names = self.parameters.keys() if equality.parameters is None else equality.parameters
        seen = equality.key, tuple((name, self.parameters[name]) for name in names if name in self.parameters)
        if seen not in self._texts:
            left, right = (self._intrinsics.value(written, ()) for written in (equality.left, equality.right))
            self._texts[seen] = _compared(text_of(left), text_of(right))
        return self._texts[seen]

    def truth(self, equality: Equality) -> bool | None:
        decided = self.equalities.get(equality.key)
        return may_equal(*self._sides(equality)) if decided is None else decided[1]

    def allows(self, name: str, value: ParameterValue) -> bool:
        """Whether a parameter (or the region) can still have `value`."""
        if name in self.parameters:
            return self.parameters[name] == value
        parameter = self.template.parameters.get(name)
        if parameter is not None and not parameter.accepts(value):
            return False
        return self._with_parameter(name, value)._is_possible(self._concerned(frozenset([name])))

    def may_have(self, name: str, value: ParameterValue) -> bool:
        """Whether a parameter (or the region) can still have `value`, for the Rules section too."""
        if not self.allows(name, value):
            return False
        return not self.template.assertions or not self._with_parameter(name, value).breaks_an_assertion

    def ranging(self, name: str, values: Sequence[ParameterValue]) -> list[Deployment]:
        """This deployment once for each of the `values` of a parameter."""
        made = name, tuple(values)
        if made not in self._made:
            self._made[made] = [self._with_parameter(name, value, ranged=True) for value in values]
        return self._made[made]

    def choices(self, equality: Equality) -> list[Deployment]:
        """This deployment with the equality true and with it false, as far as each is possible."""
        if equality.key not in self._made:
            choices = (self._with_equality(equality, holds) for holds in (True, False))
            concerned = [*self._concerned(equality.parameters), equality]
            self._made[equality.key] = [
                choice._with_what_follows(equality) for choice in choices if choice._is_possible(concerned)
            ]
        return self._made[equality.key]

    def condition(self, name: str) -> tuple[bool | None, Equality | None]:
        """Whether a condition holds; where that is not decided, also the equality that comes first to decide it."""
        if name not in self._conditions:
            self._conditions[name] = self.template.conditions.evaluate(Named(name), self.truth)
        return self._conditions[name]

    def _with_parameter(self, name: str, value: ParameterValue, ranged: bool = False) -> Deployment:
        parameters = {**self.parameters, name: value}
        ranged_names = self.ranged | {name} if ranged else self.ranged
        return Deployment(self.template, self.given, parameters, self.equalities, ranged_names, self._texts)

    def _with_equality(self, equality: Equality, holds: bool) -> Deployment:
        equalities = {**self.equalities, equality.key: (equality, holds)}
        return Deployment(self.template, self.given, self.parameters, equalities, self.ranged, self._texts)

    def _with_what_follows(self, equality: Equality) -> Deployment:
        """With the parameters of an equality that was just decided, where one value is left for them."""
        deployment = self
        holds = self.equalities[equality.key][1]
        for here, there in itertools.permutations(self._sides(equality)):
            name, value = _parameter_of(here), None if there is None else there.known
            if name is None or name in deployment.parameters:
                continue
            if name != REGION and name not in self.template.parameters:
                continue  # Of a pseudo parameter or a resource no more is known than what it was compared with.
            if holds and value is not None:
                deployment = deployment._with_parameter(name, value)
                continue
            parameter = self.template.parameters.get(name)
            allowed = () if parameter is None else parameter.allowed_values
            possible = list(itertools.islice((value for value in allowed if deployment.allows(name, value)), 2))
            if len(possible) == 1:
                deployment = deployment._with_parameter(name, possible[0])
        return deployment

    def _concerned(self, names: frozenset[str] | None) -> list[Equality]:
        """The decided equalities that what is decided about some parameters can contradict, through others too."""
        open_names, left, concerned = names, [equality for equality, _ in self.equalities.values()], []
        while left:
            linked = [equality for equality in left if _share(open_names, equality.parameters)]
            if not linked:
                break
            concerned += linked
            left = [equality for equality in left if equality not in linked]
            for equality in linked:
                open_names = _together(open_names, equality.parameters)
            open_names = open_names and open_names - self.parameters.keys()
        return concerned

    def _is_possible(self, concerned: Sequence[Equality], trials: Iterator[int] | None = None) -> bool:
        """Whether some values of the parameters make these equalities what they were decided to be.

        Parameters with AllowedValues are tried with them, others with what the equalities tell apart. Where that cannot be
        told, or takes too many trials, everything that no equality forbids is possible.
        """
        trials = iter(range(_MOST_TRIALS)) if trials is None else trials
        sides = [self._sides(equality) for equality in concerned]
        decided = [self.equalities[equality.key][1] for equality in concerned]
        if not _is_consistent(list(zip(sides, decided, strict=True)), self.template):
            return False
        name, values = self._next_to_try(concerned, sides)
        if name is None or next(trials, None) is None:
            return True
        return any(self._with_parameter(name, value)._is_possible(concerned, trials) for value in values)

    def _next_to_try(self, concerned: Sequence[Equality], sides: Sequence[Sides]) -> tuple[str | None, Sequence[str]]:
        """A parameter (or the region) whose value is open and matters, with the values to try."""
        free: dict[str, None] = {}
        for equality, texts in zip(reversed(concerned), reversed(sides), strict=True):
            if all(text is not None and text.known is not None for text in texts):
                continue
            names = {hole.name for hole in holes_of(texts) if hole.kind == "Ref"} | (equality.parameters or frozenset())
            for name in sorted(names - self.parameters.keys()):
                parameter = self.template.parameters.get(name)
                if parameter is not None and parameter.allowed_values:
                    return name, parameter.allowed_values
                if parameter is not None or name == REGION:
                    free[name] = None
        one_text = len(concerned) == 1 and not any(hole.kind == "as written" for hole in holes_of(sides[0]))
        for name in () if one_text else free:
            values = values_to_try(name, concerned, sides, self.template)
            if values is not None:
                return name, values
        return None, ()

    @cached_property
    def is_certain(self) -> bool:
        """Whether it is known how the decided equalities hang together. Two that depend on one parameter in ways that cannot
        be compared (`Fn::Join` and `Fn::Select` of one list) may exclude each other.
        """
        decided = [equality for equality, _ in self.equalities.values()]
        return all(self._can_compare(one, other) for one, other in itertools.combinations(decided, 2))

    def _can_compare(self, one: Equality, other: Equality) -> bool:
        shared = one.names & other.names - self.parameters.keys()
        pair, sides = [one, other], [self._sides(one), self._sides(other)]
        if not shared or not frozenset.isdisjoint(*map(holes_of, sides)):
            return True
        return any(values_to_try(name, pair, sides, self.template) is not None for name in shared)

    @cached_property
    def breaks_an_assertion(self) -> bool:
        """Whether the Rules section surely stops this deployment."""
        evaluate = self.template.conditions.evaluate
        return any(
            evaluate(assertion.asserted, self._certain_truth)[0] is False
            and (assertion.condition is None or evaluate(assertion.condition, self._certain_truth)[0] is True)
            for assertion in self.template.assertions
        )

    def _certain_truth(self, equality: Equality) -> bool | None:
        """The truth of an equality, also where it follows from the decisions."""
        truth = self.truth(equality)
        if truth is not None:
            return truth
        choices = self.choices(equality)
        return choices[0].equalities[equality.key][1] if len(choices) == 1 else None


class _Decided(NamedTuple):
    """The environment of a condition: only what is decided counts, no default."""

    deployment: Deployment

    @property
    def template(self) -> Template:
        return self.deployment.template

    def parameter(self, name: str) -> Argument | None:
        value = self.deployment.parameters.get(name)
        return None if value is None else Argument(value)

    def parameter_as_key(self, name: str, keys: Sequence[str]) -> ParameterValue | None:
        return self.deployment.parameters.get(name)

    def region(self) -> str | None:
        region = self.deployment.parameters.get(REGION)
        return region if isinstance(region, str) else None

    def condition(self, name: str) -> bool | None:
        return None

    def remembered(self, thing: Hashable, make: Callable[[], Result]) -> Result:
        return self.deployment.once(thing, make)


class View:
    """The environment of values in one deployment. It notes what is asked, since that is what tells deployments apart."""

    def __init__(self, deployment: Deployment) -> None:
        self.deployment = deployment
        self.intrinsics = Intrinsics(self)
        self._answers: Asked = {}
        self._notes: list[Asked] = []

    @property
    def template(self) -> Template:
        return self.deployment.template

    def noting(self, make: Callable[[], Result]) -> tuple[Result, Asked]:
        """What `make` makes, and what it asks of the deployment meanwhile."""
        asked: Asked = {}
        self._notes.append(asked)
        try:
            return make(), asked
        finally:
            self._notes.pop()

    def remembered(self, thing: Hashable, make: Callable[[], Result]) -> Result:
        """What `make` makes. It is called only if it has not been with the same answers to what it asks the deployment."""
        made, asked = self.recollected(thing, make)
        self.note(asked)
        return made

    def recollected(self, thing: Hashable, make: Callable[[], Result]) -> tuple[Result, Asked]:
        """What is `remembered`, and what is asked for it."""
        memory = self.template.memory
        return memory.recall(thing, self._answer) or memory.keep(thing, *self.noting(make))

    def note(self, asked: Asked) -> None:
        if asked:
            for noted in self._notes:
                noted.update(asked)

    def condition(self, name: str) -> bool | None:
        holds: bool | None = self._answer(("condition", name))
        return holds

    def parameter(self, name: str) -> Argument | None:
        argument: Argument | None = self._answer(("parameter", name))
        return argument

    def parameter_as_key(self, name: str, keys: Sequence[str]) -> ParameterValue | None:
        value: ParameterValue | None = self._answer(("parameter as key", name, *keys))
        return value

    def region(self) -> str | None:
        region: str | None = self._answer(("region", REGION))
        return region

    def _answer(self, question: Question) -> Any:
        if question not in self._answers:
            kind, *about = question
            self._answers[question] = _QUESTIONS[str(kind)](self, *about)
        answer = self._answers[question]
        for noted in self._notes:
            noted[question] = answer
        return answer

    def _decided_condition(self, name: str) -> bool | None:
        holds, open_equality = self.deployment.condition(name)
        if open_equality is not None:
            raise Undecided(self.deployment.choices(open_equality))
        return holds

    def assume(self, condition: str | None) -> bool:
        """Whether the resource in question is deployed, given its own condition. No message needs to mention that one."""
        return condition is None or self._answer(("own condition", condition)) is not False

    def exists(self, condition: str | None) -> bool:
        """Whether something with that condition is deployed; one whose condition cannot be told counts as deployed."""
        return condition is None or self.condition(condition) is not False

    def reaches(self, path: TemplatePath) -> bool:
        """Whether what stands at a path of the template is deployed: its resource or output, and every `Fn::If` above it."""
        written: Any = self.template.document
        for depth, key in enumerate(path):
            own_condition = written.get("Condition") if depth == 2 else None
            if isinstance(own_condition, str) and not self.exists(own_condition):
                return False
            if key == "Fn::If" and isinstance(written[key], list) and isinstance(written[key][0], str):
                taken = self.condition(written[key][0])
                if taken is not None and path[depth + 1] != (1 if taken else 2):
                    return False
            written = written[key]
        return True

    def _decided_parameter(self, name: str) -> Argument | None:
        decided = self.deployment.parameters.get(name)
        if decided is not None:
            given = "given for" if name in self.deployment.given else "of"
            return Argument(decided, f"the value {given} parameter {name}", others=self._others(name, decided))
        default = self._possible_default(name)
        if default is None:
            return None
        written = ("Parameters", name, "Default")
        return Argument(default, f"the Default of parameter {name}", written, self._others(name, default))

    def _others(self, name: str, value: ParameterValue) -> tuple[str, ...]:
        return tuple(other for other in self.template.parameters[name].allowed_values if other != value)

    def _decided_key(self, name: str, *keys: str) -> ParameterValue | None:
        decided = self.deployment.parameters.get(name)
        return self._possible_default(name) if decided is None else decided

    def _decided_region(self, name: str) -> str | None:
        decided = self.deployment.parameters.get(name)
        if isinstance(decided, str):
            return decided
        possible = self._possible(name, self.template.regions)
        if not possible:
            return None
        raise Undecided(self.deployment.ranging(name, possible))

    def _possible_default(self, name: str) -> ParameterValue | None:
        default = self.template.parameters[name].default
        return default if default is not None and self.deployment.may_have(name, default) else None

    def ranges(self, asked: Asked) -> list[Deployment]:
        """This deployment once for each value of the one parameter whose value is open and matters.

        Values of several parameters are never multiplied: a template that offers one parameter for a number and one for
        its unit is right, and almost every combination of them is not.
        """
        candidates: dict[str, tuple[ParameterValue, ...]] = {}
        as_values: set[str] = set()
        as_keys: set[str] = set()
        for (kind, name, *keys), answer in asked.items():
            if kind == "parameter":
                as_values.add(name)
            if name in self.deployment.parameters or not kind.startswith("parameter"):
                continue
            allowed = self.template.parameters[name].allowed_values
            if kind == "parameter as key":
                as_keys.add(name)
                candidates[name] = self._possible(name, allowed or keys)
            elif answer is None:
                candidates[name] = self._possible(name, allowed)
        open_names = [name for name, values in candidates.items() if values]
        if len(open_names) != 1 or (len(as_values) > 1 and as_keys.isdisjoint(open_names)):
            return []
        return self.deployment.ranging(open_names[0], candidates[open_names[0]])

    def _possible(self, name: str, values: Sequence[ParameterValue]) -> tuple[ParameterValue, ...]:
        return tuple(value for value in values if self.deployment.may_have(name, value))

    def circumstances(self, asked: Asked, elsewhere: Iterable[str]) -> Circumstances:
        """What of the deployment mattered, whether the resource itself is deployed left out. Before that stands what it
        decides of the conditions that matter `elsewhere`, in other deployments.
        """
        assumed = {name for kind, name, *_ in asked if kind == "own condition"}
        mattering = _conditions_in(asked)
        names = [*(name for name in elsewhere if name not in mattering), *mattering]
        truths = {name: self.deployment.condition(name)[0] for name in names if name not in assumed}
        conditions = {name: holds for name, holds in truths.items() if holds is not None}
        several_regions = len(self.template.regions) > 1
        asked_for = {name for _, name, *_ in asked}
        ranged = {name: self._parameter_or_default(name) for name in self.deployment.ranged & asked_for}
        values = {
            name: ", ".join(value) if isinstance(value, tuple) else value
            for name, value in sorted(ranged.items())
            if value is not None and (name != REGION or several_regions)
        }
        return {**conditions, **values}

    def _parameter_or_default(self, name: str) -> ParameterValue | None:
        parameter = self.template.parameters.get(name)
        return self.deployment.parameters.get(name, None if parameter is None else parameter.default)


_QUESTIONS: Mapping[str, Callable[..., Any]] = {
    "condition": View._decided_condition,
    "own condition": View._decided_condition,
    "parameter": View._decided_parameter,
    "parameter as key": View._decided_key,
    "region": View._decided_region,
}


def _conditions_in(asked: Asked) -> list[str]:
    return [name for kind, name, *_ in asked if kind == "condition"]


def deployments(template: Template, judge: Callable[[View], Result | None]) -> list[Judged[Result]]:
    """What `judge` makes of every deployment that counts; None from `judge` leaves a deployment out. There are none where it
    objects to nothing in any of them.

    After each deployment that is judged the oldest open choice comes next, so that each condition is soon seen both ways:
    where there are too many deployments for all to be judged, those that are differ as much as they can.
    """
    judged: list[tuple[View, Asked, Result]] = []
    pending = deque(_roots(template))
    take = pending.popleft
    for _ in range(_MOST_DECISIONS):
        if not pending or len(judged) == MOST_DEPLOYMENTS:
            break
        view = take().view
        take = pending.pop
        if view.deployment.breaks_an_assertion:
            continue
        try:
            result, asked = view.noting(partial(judge, view))
        except Undecided as choice:
            pending.extend(reversed(choice.alternatives))
            continue
        ranges = view.ranges(asked)
        if ranges:
            pending.extend(reversed(ranges))
            continue
        take = pending.popleft
        if result is not None:
            judged.append((view, asked, result))
    if not any(result for _, _, result in judged):
        return []
    conditions = dict.fromkeys(name for _, asked, _ in judged for name in _conditions_in(asked))
    return [Judged(view.circumstances(asked, conditions), result, view.deployment) for view, asked, result in judged]


@lru_cache(maxsize=1)
def _roots(template: Template) -> list[Deployment]:
    several = [_given_values(template, given) for given in template.given or ({},)]
    names = frozenset(itertools.chain.from_iterable(several))
    differing = frozenset(name for name in names if len({given.get(name) for given in several}) > 1)
    return [Deployment.of(template, given, differing) for given in several]


def _given_values(template: Template, given: Mapping[str, Any]) -> dict[str, ParameterValue]:
    values = {
        name: parameter.value_of(given[name])
        for name, parameter in template.parameters.items()
        if name in given and not parameter.is_stored
    }
    return {name: value for name, value in values.items() if value is not None}


def _parameter_of(text: Text | None) -> str | None:
    """The parameter (or the region) that a text is, and nothing else."""
    if text is None or len(text.parts) != 1:
        return None
    (part,) = text.parts
    return part.name if isinstance(part, Hole) and part.kind == "Ref" else None


def _compared(left: Text | None, right: Text | None) -> Sides:
    """The sides of an equality without what they have in common. An `Fn::Equals` of a parameter alone is so already."""
    if left is None or right is None or (len(left.parts) == 1 and len(right.parts) == 1):
        return left, right
    return without_common_ends(left, right)


def _share(some: frozenset[str] | None, others: frozenset[str] | None) -> bool:
    return some is None or others is None or not some.isdisjoint(others)


def _together(some: frozenset[str] | None, others: frozenset[str] | None) -> frozenset[str] | None:
    return None if some is None or others is None else some | others


def _is_consistent(decided: Sequence[tuple[Sides, bool]], template: Template) -> bool:
    """Whether texts can be equal and different as decided, for all that can be told without trying values."""
    equal: dict[Text, set[Text]] = {}
    for (left, right), holds in decided:
        if holds and left is not None and right is not None:
            together = equal.get(left, {left}) | equal.get(right, {right})
            equal.update(dict.fromkeys(together, together))
    if any(not holds and left is not None and right in equal.get(left, {left}) for (left, right), holds in decided):
        return False
    return all(_can_be_equal(together, template) for together in equal.values())


def _can_be_equal(texts: set[Text], template: Template) -> bool:
    if any(may_equal(one, other) is False for one, other in itertools.combinations(texts, 2)):
        return False
    parameters = [template.parameters[name] for text in texts if (name := _parameter_of(text)) in template.parameters]
    known = (text.known for text in texts)
    return all(parameter.accepts(value) for value in known if value is not None for parameter in parameters)
