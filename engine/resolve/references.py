"""What a template names: resources, parameters, conditions. Found without resolving anything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cfn_lint_cognito.engine.resolve.functions import FUNCTIONS
from cfn_lint_cognito.engine.template.once import once_for_each_template
from cfn_lint_cognito.engine.template.resources import Resource
from cfn_lint_cognito.engine.template.template import Template

_NAMING = frozenset(FUNCTIONS)


def named_in(written: Any) -> Iterator[str]:
    """What all that stands in `written` names, parameters included: `Pool`, `WebClient.ClientSecret`."""
    for value in maps_in(written):
        if not _NAMING.isdisjoint(value):
            yield from named_by(value)


def named_by(functions: Mapping[Any, Any]) -> Iterator[str]:
    """What a `Ref`, `Fn::GetAtt` or `Fn::Sub` itself names, not what stands in its variables; nothing for any other map."""
    for name, argument in functions.items():
        if name in FUNCTIONS:
            yield from FUNCTIONS[name].names(argument)


def logical_ids_in(written: Any) -> Iterator[str]:
    """The logical IDs of what all that stands in `written` names."""
    return (name.partition(".")[0] for name in named_in(written))


def conditions_in(written: Any) -> Iterator[str]:
    """The conditions that `Fn::If` names in `written`."""
    for value in maps_in(written):
        for name, argument in value.items():
            if name in FUNCTIONS:
                yield from FUNCTIONS[name].conditions(argument)


def looks_up(written: Any) -> bool:
    """Whether an `Fn::FindInMap` stands anywhere in `written`."""
    return any("Fn::FindInMap" in value for value in maps_in(written))


def names_anything_in(written: Any) -> bool:
    """Whether a reference in `written` has a name that another function makes, so that it may be to any resource."""
    return any(
        name in FUNCTIONS and FUNCTIONS[name].computes_a_name(argument)
        for value in maps_in(written)
        for name, argument in value.items()
    )


class References:
    """What the resources of one template name. Each is read once, and only when asked for."""

    def __init__(self) -> None:
        self._named: dict[str, frozenset[str]] = {}
        self._logical_ids: dict[str, frozenset[str]] = {}
        self._conditions_of_items: dict[str, Mapping[str, list[frozenset[str]]]] = {}

    def named_by(self, resource: Resource) -> frozenset[str]:
        """`Pool`, `WebClient.ClientSecret`."""
        if resource.name not in self._named:
            self._named[resource.name] = frozenset(named_in(resource.declared))
        return self._named[resource.name]

    def logical_ids_of(self, resource: Resource) -> frozenset[str]:
        if resource.name not in self._logical_ids:
            names = self.named_by(resource)
            self._logical_ids[resource.name] = frozenset(name.partition(".")[0] for name in names)
        return self._logical_ids[resource.name]

    def conditions_of_items(self, resource: Resource) -> Mapping[str, list[frozenset[str]]]:
        """For each property that is a list, the conditions in each item."""
        if resource.name not in self._conditions_of_items:
            properties = {} if resource.property_names is None else resource.properties
            self._conditions_of_items[resource.name] = {
                name: [frozenset(conditions_in(item)) for item in value]
                for name, value in properties.items()
                if isinstance(value, list)
            }
        return self._conditions_of_items[resource.name]


@once_for_each_template
def references_of(template: Template) -> References:
    return References()


def maps_in(written: Any) -> Iterator[Mapping[Any, Any]]:
    """Every map in `written`, itself included."""
    pending = [written]
    while pending:
        value = pending.pop()
        if isinstance(value, dict):
            yield value
            pending += [below for below in value.values() if isinstance(below, (dict, list))]
        elif isinstance(value, list):
            pending += [item for item in value if isinstance(item, (dict, list))]
