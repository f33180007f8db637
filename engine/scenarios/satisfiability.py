"""Which decisions go together: whether some values of the parameters make all of them true.

Decisions are about equalities (`Fn::Equals`). Those that depend on one parameter, directly or through others, are *linked*:
only they can contradict each other.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cfn_lint_cognito.engine.resolve.conditions import Equality, conditions_of
from cfn_lint_cognito.engine.scenarios.decided import Decided
from cfn_lint_cognito.engine.scenarios.examples import Possibility
from cfn_lint_cognito.engine.scenarios.representatives import Sides, holes_of, representatives
from cfn_lint_cognito.engine.template.once import once_for_each_template
from cfn_lint_cognito.engine.template.template import Template
from cfn_lint_cognito.engine.values.text import REF, Text, may_equal, one_parameter

_MOST_TRIALS: Final = 200
"""How many values of parameters are tried to see whether some decisions contradict each other; fewer, where each trial looks at
more than `_FEW` decisions.
"""
_MOST_TRIALS_FOR_A_TEMPLATE: Final = 4000
"""How many are tried for all decisions about a template, about a second. Templates that people write take a few dozens."""
_FEW: Final = 40

_IMPOSSIBLE: Final = Possibility(False)


class LinkedEqualities:
    """The decided equalities of a scenario in groups: only those of one group can contradict each other, directly or through
    other parameters.

    After `Stage = Region` and `Region = eu`, a decision about Stage is linked with both. What is decided of a parameter leaves
    nothing to contradict, so it links only texts that cannot be told in spite of it.
    """

    def __init__(self, scenario: Decided) -> None:
        self._every = [equality for equality, _ in scenario.equalities.values()]
        self._are_told_apart = all(equality.parameters is not None for equality in self._every)
        self._groups: list[tuple[frozenset[str], list[Equality]]] = []
        for equality in self._every if self._are_told_apart else ():
            holes = holes_of(scenario.sides(equality))
            names = equality.parameters or frozenset()
            if not any(hole.is_opaque for hole in holes):
                names -= scenario.parameters.keys()
            self._add(names, equality)

    def _add(self, names: frozenset[str], equality: Equality) -> None:
        apart = [group for group in self._groups if group[0].isdisjoint(names)]
        joined = [group for group in self._groups if not group[0].isdisjoint(names)]
        equalities = [each for _, others in joined for each in others]
        self._groups = [*apart, (names.union(*(others for others, _ in joined)), [*equalities, equality])]

    def about(self, names: frozenset[str] | None) -> list[Equality]:
        """Those that a decision about some parameters can contradict. `names` is None where they cannot be told."""
        if names is None or not self._are_told_apart:
            return self._every
        return [each for group, equalities in self._groups if not group.isdisjoint(names) for each in equalities]


def searched(scenario: Decided, linked: Sequence[Equality], trials: Iterator[int] | None = None) -> Possibility:
    """Whether some values of the parameters make these equalities what they were decided to be, and which.

    Parameters with AllowedValues are tried with them, others with one value of each class that the equalities make. Where
    that cannot be told, or takes too many trials, everything that no equality forbids is possible.
    """
    if trials is None:
        trials = itertools.islice(_trials_left(scenario.template), _MOST_TRIALS * _FEW // max(_FEW, len(linked)))
    left: list[Equality] = []
    sides: list[Sides] = []
    decided: list[bool] = []
    for equality in linked:
        texts, holds = scenario.sides(equality), scenario.equalities[equality.key][1]
        truth = may_equal(*texts)
        if truth is None:
            left.append(equality)
            sides.append(texts)
            decided.append(holds)
        elif truth is not holds:
            return _IMPOSSIBLE
    if not _is_consistent(list(zip(sides, decided, strict=True)), scenario.template):
        return _IMPOSSIBLE
    name, values = _next_to_try(scenario, left, sides)
    if name is None:
        return Possibility(True, scenario.parameters)
    if next(trials, None) is None:
        return Possibility(True)
    found = (searched(scenario.with_parameter(name, value), left, trials) for value in values)
    return next((each for each in found if each.is_possible), _IMPOSSIBLE)


@once_for_each_template
def _trials_left(_: Template) -> Iterator[int]:
    return iter(range(_MOST_TRIALS_FOR_A_TEMPLATE))


def are_comparable(scenario: Decided, conditions: Iterable[str]) -> bool:
    """Whether it is known that some conditions can be together what they are in a scenario. Two equalities that depend on
    one parameter in ways that cannot be compared (`Fn::Join` and `Fn::Select` of one list) may exclude each other.
    """
    rested_on: dict[str, Equality] = {}
    for name in conditions:
        equalities = conditions_of(scenario.template).rests_on(name, scenario.truth)
        if equalities is None:
            return False
        rested_on.update((equality.key, equality) for equality in equalities)
    return all(_can_compare(scenario, one, other) for one, other in itertools.combinations(rested_on.values(), 2))


def _can_compare(scenario: Decided, one: Equality, other: Equality) -> bool:
    shared = one.names & other.names - scenario.parameters.keys()
    pair, sides = [one, other], [scenario.sides(one), scenario.sides(other)]
    if not shared or not frozenset.isdisjoint(*map(holes_of, sides)):
        return True
    return any(representatives(name, pair, sides, scenario.template) is not None for name in shared)


def _next_to_try(
    scenario: Decided, linked: Sequence[Equality], sides: Sequence[Sides]
) -> tuple[str | None, Sequence[str]]:
    """A parameter (or the region) whose value is open and matters, with the values to try."""
    template = scenario.template
    free: dict[str, None] = {}
    for equality, texts in zip(reversed(linked), reversed(sides), strict=True):
        if all(text is not None and text.known is not None for text in texts):
            continue
        names = {hole.name for hole in holes_of(texts) if hole.kind == REF} | (equality.parameters or frozenset())
        for name in sorted(names - scenario.parameters.keys()):
            parameter = template.parameters_and_region.get(name)
            if parameter is not None and parameter.accepted_values:
                return name, parameter.accepted_values
            if parameter is not None:
                free[name] = None
    one_text = len(linked) == 1 and not any(hole.is_opaque for hole in holes_of(sides[0]))
    for name in () if one_text else free:
        values = representatives(name, linked, sides, template)
        if values is not None:
            return name, values
    return None, ()


def _is_consistent(decided: Sequence[tuple[Sides, bool]], template: Template) -> bool:
    """Whether texts can be equal and different as decided, for all that can be told without trying values."""
    equal: dict[Text, set[Text]] = {}
    for (left, right), holds in decided:
        if holds and left is not None and right is not None:
            together = equal.get(left, {left}) | equal.get(right, {right})
            equal.update(dict.fromkeys(together, together))
    if any(not holds and left is not None and right in equal.get(left, {left}) for (left, right), holds in decided):
        return False
    each_once = {id(together): together for together in equal.values()}
    return all(_can_be_equal(together, template) for together in each_once.values())


def _can_be_equal(texts: set[Text], template: Template) -> bool:
    partly_known = [text for text in texts if text.only_hole is None]
    if any(may_equal(one, other) is False for one, other in itertools.combinations(partly_known, 2)):
        return False
    declared = template.parameters_and_region
    parameters = [declared[name] for text in texts if (name := one_parameter(text)) in declared]
    known = (text.known for text in texts)
    return all(parameter.accepts(value) for value in known if value is not None for parameter in parameters)
