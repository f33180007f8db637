"""A second opinion on who uses a client: what the CDK's constructs for identity pools, load balancers and agents write gets no
error from the pack, and what nobody has checked gets the matching rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from aws_cdk import Stack
from aws_cdk.aws_bedrockagentcore import CfnGateway
from aws_cdk.aws_certificatemanager import Certificate
from aws_cdk.aws_cognito import (
    CfnIdentityPool,
    CfnIdentityPoolRoleAttachment,
    CognitoDomainOptions,
    CustomDomainOptions,
    IUserPoolClient,
    OAuthFlows,
    OAuthScope,
    OAuthSettings,
    ResourceServerScope,
    UserPool,
    UserPoolClient,
)
from aws_cdk.aws_cognito_identitypool import (
    IdentityPool,
    IdentityPoolAuthenticationProviders,
    IdentityPoolFacebookLoginProvider,
    IdentityPoolProviderUrl,
    IdentityPoolRoleMapping,
    RoleMappingMatchType,
    RoleMappingRule,
    UserPoolAuthenticationProvider,
)
from aws_cdk.aws_ec2 import Vpc
from aws_cdk.aws_elasticloadbalancingv2 import (
    ApplicationListenerRule,
    ApplicationLoadBalancer,
    ListenerAction,
    ListenerCertificate,
    ListenerCondition,
)
from aws_cdk.aws_elasticloadbalancingv2_actions import AuthenticateCognitoAction
from aws_cdk.aws_iam import OpenIdConnectProvider, Role, SamlProvider, WebIdentityPrincipal
from in_turn import in_turn
from stacks import Build, Findings, rules

pytestmark = pytest.mark.cdk

CERTIFICATE = "arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555"
SAML_PROVIDER = "arn:aws:iam::123456789012:saml-provider/acme"
OIDC_PROVIDER = "arn:aws:iam::123456789012:oidc-provider/login.acme.dev"


def client_of(pool: UserPool, callback: str = "https://shop.acme.dev/oauth2/idpresponse") -> UserPoolClient:
    return pool.add_client(
        "LoadBalancer",
        generate_secret=True,
        prevent_user_existence_errors=True,
        o_auth=OAuthSettings(
            flows=OAuthFlows(authorization_code_grant=True), scopes=[OAuthScope.OPENID], callback_urls=[callback]
        ),
    )


def load_balancer(stack: Stack, action: ListenerAction, port: int = 443) -> None:
    vpc = Vpc.from_vpc_attributes(
        stack, "Vpc", vpc_id="vpc-1", availability_zones=["us-east-1a", "us-east-1b"], public_subnet_ids=["a", "b"]
    )
    balancer = ApplicationLoadBalancer(stack, "LoadBalancer", vpc=vpc, internet_facing=True)
    certificates = [ListenerCertificate.from_arn(CERTIFICATE)] if port == 443 else []
    listener = balancer.add_listener("Listener", port=port, certificates=certificates, default_action=action)
    ApplicationListenerRule(
        stack,
        "Rule",
        listener=listener,
        priority=1,
        conditions=[ListenerCondition.path_patterns(["/a"])],
        action=action,
    )


def sign_in(pool: UserPool, domain: Any, client: IUserPoolClient) -> ListenerAction:
    return AuthenticateCognitoAction(
        user_pool=pool, user_pool_client=client, user_pool_domain=domain, next=ListenerAction.fixed_response(200)
    )


def with_a_prefix(stack: Stack) -> None:
    pool = UserPool(stack, "Pool")
    domain = pool.add_domain("Domain", cognito_domain=CognitoDomainOptions(domain_prefix="acme-shop"))
    load_balancer(stack, sign_in(pool, domain, client_of(pool)))


def with_a_custom_domain(stack: Stack) -> None:
    pool = UserPool(stack, "Pool")
    certificate = Certificate.from_certificate_arn(stack, "Certificate", CERTIFICATE)
    options = CustomDomainOptions(domain_name="login.acme.dev", certificate=certificate)
    load_balancer(stack, sign_in(pool, pool.add_domain("Domain", custom_domain=options), client_of(pool)))


def with_the_prefix_beside_a_custom_domain(stack: Stack) -> None:
    pool = UserPool(stack, "Pool")
    domain = pool.add_domain("Domain", cognito_domain=CognitoDomainOptions(domain_prefix="acme-shop"))
    certificate = Certificate.from_certificate_arn(stack, "Certificate", CERTIFICATE)
    pool.add_domain("Custom", custom_domain=CustomDomainOptions(domain_name="login.acme.dev", certificate=certificate))
    load_balancer(stack, sign_in(pool, domain, client_of(pool)))


def without_https(stack: Stack) -> None:
    pool = UserPool(stack, "Pool")
    domain = pool.add_domain("Domain", cognito_domain=CognitoDomainOptions(domain_prefix="acme-shop"))
    load_balancer(stack, sign_in(pool, domain, client_of(pool)), port=80)


def with_another_callback(stack: Stack) -> None:
    pool = UserPool(stack, "Pool")
    domain = pool.add_domain("Domain", cognito_domain=CognitoDomainOptions(domain_prefix="acme-shop"))
    load_balancer(stack, sign_in(pool, domain, client_of(pool, "https://shop.acme.dev/callback")))


def role(stack: Stack) -> Role:
    conditions = {"ForAnyValue:StringLike": {"cognito-identity.amazonaws.com:amr": "authenticated"}}
    return Role(stack, "Admins", assumed_by=WebIdentityPrincipal("cognito-identity.amazonaws.com", conditions))


def identity_pool(
    stack: Stack, *mappings: IdentityPoolRoleMapping, more: UserPoolAuthenticationProvider | None = None, **others: Any
) -> None:
    pool = UserPool.from_user_pool_id(stack, "Imported", "us-east-1_a1B2c3D4e")
    own = UserPool(stack, "Own")
    providers = [
        UserPoolAuthenticationProvider(user_pool=own, user_pool_client=client_of(own)),
        UserPoolAuthenticationProvider(
            user_pool=pool,
            user_pool_client=UserPoolClient.from_user_pool_client_id(stack, "Other", "3n4b5urk1ft4fl3mg5e6"),
        ),
        *([] if more is None else [more]),
    ]
    IdentityPool(
        stack,
        "Identities",
        allow_unauthenticated_identities=True,
        authentication_providers=IdentityPoolAuthenticationProviders(user_pools=providers, **others),
        role_mappings=list(mappings),
    )


def of_the_construct(stack: Stack) -> None:
    pool = UserPool(stack, "Pool")
    client = client_of(pool)
    admins = RoleMappingRule(
        claim="custom:team", claim_value="admins", mapped_role=role(stack), match_type=RoleMappingMatchType.NOTEQUAL
    )
    identity_pool(
        stack,
        IdentityPoolRoleMapping(
            mapping_key="users",
            provider_url=IdentityPoolProviderUrl.user_pool(pool, client),
            use_token=True,
        ),
        IdentityPoolRoleMapping(provider_url=IdentityPoolProviderUrl.FACEBOOK, rules=[admins]),
        IdentityPoolRoleMapping(provider_url=IdentityPoolProviderUrl.saml(SAML_PROVIDER), use_token=True),
        IdentityPoolRoleMapping(
            provider_url=IdentityPoolProviderUrl.open_id(OIDC_PROVIDER),
            use_token=True,
        ),
        IdentityPoolRoleMapping(provider_url=IdentityPoolProviderUrl.custom("login.mycompany.app"), use_token=True),
        more=UserPoolAuthenticationProvider(user_pool=pool, user_pool_client=client),
        facebook=IdentityPoolFacebookLoginProvider(app_id="1234567890"),
        saml_providers=[SamlProvider.from_saml_provider_arn(stack, "Saml", SAML_PROVIDER)],
        open_id_connect_providers=[
            OpenIdConnectProvider.from_open_id_connect_provider_arn(stack, "Oidc", OIDC_PROVIDER)
        ],
        custom_provider="login.mycompany.app",
    )


def of_providers_that_are_not_configured(stack: Stack) -> None:
    pool = UserPool(stack, "Pool")
    identity_pool(
        stack,
        IdentityPoolRoleMapping(
            mapping_key="users", provider_url=IdentityPoolProviderUrl.user_pool(pool, client_of(pool)), use_token=True
        ),
        IdentityPoolRoleMapping(provider_url=IdentityPoolProviderUrl.FACEBOOK, use_token=True),
    )


def by_the_url_of_the_pool(stack: Stack) -> None:
    pool = UserPool(stack, "Pool")
    url = IdentityPoolProviderUrl.custom(pool.user_pool_provider_url)
    identity_pool(stack, IdentityPoolRoleMapping(mapping_key="users", provider_url=url, use_token=True))


def plain_attachment(
    stack: Stack, identity_provider: str, role_name: str = "authenticated", match: str = "Equals"
) -> None:
    rule = CfnIdentityPoolRoleAttachment.MappingRuleProperty(
        claim="team", match_type=match, value="admins", role_arn="arn:aws:iam::123456789012:role/admins"
    )
    mapping = CfnIdentityPoolRoleAttachment.RoleMappingProperty(
        type="Rules",
        ambiguous_role_resolution="Deny",
        identity_provider=identity_provider,
        rules_configuration=CfnIdentityPoolRoleAttachment.RulesConfigurationTypeProperty(rules=[rule]),
    )
    CfnIdentityPoolRoleAttachment(
        stack,
        "Roles",
        identity_pool_id="us-east-1:11111111-2222-3333-4444-555555555555",
        roles={role_name: "arn:aws:iam::123456789012:role/users"},
        role_mappings={"users": mapping},
    )


def right_by_hand(stack: Stack) -> None:
    pool = UserPool(stack, "Pool")
    plain_attachment(stack, f"{pool.user_pool_provider_name}:{client_of(pool).user_pool_client_id}")


def without_a_client(stack: Stack) -> None:
    plain_attachment(stack, UserPool(stack, "Pool").user_pool_provider_name)


def plain_identity_pool(stack: Stack) -> None:
    pool = UserPool(stack, "Pool")
    provider = CfnIdentityPool.CognitoIdentityProviderProperty(
        client_id=client_of(pool).user_pool_client_id, provider_name=pool.user_pool_id
    )
    CfnIdentityPool(stack, "Ids", allow_unauthenticated_identities=False, cognito_identity_providers=[provider])


def gateway(stack: Stack, field: str) -> None:
    pool = UserPool(stack, "Pool")
    read = ResourceServerScope(scope_name="read", scope_description="Read orders")
    orders = pool.add_resource_server("Orders", identifier="orders", scopes=[read])
    machine = pool.add_client(
        "Machine",
        generate_secret=True,
        prevent_user_existence_errors=True,
        o_auth=OAuthSettings(
            flows=OAuthFlows(client_credentials=True), scopes=[OAuthScope.resource_server(orders, read)]
        ),
    )
    authorizer = CfnGateway.CustomJWTAuthorizerConfigurationProperty(
        discovery_url=f"{pool.user_pool_provider_url}/.well-known/openid-configuration",
        **{field: [machine.user_pool_client_id]},
    )
    CfnGateway(
        stack,
        "Gateway",
        name="orders",
        authorizer_type="CUSTOM_JWT",
        protocol_type="MCP",
        role_arn="arn:aws:iam::123456789012:role/gateway",
        authorizer_configuration=CfnGateway.AuthorizerConfigurationProperty(custom_jwt_authorizer=authorizer),
    )


CASES: Mapping[str, tuple[Build, set[str]]] = {
    "a load balancer with a prefix": (with_a_prefix, set()),
    "a load balancer with a custom domain": (with_a_custom_domain, set()),
    "a load balancer whose client has another callback URL": (with_another_callback, {"W9633"}),
    "a load balancer with a prefix beside a custom domain": (with_the_prefix_beside_a_custom_domain, {"W9639"}),
    "a load balancer without HTTPS": (without_https, {"E9640"}),
    "an identity pool of the construct": (identity_pool, set()),
    "role mappings of the construct": (of_the_construct, set()),
    "role mappings of providers that are not configured": (of_providers_that_are_not_configured, {"E9635"}),
    "a role mapping by the URL of the pool": (by_the_url_of_the_pool, {"E9635"}),
    "a role mapping by hand": (right_by_hand, set()),
    "a role mapping by hand without a client": (without_a_client, {"E9635"}),
    "an unknown role": (lambda stack: plain_attachment(stack, "graph.facebook.com", "guest"), {"E9636"}),
    "an unknown match type": (lambda stack: plain_attachment(stack, "graph.facebook.com", match="Equal"), {"E9637"}),
    "an identity pool by the ID of the pool": (plain_identity_pool, {"E9634"}),
    "a gateway that asks for a client": (lambda stack: gateway(stack, "allowed_clients"), set()),
    "a gateway that asks for an audience": (lambda stack: gateway(stack, "allowed_audience"), {"W9638"}),
}


BUILDS: Mapping[str, Build] = {name: build for name, (build, _) in CASES.items()}


@in_turn("name", CASES)
def test_what_the_constructs_write(name: str, findings: Findings) -> None:
    assert rules(findings(name), "EW") == CASES[name][1]
