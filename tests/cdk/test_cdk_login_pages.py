"""A second opinion on login pages: what the CDK makes of ordinary domains, brandings and styles gets no error.

The constructs check hardly anything of what Cognito checks. What they let pass and Cognito rejects stands in TOO_LENIENT, with
the rule that knows better.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from aws_cdk import Aws, Stack
from aws_cdk.aws_certificatemanager import Certificate, ICertificate
from aws_cdk.aws_cognito import (
    CfnManagedLoginBranding,
    CfnTerms,
    CfnUserPoolUICustomizationAttachment,
    CognitoDomainOptions,
    CustomDomainOptions,
    FeaturePlan,
    ManagedLoginVersion,
    OAuthFlows,
    OAuthScope,
    OAuthSettings,
    UserPool,
    UserPoolClient,
    UserPoolDomain,
)
from aws_cdk.aws_route53 import ARecord, HostedZone, IHostedZone, RecordTarget
from in_turn import in_turn
from stacks import Build, Findings, rules

pytestmark = pytest.mark.cdk

NAME = "login.example.com"
CERTIFICATE = "arn:aws:acm:{}:111122223333:certificate/12345678-1234-1234-1234-123456789012"
NEWER = ManagedLoginVersion.NEWER_MANAGED_LOGIN
IMAGE = CfnManagedLoginBranding.AssetTypeProperty(
    category="FAVICON_ICO", color_mode="DYNAMIC", extension="ICO", bytes="AAABAAEAAQE="
)


def web(pool: UserPool) -> UserPoolClient:
    return pool.add_client(
        "Web",
        prevent_user_existence_errors=True,
        o_auth=OAuthSettings(
            flows=OAuthFlows(authorization_code_grant=True),
            scopes=[OAuthScope.OPENID],
            callback_urls=["https://app.example.com/callback"],
        ),
    )


def certificate(stack: Stack, region: str = "us-east-1") -> ICertificate:
    return Certificate.from_certificate_arn(stack, "Certificate", CERTIFICATE.format(region))


def prefix(pool: UserPool, text: str = "acme-login", version: ManagedLoginVersion | None = None) -> UserPoolDomain:
    options = CognitoDomainOptions(domain_prefix=text)
    return pool.add_domain("Domain", cognito_domain=options, managed_login_version=version)


def custom(pool: UserPool, region: str = "us-east-1", name: str = NAME) -> UserPoolDomain:
    options = CustomDomainOptions(domain_name=name, certificate=certificate(Stack.of(pool), region))
    return pool.add_domain("Domain", custom_domain=options)


def style(pool: UserPool, client: UserPoolClient | None, **properties: object) -> CfnManagedLoginBranding:
    client_id = None if client is None else client.user_pool_client_id
    return CfnManagedLoginBranding(
        Stack.of(pool), "Style", user_pool_id=pool.user_pool_id, client_id=client_id, **properties
    )


def look(pool: UserPool, css: str = ".logo-customizable {}") -> CfnUserPoolUICustomizationAttachment:
    return CfnUserPoolUICustomizationAttachment(
        Stack.of(pool), "Look", user_pool_id=pool.user_pool_id, client_id="ALL", css=css
    )


def terms(pool: UserPool, client: UserPoolClient, name: str) -> CfnTerms:
    return CfnTerms(
        Stack.of(pool),
        name,
        user_pool_id=pool.user_pool_id,
        client_id=client.user_pool_client_id,
        terms_name=name,
        terms_source="LINK",
        enforcement="NONE",
        links={"cognito:default": "https://example.com/terms"},
    )


def zone(stack: Stack) -> IHostedZone:
    return HostedZone.from_hosted_zone_attributes(stack, "Zone", hosted_zone_id="Z123", zone_name="example.com")


def apex(stack: Stack) -> ARecord:
    return ARecord(stack, "Apex", zone=zone(stack), target=RecordTarget.from_ip_addresses("192.0.2.1"))


def prefix_domain(stack: Stack) -> None:
    prefix(UserPool(stack, "Pool"))


def prefix_of_the_account(stack: Stack) -> None:
    prefix(UserPool(stack, "Pool"), f"acme-{Aws.ACCOUNT_ID}")


def custom_domain(stack: Stack) -> None:
    domain = custom(UserPool(stack, "Pool"))
    ARecord(
        stack,
        "Record",
        zone=zone(stack),
        record_name="login",
        target=RecordTarget.from_values(domain.cloud_front_endpoint),
    )


def custom_domain_after_the_apex(stack: Stack) -> None:
    custom(UserPool(stack, "Pool")).node.add_dependency(apex(stack))


def managed_login(stack: Stack) -> None:
    pool = UserPool(stack, "Pool", feature_plan=FeaturePlan.ESSENTIALS)
    prefix(pool, version=NEWER)
    style(pool, web(pool), use_cognito_provided_values=True, assets=[IMAGE])


def managed_login_with_settings(stack: Stack) -> None:
    pool = UserPool(stack, "Pool")
    prefix(pool, version=NEWER)
    style(pool, web(pool), settings={"categories": {"global": {"colorSchemeMode": "DARK"}}})


def classic_pages_on_lite(stack: Stack) -> None:
    prefix(UserPool(stack, "Pool", feature_plan=FeaturePlan.LITE), version=ManagedLoginVersion.CLASSIC_HOSTED_UI)


def look_after_the_domain(stack: Stack) -> None:
    pool = UserPool(stack, "Pool")
    domain = prefix(pool)
    look(pool).node.add_dependency(domain)


def both_terms(stack: Stack) -> None:
    pool = UserPool(stack, "Pool")
    client = web(pool)
    prefix(pool)
    terms(pool, client, "terms-of-use")
    terms(pool, client, "privacy-policy")


def reserved_word(stack: Stack) -> None:
    prefix(UserPool(stack, "Pool"), "acme-cognito")


def certificate_of_another_region(stack: Stack) -> None:
    custom(UserPool(stack, "Pool"), "eu-west-1")


def prefix_of_the_id(stack: Stack) -> None:
    pool = UserPool(stack, "Pool")
    prefix(pool, pool.user_pool_id)


def managed_login_on_lite(stack: Stack) -> None:
    prefix(UserPool(stack, "Pool", feature_plan=FeaturePlan.LITE), version=NEWER)


def style_without_client(stack: Stack) -> None:
    style(UserPool(stack, "Pool"), None, use_cognito_provided_values=True)


def style_with_both(stack: Stack) -> None:
    pool = UserPool(stack, "Pool")
    prefix(pool)
    style(pool, web(pool), use_cognito_provided_values=True, settings={"categories": {"global": {}}})


def look_that_does_not_wait(stack: Stack) -> None:
    pool = UserPool(stack, "Pool")
    prefix(pool)
    look(pool)


def look_without_domain(stack: Stack) -> None:
    look(UserPool(stack, "Pool"))


def custom_domain_beside_the_apex(stack: Stack) -> None:
    apex(stack)
    custom(UserPool(stack, "Pool"))


def custom_domain_of_two_labels(stack: Stack) -> None:
    custom(UserPool(stack, "Pool"), name="example.com")


def look_of_an_element(stack: Stack) -> None:
    pool = UserPool(stack, "Pool")
    domain = prefix(pool)
    look(pool, f"body {{ background: url(https://{Aws.ACCOUNT_ID}.example.com/paper.png); }}").node.add_dependency(
        domain
    )


def terms_of_use_alone(stack: Stack) -> None:
    pool = UserPool(stack, "Pool")
    prefix(pool)
    terms(pool, web(pool), "terms-of-use")


ACCEPTED = [
    prefix_domain,
    prefix_of_the_account,
    custom_domain,
    custom_domain_after_the_apex,
    managed_login,
    managed_login_with_settings,
    classic_pages_on_lite,
    look_after_the_domain,
    both_terms,
]
TOO_LENIENT: Mapping[Callable[[Stack], None], str] = {
    reserved_word: "E9611",
    certificate_of_another_region: "E9612",
    prefix_of_the_id: "E9613",
    managed_login_on_lite: "E9614",
    style_without_client: "E9615",
    style_with_both: "E9616",
    look_that_does_not_wait: "E9618",
    look_without_domain: "W9619",
    custom_domain_beside_the_apex: "W9620",
    custom_domain_of_two_labels: "E9621",
    look_of_an_element: "E9622",
    terms_of_use_alone: "W9623",
}


BUILDS: Mapping[str, Build] = {build.__name__: build for build in [*ACCEPTED, *TOO_LENIENT]}


@in_turn("build", ACCEPTED, ids=lambda build: build.__name__)
def test_ordinary_use_gets_no_finding(build: Callable[[Stack], None], findings: Findings) -> None:
    assert rules(findings(build.__name__)) == set()


@in_turn("build", TOO_LENIENT, ids=lambda build: build.__name__)
def test_where_the_construct_is_too_lenient_the_pack_knows_better(
    build: Callable[[Stack], None], findings: Findings
) -> None:
    assert rules(findings(build.__name__)) == {TOO_LENIENT[build]}
