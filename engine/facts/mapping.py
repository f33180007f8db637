"""What a provider maps: the Mapping section of the document."""

from __future__ import annotations

from cfn_lint_cognito.engine.facts.seen_resource import SeenResource
from cfn_lint_cognito.engine.values.value import Entries, Items, Known, Unknown, Value


def mapping(seen: SeenResource, name: str) -> Value | None:
    """`Attributes` are the names of the pool's attributes that AttributeMapping fills. Without a mapping there are none."""
    value = seen.property("AttributeMapping")
    if value is None:
        return Items((), seen.origin)
    if not isinstance(value, Entries):
        return Unknown("AttributeMapping", value.origin)
    return Items(tuple(Known(key, entry.origin) for key, entry in value.values.items()), value.origin)
