"""What each message says to change, done to a template."""

from __future__ import annotations

import copy
from collections.abc import Callable
from itertools import pairwise
from typing import Any

Template = dict[str, Any]
Path = tuple[str | int, ...]
Fix = Callable[[Template, Path], None]

GOOD_URL = "https://app.acme.dev/fixed"
URL_OF_A_LOAD_BALANCER = "https://app.acme.dev/oauth2/idpresponse"


def _resource(template: Template, path: Path) -> dict[str, Any]:
    resource: dict[str, Any] = template["Resources"][path[1]]
    return resource


def _properties(template: Template, path: Path) -> dict[str, Any]:
    properties: dict[str, Any] = _resource(template, path)["Properties"]
    return properties


def put(**values: Any) -> Fix:
    return lambda template, path: _properties(template, path).update(copy.deepcopy(values))


def drop(*names: str) -> Fix:
    def fix(template: Template, path: Path) -> None:
        for name in names:
            _properties(template, path).pop(name, None)

    return fix


def both(*fixes: Fix) -> Fix:
    def fix(template: Template, path: Path) -> None:
        for each in fixes:
            each(template, path)

    return fix


def lifetime(token: str, count: int, unit: str) -> Fix:
    def fix(template: Template, path: Path) -> None:
        properties = _properties(template, path)
        properties[f"{token}Validity"] = count
        properties.setdefault("TokenValidityUnits", {})[token] = unit

    return fix


def state_the_unit(template: Template, path: Path) -> None:
    token = str(path[3]).removesuffix("Validity")
    _properties(template, path).setdefault("TokenValidityUnits", {})[token] = "hours"


def remove_the_value(template: Template, path: Path) -> None:
    holder: Any = template
    for key in path[:-1]:
        holder = holder[key]
    del holder[path[-1]]
    if not holder and isinstance(holder, list):
        _properties(template, path).pop(str(path[3]))


def remove_flows(*flows: str) -> Fix:
    def fix(template: Template, path: Path) -> None:
        properties = _properties(template, path)
        left = [flow for flow in properties["ExplicitAuthFlows"] if flow not in flows]
        properties["ExplicitAuthFlows"] = left
        if not left:
            del properties["ExplicitAuthFlows"]

    return fix


def replace_the_url(template: Template, path: Path) -> None:
    properties = _properties(template, path)
    old = properties[path[3]][path[4]]
    properties[path[3]][path[4]] = GOOD_URL
    if path[3] == "CallbackURLs" and properties.get("DefaultRedirectURI") == old:
        properties["DefaultRedirectURI"] = GOOD_URL


def wait_for(*types: str) -> Fix:
    """For all resources of these types that the template has."""

    def fix(template: Template, path: Path) -> None:
        others = {name: other["Type"] for name, other in template["Resources"].items() if name != path[1]}
        _resource(template, path)["DependsOn"] = [name for name, type_ in others.items() if type_ in types]

    return fix


def name_the_providers(template: Template, path: Path) -> None:
    _properties(template, path)["SupportedIdentityProviders"] = ["COGNITO"]


def name_a_known_provider(template: Template, path: Path) -> None:
    names = _properties(template, path)["SupportedIdentityProviders"]
    del names[path[4]]
    if "COGNITO" not in names:
        names.append("COGNITO")


def spell_the_provider(template: Template, path: Path) -> None:
    names = _properties(template, path)["SupportedIdentityProviders"]
    known = ("COGNITO", "Facebook", "Google", "LoginWithAmazon", "SignInWithApple")
    right = next(name for name in known if name.lower() == names[path[4]].lower())
    del names[path[4]]
    if right not in names:
        names.append(right)


def rename_the_provider(template: Template, path: Path) -> None:
    properties = _properties(template, path)
    old, provider_type = properties["ProviderName"], properties["ProviderType"]
    new = provider_type if provider_type not in ("SAML", "OIDC") else f"{old}-{provider_type}"
    properties["ProviderName"] = new
    for resource in template["Resources"].values():
        names = resource.get("Properties", {}).get("SupportedIdentityProviders", [])
        names[:] = dict.fromkeys(new if name == old else name for name in names)


def add_branding(template: Template, path: Path) -> None:
    template["Resources"][f"{path[1]}Branding"] = {
        "Type": "AWS::Cognito::ManagedLoginBranding",
        "Properties": {"UserPoolId": {"Ref": "Pool"}, "ClientId": {"Ref": path[1]}, "UseCognitoProvidedValues": True},
    }


def add_domain(template: Template, path: Path) -> None:
    template["Resources"][f"{path[1]}Domain"] = {
        "Type": "AWS::Cognito::UserPoolDomain",
        "Properties": {"UserPoolId": _properties(template, path)["UserPoolId"], "Domain": "acme-fixed"},
    }


def remove_mappings(template: Template, path: Path) -> None:
    for resource in template["Resources"].values():
        resource.get("Properties", {}).pop("AttributeMapping", None)


def remove_the_attribute(template: Template, path: Path) -> None:
    remove_the_value(template, path)
    remove_mappings(template, path)


def use_a_pool(template: Template, path: Path) -> None:
    pools = [name for name, other in template["Resources"].items() if other["Type"] == "AWS::Cognito::UserPool"]
    _properties(template, path)["UserPoolId"] = {"Ref": pools[0]}


def raise_the_tier(template: Template, path: Path) -> None:
    for resource in template["Resources"].values():
        if resource.get("Properties", {}).get("UserPoolTier") == "LITE":
            resource["Properties"]["UserPoolTier"] = "ESSENTIALS"


def write_required_attributes(template: Template, path: Path) -> None:
    required = [
        entry["Name"]
        for resource in template["Resources"].values()
        for entry in resource.get("Properties", {}).get("Schema", [])
        if str(entry.get("Required")).lower() == "true" and "Name" in entry
    ]
    writable = _properties(template, path)["WriteAttributes"]
    writable.extend(name for name in dict.fromkeys(required) if name not in writable)


def do_not_read_the_secret(template: Template, path: Path) -> None:
    """The path leads to the function that reads it, or into it."""
    holder: Any = template
    for key, below in pairwise(path):
        if str(below).startswith("Fn::"):
            break
        holder, last = holder[key], below
    del holder[last]


def give_the_client_a_secret(template: Template, path: Path) -> None:
    """The client that the action at the path names."""
    action: Any = template
    for key in path[:5]:
        action = action[key]
    name = _client_of(action)
    template["Resources"][name].setdefault("Properties", {})["GenerateSecret"] = True


def _client_of(action: dict[str, Any]) -> str | None:
    """The client of the template with which an action signs users in."""
    return _referred_to(action.get("AuthenticateCognitoConfig", {}).get("UserPoolClientId"))


def _referred_to(value: Any) -> str | None:
    """The resource that a Ref or a Fn::GetAtt names."""
    if not isinstance(value, dict):
        return None
    attribute = value.get("Fn::GetAtt")
    return attribute[0] if isinstance(attribute, list) else value.get("Ref")


def _serves_a_load_balancer(template: Template, path: Path) -> bool:
    actions = [
        action
        for resource in template["Resources"].values()
        for name in ("DefaultActions", "Actions")
        for action in resource.get("Properties", {}).get(name, [])
        if action["Type"] == "authenticate-cognito"
    ]
    return path[1] in map(_client_of, actions)


def name_a_callback_url(template: Template, path: Path) -> None:
    url = URL_OF_A_LOAD_BALANCER if _serves_a_load_balancer(template, path) else GOOD_URL
    _properties(template, path)["CallbackURLs"] = [url]


def serve_a_load_balancer_or(otherwise: Fix) -> Fix:
    """What a load balancer needs of the client, where one signs users in with it."""

    def fix(template: Template, path: Path) -> None:
        if not _serves_a_load_balancer(template, path):
            otherwise(template, path)
            return
        drop(*OAUTH_SETTINGS)(template, path)
        needed = {"AllowedOAuthFlows": ["code"], "AllowedOAuthScopes": ["openid"]}
        put(**{SWITCH: True}, **needed, CallbackURLs=[URL_OF_A_LOAD_BALANCER])(template, path)
        properties = _properties(template, path)
        properties["SupportedIdentityProviders"] = properties.get("SupportedIdentityProviders") or ["COGNITO"]

    return fix


def allow_refresh(template: Template, path: Path) -> None:
    _properties(template, path)["ExplicitAuthFlows"].append("ALLOW_REFRESH_TOKEN_AUTH")


def use_allow_flows(template: Template, path: Path) -> None:
    properties = _properties(template, path)
    rotated = properties.get("RefreshTokenRotation", {}).get("Feature") == "ENABLED"
    properties["ExplicitAuthFlows"] = ["ALLOW_USER_SRP_AUTH", *([] if rotated else ["ALLOW_REFRESH_TOKEN_AUTH"])]


def name_what_users_may_change(template: Template, path: Path) -> None:
    """What a list of WriteAttributes has to hold: what the pool requires and what a provider maps."""
    properties = _properties(template, path)
    pool = template["Resources"].get(_referred_to(properties["UserPoolId"]))
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


def name_the_attributes(template: Template, path: Path) -> None:
    if path[3] == "ReadAttributes":
        _properties(template, path)["ReadAttributes"] = ["email"]
    else:
        name_what_users_may_change(template, path)


OAUTH_SETTINGS = ("AllowedOAuthFlows", "AllowedOAuthScopes", "CallbackURLs", "LogoutURLs", "DefaultRedirectURI")
SWITCH = "AllowedOAuthFlowsUserPoolClient"


def add_openid(template: Template, path: Path) -> None:
    _properties(template, path)["AllowedOAuthScopes"].append("openid")


def replace_implicit(template: Template, path: Path) -> None:
    flows = _properties(template, path)["AllowedOAuthFlows"]
    flows[:] = dict.fromkeys("code" if flow == "implicit" else flow for flow in flows)


def leave_client_credentials_out(template: Template, path: Path) -> None:
    _properties(template, path)["AllowedOAuthFlows"].remove("client_credentials")


def switch_rotation_off(template: Template, path: Path) -> None:
    _properties(template, path)["RefreshTokenRotation"]["Feature"] = "DISABLED"


FIXES: dict[str, Fix] = {
    "E9501": use_a_pool,
    "E9502": put(ClientName="web"),
    "E9511": lifetime("AccessToken", 1, "hours"),
    "E9512": lifetime("IdToken", 1, "hours"),
    "E9513": lifetime("RefreshToken", 30, "days"),
    "E9514": lifetime("RefreshToken", 30, "days"),
    "I9515": state_the_unit,
    "I9516": remove_the_value,
    "E9521": serve_a_load_balancer_or(drop(SWITCH, *OAUTH_SETTINGS)),
    "E9522": serve_a_load_balancer_or(drop(*OAUTH_SETTINGS)),
    "W9523": serve_a_load_balancer_or(drop(*OAUTH_SETTINGS)),
    "E9524": leave_client_credentials_out,
    "E9525": put(GenerateSecret=True),
    "E9526": remove_the_value,
    "W9527": remove_the_value,
    "I9528": replace_implicit,
    "I9529": add_domain,
    "E9531": both(name_a_callback_url, drop("DefaultRedirectURI")),
    "E9532": drop("DefaultRedirectURI"),
    "E9533": replace_the_url,
    "E9534": replace_the_url,
    "W9535": replace_the_url,
    "W9536": replace_the_url,
    "W9537": replace_the_url,
    "E9541": remove_the_value,
    "E9542": wait_for("AWS::Cognito::UserPoolResourceServer"),
    "W9543": add_openid,
    "W9551": name_the_providers,
    "W9552": name_the_providers,
    "E9553": name_a_known_provider,
    "E9554": wait_for("AWS::Cognito::UserPoolIdentityProvider"),
    "W9555": spell_the_provider,
    "E9556": rename_the_provider,
    "W9557": add_branding,
    "W9558": remove_mappings,
    "W9559": remove_mappings,
    "E9561": use_allow_flows,
    "E9562": remove_flows("ALLOW_REFRESH_TOKEN_AUTH"),
    "W9563": allow_refresh,
    "W9564": switch_rotation_off,
    "W9565": raise_the_tier,
    "W9566": drop("ExplicitAuthFlows"),
    "I9567": remove_flows("ALLOW_CUSTOM_AUTH", "CUSTOM_AUTH_FLOW_ONLY"),
    "I9568": use_allow_flows,
    "E9571": remove_the_value,
    "E9572": remove_the_attribute,
    "E9573": remove_the_attribute,
    "E9574": write_required_attributes,
    "W9575": name_the_attributes,
    "I9576": name_what_users_may_change,
    "E9581": do_not_read_the_secret,
    "W9582": do_not_read_the_secret,
    "E9583": put(EnablePropagateAdditionalUserContextData=False),
    "E9584": give_the_client_a_secret,
    "W9585": remove_the_value,
    "I9591": put(PreventUserExistenceErrors="ENABLED"),
    "W9592": put(EnableTokenRevocation=True),
    "E9593": drop("AnalyticsConfiguration"),
    "W9594": drop("AnalyticsConfiguration"),
}

IN_FORCE = {"I9529"}
"""What is asked of a client for which OAuth is turned on."""
PRESENCE_COUNTS: dict[str, set[str]] = {
    "E9541": {"Identifier"},  # No server gives a scope of that name, whatever the server is called.
    "W9558": {"ProviderName"},  # A client can name a provider by Ref, whatever it is called.
}
REVEALS: dict[str, set[str]] = {
    "E9513": {"E9514"},  # The order is compared once the refresh token is in range,
    "E9511": {"E9514"},  # and so are the others.
    "E9512": {"E9514"},
    # Without client_credentials it is a client for machines no more.
    "E9521": {"W9551"},
    "E9522": {"W9551", *IN_FORCE},
    "W9523": {"W9551", *IN_FORCE},
    "E9525": {"W9582"},  # A secret that is generated can be in plain sight.
    "E9526": {"E9521"},  # The last scope is removed,
    "W9527": {"E9521"},
    "E9541": {"E9521"},
    "W9555": {"E9554"},  # Whether the client waits for a provider is asked when it names that provider.
    "W9564": {"W9563"},  # Rotation is surely off.
    "I9567": {"W9563"},  # The last legacy flow is removed.
    "I9529": {"E9618"},  # W9619 asked before that the style waits for the domain.
    "E9571": {"I9576"},  # The last attribute is removed.
    "E9572": {"E9574", "I9576"},  # A required attribute that was there under a wrong name is not there at all,
    "E9573": {"E9574", "I9576"},  # with or without its prefix.
}
"""One mistake gets one finding, so fixing it lets the next one be seen."""
