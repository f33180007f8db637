"""In which of the judged scenarios something holds, and how to say it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cfn_lint_cognito.engine.report.words import listed
from cfn_lint_cognito.engine.scenarios.circumstances import Case, Circumstance, Circumstances, NoneOf, Undisclosed

_MOST_CASES: Final = 3
_LONGEST_EXAMPLE: Final = 12


def cases_of(somewhere: Sequence[Circumstances], elsewhere: Sequence[Circumstances]) -> list[Case]:
    """In which scenarios something holds that does not hold `elsewhere`: what is enough to make it hold. One case that asks
    nothing when there are no others, an empty one at the end when it holds in more scenarios than can be told.
    """
    cases: list[Case] = []
    left = list(somewhere)
    while left and len(cases) < _MOST_CASES:
        case = _shortest(left, elsewhere)
        if case is None:
            return [*cases, {}]
        cases.append(case)
        left = [circumstances for circumstances in left if not circumstances.may_be(case)]
    return [*cases, {}] if left else cases


def when(cases: Sequence[Case]) -> str:
    """The cases in words, "when IsProd is true" or "when A is true and B is false or when C is true"; "" when something holds
    in all scenarios.
    """
    told = (listed(_circumstance(name, value) for name, value in case.items()) for case in cases if case)
    words = list(dict.fromkeys(told))
    if not words:
        return ""
    if any(len(case) > 1 for case in cases):
        words = [words[0], *(f"when {case}" for case in words[1:])]
    return f"when {listed(words if all(cases) else [*words, 'in others'], 'or')}"


def for_instance(shown: Sequence[Case]) -> str:
    """What can be said where more may be found than can be told: that there are some scenarios, and one of those that are
    `shown` if it is short.
    """
    shortest = min(filter(None, shown), key=len, default={})
    if not shortest or len(shortest) > _LONGEST_EXAMPLE:
        return "in some deployments"
    return f"in some deployments, for instance when {listed(_circumstance(name, value) for name, value in shortest.items())}"


def told_apart(circumstances: Circumstances, elsewhere: Sequence[Circumstances]) -> Case | None:
    """What tells a scenario from all others: what was decided in it, and if need be what that left over. None where nothing
    does.
    """
    for case in (circumstances.decided, circumstances.everything):
        if not _how_many_may_be(elsewhere, case):
            return case
    return None


def _shortest(left: Sequence[Circumstances], elsewhere: Sequence[Circumstances]) -> Case | None:
    """What of the first case that is left is enough to make something hold; best what is so of most that are left. None where
    it may as well be a case of the others.
    """
    case = told_apart(left[0], elsewhere)
    if case is None:
        return None
    alone = [{name: value} for name, value in case.items() if not _how_many_may_be(elsewhere, {name: value})]
    if elsewhere and alone:
        return max(alone, key=lambda each: _how_many_may_be(left, each))
    for name in case:
        shorter = {key: value for key, value in case.items() if key != name}
        if not _how_many_may_be(elsewhere, shorter):
            case = shorter
    return case


def _how_many_may_be(several: Sequence[Circumstances], case: Case) -> int:
    """How many scenarios may be of this case."""
    return sum(circumstances.may_be(case) for circumstances in several)


def _circumstance(name: str, value: Circumstance) -> str:
    if isinstance(value, NoneOf):
        values = list(dict.fromkeys(map(_disclosed, value.values)))
        return f"{name} is {'not ' if len(values) == 1 else 'neither '}{listed(values, 'nor')}"
    return f"{name} is {str(value).lower() if isinstance(value, bool) else _disclosed(value)}"


def _disclosed(value: str) -> str:
    return "a value that NoEcho hides" if isinstance(value, Undisclosed) else value
