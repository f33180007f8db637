"""What the messages about authorizers of APIs say to change."""

from __future__ import annotations

from fixes.changes import Path, Template, at, properties_of, replace_by
from fixes.entry import Fix


def write_the_arn(template: Template, path: Path) -> None:
    """Of the pool of the template, in place of what is there or is missing."""
    properties_of(template, path)["ProviderARNs"] = [{"Fn::GetAtt": ["Pool", "Arn"]}]


def name_what_tokens_have(template: Template, path: Path) -> None:
    """The issuer of the pool, or a client of the template as the audience."""
    clients = [name for name, other in template["Resources"].items() if other["Type"] == "AWS::Cognito::UserPoolClient"]
    right = {"Ref": clients[0]} if "Audience" in path else {"Fn::GetAtt": ["Pool", "ProviderURL"]}
    at(template, path[:-1])[path[-1]] = right


FIXES: dict[str, Fix] = {
    "E9681": Fix(replace_by({"Fn::GetAtt": ["Pool", "ProviderURL"]})),
    "W9682": Fix(name_what_tokens_have),
    "E9685": Fix(write_the_arn),
}
