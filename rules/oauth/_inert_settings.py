"""What the two rules on settings beside a switch that is off have in common."""

from __future__ import annotations

from typing import Final

from cfn_lint_cognito.engine.report.constructs import Kind
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.rule import Diagnostic
from cfn_lint_cognito.engine.report.words import listed
from cfn_lint_cognito.engine.schemas import names
from cfn_lint_cognito.oauth._removal import is_for_machines

SWITCH: Final = "AllowedOAuthFlowsUserPoolClient"
FLOWS_AND_SCOPES: Final = ("AllowedOAuthFlows", "AllowedOAuthScopes")
URLS: Final = ("CallbackURLs", "LogoutURLs", "DefaultRedirectURI")
IGNORED: Final = (
    deployed("https://github.com/boto/boto3/issues/3916", "Error: invalid_grant"),
    deployed(
        "https://github.com/amazon-archives/amazon-cognito-auth-js/issues/159",
        "error_description=Client+is+not+enabled+for+OAuth2.0+flows+&error=invalid_request",
    ),
    documented(
        "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
        "When false, only SDK-based API sign-in is permitted.",
    ),
)
"""What shows that Cognito ignores the settings beside a switch that is off, and what it answers."""


def given(diagnostic: Diagnostic, settings: tuple[str, ...]) -> list[str]:
    """Which of some settings are surely set to something."""
    return [name for name in settings if diagnostic.get("Given", name) is True]


def answer(diagnostic: Diagnostic) -> str:
    """What somebody meets who uses the client, as the end of a sentence."""
    if is_for_machines(diagnostic):
        return 'the token endpoint answers "invalid_grant".'
    return 'the login page answers "Client is not enabled for OAuth2.0 flows."'


def turned_on(diagnostic: Diagnostic) -> str:
    """`Set the switch to true`, with what Cognito asks of such a client then and this one has not."""
    secret = ""
    missing = [name for name in FLOWS_AND_SCOPES if diagnostic.get("Given", name) in (None, False)]
    if is_for_machines(diagnostic):
        if diagnostic.get("Properties", "GenerateSecret") in (None, False):
            secret = f"{diagnostic.name('GenerateSecret')}: true"
    elif signs_users_in(diagnostic) or "AllowedOAuthFlows" in missing:
        asked = ("CallbackURLs", "SupportedIdentityProviders")
        missing += [name for name in asked if diagnostic.get("Properties", name) in (None, [])]
    switch = (
        f"Leave out {diagnostic.spelled('disableOAuth')}" if diagnostic.kind is Kind.L2 else "Set the switch to true"
    )
    added = [*([diagnostic.names(missing)] if missing else []), *([secret] if secret else [])]
    return f"{switch}{f' and add {listed(added)}' if added else ''}"


def signs_users_in(diagnostic: Diagnostic) -> bool:
    flows = diagnostic.known("Properties", "AllowedOAuthFlows") or ()
    return not set(names("flows with which users sign in")).isdisjoint(flow for flow in flows if isinstance(flow, str))
