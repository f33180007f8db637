"""What the messages about authorizers of APIs say to change."""

from __future__ import annotations

from fixes.changes import Path, Template, at, properties_of, referred_to, replace_by
from fixes.entry import Fix


def write_the_arn(template: Template, path: Path) -> None:
    """Of the pool of the template, in place of what is there or is missing."""
    properties_of(template, path)["ProviderARNs"] = [{"Fn::GetAtt": ["Pool", "Arn"]}]


def name_what_tokens_have(template: Template, path: Path) -> None:
    """The issuer of the pool, or a client of the template as the audience."""
    clients = [name for name, other in template["Resources"].items() if other["Type"] == "AWS::Cognito::UserPoolClient"]
    right = {"Ref": clients[0]} if "Audience" in path else {"Fn::GetAtt": ["Pool", "ProviderURL"]}
    at(template, path[:-1])[path[-1]] = right


def take_the_issuer(template: Template, path: Path) -> None:
    """That of the pool at the value at the path, or the original one where something takes no other."""
    value = at(template, path)
    pools = template["Resources"]
    if "Fn::Sub" in value:
        text = value["Fn::Sub"]
        is_updated = "issuer-cognito-idp" in text
        at(template, path[:-1])[path[-1]] = {
            "Fn::Sub": text.replace("issuer-", "") if is_updated else text.replace("cognito-idp", "issuer-cognito-idp")
        }
    else:
        pools[str(referred_to(value))]["Properties"]["IssuerConfiguration"] = {"Type": "ORIGINAL"}


def ask_for_what_a_client_has(template: Template, path: Path) -> None:
    granted = [
        scope
        for each in template["Resources"].values()
        if each["Type"] == "AWS::Cognito::UserPoolClient"
        for scope in each["Properties"].get("AllowedOAuthScopes", [])
    ]
    properties_of(template, path)["AuthorizationScopes"] = granted[:1]


FIXES: dict[str, Fix] = {
    "W9684": Fix(ask_for_what_a_client_has),
    "W9683": Fix(take_the_issuer, may_reveal={"W9683"}),
    "E9681": Fix(replace_by({"Fn::GetAtt": ["Pool", "ProviderURL"]})),
    "W9682": Fix(name_what_tokens_have),
    "E9685": Fix(write_the_arn),
}
