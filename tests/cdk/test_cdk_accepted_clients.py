"""A second opinion: what the CDK's app client construct accepts gets no error from the pack.

The construct checks part of what Cognito checks. What it accepts and Cognito rejects is in test_cdk_lenient_clients.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from aws_cdk import CfnParameter, Duration, Fn, Stack
from aws_cdk.aws_cognito import (
    AnalyticsConfiguration,
    AuthFlow,
    ClientAttributes,
    FeaturePlan,
    OAuthFlows,
    OAuthScope,
    OAuthSettings,
    StandardAttribute,
    StandardAttributes,
    StringAttribute,
    UserPool,
    UserPoolClient,
    UserPoolClientIdentityProvider,
    UserPoolTriggers,
)
from aws_cdk.aws_secretsmanager import Secret
from cdk_clients import (
    CALLBACK,
    CLIENT_CREDENTIALS,
    READ,
    function,
    google,
    imported,
    load_balancer,
    names,
    oidc,
    orders,
    pinpoint,
    role,
    sign_in,
    user_pool,
    web,
)
from in_turn import in_turn
from stacks import Build, Case, Findings, rules

pytestmark = pytest.mark.cdk


def waiting(client: UserPoolClient, *others: Any) -> None:
    client.node.add_dependency(*others)


def in_another_stack(stack: Stack) -> UserPoolClient:
    return UserPoolClient(
        stack,
        "Web",
        user_pool=UserPool(Stack(stack.node.scope, f"{stack.node.id}Pools"), "Pool"),
        o_auth=sign_in(),
        prevent_user_existence_errors=True,
    )


def secret_in_secrets_manager(stack: Stack) -> None:
    client = web(user_pool(stack), generate_secret=True)
    Secret(stack, "Secret", secret_string_value=client.user_pool_client_secret)


def custom_authentication(stack: Stack) -> UserPoolClient:
    triggers = UserPoolTriggers(
        define_auth_challenge=function(stack, "Define"),
        create_auth_challenge=function(stack, "Create"),
        verify_auth_challenge_response=function(stack, "Verify"),
    )
    return web(user_pool(stack, lambda_triggers=triggers), auth_flows=AuthFlow(custom=True))


def attributes(stack: Stack) -> UserPoolClient:
    pool = user_pool(
        stack,
        custom_attributes={"team": StringAttribute(mutable=True)},
        standard_attributes=StandardAttributes(email=StandardAttribute(required=True)),
    )
    return web(
        pool,
        read_attributes=ClientAttributes()
        .with_standard_attributes(email=True, email_verified=True)
        .with_custom_attributes("team"),
        write_attributes=ClientAttributes().with_standard_attributes(email=True).with_custom_attributes("team"),
    )


def service(stack: Stack) -> UserPoolClient:
    pool = user_pool(stack)
    scopes = [OAuthScope.resource_server(orders(pool), READ)]
    return web(pool, generate_secret=True, o_auth=OAuthSettings(flows=CLIENT_CREDENTIALS, scopes=scopes))


ACCEPTED = [
    Case(
        "the default client",
        lambda stack: UserPool(stack, "Pool").add_client("Web"),
        {
            "W9536": "the construct writes https://example.com when no callback URL is given",
            "I9528": "the construct allows the implicit grant when no flow is given",
            "I9529": "the pool has no domain, so the OAuth that the construct turns on has no endpoint",
            "I9591": "the construct leaves PreventUserExistenceErrors out, which is LEGACY",
        },
    ),
    Case("a client with everything given", lambda stack: web(user_pool(stack))),
    Case("without OAuth", lambda stack: web(UserPool(stack, "Pool"), o_auth=None, disable_o_auth=True)),
    Case("a name", lambda stack: web(user_pool(stack), user_pool_client_name="Web shop")),
    # Imported pools
    Case(
        "the default client of an imported pool",
        lambda stack: imported(stack).add_client("Web"),
        {
            "W9536": "as for a pool of the stack",
            "I9528": "as for a pool of the stack",
            "I9591": "as for a pool of the stack",
        },
    ),
    Case("an imported pool, whose own users the construct names", lambda stack: web(imported(stack))),
    Case(
        "an imported pool and no identity providers",
        lambda stack: web(imported(stack), supported_identity_providers=[]),
        {"W9551": "the construct leaves an empty list out, and then the login page offers nothing"},
    ),
    Case(
        "an imported pool, OAuth off and no identity providers",
        lambda stack: web(imported(stack), o_auth=None, disable_o_auth=True, supported_identity_providers=[]),
        {"W9551": "the template does not tell which providers the pool has"},
    ),
    Case(
        "an imported pool and its providers",
        lambda stack: web(
            imported(stack),
            supported_identity_providers=names(UserPoolClientIdentityProvider.GOOGLE, "Okta"),
        ),
    ),
    Case(
        "an imported pool and a social provider in the wrong case",
        lambda stack: web(imported(stack), supported_identity_providers=names("google")),
        {"W9555": "names are literal, and very likely Google is meant"},
    ),
    Case(
        "an imported pool and a scope of its resource server",
        lambda stack: web(imported(stack), o_auth=sign_in(scopes=[OAuthScope.custom("orders/read")])),
    ),
    Case(
        "a pool whose ID is a parameter",
        lambda stack: web(UserPool.from_user_pool_id(stack, "Pool", CfnParameter(stack, "PoolId").value_as_string)),
    ),
    Case(
        "a pool whose ID is exported by another stack",
        lambda stack: web(UserPool.from_user_pool_id(stack, "Pool", Fn.import_value("PoolId"))),
    ),
    Case("a pool of another stack of the app", in_another_stack),
    # Identity providers
    Case(
        "a provider that the construct names by itself, with a Ref",
        lambda stack: (google(pool := user_pool(stack)), web(pool)),
    ),
    Case(
        "a provider with add_dependency",
        lambda stack: waiting(
            web(pool := user_pool(stack), supported_identity_providers=names(UserPoolClientIdentityProvider.GOOGLE)),
            google(pool),
        ),
    ),
    Case(
        "a provider by its provider_name, which is a Ref",
        lambda stack: web(
            pool := user_pool(stack), supported_identity_providers=names(oidc(pool, "Okta").provider_name)
        ),
    ),
    Case(
        "no identity providers",
        lambda stack: web(user_pool(stack), supported_identity_providers=[]),
        {"W9552": "the construct leaves an empty list out, and then the login page offers nothing"},
    ),
    # Scopes
    Case(
        "a scope through its resource server",
        lambda stack: web(
            pool := user_pool(stack), o_auth=sign_in(scopes=[OAuthScope.resource_server(orders(pool), READ)])
        ),
    ),
    Case(
        "a scope in plain text with add_dependency",
        lambda stack: waiting(
            web(pool := user_pool(stack), o_auth=sign_in(scopes=[OAuthScope.custom("orders/read")])), orders(pool)
        ),
    ),
    Case(
        "email without openid, which the construct adds",
        lambda stack: web(user_pool(stack), o_auth=sign_in(scopes=[OAuthScope.EMAIL])),
    ),
    Case("client credentials with a secret and a scope of a resource server", service),
    # Redirect URLs
    Case(
        "every kind of redirect URL",
        lambda stack: web(
            user_pool(stack),
            o_auth=sign_in(
                callback_urls=[CALLBACK, "http://localhost:3000/callback", "com.example.app:/callback"],
                default_redirect_uri=CALLBACK,
                logout_urls=["https://app.example.com/signed-out"],
            ),
        ),
    ),
    Case(
        "the implicit grant",
        lambda stack: web(user_pool(stack), o_auth=sign_in(flows=OAuthFlows(implicit_code_grant=True))),
        {"I9528": "tokens travel in the URL"},
    ),
    Case(
        "callback URLs that are no absolute URIs or hold a wildcard",
        lambda stack: web(
            user_pool(stack), o_auth=sign_in(callback_urls=["/callback", "https://*.example.com/callback"])
        ),
        {"W9535": "Cognito compares the whole text, so neither can match"},
    ),
    Case(
        "a callback URL on the DNS name of a load balancer",
        lambda stack: web(
            user_pool(stack),
            o_auth=sign_in(callback_urls=[f"https://{load_balancer(stack).load_balancer_dns_name}/oauth2/idpresponse"]),
        ),
        {"W9537": "a generated name has capitals, and the load balancer sends its host name in lower case"},
    ),
    # Lifetimes
    Case(
        "the shortest lifetimes",
        lambda stack: web(
            user_pool(stack),
            access_token_validity=Duration.minutes(5),
            id_token_validity=Duration.minutes(5),
            refresh_token_validity=Duration.minutes(60),
            auth_session_validity=Duration.minutes(3),
        ),
    ),
    Case(
        "the longest lifetimes",
        lambda stack: web(
            user_pool(stack),
            access_token_validity=Duration.days(1),
            id_token_validity=Duration.days(1),
            refresh_token_validity=Duration.days(3650),
            auth_session_validity=Duration.minutes(15),
        ),
    ),
    Case(
        "equal lifetimes",
        lambda stack: web(
            user_pool(stack),
            access_token_validity=Duration.hours(2),
            id_token_validity=Duration.hours(2),
            refresh_token_validity=Duration.hours(2),
        ),
    ),
    Case(
        "the shortest refresh token beside the default of the others",
        lambda stack: web(user_pool(stack), refresh_token_validity=Duration.minutes(60)),
    ),
    Case(
        "the longest access and ID token beside the default refresh token",
        lambda stack: web(user_pool(stack), access_token_validity=Duration.days(1), id_token_validity=Duration.days(1)),
    ),
    # Refresh token rotation and auth flows
    Case(
        "rotation with the default auth flows",
        lambda stack: web(user_pool(stack), refresh_token_rotation_grace_period=Duration.seconds(0)),
    ),
    Case(
        "rotation with auth flows",
        lambda stack: web(
            user_pool(stack),
            auth_flows=AuthFlow(user_srp=True),
            refresh_token_rotation_grace_period=Duration.seconds(60),
        ),
    ),
    Case(
        "rotation in a tier without it",
        lambda stack: web(
            user_pool(stack, feature_plan=FeaturePlan.LITE),
            refresh_token_rotation_grace_period=Duration.seconds(10),
        ),
        {"W9565": "Lite pools have no refresh token rotation"},
    ),
    Case(
        "SRP, to which the construct adds refresh",
        lambda stack: web(user_pool(stack), auth_flows=AuthFlow(user_srp=True)),
    ),
    Case(
        "passwords",
        lambda stack: web(user_pool(stack), auth_flows=AuthFlow(user_password=True, admin_user_password=True)),
        {"I9568": "Cognito sees the password"},
    ),
    Case("choice-based sign-in", lambda stack: web(user_pool(stack), auth_flows=AuthFlow(user=True))),
    Case(
        "choice-based sign-in in a tier without it",
        lambda stack: web(user_pool(stack, feature_plan=FeaturePlan.LITE), auth_flows=AuthFlow(user=True)),
        {"W9565": "Lite pools have no choice-based sign-in"},
    ),
    Case("custom authentication with its triggers", custom_authentication),
    Case(
        "no writable attribute at all",
        lambda stack: web(user_pool(stack), write_attributes=ClientAttributes()),
        {"W9575": "the construct writes an empty list, which means every attribute"},
    ),
    Case(
        "a mutable custom attribute and no list of writable ones",
        lambda stack: web(user_pool(stack, custom_attributes={"team": StringAttribute(mutable=True)})),
        {"I9576": "users can then very likely change it"},
    ),
    Case(
        "custom authentication without its triggers",
        lambda stack: web(user_pool(stack), auth_flows=AuthFlow(custom=True)),
        {"I9567": "every sign-in by that flow fails"},
    ),
    Case(
        "auth flows of which none is allowed",
        lambda stack: web(user_pool(stack), auth_flows=AuthFlow(user_srp=False)),
    ),
    # Attributes
    Case("standard and custom attributes", attributes),
    # Secrets and hardening
    Case("a secret", lambda stack: web(user_pool(stack), generate_secret=True)),
    Case("the secret in Secrets Manager, read by a custom resource", secret_in_secrets_manager),
    Case(
        "user context data with a secret",
        lambda stack: web(user_pool(stack), generate_secret=True, enable_propagate_additional_user_context_data=True),
    ),
    Case(
        "user existence errors on purpose",
        lambda stack: web(user_pool(stack), prevent_user_existence_errors=False),
        {"I9591": "False is LEGACY"},
    ),
    Case("token revocation", lambda stack: web(user_pool(stack), enable_token_revocation=True)),
    Case(
        "token revocation off",
        lambda stack: web(user_pool(stack), enable_token_revocation=False),
        {"W9592": "a stolen refresh token then stays good"},
    ),
    # Analytics
    Case(
        "analytics by application",
        lambda stack: web(user_pool(stack), analytics=AnalyticsConfiguration(application=pinpoint(stack))),
        {"W9594": "Amazon Pinpoint has reached its end of support"},
    ),
    Case(
        "analytics by ID, role and external ID",
        lambda stack: web(
            user_pool(stack),
            analytics=AnalyticsConfiguration(
                application_id=pinpoint(stack).ref, role=role(stack), external_id="external"
            ),
        ),
        {"W9594": "Amazon Pinpoint has reached its end of support"},
    ),
]


BUILDS: Mapping[str, Build] = {case.name: case.build for case in ACCEPTED}


@in_turn("case", ACCEPTED, ids=lambda case: case.name)
def test_what_the_construct_accepts_gets_no_error(case: Case, findings: Findings) -> None:
    assert not any(rule.startswith("E") for rule in case.findings)
    assert rules(findings(case.name)) == case.findings.keys()


def test_the_default_client_is_told_once_what_to_set(findings: Findings) -> None:
    (found,) = (finding for finding in findings("the default client") if finding.rule == "W9536")
    assert "o_auth.callback_urls" in found.message
    assert "/Pool/Web/Resource" in found.message
