"""Three-valued logic: what holds, what does not, and what cannot be told (None)."""

from __future__ import annotations

from collections.abc import Iterable

Truth = bool | None


def negated(truth: Truth) -> Truth:
    return None if truth is None else not truth


def all_of(truths: Iterable[Truth]) -> Truth:
    """False as soon as one is false; else None if one cannot be told."""
    every: Truth = True
    for truth in truths:
        if truth is False:
            return False
        if truth is None:
            every = None
    return every


def any_of(truths: Iterable[Truth]) -> Truth:
    """True as soon as one is true; else None if one cannot be told."""
    some: Truth = False
    for truth in truths:
        if truth is True:
            return True
        if truth is None:
            some = None
    return some
