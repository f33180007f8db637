"""The decisions that make a scenario."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import cached_property, partial
from typing import Any, Final, TypeVar

from cfn_lint_cognito.engine.resolve.conditions import Assertion, Equality, Named, conditions_of
from cfn_lint_cognito.engine.resolve.resolver import Argument, Resolver
from cfn_lint_cognito.engine.scenarios.examples import Example, Possibility, example_near, truth_in
from cfn_lint_cognito.engine.scenarios.representatives import Sides
from cfn_lint_cognito.engine.scenarios.satisfiability import LinkedEqualities, searched
from cfn_lint_cognito.engine.template.once import once_for_each_template
from cfn_lint_cognito.engine.template.parameters import ParameterValue
from cfn_lint_cognito.engine.template.pseudo_parameters import REGION
from cfn_lint_cognito.engine.template.template import Template
from cfn_lint_cognito.engine.values.text import Text, may_equal, one_parameter, without_common_ends
from cfn_lint_cognito.engine.values.truth import Truth, all_of, negated
from cfn_lint_cognito.engine.values.value import text_of

Made = TypeVar("Made")
_FEW_COMBINATIONS: Final = 64
"""How many values of the parameters of an assertion are tried to see whether all of them break it."""


class Undecided(Exception):  # noqa: N818 - a question, not an error
    """A choice that the deployment has not made. `alternatives` are the scenarios that make it, as far as they are possible."""

    def __init__(self, alternatives: Sequence[Scenario]) -> None:
        super().__init__("undecided")
        self.alternatives = alternatives


class Scenario:
    """What one scenario has decided so far; everything else is open.

        parameters   {"Stage": "prod", "AWS::Region": "eu-west-1"}    what parameters (and the region) are
        equalities   {'"prod" = {"Ref": "Stage"}': (Equality, True)}  which Fn::Equals hold, by their key
        given        {"Stage": "prod"}                                which of them the host was given
        ranged       {"AWS::Region"}                                  which of them are looked at value by value
        example      {"Size": "large"}                                what the open ones may be; None where no example is known
        asserted     [Assertion(...)]                                 what CloudFormation asks of the deployment

    A scenario is never changed: each decision makes new ones, and all rules walk the same tree of them.
    """

    def __init__(
        self,
        template: Template,
        given: Mapping[str, ParameterValue],
        parameters: Mapping[str, ParameterValue],
        equalities: Mapping[str, tuple[Equality, bool]],
        ranged: frozenset[str],
        example: Example | None,
        asserted: Sequence[Assertion],
    ) -> None:
        self.template = template
        self.given = given
        self.parameters = parameters
        self.equalities = equalities
        self.ranged = ranged
        self.example = example
        self.asserted = asserted
        self.view: object = None
        """What `view_of` made for it. A view is made of a scenario, so a scenario does not know what views are."""
        self._sides = _known_sides(template)
        self._next: dict[Hashable, list[Scenario]] = {}
        """The scenarios that further decisions made of this one."""
        self._conditions: dict[str, tuple[Truth, Equality | None]] = {}
        self._with_values: dict[tuple[str, ParameterValue], Possibility] = {}

    @classmethod
    def of(
        cls,
        template: Template,
        given: Mapping[str, ParameterValue],
        ranged: frozenset[str],
        asserted: Sequence[Assertion],
    ) -> Scenario:
        """What a template and the given parameters decide, before anything is asked."""
        return cls(template, given, given, {}, ranged, {}, asserted)

    @cached_property
    def _resolver(self) -> Resolver:
        return Resolver(_OnlyDecided(self))

    def sides(self, equality: Equality) -> Sides:
        """What is decided of the two texts that an equality compares."""
        names = self.parameters.keys() if equality.parameters is None else equality.parameters
        seen = equality.key, tuple((name, self.parameters[name]) for name in names if name in self.parameters)
        if seen not in self._sides:
            left, right = (self._resolver.value(written, ()) for written in (equality.left, equality.right))
            self._sides[seen] = _compared(text_of(left), text_of(right))
        return self._sides[seen]

    def truth(self, equality: Equality) -> Truth:
        decided = self.equalities.get(equality.key)
        return may_equal(*self.sides(equality)) if decided is None else decided[1]

    def condition(self, name: str) -> tuple[Truth, Equality | None]:
        """Whether a condition holds; where that is not decided, also the equality that comes first to decide it."""
        if name not in self._conditions:
            self._conditions[name] = conditions_of(self.template).evaluate(Named(name), self.truth)
        return self._conditions[name]

    def can_be(self, name: str, value: ParameterValue) -> bool:
        """Whether a parameter (or the region) can still have `value`."""
        if name in self.parameters:
            return self.parameters[name] == value
        parameter = self.template.parameters_and_region.get(name)
        if parameter is not None and not parameter.accepts(value):
            return False
        decision = name, value
        if decision not in self._with_values:
            decided = self.with_parameter(name, value)
            self._with_values[decision] = self._possibility(decided, frozenset([name]), self.equalities_about(name))
        return self._with_values[decision].is_possible

    def can_be_deployed_with(self, name: str, value: ParameterValue) -> bool:
        """Whether a parameter (or the region) can still have `value`, for CloudFormation too."""
        return self.can_be(name, value) and not (self.asserted and self.with_parameter(name, value).is_rejected)

    def excluded_values(self, name: str) -> tuple[str, ...]:
        """The values that a parameter was decided not to have, each by an equality of it alone."""
        excluded: dict[str, None] = {}
        for equality, holds in self.equalities.values():
            if not holds:
                for here, there in itertools.permutations(self.sides(equality)):
                    if one_parameter(here) == name and there is not None and there.known is not None:
                        excluded[there.known] = None
        return tuple(excluded)

    def ranging(self, name: str, values: Sequence[ParameterValue]) -> list[Scenario]:
        """This scenario once for each of the `values` of a parameter."""
        decision = name, tuple(values)
        if decision not in self._next:
            self._next[decision] = [self.with_parameter(name, value, ranged=True) for value in values]
        return self._next[decision]

    def choices(self, equality: Equality) -> list[Scenario]:
        """This scenario with the equality true and with it false, as far as each is possible."""
        if equality.key not in self._next:
            truth = self._truth_in_example(equality)
            choices = (self._choice(equality, holds, is_in_example=truth is holds) for holds in (True, False))
            self._next[equality.key] = [choice for choice in choices if choice is not None]
        return self._next[equality.key]

    def _choice(self, equality: Equality, holds: bool, is_in_example: bool) -> Scenario | None:
        """This scenario with an equality decided, and what follows; None where that is impossible."""
        choice = self._with_equality(equality, holds)
        if is_in_example:
            choice.example = self.example
        else:
            possibility = self._possibility(choice, equality.parameters, [equality])
            if not possibility.is_possible:
                return None
            choice.example = possibility.example
        return choice._with_what_follows(equality)

    def _possibility(self, decided: Scenario, names: frozenset[str] | None, asked: Sequence[Equality]) -> Possibility:
        """Whether this scenario can be `decided` so, where that is about parameters of some names. `asked` are the equalities of
        which the example of this one may be wrong.
        """
        near = None if self.example is None else example_near(decided, self.example, asked)
        if near is not None:
            return Possibility(True, near)
        new = [equality for equality in asked if equality.key not in self.equalities]
        linked = [*self._linked.about(names), *new]
        found = searched(decided, linked)
        if found.example is None or self.example is None:
            return found._replace(example=None)
        searched_names = frozenset().union(*(equality.names for equality in linked))
        others = {name: value for name, value in self.example.items() if name not in searched_names}
        return found._replace(example={**others, **found.example})

    @cached_property
    def _linked(self) -> LinkedEqualities:
        return LinkedEqualities(self)

    def equalities_about(self, name: str) -> list[Equality]:
        """The decided equalities that a parameter may change."""
        return self._equalities_by_parameter.get(name, self._equalities_by_parameter[None])

    @cached_property
    def _equalities_by_parameter(self) -> dict[str | None, list[Equality]]:
        """By the names of parameters, and for None those that may be about any of them."""
        about: dict[str | None, list[Equality]] = {None: []}
        for equality, _ in self.equalities.values():
            for name in equality.parameters or ():
                about.setdefault(name, [*about[None]]).append(equality)
            if equality.parameters is None:
                for others in about.values():
                    others.append(equality)
        return about

    def with_parameter(self, name: str, value: ParameterValue, ranged: bool = False) -> Scenario:
        ranged_names = self.ranged | {name} if ranged else self.ranged
        known = self._with_values.get((name, value))
        example = None if known is None else known.example
        parameters = {**self.parameters, name: value}
        return Scenario(self.template, self.given, parameters, self.equalities, ranged_names, example, self.asserted)

    def with_parameters(self, values: Mapping[str, ParameterValue]) -> Scenario:
        parameters = {**values, **self.parameters}
        return Scenario(self.template, self.given, parameters, self.equalities, self.ranged, None, self.asserted)

    def _with_equality(self, equality: Equality, holds: bool) -> Scenario:
        equalities = {**self.equalities, equality.key: (equality, holds)}
        return Scenario(self.template, self.given, self.parameters, equalities, self.ranged, None, self.asserted)

    def _with_what_follows(self, equality: Equality) -> Scenario | None:
        """With the parameters of an equality that was just decided, where one value is left for them. None where that value is
        impossible: an earlier equality that cannot be compared with this one may be told by it.
        """
        scenario = self
        holds = self.equalities[equality.key][1]
        for here, there in itertools.permutations(self.sides(equality)):
            name, value = one_parameter(here), None if there is None else there.known
            if name is None or name in scenario.parameters:
                continue
            if name not in self.template.parameters_and_region:
                continue  # Of a pseudo parameter or a resource no more is known than what it was compared with.
            if holds and value is not None:
                possible: list[ParameterValue] = [value]
            else:
                allowed = self.template.parameters_and_region[name].accepted_values
                possible = list(itertools.islice((value for value in allowed if scenario.can_be(name, value)), 2))
            if len(possible) > 1 and holds:
                break  # What is equal has the same values.
            if len(possible) == 1:
                if not scenario.can_be(name, possible[0]):
                    return None
                scenario = scenario.with_parameter(name, possible[0])
        return scenario

    @cached_property
    def is_rejected(self) -> bool:
        """Whether CloudFormation surely rejects this scenario, by the Rules section or because something does not exist."""
        return any(self._breaks(number, each) for number, each in enumerate(self.asserted))

    def _breaks(self, number: int, assertion: Assertion) -> bool:
        """Whether the scenario breaks an assertion. It is asked once for all scenarios that decided the same about it."""
        broken = _known_assertions(self.template)
        linked = self._linked.about(assertion.parameters)
        names = None if assertion.parameters is None else assertion.parameters.union(*(each.names for each in linked))
        values = (each for each in self.parameters.items() if names is None or each[0] in names)
        decided = number, frozenset((each.key, self.equalities[each.key][1]) for each in linked), frozenset(values)
        if decided not in broken:
            compared: list[Equality] = []

            def in_example(equality: Equality) -> Truth:
                compared.append(equality)
                return self._truth_in_example(equality)

            kept_in_example = self._is_broken(assertion, in_example) is False
            is_kept = kept_in_example or (not linked and self._may_be_kept(assertion, compared[:1]))
            broken[decided] = not is_kept and (
                self._is_broken(assertion, self._certain_truth) is True or self._each_value_breaks(number, assertion)
            )
        return broken[decided]

    def _each_value_breaks(self, number: int, assertion: Assertion) -> bool:
        """Whether an assertion cannot hold, since each of the few values that its parameters can still have breaks it: none of its
        equalities need be certain for that.
        """
        declared = self.template.parameters_and_region
        left = [name for name in sorted(assertion.parameters or ()) if name not in self.parameters]
        few = {name: declared[name].accepted_values for name in left if name in declared}
        if not left or len(few) < len(left) or not 0 < math.prod(map(len, few.values())) <= _FEW_COMBINATIONS:
            return False
        values = [value for value in few[left[0]] if self.can_be(left[0], value)]
        return all(self.with_parameter(left[0], value)._breaks(number, assertion) for value in values)

    def _may_be_kept(self, assertion: Assertion, compared: Sequence[Equality]) -> bool:
        """Whether a value keeps an assertion about one parameter, of which nothing is decided: mostly what it is compared with, or
        else another one. To decide each equality of the assertion takes longer.
        """
        name, *others = assertion.parameters or ("",)
        parameter = self.template.parameters_and_region.get(name)
        if others or parameter is None or parameter.is_list or name in self.parameters or self.example is None:
            return False
        texts = (side.known for equality in compared for side in self.sides(equality) if side is not None)
        values = itertools.chain(texts, itertools.islice(parameter.examples(name, ()), 1))
        examples = ({**self.example, name: value} for value in values if value is not None and parameter.accepts(value))
        return any(self._is_broken(assertion, partial(truth_in, example, self)) is False for example in examples)

    def _is_broken(self, assertion: Assertion, known: Callable[[Equality], Truth]) -> Truth:
        evaluate = conditions_of(self.template).evaluate
        asked = True if assertion.condition is None else evaluate(assertion.condition, known)[0]
        return all_of([asked, negated(evaluate(assertion.asserted, known)[0])]) if asked is not False else False

    def _truth_in_example(self, equality: Equality) -> Truth:
        return None if self.example is None else truth_in(self.example, self, equality)

    def _certain_truth(self, equality: Equality) -> Truth:
        """The truth of an equality, also where it follows from the decisions."""
        truth = self.truth(equality)
        if truth is not None:
            return truth
        in_example = self._truth_in_example(equality)
        if self.example is not None and in_example is not None:
            otherwise = self._with_equality(equality, not in_example)
            if example_near(otherwise, self.example, [equality]) is not None:
                return None
        choices = self.choices(equality)
        return choices[0].equalities[equality.key][1] if len(choices) == 1 else None


class _OnlyDecided:
    """What a condition sees of a scenario: only what is decided, no default."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self._made: dict[Hashable, Any] = {}

    @property
    def template(self) -> Template:
        return self.scenario.template

    def parameter(self, name: str) -> Argument | None:
        value = self.scenario.parameters.get(name)
        return None if value is None else Argument(value)

    def parameter_as_key(self, name: str, keys: Sequence[str]) -> ParameterValue | None:
        return self.scenario.parameters.get(name)

    def region(self) -> str | None:
        region = self.scenario.parameters.get(REGION)
        return region if isinstance(region, str) else None

    def condition(self, name: str) -> Truth:
        return None

    def memoized(self, thing: Hashable, make: Callable[[], Made]) -> Made:
        if thing not in self._made:
            self._made[thing] = make()
        made: Made = self._made[thing]
        return made


@once_for_each_template
def _known_sides(template: Template) -> dict[Hashable, Sides]:
    """The texts that equalities compare: many scenarios see the same."""
    return {}


@once_for_each_template
def _known_assertions(template: Template) -> dict[Hashable, bool]:
    """Whether an assertion is broken, by its number and what was decided about it."""
    return {}


def _compared(left: Text | None, right: Text | None) -> Sides:
    """The sides of an equality without what they have in common. An `Fn::Equals` of a parameter alone is so already."""
    if left is None or right is None or (len(left.parts) == 1 and len(right.parts) == 1):
        return left, right
    return without_common_ends(left, right)
