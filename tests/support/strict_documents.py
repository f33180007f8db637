"""Documents that raise where somebody asks for what `schemas/document.json` does not describe: a misspelled name is absent otherwise,
and whatever asks for it is silent for ever.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import pytest
from cfn_lint_cognito.engine.facts.document import Document
from cfn_lint_cognito.engine.schemas import document_schema
from cfn_lint_cognito.engine.values.document_part import DocumentPath

_ALTERNATIVES = ("anyOf", "oneOf", "allOf")


class NotDescribedError(LookupError):
    """Nothing in `schemas/document.json` has this path."""


def _alternatives(schema: Any) -> Iterator[Any]:
    """What a schema may be, with references followed."""
    if not isinstance(schema, dict):
        yield schema
        return
    reference = schema.get("$ref")
    if reference is not None:
        yield from _alternatives(document_schema()["$defs"][reference.rpartition("/")[2]])
    for keyword in _ALTERNATIVES:
        for alternative in schema.get(keyword, ()):
            yield from _alternatives(alternative)
    yield schema


def _below(schemas: Sequence[Any], step: str | None) -> Iterator[Any]:
    """What is described below a key, or as an item of a list where there is no key."""
    for schema in (alternative for each in schemas for alternative in _alternatives(each)):
        if not isinstance(schema, dict):
            continue
        if step is None:
            yield from (schema[keyword] for keyword in ("items",) if keyword in schema)
        elif step in schema.get("properties", {}):
            yield schema["properties"][step]
        elif schema.get("additionalProperties") not in (None, False):
            yield schema["additionalProperties"]
        elif _is_open(schema):
            yield {"type": "object"}


def _is_open(schema: dict[str, Any]) -> bool:
    """Whether a map may have any keys, as ProviderDetails does."""
    return schema.get("type") == "object" and not schema.keys() & {"properties", "additionalProperties"}


@cache
def is_described(path: DocumentPath) -> bool:
    """Whether some document can have something at a path."""
    described: list[Any] = [document_schema()]
    for step in path:
        described = list(_below(described, None if isinstance(step, int) else step))
        if not described:
            return False
    return True


def strict(patch: pytest.MonkeyPatch) -> None:
    """Makes every document strict."""
    get, origin = Document.get, Document.origin

    def check(path: DocumentPath) -> None:
        if not is_described(path):
            raise NotDescribedError(f"{'/'.join(map(str, path))} is not in schemas/document.json")

    def strict_get(document: Document, path: DocumentPath) -> Any:
        check(path)
        return get(document, path)

    def strict_origin(document: Document, path: DocumentPath) -> Any:
        check(path)
        return origin(document, path)

    patch.setattr(Document, "get", strict_get)
    patch.setattr(Document, "origin", strict_origin)
