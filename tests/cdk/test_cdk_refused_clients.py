"""A second opinion: what the CDK's app client construct refuses gets the matching rule when it is written as a plain
CfnUserPoolClient, which checks nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from aws_cdk import App, Duration, Fn, SecretValue, Stack
from aws_cdk.aws_cognito import (
    AnalyticsConfiguration,
    CfnUserPoolClient,
    OAuthFlows,
)
from aws_cdk.aws_secretsmanager import Secret
from cdk_clients import (
    CALLBACK,
    pinpoint,
    plain,
    plain_analytics,
    plain_lifetimes,
    plain_sign_in,
    role,
    sign_in,
    user_pool,
    web,
)
from linting import RULE_ID
from stacks import Build, Findings, Refused

pytestmark = pytest.mark.cdk


def plain_secret_read(stack: Stack) -> None:
    client = plain_sign_in(stack)
    Secret(stack, "Secret", secret_string_value=SecretValue.resource_attribute(client.attr_client_secret))


REFUSED = [
    Refused(
        "an access token of 4 minutes",
        lambda stack: web(user_pool(stack), access_token_validity=Duration.minutes(4)),
        "accessTokenValidity: Must be a duration between 5 minutes and 1 day (inclusive); received 4 minutes.",
        lambda stack: plain_lifetimes(stack, access_token=4),
        "E9511",
    ),
    Refused(
        "an access token of 25 hours",
        lambda stack: web(user_pool(stack), access_token_validity=Duration.hours(25)),
        "accessTokenValidity: Must be a duration between 5 minutes and 1 day (inclusive)",
        lambda stack: plain_lifetimes(stack, access_token=25 * 60),
        "E9511",
    ),
    Refused(
        "an ID token of 4 minutes",
        lambda stack: web(user_pool(stack), id_token_validity=Duration.minutes(4)),
        "idTokenValidity: Must be a duration between 5 minutes and 1 day (inclusive); received 4 minutes.",
        lambda stack: plain_lifetimes(stack, id_token=4),
        "E9512",
    ),
    Refused(
        "an ID token of 25 hours",
        lambda stack: web(user_pool(stack), id_token_validity=Duration.hours(25)),
        "idTokenValidity: Must be a duration between 5 minutes and 1 day (inclusive)",
        lambda stack: plain_lifetimes(stack, id_token=25 * 60),
        "E9512",
    ),
    Refused(
        "a refresh token of 59 minutes",
        lambda stack: web(user_pool(stack), refresh_token_validity=Duration.minutes(59)),
        "refreshTokenValidity: Must be a duration between 1 hour and 3650 days (inclusive); received 59 minutes.",
        lambda stack: plain_lifetimes(stack, refresh_token=59),
        "E9513",
    ),
    Refused(
        "a refresh token of 3651 days",
        lambda stack: web(user_pool(stack), refresh_token_validity=Duration.days(3651)),
        "refreshTokenValidity: Must be a duration between 1 hour and 3650 days (inclusive); received 3651 days.",
        lambda stack: plain_lifetimes(stack, refresh_token=3651 * 24 * 60),
        "E9513",
    ),
    Refused(
        "an access token that outlives the refresh token",
        lambda stack: web(
            user_pool(stack), access_token_validity=Duration.hours(12), refresh_token_validity=Duration.hours(2)
        ),
        "accessTokenValidity: Must be a duration between 5 minutes and 2 hours (inclusive); received 12 hours.",
        lambda stack: plain_lifetimes(stack, access_token=720, refresh_token=120),
        "E9514",
    ),
    Refused(
        "an ID token that outlives the refresh token",
        lambda stack: web(
            user_pool(stack), id_token_validity=Duration.minutes(121), refresh_token_validity=Duration.hours(2)
        ),
        "idTokenValidity: Must be a duration between 5 minutes and 2 hours (inclusive)",
        lambda stack: plain_lifetimes(stack, id_token=121, refresh_token=120),
        "E9514",
    ),
    Refused(
        "an auth session of 2 minutes",
        lambda stack: web(user_pool(stack), auth_session_validity=Duration.minutes(2)),
        "authSessionValidity: Must be a duration between 3 minutes and 15 minutes (inclusive); received 2 minutes.",
        lambda stack: plain(stack, auth_session_validity=2),
        "E3034",
    ),
    Refused(
        "an auth session of 16 minutes",
        lambda stack: web(user_pool(stack), auth_session_validity=Duration.minutes(16)),
        "authSessionValidity: Must be a duration between 3 minutes and 15 minutes (inclusive); received 16 minutes.",
        lambda stack: plain(stack, auth_session_validity=16),
        "E3034",
    ),
    Refused(
        "a rotation with 61 seconds of grace",
        lambda stack: web(user_pool(stack), refresh_token_rotation_grace_period=Duration.seconds(61)),
        "refreshTokenRotationGracePeriod: Must be a duration between 0 seconds and 1 minute (inclusive)",
        lambda stack: plain(
            stack,
            refresh_token_rotation=CfnUserPoolClient.RefreshTokenRotationProperty(
                feature="ENABLED", retry_grace_period_seconds=61
            ),
        ),
        "E3034",
    ),
    Refused(
        "OAuth settings and OAuth off",
        lambda stack: web(user_pool(stack), disable_o_auth=True),
        "OAuth settings cannot be specified when disableOAuth is set.",
        lambda stack: plain_sign_in(stack, allowed_o_auth_flows_user_pool_client=False),
        "E9522",
    ),
    Refused(
        "client credentials and the code grant",
        lambda stack: web(
            user_pool(stack),
            generate_secret=True,
            o_auth=sign_in(flows=OAuthFlows(client_credentials=True, authorization_code_grant=True)),
        ),
        "clientCredentials OAuth flow cannot be selected along with codeGrant or implicitGrant.",
        lambda stack: plain_sign_in(
            stack,
            user_pool_id="us-east-1_a1B2c3D4e",
            generate_secret=True,
            allowed_o_auth_flows=["client_credentials", "code"],
            allowed_o_auth_scopes=["orders/read"],
        ),
        "E9524",
    ),
    Refused(
        "client credentials and the implicit grant",
        lambda stack: web(
            user_pool(stack),
            generate_secret=True,
            o_auth=sign_in(flows=OAuthFlows(client_credentials=True, implicit_code_grant=True)),
        ),
        "clientCredentials OAuth flow cannot be selected along with codeGrant or implicitGrant.",
        lambda stack: plain_sign_in(
            stack,
            user_pool_id="us-east-1_a1B2c3D4e",
            generate_secret=True,
            allowed_o_auth_flows=["client_credentials", "implicit"],
            allowed_o_auth_scopes=["orders/read"],
        ),
        "E9524",
    ),
    Refused(
        "the code grant without a callback URL",
        lambda stack: web(user_pool(stack), o_auth=sign_in(callback_urls=[])),
        "callbackUrl must not be empty when codeGrant or implicitGrant OAuth flows are enabled.",
        lambda stack: plain_sign_in(stack, callback_ur_ls=[]),
        "E9531",
    ),
    Refused(
        "the implicit grant without a callback URL",
        lambda stack: web(
            user_pool(stack), o_auth=sign_in(flows=OAuthFlows(implicit_code_grant=True), callback_urls=[])
        ),
        "callbackUrl must not be empty when codeGrant or implicitGrant OAuth flows are enabled.",
        lambda stack: plain_sign_in(stack, allowed_o_auth_flows=["implicit"], callback_ur_ls=None),
        "E9531",
    ),
    Refused(
        "a default redirect URI that is no callback URL",
        lambda stack: web(user_pool(stack), o_auth=sign_in(default_redirect_uri=f"{CALLBACK}/")),
        "defaultRedirectUri must be included in callbackUrls.",
        lambda stack: plain_sign_in(stack, default_redirect_uri=f"{CALLBACK}/"),
        "E9532",
    ),
    Refused(
        "a default redirect URI with a space",
        lambda stack: web(
            user_pool(stack),
            o_auth=sign_in(
                callback_urls=[CALLBACK, "https://app.example.com/a b"],
                default_redirect_uri="https://app.example.com/a b",
            ),
        ),
        "defaultRedirectUri must match the",
        lambda stack: plain_sign_in(
            stack,
            callback_ur_ls=[CALLBACK, "https://app.example.com/a b"],
            default_redirect_uri="https://app.example.com/a b",
        ),
        "E3031",
    ),
    Refused(
        "user context data without a secret",
        lambda stack: web(user_pool(stack), enable_propagate_additional_user_context_data=True),
        "Cannot activate enablePropagateAdditionalUserContextData in an app client without a client secret.",
        lambda stack: plain_sign_in(stack, enable_propagate_additional_user_context_data=True),
        "E9583",
    ),
    Refused(
        "reading a secret that is not generated",
        lambda stack: web(user_pool(stack)).user_pool_client_secret,
        "userPoolClientSecret is available only if generateSecret is set to true.",
        plain_secret_read,
        "E9581",
    ),
    Refused(
        "analytics by application and by ID",
        lambda stack: web(
            user_pool(stack),
            analytics=AnalyticsConfiguration(
                application=pinpoint(stack), application_id="id", role=role(stack), external_id="external"
            ),
        ),
        "Either `application` or all of `applicationId`, `externalId` and `role` must be specified.",
        lambda stack: plain_analytics(
            stack,
            application_arn=pinpoint(stack).attr_arn,
            application_id=Fn.import_value("ApplicationId"),
            role_arn=role(stack).role_arn,
            external_id="external",
        ),
        "E9593",
    ),
    Refused(
        "analytics by ID without a role",
        lambda stack: web(
            user_pool(stack), analytics=AnalyticsConfiguration(application_id="id", external_id="external")
        ),
        "Either all of `applicationId`, `externalId` and `role` must be specified",
        lambda stack: plain_analytics(stack, application_id=pinpoint(stack).ref, external_id="external"),
        "E9593",
    ),
    Refused(
        "analytics by ID without an external ID",
        lambda stack: web(user_pool(stack), analytics=AnalyticsConfiguration(application_id="id", role=role(stack))),
        "Either all of `applicationId`, `externalId` and `role` must be specified",
        lambda stack: plain_analytics(stack, application_id=pinpoint(stack).ref, role_arn=role(stack).role_arn),
        "E9593",
    ),
    Refused(
        "analytics of nothing",
        lambda stack: web(user_pool(stack), analytics=AnalyticsConfiguration(share_user_data=True)),
        "Either all of `applicationId`, `externalId` and `role` must be specified",
        lambda stack: plain_analytics(stack, user_data_shared=True),
        "E9593",
    ),
]

BUILDS: Mapping[str, Build] = {case.name: case.without_construct for case in REFUSED}
WITH_CFN_LINT = [case.name for case in REFUSED if not RULE_ID.fullmatch(case.rule)]


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.name)
def test_what_the_construct_refuses_gets_the_matching_rule(case: Refused, findings: Findings, tmp_path: Path) -> None:
    stack = Stack(App(outdir=str(tmp_path)))
    with pytest.raises(RuntimeError, match=re.escape(case.words)):
        case.build(stack)
    found = findings(case.name)
    assert {finding.rule for finding in found if finding.rule.startswith("E")} == {case.rule}
