"""Values as one deployment sees them, each with the place where it was written."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from cfn_lint_cognito._template import TemplatePath

Scalar = str | int | float | bool

UNKNOWN: Final = "Unknown"


class UnknownData(dict[str, Any]):
    """What stands for an unknown value in a document: `{"Unknown": <as it was written>}`. A type of its own, since a
    template may have a key of that name too.
    """


class Origin(NamedTuple):
    """Where a value comes from.

    `path` is the place in the resource that uses the value, through `Fn::If` to the branch. `written` is the place where
    a person would change it; it differs from `path` for the Default of a parameter or the value of a mapping, and
    `source` then names that place in words ("the Default of parameter Hours"). `others` are the values that the parameter
    offers besides.
    """

    path: TemplatePath
    written: TemplatePath
    source: str = ""
    others: tuple[Scalar | None, ...] = ()

    @classmethod
    def at(cls, path: TemplatePath) -> Origin:
        return cls(path, path)


class Hole(NamedTuple):
    """A part of a text that only the deployment knows. Two holes are equal when they will hold the same text."""

    kind: str
    name: str


class Text(NamedTuple):
    """A text with holes, e.g. `https://${Domain}/cb` as ("https://", Hole("Ref", "Domain"), "/cb").

    Fn::Sub and Fn::Join that make the same text are equal texts.
    """

    parts: tuple[str | Hole, ...]

    @classmethod
    def joined(cls, parts: Sequence[str | Hole]) -> Text:
        merged: list[str | Hole] = []
        for part in parts:
            if isinstance(part, str) and merged and isinstance(merged[-1], str):
                merged[-1] += part
            elif part != "":
                merged.append(part)
        return cls(tuple(merged))

    @property
    def beginning(self) -> str:
        """What is known of the text before its first hole."""
        return self.parts[0] if self.parts and isinstance(self.parts[0], str) else ""

    @property
    def end(self) -> str:
        """What is known of the text after its last hole."""
        return self.parts[-1] if self.parts and isinstance(self.parts[-1], str) else ""

    @property
    def size(self) -> int:
        """How many characters are known, and holes beside them."""
        return sum(len(part) if isinstance(part, str) else 1 for part in self.parts)

    @property
    def known(self) -> str | None:
        """The whole text, if it has no hole."""
        if not self.parts:
            return ""
        only = self.parts[0]
        return only if len(self.parts) == 1 and isinstance(only, str) else None


class Known(NamedTuple):
    value: Scalar
    origin: Origin


class Unknown(NamedTuple):
    """A value that cannot be told before the deploy, or that is no legal value at all.

    `written` is the intrinsic as it stands in the template, `text` what is known of the text it will become.
    """

    written: Any
    origin: Origin
    text: Text | None = None


class Items(NamedTuple):
    values: tuple[Value, ...]
    origin: Origin


class Entries(NamedTuple):
    values: Mapping[str, Value]
    origin: Origin


Value = Known | Unknown | Items | Entries


def text_of(value: Value | None) -> Text | None:
    """What is known of the text of a value; None when it is not a text."""
    if isinstance(value, Known):
        scalar = value.value
        return Text.joined([("true" if scalar else "false") if isinstance(scalar, bool) else str(scalar)])
    return value.text if isinstance(value, Unknown) else None


def known_text(value: Value | None) -> str | None:
    """The text of a value that is wholly known."""
    text = text_of(value)
    return None if text is None else text.known


def may_equal(one: Text | None, other: Text | None) -> bool | None:
    """Whether two texts are surely equal, surely different, or neither (None)."""
    if one is None or other is None:
        return None
    if one == other:
        return True
    if one.known is not None and other.known is not None:
        return False
    for text, longest in ((one, other.known), (other, one.known)):
        if longest is not None and len(longest) < sum(len(part) for part in text.parts if isinstance(part, str)):
            return False
    for ends in ((one.beginning, other.beginning), (one.end[::-1], other.end[::-1])):
        if not (ends[0].startswith(ends[1]) or ends[1].startswith(ends[0])):
            return False
    return None


def without_common_ends(one: Text, other: Text) -> tuple[Text, Text]:
    """What is left to compare of two texts: `x-${Stage}` and `x-prod` are equal where `${Stage}` is `prod`."""
    here, there = ([*itertools.chain.from_iterable(_characters(text))] for text in (one, other))
    begin = _how_many_are_equal(here, there)
    end = _how_many_are_equal(here[begin:][::-1], there[begin:][::-1])
    return Text.joined(here[begin : len(here) - end]), Text.joined(there[begin : len(there) - end])


def _characters(text: Text) -> Iterator[Sequence[str | Hole]]:
    return (part if isinstance(part, str) else (part,) for part in text.parts)


def _how_many_are_equal(one: Sequence[str | Hole], other: Sequence[str | Hole]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (here, there) in pairs if here != there), min(len(one), len(other)))


def plain(value: Value) -> Any:
    """`value` as JSON."""
    if isinstance(value, Known):
        return value.value
    if isinstance(value, Items):
        return [plain(item) for item in value.values]
    if isinstance(value, Entries):
        return {key: plain(entry) for key, entry in value.values.items()}
    return UnknownData({UNKNOWN: value.written})


def origin_within(value: Value, path: Sequence[str | int]) -> Origin:
    """Where what stands at a path of `value` comes from, or else the nearest thing around it."""
    for key in path:
        if isinstance(value, Items) and isinstance(key, int) and key < len(value.values):
            value = value.values[key]
        elif isinstance(value, Entries) and key in value.values:
            value = value.values[str(key)]
        else:
            break
    return value.origin
