"""A second opinion: what the CDK's app client construct accepts although Cognito rejects it gets the matching rule.

The reason of each rule is what Cognito answers, or the fact that the construct does not know.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from aws_cdk import Stack
from aws_cdk.aws_cognito import (
    ClientAttributes,
    CognitoDomainOptions,
    OAuthFlows,
    OAuthScope,
    OAuthSettings,
    StandardAttribute,
    StandardAttributes,
    UserPool,
    UserPoolClient,
    UserPoolClientIdentityProvider,
)
from aws_cdk.aws_elasticloadbalancingv2 import ListenerAction, ListenerCertificate
from aws_cdk.aws_elasticloadbalancingv2_actions import AuthenticateCognitoAction
from cdk_clients import (
    CALLBACK,
    CLIENT_CREDENTIALS,
    READ,
    google,
    load_balancer,
    names,
    oidc,
    orders,
    sign_in,
    user_pool,
    web,
)
from in_turn import in_turn
from stacks import Build, Case, Findings, rules

pytestmark = pytest.mark.cdk


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


def waiting(client: UserPoolClient, *others: Any) -> None:
    client.node.add_dependency(*others)


BUILDS: Mapping[str, Build] = {case.name: case.build for case in TOO_LENIENT}


@in_turn("case", TOO_LENIENT, ids=lambda case: case.name)
def test_where_the_construct_is_too_lenient_the_pack_knows_better(case: Case, findings: Findings) -> None:
    assert any(rule.startswith("E") for rule in case.findings)
    assert rules(findings(case.name)) == case.findings.keys()
