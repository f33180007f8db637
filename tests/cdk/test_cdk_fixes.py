"""Fixes for constructs, tried in an app: somebody who does what the words say has that finding no more, and no new one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from aws_cdk import SecretValue, Stack
from aws_cdk.aws_cognito import (
    AuthFlow,
    CfnLogDeliveryConfiguration,
    CfnManagedLoginBranding,
    CfnUserPool,
    CfnUserPoolClient,
    CfnUserPoolUICustomizationAttachment,
    CognitoDomainOptions,
    FeaturePlan,
    ManagedLoginVersion,
    OAuthFlows,
    OAuthScope,
    UserPool,
    UserPoolClient,
    UserPoolClientIdentityProvider,
    UserPoolResourceServer,
)
from aws_cdk.aws_secretsmanager import Secret
from cdk_clients import (
    CALLBACK,
    CLIENT_CREDENTIALS,
    READ,
    google,
    imported,
    names,
    orders,
    plain_lifetimes,
    plain_sign_in,
    sign_in,
    user_pool,
    web,
)
from in_turn import in_turn
from stacks import Build, Findings
from tried import Tried, by_class, by_class_with_oauth, by_construct

pytestmark = pytest.mark.cdk


def waiting(waits: bool) -> Build:
    def build(stack: Stack) -> None:
        pool = user_pool(stack)
        provider = google(pool)
        client = web(pool, supported_identity_providers=names(UserPoolClientIdentityProvider.GOOGLE))
        if waits:
            client.node.add_dependency(provider)

    return build


def scoped(waits: bool = False, by_server: bool = False) -> Build:
    def build(stack: Stack) -> None:
        pool = user_pool(stack)
        server = orders(pool)
        scope = OAuthScope.resource_server(server, READ) if by_server else OAuthScope.custom("orders/read")
        client = web(pool, o_auth=sign_in(scopes=[OAuthScope.OPENID, scope]))
        if waits:
            client.node.add_dependency(server)

    return build


def scoped_by_class(reference: bool) -> Build:
    def build(stack: Stack) -> None:
        pool = user_pool(stack)
        server = orders(pool)
        scope = f"{server.user_pool_resource_server_id}/read" if reference else "orders/read"
        plain_sign_in(stack, user_pool_id=pool.user_pool_id, allowed_o_auth_scopes=["openid", scope])

    return build


def unknown_scope(declared: bool) -> Build:
    def build(stack: Stack) -> None:
        pool = user_pool(stack)
        client = web(pool, o_auth=sign_in(scopes=[OAuthScope.OPENID, OAuthScope.custom("orders/read")]))
        if declared:
            server = UserPoolResourceServer(stack, "Server", user_pool=pool, identifier="orders", scopes=[READ])
            client.node.add_dependency(server)

    return build


def unknown_provider(added: bool) -> Build:
    def build(stack: Stack) -> None:
        pool = user_pool(stack)
        client = web(pool, supported_identity_providers=names(UserPoolClientIdentityProvider.GOOGLE))
        if added:
            client.node.add_dependency(google(pool))

    return build


def events(pool: Callable[[Stack], str]) -> Build:
    logs = CfnLogDeliveryConfiguration.LogConfigurationProperty(
        event_source="userAuthEvents",
        log_level="INFO",
        cloud_watch_logs_configuration=CfnLogDeliveryConfiguration.CloudWatchLogsConfigurationProperty(
            log_group_arn="arn:aws:logs:us-east-1:123456789012:log-group:users"
        ),
    )
    return lambda stack: CfnLogDeliveryConfiguration(stack, "Logs", user_pool_id=pool(stack), log_configurations=[logs])


def by_choice(**pool: Any) -> Build:
    """A client with sign-in by choice, by a UserPool."""
    return lambda stack: web(user_pool(stack, **pool), auth_flows=AuthFlow(user=True))


def by_choice_of_plain_pool(tier: str) -> Build:
    """The client is a construct, and its pool is none."""

    def build(stack: Stack) -> None:
        made = CfnUserPool(stack, "Pool", user_pool_tier=tier)
        pool = UserPool.from_user_pool_id(stack, "Same", made.ref)
        UserPoolClient(
            stack,
            "Web",
            user_pool=pool,
            auth_flows=AuthFlow(user=True),
            disable_o_auth=True,
            prevent_user_existence_errors=True,
            supported_identity_providers=[UserPoolClientIdentityProvider.COGNITO],
        )

    return build


def managed_login(styled: bool) -> Build:
    def build(stack: Stack) -> None:
        pool = UserPool(stack, "Pool")
        options = CognitoDomainOptions(domain_prefix="acme-web")
        pool.add_domain("Domain", cognito_domain=options, managed_login_version=ManagedLoginVersion.NEWER_MANAGED_LOGIN)
        client = web(pool)
        if styled:
            CfnManagedLoginBranding(
                stack,
                "Style",
                user_pool_id=pool.user_pool_id,
                client_id=client.user_pool_client_id,
                use_cognito_provided_values=True,
            )

    return build


def managed_login_in(tier: FeaturePlan, version: ManagedLoginVersion) -> Build:
    def build(stack: Stack) -> None:
        pool = UserPool(stack, "Pool", feature_plan=tier)
        options = CognitoDomainOptions(domain_prefix="acme-web")
        pool.add_domain("Domain", cognito_domain=options, managed_login_version=version)

    return build


def look(waits: bool) -> Build:
    def build(stack: Stack) -> None:
        pool = UserPool(stack, "Pool")
        domain = pool.add_domain("Domain", cognito_domain=CognitoDomainOptions(domain_prefix="acme-web"))
        style = CfnUserPoolUICustomizationAttachment(
            stack, "Look", user_pool_id=pool.user_pool_id, client_id="ALL", css=".logo-customizable { max-width: 60% }"
        )
        if waits:
            style.node.add_dependency(domain)

    return build


def without_domain(stack: Stack) -> None:
    web(UserPool(stack, "Pool"))


def secret_read(generated: bool) -> Build:
    def build(stack: Stack) -> None:
        client = plain_sign_in(stack, **({"generate_secret": True} if generated else {}))
        Secret(stack, "Secret", secret_string_value=SecretValue.resource_attribute(client.attr_client_secret))

    return build


TRIED = [
    # The client of the construct
    by_construct("W9536", "oAuth.callbackUrls (Python: o_auth.callback_urls)", {"o_auth": None}, {}),
    by_construct(
        "W9536", "disableOAuth (Python: disable_o_auth)", {"o_auth": None}, {"o_auth": None, "disable_o_auth": True}
    ),
    by_construct(
        "E9525",
        "Set generateSecret (Python: generate_secret) to true",
        {"o_auth": sign_in(flows=CLIENT_CREDENTIALS, scopes=[OAuthScope.custom("orders/read")], callback_urls=None)},
        {
            "o_auth": sign_in(flows=CLIENT_CREDENTIALS, scopes=[OAuthScope.custom("orders/read")], callback_urls=None),
            "generate_secret": True,
        },
    ),
    by_construct(
        "I9528",
        "Allow authorizationCodeGrant (Python: authorization_code_grant) in oAuth.flows",
        {"o_auth": sign_in(flows=OAuthFlows(implicit_code_grant=True))},
        {"o_auth": sign_in(flows=OAuthFlows(authorization_code_grant=True))},
    ),
    by_construct(
        "I9568",
        "Allow userSrp (Python: user_srp) in authFlows (Python: auth_flows)",
        {"auth_flows": AuthFlow(user_password=True)},
        {"auth_flows": AuthFlow(user_srp=True)},
    ),
    by_construct("I9591", "to true", {"prevent_user_existence_errors": None}, {"prevent_user_existence_errors": True}),
    by_construct(
        "W9592",
        "Set enableTokenRevocation (Python: enable_token_revocation) to true",
        {"enable_token_revocation": False},
        {"enable_token_revocation": True},
    ),
    by_class_with_oauth(
        "E9532",
        "Use one of the callback URLs",
        {"default_redirect_uri": "https://app.example.com/other"},
        {"default_redirect_uri": CALLBACK},
    ),
    Tried(
        "W9551",
        "supportedIdentityProviders (Python: supported_identity_providers)",
        lambda stack: web(imported(stack), supported_identity_providers=[]),
        lambda stack: web(imported(stack), supported_identity_providers=[UserPoolClientIdentityProvider.COGNITO]),
    ),
    Tried("E9554", "by node.addDependency (Python: node.add_dependency)", waiting(False), waiting(True)),
    Tried("E9542", "by node.addDependency (Python: node.add_dependency)", scoped(), scoped(waits=True)),
    Tried("E9542", "OAuthScope.resourceServer (Python: OAuthScope.resource_server)", scoped(), scoped(by_server=True)),
    Tried("E9541", "Declare it in a UserPoolResourceServer of that pool", unknown_scope(False), unknown_scope(True)),
    Tried("E9553", "Add a UserPoolIdentityProviderGoogle to the pool", unknown_provider(False), unknown_provider(True)),
    Tried("W9557", "Add a CfnManagedLoginBranding", managed_login(False), managed_login(True)),
    Tried(
        "I9529",
        "Add one with addDomain (Python: add_domain) of the pool",
        without_domain,
        lambda stack: web(user_pool(stack)),
    ),
    # The class of the client
    Tried(
        "E9511",
        "Lower the value",
        lambda stack: plain_lifetimes(stack, access_token=25 * 60),
        lambda stack: plain_lifetimes(stack, access_token=24 * 60),
    ),
    by_class(
        "E9511",
        "Set tokenValidityUnits.accessToken (Python: token_validity_units.access_token) to minutes",
        {"access_token_validity": 60},
        {
            "access_token_validity": 60,
            "token_validity_units": CfnUserPoolClient.TokenValidityUnitsProperty(access_token="minutes"),
        },
    ),
    Tried(
        "E9514",
        "Lower accessTokenValidity (Python: access_token_validity)",
        lambda stack: plain_lifetimes(stack, access_token=90, refresh_token=60),
        lambda stack: plain_lifetimes(stack, access_token=60, refresh_token=60),
    ),
    Tried(
        "E9514",
        "raise refreshTokenValidity (Python: refresh_token_validity)",
        lambda stack: plain_lifetimes(stack, access_token=90, refresh_token=60),
        lambda stack: plain_lifetimes(stack, access_token=90, refresh_token=90),
    ),
    by_class_with_oauth(
        "E9522",
        "Set the switch to true",
        {"allowed_o_auth_flows_user_pool_client": False},
        {"allowed_o_auth_flows_user_pool_client": True},
    ),
    by_class_with_oauth(
        "E9522",
        "or remove allowedOAuthFlows, allowedOAuthScopes and callbackUrLs (Python: allowed_o_auth_flows, allowed_o_auth_scopes and "
        "callback_ur_ls)",
        {"allowed_o_auth_flows_user_pool_client": False},
        {
            "allowed_o_auth_flows_user_pool_client": False,
            "allowed_o_auth_flows": None,
            "allowed_o_auth_scopes": None,
            "callback_ur_ls": None,
        },
    ),
    by_class_with_oauth(
        "W9552",
        "supportedIdentityProviders (Python: supported_identity_providers)",
        {"supported_identity_providers": None},
        {"supported_identity_providers": ["COGNITO"]},
    ),
    Tried(
        "E9542",
        "write the scope as userPoolResourceServerId (Python: user_pool_resource_server_id)",
        scoped_by_class(False),
        scoped_by_class(True),
    ),
    Tried("E9581", "Set generateSecret (Python: generate_secret) to true", secret_read(False), secret_read(True)),
    by_class(
        "W9563",
        "set refreshTokenRotation.feature (Python: refresh_token_rotation.feature) to ENABLED",
        {"explicit_auth_flows": ["ALLOW_USER_SRP_AUTH"]},
        {
            "explicit_auth_flows": ["ALLOW_USER_SRP_AUTH"],
            "refresh_token_rotation": CfnUserPoolClient.RefreshTokenRotationProperty(feature="ENABLED"),
        },
    ),
    # The pool is of another kind than what needs it
    Tried(
        "W9565",
        "Set featurePlan (Python: feature_plan) to ESSENTIALS",
        by_choice(feature_plan=FeaturePlan.LITE),
        by_choice(feature_plan=FeaturePlan.ESSENTIALS),
    ),
    Tried(
        "W9565",
        "Set userPoolTier (Python: user_pool_tier) to ESSENTIALS",
        by_choice_of_plain_pool("LITE"),
        by_choice_of_plain_pool("ESSENTIALS"),
    ),
    Tried(
        "E9675",
        "Set featurePlan (Python: feature_plan) to PLUS",
        events(lambda stack: UserPool(stack, "Pool").user_pool_id),
        events(lambda stack: UserPool(stack, "Pool", feature_plan=FeaturePlan.PLUS).user_pool_id),
    ),
    Tried(
        "E9675",
        "Set userPoolTier (Python: user_pool_tier) to PLUS",
        events(lambda stack: CfnUserPool(stack, "Pool").ref),
        events(lambda stack: CfnUserPool(stack, "Pool", user_pool_tier="PLUS").ref),
    ),
    # Login pages
    Tried(
        "E9614",
        "Set managedLoginVersion (Python: managed_login_version) to 1",
        managed_login_in(FeaturePlan.LITE, ManagedLoginVersion.NEWER_MANAGED_LOGIN),
        managed_login_in(FeaturePlan.LITE, ManagedLoginVersion.CLASSIC_HOSTED_UI),
    ),
    Tried(
        "E9614",
        "featurePlan (Python: feature_plan) to ESSENTIALS",
        managed_login_in(FeaturePlan.LITE, ManagedLoginVersion.NEWER_MANAGED_LOGIN),
        managed_login_in(FeaturePlan.ESSENTIALS, ManagedLoginVersion.NEWER_MANAGED_LOGIN),
    ),
    Tried("E9618", "by node.addDependency (Python: node.add_dependency)", look(False), look(True)),
]
BUILDS = {name: build for tried in TRIED for name, build in tried.builds.items()}


@in_turn("tried", TRIED, ids=lambda tried: tried.name)
def test_who_does_what_a_fix_says_has_no_finding_left(tried: Tried, findings: Findings) -> None:
    tried.check(findings)
