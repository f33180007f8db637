"""What the messages about risk configurations and logs of a user pool say to change."""

from __future__ import annotations

from fixes.changes import Path, Template, at, properties_of, remove_the_map
from fixes.entry import Fix


def write_a_known_value(template: Template, path: Path) -> None:
    at(template, path[:-1])[path[-1]] = "SIGN_IN" if "EventFilter" in path else "BLOCK"


def write_a_cidr(template: Template, path: Path) -> None:
    at(template, path[:-1])[path[-1]] = "203.0.113.0/24"


def join_ranges(template: Template, path: Path) -> None:
    del at(template, path[:-1])[path[-1]][200:]


def raise_the_pool_to_plus(template: Template, path: Path) -> None:
    pool = properties_of(template, path)["UserPoolId"]["Ref"]
    template["Resources"][pool]["Properties"]["UserPoolTier"] = "PLUS"


FIXES: dict[str, Fix] = {
    "E9671": Fix(write_a_known_value),
    "E9672": Fix(write_a_cidr),
    # A range is one of too many, whatever it is.
    "E9673": Fix(join_ranges, asks_presence_of={"BlockedIPRangeList[]", "SkippedIPRangeList[]"}),
    "E9674": Fix(remove_the_map),
    "E9675": Fix(raise_the_pool_to_plus),
}
