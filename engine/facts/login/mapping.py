"""What a provider maps: the Mapping section of the document."""

from __future__ import annotations

from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.values.value import Entries, Items, Known, Unknown, Value


def mapping(resource: ResolvedResource, name: str) -> Value | None:
    """`Attributes` are the names of the pool's attributes that AttributeMapping fills. Without a mapping there are none."""
    value = resource.property("AttributeMapping")
    if value is None:
        return Items((), resource.origin)
    if not isinstance(value, Entries):
        return Unknown("AttributeMapping", value.origin)
    return Items(tuple(Known(key, entry.origin) for key, entry in value.values.items()), value.origin)
