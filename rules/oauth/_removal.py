"""The end of a fix that offers to remove OAuth settings."""

from __future__ import annotations

from cfn_lint_cognito.engine.report.rule import Diagnostic


def is_for_machines(diagnostic: Diagnostic) -> bool:
    """Whether client_credentials is the only flow: no user sees a login page of such a client."""
    return bool(diagnostic.known("Properties", "AllowedOAuthFlows") == ["client_credentials"])


def or_remove(diagnostic: Diagnostic, settings: str) -> str:
    """`, or remove SETTINGS.`; where a load balancer signs users in with the client, what it needs instead (W9633). One is
    enough that does so in any deployment, since the fix has to be right in all of them.
    """
    if True not in diagnostic.get("Possible", "SignsInAtLoadBalancer"):
        return f", or remove {settings}."
    own = "one of its own, with " if is_for_machines(diagnostic) else ""
    return (
        f". The load balancer that signs users in with this client needs {own}the flow code, the scope openid and the callback URL "
        "https://HOST/oauth2/idpresponse with the host name that users open."
    )
