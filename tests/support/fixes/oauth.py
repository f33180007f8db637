"""What the messages about the OAuth settings of a client say to change."""

from __future__ import annotations

from fixes.changes import (
    URL_OF_A_LOAD_BALANCER,
    Change,
    Path,
    Template,
    drop,
    properties_of,
    put,
    remove_the_value,
    serves_a_load_balancer,
)
from fixes.entry import Fix

OAUTH_SETTINGS = ("AllowedOAuthFlows", "AllowedOAuthScopes", "CallbackURLs", "LogoutURLs", "DefaultRedirectURI")
SWITCH = "AllowedOAuthFlowsUserPoolClient"
IN_FORCE = {"I9529"}
"""What is asked of a client for which OAuth is turned on."""


def serve_a_load_balancer_or(otherwise: Change) -> Change:
    """What a load balancer needs of the client, where one signs users in with it."""

    def change(template: Template, path: Path) -> None:
        if not serves_a_load_balancer(template, path):
            otherwise(template, path)
            return
        drop(*OAUTH_SETTINGS)(template, path)
        needed = {"AllowedOAuthFlows": ["code"], "AllowedOAuthScopes": ["openid"]}
        put(**{SWITCH: True}, **needed, CallbackURLs=[URL_OF_A_LOAD_BALANCER])(template, path)
        properties = properties_of(template, path)
        properties["SupportedIdentityProviders"] = properties.get("SupportedIdentityProviders") or ["COGNITO"]

    return change


def leave_client_credentials_out(template: Template, path: Path) -> None:
    properties_of(template, path)["AllowedOAuthFlows"].remove("client_credentials")


def replace_implicit(template: Template, path: Path) -> None:
    flows = properties_of(template, path)["AllowedOAuthFlows"]
    flows[:] = dict.fromkeys("code" if flow == "implicit" else flow for flow in flows)


def add_domain(template: Template, path: Path) -> None:
    template["Resources"][f"{path[1]}Domain"] = {
        "Type": "AWS::Cognito::UserPoolDomain",
        "Properties": {"UserPoolId": properties_of(template, path)["UserPoolId"], "Domain": "acme-fixed"},
    }


FIXES: dict[str, Fix] = {
    # Without client_credentials it is a client for machines no more.
    "E9521": Fix(serve_a_load_balancer_or(drop(SWITCH, *OAUTH_SETTINGS)), may_reveal={"W9551"}),
    "E9522": Fix(
        serve_a_load_balancer_or(drop(*OAUTH_SETTINGS)), may_reveal={"W9551", *IN_FORCE}, rests_on_presence=True
    ),
    "W9523": Fix(
        serve_a_load_balancer_or(drop(*OAUTH_SETTINGS)), may_reveal={"W9551", *IN_FORCE}, rests_on_presence=True
    ),
    "E9524": Fix(leave_client_credentials_out),
    "E9525": Fix(put(GenerateSecret=True), may_reveal={"W9582"}),  # A secret that is generated can be in plain sight.
    "E9526": Fix(remove_the_value, may_reveal={"E9521"}),  # The last scope is removed,
    "W9527": Fix(remove_the_value, may_reveal={"E9521"}),  # here, too.
    "I9528": Fix(replace_implicit),
    "I9529": Fix(add_domain, may_reveal={"E9618"}),  # W9619 asked before that the style waits for the domain.
}
