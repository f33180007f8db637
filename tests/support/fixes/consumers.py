"""What the messages about load balancers, identity pools and agents say to change."""

from __future__ import annotations

from fixes.changes import URL_OF_A_LOAD_BALANCER, Path, Template, at
from fixes.entry import Fix

PROVIDER_OF_CLIENT = {"Fn::Sub": "${Pool.ProviderName}:${Client}"}


def write_the_name(template: Template, path: Path) -> None:
    domain = at(template, path)
    name = domain.rpartition("://")[2].partition(".auth")[0] if isinstance(domain, str) else "acme-shop"
    at(template, path[:-1])[path[-1]] = name


def use_a_client_of_its_own(template: Template, path: Path) -> None:
    name = f"{path[1]}Client{path[4]}"
    template["Resources"][name] = {
        "Type": "AWS::Cognito::UserPoolClient",
        "Properties": {
            "UserPoolId": "us-east-1_a1B2c3D4e",
            "GenerateSecret": True,
            "PreventUserExistenceErrors": "ENABLED",
            "AllowedOAuthFlowsUserPoolClient": True,
            "AllowedOAuthFlows": ["code"],
            "AllowedOAuthScopes": ["openid"],
            "CallbackURLs": [URL_OF_A_LOAD_BALANCER],
            "SupportedIdentityProviders": ["COGNITO"],
            "WriteAttributes": ["email", "name"],
        },
    }
    at(template, path)["AuthenticateCognitoConfig"]["UserPoolClientId"] = {"Ref": name}


def write_the_provider_name(template: Template, path: Path) -> None:
    at(template, path[:-1])[path[-1]] = {"Fn::GetAtt": ["Pool", "ProviderName"]}


def name_the_client(template: Template, path: Path) -> None:
    mapping = at(template, path[:5])
    old = mapping.get("IdentityProvider")
    mapping["IdentityProvider"] = "accounts.google.com" if old == "https://accounts.google.com" else PROVIDER_OF_CLIENT


def remove_the_role(template: Template, path: Path) -> None:
    del at(template, path[:-1])[path[-1]]


def change_the_rules(template: Template, path: Path) -> None:
    if path[-1] == "MatchType":
        at(template, path[:-1])["MatchType"] = "Equals"
    else:
        del at(template, path)[25:]


def name_it_as_a_client(template: Template, path: Path) -> None:
    authorizer = at(template, path[:5])
    authorizer.setdefault("AllowedClients", []).append(authorizer["AllowedAudience"].pop(int(path[6])))
    if not authorizer["AllowedAudience"]:
        del authorizer["AllowedAudience"]


FIXES: dict[str, Fix] = {
    "E9631": Fix(write_the_name),
    "W9632": Fix(write_the_name),
    "W9633": Fix(use_a_client_of_its_own),
    "E9634": Fix(write_the_provider_name),
    "E9635": Fix(name_the_client),
    "E9636": Fix(remove_the_role, rests_on_presence=True),  # The name of the role is wrong, whatever the role is.
    "E9637": Fix(change_the_rules),
    "W9638": Fix(name_it_as_a_client),
}
