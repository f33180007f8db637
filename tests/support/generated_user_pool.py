"""User pools with legal and illegal settings of sign-in, MFA, email, invitations, tiers and token triggers, and their fixes."""

from __future__ import annotations

import copy
from typing import Any

from fixes import Fix, Path, Template, drop, put
from hypothesis import strategies as st
from strategies import part, some

SES = "arn:aws:ses:us-east-1:123456789012:identity/acme.dev"
FAR_SES = "arn:aws:ses:eu-central-1:123456789012:identity/acme.dev"
KEY = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555"
SMS = {"SnsCallerArn": "arn:aws:iam::123456789012:role/cognito-sms"}
DEVELOPER = {"EmailSendingAccount": "DEVELOPER", "SourceArn": SES}
FUNCTIONS = [
    f"arn:aws:lambda:us-east-1:123456789012:function:{name}" for name in ("claims", "tokens", "tokens:live", "tokens:1")
]

functions = st.sampled_from(FUNCTIONS)
sources = st.sampled_from([SES, FAR_SES])
senders = st.sampled_from(
    [
        "no-reply@acme.dev",
        "Acme <no-reply@acme.dev>",
        "Acme no-reply@acme.dev",
        "acme.dev",
        '"Acme, Inc." <no-reply@acme.dev>',
        "Acme, Inc. <no-reply@acme.dev>",
        "no-reply@",
        "",
    ]
)
invitations = st.sampled_from(
    ["{username} {####}", "Your password is {####}.", "Welcome, {username}.", "Welcome to Acme."]
)

user_pools: st.SearchStrategy[dict[str, Any]] = part(
    {
        "AliasAttributes": some(["email", "phone_number", "preferred_username"], 2),
        "UsernameAttributes": some(["email", "phone_number"], 2),
        "AutoVerifiedAttributes": some(["email", "phone_number"], 2),
        "MfaConfiguration": st.sampled_from(["OFF", "ON", "OPTIONAL"]),
        "EnabledMfas": some(["SMS_MFA", "SOFTWARE_TOKEN_MFA", "EMAIL_OTP"], 2),
        "SmsConfiguration": st.just(SMS),
        "EmailConfiguration": part(
            {
                "EmailSendingAccount": st.sampled_from(["DEVELOPER", "COGNITO_DEFAULT"]),
                "From": senders,
                "SourceArn": sources,
            }
        ),
        "LambdaConfig": part(
            {
                "CustomEmailSender": st.fixed_dictionaries({"LambdaArn": functions, "LambdaVersion": st.just("V1_0")}),
                "CustomSMSSender": st.fixed_dictionaries({"LambdaArn": functions, "LambdaVersion": st.just("V1_0")}),
                "KMSKeyID": st.just(KEY),
                "PreTokenGeneration": functions,
                "PreTokenGenerationConfig": st.fixed_dictionaries(
                    {"LambdaArn": functions, "LambdaVersion": st.sampled_from(["V1_0", "V2_0", "V3_0"])}
                ),
            }
        ),
        "AdminCreateUserConfig": part(
            {"InviteMessageTemplate": part({"EmailMessage": invitations, "SMSMessage": invitations})}
        ),
        "UserPoolTier": st.sampled_from(["LITE", "ESSENTIALS", "PLUS"]),
        "UserPoolAddOns": part({"AdvancedSecurityMode": st.sampled_from(["OFF", "AUDIT", "ENFORCED"])}),
        "Policies": part(
            {
                "SignInPolicy": part(
                    {
                        "AllowedFirstAuthFactors": st.sampled_from(
                            [["PASSWORD"], ["PASSWORD", "EMAIL_OTP"], ["PASSWORD", "WEB_AUTHN", "SMS_OTP"]]
                        )
                    }
                )
            }
        ),
    }
)

RESOURCES: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "AnyPool": st.fixed_dictionaries({"Type": st.just("AWS::Cognito::UserPool"), "Properties": user_pools}),
    "RiskConfiguration": st.fixed_dictionaries(
        {
            "Type": st.just("AWS::Cognito::UserPoolRiskConfigurationAttachment"),
            "Properties": st.fixed_dictionaries(
                {
                    "UserPoolId": st.sampled_from(
                        [{"Ref": "AnyPool"}, "us-east-1_a1B2c3D4e", "eu-central-1_a1B2c3D4e"]
                    ),
                    "ClientId": st.just("ALL"),
                    "AccountTakeoverRiskConfiguration": st.fixed_dictionaries(
                        {
                            "Actions": st.just({"HighAction": {"EventAction": "BLOCK", "Notify": True}}),
                            "NotifyConfiguration": st.fixed_dictionaries({"SourceArn": sources}),
                        }
                    ),
                }
            ),
        }
    ),
}


def _properties(template: Template, path: Path) -> dict[str, Any]:
    properties: dict[str, Any] = template["Resources"][path[1]]["Properties"]
    return properties


def below(name: str, **values: Any) -> Fix:
    """Puts values into a map of the resource, which is made where there is none."""
    return lambda template, path: _properties(template, path).setdefault(name, {}).update(copy.deepcopy(values))


def remove_pre_token_generation(template: Template, path: Path) -> None:
    _properties(template, path)["LambdaConfig"].pop("PreTokenGeneration")


def name_another_identity(template: Template, path: Path) -> None:
    holder: Any = template
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = SES


def write_the_codes(template: Template, path: Path) -> None:
    messages = _properties(template, path)["AdminCreateUserConfig"]["InviteMessageTemplate"]
    messages[path[-1]] = "Hello {username}, your password is {####}."


def raise_to_plus(template: Template, path: Path) -> None:
    """The tier that the message names for the highest of the settings; each message names the one that it needs."""
    needed = "PLUS" if path[3] == "UserPoolAddOns" else "ESSENTIALS"
    _properties(template, path)["UserPoolTier"] = needed


def send_by_ses(template: Template, path: Path) -> None:
    configuration = _properties(template, path).setdefault("EmailConfiguration", {})
    configuration["EmailSendingAccount"] = "DEVELOPER"
    configuration.setdefault("SourceArn", SES)


FIXES: dict[str, Fix] = {
    "E9641": drop("UsernameAttributes"),
    "E9642": put(SmsConfiguration=SMS),
    "E9643": put(EnabledMfas=["SOFTWARE_TOKEN_MFA"]),
    "E9644": below("LambdaConfig", KMSKeyID=KEY),
    "E9645": below("EmailConfiguration", SourceArn=SES),
    "E9646": below("EmailConfiguration", From="no-reply@acme.dev"),
    "W9647": name_another_identity,
    "E9648": write_the_codes,
    "E9649": send_by_ses,
    "E9650": drop("EnabledMfas"),
    "E9651": raise_to_plus,
    "E9652": remove_pre_token_generation,
}

PRESENCE_COUNTS: dict[str, set[str]] = {
    "E9644": {"LambdaArn"},  # A sender needs a key, whatever its function is.
}
