"""A second opinion on recovery, attributes, first factors and names of user pools: what the CDK's construct accepts and refuses.

As in test_cdk_user_pool.py, what the construct accepts gets no error, unless it stands in TOO_LENIENT, and what it cannot write or
refuses to write gets the matching rule when it is written as a plain CfnUserPool, which checks nothing.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from aws_cdk import App, Duration, Stack
from aws_cdk.aws_cognito import (
    AccountRecovery,
    AllowedFirstAuthFactors,
    AutoVerifiedAttrs,
    BooleanAttribute,
    CfnLogDeliveryConfiguration,
    CfnUserPool,
    CfnUserPoolRiskConfigurationAttachment,
    DateTimeAttribute,
    KeepOriginalAttrs,
    NumberAttribute,
    PasswordPolicy,
    SignInPolicy,
    StandardAttribute,
    StandardAttributes,
    StringAttribute,
    UserPool,
)
from in_turn import in_turn
from stacks import Build, Findings, rules

pytestmark = pytest.mark.cdk

Schema = CfnUserPool.SchemaAttributeProperty
Mechanism = CfnUserPool.RecoveryOptionProperty
Risks = CfnUserPoolRiskConfigurationAttachment
Source = CfnLogDeliveryConfiguration.LogConfigurationProperty

REQUIRED = StandardAttribute(required=True, mutable=True)


def of(**properties: Any) -> Build:
    return lambda stack: UserPool(stack, "Pool", **properties)


def plain(**properties: Any) -> Build:
    """The same without a construct that checks anything."""
    return lambda stack: CfnUserPool(stack, "Pool", **properties)


def factors(*names: str) -> Build:
    policy = CfnUserPool.SignInPolicyProperty(allowed_first_auth_factors=list(names))
    return plain(policies=CfnUserPool.PoliciesProperty(sign_in_policy=policy))


def recovery(*mechanisms: CfnUserPool.RecoveryOptionProperty) -> Build:
    return plain(
        account_recovery_setting=CfnUserPool.AccountRecoverySettingProperty(recovery_mechanisms=list(mechanisms))
    )


def schema(*entries: CfnUserPool.SchemaAttributeProperty) -> Build:
    return plain(schema=list(entries))


def verified_before_update(*names: str, **properties: Any) -> Build:
    settings = CfnUserPool.UserAttributeUpdateSettingsProperty(
        attributes_require_verification_before_update=list(names)
    )
    return plain(user_attribute_update_settings=settings, **properties)


def two_limits(stack: Stack) -> None:
    CfnUserPool(
        stack,
        "Pool",
        admin_create_user_config=CfnUserPool.AdminCreateUserConfigProperty(unused_account_validity_days=7),
        policies=CfnUserPool.PoliciesProperty(
            password_policy=CfnUserPool.PasswordPolicyProperty(temporary_password_validity_days=7)
        ),
    )


ACCEPTED: dict[str, Build] = {
    "the default pool": of(),
    **{f"account recovery {each.name}": of(account_recovery=each) for each in AccountRecovery},
    "attributes of each kind": of(
        standard_attributes=StandardAttributes(
            email=REQUIRED,
            fullname=REQUIRED,
            birthdate=REQUIRED,
            last_update_time=REQUIRED,
            timezone=StandardAttribute(mutable=False),
        ),
        custom_attributes={
            "team": StringAttribute(min_len=1, max_len=1, mutable=True),
            "level": NumberAttribute(min=-3, max=-3),
            "active": BooleanAttribute(),
            "joined": DateTimeAttribute(),
        },
    ),
    "first factors": of(
        sign_in_policy=SignInPolicy(
            allowed_first_auth_factors=AllowedFirstAuthFactors(password=True, email_otp=True, passkey=True)
        ),
        passkey_relying_party_id="auth.example.com",
    ),
    "a limit for temporary passwords": of(password_policy=PasswordPolicy(temp_password_validity=Duration.days(3))),
    "the original stays until the new one is verified": of(
        auto_verify=AutoVerifiedAttrs(email=True), keep_original=KeepOriginalAttrs(email=True)
    ),
    "a name": of(user_pool_name="Shop users - production"),
}

TOO_LENIENT: dict[str, tuple[Build, str]] = {
    "limits that no text can meet": (of(custom_attributes={"team": StringAttribute(min_len=9, max_len=3)}), "E9655"),
    "limits that no number can meet": (of(custom_attributes={"level": NumberAttribute(min=9, max=3)}), "E9655"),
    "a name with an umlaut": (of(user_pool_name="Bücher"), "E9662"),
    "a relying party with a scheme": (of(passkey_relying_party_id="https://auth.example.com"), "E9663"),
    "an original that nobody verifies": (of(keep_original=KeepOriginalAttrs(email=True)), "E9661"),
}

NOT_OF_A_CONSTRUCT: dict[str, tuple[Build, str]] = {
    "administrators beside email": (
        recovery(Mechanism(name="admin_only", priority=1), Mechanism(name="verified_email", priority=2)),
        "E9653",
    ),
    "one priority for two": (
        recovery(Mechanism(name="verified_email", priority=1), Mechanism(name="verified_phone_number", priority=1)),
        "E9654",
    ),
    "a required custom attribute": (
        schema(Schema(name="team", attribute_data_type="String", required=True)),
        "E9656",
    ),
    "a custom attribute twice": (
        schema(Schema(name="team", attribute_data_type="String"), Schema(name="team", attribute_data_type="String")),
        "E9657",
    ),
    "a date of birth that is a date": (schema(Schema(name="birthdate", attribute_data_type="DateTime")), "E9658"),
    "no password": (factors("WEB_AUTHN"), "E9659"),
    "two limits": (two_limits, "E9660"),
    "a phone number that is not verified": (
        verified_before_update("email", "phone_number", auto_verified_attributes=["email"]),
        "E9661",
    ),
}

BUILDS: dict[str, Build] = {
    **ACCEPTED,
    **{name: build for name, (build, _) in {**TOO_LENIENT, **NOT_OF_A_CONSTRUCT}.items()},
}


@in_turn("name", ACCEPTED)
def test_what_cognito_accepts_gets_no_error(name: str, findings: Findings) -> None:
    assert rules(findings(name), "E") == set()


@in_turn("name", [*TOO_LENIENT, *NOT_OF_A_CONSTRUCT])
def test_what_no_construct_stops_gets_its_rule(name: str, findings: Findings) -> None:
    _, rule = {**TOO_LENIENT, **NOT_OF_A_CONSTRUCT}[name]
    assert rules(findings(name), "E") == {rule}


def test_the_construct_does_not_leave_the_password_out(tmp_path: Path) -> None:
    stack = Stack(App(outdir=str(tmp_path)))
    with pytest.raises(RuntimeError, match=re.escape("The password authentication cannot be disabled")):
        UserPool(
            stack,
            "Pool",
            sign_in_policy=SignInPolicy(
                allowed_first_auth_factors=AllowedFirstAuthFactors(password=False, passkey=True)
            ),
        )
