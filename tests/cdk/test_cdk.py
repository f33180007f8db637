"""A second opinion: what the CDK's app client construct accepts and refuses, and what the pack says of the same client.

The construct checks part of what Cognito checks. What it accepts gets no error from the pack, unless it stands in
TOO_LENIENT with the fact that it does not know. What it refuses gets the matching rule when it is written as a plain
CfnUserPoolClient, which checks nothing. All stacks are synthesised by one App, since that is what takes its time.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aws_cdk
import pytest
from aws_cdk import App, CfnParameter, Duration, Fn, SecretValue, Stack, aws_cognito
from aws_cdk.aws_bedrockagentcore import CfnGateway
from aws_cdk.aws_cognito import (
    AnalyticsConfiguration,
    AuthFlow,
    CfnIdentityPool,
    CfnUserPoolClient,
    ClientAttributes,
    CognitoDomainOptions,
    FeaturePlan,
    IUserPool,
    OAuthFlows,
    OAuthScope,
    OAuthSettings,
    OidcEndpoints,
    ResourceServerScope,
    StandardAttribute,
    StandardAttributes,
    StringAttribute,
    UserPool,
    UserPoolClient,
    UserPoolClientIdentityProvider,
    UserPoolIdentityProviderGoogle,
    UserPoolIdentityProviderOidc,
    UserPoolResourceServer,
    UserPoolTriggers,
)
from aws_cdk.aws_ec2 import IVpc, Vpc
from aws_cdk.aws_elasticloadbalancingv2 import ApplicationLoadBalancer, CfnListener, ListenerAction, ListenerCertificate
from aws_cdk.aws_elasticloadbalancingv2_actions import AuthenticateCognitoAction
from aws_cdk.aws_iam import Role, ServicePrincipal
from aws_cdk.aws_lambda import Code, Function, Runtime
from aws_cdk.aws_pinpoint import CfnApp
from aws_cdk.aws_secretsmanager import Secret
from cfnlint.rules import Rules
from linting import RULE_ID, Finding, is_ours, lint, lint_with_everything

pytestmark = pytest.mark.cdk

CALLBACK = "https://app.example.com/callback"
CODE = OAuthFlows(authorization_code_grant=True)
CLIENT_CREDENTIALS = OAuthFlows(client_credentials=True)
READ = ResourceServerScope(scope_name="read", scope_description="Read orders")


def sign_in(**settings: Any) -> OAuthSettings:
    """OAuth settings with which users can sign in, and what is to differ."""
    right = {"flows": CODE, "scopes": [OAuthScope.OPENID], "callback_urls": [CALLBACK]}
    return OAuthSettings(**{**right, **settings})


def user_pool(stack: Stack, **properties: Any) -> UserPool:
    pool = UserPool(stack, "Pool", **properties)
    pool.add_domain("Domain", cognito_domain=CognitoDomainOptions(domain_prefix="acme-web"))
    return pool


def imported(stack: Stack) -> IUserPool:
    return UserPool.from_user_pool_id(stack, "Pool", "us-east-1_a1B2c3D4e")


def web(pool: IUserPool, **properties: Any) -> UserPoolClient:
    """A client that gets no finding at all, and what is to differ."""
    return pool.add_client("Web", **{"o_auth": sign_in(), "prevent_user_existence_errors": True, **properties})


def plain(stack: Stack, **properties: Any) -> CfnUserPoolClient:
    """The same without a construct that checks anything."""
    pool_id = properties.pop("user_pool_id", None) or user_pool(stack).user_pool_id
    return CfnUserPoolClient(stack, "Web", user_pool_id=pool_id, prevent_user_existence_errors="ENABLED", **properties)


def plain_sign_in(stack: Stack, **properties: Any) -> CfnUserPoolClient:
    right = {
        "allowed_o_auth_flows_user_pool_client": True,
        "allowed_o_auth_flows": ["code"],
        "allowed_o_auth_scopes": ["openid"],
        "callback_ur_ls": [CALLBACK],
        "supported_identity_providers": ["COGNITO"],
    }
    return plain(stack, **{**right, **properties})


def plain_lifetimes(stack: Stack, **minutes: int) -> CfnUserPoolClient:
    return plain(
        stack,
        **{f"{token}_validity": count for token, count in minutes.items()},
        token_validity_units=CfnUserPoolClient.TokenValidityUnitsProperty(**dict.fromkeys(minutes, "minutes")),
    )


def plain_analytics(stack: Stack, **properties: Any) -> CfnUserPoolClient:
    return plain(stack, analytics_configuration=CfnUserPoolClient.AnalyticsConfigurationProperty(**properties))


def google(pool: IUserPool) -> UserPoolIdentityProviderGoogle:
    return UserPoolIdentityProviderGoogle(
        Stack.of(pool),
        "Google",
        user_pool=pool,
        client_id="id",
        client_secret_value=SecretValue.secrets_manager("google"),
    )


def oidc(pool: IUserPool, name: str) -> UserPoolIdentityProviderOidc:
    return UserPoolIdentityProviderOidc(
        Stack.of(pool),
        "Oidc",
        user_pool=pool,
        name=name,
        client_id="id",
        client_secret=SecretValue.secrets_manager("oidc").unsafe_unwrap(),
        issuer_url="https://login.example.com",
        endpoints=OidcEndpoints(
            authorization="https://login.example.com/authorize",
            token="https://login.example.com/token",
            user_info="https://login.example.com/userinfo",
            jwks_uri="https://login.example.com/keys",
        ),
    )


def names(*providers: UserPoolClientIdentityProvider | str) -> list[UserPoolClientIdentityProvider]:
    return [
        UserPoolClientIdentityProvider.custom(provider) if isinstance(provider, str) else provider
        for provider in providers
    ]


def orders(pool: UserPool) -> UserPoolResourceServer:
    return pool.add_resource_server("Orders", identifier="orders", scopes=[READ])


def pinpoint(stack: Stack) -> CfnApp:
    return CfnApp(stack, "Pinpoint", name="web")


def role(stack: Stack) -> Role:
    return Role(stack, "Analytics", assumed_by=ServicePrincipal("cognito-idp.amazonaws.com"))


def function(stack: Stack, name: str) -> Function:
    code = Code.from_inline("def handler(event, context):\n    return event")
    return Function(stack, name, runtime=Runtime.PYTHON_3_13, handler="index.handler", code=code)


def network(stack: Stack) -> IVpc:
    return Vpc.from_vpc_attributes(
        stack, "Vpc", vpc_id="vpc-1", availability_zones=["us-east-1a", "us-east-1b"], public_subnet_ids=["a", "b"]
    )


def load_balancer(stack: Stack) -> ApplicationLoadBalancer:
    return ApplicationLoadBalancer(stack, "LoadBalancer", vpc=network(stack), internet_facing=True)


@dataclass(frozen=True)
class Case:
    """A stack, and the findings for it with the reason for each."""

    name: str
    build: Callable[[Stack], object]
    findings: Mapping[str, str] = field(default_factory=dict)


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


def load_balancer_sign_in(stack: Stack) -> None:
    pool = UserPool(stack, "Pool")
    domain = pool.add_domain("Domain", cognito_domain=CognitoDomainOptions(domain_prefix="acme-web"))
    action = AuthenticateCognitoAction(
        user_pool=pool,
        user_pool_client=web(pool, o_auth=sign_in(callback_urls=["https://app.example.com/oauth2/idpresponse"])),
        user_pool_domain=domain,
        next=ListenerAction.fixed_response(200),
    )
    certificate = ListenerCertificate.from_arn(
        "arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555"
    )
    load_balancer(stack).add_listener("Https", port=443, certificates=[certificate], default_action=action)


TOO_LENIENT = [
    Case(
        "client credentials without a secret",
        lambda stack: web(
            pool := user_pool(stack),
            o_auth=OAuthSettings(flows=CLIENT_CREDENTIALS, scopes=[OAuthScope.resource_server(orders(pool), READ)]),
        ),
        {"E9525": "client_credentials flow can not be selected if client does not have a client secret."},
    ),
    Case(
        "client credentials with an OpenID scope",
        lambda stack: web(
            user_pool(stack),
            generate_secret=True,
            o_auth=OAuthSettings(flows=CLIENT_CREDENTIALS, scopes=[OAuthScope.OPENID]),
        ),
        {"E9526": "openid is not supported with client_credentials flow"},
    ),
    Case(
        "client credentials with the scopes that the construct writes when none are given",
        lambda stack: web(user_pool(stack), generate_secret=True, o_auth=OAuthSettings(flows=CLIENT_CREDENTIALS)),
        {
            "E9526": "profile is not supported with client_credentials flow",
            "W9527": "client credentials only grant scopes of resource servers",
        },
    ),
    Case(
        "OAuth without a flow",
        lambda stack: web(user_pool(stack), o_auth=sign_in(flows=OAuthFlows())),
        {
            "E9521": "AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows."
        },
    ),
    Case(
        "OAuth without a scope",
        lambda stack: web(user_pool(stack), o_auth=sign_in(scopes=[])),
        {
            "E9521": "AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows."
        },
    ),
    Case(
        "redirect URLs without TLS",
        lambda stack: web(
            user_pool(stack),
            o_auth=sign_in(
                callback_urls=["http://app.example.com/callback"], logout_urls=["http://app.example.com/signed-out"]
            ),
        ),
        {"E9533": "http://app.example.com/callback cannot use the HTTP protocol."},
    ),
    Case(
        "a callback URL with a fragment",
        lambda stack: web(user_pool(stack), o_auth=sign_in(callback_urls=["https://app.example.com/#/callback"])),
        {"E9534": "https://app.example.com/#/callback cannot use fragment"},
    ),
    Case(
        "a default redirect URI without callback URLs",
        lambda stack: web(
            pool := user_pool(stack),
            generate_secret=True,
            o_auth=OAuthSettings(
                flows=CLIENT_CREDENTIALS,
                scopes=[OAuthScope.resource_server(orders(pool), READ)],
                default_redirect_uri=CALLBACK,
            ),
        ),
        {"E9532": f"The default redirect URI {CALLBACK} is not in the callback URIs list."},
    ),
    Case(
        "a scope in plain text without add_dependency",
        lambda stack: (
            orders(pool := user_pool(stack)),
            web(pool, o_auth=sign_in(scopes=[OAuthScope.custom("orders/read")])),
        ),
        {"E9542": "Invalid scope requested: orders/read, when the client happens to be created first"},
    ),
    Case(
        "a scope that no resource server gives",
        lambda stack: waiting(
            web(pool := user_pool(stack), o_auth=sign_in(scopes=[OAuthScope.custom("orders/write")])), orders(pool)
        ),
        {"E9541": "Invalid scope requested: orders/write"},
    ),
    Case(
        "a provider without add_dependency",
        lambda stack: (
            google(pool := user_pool(stack)),
            web(pool, supported_identity_providers=names(UserPoolClientIdentityProvider.GOOGLE)),
        ),
        {"E9554": "The provider Google does not exist for User Pool, when the client happens to be created first"},
    ),
    Case(
        "a provider that the pool does not have",
        lambda stack: web(
            user_pool(stack), supported_identity_providers=names(UserPoolClientIdentityProvider.FACEBOOK)
        ),
        {"E9553": "The provider Facebook does not exist for User Pool"},
    ),
    Case(
        "an OIDC provider with the name of a social one",
        lambda stack: (oidc(pool := user_pool(stack), "Google"), web(pool)),
        {"E9556": "Provider Google cannot be of type OIDC"},
    ),
    Case(
        "an attribute that no client may write",
        lambda stack: web(
            user_pool(stack),
            write_attributes=ClientAttributes().with_standard_attributes(email=True, email_verified=True),
        ),
        {"E9571": "Invalid write attributes specified while creating a client"},
    ),
    Case(
        "a name with a letter beyond ASCII",
        lambda stack: web(user_pool(stack), user_pool_client_name="Bücher"),
        {"E9502": "Value '????' at 'clientName' failed to satisfy constraint"},
    ),
    Case(
        "a custom attribute that the pool does not have",
        lambda stack: web(user_pool(stack), read_attributes=ClientAttributes().with_custom_attributes("team")),
        {"E9573": "Invalid read attributes specified while creating a client"},
    ),
    Case(
        "a required attribute that is not writable",
        lambda stack: web(
            user_pool(stack, standard_attributes=StandardAttributes(email=StandardAttribute(required=True))),
            write_attributes=ClientAttributes().with_standard_attributes(given_name=True),
        ),
        {"E9574": "Invalid write attributes specified while creating a client"},
    ),
    Case(
        "the ARN of a pool for its ID",
        lambda stack: web(
            UserPool.from_user_pool_id(stack, "Imported", UserPool(stack, "Pool").user_pool_arn),
        ),
        {"E9501": "an ARN does not match the pattern of user pool IDs"},
    ),
    Case(
        "sign-in at a load balancer without a secret",
        load_balancer_sign_in,
        {"E9584": "The user pool client must have a client secret"},
    ),
]


@dataclass(frozen=True)
class Refused:
    """What the construct refuses with these words, and the rule for the same client that no construct has checked."""

    name: str
    build: Callable[[Stack], object]
    words: str
    without_construct: Callable[[Stack], object]
    rule: str


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


_CODE = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
PAGES = {
    rule_id: _CODE.findall(inspect.getdoc(type(rule)) or "")
    for rule_id, rule in Rules.create_from_module("cfn_lint_cognito").items()
}
SNIPPETS = {
    f"{rule} {number}": code
    for rule, blocks in PAGES.items()
    for number, code in enumerate((code for language, code in blocks if language == "python"), 1)
}


class Namespace(dict[str, Any]):
    """What the snippets of the pages may use without making it; made when they first do."""

    def __init__(self, stack: Stack) -> None:
        constructs = {
            "ApplicationLoadBalancer": ApplicationLoadBalancer,
            "CfnGateway": CfnGateway,
            "CfnListener": CfnListener,
            "Secret": Secret,
        }
        super().__init__({**vars(aws_cdk), **vars(aws_cognito), **constructs, "self": stack, "read": READ})

    def __missing__(self, name: str) -> Any:
        makers: Mapping[str, Callable[[], Any]] = {
            "pool": lambda: UserPool(self["self"], "Prepared"),
            "google": lambda: google(self["pool"]),
            "orders": lambda: orders(self["pool"]),
            "server": lambda: orders(self["pool"]),
            "client": lambda: web(self["pool"], generate_secret=True),
            "secret": lambda: SecretValue.secrets_manager("google"),
            "vpc": lambda: network(self["self"]),
            "role": lambda: role(self["self"]),
            "identities": lambda: CfnIdentityPool(self["self"], "Ids", allow_unauthenticated_identities=False),
            "pinpoint_app": lambda: pinpoint(self["self"]),
            "define": lambda: function(self["self"], "Define"),
            "create": lambda: function(self["self"], "Create"),
            "verify": lambda: function(self["self"], "Verify"),
        }
        self[name] = makers[name]()
        return self[name]


def running(code: str) -> Callable[[Stack], None]:
    return lambda stack: exec(code, {}, Namespace(stack))


BUILDS: Mapping[str, Callable[[Stack], object]] = {
    **{case.name: case.build for case in [*ACCEPTED, *TOO_LENIENT]},
    **{f"{case.name}, without the construct": case.without_construct for case in REFUSED},
    **{name: running(code) for name, code in SNIPPETS.items()},
}


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[Finding]]:
    """The findings for the template of each of the builds, as `cdk synth` would write it."""
    app = App(
        outdir=str(tmp_path_factory.mktemp("cdk.out")),
        analytics_reporting=False,
        context={"aws:cdk:enable-path-metadata": True},
    )
    failures: dict[str, Exception] = {}
    templates: dict[str, Path] = {}
    for number, (name, build) in enumerate(BUILDS.items()):
        stack = Stack(app, f"Stack{number}")
        try:
            build(stack)
        except Exception as failure:  # It is the failure of that one test.
            failures[name] = failure
            app.node.try_remove_child(stack.node.id)
        else:
            templates[name] = Path(app.outdir, stack.template_file)
    app.synth()
    found = lint(list(templates.values()))
    of_cfn_lint = [f"{case.name}, without the construct" for case in REFUSED if not RULE_ID.fullmatch(case.rule)]
    found |= lint_with_everything([templates[name] for name in of_cfn_lint if name in templates])

    def findings_for(name: str) -> list[Finding]:
        if name in failures:
            raise failures[name]
        return found[templates[name]]

    return findings_for


def rules(findings: list[Finding]) -> set[str]:
    return {finding.rule for finding in findings if is_ours(finding)}


@pytest.mark.parametrize("case", ACCEPTED, ids=lambda case: case.name)
def test_what_the_construct_accepts_gets_no_error(case: Case, findings: Callable[[str], list[Finding]]) -> None:
    assert not any(rule.startswith("E") for rule in case.findings)
    assert rules(findings(case.name)) == case.findings.keys()


@pytest.mark.parametrize("case", TOO_LENIENT, ids=lambda case: case.name)
def test_where_the_construct_is_too_lenient_the_pack_knows_better(
    case: Case, findings: Callable[[str], list[Finding]]
) -> None:
    assert any(rule.startswith("E") for rule in case.findings)
    assert rules(findings(case.name)) == case.findings.keys()


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.name)
def test_what_the_construct_refuses_gets_the_matching_rule(
    case: Refused, findings: Callable[[str], list[Finding]], tmp_path: Path
) -> None:
    stack = Stack(App(outdir=str(tmp_path)))
    with pytest.raises(RuntimeError, match=re.escape(case.words)):
        case.build(stack)
    found = findings(f"{case.name}, without the construct")
    assert {finding.rule for finding in found if finding.rule.startswith("E")} == {case.rule}


def test_the_default_client_is_told_once_what_to_set(findings: Callable[[str], list[Finding]]) -> None:
    (found,) = (finding for finding in findings("the default client") if finding.rule == "W9536")
    assert "o_auth.callback_urls" in found.message
    assert "/Pool/Web/Resource" in found.message


@pytest.mark.parametrize("name", SNIPPETS)
def test_the_python_of_a_page_runs_and_mends(name: str, findings: Callable[[str], list[Finding]]) -> None:
    rule = name.partition(" ")[0]
    found = rules(findings(name))
    assert rule not in found
    assert not any(other.startswith("E") for other in found)


@pytest.mark.parametrize("rule", PAGES)
def test_a_page_with_python_has_typescript(rule: str) -> None:
    languages = [language for language, _ in PAGES[rule]]
    assert languages.count("python") == languages.count("typescript")
