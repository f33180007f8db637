"""What the messages about the attributes that a client reads and writes say to change."""

from __future__ import annotations

from fixes.changes import Path, Template, properties_of, referred_to, remove_mappings, remove_the_value
from fixes.entry import Fix


def remove_the_attribute(template: Template, path: Path) -> None:
    remove_the_value(template, path)
    remove_mappings(template, path)


def write_required_attributes(template: Template, path: Path) -> None:
    required = [
        entry["Name"]
        for resource in template["Resources"].values()
        for entry in resource.get("Properties", {}).get("Schema", [])
        if str(entry.get("Required")).lower() == "true" and "Name" in entry
    ]
    writable = properties_of(template, path)["WriteAttributes"]
    writable.extend(name for name in dict.fromkeys(required) if name not in writable)


def name_the_attributes(template: Template, path: Path) -> None:
    if path[3] == "ReadAttributes":
        properties_of(template, path)["ReadAttributes"] = ["email"]
    else:
        name_what_users_may_change(template, path)


def name_what_users_may_change(template: Template, path: Path) -> None:
    """What a list of WriteAttributes has to hold: what the pool requires and what a provider maps."""
    properties = properties_of(template, path)
    pool = template["Resources"].get(referred_to(properties["UserPoolId"]))
    schema = pool["Properties"].get("Schema", []) if pool else []
    required = [entry["Name"] for entry in schema if str(entry.get("Required")).lower() == "true" and "Name" in entry]
    declared = {entry.get("Name") for entry in schema}
    may_be_declared = None in declared
    mapped = [
        name
        for resource in template["Resources"].values()
        for name in resource["Properties"].get("AttributeMapping", {})
        if name == "email"
        or (name.startswith("custom:") and (may_be_declared or name.removeprefix("custom:") in declared))
    ]
    named = dict.fromkeys(["name", *(name for name in required if name != "team"), *mapped])
    properties["WriteAttributes"] = list(named)


FIXES: dict[str, Fix] = {
    "E9571": Fix(remove_the_value, may_reveal={"I9576"}),  # The last attribute is removed.
    # A required attribute that was there under a wrong name is not there at all, with or without its prefix. A mapping of it is
    # removed, too.
    "E9572": Fix(remove_the_attribute, may_reveal={"E9574", "I9576", "W9606"}),
    "E9573": Fix(remove_the_attribute, may_reveal={"E9574", "I9576", "W9606"}),
    "E9574": Fix(write_required_attributes),
    "W9575": Fix(name_the_attributes),
    "I9576": Fix(name_what_users_may_change),
}
