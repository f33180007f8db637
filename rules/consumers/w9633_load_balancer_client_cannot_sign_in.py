from typing import Final

from cfn_lint_cognito.engine.facts.names import BRANDING, LISTENER, LISTENER_RULE
from cfn_lint_cognito.engine.report.constructs import Kind
from cfn_lint_cognito.engine.report.evidence import documented
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import listed

_LACKS: Final = {
    "Code": "the flow code",
    "Openid": "the scope openid",
    "Callback": "a callback URL https://HOST/oauth2/idpresponse",
}
_SWITCH: Final = "AllowedOAuthFlowsUserPoolClient"
_ADD: Final = {
    "Code": ("code", "AllowedOAuthFlows"),
    "Openid": ("openid", "AllowedOAuthScopes"),
    "Callback": ("https://HOST/oauth2/idpresponse, with the host name that users open,", "CallbackURLs"),
}


class LoadBalancerClientCannotSignIn(Rule):
    """The client of an authenticate-cognito action has OAuth on, the flow code, the scope openid where the action asks for it,
    and a callback URL `https://HOST/oauth2/idpresponse`.

    Applies to clients of the template whose settings are all known; any host name will do, since users may open the load
    balancer under many. An action asks for openid unless its Scope says otherwise. One finding for an action, which points at
    it and names all that is missing.

    Silent where another rule reports the same mistake of the client. That is settings without effect while OAuth is off
    (E9522, W9523), no flows or scopes (E9521), no callback URL (E9531), or email without openid (W9543). A missing secret is
    a mistake of its own (E9584).

    ## Why

    The stack deploys, and nobody gets in. The load balancer sends users to the login page with the flow code, its scopes and
    its own callback URL. Cognito answers with an error page: `Client is not enabled for OAuth2.0 flows.`, `unauthorized_client`,
    `invalid_scope` or `redirect_mismatch`. AWS's guide to load balancers asks for all of these settings.

    ## In the CDK

    ```python
    pool.add_client(
        "LoadBalancer",
        generate_secret=True,
        o_auth=OAuthSettings(
            flows=OAuthFlows(authorization_code_grant=True),
            scopes=[OAuthScope.OPENID],
            callback_urls=["https://shop.acme.dev/oauth2/idpresponse"],
        ),
    )
    ```

    ```typescript
    pool.addClient('LoadBalancer', {
      generateSecret: true,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID],
        callbackUrls: ['https://shop.acme.dev/oauth2/idpresponse'],
      },
    });
    ```

    ## When to ignore

    When something outside the template gives the client what it lacks.

    ## References

    - [Authenticate users using an Application Load Balancer](https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html)
    """

    id = "W9633"
    shortdesc = "Load balancer's client cannot sign users in"
    resource_types = (LISTENER, LISTENER_RULE)
    evidence = (
        documented(
            "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html",
            "You must configure the client to generate a client secret, use code grant flow, and support the same OAuth scopes that the load balancer uses.",
        ),
        documented(
            "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html",
            "Allow the following redirect URLs in the callback URL field for Amazon Cognito",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        client = self._client(diagnostic, "Resource")
        if self._client(diagnostic, "OAuth") is False:
            lacking = f"for which OAuth is off: {client} has no OAuth settings at all"
        else:
            lacking = f"which lacks {listed(_LACKS[need] for need in self._missing(diagnostic))}"
        return (
            f"This action signs users in with {client}, {lacking}. "
            "Cognito answers every sign-in at this load balancer with an error page."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        client = str(self._client(diagnostic, "Resource"))
        shown = diagnostic.document.display_name(client)
        if self._client(diagnostic, "OAuth") is False:
            return self._with_oauth(diagnostic, client, shown)
        if self._client(diagnostic, "MachineOnly"):
            return (
                "Give the load balancer a client of its own, with the flow code, the scope openid and that callback URL: "
                f"client_credentials, the flow of {shown}, cannot be combined with them."
            )
        added = (_ADD[need] for need in self._missing(diagnostic))
        return f"Add {listed(f'{what} to {diagnostic.name(name, client)}' for what, name in added)} of {shown}."

    def _with_oauth(self, diagnostic: Diagnostic, client: str, shown: str) -> str:
        providers = (
            ""
            if self._client(diagnostic, "HasProviders")
            else f", {diagnostic.name('SupportedIdentityProviders', client)} to [COGNITO]"
        )
        style = (
            f" Managed login asks for {diagnostic.new(BRANDING)} for it, too."
            if self._client(diagnostic, "NeedsStyle")
            else ""
        )
        switch = f"Set {diagnostic.name(_SWITCH, client)} of {shown} to true"
        if diagnostic.kind_of(client) is Kind.L2:
            switch = f"Remove {diagnostic.spelled('disableOAuth')} of {shown}, and set"
        flows, scopes, urls = (
            diagnostic.name(name, client) for name in ("AllowedOAuthFlows", "AllowedOAuthScopes", "CallbackURLs")
        )
        return (
            f"{switch}{'' if switch.endswith('set') else ','} {flows} to [code], {scopes} to [openid]{providers}, and {urls} to "
            f"https://HOST/oauth2/idpresponse with the host name that users open.{style}"
        )

    def _client(self, diagnostic: Diagnostic, fact: str) -> object:
        return diagnostic.get(*diagnostic.path, "Client", fact)

    def _missing(self, diagnostic: Diagnostic) -> list[str]:
        return [need for need in _LACKS if self._client(diagnostic, need) is False]
