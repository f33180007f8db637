"""App clients, what stands around them, and what both are made of, by constructs of the CDK and without."""

from __future__ import annotations

from typing import Any

from aws_cdk import SecretValue, Stack
from aws_cdk.aws_cognito import (
    CfnUserPoolClient,
    CognitoDomainOptions,
    IUserPool,
    OAuthFlows,
    OAuthScope,
    OAuthSettings,
    OidcEndpoints,
    ResourceServerScope,
    UserPool,
    UserPoolClient,
    UserPoolClientIdentityProvider,
    UserPoolIdentityProviderGoogle,
    UserPoolIdentityProviderOidc,
    UserPoolResourceServer,
)
from aws_cdk.aws_ec2 import IVpc, Vpc
from aws_cdk.aws_elasticloadbalancingv2 import ApplicationLoadBalancer
from aws_cdk.aws_iam import Role, ServicePrincipal
from aws_cdk.aws_lambda import Code, Function, Runtime
from aws_cdk.aws_pinpoint import CfnApp

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
