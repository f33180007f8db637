"""What the messages about risk configurations and logs of a user pool say to change."""

from __future__ import annotations

from fixes.changes import Path, Template, at, properties_of, remove_the_map
from fixes.entry import Fix

LOG_GROUP = "arn:aws:logs:eu-west-1:111122223333:log-group:acme"


def write_a_known_value(template: Template, path: Path) -> None:
    at(template, path[:-1])[path[-1]] = "SIGN_IN" if "EventFilter" in path else "BLOCK"


def write_a_cidr(template: Template, path: Path) -> None:
    at(template, path[:-1])[path[-1]] = "203.0.113.0/24"


def join_ranges(template: Template, path: Path) -> None:
    del at(template, path[:-1])[path[-1]][200:]


def raise_the_pool_to_plus(template: Template, path: Path) -> None:
    pool = properties_of(template, path)["UserPoolId"]["Ref"]
    template["Resources"][pool]["Properties"]["UserPoolTier"] = "PLUS"


def deliver_to_a_log_group(template: Template, path: Path) -> None:
    item = at(template, path[:5])
    item.pop("S3Configuration", None)
    item.pop("FirehoseConfiguration", None)
    item.update(CloudWatchLogsConfiguration={"LogGroupArn": LOG_GROUP}, LogLevel="ERROR")


def write_the_other_level(template: Template, path: Path) -> None:
    item = at(template, path[:-1])
    item["LogLevel"] = "INFO" if item["LogLevel"] == "ERROR" else "ERROR"


def write_a_name_that_the_pool_takes(template: Template, path: Path) -> None:
    properties = properties_of(template, path)
    properties["Username"] = "ada" if "@" in str(properties["Username"]) else "ada@acme.dev"


FIXES: dict[str, Fix] = {
    "E9671": Fix(write_a_known_value),
    "E9672": Fix(write_a_cidr),
    # A range is one of too many, whatever it is.
    "E9673": Fix(join_ranges, asks_presence_of={"BlockedIPRangeList[]", "SkippedIPRangeList[]"}),
    "E9674": Fix(remove_the_map),
    "E9675": Fix(raise_the_pool_to_plus),
    # The events go to one destination only, whatever it is.
    "E9676": Fix(deliver_to_a_log_group, rests_on_presence=True),
    "W9677": Fix(write_the_other_level),
    "E9678": Fix(write_a_name_that_the_pool_takes),
}
