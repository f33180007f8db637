"""The schema of a rule: what it asks of documents, and what it need not look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from cfn_lint_cognito.engine.validation.keywords import Validator, Violation
from cfn_lint_cognito.engine.values.document_part import ABSENT, LookedUp
from cfn_lint_cognito.engine.values.value import UNKNOWN, UnknownData

_SECTIONS_OF_PROPERTIES: Final = ("Properties", "Redirects")
"""The sections that name their facts as the properties that they are made of."""
_BRANCHES: Final = ("if", "then", "else", "not")
_BRANCH_LISTS: Final = ("allOf", "anyOf")


class RuleSchema:
    """`legal` is JSON Schema 2020-12 with the keywords of `keywords.py`, and `$data`. It is not kept, since the judge made of it
    takes less memory.
    """

    def __init__(self, schema: Mapping[str, Any]) -> None:
        self._validator = Validator(schema)
        self._properties_named = frozenset(name for section, name in reads(schema) if section == "Properties")
        self._may_reject: dict[frozenset[str], bool] = {}
        self.looks_at_items_of = _looked_at_item_by_item(schema)
        """The lists of which the schema looks at one item at a time, and at nothing else of them."""

    def may_reject(self, properties: frozenset[str]) -> bool:
        """Whether the schema can reject a resource that has these properties and no others, whatever they are, and whatever
        else is true of it. Most rules can be told so to leave a resource alone without resolving anything.
        """
        named = properties & self._properties_named
        if named not in self._may_reject:
            document = _WithProperties(named)
            self._may_reject[named] = self._validator.truth(document, document) is not True
        return self._may_reject[named]

    def violations(self, document: Any) -> tuple[Violation, ...]:
        """What the schema surely rejects in a document."""
        if self._validator.truth(document, document) is not False:
            return ()
        return tuple(self._validator.violations(document, document))


def _looked_at_item_by_item(schema: Mapping[str, Any]) -> frozenset[str]:
    judged = schema.get("then", schema)
    if not isinstance(judged, dict) or judged.keys() - {"$schema", "properties"}:
        return frozenset()
    if "else" in schema or any(_pointers(schema)):
        return frozenset()
    whole = {name for _, name in reads(schema.get("if", {}))}
    apart: set[str] = set()
    for section, below in judged.get("properties", {}).items():
        for name, schema in below.get("properties", {}).items():
            item_by_item = (
                section in _SECTIONS_OF_PROPERTIES and isinstance(schema, dict) and schema.keys() == {"items"}
            )
            (apart if item_by_item else whole).add(name)
        whole.update(below.get("required", ()))
    return frozenset(apart - whole)


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


class _Properties(LookedUp):
    """Some properties of which only the names are known. Each may be absent: `Fn::If` can leave it out."""

    def __init__(self, names: frozenset[str]) -> None:
        self._names = names

    def look_up(self, name: str) -> Any:
        return _MAY_BE_ABSENT if name in self._names else ABSENT


class _WithProperties(LookedUp):
    """A document of which only the names of the properties are known."""

    def __init__(self, names: frozenset[str]) -> None:
        self._properties = _Properties(names)

    def look_up(self, name: str) -> Any:
        return self._properties if name == "Properties" else _UNKNOWN


_UNKNOWN: Final = UnknownData({UNKNOWN: ""})
_MAY_BE_ABSENT: Final = UnknownData({UNKNOWN: ""})
_MAY_BE_ABSENT.may_be_absent = True
