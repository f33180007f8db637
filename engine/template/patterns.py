"""AllowedPattern, as far as it can be read for certain.

Its dialect is that of Java, and somebody may write one that takes Python's `re` forever. So patterns are not tried with
values. What is read are alternatives of literal texts, `^(dev|prod)$` or `(eu|us)-(west|east)-1`: they leave a few values.
"""

from __future__ import annotations

import itertools
import re
import warnings
from typing import Final

_MOST_VALUES: Final = 64
_LITERAL: Final = r"(?:[A-Za-z0-9_ /:@,=#%&~!<>;'\"-]|\\[.\-/+*?()\[\]{}|^$\\])*"
_GROUP: Final = rf"\((?:\?:)?({_LITERAL}(?:\|{_LITERAL})*)\)"
_PIECE: Final = re.compile(rf"{_GROUP}|({_LITERAL})")
_BAR: Final = re.compile(r"(?<!\\)\|")
_ESCAPE: Final = re.compile(r"\\(.)")


def alternatives(pattern: str) -> tuple[str, ...]:
    """The texts that a pattern leaves, in its order; empty where they cannot be told for certain.

    "The pattern must match the entire parameter value" (AWS's page on the Parameters section), so anchors change nothing.
    """
    if not pattern:
        return ()
    found: dict[str, None] = {}
    for choice in _top_level_choices(pattern.removeprefix("^").removesuffix("$")):
        texts = _texts(choice.removeprefix("^").removesuffix("$"))
        if texts is None:
            return ()
        found.update(dict.fromkeys(texts))
    return tuple(found) if len(found) <= _MOST_VALUES else ()


def forbids_the_empty_text(pattern: str) -> bool:
    """Whether a pattern rejects the empty text, on which Java's dialect hardly differs from Python's."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # What Python thinks of a pattern of Java's is of no use to anybody.
        try:
            return re.search(pattern, "") is None
        except (re.error, OverflowError, RecursionError):
            return False


def _top_level_choices(pattern: str) -> list[str]:
    """What stands between the bars that are in no group."""
    choices, depth = [""], 0
    for piece in re.split(r"(\\.|[()|])", pattern):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and depth == 0:
            choices.append("")
        else:
            choices[-1] += piece
    return choices


def _texts(choice: str) -> list[str] | None:
    """The texts of a sequence of literals and groups of them; None where there is anything else, or where they are many."""
    pieces: list[list[str]] = []
    end, count = 0, 1
    while end < len(choice):
        piece = _PIECE.match(choice, end)
        if piece is None or piece.end() == end:
            return None
        end = piece.end()
        group, literal = piece.groups()
        pieces.append([_ESCAPE.sub(r"\1", text) for text in ([literal] if group is None else _BAR.split(group))])
        count *= len(pieces[-1])
        if count > _MOST_VALUES:
            return None
    return ["".join(texts) for texts in itertools.product(*pieces)]
