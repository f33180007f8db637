"""The document of one resource in one deployment: what Cognito would receive, and what the template tells about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from cfn_lint_cognito._deployments import View
from cfn_lint_cognito._schemas import Reads, document_schema
from cfn_lint_cognito._template import Resource, TemplatePath, scalar_text
from cfn_lint_cognito._values import Entries, Items, Known, Origin, Unknown, Value, plain

DocumentPath = tuple[str | int, ...]
Section = Callable[["Subject", Collection[str]], Mapping[str, Value]]
"""Makes the named facts of one section of the document; a fact that does not exist is left out."""

_INTEGER = re.compile(r"[+-]?\d{1,18}")


@dataclass(frozen=True, eq=False)
class Subject:
    """A resource as one deployment sees it."""

    resource: Resource
    view: View

    @property
    def path(self) -> TemplatePath:
        return (*self.resource.path, "Properties")

    @property
    def origin(self) -> Origin:
        """Where a fact about the whole resource comes from."""
        return Origin.at(self.path)

    def property(self, *keys: str) -> Value | None:
        """A property, typed as its schema says ("48" is 48); None when it is absent.

        A value that is none of its type comes back unknown: cfn-lint reports it.
        """
        return self.view.remembered(
            ("property", self.resource.name, self.resource.aspect, *keys), lambda: self._typed_property(keys)
        )

    def _typed_property(self, keys: tuple[str, ...]) -> Value | None:
        value = self.view.intrinsics.at(self.resource.properties, self.path, keys)
        return None if value is None else _typed(value, _type_of(self.resource.type, keys))


Origins = Mapping[DocumentPath, Origin]


@dataclass(frozen=True, eq=False)
class Document:
    """`data` is plain JSON; whatever is unknown in it stands as `{"Unknown": <as written>}`. Its parts are shared with other
    documents. `origins` are those of each (section, name).
    """

    data: Mapping[str, Mapping[str, Any]]
    origins: Mapping[DocumentPath, Origins]
    resource_origin: Origin

    def at(self, path: DocumentPath) -> Any:
        """The value at a path of the document; None when it is absent."""
        value: Any = self.data
        for key in path:
            try:
                value = value[key]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def origin(self, path: DocumentPath) -> Origin:
        """Where the value at `path` comes from, or else the nearest thing around it."""
        origins = self.origins.get(path[:2], {})
        while len(path) > 2 and path not in origins:
            path = path[:-1]
        return origins.get(path, self.resource_origin)


def document_of(subject: Subject, reads: Reads, sections: Mapping[str, Section]) -> Document:
    """The part of the document that somebody reads. Nothing else is resolved."""
    data: dict[str, dict[str, Any]] = {}
    origins: dict[DocumentPath, Origins] = {}
    for section, name in sorted(reads):
        present = data.setdefault(section, {})
        thing = ("document", subject.resource.name, subject.resource.aspect, section, name)
        part = subject.view.remembered(thing, partial(_part, subject, section, name, sections[section]))
        if part is not None:
            present[name], origins[section, name] = part
    return Document(data, origins, subject.origin)


def _part(subject: Subject, section: str, name: str, facts: Section) -> tuple[Any, Origins] | None:
    value = facts(subject, [name]).get(name)
    origins: dict[DocumentPath, Origin] = {}
    return None if value is None else (plain(value, (section, name), origins), origins)


def properties(subject: Subject, names: Collection[str]) -> Mapping[str, Value]:
    return {name: value for name in names if (value := subject.property(name)) is not None}


def _type_of(resource_type: str, keys: Collection[str]) -> Mapping[str, Any]:
    declared: Mapping[str, Any] = document_schema()["$defs"].get(resource_type, {})
    for key in keys:
        declared = _known_alternative(declared).get("properties", {}).get(key, {})
    return _known_alternative(declared)


def _known_alternative(declared: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a type of the document's schema says of a value that is known."""
    while "$ref" in declared or "anyOf" in declared:
        if "$ref" in declared:
            declared = document_schema()["$defs"][declared["$ref"].rpartition("/")[2]]
        else:
            declared = declared["anyOf"][-1]
    return declared


def _typed(value: Value, declared: Mapping[str, Any]) -> Value:
    expected = declared.get("type")
    if isinstance(value, Unknown) or expected is None:
        return value
    if isinstance(value, Known):
        scalar = _SCALARS[expected](value.value) if expected in _SCALARS else None
        if isinstance(scalar, int) and not declared.get("minimum", scalar) <= scalar <= declared.get("maximum", scalar):
            scalar = None
        return Unknown(value.value, value.origin) if scalar is None else Known(scalar, value.origin)
    if isinstance(value, Items) and expected == "array":
        items = _known_alternative(declared["items"])
        return Items(tuple(_typed(item, items) for item in value.values), value.origin)
    if isinstance(value, Entries) and expected == "object":
        types = {key: _known_alternative(below) for key, below in declared.get("properties", {}).items()}
        entries = {key: _typed(entry, types.get(key, {})) for key, entry in value.values.items()}
        return Entries(entries, value.origin)
    return Unknown("malformed", value.origin)


def _integer(value: Any) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, float):
        return int(value) if value.is_integer() else None
    return int(value) if isinstance(value, int) or _INTEGER.fullmatch(value) else None


def _boolean(value: Any) -> bool | None:
    return {"true": True, "false": False}.get(str(value).lower()) if isinstance(value, (bool, str)) else None


_SCALARS: Mapping[str, Callable[[Any], str | int | bool | None]] = {
    "string": scalar_text,
    "integer": _integer,
    "boolean": _boolean,
}
