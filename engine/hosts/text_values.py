"""Values as text, to be put into a template as they would stand there: in JSON, in a block of YAML, or between its brackets."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from yaml.nodes import ScalarNode
from yaml.resolver import Resolver

_TEXT: Final = "tag:yaml.org,2002:str"
_PLAIN: Final = re.compile(r"[A-Za-z0-9_./](?:[\w./+@=?&%~#-]|:(?=[\w./])| (?=[\w./]))*", re.ASCII)
_FUNCTION: Final = "Fn::"
_GET_ATT: Final = "Fn::GetAtt"


class Style(NamedTuple):
    """How a template writes things around the place of an edit.

    quote      what texts stand in: `"`, `'`, or "" where they stand plain if they can
    key_quote  the same for keys
    colon      what stands between a key and its value
    comma      what stands between two items that are on one line
    is_json    whether functions have no short form
    """

    quote: str = ""
    key_quote: str = ""
    colon: str = ": "
    comma: str = ", "
    is_json: bool = False


class Layout(NamedTuple):
    """How lines below a key are written: their indentation beside that of the key, which is `indent`, and their ends."""

    indent: str
    step: str
    line_end: str


def inline(value: Any, style: Style) -> str:
    """A value on one line."""
    if isinstance(value, Mapping):
        pairs = (pair(key, below, style) for key, below in value.items())
        return _short_function(value, style) or f"{{{style.comma.join(pairs)}}}"
    if isinstance(value, (list, tuple)):
        return f"[{style.comma.join(inline(item, style) for item in value)}]"
    return _scalar(value, style.quote)


def pair(key: str, value: Any, style: Style) -> str:
    """A key with its value on one line."""
    return f"{_scalar(key, style.key_quote)}{style.colon}{inline(value, style)}"


def pair_in_block(key: str, value: Any, style: Style, layout: Layout) -> str:
    """A key with its value in a block of YAML: each key of a map on a line of its own."""
    if not _is_map(value, style):
        return pair(key, value, style)
    below = layout._replace(indent=layout.indent + layout.step)
    lines = (below.indent + pair_in_block(name, each, style, below) for name, each in value.items())
    return "".join([_scalar(key, style.key_quote), ":", *(layout.line_end + line for line in lines)])


def pair_on_lines(key: str, value: Any, style: Style, layout: Layout) -> str:
    """A key with its value between brackets that have a line for each item."""
    if not _is_map(value, style):
        return pair(key, value, style)
    below = layout._replace(indent=layout.indent + layout.step)
    lines = (layout.line_end + below.indent + pair_on_lines(name, each, style, below) for name, each in value.items())
    return f"{_scalar(key, style.key_quote)}{style.colon}{{{','.join(lines)}{layout.line_end}{layout.indent}}}"


def _is_map(value: Any, style: Style) -> bool:
    return isinstance(value, Mapping) and bool(value) and not _short_function(value, style)


def _scalar(value: Any, quote: str) -> str:
    if not isinstance(value, str):
        return json.dumps(value)
    if quote == "'" and value.isprintable():
        return "'{}'".format(value.replace("'", "''"))
    if not quote and _may_be_plain(value):
        return value
    return "".join(map(_seen, json.dumps(value, ensure_ascii=False)))


def _seen(character: str) -> str:
    """A character within quotes, escaped where nobody would see it. Those beyond 16 bits YAML and JSON escape in different ways,
    and both take them as they are.
    """
    return character if character.isprintable() or character > "\uffff" else json.dumps(character)[1:-1]


def _may_be_plain(value: str) -> bool:
    """Whether YAML reads a text without quotes as that text."""
    return bool(_PLAIN.fullmatch(value)) and Resolver().resolve(ScalarNode, value, (True, False)) == _TEXT


def _short_function(value: Mapping[str, Any], style: Style) -> str:
    """A function of one text in its short form, "" for anything else."""
    if style.is_json or len(value) != 1:
        return ""
    ((name, argument),) = value.items()
    if name == _GET_ATT and isinstance(argument, (list, tuple)) and all(isinstance(part, str) for part in argument):
        argument = ".".join(argument)
    is_function = name == "Ref" or name.startswith(_FUNCTION)
    return (
        f"!{name.removeprefix(_FUNCTION)} {_scalar(argument, '')}" if is_function and isinstance(argument, str) else ""
    )
