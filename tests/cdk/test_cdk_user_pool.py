"""A second opinion on sign-in, MFA, email, tiers and triggers of user pools: what the CDK's construct accepts and refuses.

What it accepts gets no error from the pack, unless it stands in TOO_LENIENT with what Cognito answers. What it refuses gets
the matching rule when it is written as a plain CfnUserPool, which checks nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from aws_cdk import App, Stack, aws_kms
from aws_cdk.aws_cognito import (
    AllowedFirstAuthFactors,
    AutoVerifiedAttrs,
    CfnUserPool,
    FeaturePlan,
    LambdaVersion,
    Mfa,
    MfaSecondFactor,
    SignInAliases,
    SignInPolicy,
    StandardThreatProtectionMode,
    UserInvitationConfig,
    UserPool,
    UserPoolEmail,
    UserPoolOperation,
    UserPoolTriggers,
)
from aws_cdk.aws_iam import ServicePrincipal
from cdk_clients import function
from in_turn import in_turn
from stacks import Build, Case, Findings, Refused, rules

pytestmark = pytest.mark.cdk

BY_APP = MfaSecondFactor(otp=True, sms=False)
BY_EMAIL = MfaSecondFactor(otp=True, sms=False, email=True)
ARN = "arn:aws:ses:us-east-1:123456789012:identity/example.com"


def user_pool(**properties: Any) -> Callable[[Stack], UserPool]:
    return lambda stack: UserPool(stack, "Pool", **properties)


def plain(**properties: Any) -> Callable[[Stack], CfnUserPool]:
    """The same without a construct that checks anything."""
    return lambda stack: CfnUserPool(stack, "Pool", **properties)


def by_ses(**properties: Any) -> UserPoolEmail:
    return UserPoolEmail.with_ses(**{"from_email": "no-reply@example.com", "ses_region": "us-east-1", **properties})


def before_tokens(stack: Stack, version: LambdaVersion = LambdaVersion.V2_0, **properties: Any) -> UserPool:
    pool = UserPool(stack, "Pool", **properties)
    pool.add_trigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, function(stack, "Tokens"), version)
    return pool


def custom_sender(stack: Stack, **properties: Any) -> None:
    pool = UserPool(stack, "Pool", **properties)
    pool.add_trigger(UserPoolOperation.CUSTOM_EMAIL_SENDER, function(stack, "Sender"))


def plain_custom_sender(stack: Stack) -> None:
    sends = function(stack, "Sender")
    sends.grant_invoke(ServicePrincipal("cognito-idp.amazonaws.com"))
    sender = CfnUserPool.CustomEmailSenderProperty(lambda_arn=sends.function_arn, lambda_version="V1_0")
    plain(lambda_config=CfnUserPool.LambdaConfigProperty(custom_email_sender=sender))(stack)


ACCEPTED = [
    Case("the default pool", user_pool()),
    Case("aliases", user_pool(sign_in_aliases=SignInAliases(username=True, email=True, preferred_username=True))),
    Case("the email address as user name", user_pool(sign_in_aliases=SignInAliases(email=True))),
    Case("verified phone numbers", user_pool(auto_verify=AutoVerifiedAttrs(phone=True, email=True))),
    Case("MFA by SMS, for which the construct makes a role", user_pool(mfa=Mfa.REQUIRED)),
    Case("MFA by an app", user_pool(mfa=Mfa.OPTIONAL, mfa_second_factor=BY_APP)),
    Case("MFA by email with SES", user_pool(mfa=Mfa.OPTIONAL, mfa_second_factor=BY_EMAIL, email=by_ses())),
    Case("MFA off, whatever its factors", user_pool(mfa=Mfa.OFF, mfa_second_factor=BY_APP)),
    Case("an email address of Cognito's sender", user_pool(email=UserPoolEmail.with_cognito("help@example.com"))),
    Case("a name that has to be encoded", user_pool(email=by_ses(from_name="Acme, Inc. Épicerie"))),
    Case("a name that has to be quoted", user_pool(email=by_ses(from_name="Acme, Inc."))),
    Case("SES in another region, which may be that of the pool", user_pool(email=by_ses(ses_region="eu-central-1"))),
    Case(
        "an invitation",
        user_pool(
            user_invitation=UserInvitationConfig(email_body="{username} {####}", sms_message="{username} {####}")
        ),
    ),
    Case(
        "threat protection in its tier",
        user_pool(
            feature_plan=FeaturePlan.PLUS, standard_threat_protection_mode=StandardThreatProtectionMode.FULL_FUNCTION
        ),
    ),
    Case(
        "sign-in without a password in its tier",
        user_pool(
            feature_plan=FeaturePlan.ESSENTIALS,
            sign_in_policy=SignInPolicy(
                allowed_first_auth_factors=AllowedFirstAuthFactors(password=True, passkey=True)
            ),
        ),
    ),
    Case("token customization", before_tokens),
    Case(
        "the first version of the events in the lowest tier",
        lambda stack: before_tokens(stack, LambdaVersion.V1_0, feature_plan=FeaturePlan.LITE),
    ),
    Case(
        "a custom sender with its key",
        lambda stack: custom_sender(stack, custom_sender_kms_key=aws_kms.Key(stack, "Key")),
    ),
]

TOO_LENIENT = [
    Case(
        "verified phone numbers without a role",
        user_pool(auto_verify=AutoVerifiedAttrs(phone=True), enable_sms_role=False),
        {"E9642": "SMS configuration is required when phone_number is selected for auto verification"},
    ),
    Case(
        "MFA without any factor",
        user_pool(mfa=Mfa.OPTIONAL, mfa_second_factor=MfaSecondFactor(otp=False, sms=False)),
        {"E9643": "can't disable all MFAs with a required or optional configuration"},
    ),
    Case(
        "a sender that is no address",
        user_pool(email=by_ses(from_email="no-reply")),
        {"E9646": "Provided From email address is invalid"},
    ),
    Case(
        "an invitation without its code",
        user_pool(user_invitation=UserInvitationConfig(email_body="Welcome")),
        {"E9648": "failed to satisfy constraint"},
    ),
    Case(
        "threat protection in a tier without it",
        user_pool(
            feature_plan=FeaturePlan.ESSENTIALS,
            standard_threat_protection_mode=StandardThreatProtectionMode.FULL_FUNCTION,
        ),
        {"E9651": "The following features need to be disabled for the ESSENTIALS pricing tier configured"},
    ),
    Case(
        "threat protection of a pool that does not say its tier",
        user_pool(standard_threat_protection_mode=StandardThreatProtectionMode.AUDIT_ONLY),
        {"W9697": "need to be disabled for the ESSENTIALS pricing tier configured: Threat Protection"},
    ),
    Case(
        "token customization in a tier without it",
        lambda stack: before_tokens(stack, feature_plan=FeaturePlan.LITE),
        {"E9651": "The following features need to be disabled for the LITE pricing tier configured"},
    ),
    Case(
        "two functions before tokens",
        lambda stack: before_tokens(
            stack, lambda_triggers=UserPoolTriggers(pre_token_generation=function(stack, "Claims"))
        ),
        {"E9652": "Cannot use PreTokenGenerationLambda and PreTokenGeneration with different Lambda function ARN's"},
    ),
    Case(
        "both ways of user names, which only a plain pool can have",
        plain(alias_attributes=["email"], username_attributes=["email"]),
        {"E9641": "Only one of the aliasAttributes or usernameAttributes can be set in a User pool."},
    ),
    Case(
        "MFA off with factors, which only a plain pool can have",
        plain(mfa_configuration="OFF", enabled_mfas=["SOFTWARE_TOKEN_MFA"]),
        {"E9650": "can't turn off MFA and configure an MFA together."},
    ),
    Case(
        "SES without an identity, which only a plain pool can have",
        plain(email_configuration=CfnUserPool.EmailConfigurationProperty(email_sending_account="DEVELOPER")),
        {"E9645": "Source ARN is required to use DEVELOPER email sending owner"},
    ),
]

REFUSED = [
    Refused(
        "MFA by email with Cognito's sender",
        user_pool(
            mfa=Mfa.OPTIONAL, mfa_second_factor=BY_EMAIL, email=UserPoolEmail.with_cognito("no-reply@example.com")
        ),
        "To enable email-based MFA, set `email` property to the Amazon SES email-sending configuration.",
        plain(
            mfa_configuration="OPTIONAL",
            enabled_mfas=["EMAIL_OTP"],
            email_configuration=CfnUserPool.EmailConfigurationProperty(source_arn=ARN),
        ),
        "E9649",
    ),
    Refused(
        "a custom sender without a key",
        custom_sender,
        "you must specify a KMS key if you are using customSmsSender or customEmailSender.",
        plain_custom_sender,
        "E9644",
    ),
    Refused(
        "sign-in without a password in a tier without it",
        user_pool(
            feature_plan=FeaturePlan.LITE,
            sign_in_policy=SignInPolicy(
                allowed_first_auth_factors=AllowedFirstAuthFactors(password=True, passkey=True)
            ),
        ),
        "To enable choice-based authentication, set `featurePlan` to `FeaturePlan.ESSENTIALS` or `FeaturePlan.PLUS`.",
        plain(
            user_pool_tier="LITE",
            policies=CfnUserPool.PoliciesProperty(
                sign_in_policy=CfnUserPool.SignInPolicyProperty(allowed_first_auth_factors=["PASSWORD", "WEB_AUTHN"])
            ),
        ),
        "E9651",
    ),
]

BUILDS: Mapping[str, Build] = {
    **{case.name: case.build for case in [*ACCEPTED, *TOO_LENIENT]},
    **{case.name: case.without_construct for case in REFUSED},
}


@in_turn("case", ACCEPTED, ids=lambda case: case.name)
def test_what_the_construct_accepts_gets_no_error(case: Case, findings: Findings) -> None:
    assert not rules(findings(case.name), "EW")


@in_turn("case", TOO_LENIENT, ids=lambda case: case.name)
def test_where_the_construct_is_too_lenient_the_pack_knows_better(case: Case, findings: Findings) -> None:
    (rule,) = rules(findings(case.name), "EW")
    assert rule in case.findings
    assert any(case.findings[rule] in finding.message for finding in findings(case.name))


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.name)
def test_what_the_construct_refuses_gets_the_matching_rule(case: Refused, findings: Findings, tmp_path: Path) -> None:
    stack = Stack(App(outdir=str(tmp_path)))
    with pytest.raises(RuntimeError, match=re.escape(case.words)):
        case.build(stack)
    assert rules(findings(case.name), "EW") == {case.rule}
