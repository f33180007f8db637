"""The messages of the rules on a user pool's sign-in, MFA, email, invitations, tier and token triggers, word for word."""

from __future__ import annotations

import pytest
from linting import FIXTURES, Fixture, linted_fixtures

# The messages of the fixture's own rule in the order of their lines, each once.
MESSAGES = {
    "user_pool/e9641_aliases_and_username_attributes/fail_behind_condition.yaml": [
        (
            'This pool has both AliasAttributes and UsernameAttributes; Cognito rejects it with "Only one of the '
            'aliasAttributes or usernameAttributes can be set in a User pool." Remove UsernameAttributes if users'
            " are to have a user name besides, or AliasAttributes if email or phone_number is to be their user "
            "name. [when IsProd is true]"
        ),
        (
            'This pool has both AliasAttributes and UsernameAttributes; Cognito rejects it with "Only one of the '
            'aliasAttributes or usernameAttributes can be set in a User pool." Remove UsernameAttributes if users'
            " are to have a user name besides, or AliasAttributes if email is to be their user name. [when IsProd"
            " is true]"
        ),
    ],
    "user_pool/e9642_phone_verification_without_sms/fail_plain.yaml": [
        (
            "AutoVerifiedAttributes holds phone_number and the pool has no SmsConfiguration; Cognito rejects it "
            'with "SMS configuration is required when phone_number is selected for auto verification". Add an '
            "SmsConfiguration with the SnsCallerArn of a role by which Cognito may send messages, or remove "
            "phone_number from AutoVerifiedAttributes."
        ),
    ],
    "user_pool/e9642_phone_verification_without_sms/fail_parameter_default.yaml": [
        (
            "AutoVerifiedAttributes holds phone_number (the Default of parameter Verified) and the pool has no "
            'SmsConfiguration; Cognito rejects it with "SMS configuration is required when phone_number is '
            'selected for auto verification". Add an SmsConfiguration with the SnsCallerArn of a role by which '
            "Cognito may send messages, or remove phone_number from AutoVerifiedAttributes."
        ),
    ],
    "user_pool/e9642_phone_verification_without_sms/fail_with_mfa.yaml": [
        (
            "AutoVerifiedAttributes holds phone_number and the pool has no SmsConfiguration; Cognito rejects it "
            'with "SMS configuration is required when phone_number is selected for auto verification". Add an '
            "SmsConfiguration with the SnsCallerArn of a role by which Cognito may send messages."
        ),
        (
            "AutoVerifiedAttributes holds phone_number and the pool has no SmsConfiguration; Cognito rejects it "
            'with "SMS configuration is required when phone_number is selected for auto verification". Add an '
            "SmsConfiguration with the SnsCallerArn of a role by which Cognito may send messages, or remove "
            "phone_number from AutoVerifiedAttributes and AttributesRequireVerificationBeforeUpdate."
        ),
    ],
    "user_pool/e9643_mfa_without_factor/fail_plain.yaml": [
        (
            "MfaConfiguration is ON, but the pool has neither EnabledMfas nor SmsConfiguration, so that users "
            'have no second factor; Cognito rejects it with "SMS configuration and Auto verification for '
            'phone_number are required when MFA is required/optional". Write EnabledMfas: [SOFTWARE_TOKEN_MFA] '
            "for codes from an app, or SmsConfiguration and phone_number in AutoVerifiedAttributes for codes by "
            "SMS."
        ),
    ],
    "user_pool/e9643_mfa_without_factor/fail_parameter_default.yaml": [
        (
            "MfaConfiguration is OPTIONAL (the Default of parameter Mfa), but the pool has neither EnabledMfas "
            'nor SmsConfiguration, so that users have no second factor; Cognito rejects it with "SMS '
            'configuration and Auto verification for phone_number are required when MFA is required/optional". '
            "Write EnabledMfas: [SOFTWARE_TOKEN_MFA] for codes from an app, or SmsConfiguration and phone_number "
            "in AutoVerifiedAttributes for codes by SMS."
        ),
    ],
    "user_pool/e9643_mfa_without_factor/fail_no_factors_in_the_list.yaml": [
        (
            "MfaConfiguration is OPTIONAL, but the pool has an empty EnabledMfas and no SmsConfiguration, so that"
            " users have no second factor; Cognito rejects it with \"can't disable all MFAs with a required or "
            'optional configuration". Write EnabledMfas: [SOFTWARE_TOKEN_MFA] for codes from an app, or '
            "SmsConfiguration and phone_number in AutoVerifiedAttributes for codes by SMS."
        ),
    ],
    "user_pool/e9644_custom_sender_without_key/fail_plain.yaml": [
        (
            'LambdaConfig has CustomEmailSender without KMSKeyID; Cognito rejects the pool with "KMSKeyId '
            'parameter is required when Custom SMS/Email Lambda trigger is used." Add KMSKeyID to LambdaConfig: '
            "the ARN of a KMS key with which Cognito may encrypt what the function decrypts."
        ),
    ],
    "user_pool/e9644_custom_sender_without_key/fail_parameter_default.yaml": [
        (
            "LambdaConfig has CustomEmailSender and CustomSMSSender without KMSKeyID; Cognito rejects the pool "
            'with "KMSKeyId parameter is required when Custom SMS/Email Lambda trigger is used." Add KMSKeyID to '
            "LambdaConfig: the ARN of a KMS key with which Cognito may encrypt what the function decrypts."
        ),
    ],
    "user_pool/e9645_developer_sending_without_source_arn/fail_parameter_default.yaml": [
        (
            "EmailSendingAccount is DEVELOPER (the Default of parameter SendingAccount) and there is no "
            'SourceArn; Cognito rejects the pool with "Source ARN is required to use DEVELOPER email sending '
            'owner". Add SourceArn to EmailConfiguration: the ARN of an address or domain that is verified in '
            "Amazon SES, arn:aws:ses:REGION:ACCOUNT:identity/NAME."
        ),
    ],
    "user_pool/e9646_from_is_no_address/fail_plain.yaml": [
        (
            "From is Acme no-reply@example.com, which is no email address; Cognito rejects the pool with "
            '"Provided From email address is invalid". Write an address, like no-reply@example.com, or a name '
            "with the address in angle brackets after it."
        ),
    ],
    "user_pool/e9646_from_is_no_address/fail_parameter_default.yaml": [
        (
            "From is no-reply (the Default of parameter Sender), which is no email address; Cognito rejects the "
            'pool with "Provided From email address is invalid". Write an address, like no-reply@example.com, or '
            "a name with the address in angle brackets after it. [Pool]"
        ),
        (
            'From is no-reply@, which is no email address; Cognito rejects the pool with "Provided From email '
            'address is invalid". Write an address, like no-reply@example.com, or a name with the address in '
            "angle brackets after it."
        ),
    ],
    "user_pool/w9647_source_arn_region/fail_risk_configuration.yaml": [
        (
            "SourceArn names an identity in eu-north-1, and the pool is in eu-west-2; Cognito very likely rejects"
            ' that with "Provided SourceArn must be in one of the following SES regions: eu-west-1, us-east-1, '
            'us-west-2." Verify the address or domain with Amazon SES in eu-west-1, us-east-1 or us-west-2, and '
            "name that identity."
        ),
    ],
    "user_pool/w9647_source_arn_region/fail_parameter_default.yaml": [
        (
            "SourceArn names an identity in eu-central-1 (the Default of parameter Identity), and the pool is in "
            'us-east-1; Cognito very likely rejects that with "Provided SourceArn must be in one of the following'
            ' SES regions: eu-west-1, us-east-1, us-west-2." Verify the address or domain with Amazon SES in '
            "eu-west-1, us-east-1 or us-west-2, and name that identity. [Pool]"
        ),
        (
            "SourceArn names an identity in eu-central-1, and the pool is in us-east-1; Cognito very likely "
            'rejects that with "Provided SourceArn must be in one of the following SES regions: eu-west-1, '
            'us-east-1, us-west-2." Verify the address or domain with Amazon SES in eu-west-1, us-east-1 or '
            "us-west-2, and name that identity."
        ),
    ],
    "user_pool/e9648_invitation_without_code/fail_each_message.yaml": [
        (
            "EmailMessage of InviteMessageTemplate has no {####}, which stands for the temporary password; "
            'Cognito rejects the pool, because the text "failed to satisfy constraint". Write {####} where the '
            "password belongs, and {username} where the user name does."
        ),
        (
            "SMSMessage of InviteMessageTemplate has no {####}, which stands for the temporary password; Cognito "
            'rejects the pool, because the text "failed to satisfy constraint". Write {####} where the password '
            "belongs."
        ),
    ],
    "user_pool/e9648_invitation_without_code/fail_parameter_default.yaml": [
        (
            "SMSMessage (the Default of parameter Message) of InviteMessageTemplate has no {####}, which stands "
            'for the temporary password; Cognito rejects the pool, because the text "failed to satisfy '
            'constraint". Write {####} where the password belongs, and {username} where the user name does. '
            "[Pool]"
        ),
    ],
    "user_pool/e9649_email_mfa_with_default_sender/fail_default_sender.yaml": [
        (
            "EnabledMfas holds EMAIL_OTP and EmailSendingAccount is COGNITO_DEFAULT; Cognito rejects the pool "
            'with "Cannot set EmailMfaConfiguration when user pool EmailConfiguration contains an '
            'EmailSendingAccount of COGNITO_DEFAULT". In EmailConfiguration, set EmailSendingAccount to DEVELOPER'
            " and SourceArn to the ARN of an identity that is verified in Amazon SES."
        ),
        (
            "EnabledMfas holds EMAIL_OTP and there is no EmailSendingAccount, so that Cognito's own sender "
            'counts; Cognito rejects the pool with "Cannot set EmailMfaConfiguration when user pool '
            'EmailConfiguration contains an EmailSendingAccount of COGNITO_DEFAULT". In EmailConfiguration, set '
            "EmailSendingAccount to DEVELOPER."
        ),
        (
            "EnabledMfas holds EMAIL_OTP and there is no EmailSendingAccount, so that Cognito's own sender "
            'counts; Cognito rejects the pool with "Cannot set EmailMfaConfiguration when user pool '
            'EmailConfiguration contains an EmailSendingAccount of COGNITO_DEFAULT". In EmailConfiguration, set '
            "EmailSendingAccount to DEVELOPER and SourceArn to the ARN of an identity that is verified in Amazon "
            "SES."
        ),
    ],
    "user_pool/e9649_email_mfa_with_default_sender/fail_parameter_default.yaml": [
        (
            "EnabledMfas holds EMAIL_OTP and EmailSendingAccount is COGNITO_DEFAULT (the Default of parameter "
            'SendingAccount); Cognito rejects the pool with "Cannot set EmailMfaConfiguration when user pool '
            'EmailConfiguration contains an EmailSendingAccount of COGNITO_DEFAULT". In EmailConfiguration, set '
            "EmailSendingAccount to DEVELOPER and SourceArn to the ARN of an identity that is verified in Amazon "
            "SES."
        ),
    ],
    "user_pool/e9650_mfa_off_with_factors/fail_behind_condition.yaml": [
        (
            "MfaConfiguration is OFF and EnabledMfas names SOFTWARE_TOKEN_MFA; Cognito rejects the pool with "
            '"Invalid MFA configuration given, can\'t turn off MFA and configure an MFA together." Remove '
            "EnabledMfas where MFA is off, by an Fn::If. [when IsProd is false]"
        ),
        (
            'MfaConfiguration is OFF and EnabledMfas names EMAIL_OTP; Cognito rejects the pool with "Invalid MFA '
            "configuration given, can't turn off MFA and configure an MFA together.\" Remove EnabledMfas. [when "
            "IsProd is true]"
        ),
    ],
    "user_pool/e9650_mfa_off_with_factors/fail_parameter_default.yaml": [
        (
            "MfaConfiguration is OFF (the Default of parameter Mfa) and EnabledMfas names SOFTWARE_TOKEN_MFA; "
            "Cognito rejects the pool with \"Invalid MFA configuration given, can't turn off MFA and configure an "
            'MFA together." Remove EnabledMfas where MFA is off, by an Fn::If.'
        ),
    ],
    "user_pool/e9651_setting_not_in_tier/fail_each_setting.yaml": [
        (
            "LambdaVersion is V2_0, and token customization is not in the tier LITE of this pool; Cognito rejects"
            ' it with "The following features need to be disabled for the LITE pricing tier configured: Token '
            'Customization with Pre-Token Generation Lambda V2_0". Set UserPoolTier to ESSENTIALS, or '
            "LambdaVersion to V1_0, whose events the function then gets."
        ),
        (
            "AllowedFirstAuthFactors holds EMAIL_OTP and WEB_AUTHN, and sign-in without a password is not in the "
            'tier LITE of this pool; Cognito rejects it with "The following features need to be disabled for the '
            'LITE pricing tier configured: Passwordless Sign-In". Set UserPoolTier to ESSENTIALS, or leave only '
            "PASSWORD in AllowedFirstAuthFactors."
        ),
        (
            "AdvancedSecurityMode is AUDIT, and threat protection is not in the tier LITE of this pool; Cognito "
            'rejects it with "The following features need to be disabled for the LITE pricing tier configured: '
            'Threat Protection". Set UserPoolTier to PLUS, or AdvancedSecurityMode to OFF, which ends the '
            "protection."
        ),
        (
            "LambdaVersion is V3_0, and token customization is not in the tier LITE of this pool; Cognito rejects"
            ' it with "The following features need to be disabled for the LITE pricing tier configured". Set '
            "UserPoolTier to ESSENTIALS, or LambdaVersion to V1_0, whose events the function then gets."
        ),
    ],
    "user_pool/e9651_setting_not_in_tier/fail_plain.yaml": [
        (
            "AdvancedSecurityMode is ENFORCED, and threat protection is not in the tier ESSENTIALS of this pool; "
            'Cognito rejects it with "The following features need to be disabled for the ESSENTIALS pricing tier '
            'configured: Threat Protection". Set UserPoolTier to PLUS, or AdvancedSecurityMode to OFF, which ends'
            " the protection."
        ),
    ],
    "user_pool/e9651_setting_not_in_tier/fail_parameter_default.yaml": [
        (
            "LambdaVersion is V2_0 (the Default of parameter Version), and token customization is not in the tier"
            ' LITE (the Default of parameter Tier) of this pool; Cognito rejects it with "The following features '
            "need to be disabled for the LITE pricing tier configured: Token Customization with Pre-Token "
            'Generation Lambda V2_0". Set UserPoolTier to ESSENTIALS, or LambdaVersion to V1_0, whose events the '
            "function then gets. [Pool]"
        ),
    ],
    "user_pool/e9652_two_functions_before_tokens/fail_functions_of_the_template.yaml": [
        (
            "PreTokenGeneration names the function Claims and PreTokenGenerationConfig the function Tokens; "
            'Cognito rejects the pool with "Cannot use PreTokenGenerationLambda and PreTokenGeneration with '
            "different Lambda function ARN's\". Remove PreTokenGeneration, or let both name one function: Cognito "
            "runs only one before it makes tokens."
        ),
        (
            "PreTokenGeneration names the function claims and PreTokenGenerationConfig the function tokens; "
            'Cognito rejects the pool with "Cannot use PreTokenGenerationLambda and PreTokenGeneration with '
            "different Lambda function ARN's\". Remove PreTokenGeneration, or let both name one function: Cognito "
            "runs only one before it makes tokens."
        ),
    ],
}


@pytest.mark.parametrize("name", MESSAGES)
def test_message(name: str) -> None:
    fixture = Fixture(FIXTURES / name)
    messages = [found.message for found in linted_fixtures().findings[fixture.path] if found.rule == fixture.rule]
    assert list(dict.fromkeys(messages)) == MESSAGES[name]
