"""The schemas of the pack: what is legal for an app client, one JSON Schema for each rule.

A schema may use two things beyond JSON Schema. `{"$ref": "common.json#/NAME"}` stands for an entry of
`schemas/common.json`. `{"$data": "/Lifetimes/RefreshToken/Seconds"}` as the value of a keyword stands for another part of
the document that is judged; where that part is absent or unknown, so is the outcome.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

_COMMON = "common.json#/"
UNKNOWN_TYPE = "unknown"
"""The type of an unknown value among those of `schemas/document.json`."""


@cache
def _folder() -> Path:
    """`schemas` lies beside `engine`, in the installed package as in the repository."""
    return Path(__file__).resolve().parent.parent / "schemas"


@cache
def document_schema() -> dict[str, Any]:
    """What `schemas/document.json` says, in JSON Schema of its own: every value in the properties of a resource may be unknown, so the
    file leaves that out for the types of resources.
    """
    schema = _document()
    types = {name: _with_unknown_values(type_) if "::" in name else type_ for name, type_ in schema["$defs"].items()}
    return {**schema, "$defs": types}


def _with_unknown_values(schema: Any) -> Any:
    """A schema of which every part of the instance may be unknown, but not the instance itself."""
    if isinstance(schema, list):
        return [_with_unknown_values(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    changed = {key: _with_unknown_values(value) for key, value in schema.items()}
    for key in ("items", "additionalProperties"):
        if isinstance(changed.get(key), dict):
            changed[key] = _or_unknown(changed[key])
    if "properties" in changed:
        changed["properties"] = {name: _or_unknown(below) for name, below in changed["properties"].items()}
    return changed


def _or_unknown(schema: Any) -> Any:
    if "$ref" in schema:  # What is shared with facts says itself whether it may be unknown.
        return schema
    return {"anyOf": [{"$ref": f"#/$defs/{UNKNOWN_TYPE}"}, schema]}


@cache
def _document() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads((_folder() / "document.json").read_bytes())
    return schema


def declared_types() -> dict[str, Any]:
    """The types that `schemas/document.json` declares, those of resources by their names."""
    types: dict[str, Any] = _document()["$defs"]
    return types


@cache
def _common() -> dict[str, Any]:
    """The entries of common.json, as they are written."""
    entries: dict[str, Any] = json.loads((_folder() / "common.json").read_bytes())
    return entries


@cache
def common_schema(name: str) -> Any:
    """An entry of common.json, with the entries that it refers to put in."""
    return _inlined(_common()[name])


def _inlined(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_inlined(item) for item in schema]
    if isinstance(schema, dict):
        return _with_common_schema({key: _inlined(value) for key, value in schema.items()})
    return schema


def _with_common_schema(schema: dict[str, Any]) -> Any:
    """`schema` with the entry of common.json that it refers to, if it does."""
    reference = schema.get("$ref")
    if reference is None:
        return schema
    common = common_schema(reference.removeprefix(_COMMON))
    rest = {key: value for key, value in schema.items() if key != "$ref"}
    return {"allOf": [common, rest]} if rest else common


@cache
def standard_attributes() -> frozenset[str]:
    """The names of the attributes that every user pool has."""
    alternatives = common_schema("name of an attribute")["anyOf"]
    return frozenset(name for names in alternatives for name in names.get("enum", ()))


@cache
def names(entry: str) -> tuple[str, ...]:
    """The names that an entry of common.json enumerates: those of the social identity providers, of some flows or scopes."""
    return tuple(_common()[entry]["enum"])


def load_schema(rule_path: str) -> dict[str, Any]:
    """The schema of the rule at a place (`token_lifetimes/e9511_access_token_lifetime`), with the entries of common.json put
    in. Raises FileNotFoundError where there is none.
    """
    with open(f"{_folder()}/{rule_path}.json", "rb") as file:
        schema: dict[str, Any] = json.load(file, object_hook=_with_common_schema)
    return schema
