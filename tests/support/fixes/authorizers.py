"""What the messages about authorizers of APIs say to change."""

from __future__ import annotations

from fixes.changes import Path, Template, properties_of
from fixes.entry import Fix


def write_the_arn(template: Template, path: Path) -> None:
    """Of the pool of the template, in place of what is there or is missing."""
    properties_of(template, path)["ProviderARNs"] = [{"Fn::GetAtt": ["Pool", "Arn"]}]


FIXES: dict[str, Fix] = {
    "E9685": Fix(write_the_arn),
}
