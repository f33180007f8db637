"""Which properties of a resource are surely set to something: the Given section of the document."""

from __future__ import annotations

from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.values.value import Items, Known, Unknown, Value


def given(resource: ResolvedResource, name: str) -> Value | None:
    """Whether a property is set and not empty. One whose value only the deployment knows is set to something, too."""
    value = resource.property(name)
    return None if value is None else is_given(value)


def is_given(value: Value) -> Value:
    if isinstance(value, Unknown) and value.may_be_absent:
        return Unknown(value.written, value.origin)
    is_empty = (isinstance(value, Items) and not value.values) or (isinstance(value, Known) and value.value == "")
    return Known(not is_empty, value.origin)
