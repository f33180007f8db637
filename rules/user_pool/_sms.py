"""What the rules about SMS messages of a user pool ask alike."""

from __future__ import annotations

from typing import Final

from cfn_lint_cognito.engine.report.constructs import Kind
from cfn_lint_cognito.engine.report.rule import Diagnostic
from cfn_lint_cognito.engine.schemas import names
from cfn_lint_cognito.engine.values.value import is_unknown

VERIFIED: Final = ("Properties", "AutoVerifiedAttributes")
FIRST_FACTORS: Final = ("Properties", "Policies", "SignInPolicy", "AllowedFirstAuthFactors")
PHONE: Final = "phone_number"


def sms_settings(diagnostic: Diagnostic) -> str:
    """What a pool needs to send SMS messages, as an object of "add"."""
    if diagnostic.kind is Kind.L2:
        return f"{diagnostic.name('SmsConfiguration')}, a role by which Cognito may send messages"
    return (
        f"an {diagnostic.name('SmsConfiguration')} with the {diagnostic.name('SnsCallerArn')} of a role by which Cognito may send "
        "messages"
    )


def sms_factor(diagnostic: Diagnostic) -> str:
    """What lets users choose codes by SMS as a second factor, as an object of "add"."""
    if diagnostic.kind is Kind.L2:
        return f"sms: true to {diagnostic.name('EnabledMfas')}"
    return f"SMS_MFA to {diagnostic.name('EnabledMfas')}"


def verifies_phone_numbers(diagnostic: Diagnostic) -> bool:
    """Whether E9642 asks for an SmsConfiguration, too."""
    return PHONE in (diagnostic.known(*VERIFIED) or ())


def needs_sms_without_mfa(diagnostic: Diagnostic) -> bool:
    """Whether a pool sends, or may send, SMS messages for something else than MFA, so that its SmsConfiguration has to stay."""
    return (
        diagnostic.get("Properties", "LambdaConfig", "CustomSMSSender") is not None
        or _may_hold(diagnostic.get(*VERIFIED), PHONE)
        or _may_hold(diagnostic.get(*FIRST_FACTORS), "SMS_OTP")
    )


def lacks_the_sms_factor(diagnostic: Diagnostic) -> bool:
    """Whether E9670 would ask for SMS_MFA, once the pool has an SmsConfiguration."""
    factors = diagnostic.get("Properties", "EnabledMfas")
    has_mfa = diagnostic.known("Properties", "MfaConfiguration") in names("modes of MFA")
    return has_mfa and bool(factors) and isinstance(factors, list) and not _may_hold(factors, "SMS_MFA")


def _may_hold(items: object, name: str) -> bool:
    return is_unknown(items) or (isinstance(items, list) and any(item == name or is_unknown(item) for item in items))
