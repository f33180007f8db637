"""How a part of a document is looked up.

A document is made of what is asked of it, and only that: whatever is looked up may depend on conditions and parameters, and
so makes scenarios. So nothing of a document is read by `in` or `[]`, which do not show what they cost.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

DocumentPath = tuple[str | int, ...]
"""The keys and indexes that lead to a part of a document: ("Lifetimes", "AccessToken", "Seconds")."""

ABSENT: Final = object()
"""What is looked up and is not there."""


class LookedUp:
    """A map whose entries are made when they are looked up."""

    def look_up(self, name: str) -> Any:
        """The entry of a name, ABSENT where there is none."""
        raise NotImplementedError


def entries_of(part: Any) -> Callable[[str], Any] | None:
    """How the entries of a map are looked up, ABSENT where there is none; None for anything that is no map."""
    if isinstance(part, LookedUp):
        return part.look_up
    return (lambda name: part.get(name, ABSENT)) if isinstance(part, dict) else None


def look_up(part: Any, step: str | int) -> Any:
    """What stands below a key of a map or at an index of a list; ABSENT where there is no such place."""
    if isinstance(part, dict):
        return part.get(step, ABSENT)
    if isinstance(part, list):
        return part[step] if isinstance(step, int) and step < len(part) else ABSENT
    return part.look_up(str(step)) if isinstance(part, LookedUp) else ABSENT
