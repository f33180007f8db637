"""How values look in one scenario."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, Final, TypeVar

from cfn_lint_cognito.engine.resolve.functions import IF
from cfn_lint_cognito.engine.resolve.resolver import Argument, Resolver
from cfn_lint_cognito.engine.scenarios.circumstances import Case, Circumstances, NoneOf, Undisclosed
from cfn_lint_cognito.engine.scenarios.decisions import Scenario, Undecided
from cfn_lint_cognito.engine.template.once import once_for_each_template
from cfn_lint_cognito.engine.template.parameters import ParameterValue
from cfn_lint_cognito.engine.template.pseudo_parameters import REGION
from cfn_lint_cognito.engine.template.template import Template
from cfn_lint_cognito.engine.values.truth import Truth
from cfn_lint_cognito.engine.values.value import TemplatePath

Made = TypeVar("Made")
Question = tuple[str, ...]
"""What is asked of a scenario: a kind of question, the name of a condition or parameter, and details."""
Answers = dict[Question, Any]
"""Questions, in the order in which they were asked, with their answers."""
_NOTHING: Final[Answers] = {}
_Possible = dict[str, tuple[ParameterValue, ...]]


class View:
    """The environment of values in one scenario.

    It notes what is asked of the scenario, since that is what tells scenarios apart, and remembers what was made of the
    template together with what was asked for it: all rules look through the same view.
    """

    def __init__(self, scenario: Scenario, is_for_words: bool = False) -> None:
        self.scenario = scenario
        self._is_for_words = is_for_words
        self.resolver = Resolver(self)
        self._answers: Answers = {}
        self._recordings: list[Answers] = []
        self._same_everywhere = _same_everywhere(scenario.template)
        self._remembered: dict[Hashable, tuple[Any, Answers]] = {}
        self.documents: dict[Hashable, Any] = {}
        """The documents of the resources in this scenario, which all rules judge."""

    @property
    def template(self) -> Template:
        return self.scenario.template

    def for_words(self) -> View:
        """The same view with `${Token}` in place of what the NoEcho parameter Token is."""
        return View(self.scenario, is_for_words=True)

    def recording(self, make: Callable[[], Made]) -> tuple[Made, Answers]:
        """What `make` makes, and what it asks of the scenario meanwhile."""
        recorded: Answers = {}
        self._recordings.append(recorded)
        try:
            return make(), recorded or _NOTHING  # One for all that is kept.
        finally:
            self._recordings.pop()

    def memoized(self, thing: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` makes, which is called only the first time. Whoever gets it depends on what it asked."""
        made, answers = self.memoized_with_answers(thing, make)
        self.record(answers)
        return made

    def memoized_with_answers(self, thing: Hashable, make: Callable[[], Made]) -> tuple[Made, Answers]:
        """What is remembered, and what it asked. Whoever uses it notes that."""
        found = self._same_everywhere.get(thing) or self._remembered.get(thing)
        if found is None:
            found = self.recording(make)
            (self._remembered if found[1] else self._same_everywhere)[thing] = found
        return found

    def record(self, answers: Answers) -> None:
        """Notes that somebody depends on these answers."""
        if answers:
            for recorded in self._recordings:
                recorded.update(answers)

    def condition(self, name: str) -> Truth:
        holds: Truth = self._answer(("condition", name))
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
            condition = IF.condition(written[key]) if key == "Fn::If" else None
            taken = None if condition is None else self.condition(condition)
            if taken is not None and path[depth + 1] != IF.index_of_branch(taken):
                return False
            written = written[key]
        return True

    def open_choice(self, answers: Answers) -> list[Scenario]:
        """This scenario once for each value of a parameter that is the key of a mapping, or else of the one parameter whose
        value is open, where no other takes part.
        """
        if not answers:
            return []
        keys, values = self._open_parameters(answers)
        for name, possible in keys.items():
            return self.scenario.ranging(name, possible)
        if not self._takes_part_alone(values, answers):
            return []
        ((name, possible),) = values.items()
        return self.scenario.ranging(name, possible)

    def open_values(self, answers: Answers) -> list[Scenario]:
        """This scenario once for each value of a parameter whose value is open, where others take part.

        Such scenarios do not count on their own: a template that offers one parameter for a number and one for its unit is right,
        and almost every combination of them is not.
        """
        if not answers:
            return []
        keys, values = self._open_parameters(answers)
        if keys or self._takes_part_alone(values, answers):
            return []
        return next((self.scenario.ranging(name, possible) for name, possible in values.items()), [])

    def _open_parameters(self, answers: Answers) -> tuple[_Possible, _Possible]:
        """The parameters of which some values are possible and none was decided: keys of mappings, and values."""
        keys: _Possible = {}
        values: _Possible = {}
        for (kind, name, *rows), answer in answers.items():
            if not kind.startswith("parameter") or name in self.scenario.parameters:
                continue
            allowed = self.template.parameters[name].allowed_values
            if kind == "parameter as key":
                keys[name] = self._possible(name, allowed or rows)
            elif answer is None:
                values[name] = self._possible(name, allowed)
        return _without_empty(keys), _without_empty(values)

    def _takes_part_alone(self, values: _Possible, answers: Answers) -> bool:
        """Whether there is one parameter with an open value, and no other value nor key that is looked at value by value."""
        ranged = self.scenario.ranged - self.scenario.given.keys()
        others = {
            name for kind, name, *_ in answers if kind == "parameter" or (kind == "parameter as key" and name in ranged)
        }
        return len(values) == 1 and others == values.keys()

    def circumstances(self, answers: Answers, conditions: Iterable[str], parameters: Iterable[str]) -> Circumstances:
        """The conditions and parameters that were asked for, with what they are here, and first those conditions that only
        other scenarios asked for (`conditions` are those of all), as far as this one decides them. With two scenarios that ask
        for IsProd and one that asks for HasLogin besides, all three tell both. `parameters` are those that any scenario asked
        for.
        """
        mattering = conditions_among(answers)
        names = [*(name for name in conditions if name not in mattering), *mattering]
        truths = {name: self.scenario.condition(name)[0] for name in names}
        holds = {name: truth for name, truth in truths.items() if truth is not None}
        several_regions = len(self.template.regions) > 1
        asked_for = {name for _, name, *_ in answers}
        ranged = {
            name: self._as_text(name, value)
            for name in sorted(self.scenario.ranged & asked_for)
            if (value := self._parameter_or_default(name)) is not None and (name != REGION or several_regions)
        }
        left_over = {
            name: known
            for name in parameters
            if name not in ranged and name not in holds and (known := self._known_of(name, answers)) is not None
        }
        return Circumstances({**holds, **ranged}, left_over)

    def values_since(self, before: Scenario) -> Case:
        """The values of parameters that are looked at value by value here, and were not in a scenario before."""
        names = sorted(self.scenario.ranged - before.ranged)
        return {name: self._as_text(name, self.scenario.parameters[name]) for name in names}

    def _known_of(self, name: str, answers: Answers) -> str | NoneOf | None:
        """What this scenario says of a parameter: its value, or some that it has not."""
        decided = self.scenario.parameters.get(name)
        if decided is None and name != REGION:
            asked = next((answer for (_, about, *_), answer in answers.items() if about == name), None)
            decided = asked.value if isinstance(asked, Argument) else asked
        if decided is not None:
            return self._as_text(name, decided)
        values = self.scenario.excluded_values(name)
        return NoneOf(tuple(self._as_text(name, value) for value in values)) if values else None

    def _as_text(self, name: str, value: ParameterValue) -> str:
        text = ", ".join(value) if isinstance(value, tuple) else value
        return Undisclosed(text) if name in self.template.secret_parameters else text

    def _answer(self, question: Question) -> Any:
        if question not in self._answers:
            kind, *about = question
            self._answers[question] = _QUESTIONS[str(kind)](self, *about)
        answer = self._answers[question]
        for recorded in self._recordings:
            recorded[question] = answer
        return answer

    def _decided_condition(self, name: str) -> Truth:
        holds, open_equality = self.scenario.condition(name)
        if open_equality is not None:
            raise Undecided(self.scenario.choices(open_equality))
        return holds

    def _decided_parameter(self, name: str) -> Argument | None:
        argument = self._argument(name)
        if argument is None or not self._is_for_words or not self.template.parameters[name].is_secret:
            return argument
        shown = f"${{{name}}}"
        return argument._replace(value=shown if isinstance(argument.value, str) else (shown,) * len(argument.value))

    def _argument(self, name: str) -> Argument | None:
        decided = self.scenario.parameters.get(name)
        if decided is not None:
            given = "given for" if name in self.scenario.given else "of"
            return Argument(decided, f"the value {given} parameter {name}")
        default = self._possible_default(name)
        if default is None:
            return None
        written = ("Parameters", name, "Default")
        source = f"the Default of parameter {name}{self.template.about_defaults}"
        return Argument(default, source, written)

    def _decided_key(self, name: str, *keys: str) -> ParameterValue | None:
        decided = self.scenario.parameters.get(name)
        return self._possible_default(name) if decided is None else decided

    def _decided_region(self, name: str) -> str | None:
        decided = self.scenario.parameters.get(name)
        if isinstance(decided, str):
            return decided
        possible = self._possible(name, self.template.regions)
        if not possible:
            return None
        raise Undecided(self.scenario.ranging(name, possible))

    def _possible_default(self, name: str) -> ParameterValue | None:
        default = self.template.parameters[name].default
        return default if default is not None and self.scenario.can_be_deployed_with(name, default) else None

    def _possible(self, name: str, values: Sequence[ParameterValue]) -> tuple[ParameterValue, ...]:
        return tuple(value for value in values if self.scenario.can_be_deployed_with(name, value))

    def _parameter_or_default(self, name: str) -> ParameterValue | None:
        parameter = self.template.parameters.get(name)
        return self.scenario.parameters.get(name, None if parameter is None else parameter.default)


_QUESTIONS: Mapping[str, Callable[..., Any]] = {
    "condition": View._decided_condition,
    "parameter": View._decided_parameter,
    "parameter as key": View._decided_key,
    "region": View._decided_region,
}


def view_of(scenario: Scenario) -> View:
    """The one view of a scenario."""
    if not isinstance(scenario.view, View):
        scenario.view = View(scenario)
    return scenario.view


def _without_empty(possible: _Possible) -> _Possible:
    return {name: values for name, values in possible.items() if values}


def parameters_among(answers: Answers) -> list[str]:
    """The parameters that were asked for, and the region."""
    return list(dict.fromkeys(name for kind, name, *_ in answers if kind != "condition"))


@once_for_each_template
def _same_everywhere(template: Template) -> dict[Hashable, tuple[Any, Answers]]:
    """What was made of the template without asking the scenario anything."""
    return {}


def conditions_among(answers: Answers) -> list[str]:
    """The conditions that were asked for."""
    return [name for kind, name, *_ in answers if kind == "condition"]
