"""Templates as text: YAML or JSON, and where each part of it stands in the text.

PyYAML reads it, which cfn-lint brings along. The data is what cfn-lint's own reader makes of the text: YAML 1.1 (`yes` is
true, 2010-09-09 is a date), `!Sub x` is `{"Fn::Sub": "x"}`, `!GetAtt a.b.c` is `{"Fn::GetAtt": ["a", "b.c"]}`. It is made of
plain maps, lists and scalars; places are looked up in the nodes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Hashable, Iterator
from functools import cached_property
from json.decoder import JSONDecodeError
from typing import Any, Final, NamedTuple

import yaml
from cfn_lint_cognito.engine.hosts.json_text import compose as compose_json
from cfn_lint_cognito.engine.hosts.yaml_nodes import are_aliases, children
from cfn_lint_cognito.engine.values.value import TemplatePath
from yaml.constructor import ConstructorError, SafeConstructor
from yaml.error import MarkedYAMLError, YAMLError
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.reader import ReaderError

MOST_NODES: Final = 250_000
"""As many as cfn-lint takes where aliases repeat what stands under an anchor."""
_BYTE_ORDER_MARK: Final = "\ufeff"
_MAP: Final = "tag:yaml.org,2002:map"
_MERGE: Final = "tag:yaml.org,2002:merge"
_WITHOUT_PREFIX: Final = ("Ref", "Condition")
_SUFFIXES: Final = (".json", ".template", ".yaml", ".yml")
_ANCHOR: Final = "&"
_BREAKS: Final = "\\n\\r\\x85\\u2028\\u2029"
_ALIAS_AT_LINE_END: Final = re.compile(rf"\*[^\s,\[\]{{}}]+(?=[ \t]*(?:[ \t]#[^{_BREAKS}]*)?(?:[{_BREAKS}]|\Z))")
_LINE_END: Final = re.compile(f"\\r\\n|[{_BREAKS}]")
_ILL_FORMED_SCALAR: Final = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
_Loader: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Position(NamedTuple):
    """A place between two characters: `offset` counts from 0 in the whole text, `line` and `column` from 1."""

    offset: int
    line: int
    column: int


class Span(NamedTuple):
    """A part of the text: `text[start.offset:end.offset]`."""

    start: Position
    end: Position


class Place(NamedTuple):
    """Where a path of a template stands in its text.

    key        the key of a mapping; None for an item of a list, and for what a short function implies (`!Sub x`)
    value      the value, with its tag and its anchor; it ends with the last character that belongs to it, so neither the
               comments nor the blank lines after it count. A block scalar (`|`) has its line ends
    node       PyYAML's node of the value, which knows its style
    is_shared  whether the value is used in other places, too: it stands under an anchor that an alias repeats, or was merged
    """

    key: Span | None
    value: Span
    node: Node
    is_shared: bool

    @property
    def start(self) -> Position:
        return (self.key or self.value).start


class Source:
    """A template that was read from text: `document` is its data."""

    def __init__(
        self, text: str, document: dict[str, Any], root: Node, reader: _Reader, shared: frozenset[int]
    ) -> None:
        self.text = text
        self.document = document
        self._root = root
        self._reader = reader
        self._shared = shared
        self._skipped = len(text) - len(text.removeprefix(_BYTE_ORDER_MARK))
        self._ends: dict[int, Position] = {}

    def place(self, path: TemplatePath) -> Place | None:
        """Where a path of the document stands; None where it has no place of its own."""
        places = list(self._places(path))
        return places[-1] if len(places) == len(path) + 1 else None

    def nearest(self, path: TemplatePath) -> Place:
        """Where a path of the document stands, or else the nearest thing around it that has a place."""
        *_, place = self._places(path)
        return place

    def _places(self, path: TemplatePath) -> Iterator[Place]:
        """The place of the document, and those of the steps of a path, as far as they lead."""
        place = Place(None, self.span(self._root), self._root, is_shared=False)
        yield place
        is_function = (
            False  # Whether the last step was the name of a short function, whose node is that of its argument.
        )
        for step in path:
            node, key, is_merged = place.node, None, False
            if node.tag.startswith("!") and not is_function:
                if step != _long_name(node.tag):
                    return
                is_function = True
            elif isinstance(node, MappingNode):
                entry = self._reader.entry(node, step)
                if entry is None:
                    return
                key, node, is_merged = entry
                is_function = False
            elif isinstance(node, SequenceNode):
                if not isinstance(step, int) or not 0 <= step < len(node.value):
                    return
                node = node.value[step]
                is_function = False
            elif not isinstance(step, int):  # The two items of `!GetAtt a.b` stand in one text.
                return
            place = Place(
                self.span(key) if key is not None else None,
                self.span(node),
                node,
                is_shared=place.is_shared or is_merged or id(node) in self._shared,
            )
            yield place

    @cached_property
    def is_json(self) -> bool:
        """Whether the text is JSON, and not YAML only."""
        try:
            json.loads(self.text.removeprefix(_BYTE_ORDER_MARK))
        except ValueError:
            return False
        return True

    def written(self, node: Node) -> list[Any]:
        """The nodes that stand in a list, or in a map as pairs of key and value, in their order. What a merge brings is not
        among them, `<<` is.
        """
        several: list[Any] = self._reader.written(node)
        return several

    def span(self, node: Node) -> Span:
        """Where a node stands. That of an alias is where its anchor is."""
        return Span(self._position(node.start_mark), self._end(node))

    def _end(self, node: Node) -> Position:
        """Where a node ends. It is kept, since each path leads through the map of all resources."""
        if id(node) not in self._ends:
            self._ends[id(node)] = self._found_end(node)
        return self._ends[id(node)]

    def _found_end(self, node: Node) -> Position:
        """PyYAML ends a block collection where the next thing begins, behind comments and blank lines."""
        if isinstance(node, ScalarNode) or node.flow_style:
            return self._position(node.end_mark)
        written = self.written(node)
        if not written:
            return self._position(node.end_mark)
        if not are_aliases(node, written)[-1]:
            return self._end(children(written)[-1])
        end = self._position(node.end_mark).offset  # It ends with an alias, and that has no node of its own.
        aliases = list(_ALIAS_AT_LINE_END.finditer(self.text, self._position(node.start_mark).offset, end))
        return position_at(self.text, aliases[-1].end() if aliases else end)

    def _position(self, mark: yaml.Mark) -> Position:
        skipped = 0 if mark.line else self._skipped
        return Position(mark.index + self._skipped, mark.line + 1, mark.column + 1 + skipped)


def position_at(text: str, index: int) -> Position:
    """The position of a character of a text."""
    line, start = 1, 0
    for found in _LINE_END.finditer(text, 0, index):
        line, start = line + 1, found.end()
    return Position(index, line, index - start + 1)


def read(text: str) -> Source:
    """Reads a template. ValueError, with the line, where it is no YAML and no JSON or has a key twice, where it is no
    mapping, or where its aliases make too much of it.
    """
    unmarked = text.removeprefix(_BYTE_ORDER_MARK)
    reader = _Reader()
    try:
        root = _composed(unmarked)
        if not isinstance(root, MappingNode) or root.tag != _MAP:
            raise ValueError(_no_template(text, root))
        shared = _shared_nodes(root) if _ANCHOR in unmarked else frozenset()
        return Source(text, reader.construct_document(root), root, reader, shared)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _not_readable(error.problem or error.context or "", mark.line + 1, mark.column + 1) from error
    except ReaderError as error:
        _, line, column = position_at(text, error.position)
        raise _not_readable(error.reason, line, column) from error
    except JSONDecodeError as error:
        raise _not_readable(error.msg, error.lineno, error.colno) from error
    except UnicodeEncodeError as error:
        _, line, column = position_at(text, error.start)
        raise _not_readable("this character is half of a surrogate pair", line, column) from error
    except RecursionError as error:
        raise ValueError("This template cannot be read: it is nested too deeply") from error


def _no_template(text: str, root: Node | None) -> str:
    line = 1 if root is None else root.start_mark.line + 1
    wrong = f"This is no template (line {line}): it has to be a mapping with Resources"
    return f"{wrong}. Of a file give the text: check(Path({text!r}).read_text())" if text.endswith(_SUFFIXES) else wrong


def _not_readable(problem: str, line: int, column: int) -> ValueError:
    return ValueError(f"This template cannot be read (line {line}, column {column}): {problem}")


def _composed(text: str) -> Node | None:
    """The nodes of a text. As in cfn-lint it is JSON only where it cannot be YAML."""
    try:
        loader = _Loader(text)
        try:
            return loader.get_single_node()
        finally:
            loader.dispose()
    except YAMLError as error:
        if not text.lstrip().startswith("{"):
            raise
        try:
            return compose_json(text)
        except JSONDecodeError as json_error:
            mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
            if mark is not None and mark.index > json_error.pos:
                raise error from None  # It got further as YAML, so YAML is what it is meant to be.
            raise json_error from None


def _shared_nodes(root: Node) -> frozenset[int]:
    """The nodes that aliases repeat, by their `id`. ConstructorError where the repetitions make too much of the text."""
    sizes: dict[int, int] = {}
    shared: set[int] = set()

    def size(node: Node) -> int:
        if id(node) in sizes:
            shared.add(id(node))
            return sizes[id(node)]
        sizes[id(node)] = total = 1  # Until it is known. Of a node within itself the constructor complains.
        for child in children(node.value):
            total += size(child)
            if total > MOST_NODES:
                problem = f"with what its aliases repeat it has more than {MOST_NODES:,} values"
                raise ConstructorError(None, None, problem, node.start_mark)
        sizes[id(node)] = total
        return total

    size(root)
    return frozenset(shared)


def _long_name(tag: str) -> str:
    name = tag.removeprefix("!")
    return name if name in _WITHOUT_PREFIX else f"Fn::{name}"


class _Reader(SafeConstructor):  # type: ignore[misc]  # PyYAML has no types
    """Makes plain data of nodes. Each collection is made at once, not filled later as in PyYAML: so none can hold itself."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: dict[int, dict[Any, tuple[Node, Node, bool]]] = {}
        self._before_merge: dict[int, list[tuple[Node, Node]]] = {}

    def entry(self, node: MappingNode, key: Any) -> tuple[Node, Node, bool] | None:
        """The nodes of a key and its value, and whether they were merged into the mapping from another one."""
        return self._entries[id(node)].get(key)

    def written(self, node: Node) -> Any:
        """What a node holds, without what was merged into it."""
        return self._before_merge.get(id(node), node.value)

    def construct_object(self, node: Node, deep: bool = False) -> Any:
        try:
            return super().construct_object(node, deep)
        except _ILL_FORMED_SCALAR as error:
            raise ConstructorError(None, None, f"{node.value!r} has no value: {error}", node.start_mark) from error

    def construct_map(self, node: MappingNode) -> dict[Any, Any]:
        return self.construct_mapping(node)

    def construct_seq(self, node: SequenceNode) -> list[Any]:
        return self.construct_sequence(node, deep=True)  # type: ignore[no-any-return]

    def construct_function(self, suffix: str, node: Node) -> dict[str, Any]:
        """`!Sub x`, as cfn-lint reads it."""
        name = _long_name(suffix)
        if isinstance(node, ScalarNode):
            text = self.construct_scalar(node)
            return {name: text.split(".", 1) if name == "Fn::GetAtt" else text}
        return {name: self.construct_map(node) if isinstance(node, MappingNode) else self.construct_seq(node)}

    def construct_mapping(self, node: Node, deep: bool = False) -> dict[Any, Any]:
        if not isinstance(node, MappingNode):
            raise ConstructorError(None, None, "a mapping is expected here", node.start_mark)
        self.flatten_mapping(node)
        of_others = len(node.value) - sum(key.tag != _MERGE for key, _ in self.written(node))
        entries = self._entries[id(node)] = {}
        made: dict[Any, Any] = {}
        for index, (key_node, value) in enumerate(node.value):
            key = self.construct_object(key_node, deep=True)
            if key is None or not isinstance(key, Hashable):
                raise ConstructorError(None, None, "this can be no key: a key is a text", key_node.start_mark)
            is_merged = index < of_others
            if key in entries and not entries[key][2]:
                first = entries[key][0].start_mark.line + 1
                raise ConstructorError(None, None, f"the key {key!r} is on line {first}, too", key_node.start_mark)
            entries[key] = key_node, value, is_merged
            made[key] = self.construct_object(value, deep=True)
        return made

    def flatten_mapping(self, node: MappingNode) -> None:
        if any(key.tag == _MERGE for key, _ in node.value):
            self._before_merge.setdefault(id(node), list(node.value))
        super().flatten_mapping(node)


_Reader.add_constructor(_MAP, _Reader.construct_map)
_Reader.add_constructor("tag:yaml.org,2002:seq", _Reader.construct_seq)
_Reader.add_multi_constructor("!", _Reader.construct_function)
