from typing import Final

from cfn_lint_cognito.engine.facts.names import LISTENER, LISTENER_RULE
from cfn_lint_cognito.engine.report.evidence import documented
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import listed

_LACKS: Final = {
    "Code": "the flow code",
    "Openid": "the scope openid",
    "Callback": "a callback URL https://HOST/oauth2/idpresponse",
}
_ADD: Final = {
    "Code": "code to AllowedOAuthFlows",
    "Openid": "openid to AllowedOAuthScopes",
    "Callback": "https://HOST/oauth2/idpresponse, with the host name that users open, to CallbackURLs",
}


class LoadBalancerClientCannotSignIn(Rule):
    """The client of an authenticate-cognito action has OAuth on, the flow code, the scope openid where the action asks for it,
    and a callback URL `https://HOST/oauth2/idpresponse`.

    Asked of clients of the template whose settings are all known; any host name will do, since users may open the load
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
        client = self._client(diagnostic, "Resource")
        if self._client(diagnostic, "OAuth") is False:
            providers = "" if self._client(diagnostic, "HasProviders") else ", SupportedIdentityProviders to [COGNITO]"
            style = " Managed login asks for an AWS::Cognito::ManagedLoginBranding for it, too."
            return (
                f"Set AllowedOAuthFlowsUserPoolClient of {client} to true, AllowedOAuthFlows to [code], AllowedOAuthScopes to "
                f"[openid]{providers}, and CallbackURLs to https://HOST/oauth2/idpresponse with the host name that users open."
                f"{style if self._client(diagnostic, 'NeedsStyle') else ''}"
            )
        if self._client(diagnostic, "MachineOnly"):
            return (
                "Give the load balancer a client of its own, with the flow code, the scope openid and that callback URL: "
                f"client_credentials, the flow of {client}, cannot be combined with them."
            )
        return f"Add {listed(_ADD[need] for need in self._missing(diagnostic))} of {client}."

    def _client(self, diagnostic: Diagnostic, fact: str) -> object:
        return diagnostic.get(*diagnostic.path, "Client", fact)

    def _missing(self, diagnostic: Diagnostic) -> list[str]:
        return [need for need in _LACKS if self._client(diagnostic, need) is False]
