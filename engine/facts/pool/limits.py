"""The lower and upper limits of a pool's attributes: the Limits section of the document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.values.value import Entries, Items, Known, Value, below, known_text, unknown_if_given

_BY_TYPE: Final[Mapping[str, tuple[str, str, str]]] = {
    "String": ("StringAttributeConstraints", "MinLength", "MaxLength"),
    "Number": ("NumberAttributeConstraints", "MinValue", "MaxValue"),
}
"""Where an attribute of a type has its limits. Others than those of its type are left alone."""
_DEFAULT_TYPE: Final = "String"


def limits(resource: ResolvedResource, name: str) -> Value | None:
    """Of each attribute of Schema whose two limits are known: its name, both limits, and how far they are apart."""
    schema = resource.property(name)
    if not isinstance(schema, Items):
        return unknown_if_given(schema, name)
    return Items(tuple(found for entry in schema.values for found in _limits_of(entry)), schema.origin)


def _limits_of(entry: Value) -> Iterator[Value]:
    if not isinstance(entry, Entries):
        return
    data_type = known_text(entry.values.get("AttributeDataType", Known(_DEFAULT_TYPE, entry.origin)))
    if data_type is None or data_type not in _BY_TYPE:
        return
    holder, lower, upper = _BY_TYPE[data_type]
    least, most = (below(entry, holder, key) for key in (lower, upper))
    if isinstance(least, Known) and isinstance(most, Known):
        facts = {lower: least, upper: most, "Room": Known(int(most.value) - int(least.value), least.origin)}
        yield Entries({**facts, **({"Name": entry.values["Name"]} if "Name" in entry.values else {})}, least.origin)
