"""What to change in the words of those who build with constructs of the CDK, where the CDK made the template."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule


class _Names(NamedTuple):
    """What the construct of a resource calls something, and what the class that CloudFormation's schema made calls it."""

    l2: str
    l1: str


CONSTRUCTS: Final = {
    "GenerateSecret": _Names("generate_secret", "generate_secret"),
    "AccessTokenValidity": _Names("access_token_validity", "access_token_validity"),
    "IdTokenValidity": _Names("id_token_validity", "id_token_validity"),
    "RefreshTokenValidity": _Names("refresh_token_validity", "refresh_token_validity"),
    "TokenValidityUnits.AccessToken": _Names("token_validity_units.access_token", "token_validity_units.access_token"),
    "TokenValidityUnits.IdToken": _Names("token_validity_units.id_token", "token_validity_units.id_token"),
    "TokenValidityUnits.RefreshToken": _Names(
        "token_validity_units.refresh_token", "token_validity_units.refresh_token"
    ),
    "AllowedOAuthFlows": _Names("o_auth.flows", "allowed_o_auth_flows"),
    "AllowedOAuthScopes": _Names("o_auth.scopes", "allowed_o_auth_scopes"),
    "CallbackURLs": _Names("o_auth.callback_urls", "callback_ur_ls"),
    "LogoutURLs": _Names("o_auth.logout_urls", "logout_ur_ls"),
    "DefaultRedirectURI": _Names("o_auth.default_redirect_uri", "default_redirect_uri"),
    "ExplicitAuthFlows": _Names("auth_flows", "explicit_auth_flows"),
    "RefreshTokenRotation": _Names("refresh_token_rotation_grace_period", "refresh_token_rotation"),
    "SupportedIdentityProviders": _Names("supported_identity_providers", "supported_identity_providers"),
    "ReadAttributes": _Names("read_attributes", "read_attributes"),
    "WriteAttributes": _Names("write_attributes", "write_attributes"),
    "AnalyticsConfiguration": _Names("analytics", "analytics_configuration"),
    "LambdaConfig": _Names("lambda_triggers", "lambda_config"),
    "UserPoolTier": _Names("feature_plan", "user_pool_tier"),
    "an AWS::Cognito::UserPoolResourceServer": _Names("a UserPoolResourceServer", "a CfnUserPoolResourceServer"),
    "an AWS::Cognito::UserPoolIdentityProvider": _Names(
        "an identity provider construct, such as UserPoolIdentityProviderOidc,", "a CfnUserPoolIdentityProvider"
    ),
}
"""Names that the fixes of rules use, in Python; TypeScript writes them in camel case."""

_NAME: Final = re.compile(
    rf"(?<![\w.:])(?:{'|'.join(map(re.escape, sorted(CONSTRUCTS, key=len, reverse=True)))})(?![\w.:]\w)"
)


def fix(rule: Rule, diagnostic: Diagnostic) -> str:
    """What to change, in the words of whoever wrote the resource."""
    resource = diagnostic.document.resource
    if resource.cdk_path is None:
        return rule.fix(diagnostic)
    column = _Names._fields.index("l2" if resource.is_made_by_construct else "l1")
    return _NAME.sub(lambda found: CONSTRUCTS[found[0]][column], rule.fix_for_constructs(diagnostic))
