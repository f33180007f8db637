"""One edit of a template as splices of its text, at the marks of PyYAML's nodes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from cfn_lint_cognito.engine.hosts.text import Place, Source
from cfn_lint_cognito.engine.hosts.text_lines import (
    LINE_END,
    end_without_blank_lines,
    is_first_of_line,
    line_start,
    text_before,
    usual_line_end,
)
from cfn_lint_cognito.engine.hosts.text_values import Layout, Style, inline, pair, pair_in_block, pair_on_lines
from cfn_lint_cognito.engine.hosts.yaml_nodes import are_aliases
from cfn_lint_cognito.engine.report.edits import APPEND, REMOVE, SET, Edit
from cfn_lint_cognito.engine.values.value import TemplatePath
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

_BETWEEN: Final = re.compile(r"(?:[ \t\r\n]|(?<=[ \t\r\n])#[^\r\n]*)*")
"""What may stand between two items beside the comma: blanks, line ends, comments."""
_REST_OF_LINE: Final = re.compile(r"[ \t]*(?:(?<=[ \t\r\n])#[^\r\n]*)?(?=[\r\n]|\Z)")
_REST_AFTER_ITEM: Final = re.compile(r"[ \t]*(?:(,)[ \t]*)?(?:(?<=[ \t])#[^\r\n]*)?(?=[\r\n])")
_COLON: Final = re.compile(r"[ \t]*:[ \t]*")
_COMMA: Final = re.compile(r",[ \t]*")
_BEFORE_KEY: Final = re.compile(r"[ \t]*(?:-[ \t]+)*")
_DASH: Final = re.compile(r"-[ \t]+")
_TAG: Final = re.compile(r"![^\s,\[\]{}]+[ \t]+")
_ANCHOR: Final = re.compile(r"(?:![^\s]+\s+)?&")
_DEPENDS_ON: Final = "DependsOn"
_TYPE: Final = "Type"
_BLOCK_SCALARS: Final = ("|", ">")
_USUAL_STEP: Final = "  "


class NotEditable(Exception):  # noqa: N818 - nothing is wrong
    """An edit cannot be made in the text. The message says why, as a part of a sentence."""

    def __init__(self, reason: str = "this is written in a way that cannot be edited") -> None:
        super().__init__(reason)


class Splice(NamedTuple):
    """What stands from `start` to before `end` becomes `text`."""

    start: int
    end: int
    text: str


def splices(source: Source, edit: Edit) -> list[Splice]:
    """What an edit does to the text. NotEditable where it cannot be made there."""
    if edit.action == APPEND:
        return _with_item(source, edit.path, edit.value)
    if edit.action == REMOVE:
        return _without(source, edit.path)
    if edit.action == SET and source.place(edit.path) is not None:
        return [_with_value(source, edit.path, edit.value)]
    depth = next(depth for depth in range(len(edit.path) - 1, -1, -1) if source.place(edit.path[:depth]))
    value = edit.value
    for step in reversed(edit.path[depth + 1 :]):
        value = {step: value}
    return _with_key(source, edit.path[:depth], str(edit.path[depth]), value)


def _editable(source: Source, path: TemplatePath) -> Place:
    place = source.place(path)
    if place is None:
        raise NotEditable
    if place.is_shared or _ANCHOR.match(source.text, place.value.start.offset):
        raise NotEditable("this stands under an anchor")
    return place


def _with_value(source: Source, path: TemplatePath, value: Any) -> Splice:
    """Another value in the place of one."""
    place = _editable(source, path)
    start, end = place.value.start.offset, place.value.end.offset
    if place.node.tag == f"!{str(path[-1]).removeprefix('Fn::')}":  # The function stays, with another argument.
        tag = _TAG.match(source.text, start)
        start = tag.end() if tag else start
    end = _end_of_text(source.text, end)
    quote = '"' if source.is_json else _quote(place.node)
    style = Style(quote=quote, key_quote='"' if source.is_json else "", is_json=source.is_json)
    return Splice(start, end, _indentation(place) + inline(value, style))


def _indentation(place: Place) -> str:
    """What is missing before another value: only a list may stand right below its key."""
    is_block = isinstance(place.node, SequenceNode) and not place.node.flow_style
    if place.key is None or not is_block or place.value.start.column > place.key.start.column:
        return ""
    return _USUAL_STEP


def renaming(source: Source, path: TemplatePath, name: str) -> Splice:
    """Another name for a key: its value stays, with the comments in it."""
    place = _editable(source, path)
    key = place.key
    node = next((key for key, value in source.written(_editable(source, path[:-1]).node) if value is place.node), None)
    if key is None or node is None or _is_block_scalar(node):
        raise NotEditable
    quote = '"' if source.is_json else _quote(node)
    return Splice(key.start.offset, key.end.offset, inline(name, Style(quote)))


def _with_key(source: Source, path: TemplatePath, key: str, value: Any) -> list[Splice]:
    """A new key of a map."""
    place, text = _editable(source, path), source.text
    if not isinstance(place.node, MappingNode):
        raise NotEditable
    pairs = source.written(place.node)
    key_quote = '"' if source.is_json else _quote(pairs[-1][0]) if pairs else ""
    if place.node.flow_style:
        style = Style(key_quote and '"', key_quote, _colon(source, pairs), _comma(source, place.node), source.is_json)
        if not pairs or not is_first_of_line(text, source.span(pairs[-1][0]).start.offset):
            return _between_brackets(source, place, pair(key, value, style), style.comma)
        layout = Layout(
            text_before(text, source.span(pairs[-1][0]).start.offset), _step(source, path), usual_line_end(text)
        )
        return _between_brackets(source, place, pair_on_lines(key, value, style, layout), style.comma)
    before = text_before(text, source.span(pairs[0][0]).start.offset)
    if not _BEFORE_KEY.fullmatch(before):
        raise NotEditable
    layout = Layout(" " * len(before), _step(source, path), usual_line_end(text))
    end = (_end_of_type(source, pairs) if key == _DEPENDS_ON else None) or place.value.end.offset
    return [_line_after(text, end, layout.indent + pair_in_block(key, value, Style(key_quote=key_quote), layout))]


def _end_of_type(source: Source, pairs: Sequence[tuple[Node, Node]]) -> int | None:
    """Where the type of a resource ends: DependsOn comes right after it."""
    value = next((value for key, value in pairs if key.value == _TYPE and isinstance(value, ScalarNode)), None)
    return None if value is None or _is_block_scalar(value) else source.span(value).end.offset


def _with_item(source: Source, path: TemplatePath, value: Any) -> list[Splice]:
    """A new item at the end of a list."""
    place = _editable(source, path)
    if not isinstance(place.node, SequenceNode) or place.node.tag.startswith("!"):
        raise NotEditable
    items = source.written(place.node)
    quote = '"' if source.is_json else _quote(items[-1]) if items else ""
    style = Style(quote, quote and '"', is_json=source.is_json)
    if place.node.flow_style:
        style = style._replace(comma=_comma(source, place.node))
        return _between_brackets(source, place, inline(value, style), style.comma)
    start = place.value.start.offset
    before, dash = text_before(source.text, start), _DASH.match(source.text, start)
    if dash is None or not _BEFORE_KEY.fullmatch(before):
        raise NotEditable
    return [_line_after(source.text, place.value.end.offset, f"{' ' * len(before)}{dash[0]}{inline(value, style)}")]


def _line_after(text: str, end: int, line: str) -> Splice:
    """A line of its own after the one in which something ends."""
    end = end_without_blank_lines(text, end)
    if end and text[end - 1] in "\r\n":
        return Splice(end, end, line + usual_line_end(text))
    rest = _REST_OF_LINE.match(text, end)
    if rest is None:
        raise NotEditable
    line_end = LINE_END.match(text, rest.end())
    if line_end is None:  # The last line of the file has no end.
        return Splice(rest.end(), rest.end(), usual_line_end(text) + line)
    return Splice(line_end.end(), line_end.end(), line + line_end[0])


def _between_brackets(source: Source, place: Place, added: str, comma: str) -> list[Splice]:
    """A new item at the end of what stands between brackets, on a line of its own where the last one is."""
    text, items = source.text, source.written(place.node)
    closing = place.value.end.offset - 1
    if not items:
        opening = max(text.rfind(bracket, 0, closing) for bracket in "[{")
        if text[opening + 1 : closing].strip():
            raise NotEditable
        return [Splice(opening + 1, closing, added)]
    start, end = _extent(source, place.node, -1)
    rest = _REST_AFTER_ITEM.match(text, end)
    if rest is not None and is_first_of_line(text, start):
        line = f"{usual_line_end(text)}{text_before(text, start)}{added}"
        if rest[1]:
            return [Splice(rest.end(), rest.end(), line)]
        if rest.end() == end:
            return [Splice(end, end, f",{line}")]
        return [Splice(end, end, ","), Splice(rest.end(), rest.end(), line)]
    following = _end_between(text, end)
    if text[following] == ",":
        return [Splice(following + 1, following + 1, f"{comma[1:]}{added}")]
    return [Splice(end, end, f"{comma}{added}")]


def _without(source: Source, path: TemplatePath) -> list[Splice]:
    """Without a key, or without an item of a list."""
    place, holder = _editable(source, path), _editable(source, path[:-1])
    if isinstance(holder.node, ScalarNode):  # A short function, whose argument stands in one text.
        raise NotEditable
    items = source.written(holder.node)
    index = path[-1]
    if isinstance(holder.node, MappingNode):
        own = place.key.start.offset if place.key else -1
        index = next((at for at, (key, _) in enumerate(items) if source.span(key).start.offset == own), -1)
    if len(items) < 2 or not isinstance(index, int) or index < 0:
        raise NotEditable
    if holder.node.flow_style:
        return _without_between_brackets(source, holder.node, index)
    return [_without_lines(source, holder.node, index)]


def _without_lines(source: Source, holder: Node, index: int) -> Splice:
    """Without the lines of a key or an item of a block, and the comment that ends its line."""
    text = source.text
    start, end = _extent(source, holder, index)
    before = text_before(text, start)
    if before.strip() and isinstance(holder, MappingNode):
        return _without_first_key(source, holder, index)
    if before.strip() and not _DASH.fullmatch(before.lstrip()):
        raise NotEditable
    return _lines(text, start, end_without_blank_lines(text, end))


def _without_first_key(source: Source, holder: Node, index: int) -> Splice:
    """Without a key that stands behind the dash of an item. The next one moves there, unless a comment stands before it."""
    text = source.text
    start, end = _extent(source, holder, index)
    rest = _REST_OF_LINE.match(text, _end_of_text(text, end))
    if index or rest is None or not _BEFORE_KEY.fullmatch(text_before(text, start)):
        raise NotEditable
    following, _ = _extent(source, holder, 1)
    if text[rest.end() : following].strip():
        return Splice(len(text[:start].rstrip(" \t")), rest.end(), "")
    return Splice(start, following, "")


def _without_between_brackets(source: Source, holder: Node, index: int) -> list[Splice]:
    text = source.text
    start, end = _extent(source, holder, index)
    rest = _REST_AFTER_ITEM.match(text, end)
    is_alone = rest is not None and is_first_of_line(text, start)
    if index < len(source.written(holder)) - 1:
        following, _ = _extent(source, holder, index + 1)
        if is_alone and rest and rest[1]:
            return [_lines(text, start, rest.end())]
        if "#" in text[end:following]:
            raise NotEditable
        return [Splice(start, following, "")]
    _, before = _extent(source, holder, index - 1)
    if is_alone and rest:
        comma = _end_between(text, before)
        lines = _lines(text, start, rest.end())
        return [lines] if rest[1] else [Splice(comma, comma + 1, ""), lines]
    if "#" in text[before:start]:
        raise NotEditable
    return [Splice(before, end, "")]


def _lines(text: str, start: int, end: int) -> Splice:
    """The whole lines from one place to another are left out."""
    start = line_start(text, start)
    if end and text[end - 1] in "\r\n":
        return Splice(start, end, "")
    rest = _REST_OF_LINE.match(text, end)
    if rest is None:
        raise NotEditable
    line_end = LINE_END.match(text, rest.end())
    if line_end is not None:
        return Splice(start, line_end.end(), "")
    return Splice(len(text[:start].rstrip("\r\n")), rest.end(), "")


def _end_of_text(text: str, end: int) -> int:
    """An end without line ends: a block scalar has those in it."""
    return len(text[: end_without_blank_lines(text, end)].rstrip("\r\n"))


def _extent(source: Source, holder: Node, index: int) -> tuple[int, int]:
    """Where a pair of a map or an item of a list begins and ends. An index of -1 is the last one."""
    items = source.written(holder)
    width = 2 if isinstance(holder, MappingNode) else 1
    if any(are_aliases(holder, items)[width * (index % len(items)) :][:width]):
        raise NotEditable("an alias stands there")
    first, last = items[index] if width == 2 else (items[index], items[index])
    return source.span(first).start.offset, source.span(last).end.offset


def _end_between(text: str, index: int) -> int:
    between = _BETWEEN.match(text, index)
    return between.end() if between else index


def _quote(node: Node) -> str:
    return node.style if isinstance(node, ScalarNode) and node.style in ("'", '"') else ""


def _is_block_scalar(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.style in _BLOCK_SCALARS


def _colon(source: Source, pairs: Sequence[tuple[Node, Node]]) -> str:
    if not pairs:
        return ": "
    key, value = (source.span(node) for node in pairs[-1])
    between = source.text[key.end.offset : value.start.offset]
    return between if _COLON.fullmatch(between) else ": "


def _comma(source: Source, holder: Node) -> str:
    items = source.written(holder)
    if len(items) < 2:
        is_compact = items and isinstance(holder, MappingNode) and _colon(source, items) == ":"
        return "," if is_compact else ", "
    between = source.text[_extent(source, holder, -2)[1] : _extent(source, holder, -1)[0]]
    return between if _COMMA.fullmatch(between) else ", "


def _step(source: Source, path: TemplatePath) -> str:
    """By how much a map is indented beside the one around it."""
    indents = []
    for depth in (len(path) - 1, len(path)):
        place = source.place(path[:depth])
        pairs = source.written(place.node) if place and isinstance(place.node, MappingNode) else []
        indents.append(text_before(source.text, source.span(pairs[0][0]).start.offset) if pairs else "")
    outer, inner = indents
    return inner[len(outer) :] if inner.startswith(outer) and inner != outer and not inner.strip() else _USUAL_STEP
