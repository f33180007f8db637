"""Changes that several rules ask for, and what is needed to make one."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from typing import Any

Template = dict[str, Any]
Path = tuple[str | int, ...]
Change = Callable[[Template, Path], None]
"""Changes a template as the message of a finding at the path says."""

URL_OF_A_LOAD_BALANCER = "https://app.acme.dev/oauth2/idpresponse"


def at(template: Template, path: Path) -> Any:
    value: Any = template
    for key in path:
        value = value[key]
    return value


def resource_of(template: Template, path: Path) -> dict[str, Any]:
    resource: dict[str, Any] = template["Resources"][path[1]]
    return resource


def properties_of(template: Template, path: Path) -> dict[str, Any]:
    properties: dict[str, Any] = resource_of(template, path)["Properties"]
    return properties


def put(**values: Any) -> Change:
    return lambda template, path: properties_of(template, path).update(copy.deepcopy(values))


def drop(*names: str) -> Change:
    def change(template: Template, path: Path) -> None:
        for name in names:
            properties_of(template, path).pop(name, None)

    return change


def put_below(name: str, **values: Any) -> Change:
    """Puts values into a map of the resource, which is made where there is none."""
    return lambda template, path: properties_of(template, path).setdefault(name, {}).update(copy.deepcopy(values))


def both(*changes: Change) -> Change:
    def change(template: Template, path: Path) -> None:
        for each in changes:
            each(template, path)

    return change


def replace_by(value: Any) -> Change:
    """Puts a value in the place of the one at the path."""

    def change(template: Template, path: Path) -> None:
        at(template, path[:-1])[path[-1]] = copy.deepcopy(value)

    return change


def remove_the_value(template: Template, path: Path) -> None:
    holder = at(template, path[:-1])
    del holder[path[-1]]
    if not holder and isinstance(holder, list):
        properties_of(template, path).pop(str(path[3]))


def wait_for(*types: str) -> Change:
    """For all resources of these types that the template has."""

    def change(template: Template, path: Path) -> None:
        others = {name: other["Type"] for name, other in template["Resources"].items() if name != path[1]}
        resource_of(template, path)["DependsOn"] = [name for name, type_ in others.items() if type_ in types]

    return change


def raise_the_tier(template: Template, path: Path) -> None:
    for resource in template["Resources"].values():
        if resource.get("Properties", {}).get("UserPoolTier") == "LITE":
            resource["Properties"]["UserPoolTier"] = "ESSENTIALS"


def remove_mappings(template: Template, path: Path) -> None:
    for resource in template["Resources"].values():
        resource.get("Properties", {}).pop("AttributeMapping", None)


def remove_the_map(template: Template, path: Path) -> None:
    """Removes the map of a list that holds the value at fault."""
    remove_the_value(template, path[:-1])


def client_of(action: dict[str, Any]) -> str | None:
    """The client of the template with which an action signs users in."""
    return referred_to(action.get("AuthenticateCognitoConfig", {}).get("UserPoolClientId"))


def referred_to(value: Any) -> str | None:
    """The resource that a Ref, a Fn::GetAtt or an Fn::Sub of nothing else names."""
    if not isinstance(value, dict):
        return None
    attribute = value.get("Fn::GetAtt")
    if isinstance(attribute, list):
        return str(attribute[0])
    in_sub = re.fullmatch(r"\$\{(\w+)[^}]*\}", str(value.get("Fn::Sub")))
    return in_sub[1] if in_sub else value.get("Ref")


def serves_a_load_balancer(template: Template, path: Path) -> bool:
    actions = [
        action
        for resource in template["Resources"].values()
        for name in ("DefaultActions", "Actions")
        for action in resource.get("Properties", {}).get(name, [])
        if action["Type"] == "authenticate-cognito"
    ]
    return path[1] in map(client_of, actions)
