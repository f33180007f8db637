"""What tells one scenario from the others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Undisclosed(str):
    """The value of a NoEcho parameter: it tells scenarios apart like any other text, and is never shown."""

    __slots__ = ()


class NoneOf(NamedTuple):
    """What is known of a parameter that is none of some values, and may be anything else."""

    values: tuple[str, ...]


Circumstance = bool | str | NoneOf
"""Whether a condition holds, what a parameter is, or what it is not."""
Case = Mapping[str, Circumstance]
"""Circumstances that scenarios can have in common, by the condition or parameter that they are about."""


class Circumstances(NamedTuple):
    """What is known of a scenario, in the order in which it was asked.

        decided    {"IsTest": True, "Size": "large"}    conditions, and parameters that are looked at value by value
        left_over  {"Stage": "dev"}                     parameters of which these decisions left one value, or not all

    `left_over` is told where `decided` does not tell scenarios apart: IsTest may hold for two stages.
    """

    decided: Case
    left_over: Case

    @property
    def everything(self) -> Case:
        return {**self.decided, **self.left_over}

    def may_be(self, case: Case) -> bool:
        """Whether the scenario may be of this case: it decided nothing differently."""
        return all(
            name not in known or _may_be(known[name], circumstance)
            for known in (self.decided, self.left_over)
            for name, circumstance in case.items()
        )


def _may_be(known: Circumstance, circumstance: Circumstance) -> bool:
    if isinstance(known, NoneOf):
        return isinstance(circumstance, NoneOf) or circumstance not in known.values
    return known not in circumstance.values if isinstance(circumstance, NoneOf) else known == circumstance
