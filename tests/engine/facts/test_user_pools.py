"""What is said of user pools that are no legal ones, or of which only the deployment knows what they are."""

from __future__ import annotations

from typing import Any

from cfn_lint_cognito import check
from cfn_lint_cognito.engine.facts.types import type_of
from cfn_lint_cognito.engine.schemas import names
from in_turn import in_turn

Template = dict[str, Any]

FIRST_FACTORS = "AllowedFirstAuthFactors"


def pool(**properties: Any) -> Template:
    return {"Resources": {"Pool": {"Type": "AWS::Cognito::UserPool", "Properties": properties}}}


def rules(template: Template) -> set[str]:
    return {finding.rule for finding in check(template)}


def recovery(*names: str) -> dict[str, Any]:
    mechanisms = [{"Name": name, "Priority": index} for index, name in enumerate(names, 1)]
    return {"AccountRecoverySetting": {"RecoveryMechanisms": mechanisms}}


def first_factors(*names: str) -> dict[str, Any]:
    return {"Policies": {"SignInPolicy": {FIRST_FACTORS: list(names)}}}


@in_turn(
    ("legal", "rule", "reported"),
    [
        (recovery("admin_only", "verified_email"), "E9653", recovery("admin_only", "email")),
        (
            {"Schema": [{"Name": "email", "AttributeDataType": "Number"}]},
            "E9658",
            {"Schema": [{"Name": "email", "AttributeDataType": "string"}]},
        ),
        (first_factors("EMAIL_OTP"), "E9659", first_factors("EMAIL_OTP", "Password")),
        (
            {"UserAttributeUpdateSettings": {"AttributesRequireVerificationBeforeUpdate": ["email"]}},
            "E9661",
            {"UserAttributeUpdateSettings": {"AttributesRequireVerificationBeforeUpdate": ["Email"]}},
        ),
        (
            {"Schema": [{"Name": "tenant", "Required": True}]},
            "E9656",
            {"Schema": [{"Name": "", "Required": True}]},
        ),
        (
            {"AdminCreateUserConfig": {"InviteMessageTemplate": {"SMSMessage": "Welcome"}}},
            "E9648",
            {"AdminCreateUserConfig": {"InviteMessageTemplate": {"SMSMessage": ""}}},
        ),
    ],
)
def test_a_value_that_cfn_lint_reports_is_not_what_the_pack_speaks_of(
    legal: dict[str, Any], rule: str, reported: dict[str, Any]
) -> None:
    assert rules(pool(**legal)) == {rule}
    assert rules(pool(**reported)) == set()


@in_turn(("default", "found"), [({"Ref": "AWS::NoValue"}, set()), (7, {"E9660"})])
def test_what_a_look_up_finds_may_be_nothing_where_its_default_is(default: Any, found: set[str]) -> None:
    template = pool(
        AdminCreateUserConfig={
            "UnusedAccountValidityDays": {
                "Fn::FindInMap": ["Days", {"Fn::ImportValue": "stage"}, "Unused", {"DefaultValue": default}]
            }
        },
        Policies={"PasswordPolicy": {"TemporaryPasswordValidityDays": 3}},
    )
    template["Mappings"] = {"Days": {"prod": {"Unused": 7}}}
    assert rules(template) == found


@in_turn(
    ("relying_party", "fix"),
    [
        ("https://auth.acme.dev:8443/login?a=b", "Write auth.acme.dev."),
        ("https://user:word@auth.acme.dev", "Write auth.acme.dev."),
        ("//auth.acme.dev", "Write auth.acme.dev."),
        ("localhost:3000", "Write localhost."),
        ("https://", "Write the domain name alone, as in auth.example.com."),
        ("https://auth acme dev/", "Write the domain name alone, as in auth.example.com."),
        ("https://[::1]/", "Write the domain name alone, as in auth.example.com."),
    ],
)
def test_the_mend_of_a_relying_party_is_the_domain_in_it(relying_party: str, fix: str) -> None:
    assert [finding.fix for finding in check(pool(WebAuthnRelyingPartyID=relying_party))] == [fix]


@in_turn(
    ("mode", "fix"),
    [
        ("OFF", "Remove EnabledMfas, or set MfaConfiguration to OPTIONAL or ON."),
        ({"Fn::If": ["Prod", "ON", "OFF"]}, "Remove EnabledMfas where MFA is off, by Fn::If."),
        ({"Ref": "Mode"}, "Remove EnabledMfas where MFA is off, by Fn::If."),
    ],
)
def test_factors_are_only_removed_where_mfa_is_off(mode: Any, fix: str) -> None:
    template = pool(MfaConfiguration=mode, EnabledMfas=["SOFTWARE_TOKEN_MFA"])
    template["Parameters"] = {
        "Stage": {"Type": "String"},
        "Mode": {"Type": "String", "Default": "OFF", "AllowedValues": ["OFF", "ON"]},
    }
    template["Conditions"] = {"Prod": {"Fn::Equals": [{"Ref": "Stage"}, "prod"]}}
    assert [finding.fix for finding in check(template)] == [fix]


@in_turn(
    ("rule", "properties"),
    [
        ("E9641", {"AliasAttributes": {"Ref": "List"}, "UsernameAttributes": ["email"]}),
        ("E9650", {"MfaConfiguration": "OFF", "EnabledMfas": {"Ref": "List"}}),
    ],
)
def test_a_list_without_a_value_may_be_none(rule: str, properties: dict[str, Any]) -> None:
    template = pool(**properties)
    template["Parameters"] = {"List": {"Type": "CommaDelimitedList", "Default": ""}}
    assert rules(template) == set()
    template["Parameters"] = {"List": {"Type": "CommaDelimitedList", "Default": "email"}}
    assert rules(template) == {rule}


def test_the_tiers_of_the_document_are_those_that_features_are_told_of() -> None:
    assert tuple(type_of("AWS::Cognito::UserPool", ("UserPoolTier",))["enum"]) == names("tiers")
