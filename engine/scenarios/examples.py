"""Examples of scenarios: values of the parameters that make everything true that was decided.

A scenario that has an example is possible, and nothing need be searched to know it. The next decision mostly needs another
value for one parameter of it, or none.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from cfn_lint_cognito.engine.resolve.conditions import Equality
from cfn_lint_cognito.engine.scenarios.decided import Decided
from cfn_lint_cognito.engine.scenarios.representatives import Sides, holes_of
from cfn_lint_cognito.engine.template.parameters import ParameterValue
from cfn_lint_cognito.engine.template.pseudo_parameters import DECIDED_BY, REGION, of_region
from cfn_lint_cognito.engine.values.text import REF, Hole, Text, may_equal, one_parameter
from cfn_lint_cognito.engine.values.truth import Truth

Example = Mapping[str, ParameterValue]

_MOST_STEPS: Final = 80
"""How many values are tried to find an example near another one; whoever finds none has to search."""


class Possibility(NamedTuple):
    """Whether a scenario is possible, and an example of it, if one is known.

    What cannot be told counts as possible. Then an example need not make everything true, but nothing that it tells is wrong.
    """

    is_possible: bool
    example: Example | None = None


def truth_in(example: Example, scenario: Decided, equality: Equality) -> Truth:
    """Whether an equality holds for an example; None where that cannot be told."""
    return _truth(example, scenario, equality, scenario.sides(equality))


def _truth(example: Example, scenario: Decided, equality: Equality, sides: Sides) -> Truth:
    left, right = _only_value(sides[0], example), _only_value(sides[1], example)
    if left is not None and right is not None:
        return left == right
    if any(hole.is_opaque for hole in holes_of(sides)):
        sides = scenario.with_parameters(example).sides(equality)
    return may_equal(*(_with_values(text, example) for text in sides))


def example_near(scenario: Decided, example: Example, asked: Iterable[Equality]) -> Example | None:
    """An example of a scenario, made of one that may be wrong about the equalities that are `asked`. None where none is found,
    which does not say that there is none.
    """
    return _Repair(scenario).repaired(example, list(asked), frozenset())


class _Repair:
    def __init__(self, scenario: Decided) -> None:
        self._scenario = scenario
        self._parameters = scenario.template.parameters_and_region
        self._steps = iter(range(_MOST_STEPS))
        self._known_sides: dict[str, Sides] = {}

    def _sides(self, equality: Equality) -> Sides:
        sides = self._known_sides.get(equality.key)
        if sides is None:
            sides = self._known_sides[equality.key] = self._scenario.sides(equality)
        return sides

    def repaired(self, example: Example, asked: list[Equality], changed: frozenset[str]) -> Example | None:
        """The example with other values, for as many parameters as it takes to make the `asked` equalities right."""
        while asked and self._is_right(asked[-1], example):
            asked.pop()
        if not asked:
            return example
        equality = asked[-1]
        for name in self._names(equality, changed):
            equal = self._equal_to(name)
            for value in self._values(name, equality, example):
                if next(self._steps, None) is None:
                    return None
                if not all(self._can_be(each, value) for each in equal):
                    continue
                also_asked = {each.key: each for one in equal for each in self._scenario.equalities_about(one)}
                found = self.repaired(
                    {**example, **dict.fromkeys(equal, value)}, [*asked, *also_asked.values()], changed | equal.keys()
                )
                if found is not None:
                    return found
        return None

    def _is_right(self, equality: Equality, example: Example) -> bool:
        truth = _truth(example, self._scenario, equality, self._sides(equality))
        return truth is self._scenario.equalities[equality.key][1]

    def _names(self, equality: Equality, changed: frozenset[str]) -> list[str]:
        """The parameters of an equality that are open and were not changed, first those of which the least depends."""
        names = {hole.name for hole in holes_of(self._sides(equality)) if hole.kind == REF}
        names |= equality.parameters or frozenset()
        names = (names - changed - self._scenario.parameters.keys()) & self._parameters.keys()
        return sorted(names, key=lambda name: (len(self._scenario.equalities_about(name)), name))

    def _equal_to(self, name: str) -> dict[str, None]:
        """A parameter, and those that were decided to be equal to it, directly or through others."""
        equal, pending = {name: None}, [name]
        while pending:
            for equality in self._scenario.equalities_about(pending.pop()):
                if not self._scenario.equalities[equality.key][1]:
                    continue
                one, other = map(one_parameter, self._sides(equality))
                if one is not None and other is not None:
                    new = [each for each in (one, other) if each not in equal]
                    equal.update(dict.fromkeys(new))
                    pending += new
        return equal

    def _values(self, name: str, equality: Equality, example: Example) -> list[str]:
        """Other values of a parameter, where an equality would be right with them as far as it shows."""
        holds = self._scenario.equalities[equality.key][1]
        equal = self._equal_value(name, equality, example)
        if equal is not None and holds:
            possible = [equal]
        else:
            compared = [value for value in (equal, *example.values()) if isinstance(value, str)]
            possible = [*self._parameters[name].examples(name, compared)]
        return [value for value in possible if value != example.get(name) and (holds or value != equal)]

    def _can_be(self, name: str, value: str) -> bool:
        parameter = self._parameters.get(name)
        return parameter is not None and not parameter.is_list and parameter.accepts(value)

    def _equal_value(self, name: str, equality: Equality, example: Example) -> str | None:
        """What makes the sides of an equality equal, where a parameter is one of them."""
        for here, there in itertools.permutations(self._sides(equality)):
            if one_parameter(here) == name:
                other = _with_values(there, example)
                return None if other is None else other.known
        return None


def _only_value(text: Text | None, example: Example) -> str | None:
    """What a text is in an example, where it is one parameter or has none."""
    if text is None or len(text.parts) != 1:
        return None
    (only,) = text.parts
    value = only if isinstance(only, str) else example.get(only.name) if only.kind == REF else None
    return value if isinstance(value, str) else None


def _with_values(text: Text | None, example: Example) -> Text | None:
    """What a text is in an example; None where a value in it is a list."""
    if text is None or all(isinstance(part, str) for part in text.parts):
        return text
    parts: list[str | Hole] = []
    for part in text.parts:
        value = _value_of(part.name, example) if isinstance(part, Hole) and part.kind == REF else None
        if isinstance(value, tuple):
            return None
        parts.append(part if value is None else value)
    return Text.joined(parts)


def _value_of(name: str, example: Example) -> ParameterValue | None:
    region = example.get(REGION)
    return of_region(name, region) if name in DECIDED_BY and isinstance(region, str) else example.get(name)
