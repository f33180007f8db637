"""Data as the text of a template, in as many styles as people and tools have, and which part of the text belongs to what."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from cfn_lint_cognito.engine.hosts.text import read
from hypothesis import strategies as st

Path = tuple[str | int, ...]

KEY, VALUE, COMMENT, BETWEEN, AROUND = "key", "value", "comment", "between", "around"


class Piece(NamedTuple):
    """A part of a text: what it is of which path.

    KEY      all that stands before a value: the indentation, a dash, the key and its colon
    VALUE    a scalar, an alias, or a bracket
    COMMENT  what stands behind a value on its line, and the end of the line
    BETWEEN  what stands behind an item between brackets: its comma, and the blanks, the line end and the comment after it
    AROUND   a line of its own within a map or list that belongs to none of its items
    """

    text: str
    role: str
    path: Path


class Style(NamedTuple):
    """How a text is written. What is a share says how often something is done where it could be."""

    form: str = "block"
    """`block`, `flow` (all between brackets), `mixed`, or `json`."""
    seed: int = 0
    line_end: str = "\n"
    byte_order_mark: bool = False
    ends_with_line: bool = True
    comments: float = 0
    steps: tuple[int, ...] = (2,)
    """By how much a block is indented."""
    with_tabs: bool = False
    """JSON is indented by tabs."""
    over_lines: float = 0
    """Brackets that have a line for each item."""
    quotes: str = ""
    """What texts stand in: `"`, `'`, "" or "|" for any of these and block scalars."""
    short_functions: bool = False
    anchors: float = 0
    oddities: float = 0
    """Keys behind `?`, tags, values on the line after their key, trailing commas, blanks in odd places."""


@st.composite
def styles(draw: st.DrawFn) -> Style:
    form = draw(st.sampled_from(["block", "block", "mixed", "flow", "json"]))
    is_json = form == "json"
    return Style(
        form,
        seed=draw(st.integers(0, 2**16)),
        line_end=draw(st.sampled_from(["\n", "\n", "\r\n"])),
        byte_order_mark=draw(st.booleans()) and draw(st.booleans()),
        ends_with_line=draw(st.booleans()) or draw(st.booleans()),
        comments=0 if is_json else draw(st.sampled_from([0, 0.3, 1])),
        steps=draw(st.sampled_from([(2,), (4,), (2, 3), (1, 5, 8)])),
        with_tabs=is_json and draw(st.booleans()),
        over_lines=draw(st.sampled_from([0, 0.5, 1])),
        quotes='"' if is_json else draw(st.sampled_from(["", "", '"', "'", "|"])),
        short_functions=not is_json and draw(st.booleans()),
        anchors=0 if is_json else draw(st.sampled_from([0, 0, 0.1])),
        oddities=draw(st.sampled_from([0, 0, 0.15])),
    )


def written(document: Mapping[str, Any], style: Style) -> list[Piece]:
    """A template as text, in pieces."""
    return list(_Writer(style).whole(document))


def text_of(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


@cache
def _is_plain(value: str, in_brackets: bool, is_key: bool) -> bool:
    """Whether YAML reads a text without quotes as that text."""
    if re.search(r"[\r\n\x85\u2028\u2029]", value):
        return False
    text = f"{value}: 1" if is_key else f"- {value} # end"
    text = f"{{{text}}}" if is_key and in_brackets else f"[{value}, 1]" if in_brackets else text
    try:
        found = read(f"a:\n  {text}\n").document["a"]
    except ValueError:
        return False
    expected: Any = {value: 1} if is_key else [value, 1] if in_brackets else [value]
    return bool(found == expected)


class _Writer:
    def __init__(self, style: Style) -> None:
        self.style = style
        self.random = random.Random(style.seed)
        self.anchored: list[tuple[str, str]] = []
        self.comments = 0

    def whole(self, document: Mapping[str, Any]) -> Iterator[Piece]:
        style = self.style
        if style.byte_order_mark:
            yield Piece("\ufeff", AROUND, ())
        if style.form == "json" or style.form == "flow":
            yield from self.own_lines("", ())
            yield from self.between_brackets(document, (), 0)
            if style.ends_with_line:
                yield Piece(style.line_end, AROUND, ())
            return
        if self.happens(style.oddities):
            yield Piece(f"---{style.line_end}", AROUND, ())
        pieces = list(self.block(document, (), 0, is_first=False))
        if not style.ends_with_line and pieces[-1].role == COMMENT and not self.in_block_scalar:
            last = pieces.pop()
            pieces.append(last._replace(text=last.text.rstrip("\r\n")))
        else:
            pieces.extend(self.own_lines("", ()))
        yield from pieces

    in_block_scalar = False
    """Whether the last scalar has lines of its own."""

    def happens(self, share: float) -> bool:
        return share > 0 and self.random.random() < share

    def comment(self) -> str:
        self.comments += 1
        return f"# comment {self.comments} {self.random.choice(['', 'a: b', '- x', '{[', chr(34), 'é', '*b &c'])}."

    def own_lines(self, indent: str, path: Path) -> Iterator[Piece]:
        """Lines without a value: comments and empty ones."""
        if self.style.form == "json":
            return
        if self.happens(self.style.comments / 2):
            yield Piece(f"{indent}{self.comment()}{self.style.line_end}", AROUND, path)
        if self.happens(self.style.comments / 4):
            blanks = self.random.choice(["", indent, "  "])  # More than a block scalar is indented would be part of it.
            yield Piece(f"{'' if self.in_block_scalar else blanks}{self.style.line_end}", AROUND, path)

    def line_end(self) -> str:
        blanks = self.random.choice(["", "", " "]) if self.style.oddities else ""
        if self.happens(self.style.comments):
            return f"{self.random.choice([' ', '   '])}{self.comment()}{self.style.line_end}"
        return f"{blanks}{self.style.line_end}"

    # Blocks of YAML

    def block(self, value: Any, path: Path, indent: int, is_first: bool) -> Iterator[Piece]:
        """The lines of a map or list that is not empty. `is_first` says that it begins behind a dash."""
        items = list(value.items()) if isinstance(value, Mapping) else list(enumerate(value))
        blanks = " " * indent
        for number, (key, below) in enumerate(items):
            own = (*path, key)
            begins = "" if is_first and not number else blanks
            if begins:
                yield from self.own_lines(blanks, path)
            yield Piece(begins, KEY, own)
            if isinstance(value, Mapping):
                yield from self.pair_in_block(key, below, own, indent)
            else:
                after = " " * (self.random.choice((1, 1, 3)) if self.style.oddities else 1)
                yield from (Piece("-", KEY, own), Piece(after, KEY, own))
                yield from self.after_dash(below, own, indent + 1 + len(after))

    def after_dash(self, value: Any, path: Path, indent: int) -> Iterator[Piece]:
        if self.is_block(value) and not self.is_short(value):
            alias = self.alias(value)
            if alias:
                yield Piece(alias, VALUE, path)
                yield Piece(self.line_end(), COMMENT, path)
            else:
                yield from self.block(value, path, indent, is_first=True)
        else:
            yield from self.ends_line(value, path, indent)

    def pair_in_block(self, key: str, value: Any, path: Path, indent: int) -> Iterator[Piece]:
        name = self.scalar(key, in_brackets=False, is_key=True)
        is_explicit = self.happens(self.style.oddities / 4)
        if is_explicit:
            yield Piece(f"? {name}{self.style.line_end}{' ' * indent}:", KEY, path)
        else:
            yield Piece(f"{name}{self.random.choice(['', ' ']) if self.style.oddities else ''}:", KEY, path)
        deeper = indent + self.random.choice(self.style.steps)
        if not self.is_block(value) or self.is_short(value):
            if self.happens(self.style.oddities / 2):
                yield Piece(f"{self.line_end()}{' ' * deeper}", KEY, path)
            else:
                yield Piece(self.random.choice([" ", "  "]) if self.style.oddities else " ", KEY, path)
            yield from self.ends_line(value, path, deeper)
            return
        alias = self.alias(value)
        if alias:
            yield Piece(f" {alias}", VALUE, path)
            yield Piece(self.line_end(), COMMENT, path)
            return
        anchor = self.anchor(value)
        yield Piece(f"{' ' if anchor else ''}{anchor.rstrip()}{self.line_end()}", KEY, path)
        if not isinstance(value, Mapping) and not is_explicit and self.random.random() < 0.5:
            deeper = indent
        yield from self.block(value, path, deeper, is_first=False)

    def ends_line(self, value: Any, path: Path, indent: int) -> Iterator[Piece]:
        """A value that no line of a block follows, and the end of its line."""
        if isinstance(value, str) and self.may_be_block_scalar(value):
            yield Piece(self.block_scalar(value, indent), VALUE, path)
            self.in_block_scalar = True
            return
        if value is not None or not self.happens(self.style.oddities * 3):  # Else nothing stands there, which is null.
            yield from self.value_between_brackets(value, path, indent)
        yield Piece(self.line_end(), COMMENT, path)
        self.in_block_scalar = False

    def may_be_block_scalar(self, value: str) -> bool:
        if self.style.quotes != "|" or not value.isprintable() or value != value.strip() or not value:
            return False
        return self.random.random() < 0.4

    def block_scalar(self, value: str, indent: int) -> str:
        header = self.random.choice(["|-", ">-"])
        comment = f" {self.comment()}" if self.happens(self.style.comments) else ""
        end = self.style.line_end
        return f"{header}{comment}{end}{' ' * max(indent, 1)}{value}{end}"

    def is_block(self, value: Any) -> bool:
        """Whether a value is written in lines of a block."""
        if not isinstance(value, (Mapping, list)) or not value:
            return False
        return self.style.form == "block" or (self.style.form == "mixed" and self.random.random() < 0.6)

    # Between brackets, and JSON

    def value_between_brackets(self, value: Any, path: Path, indent: int) -> Iterator[Piece]:
        alias = self.alias(value)
        if alias:
            yield Piece(alias, VALUE, path)
            return
        anchor = self.anchor(value)
        if anchor:
            yield Piece(anchor, VALUE, path)
        function = _function(value) if self.style.short_functions else None
        if function is not None:
            (name,) = value
            yield Piece(f"!{function[0]} ", VALUE, path)
            yield Piece(self.scalar(function[1], in_brackets=True), VALUE, (*path, name))
        elif isinstance(value, (Mapping, list)):
            yield from self.between_brackets(value, path, indent)
        elif self.style.form != "json" and isinstance(value, str) and self.happens(self.style.oddities / 2):
            yield Piece(f"!!str {json.dumps(value, ensure_ascii=not value.isprintable())}", VALUE, path)
        else:
            yield Piece(self.scalar(value, in_brackets=True), VALUE, path)

    def between_brackets(self, value: Any, path: Path, indent: int) -> Iterator[Piece]:
        is_map = isinstance(value, Mapping)
        items = list(value.items()) if is_map else list(enumerate(value))
        opening, closing = "{}" if is_map else "[]"
        is_over_lines = bool(items) and self.happens(self.style.over_lines)
        step = "\t" if self.style.with_tabs else " " * self.random.choice(self.style.steps)
        width = "\t" if self.style.with_tabs else " "
        inner, outer = width * indent + step, width * indent
        blank = self.random.choice(["", " "]) if self.style.oddities else ""
        yield Piece(opening, VALUE, path)
        if not items:
            yield Piece(blank, VALUE, path)
        elif is_over_lines:
            yield Piece(self.line_end(), VALUE, path)
        else:
            yield Piece(blank, VALUE, path)
        for number, (key, below) in enumerate(items):
            own = (*path, key)
            if is_over_lines:
                yield from self.own_lines(inner, path)
                yield Piece(inner, KEY, own)
            if is_map:
                yield Piece(self.scalar(key, in_brackets=True, is_key=True) + self.colon(), KEY, own)
            yield from self.value_between_brackets(below, own, len(inner))
            is_last = number == len(items) - 1
            has_comma = not is_last or (self.style.form != "json" and self.happens(self.style.oddities))
            comma = f"{blank}," if has_comma and self.style.oddities else "," if has_comma else ""
            if is_over_lines:
                yield Piece(comma + self.line_end(), BETWEEN, own)
            else:
                yield Piece(comma + ("" if is_last else self.random.choice([" ", "  "]) if comma else ""), BETWEEN, own)
        if is_over_lines:
            yield from self.own_lines(inner, path)
            yield Piece(outer, VALUE, path)
        elif items:
            yield Piece(blank, VALUE, path)
        yield Piece(closing, VALUE, path)

    def colon(self) -> str:
        return self.random.choice([": ", " : ", ":  "]) if self.style.oddities else ": "

    # Scalars, functions and anchors

    def scalar(self, value: Any, in_brackets: bool, is_key: bool = False) -> str:
        if not isinstance(value, str):
            return json.dumps(value)
        quotes = [self.style.quotes] if self.style.quotes != "|" else ["", '"', "'"]
        quote = self.random.choice(quotes)
        if not quote and _is_plain(value, in_brackets, is_key):
            return value
        if quote == "'" and value.isprintable():
            return "'{}'".format(value.replace("'", "''"))
        may_be_escaped = self.style.form == "json" or max(value, default="") < "\U00010000"
        return json.dumps(
            value, ensure_ascii=may_be_escaped and (self.random.random() < 0.5 or not value.isprintable())
        )

    def is_short(self, value: Any) -> bool:
        return bool(self.style.short_functions and _function(value))

    def anchor(self, value: Any) -> str:
        """An anchor before a value. An alias may repeat it later."""
        if not self.happens(self.style.anchors):
            return ""
        self.anchored.append((f"a{len(self.anchored)}", json.dumps(value)))
        return f"&{self.anchored[-1][0]} "

    def alias(self, value: Any) -> str:
        same = [name for name, other in self.anchored if other == json.dumps(value)]
        return f"*{same[0]}" if same and self.random.random() < 0.7 else ""


def _function(value: Any) -> tuple[str, str] | None:
    """The name and the text of a function that has a short form of one text."""
    if not isinstance(value, Mapping) or len(value) != 1:
        return None
    ((name, argument),) = value.items()
    if name == "Fn::GetAtt" and isinstance(argument, list) and len(argument) == 2:
        if all(isinstance(part, str) and re.fullmatch(r"\w+", part, re.ASCII) for part in argument):
            return "GetAtt", ".".join(argument)
        return None
    if name in ("Ref", "Fn::Sub", "Fn::ImportValue") and isinstance(argument, str):
        return name.removeprefix("Fn::"), argument
    return None
