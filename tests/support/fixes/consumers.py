"""What the messages about load balancers, identity pools and agents say to change."""

from __future__ import annotations

from fixes.changes import URL_OF_A_LOAD_BALANCER, Path, Template, at, properties_of, referred_to
from fixes.entry import Fix

CERTIFICATE = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
_GOOGLE = ("accounts.google.com", "https://accounts.google.com")
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
    name = "accounts.google.com" if old in _GOOGLE else PROVIDER_OF_CLIENT
    mapping["IdentityProvider"] = name
    identity_pool = template["Resources"].get(referred_to(properties_of(template, path).get("IdentityPoolId")))
    if identity_pool is not None:  # The message names it where it has no such provider.
        configured = identity_pool.setdefault("Properties", {})
        configured.setdefault("SupportedLoginProviders", {})["accounts.google.com"] = "1234.apps.googleusercontent.com"
        own = {"ClientId": {"Ref": "Client"}, "ProviderName": {"Fn::GetAtt": ["Pool", "ProviderName"]}}
        configured.setdefault("CognitoIdentityProviders", []).append(own)


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


def name_the_custom_domain(template: Template, path: Path) -> None:
    domains = {name: other for name, other in template["Resources"].items() if other["Type"].endswith("UserPoolDomain")}
    custom = next(name for name, other in domains.items() if "CustomDomainConfig" in other["Properties"])
    at(template, path[:-1])[path[-1]] = {"Ref": custom}


def listen_to_https(template: Template, path: Path) -> None:
    properties = properties_of(template, path)
    listener = referred_to(properties.get("ListenerArn"))
    if listener is not None:
        properties = template["Resources"][listener]["Properties"]
    properties.update(Protocol="HTTPS", Port=443, Certificates=[{"CertificateArn": CERTIFICATE}])


FIXES: dict[str, Fix] = {
    "E9631": Fix(write_the_name),
    "W9632": Fix(write_the_name),
    "W9633": Fix(use_a_client_of_its_own),
    "E9634": Fix(write_the_provider_name),
    "E9635": Fix(name_the_client, asks_presence_of={"ClientId", "ProviderName"}),
    "E9636": Fix(remove_the_role, rests_on_presence=True),  # The name of the role is wrong, whatever the role is.
    "E9637": Fix(change_the_rules),
    "W9638": Fix(name_it_as_a_client),
    "W9639": Fix(name_the_custom_domain, asks_presence_of={"CustomDomainConfig"}),
    "E9640": Fix(listen_to_https),
}
