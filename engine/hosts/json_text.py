"""JSON text as nodes of PyYAML, each with its place in the text.

PyYAML reads most JSON, but not all of it: no tabs that indent a line, and not every escape. A reader of JSON that keeps
places is not in the standard library; its scanner of strings is, and is used here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]  # typeshed does not know it
from typing import Any, Final

from yaml import Mark
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

_TAG: Final = "tag:yaml.org,2002:"
_SPACE: Final = re.compile(r"[ \t\n\r]*")
_NUMBER: Final = re.compile(r"-?(?:0|[1-9]\d*)(?P<fraction>\.\d+)?(?P<exponent>[eE][-+]?\d+)?", re.ASCII)
_WORDS: Final = {
    "true": "bool",
    "false": "bool",
    "null": "null",
}


def compose(text: str) -> Node:
    """The node of a JSON text. JSONDecodeError where it is not JSON."""
    return _Composer(text).whole()


class _Composer:
    def __init__(self, text: str) -> None:
        self.text = text
        self.line_starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def whole(self) -> Node:
        node, end = self.value(self.after_space(0))
        end = self.after_space(end)
        if end != len(self.text):
            raise JSONDecodeError("Extra data", self.text, end)
        return node

    def value(self, at: int) -> tuple[Node, int]:
        match self.text[at : at + 1]:
            case '"':
                return self.string(at)
            case "{":
                return self.mapping(at)
            case "[":
                return self.sequence(at)
        for word, tag in _WORDS.items():
            if self.text.startswith(word, at):
                return self.scalar(tag, word, at, at + len(word))
        number = _NUMBER.match(self.text, at)
        if number is None:
            raise JSONDecodeError("Expecting value", self.text, at)
        tag = "float" if number["fraction"] or number["exponent"] else "int"
        return self.scalar(tag, number[0], at, number.end())

    def string(self, at: int) -> tuple[Node, int]:
        value, end = scanstring(self.text, at + 1, True)
        return self.scalar("str", value, at, end, style='"')

    def mapping(self, at: int) -> tuple[Node, int]:
        pairs: list[tuple[Node, Node]] = []
        end = self.after_space(at + 1)
        while self.text[end : end + 1] != "}":
            if pairs:
                end = self.after(",", end)
            if self.text[end : end + 1] != '"':
                raise JSONDecodeError("Expecting a property name in double quotes", self.text, end)
            key, end = self.string(end)
            value, end = self.value(self.after(":", self.after_space(end)))
            pairs.append((key, value))
            end = self.after_space(end)
        return self.collection(MappingNode, "map", pairs, at, end + 1)

    def sequence(self, at: int) -> tuple[Node, int]:
        items: list[Node] = []
        end = self.after_space(at + 1)
        while self.text[end : end + 1] != "]":
            if items:
                end = self.after(",", end)
            item, end = self.value(end)
            items.append(item)
            end = self.after_space(end)
        return self.collection(SequenceNode, "seq", items, at, end + 1)

    def scalar(self, tag: str, value: str, start: int, end: int, style: str | None = None) -> tuple[Node, int]:
        return ScalarNode(_TAG + tag, value, self.mark(start), self.mark(end), style=style), end

    def collection(self, kind: Any, tag: str, value: Any, start: int, end: int) -> tuple[Node, int]:
        return kind(_TAG + tag, value, self.mark(start), self.mark(end), flow_style=True), end

    def after(self, delimiter: str, at: int) -> int:
        if self.text[at : at + 1] != delimiter:
            raise JSONDecodeError(f"Expecting {delimiter!r}", self.text, at)
        return self.after_space(at + 1)

    def after_space(self, at: int) -> int:
        space = _SPACE.match(self.text, at)
        return space.end() if space else at

    def mark(self, index: int) -> Mark:
        line = bisect_right(self.line_starts, index) - 1
        return Mark(None, index, line, index - self.line_starts[line], None, None)
