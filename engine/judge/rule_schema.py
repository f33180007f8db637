"""The schema of a rule: what it asks of documents, and what it need not look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Final

from cfn_lint_cognito.engine.judge.keywords import Judge, Violation

_SECTIONS_OF_PROPERTIES: Final = ("Properties", "Redirects")
"""The sections that name their facts as the properties that they are made of."""
_BRANCHES: Final = ("if", "then", "else", "not")
_BRANCH_LISTS: Final = ("allOf", "anyOf")


class RuleSchema:
    """`legal` is JSON Schema 2020-12 with the keywords of `keywords.py`, and `$data`."""

    def __init__(self, legal: Mapping[str, Any]) -> None:
        self.legal = legal

    @cached_property
    def properties_it_requires(self) -> frozenset[str]:
        """The properties without which the schema accepts anything, since its `if` requires them."""
        return frozenset(_required(self.legal.get("if", {}))) if "else" not in self.legal else frozenset()

    @cached_property
    def looks_at_items_of(self) -> frozenset[str]:
        """The lists of which the schema looks at one item at a time, and at nothing else of them."""
        judged = self.legal.get("then", self.legal)
        if judged.keys() - {"$schema", "properties"} or "else" in self.legal or any(_pointers(self.legal)):
            return frozenset()
        whole = {name for _, name in reads(self.legal.get("if", {}))}
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
    def _judge(self) -> Judge:
        return Judge(self.legal)

    def violations(self, document: Any) -> tuple[Violation, ...]:
        """What the schema surely rejects in a document."""
        if self._judge.truth(document, document) is not False:
            return ()
        return tuple(self._judge.violations(document, document))


def _root_schemas(schema: Any) -> Iterator[Mapping[str, Any]]:
    """`schema` and every schema in it that judges the same instance."""
    if isinstance(schema, dict):
        yield schema
        for keyword in _BRANCHES:
            yield from _root_schemas(schema.get(keyword))
        for keyword in _BRANCH_LISTS:
            for branch in schema.get(keyword, ()):
                yield from _root_schemas(branch)


def reads(schema: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The facts that a schema names, each by its section and its name: ("Lifetimes", "AccessToken")."""
    for root in _root_schemas(schema):
        for section, below in root.get("properties", {}).items():
            for names in _root_schemas(below):
                yield from ((section, name) for name in names.get("properties", {}))
                yield from ((section, name) for name in names.get("required", ()))
    for pointer in _pointers(schema):
        _, section, name, *_ = pointer.split("/")
        yield section, name


def _pointers(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
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
