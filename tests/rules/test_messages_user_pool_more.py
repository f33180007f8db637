"""The messages of the rules on a pool's recovery, attributes, factors and name, and on what is attached to it, word for word."""

from __future__ import annotations

import pytest
from linting import FIXTURES, Fixture, linted_fixtures

# The messages of the fixture's own rule in the order of their lines, each once.
MESSAGES = {
    "user_pool/e9653_admin_only_beside_others/fail_plain.yaml": [
        (
            'RecoveryMechanisms has admin_only beside verified_email; Cognito rejects the pool with "Account '
            'Recovery Setting cannot use admin_only setting with any other recovery mechanisms." Keep '
            "admin_only alone, or remove it if users are to recover their accounts themselves."
        ),
    ],
    "user_pool/e9653_admin_only_beside_others/fail_parameter_default.yaml": [
        (
            "RecoveryMechanisms has admin_only (the Default of parameter Recovery) beside verified_email; "
            'Cognito rejects the pool with "Account Recovery Setting cannot use admin_only setting with any '
            'other recovery mechanisms." Keep admin_only alone, or remove it if users are to recover their '
            "accounts themselves. [UserPool]"
        ),
    ],
    "user_pool/e9654_recovery_mechanism_twice/fail_plain.yaml": [
        (
            "This recovery mechanism has the Priority 1 of an earlier one; Cognito rejects the pool with "
            '"Account Recovery Setting cannot have duplicate priorities or recovery mechanisms." Give each '
            "mechanism a Priority of its own: Cognito tries 1 first."
        ),
    ],
    "user_pool/e9654_recovery_mechanism_twice/fail_same_name_and_priority.yaml": [
        (
            "This recovery mechanism has the Name admin_only and the Priority 1 of an earlier one; Cognito "
            'rejects the pool with "Account Recovery Setting cannot have duplicate priorities or recovery '
            'mechanisms." Remove it.'
        ),
    ],
    "user_pool/e9654_recovery_mechanism_twice/fail_equal_parameter_without_value.yaml": [
        (
            'This recovery mechanism has the Priority of an earlier one; Cognito rejects the pool with "Account '
            'Recovery Setting cannot have duplicate priorities or recovery mechanisms." Give each mechanism a '
            "Priority of its own: Cognito tries 1 first."
        ),
    ],
    "user_pool/e9654_recovery_mechanism_twice/fail_parameter_default.yaml": [
        (
            "This recovery mechanism has the Priority 1 (the Default of parameter PhonePriority) of an earlier "
            'one; Cognito rejects the pool with "Account Recovery Setting cannot have duplicate priorities or '
            'recovery mechanisms." Give each mechanism a Priority of its own: Cognito tries 1 first. [UserPool]'
        ),
    ],
    "user_pool/e9655_lower_limit_over_upper/fail_compared_as_numbers.yaml": [
        (
            "The attribute team has MinLength 10 and MaxLength 9, which no value can meet; Cognito rejects the "
            'pool with "... cannot have a max length shorter than it\'s min length". Make MinLength at most '
            "MaxLength."
        ),
        (
            "The attribute offset has MinValue -1 and MaxValue -20, which no value can meet; Cognito rejects "
            'the pool with "... cannot have a max value smaller than it\'s min value". Make MinValue at most '
            "MaxValue."
        ),
        (
            "The attribute email has MinLength 100 and MaxLength 20, which no value can meet; Cognito rejects "
            'the pool with "... cannot have a max length shorter than it\'s min length". Make MinLength at most '
            "MaxLength."
        ),
    ],
    "user_pool/e9655_lower_limit_over_upper/fail_parameter_default.yaml": [
        (
            "The attribute team has MinLength 30 (the Default of parameter Shortest) and MaxLength 20, which no "
            "value can meet; Cognito rejects the pool with \"... cannot have a max length shorter than it's min "
            'length". Make MinLength at most MaxLength. [UserPool]'
        ),
    ],
    "user_pool/e9656_custom_attribute_required/fail_standard_in_another_spelling.yaml": [
        (
            "Email is a custom attribute, and Required: true is for standard ones; Cognito rejects the pool "
            'with "Required custom attributes are not supported currently." Name it email if the standard '
            "attribute is meant, or remove Required."
        ),
        (
            "familyname is a custom attribute, and Required: true is for standard ones; Cognito rejects the "
            'pool with "Required custom attributes are not supported currently." Name it family_name if the '
            "standard attribute is meant, or remove Required."
        ),
        (
            "custom:team is a custom attribute, and Required: true is for standard ones; Cognito rejects the "
            'pool with "Required custom attributes are not supported currently." Remove Required, and look for '
            "a value in a PreSignUp trigger if there has to be one."
        ),
    ],
    "user_pool/e9656_custom_attribute_required/fail_name_by_parameter.yaml": [
        (
            "team (the Default of parameter Attribute) is a custom attribute, and Required: true is for "
            'standard ones; Cognito rejects the pool with "Required custom attributes are not supported '
            'currently." Remove Required, and look for a value in a PreSignUp trigger if there has to be one.'
        ),
    ],
    "user_pool/e9657_attribute_twice/fail_behind_condition.yaml": [
        (
            "An earlier entry of Schema declares the custom attribute team, too; Cognito rejects the pool with "
            '"Duplicate custom attribute names custom:team are not allowed in a user pool schema." Remove one '
            "of the two entries, or give this one another name. [when IsProd is true]"
        ),
    ],
    "user_pool/e9658_standard_attribute_changed/fail_developer_only.yaml": [
        (
            "The standard attribute email cannot have DeveloperOnlyAttribute: true; Cognito rejects the pool "
            'with "You can not change AttributeDataType or set developerOnlyAttribute for standard schema '
            'attribute email". Remove DeveloperOnlyAttribute, or declare an attribute of another name.'
        ),
        (
            "The standard attribute name cannot have DeveloperOnlyAttribute: true; Cognito rejects the pool "
            'with "You can not change AttributeDataType or set developerOnlyAttribute for standard schema '
            'attribute name". Remove DeveloperOnlyAttribute, or declare an attribute of another name.'
        ),
    ],
    "user_pool/e9658_standard_attribute_changed/fail_parameter_default.yaml": [
        (
            "The standard attribute phone_number is of type String, not Number (the Default of parameter "
            'PhoneType); Cognito rejects the pool with "You can not change AttributeDataType or set '
            'developerOnlyAttribute for standard schema attribute phone_number". Write String or leave '
            "AttributeDataType out; for another type declare an attribute of another name. [UserPool]"
        ),
    ],
    "user_pool/e9659_first_factors_without_password/fail_parameter_default.yaml": [
        (
            "AllowedFirstAuthFactors lists EMAIL_OTP and WEB_AUTHN (the Default of parameter Factors) without "
            'PASSWORD; Cognito rejects the pool with "PASSWORD should be configured as one of the allowed first '
            'auth factors." Add PASSWORD to the list: who has no password cannot sign in with one. [UserPool]'
        ),
    ],
    "user_pool/e9660_two_limits_for_unused_accounts/fail_parameter_default.yaml": [
        (
            "This pool has UnusedAccountValidityDays 7 (the Default of parameter Days) beside "
            'TemporaryPasswordValidityDays 7 (the Default of parameter Days); Cognito rejects it with "Please '
            'use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays". Remove '
            "UnusedAccountValidityDays."
        ),
    ],
    "user_pool/e9660_two_limits_for_unused_accounts/fail_parameter_without_value.yaml": [
        (
            "This pool has UnusedAccountValidityDays beside TemporaryPasswordValidityDays 7; Cognito rejects it "
            'with "Please use TemporaryPasswordValidityDays in PasswordPolicy instead of '
            'UnusedAccountValidityDays". Remove UnusedAccountValidityDays.'
        ),
    ],
    "user_pool/e9661_verified_before_update_only/fail_plain.yaml": [
        (
            "phone_number is to be verified before an update, and AutoVerifiedAttributes leaves it out; Cognito "
            'rejects the pool with "All attributes in AttributesRequireVerificationBeforeUpdate must exist in '
            'AutoVerifiedAttributes". Add phone_number to AutoVerifiedAttributes, with an SmsConfiguration that '
            "can send the code, or remove it here: a changed value then counts before anybody has verified it."
        ),
    ],
    "user_pool/e9661_verified_before_update_only/fail_with_sms.yaml": [
        (
            "phone_number is to be verified before an update, and AutoVerifiedAttributes leaves it out; Cognito "
            'rejects the pool with "All attributes in AttributesRequireVerificationBeforeUpdate must exist in '
            'AutoVerifiedAttributes". Add phone_number to AutoVerifiedAttributes, or remove it here: a changed '
            "value then counts before anybody has verified it."
        ),
    ],
    "user_pool/e9661_verified_before_update_only/fail_behind_condition.yaml": [
        (
            "email is to be verified before an update, and AutoVerifiedAttributes lists nothing; Cognito "
            'rejects the pool with "All attributes in AttributesRequireVerificationBeforeUpdate must exist in '
            'AutoVerifiedAttributes". Add email to AutoVerifiedAttributes, or remove it here: a changed value '
            "then counts before anybody has verified it. [when IsProd is false]"
        ),
    ],
    "user_pool/e9662_pool_name_characters/fail_other_writings.yaml": [
        (
            "The UserPoolName テスト用 has テ, ス, ト and 用; Cognito accepts ASCII letters, digits, white space and _ "
            "+ = , . @ - there, and rejects the pool with \"Value '...' at 'poolName' failed to satisfy "
            'constraint". Write the name with those characters only.'
        ),
        (
            "The UserPoolName shop 😀 has 😀; Cognito accepts ASCII letters, digits, white space and _ + = , . @ "
            "- there, and rejects the pool with \"Value '...' at 'poolName' failed to satisfy constraint\". Write "
            "the name with those characters only."
        ),
        (
            "The UserPoolName shop (users) has ( and ); Cognito accepts ASCII letters, digits, white space and "
            "_ + = , . @ - there, and rejects the pool with \"Value '...' at 'poolName' failed to satisfy "
            'constraint". Write the name with those characters only.'
        ),
        (
            "The UserPoolName shop​ has U+200B; Cognito accepts ASCII letters, digits, white space and _ + = , "
            ". @ - there, and rejects the pool with \"Value '...' at 'poolName' failed to satisfy constraint\". "
            "Write the name with those characters only."
        ),
    ],
    "user_pool/e9662_pool_name_characters/fail_known_part.yaml": [
        (
            "This UserPoolName has ü; Cognito accepts ASCII letters, digits, white space and _ + = , . @ - "
            "there, and rejects the pool with \"Value '...' at 'poolName' failed to satisfy constraint\". Write "
            "the name with those characters only."
        ),
        (
            "This UserPoolName has /; Cognito accepts ASCII letters, digits, white space and _ + = , . @ - "
            "there, and rejects the pool with \"Value '...' at 'poolName' failed to satisfy constraint\". Write "
            "the name with those characters only."
        ),
    ],
    "user_pool/e9663_relying_party_id/fail_port_and_path.yaml": [
        (
            "auth.example.com:8443 has a port, and a relying party is named by its domain alone; Cognito "
            'rejects the pool with "RelyingPartyId contains invalid characters". Write auth.example.com.'
        ),
        (
            "auth.example.com/login has a path, and a relying party is named by its domain alone; Cognito "
            'rejects the pool with "RelyingPartyId contains invalid characters". Write auth.example.com.'
        ),
        (
            "localhost:3000 has a port, and a relying party is named by its domain alone; Cognito rejects the "
            'pool with "RelyingPartyId contains invalid characters". Write localhost.'
        ),
        (
            "https://auth.example.com:8443/login has a scheme, and a relying party is named by its domain "
            'alone; Cognito rejects the pool with "RelyingPartyId contains invalid characters". Write '
            "auth.example.com."
        ),
    ],
    "user_pool/e9663_relying_party_id/fail_known_part.yaml": [
        (
            "This WebAuthnRelyingPartyID has a scheme, and a relying party is named by its domain alone; "
            'Cognito rejects the pool with "RelyingPartyId contains invalid characters". Write the domain name '
            "alone, as in auth.example.com."
        ),
        (
            "This WebAuthnRelyingPartyID has a path, and a relying party is named by its domain alone; Cognito "
            'rejects the pool with "RelyingPartyId contains invalid characters". Write the domain name alone, '
            "as in auth.example.com."
        ),
    ],
    "attachments/e9671_unknown_risk_action/fail_plain.yaml": [
        (
            "EventAction of CompromisedCredentialsRiskConfiguration is MFA_REQUIRED, and Cognito knows BLOCK "
            'and NO_ACTION there; it rejects the configuration with "Member must satisfy enum value set: '
            '[BLOCK, NO_ACTION]". Write BLOCK or NO_ACTION: MFA is an action against account takeovers only.'
        ),
    ],
    "attachments/e9671_unknown_risk_action/fail_account_takeover.yaml": [
        (
            "EventAction of LowAction is ALLOW, and Cognito knows MFA_IF_CONFIGURED, BLOCK, NO_ACTION and "
            'MFA_REQUIRED there; it rejects the configuration with "Member must satisfy enum value set: '
            '[MFA_IF_CONFIGURED, BLOCK, NO_ACTION, MFA_REQUIRED]". Write MFA_IF_CONFIGURED, BLOCK, NO_ACTION or '
            "MFA_REQUIRED."
        ),
        (
            "EventAction of MediumAction is mfa_required, and Cognito knows MFA_IF_CONFIGURED, BLOCK, NO_ACTION "
            'and MFA_REQUIRED there; it rejects the configuration with "Member must satisfy enum value set: '
            '[MFA_IF_CONFIGURED, BLOCK, NO_ACTION, MFA_REQUIRED]". Write MFA_REQUIRED.'
        ),
        (
            "EventAction of HighAction is BLOCKED, and Cognito knows MFA_IF_CONFIGURED, BLOCK, NO_ACTION and "
            'MFA_REQUIRED there; it rejects the configuration with "Member must satisfy enum value set: '
            '[MFA_IF_CONFIGURED, BLOCK, NO_ACTION, MFA_REQUIRED]". Write BLOCK.'
        ),
    ],
    "attachments/e9671_unknown_risk_action/fail_event_filter.yaml": [
        (
            "An item of EventFilter is SIGNUP, and Cognito knows SIGN_IN, PASSWORD_CHANGE and SIGN_UP there; it "
            'rejects the configuration with "Member must satisfy enum value set: [SIGN_IN, PASSWORD_CHANGE, '
            'SIGN_UP]". Write SIGN_UP.'
        ),
        (
            "An item of EventFilter is FORGOT_PASSWORD, and Cognito knows SIGN_IN, PASSWORD_CHANGE and SIGN_UP "
            'there; it rejects the configuration with "Member must satisfy enum value set: [SIGN_IN, '
            'PASSWORD_CHANGE, SIGN_UP]". Write SIGN_IN, PASSWORD_CHANGE or SIGN_UP.'
        ),
    ],
    "attachments/e9671_unknown_risk_action/fail_on_imported_pool.yaml": [
        (
            "EventAction of CompromisedCredentialsRiskConfiguration is empty, and Cognito knows BLOCK and "
            'NO_ACTION there; it rejects the configuration with "Member must satisfy enum value set: [BLOCK, '
            'NO_ACTION]". Write BLOCK or NO_ACTION.'
        ),
    ],
    "attachments/e9672_ip_range_is_no_cidr/fail_many_kinds.yaml": [
        (
            "BlockedIPRangeList holds 2001:db8::1, which is no CIDR (an address, a slash and a mask, as in "
            '203.0.113.0/24); Cognito rejects the configuration with "Incorrect CIDR format". Write '
            "2001:db8::1/128 for this one address."
        ),
        (
            "BlockedIPRangeList holds 203.0.113.0/33, which is no CIDR (an address, a slash and a mask, as in "
            '203.0.113.0/24); Cognito rejects the configuration with "Incorrect CIDR format". Write the range '
            "as a CIDR, or remove it."
        ),
        (
            "BlockedIPRangeList holds 203.0.113.256/24, which is no CIDR (an address, a slash and a mask, as in "
            '203.0.113.0/24); Cognito rejects the configuration with "Incorrect CIDR format". Write the range '
            "as a CIDR, or remove it."
        ),
        (
            "BlockedIPRangeList holds 203.0.113.1-203.0.113.9, which is no CIDR (an address, a slash and a "
            'mask, as in 203.0.113.0/24); Cognito rejects the configuration with "Incorrect CIDR format". Write '
            "the range as a CIDR, or remove it."
        ),
        (
            "BlockedIPRangeList holds 2001:db8::/129, which is no CIDR (an address, a slash and a mask, as in "
            '203.0.113.0/24); Cognito rejects the configuration with "Incorrect CIDR format". Write the range '
            "as a CIDR, or remove it."
        ),
        (
            "SkippedIPRangeList holds office.example.com, which is no CIDR (an address, a slash and a mask, as "
            'in 203.0.113.0/24); Cognito rejects the configuration with "Incorrect CIDR format". Write the '
            "range as a CIDR, or remove it."
        ),
        (
            "SkippedIPRangeList holds 203.0.113.0/, which is no CIDR (an address, a slash and a mask, as in "
            '203.0.113.0/24); Cognito rejects the configuration with "Incorrect CIDR format". Write the range '
            "as a CIDR, or remove it."
        ),
        (
            "SkippedIPRangeList holds 203.0.113/24, which is no CIDR (an address, a slash and a mask, as in "
            '203.0.113.0/24); Cognito rejects the configuration with "Incorrect CIDR format". Write the range '
            "as a CIDR, or remove it."
        ),
    ],
    "attachments/e9672_ip_range_is_no_cidr/fail_parameter_default.yaml": [
        (
            "SkippedIPRangeList holds 198.51.100.20 (the Default of parameter Offices), which is no CIDR (an "
            "address, a slash and a mask, as in 203.0.113.0/24); Cognito rejects the configuration with "
            '"Incorrect CIDR format". Write 198.51.100.20/32 for this one address. [Risks]'
        ),
    ],
    "attachments/e9673_too_many_ip_ranges/fail_behind_condition.yaml": [
        (
            "SkippedIPRangeList has 201 items, and Cognito accepts 200; it rejects the configuration with "
            '"Member must have length less than or equal to 200". Join neighbouring ranges, and beware of wider '
            "ones: addresses between them would be skipped, too. [when IsProd is true]"
        ),
    ],
    "attachments/e9673_too_many_ip_ranges/fail_parameter_default.yaml": [
        (
            "BlockedIPRangeList has 201 items (the Default of parameter Blocked), and Cognito accepts 200; it "
            'rejects the configuration with "Member must have length less than or equal to 200". Join '
            "neighbouring ranges, or block them with an IP set of AWS WAF in front of the pool. [Risks]"
        ),
    ],
    "attachments/e9674_event_source_twice/fail_parameter_default.yaml": [
        (
            "An earlier item of LogConfigurations has the EventSource userNotification (the Default of "
            'parameter Source), too; Cognito rejects both with "Following event sources appear more then once '
            'in a request". Keep one of them: Cognito delivers the events of a source to one place. [Logs]'
        ),
    ],
    "attachments/e9674_event_source_twice/fail_on_imported_pool.yaml": [
        (
            "An earlier item of LogConfigurations has this EventSource, too; Cognito rejects both with "
            '"Following event sources appear more then once in a request". Keep one of them: Cognito delivers '
            "the events of a source to one place."
        ),
    ],
    "attachments/e9675_log_delivery_not_in_tier/fail_no_tier.yaml": [
        (
            "userAuthEvents needs the tier PLUS, and the user pool UserPool has no UserPoolTier, with which it "
            'is made as ESSENTIALS; Cognito rejects the configuration with "The following feature is not '
            'available for the ESSENTIALS pricing tier configured: Log Streaming". Set UserPoolTier to PLUS, '
            "which costs more, or deliver userNotification only."
        ),
        (
            "userAuthEvents needs the tier PLUS, and the user pool OffPool has no UserPoolTier, with which it "
            'is made as ESSENTIALS; Cognito rejects the configuration with "The following feature is not '
            'available for the ESSENTIALS pricing tier configured: Log Streaming". Set UserPoolTier to PLUS, '
            "which costs more, or deliver userNotification only."
        ),
    ],
    "attachments/e9675_log_delivery_not_in_tier/fail_parameter_default.yaml": [
        (
            "userAuthEvents (the Default of parameter Source) needs the tier PLUS, and the user pool UserPool "
            "has UserPoolTier ESSENTIALS (the Default of parameter Tier); Cognito rejects the configuration "
            'with "The following feature is not available for the ESSENTIALS pricing tier configured: Log '
            'Streaming". Set UserPoolTier to PLUS, which costs more, or deliver userNotification only. [Logs]'
        ),
    ],
    "attachments/e9675_log_delivery_not_in_tier/fail_behind_condition.yaml": [
        (
            "userAuthEvents needs the tier PLUS, and the user pool UserPool has UserPoolTier ESSENTIALS; "
            'Cognito rejects the configuration with "The following feature is not available for the ESSENTIALS '
            'pricing tier configured: Log Streaming". Set UserPoolTier to PLUS, which costs more, or deliver '
            "userNotification only. [when IsProd is false]"
        ),
    ],
}


@pytest.mark.parametrize("name", MESSAGES)
def test_message(name: str) -> None:
    fixture = Fixture(FIXTURES / name)
    messages = [found.message for found in linted_fixtures().findings[fixture.path] if found.rule == fixture.rule]
    assert list(dict.fromkeys(messages)) == MESSAGES[name]
