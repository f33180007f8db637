"""Slices of a list: the items that depend on the same conditions.

Twenty callback URLs, each behind a condition of its own, make a million scenarios when they are judged together, and
forty when they are judged one by one.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from cfn_lint_cognito.engine.resolve.references import references_of
from cfn_lint_cognito.engine.template.pseudo_parameters import NO_VALUE
from cfn_lint_cognito.engine.template.resources import Resource
from cfn_lint_cognito.engine.template.template import Template

_FEWEST_GROUPS: Final = 3
"""How many groups of items make it worth while to look at each alone."""


def item_slices(template: Template, resource: Resource, lists: Collection[str]) -> list[Resource]:
    """The resource once for the items of some lists that depend on the same conditions, each without the other items.

    The resource itself comes back where that does not matter.
    """
    if not lists:
        return [resource]
    found = references_of(template).conditions_of_items(resource)
    names = [name for name in lists if name in found]
    items = [(name, index, conditions) for name in names for index, conditions in enumerate(found[name])]
    groups = sorted({conditions for _, _, conditions in items}, key=sorted)
    if len(groups) < _FEWEST_GROUPS:
        return [resource]
    properties = resource.properties
    parts: list[Resource] = []
    for group in groups:
        kept = {(name, index) for name, index, conditions in items if conditions == group}
        shown = {
            name: [item if (name, index) in kept else {"Ref": NO_VALUE} for index, item in enumerate(properties[name])]
            for name in names
        }
        declared = {**resource.declared, "Properties": {**properties, **shown}}
        parts.append(Resource(resource.name, declared, item_slice=(frozenset(names), group)))
    return parts
