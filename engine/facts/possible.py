"""What a property of a resource is in any deployment of its template: the Possible section of the document."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from cfn_lint_cognito.engine.deployments.possibilities import possibilities
from cfn_lint_cognito.engine.deployments.view import View
from cfn_lint_cognito.engine.facts.seen_resource import SeenResource
from cfn_lint_cognito.engine.template.resources import Resource
from cfn_lint_cognito.engine.template.template import Template
from cfn_lint_cognito.engine.values.value import Items, Known, Unknown, Value


def possible(seen: SeenResource, name: str) -> Value:
    """The values that a property has in the deployments in which the resource exists and has the property, each once. It
    says nothing of the deployment that is judged, and so makes no deployments.
    """
    template, resource = seen.view.template, seen.view.template.resources[seen.resource.name]
    known = _possible_in(template)
    if (resource.name, name) not in known:
        known[resource.name, name] = Items(tuple(_values(template, resource, name, seen)), seen.origin)
    return known[resource.name, name]


@lru_cache(maxsize=1)
def _possible_in(template: Template) -> dict[tuple[str, str], Items]:
    return {}


def _values(template: Template, resource: Resource, name: str, seen: SeenResource) -> list[Value]:
    def look_up(view: View) -> Value | bool:
        """False where there is no such property."""
        return view.exists(resource.condition) and (SeenResource(resource, view).property(name) or False)

    values: dict[Any, Value] = {}
    for value in possibilities(template, look_up):
        if isinstance(value, Known):
            values[type(value.value), value.value] = Known(value.value, seen.origin)
        elif value is not False:
            values[None] = Unknown(name, seen.origin)
    return list(values.values())
