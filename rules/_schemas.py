"""The schemas of the pack: what is legal for an app client, one JSON Schema for each rule.

A schema may use two things beyond JSON Schema. `{"$ref": "common.json#/NAME"}` stands for an entry of
`schemas/common.json`. `{"$data": "/Lifetimes/RefreshToken/Seconds"}` as the value of a keyword stands for another part of
the document that is judged; where that part is absent or unknown, so is the outcome.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from cfn_lint_cognito._cfnlint import Violation, violations
from cfn_lint_cognito._values import UNKNOWN

_HERE = Path(__file__).resolve().parent
_COMMON = "common.json#/"
_LONGEST_REMEMBERED = 1_000
_MOST_REMEMBERED = 100
_SECTIONS_OF_PROPERTIES = ("Properties", "Redirects")
"""The sections that name their facts as the properties that they are made of."""
_BRANCHES = ("if", "then", "else", "not")
_BRANCH_LISTS = ("allOf", "anyOf", "oneOf")

Reads = frozenset[tuple[str, str]]
"""The (section, name) pairs of a document that somebody wants to know, e.g. ("Lifetimes", "AccessToken")."""


def _folder() -> Path:
    """`schemas` lies in the installed package, and beside it in the repository."""
    packaged = _HERE / "schemas"
    return packaged if packaged.is_dir() else _HERE.parent / "schemas"


def _load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@cache
def document_schema() -> dict[str, Any]:
    schema: dict[str, Any] = _load(_folder() / "document.json")
    return schema


@cache
def _common() -> dict[str, Any]:
    common: dict[str, Any] = _load(_folder() / "common.json")
    return common


@cache
def standard_attributes() -> frozenset[str]:
    """The names of the attributes that every user pool has."""
    alternatives = _inlined(_common()["name of an attribute"])["anyOf"]
    return frozenset(name for names in alternatives for name in names.get("enum", ()))


@cache
def social_identity_providers() -> tuple[str, ...]:
    """The types of social providers, which are their names too."""
    return tuple(_common()["social identity providers"]["enum"])


@cache
def _index() -> dict[str, Path]:
    """The file of each rule's schema, by the rule's ID."""
    return {path.stem.partition("_")[0].upper(): path for path in _folder().glob("*/*.json")}


@cache
def place_of(rule_id: str) -> str | None:
    """The place of a rule below rules/, schemas/, fixtures/ and docs/rules/: `token_lifetimes/e9511_access_token`."""
    path = _index().get(rule_id)
    return None if path is None else f"{path.parent.name}/{path.stem}"


@cache
def rule_schema(rule_id: str) -> RuleSchema:
    """The schema of a rule. Raises KeyError when there is no file for it."""
    return RuleSchema(_inlined(_load(_index()[rule_id])))


@dataclass(frozen=True, eq=False)
class RuleSchema:
    legal: Mapping[str, Any]

    @cached_property
    def reads(self) -> Reads:
        return frozenset(_reads(self.legal))

    @cached_property
    def needs(self) -> frozenset[str]:
        """The properties without which the schema accepts anything, since its `if` requires them."""
        return frozenset(_required(self.legal.get("if", {}))) if "else" not in self.legal else frozenset()

    @cached_property
    def looks_at_items_of(self) -> frozenset[str]:
        """The lists of which the schema looks at one item at a time, and at nothing else of them."""
        judged = self.legal.get("then", self.legal)
        if judged.keys() - {"$schema", "properties"} or "else" in self.legal or self._compares:
            return frozenset()
        whole = {name for _, name in _reads(self.legal.get("if", {}))}
        apart: set[str] = set()
        for section, below in judged["properties"].items():
            for name, schema in below.get("properties", {}).items():
                item_by_item = (
                    section in _SECTIONS_OF_PROPERTIES and isinstance(schema, dict) and schema.keys() == {"items"}
                )
                (apart if item_by_item else whole).add(name)
            whole.update(below.get("required", ()))
        return frozenset(apart - whole)

    @cached_property
    def _compares(self) -> bool:
        return '"$data"' in json.dumps(self.legal)

    def for_document(self, document: Mapping[str, Any]) -> Mapping[str, Any]:
        """The schema as plain JSON Schema, with what it compares put in."""
        return _with_data(self.legal, document) if self._compares else self.legal

    @cached_property
    def _verdicts(self) -> dict[str, tuple[Violation, ...]]:
        return {}

    def violations(self, document: Mapping[str, Any]) -> tuple[Violation, ...]:
        """What the schema surely rejects in a document. Many clients look alike to a rule: a verdict is remembered."""
        seen = repr(document)
        verdict = self._verdicts.get(seen)
        if verdict is None:
            verdict = tuple(violations(self.for_document(document), document))
            if len(seen) < _LONGEST_REMEMBERED and len(self._verdicts) < _MOST_REMEMBERED:
                self._verdicts[seen] = verdict
        return verdict


def _inlined(schema: Any) -> Any:
    if isinstance(schema, dict):
        reference = schema.get("$ref")
        if isinstance(reference, str) and reference.startswith(_COMMON):
            common = _inlined(_common()[reference[len(_COMMON) :]])
            rest = {key: _inlined(value) for key, value in schema.items() if key != "$ref"}
            return {"allOf": [common, rest]} if rest else common
        return {key: _inlined(value) for key, value in schema.items()}
    if isinstance(schema, list):
        return [_inlined(item) for item in schema]
    return schema


def _root_schemas(schema: Any) -> Iterator[Mapping[str, Any]]:
    """`schema` and every schema in it that judges the same instance."""
    if isinstance(schema, Mapping):
        yield schema
        for keyword in _BRANCHES:
            yield from _root_schemas(schema.get(keyword))
        for keyword in _BRANCH_LISTS:
            for branch in schema.get(keyword, ()):
                yield from _root_schemas(branch)


def _reads(schema: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for root in _root_schemas(schema):
        for section, below in root.get("properties", {}).items():
            for names in _root_schemas(below):
                yield from ((section, name) for name in names.get("properties", {}))
                yield from ((section, name) for name in names.get("required", ()))
    for pointer in _pointers(schema):
        _, section, name, *_ = pointer.split("/")
        yield section, name


def _pointers(schema: Any) -> Iterator[str]:
    if isinstance(schema, Mapping):
        pointer = schema.get("$data")
        if isinstance(pointer, str):
            yield pointer
        for value in schema.values():
            yield from _pointers(value)
    elif isinstance(schema, list):
        for item in schema:
            yield from _pointers(item)


def _required(condition: Mapping[str, Any]) -> Iterator[str]:
    yield from condition.get("properties", {}).get("Properties", {}).get("required", ())
    for part in condition.get("allOf", ()):
        yield from _required(part)


def _with_data(schema: Any, document: Mapping[str, Any]) -> Any:
    if isinstance(schema, list):
        return [_with_data(item, document) for item in schema]
    if not isinstance(schema, Mapping):
        return schema
    result: dict[str, Any] = {}
    for keyword, value in schema.items():
        if isinstance(value, Mapping) and "$data" in value:
            compared = _at(document, value["$data"])
            if compared is None or has_unknown(compared):
                result[UNKNOWN.lower()] = True
            else:
                result[keyword] = compared
        else:
            result[keyword] = _with_data(value, document)
    return result


def _at(document: Any, pointer: str) -> Any:
    for key in pointer.split("/")[1:]:
        if not isinstance(document, Mapping) or key not in document:
            return None
        document = document[key]
    return document


def has_unknown(value: Any) -> bool:
    if isinstance(value, Mapping):
        return UNKNOWN in value or any(has_unknown(item) for item in value.values())
    return isinstance(value, list) and any(has_unknown(item) for item in value)
