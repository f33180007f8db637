"""Lines of a text, by the offsets of characters in it."""

from __future__ import annotations

import re
from typing import Final

LINE_END: Final = re.compile("\r\n|\n|\r")
_BYTE_ORDER_MARK: Final = "\ufeff"


def line_start(text: str, index: int) -> int:
    """Where the line of a character begins. A byte order mark is not part of the first one."""
    start = max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1
    return start or len(text) - len(text.removeprefix(_BYTE_ORDER_MARK))


def text_before(text: str, index: int) -> str:
    """What stands on its line before a character."""
    return text[line_start(text, index) : index]


def is_first_of_line(text: str, index: int) -> bool:
    """Whether only blanks stand before a character on its line."""
    return not text_before(text, index).strip()


def usual_line_end(text: str) -> str:
    """How lines end in a text."""
    found = LINE_END.search(text)
    return found[0] if found else "\n"


def end_without_blank_lines(text: str, end: int) -> int:
    """An end without the blank lines after it: a block scalar ends behind those."""
    if not end or text[end - 1] not in "\r\n":
        return end
    line_end = LINE_END.match(text, len(text[:end].rstrip()))
    return end if line_end is None else line_end.end()
