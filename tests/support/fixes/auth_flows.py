"""What the messages about the flows of authentication say to change."""

from __future__ import annotations

from fixes.changes import Change, Path, Template, drop, properties_of, raise_the_tier
from fixes.entry import Fix


def use_allow_flows(template: Template, path: Path) -> None:
    properties = properties_of(template, path)
    rotated = properties.get("RefreshTokenRotation", {}).get("Feature") == "ENABLED"
    properties["ExplicitAuthFlows"] = ["ALLOW_USER_SRP_AUTH", *([] if rotated else ["ALLOW_REFRESH_TOKEN_AUTH"])]


def remove_flows(*flows: str) -> Change:
    def change(template: Template, path: Path) -> None:
        properties = properties_of(template, path)
        left = [flow for flow in properties["ExplicitAuthFlows"] if flow not in flows]
        properties["ExplicitAuthFlows"] = left
        if not left:
            del properties["ExplicitAuthFlows"]

    return change


def allow_refresh(template: Template, path: Path) -> None:
    properties_of(template, path)["ExplicitAuthFlows"].append("ALLOW_REFRESH_TOKEN_AUTH")


def switch_rotation_off(template: Template, path: Path) -> None:
    properties_of(template, path)["RefreshTokenRotation"]["Feature"] = "DISABLED"


FIXES: dict[str, Fix] = {
    "E9561": Fix(use_allow_flows),
    "E9562": Fix(remove_flows("ALLOW_REFRESH_TOKEN_AUTH")),
    "W9563": Fix(allow_refresh),
    "W9564": Fix(switch_rotation_off, may_reveal={"W9563"}, rests_on_presence=True),  # Rotation is surely off.
    "W9565": Fix(raise_the_tier),
    "W9566": Fix(drop("ExplicitAuthFlows")),
    # The last legacy flow is removed.
    "I9567": Fix(remove_flows("ALLOW_CUSTOM_AUTH", "CUSTOM_AUTH_FLOW_ONLY"), may_reveal={"W9563"}),
    "I9568": Fix(use_allow_flows),
}
