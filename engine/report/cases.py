"""In which of the judged scenarios something holds, and how to say it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cfn_lint_cognito.engine.report.words import listed
from cfn_lint_cognito.engine.scenarios.view import Circumstances

_MOST_CASES: Final = 3
_LONGEST_EXAMPLE: Final = 12


def cases_of(somewhere: Sequence[Circumstances], everywhere: Sequence[Circumstances]) -> list[Circumstances]:
    """In which scenarios something holds: what is enough to make it hold. One case that asks nothing when it holds in all
    of them, an empty one at the end when it holds in others, too.
    """
    cases: list[Circumstances] = []
    left = list(somewhere)
    while left and len(cases) < _MOST_CASES:
        case = _shortest(left, somewhere, everywhere)
        if not case:
            return [{}]
        cases.append(case)
        left = [circumstances for circumstances in left if not agrees(circumstances, case)]
    return [*cases, {}] if left else cases


def when(cases: Sequence[Circumstances]) -> str:
    """The cases in words, "when IsProd is true"; "" when something holds in all scenarios."""
    words = [listed(_circumstance(name, value) for name, value in case.items()) for case in cases if case]
    return f"when {listed(words if all(cases) else [*words, 'in others'], 'or')}" if words else ""


def for_instance(shown: Sequence[Circumstances]) -> str:
    """What can be said where more may be found than can be told: that there are some scenarios, and one of those that are
    `shown` if it is short.
    """
    shortest = min(filter(None, shown), key=len, default={})
    if not shortest or len(shortest) > _LONGEST_EXAMPLE:
        return "in some deployments"
    return f"in some deployments, for instance when {listed(_circumstance(name, value) for name, value in shortest.items())}"


def _shortest(
    left: Sequence[Circumstances], somewhere: Sequence[Circumstances], everywhere: Sequence[Circumstances]
) -> Circumstances:
    """What of the first case that is left is enough to make something hold; best what is so of most that are left."""
    elsewhere = [circumstances for circumstances in everywhere if circumstances not in somewhere]
    case = left[0]
    alone = [{name: value} for name, value in case.items() if not _agree(elsewhere, {name: value})]
    if elsewhere and alone:
        return max(alone, key=lambda each: _agree(left, each))
    for name in case:
        shorter = {key: value for key, value in case.items() if key != name}
        if not _agree(elsewhere, shorter):
            case = shorter
    return case


def _agree(several: Sequence[Circumstances], case: Circumstances) -> int:
    """How many scenarios may be of this case."""
    return sum(agrees(circumstances, case) for circumstances in several)


def agrees(circumstances: Circumstances, case: Circumstances) -> bool:
    """Whether a scenario may be of this case: it decided nothing differently."""
    return all(circumstances.get(name, value) == value for name, value in case.items())


def _circumstance(name: str, value: bool | str) -> str:
    return f"{name} is {str(value).lower() if isinstance(value, bool) else value}"
