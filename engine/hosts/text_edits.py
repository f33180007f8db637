"""Edits in the text of a template. Outside of what they change every character stays: comments, quotes, order, indentation,
line ends, a byte order mark.

Nothing is written anew. What comes out is read again, and has to be the data that the same edits make.
"""

from __future__ import annotations

from collections.abc import Sequence

from cfn_lint_cognito.engine.hosts.text import Source, read
from cfn_lint_cognito.engine.hosts.text_splices import NotEditable, Splice, renaming, splices
from cfn_lint_cognito.engine.report.edits import REMOVE, SET, Edit, edited, order_of_removal, value_at


def rewritten(source: Source, edits: Sequence[Edit]) -> Source:
    """A template with some edits, whose paths are those before any of them. NotEditable where one of them cannot be made."""
    renamed = _renamed(source, edits)
    keys = [renaming(source, old.path, str(new.path[-1])) for old, new in renamed]
    current = _read_again(_spliced(source.text, keys)) if keys else source
    pending = sorted((edit for edit in edits if not any(edit in pair for pair in renamed)), key=_order)
    while pending:
        taken: list[Splice] = []
        left: list[Edit] = []
        for edit in pending:
            own = [] if _has_to_wait(edit, left) else splices(current, edit)
            if own and not any(_touch(one, other) for one in own for other in taken):
                taken += own
            else:
                left.append(edit)
        current, pending = _read_again(_spliced(current.text, taken)), left
    if current.document != edited(source.document, edits):
        raise NotEditable
    return current


def _renamed(source: Source, edits: Sequence[Edit]) -> list[tuple[Edit, Edit]]:
    """The keys that get another name: one is removed, and one with the same value is new in its map."""
    return [
        (old, new)
        for old in edits
        for new in edits
        if old.action == REMOVE
        and new.action == SET
        and old.path[:-1] == new.path[:-1]
        and source.place(new.path) is None
        and value_at(source.document, old.path) == new.value
    ]


def _order(edit: Edit) -> tuple[bool, tuple[int, ...]]:
    """What is removed comes last, so that paths stay right."""
    return edit.action == REMOVE, order_of_removal(edit)


def _has_to_wait(edit: Edit, left: Sequence[Edit]) -> bool:
    """Whether one of those that are left has to be made first: paths may be others after a removal."""
    holder = edit.path[:-1]
    return edit.action == REMOVE and any(
        other.action != REMOVE or other.path[: len(holder)] == holder for other in left
    )


def _touch(one: Splice, other: Splice) -> bool:
    return one.start <= other.end and other.start <= one.end


def _spliced(text: str, several: Sequence[Splice]) -> str:
    for splice in sorted(several, reverse=True):
        text = text[: splice.start] + splice.text + text[splice.end :]
    return text


def _read_again(text: str) -> Source:
    try:
        return read(text)
    except ValueError:
        raise NotEditable from None
