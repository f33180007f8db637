"""The end of a mend that offers to remove OAuth settings."""

from __future__ import annotations

from cfn_lint_cognito.engine.report.rule import Fault


def is_for_machines(fault: Fault) -> bool:
    """Whether client_credentials is the only flow: no user sees a login page of such a client."""
    return bool(fault.known("Properties", "AllowedOAuthFlows") == ["client_credentials"])


def or_remove(fault: Fault, settings: str) -> str:
    """`, or remove SETTINGS.`; where a load balancer signs users in with the client, what it needs instead (W9633)."""
    if not fault.known("Secret", "SignInActions"):
        return f", or remove {settings}."
    own = "one of its own, with " if is_for_machines(fault) else ""
    return (
        f". The load balancer that signs users in with this client needs {own}the flow code, the scope openid and the callback URL "
        "https://HOST/oauth2/idpresponse with the host name that users open."
    )
