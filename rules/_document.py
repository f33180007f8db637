"""The document of one resource in one deployment: what Cognito would receive, and what the template tells about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NamedTuple

from cfn_lint_cognito._deployments import View
from cfn_lint_cognito._judge import DocumentPath, is_unknown
from cfn_lint_cognito._memory import Asked
from cfn_lint_cognito._schemas import document_schema
from cfn_lint_cognito._template import Resource, TemplatePath, scalar_text
from cfn_lint_cognito._values import Entries, Items, Known, Origin, Unknown, Value, origin_within, plain

Section = Callable[["Subject", str], Value | None]
"""Makes a fact of one section of the document by its name; None where there is no such fact."""

_INTEGER = r"[+-]?[0-9]{1,18}"


class Subject(NamedTuple):
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


class _Section(dict[str, Any]):
    """A section of a document. A fact is made when somebody looks for it, since what nobody looks for depends on no
    deployment; and whoever looks for it depends on what it asked of the deployment.
    """

    __slots__ = ("_make", "_name", "_sought", "_subject")

    def __init__(self, name: str, subject: Subject, make: Section) -> None:
        super().__init__()
        self._name = name
        self._subject = subject
        self._make = make
        self._sought: dict[object, tuple[Value | None, Asked]] = {}

    def __contains__(self, fact: object) -> bool:
        if fact not in self._sought:
            self._look_for(str(fact))
        asked = self._sought[fact][1]
        if asked:
            self._subject.view.note(asked)
        return dict.__contains__(self, fact)

    def value(self, fact: str) -> Value | None:
        """A fact with its origins."""
        return self._sought[fact][0] if fact in self else None

    def _look_for(self, fact: str) -> None:
        resource = self._subject.resource
        thing = ("fact", resource.name, resource.aspect, self._name, fact)
        made, asked = self._subject.view.recollected(thing, lambda: self._value_and_data(fact))
        value, data = made
        self._sought[fact] = value, asked
        if value is not None:
            self[fact] = data

    def _value_and_data(self, fact: str) -> tuple[Value | None, Any]:
        value = self._make(self._subject, fact)
        return value, None if value is None else plain(value)


class Document:
    """What `schemas/document.json` describes, of one resource in one deployment.

    `data` is plain JSON; whatever is unknown in it stands as `{"Unknown": <as written>}`. Only what is looked for is resolved.
    """

    def __init__(self, subject: Subject, sections: Mapping[str, Section]) -> None:
        self.data: Mapping[str, _Section] = {name: _Section(name, subject, make) for name, make in sections.items()}
        self._subject = subject

    def at(self, path: DocumentPath) -> Any:
        """The value at a path of the document; None when it is absent."""
        value: Any = self.data
        for key in path:
            if isinstance(value, dict) and key not in value:
                return None
            try:
                value = value[key]
            except (IndexError, TypeError):
                return None
        return value

    def known(self, path: DocumentPath) -> Any:
        """The value at a path of the document; None when it is absent or unknown. A list may still hold unknown items."""
        value = self.at(path)
        return None if is_unknown(value) else value

    def origin(self, path: DocumentPath) -> Origin:
        """Where the value at `path` comes from, or else the nearest thing around it."""
        section, fact, *below = *path, "", ""
        value = self.data[str(section)].value(str(fact)) if section in self.data else None
        return self._subject.origin if value is None else origin_within(value, below)


def document_of(subject: Subject, sections: Mapping[str, Section]) -> Document:
    """The document of a resource. All rules judge the same one."""
    thing = ("document", subject.resource.name, subject.resource.aspect)
    return subject.view.deployment.once(thing, lambda: Document(subject, sections))


def properties(subject: Subject, name: str) -> Value | None:
    return subject.property(name)


@cache
def _type_of(resource_type: str, keys: tuple[str, ...]) -> Mapping[str, Any]:
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
        if scalar is None:
            return Unknown(value.value, value.origin)
        return Known(scalar, _typed_origin(value.origin, expected))
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
    return int(value) if isinstance(value, int) or re.fullmatch(_INTEGER, value) else None


def _typed_origin(origin: Origin, expected: str) -> Origin:
    return origin._replace(others=tuple(map(_SCALARS[expected], origin.others))) if origin.others else origin


def _boolean(value: Any) -> bool | None:
    return {"true": True, "false": False}.get(str(value).lower()) if isinstance(value, (bool, str)) else None


_SCALARS: Mapping[str, Callable[[Any], str | int | bool | None]] = {
    "string": scalar_text,
    "integer": _integer,
    "boolean": _boolean,
}
