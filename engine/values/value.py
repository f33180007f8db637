"""Values as one scenario sees them, each with the place where it was written."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final, NamedTuple

from cfn_lint_cognito.engine.values.text import Text
from cfn_lint_cognito.engine.values.truth import Truth

Scalar = str | int | float | bool
TemplatePath = tuple[str | int, ...]
"""The keys and indexes that lead to a place of a template: ("Resources", "Web", "Properties", "CallbackURLs", 0)."""

UNKNOWN: Final = "Unknown"


def scalar_text(value: Any) -> str | None:
    """The text CloudFormation makes of a scalar (`true`, `60`, `a`); None for anything else."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (str, int, float)):
        try:
            return str(value)
        except ValueError:  # An integer of thousands of digits.
            return None
    return None


class UnknownData(dict[str, Any]):
    """What stands for an unknown value in a document: `{"Unknown": <as it was written>}`. A type of its own, since a
    template may have a key of that name too.
    """

    may_be_absent = False
    """Whether not even that there is a value is known."""


class Origin(NamedTuple):
    """Where a value comes from.

        AccessTokenValidity: !Ref Hours      path    ("Resources", "Web", "Properties", "AccessTokenValidity")
        Hours: {Default: 48}                 written ("Parameters", "Hours", "Default")
                                             source  "the Default of parameter Hours"

    `path` is the place in the resource that uses the value, through `Fn::If` to the branch. `written` is the place where
    a person would change it; it differs from `path` for the Default of a parameter or the value of a mapping, and
    `source` then names that place in words ("the Default of parameter Hours").
    """

    used_at: TemplatePath
    defined_at: TemplatePath
    source: str = ""

    @classmethod
    def at(cls, path: TemplatePath) -> Origin:
        return cls(path, path)


class Known(NamedTuple):
    value: Scalar
    origin: Origin


class Unknown(NamedTuple):
    """A value that cannot be told before the deploy, or that is no legal value at all.

    `written` is the intrinsic as it stands in the template, `text` what is known of the text it will become. It `may_be_absent`
    where it is not even known that there is a value: a macro makes it, or the map that it would stand in.
    """

    written: Any
    origin: Origin
    text: Text | None = None
    may_be_absent: bool = False


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


def is_among(value: Value | None, texts: Collection[str]) -> Truth:
    """Whether the text of a value is one of `texts`; None where that cannot be told, or the value has no text."""
    known = known_text(value)
    return None if known is None else known in texts


def is_equal(value: Value | None, wanted: Scalar, absent: Truth) -> Truth:
    """Whether a value is the `wanted` one; None where that cannot be told, `absent` where there is no value."""
    if value is None:
        return absent
    return value.value == wanted if isinstance(value, Known) else None


def known_or_unknown(fact: Scalar | None, about: str, origin: Origin) -> Known | Unknown:
    """A fact as a value: unknown, with a word for what it is about, where it cannot be told (None)."""
    return Unknown(about, origin) if fact is None else Known(fact, origin)


def unknown_if_given(value: Value | None, about: str) -> Unknown | None:
    """What is told of a value that cannot be read: that it is unknown, with a word for what it is about; None where there is no
    value.
    """
    return None if value is None else Unknown(about, value.origin)


def entries_of(facts: Mapping[str, Value | None], origin: Origin) -> Entries:
    """Those of the facts that there are."""
    return Entries({name: fact for name, fact in facts.items() if fact is not None}, origin)


def below(value: Value | None, *keys: str) -> Value | None:
    """What stands below the keys of a map; None where there is no such thing, or no such map."""
    for key in keys:
        value = value.values.get(key) if isinstance(value, Entries) else None
    return value


def values_of(value: Value | None) -> tuple[Value, ...]:
    """The values of what takes one or a list of them."""
    if isinstance(value, Items):
        return value.values
    return () if value is None else (value,)


def plain(value: Value) -> Any:
    """`value` as JSON."""
    if isinstance(value, Known):
        return value.value
    if isinstance(value, Items):
        return [plain(item) for item in value.values]
    if isinstance(value, Entries):
        return {key: plain(entry) for key, entry in value.values.items()}
    unknown = UnknownData({UNKNOWN: value.written})
    if value.may_be_absent:
        unknown.may_be_absent = True
    return unknown


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


def is_unknown(data: Any) -> bool:
    """Whether a part of a document is unknown."""
    return data.__class__ is UnknownData


def has_unknown(data: Any) -> bool:
    """Whether anything in a part of a document is unknown."""
    if isinstance(data, dict):
        return is_unknown(data) or any(map(has_unknown, data.values()))
    return isinstance(data, list) and any(has_unknown(item) for item in data if isinstance(item, (dict, list)))
