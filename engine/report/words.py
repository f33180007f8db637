"""Words for messages: durations, lists of names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

_UNITS = ((365 * 86_400, "year"), (86_400, "day"), (3_600, "hour"), (60, "minute"), (1, "second"))

_LONGEST_NAME = 256
_MOST_NAMES = 100
"""No user pool has longer names, or more. A hostile template has, and comparing them takes time: each with each."""


_LONGEST_TEXT = 200
_KEPT_AT_EACH_END = 95


def shortened(data: Any) -> Any:
    """A part of a document in which long texts have only their beginning and their end: a text may have thousands of
    characters, and a message is read by people.
    """
    if isinstance(data, str):
        return data if len(data) <= _LONGEST_TEXT else f"{data[:_KEPT_AT_EACH_END]} ... {data[-_KEPT_AT_EACH_END:]}"
    if isinstance(data, list):
        return [shortened(item) for item in data]
    if data.__class__ is dict:  # Not what is unknown, nor what is looked up.
        return {key: shortened(value) for key, value in data.items()}
    return data


OVER_STACKS: Final = (
    "Deploy that {thing} in every deployment of its stack, or leave the {left_out} out in those in which that stack lacks it: a "
    "condition counts in its own stack only."
)
"""What to do where the condition is in the template of another stack."""


def counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def duration(seconds: int) -> str:
    """Seconds in the largest unit that they fill without a rest: 86400 is "1 day", 5400 is "90 minutes"."""
    size, noun = next((size, noun) for size, noun in _UNITS if seconds % size == 0 and (seconds or size == 1))
    return counted(seconds // size, noun)


def listed(names: Iterable[str], conjunction: str = "and") -> str:
    """["a", "b", "c"] as "a, b and c"."""
    *others, last = names
    return f"{', '.join(others)} {conjunction} {last}" if others else last


def capital(text: str) -> str:
    """A text as the beginning of a sentence."""
    return f"{text[0].upper()}{text[1:]}"


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The one of `names` that `name` was probably meant to be; None when nothing is close."""
    from difflib import get_close_matches  # Needed for few messages, and start-up is paid in every commit hook.

    spellings = {candidate.lower(): candidate for candidate in names if len(candidate) <= _LONGEST_NAME}
    if len(name) > _LONGEST_NAME or len(spellings) > _MOST_NAMES:
        return None
    found = get_close_matches(name.lower(), spellings, n=1, cutoff=0.8)
    return spellings[found[0]] if found else None


def among(values: Iterable[object], names: Iterable[str]) -> list[str]:
    """Which of the `values` are `names`, each once."""
    wanted = set(names)
    return list(dict.fromkeys(value for value in values if isinstance(value, str) and value in wanted))


def listed_up_to(most: int, names: Sequence[str]) -> str:
    """["a", "b", "c", "d"] up to 3 as "a, b and 2 more"."""
    return listed(names if len(names) <= most else [*names[: most - 1], f"{len(names) - most + 1} more"])


def with_note(words: str, note: str) -> str:
    """`words (note)`, or only the words where there is nothing to note."""
    return f"{words} ({note})" if note else words


def ways_to_wait(resource: str, reference: str, condition: str, is_waiting: bool) -> str:
    """How a client can be made to wait for a resource. DependsOn cannot name one that has a condition of its own, and what
    is waiting for the client itself has to stop that first.
    """
    first = f"{resource} waits for this client: remove that dependency, then w" if is_waiting else "W"
    if condition:
        return f"{first}rite {reference}, behind an Fn::If with {condition}, the condition of {resource}."
    if is_waiting:
        return f"{first}rite DependsOn: {resource} here."
    return f"Add DependsOn: {resource}, or write {reference}."
