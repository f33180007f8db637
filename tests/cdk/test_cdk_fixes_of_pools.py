"""Fixes that change a user pool, tried in an app, as in test_cdk_fixes.py."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from aws_cdk.aws_cognito import (
    CfnUserPool,
    FeaturePlan,
    Mfa,
    MfaSecondFactor,
    StandardThreatProtectionMode,
    UserPool,
)
from in_turn import in_turn
from stacks import Build, Findings
from tried import Tried, of_pool

pytestmark = pytest.mark.cdk


def overridden(path: str, value: Any) -> Callable[[UserPool], None]:
    def override(pool: UserPool) -> None:
        pool.node.default_child.add_property_override(path, value)  # type: ignore[union-attr]

    return override


def pool_with(change: Callable[[UserPool], None], **properties: Any) -> Build:
    return lambda stack: change(UserPool(stack, "Pool", **properties))


def nothing(pool: UserPool) -> None:
    pass


BY_APP = MfaSecondFactor(otp=True, sms=False)
BY_BOTH = MfaSecondFactor(otp=True, sms=True)
SMS = CfnUserPool.SmsConfigurationProperty(sns_caller_arn="arn:aws:iam::123456789012:role/sms", external_id="acme")
UPDATES = CfnUserPool.UserAttributeUpdateSettingsProperty

TRIED = [
    Tried(
        "E9666",
        "Set webAuthnFactorConfiguration of node.defaultChild",
        pool_with(
            overridden("Policies.SignInPolicy.AllowedFirstAuthFactors", ["PASSWORD", "WEB_AUTHN"]),
            mfa=Mfa.REQUIRED,
            mfa_second_factor=BY_APP,
        ),
        pool_with(
            lambda pool: (
                overridden("Policies.SignInPolicy.AllowedFirstAuthFactors", ["PASSWORD", "WEB_AUTHN"])(pool),
                overridden("WebAuthnFactorConfiguration", "MULTI_FACTOR_WITH_USER_VERIFICATION")(pool),
            )[0],
            mfa=Mfa.REQUIRED,
            mfa_second_factor=BY_APP,
        ),
    ),
    of_pool(
        "E9670",
        "Add SMS_MFA to enabledMfas (Python: enabled_mfas)",
        {"mfa_configuration": "ON", "enabled_mfas": ["SOFTWARE_TOKEN_MFA"], "sms_configuration": SMS},
        {"mfa_configuration": "ON", "enabled_mfas": ["SOFTWARE_TOKEN_MFA", "SMS_MFA"], "sms_configuration": SMS},
    ),
    of_pool(
        "W9698",
        "or write SOFTWARE_TOKEN_MFA instead of SMS_MFA",
        {"mfa_configuration": "ON", "enabled_mfas": ["SMS_MFA"]},
        {"mfa_configuration": "ON", "enabled_mfas": ["SOFTWARE_TOKEN_MFA"]},
    ),
    Tried(
        "E9670",
        "Add sms: true to mfaSecondFactor (Python: mfa_second_factor)",
        lambda stack: UserPool(stack, "Pool", mfa=Mfa.REQUIRED, mfa_second_factor=BY_APP, enable_sms_role=True),
        lambda stack: UserPool(stack, "Pool", mfa=Mfa.REQUIRED, mfa_second_factor=BY_BOTH, enable_sms_role=True),
    ),
    of_pool(
        "E9642",
        "Add an smsConfiguration (Python: sms_configuration) with the snsCallerArn (Python: sns_caller_arn)",
        {"auto_verified_attributes": ["phone_number"]},
        {"auto_verified_attributes": ["phone_number"], "sms_configuration": SMS},
    ),
    of_pool(
        "E9642",
        "or remove phone_number from autoVerifiedAttributes (Python: auto_verified_attributes)",
        {"auto_verified_attributes": ["phone_number", "email"]},
        {"auto_verified_attributes": ["email"]},
    ),
    of_pool(
        "E9643",
        "Write enabledMfas (Python: enabled_mfas): [SOFTWARE_TOKEN_MFA]",
        {"mfa_configuration": "ON"},
        {"mfa_configuration": "ON", "enabled_mfas": ["SOFTWARE_TOKEN_MFA"]},
    ),
    of_pool(
        "E9650",
        "set mfaConfiguration (Python: mfa_configuration) to OPTIONAL",
        {"mfa_configuration": "OFF", "enabled_mfas": ["SOFTWARE_TOKEN_MFA"]},
        {"mfa_configuration": "OPTIONAL", "enabled_mfas": ["SOFTWARE_TOKEN_MFA"]},
    ),
    of_pool(
        "E9661",
        "Add email to autoVerifiedAttributes (Python: auto_verified_attributes)",
        {"user_attribute_update_settings": UPDATES(attributes_require_verification_before_update=["email"])},
        {
            "user_attribute_update_settings": UPDATES(attributes_require_verification_before_update=["email"]),
            "auto_verified_attributes": ["email"],
        },
    ),
    of_pool(
        "E9649",
        "set emailSendingAccount (Python: email_sending_account) to DEVELOPER",
        {
            "mfa_configuration": "OPTIONAL",
            "enabled_mfas": ["EMAIL_OTP"],
            "email_configuration": CfnUserPool.EmailConfigurationProperty(email_sending_account="COGNITO_DEFAULT"),
        },
        {
            "mfa_configuration": "OPTIONAL",
            "enabled_mfas": ["EMAIL_OTP"],
            "email_configuration": CfnUserPool.EmailConfigurationProperty(
                email_sending_account="DEVELOPER",
                source_arn="arn:aws:ses:us-east-1:123456789012:identity/example.com",
            ),
        },
    ),
    Tried(
        "W9697",
        "Set featurePlan (Python: feature_plan) to PLUS",
        pool_with(overridden("UserPoolAddOns", {"AdvancedSecurityMode": "ENFORCED"})),
        pool_with(
            nothing,
            feature_plan=FeaturePlan.PLUS,
            standard_threat_protection_mode=StandardThreatProtectionMode.FULL_FUNCTION,
        ),
    ),
    Tried(
        "E9644",
        "Set customSenderKmsKey (Python: custom_sender_kms_key) to a KMS key",
        pool_with(
            overridden(
                "LambdaConfig.CustomEmailSender",
                {"LambdaArn": "arn:aws:lambda:us-east-1:123456789012:function:x", "LambdaVersion": "V1_0"},
            )
        ),
        pool_with(
            overridden(
                "LambdaConfig",
                {
                    "CustomEmailSender": {
                        "LambdaArn": "arn:aws:lambda:us-east-1:123456789012:function:x",
                        "LambdaVersion": "V1_0",
                    },
                    "KMSKeyID": "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555",
                },
            )
        ),
    ),
]
BUILDS = {name: build for tried in TRIED for name, build in tried.builds.items()}


@in_turn("tried", TRIED, ids=lambda tried: tried.name)
def test_who_does_what_a_fix_says_has_no_finding_left(tried: Tried, findings: Findings) -> None:
    tried.check(findings)
