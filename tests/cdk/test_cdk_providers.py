"""A second opinion: the provider constructs of the CDK in ordinary use get no error from the pack."""

from __future__ import annotations

import pytest
from aws_cdk import SecretValue, Stack
from aws_cdk.aws_cognito import (
    AttributeMapping,
    OidcAttributeRequestMethod,
    ProviderAttribute,
    StandardAttribute,
    StandardAttributes,
    StringAttribute,
    UserPool,
    UserPoolIdentityProviderAmazon,
    UserPoolIdentityProviderApple,
    UserPoolIdentityProviderFacebook,
    UserPoolIdentityProviderGoogle,
    UserPoolIdentityProviderOidc,
    UserPoolIdentityProviderSaml,
    UserPoolIdentityProviderSamlMetadata,
)
from in_turn import in_turn
from stacks import Build, Findings, rules

pytestmark = pytest.mark.cdk

SECRET = SecretValue.secrets_manager("idp")
EMAIL = AttributeMapping(email=ProviderAttribute.other("email"))


def user_pool(stack: Stack, required: bool = False) -> UserPool:
    return UserPool(
        stack,
        "Pool",
        standard_attributes=StandardAttributes(email=StandardAttribute(required=required)),
        custom_attributes={"team": StringAttribute(mutable=True)},
    )


def google(stack: Stack, pool: UserPool, scopes: list[str] | None = None) -> None:
    UserPoolIdentityProviderGoogle(
        stack,
        "Google",
        user_pool=pool,
        client_id="id",
        client_secret_value=SECRET,
        attribute_mapping=EMAIL,
        scopes=scopes,
    )


def facebook(stack: Stack, pool: UserPool, mapping: AttributeMapping = EMAIL) -> None:
    UserPoolIdentityProviderFacebook(
        stack,
        "Facebook",
        user_pool=pool,
        client_id="id",
        client_secret=SECRET.unsafe_unwrap(),
        attribute_mapping=mapping,
    )


def amazon(stack: Stack, pool: UserPool) -> None:
    UserPoolIdentityProviderAmazon(
        stack,
        "Amazon",
        user_pool=pool,
        client_id="id",
        client_secret=SECRET.unsafe_unwrap(),
        attribute_mapping=AttributeMapping(email=ProviderAttribute.AMAZON_EMAIL),
    )


def apple(stack: Stack, pool: UserPool) -> None:
    UserPoolIdentityProviderApple(
        stack,
        "Apple",
        user_pool=pool,
        client_id="id",
        team_id="team",
        key_id="key",
        private_key_value=SECRET,
        attribute_mapping=AttributeMapping(email=ProviderAttribute.APPLE_EMAIL),
    )


def oidc(stack: Stack, pool: UserPool, issuer: str = "https://idp.example.com") -> None:
    UserPoolIdentityProviderOidc(
        stack,
        "Oidc",
        user_pool=pool,
        name="Corp",
        client_id="id",
        client_secret=SECRET.unsafe_unwrap(),
        issuer_url=issuer,
        attribute_mapping=EMAIL,
        attribute_request_method=OidcAttributeRequestMethod.POST,
    )


def saml(stack: Stack, pool: UserPool) -> None:
    UserPoolIdentityProviderSaml(
        stack,
        "Saml",
        user_pool=pool,
        name="Partner",
        metadata=UserPoolIdentityProviderSamlMetadata.url("https://idp.example.com/metadata"),
        attribute_mapping=AttributeMapping(
            email=ProviderAttribute.other("mail"), custom={"custom:team": ProviderAttribute.other("groups")}
        ),
    )


def all_of_them(stack: Stack) -> None:
    pool = user_pool(stack)
    for provider in (google, facebook, amazon, apple, oidc, saml):
        provider(stack, pool)


def without_prefix(stack: Stack) -> None:
    facebook(stack, user_pool(stack), AttributeMapping(custom={"team": ProviderAttribute.other("team")}))


CASES: dict[str, tuple[Build, set[str]]] = {
    "all of them": (all_of_them, set()),
    "Google and a required email": (
        lambda stack: google(stack, user_pool(stack, required=True), ["profile", "email", "openid"]),
        set(),
    ),
    # The construct asks for no more than the profile, writes names as they are, and checks no URL.
    "Google's default scopes and a required email": (
        lambda stack: google(stack, user_pool(stack, required=True)),
        {"W9607"},
    ),
    "a required email that is not mapped": (
        lambda stack: facebook(stack, user_pool(stack, required=True), AttributeMapping()),
        {"W9606"},
    ),
    "a custom attribute without its prefix": (without_prefix, {"E9605"}),
    "an issuer without https": (lambda stack: oidc(stack, user_pool(stack), "http://idp.example.com"), {"E9603"}),
}


BUILDS: dict[str, Build] = {name: build for name, (build, _) in CASES.items()}


@in_turn("name", CASES)
def test_provider_constructs(name: str, findings: Findings) -> None:
    assert rules(findings(name)) == CASES[name][1]
