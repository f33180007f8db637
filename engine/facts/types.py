"""The types of properties, as `schemas/document.json` declares them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from cfn_lint_cognito.engine.schemas import UNKNOWN_TYPE, declared_types
from cfn_lint_cognito.engine.values.value import Entries, Items, Known, Unknown, Value, scalar_text

_UNKNOWN = {"$ref": f"#/$defs/{UNKNOWN_TYPE}"}
_INTEGER = r"[+-]?[0-9]{1,18}"


@cache
def type_of(resource_type: str, keys: tuple[str, ...]) -> Mapping[str, Any]:
    """What `schemas/document.json` says of a property of a resource type; nothing where it does not know it."""
    declared: Mapping[str, Any] = declared_types().get(resource_type, {})
    for key in keys:
        declared = _known_alternative(declared).get("properties", {}).get(key, {})
    return _known_alternative(declared)


def _known_alternative(declared: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a type of the document's schema says of a value that is known."""
    while "$ref" in declared or "anyOf" in declared:
        if "$ref" in declared:
            declared = declared_types()[declared["$ref"].rpartition("/")[2]]
        else:
            declared = next(each for each in declared["anyOf"] if each != _UNKNOWN)
    return declared


def typed(value: Value, declared: Mapping[str, Any]) -> Value:
    """A value as its type says, "48" as 48. One of another type is unknown: cfn-lint reports it."""
    expected = declared.get("type")
    if isinstance(value, Unknown) or expected is None:
        return value
    if isinstance(value, Known):
        scalar = _SCALARS[expected](value.value) if expected in _SCALARS else None
        if scalar is None or not _is_within(scalar, declared):
            # An empty text is what a list of a parameter without a value holds.
            return Unknown(value.value, value.origin, may_be_absent=scalar == "")
        return Known(scalar, value.origin)
    if isinstance(value, Items) and expected == "array":
        items = _known_alternative(declared["items"])
        return Items(tuple(typed(item, items) for item in value.values), value.origin)
    if isinstance(value, Entries) and expected == "object":
        types = {key: _known_alternative(below) for key, below in declared.get("properties", {}).items()}
        entries = {key: typed(entry, types.get(key, {})) for key, entry in value.values.items()}
        return Entries(entries, value.origin)
    return Unknown("malformed", value.origin)


def _is_within(scalar: str | int | bool, declared: Mapping[str, Any]) -> bool:
    """Whether a scalar is one of those that its type lists, or within its limits."""
    if isinstance(scalar, int):
        return bool(declared.get("minimum", scalar) <= scalar <= declared.get("maximum", scalar))
    return scalar in declared.get("enum", (scalar,))


def _integer(value: Any) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, float):
        return int(value) if value.is_integer() else None
    return int(value) if isinstance(value, int) or re.fullmatch(_INTEGER, value) else None


def _boolean(value: Any) -> bool | None:
    return {"true": True, "false": False}.get(str(value).lower()) if isinstance(value, (bool, str)) else None


_SCALARS: Mapping[str, Callable[[Any], str | int | bool | None]] = {
    "string": scalar_text,
    "integer": _integer,
    "boolean": _boolean,
}
