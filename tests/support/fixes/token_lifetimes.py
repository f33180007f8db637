"""What the messages about the lifetimes of tokens say to change."""

from __future__ import annotations

from fixes.changes import Change, Path, Template, properties_of, remove_the_value
from fixes.entry import Fix


def lifetime(token: str, count: int, unit: str) -> Change:
    def change(template: Template, path: Path) -> None:
        properties = properties_of(template, path)
        properties[f"{token}Validity"] = count
        properties.setdefault("TokenValidityUnits", {})[token] = unit

    return change


def state_the_unit(template: Template, path: Path) -> None:
    token = str(path[3]).removesuffix("Validity")
    properties_of(template, path).setdefault("TokenValidityUnits", {})[token] = "hours"


FIXES: dict[str, Fix] = {
    # The order is compared once the lifetimes are in range.
    "E9511": Fix(lifetime("AccessToken", 1, "hours"), may_reveal={"E9514"}),
    "E9512": Fix(lifetime("IdToken", 1, "hours"), may_reveal={"E9514"}),
    "E9513": Fix(lifetime("RefreshToken", 30, "days"), may_reveal={"E9514"}),
    "E9514": Fix(lifetime("RefreshToken", 30, "days")),
    "I9515": Fix(state_the_unit),
    "I9516": Fix(remove_the_value, rests_on_presence=True),
}
