"""A second opinion on how users of a pool sign in: what the CDK's construct writes, and what the pack says of it.

The construct checks little of first factors, MFA, SMS and threat protection. What it cannot write is written as a plain
CfnUserPool.
"""

from __future__ import annotations

from typing import Any

import pytest
from aws_cdk import Stack
from aws_cdk.aws_cognito import (
    AllowedFirstAuthFactors,
    AutoVerifiedAttrs,
    CfnTerms,
    CfnUserPool,
    CfnUserPoolDomain,
    FeaturePlan,
    Mfa,
    MfaSecondFactor,
    SignInPolicy,
    StandardAttribute,
    StandardAttributes,
    StandardThreatProtectionMode,
    UserPool,
)
from in_turn import in_turn
from stacks import Build, Findings, rules

pytestmark = pytest.mark.cdk

Schema = CfnUserPool.SchemaAttributeProperty

APP = MfaSecondFactor(otp=True, sms=False)
APP_AND_SMS = MfaSecondFactor(otp=True, sms=True)
JUDGED = {"E9664", "E9665", "E9666", "W9667", "I9668", "W9669", "E9670", "W9697", "W9698"}


def of(**properties: Any) -> Build:
    return lambda stack: UserPool(stack, "Pool", **properties)


def plain(**properties: Any) -> Build:
    """The same without a construct that checks anything."""
    return lambda stack: CfnUserPool(stack, "Pool", **properties)


def first(**factors: bool) -> SignInPolicy:
    return SignInPolicy(allowed_first_auth_factors=AllowedFirstAuthFactors(password=True, **factors))


def passkeys_of_two_factors(stack: Stack) -> None:
    pool = UserPool(stack, "Pool", mfa=Mfa.REQUIRED, mfa_second_factor=APP, sign_in_policy=first(passkey=True))
    pool.node.default_child.web_authn_factor_configuration = "MULTI_FACTOR_WITH_USER_VERIFICATION"  # type: ignore[union-attr]


def terms_of_no_client(stack: Stack) -> None:
    CfnTerms(
        stack,
        "Terms",
        user_pool_id=UserPool(stack, "Pool").user_pool_id,
        terms_name="terms-of-use",
        terms_source="LINK",
        enforcement="NONE",
        links={"cognito:default": "https://acme.example.com/terms"},
    )


def domain_of_no_certificate(stack: Stack) -> None:
    CfnUserPoolDomain(
        stack,
        "Domain",
        user_pool_id=UserPool(stack, "Pool").user_pool_id,
        domain="login.acme.example.com",
        custom_domain_config=CfnUserPoolDomain.CustomDomainConfigTypeProperty(),
    )


CASES: dict[str, tuple[Build, set[str]]] = {
    "the default pool": (of(), set()),
    "codes where MFA is optional": (
        of(mfa=Mfa.OPTIONAL, mfa_second_factor=APP, sign_in_policy=first(email_otp=True)),
        set(),
    ),
    "codes where MFA is required": (
        of(mfa=Mfa.REQUIRED, mfa_second_factor=APP, sign_in_policy=first(email_otp=True)),
        {"E9665"},
    ),
    "passkeys where MFA is required": (
        of(mfa=Mfa.REQUIRED, mfa_second_factor=APP, sign_in_policy=first(passkey=True)),
        {"E9666"},
    ),
    "passkeys of two factors": (passkeys_of_two_factors, set()),
    "phone numbers beside codes of an app": (
        of(auto_verify=AutoVerifiedAttrs(phone=True), mfa=Mfa.OPTIONAL, mfa_second_factor=APP),
        {"E9670"},
    ),
    "phone numbers beside all codes": (
        of(auto_verify=AutoVerifiedAttrs(phone=True), mfa=Mfa.OPTIONAL, mfa_second_factor=APP_AND_SMS),
        set(),
    ),
    "SMS without a role": (of(mfa=Mfa.OPTIONAL, mfa_second_factor=APP_AND_SMS, enable_sms_role=False), {"W9698"}),
    "protection without a plan": (
        of(standard_threat_protection_mode=StandardThreatProtectionMode.FULL_FUNCTION),
        {"W9697"},
    ),
    "protection in its plan": (
        of(feature_plan=FeaturePlan.PLUS, standard_threat_protection_mode=StandardThreatProtectionMode.FULL_FUNCTION),
        set(),
    ),
    "attributes of the construct": (
        of(standard_attributes=StandardAttributes(email=StandardAttribute(required=True))),
        set(),
    ),
    "an attribute of the class": (plain(schema=[Schema(name="email", required=True)]), {"I9668"}),
    "a flag": (plain(schema=[Schema(name="email_verified", attribute_data_type="Boolean")]), {"W9669"}),
    "codes of an app first": (
        plain(
            policies=CfnUserPool.PoliciesProperty(
                sign_in_policy=CfnUserPool.SignInPolicyProperty(
                    allowed_first_auth_factors=["PASSWORD", "SOFTWARE_TOKEN"]
                )
            )
        ),
        {"W9667"},
    ),
    "nothing about names": (plain(username_configuration=CfnUserPool.UsernameConfigurationProperty()), {"E9664"}),
    "a sender without its version": (
        plain(
            lambda_config=CfnUserPool.LambdaConfigProperty(
                custom_email_sender=CfnUserPool.CustomEmailSenderProperty(
                    lambda_arn="arn:aws:lambda:us-east-1:123456789012:function:mail"
                ),
                kms_key_id="arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555",
            )
        ),
        {"E9664"},
    ),
    "terms of no client": (terms_of_no_client, {"E9664"}),
    "a custom domain without a certificate": (domain_of_no_certificate, {"E9664"}),
}


BUILDS: dict[str, Build] = {name: build for name, (build, _) in CASES.items()}


@in_turn("name", CASES)
def test_the_pack_says_of_a_build_what_cognito_would(name: str, findings: Findings) -> None:
    _, expected = CASES[name]
    found = rules(findings(name))
    assert {rule for rule in found if rule in JUDGED} == expected
    assert {rule for rule in found if rule.startswith("E")} <= expected
