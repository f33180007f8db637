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


@cache
def _folder() -> Path:
    """`schemas` lies beside `engine`, in the installed package as in the repository."""
    return Path(__file__).resolve().parent.parent / "schemas"


def document_schema() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads((_folder() / "document.json").read_bytes())
    return schema


@cache
def declared_types() -> dict[str, Any]:
    """The types that `schemas/document.json` declares, those of resources by their names."""
    types: dict[str, Any] = document_schema()["$defs"]
    return types


@cache
def _common() -> dict[str, Any]:
    """The entries of common.json, as they are written."""
    entries: dict[str, Any] = json.loads((_folder() / "common.json").read_bytes())
    return entries


@cache
def _common_schema(name: str) -> Any:
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
    common = _common_schema(reference.removeprefix(_COMMON))
    rest = {key: value for key, value in schema.items() if key != "$ref"}
    return {"allOf": [common, rest]} if rest else common


@cache
def standard_attributes() -> frozenset[str]:
    """The names of the attributes that every user pool has."""
    alternatives = _common_schema("name of an attribute")["anyOf"]
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
