"""User pools with legal and illegal settings, and a risk configuration that sends from another region."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from resources.parts import part, some, switches

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

senders_of_messages = part({"LambdaArn": functions, "LambdaVersion": st.just("V1_0")})
sending_pools: st.SearchStrategy[dict[str, Any]] = part(
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
                "CustomEmailSender": senders_of_messages,
                "CustomSMSSender": senders_of_messages,
                "InboundFederation": senders_of_messages,
                "KMSKeyID": st.just(KEY),
                "PreTokenGeneration": functions,
                "PreTokenGenerationConfig": part(
                    {"LambdaArn": functions, "LambdaVersion": st.sampled_from(["V1_0", "V2_0", "V3_0"])}
                ),
            }
        ),
        "AdminCreateUserConfig": part(
            {"InviteMessageTemplate": part({"EmailMessage": invitations, "SMSMessage": invitations})}
        ),
        "UsernameConfiguration": part({"CaseSensitive": switches}),
        "WebAuthnFactorConfiguration": st.sampled_from(["SINGLE_FACTOR", "MULTI_FACTOR_WITH_USER_VERIFICATION"]),
        "UserPoolTier": st.sampled_from(["LITE", "ESSENTIALS", "PLUS"]),
        "UserPoolAddOns": part({"AdvancedSecurityMode": st.sampled_from(["OFF", "AUDIT", "ENFORCED"])}),
        "Policies": part(
            {
                "SignInPolicy": part(
                    {
                        "AllowedFirstAuthFactors": st.sampled_from(
                            [
                                ["PASSWORD"],
                                ["EMAIL_OTP"],
                                ["PASSWORD", "EMAIL_OTP"],
                                ["PASSWORD", "WEB_AUTHN"],
                                ["PASSWORD", "WEB_AUTHN", "SMS_OTP"],
                                ["PASSWORD", "SOFTWARE_TOKEN"],
                                ["SOFTWARE_TOKEN"],
                            ]
                        )
                    }
                )
            }
        ),
    }
)

limits = st.sampled_from(["0", "1", "9", "10", 20])
attributes = part(
    {
        "Name": st.sampled_from(["team", "level", "email", "updated_at", "email_verified", "Email"]),
        "AttributeDataType": st.sampled_from(["String", "Number", "Boolean", "DateTime"]),
        "DeveloperOnlyAttribute": switches,
        "Required": switches,
        "Mutable": switches,
        "StringAttributeConstraints": part({"MinLength": limits, "MaxLength": limits}),
        "NumberAttributeConstraints": part({"MinValue": limits, "MaxValue": limits}),
    }
)
mechanisms = st.fixed_dictionaries(
    {"Name": st.sampled_from(["admin_only", "verified_email", "verified_phone_number"])},
    optional={"Priority": st.sampled_from([1, 2, "1"])},
)
described_pools: st.SearchStrategy[dict[str, Any]] = part(
    {
        "AccountRecoverySetting": st.fixed_dictionaries(
            {"RecoveryMechanisms": st.lists(mechanisms, min_size=1, max_size=2)}
        ),
        "AdminCreateUserConfig": part({"UnusedAccountValidityDays": st.sampled_from([7, 14, "7"])}),
        "AutoVerifiedAttributes": some(["email", "phone_number"], 2),
        "EnabledMfas": some(["SMS_MFA", "SOFTWARE_TOKEN_MFA"], 2),
        "MfaConfiguration": st.sampled_from(["OFF", "ON", "OPTIONAL"]),
        "Policies": part(
            {
                "PasswordPolicy": part({"TemporaryPasswordValidityDays": st.sampled_from([7, 14, "7"])}),
                "SignInPolicy": part(
                    {
                        "AllowedFirstAuthFactors": st.lists(
                            st.sampled_from(["PASSWORD", "EMAIL_OTP", "WEB_AUTHN"]), min_size=1, unique=True
                        )
                    }
                ),
            }
        ),
        "Schema": st.lists(attributes, min_size=1, max_size=3),
        "SmsConfiguration": st.just({"SnsCallerArn": "arn:aws:iam::123456789012:role/sms"}),
        "UserAttributeUpdateSettings": st.fixed_dictionaries(
            {"AttributesRequireVerificationBeforeUpdate": some(["email", "phone_number"], 2)}
        ),
        "UserPoolName": st.sampled_from(["users", "Bücher", "shop/users", {"Fn::Sub": "bücher-${AWS::StackName}"}]),
        "UserPoolTier": st.sampled_from(["ESSENTIALS", "PLUS"]),
        "WebAuthnRelyingPartyID": st.sampled_from(["auth.acme.dev", "localhost", "https://acme.dev", "localhost:3000"]),
    }
)

RESOURCES: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "AnyPool": st.fixed_dictionaries({"Type": st.just("AWS::Cognito::UserPool"), "Properties": sending_pools}),
    "VariousPool": st.fixed_dictionaries({"Type": st.just("AWS::Cognito::UserPool"), "Properties": described_pools}),
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
