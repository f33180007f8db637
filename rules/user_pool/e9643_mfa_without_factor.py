from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.report.constructs import Kind
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note
from cfn_lint_cognito.user_pool._sms import FIRST_FACTORS, verifies_phone_numbers

_MFA = ("Properties", "MfaConfiguration")
_NO_SMS = "SMS configuration and Auto verification for phone_number are required when MFA is required/optional"
_PASSKEY = "WEB_AUTHN"
_OF_PASSKEYS = ("WebAuthnRelyingPartyID", "WebAuthnUserVerification")
_NO_FACTOR = "can't disable all MFAs with a required or optional configuration"


class MfaWithoutFactor(Rule):
    """A user pool with multi-factor authentication says which second factors there are, by EnabledMfas or SmsConfiguration.

    ## Why

    Cognito rejects the pool with `SMS configuration and Auto verification for phone_number are required when MFA is
    required/optional`: without EnabledMfas it takes SMS for the factor. Of an empty EnabledMfas it says `can't disable all
    MFAs with a required or optional configuration`. SOFTWARE_TOKEN_MFA needs no SmsConfiguration. Whether a CustomSMSSender
    trigger makes up for one is recorded nowhere, so the rule is silent about pools that have one.

    A passkey is no second factor. Of a pool in which users sign in with a passkey alone, MfaConfiguration is OFF.

    ## In the CDK

    The construct writes EnabledMfas of `mfa_second_factor`; without it, SMS is the factor and the construct makes the role.

    ```python
    UserPool(self, "Pool", mfa=Mfa.REQUIRED, mfa_second_factor=MfaSecondFactor(otp=True, sms=False))
    ```

    ```typescript
    new UserPool(this, 'Pool', { mfa: Mfa.REQUIRED, mfaSecondFactor: { otp: true, sms: false } });
    ```

    ## When to ignore

    Never: Cognito makes no such pool.

    ## References

    - [SetUserPoolMfaConfig](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserPoolMfaConfig.html)
    - [A pool of passkeys alone](https://github.com/go-to-k/cdkd/issues/1920)
    - [MFA without SMS settings is rejected](https://github.com/aws/aws-cdk/issues/12075)
    """

    id = "E9643"
    shortdesc = "MFA without a second factor"
    resource_types = (USER_POOL,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-mfa-sms-config/meta.yaml",
            "SMS configuration and Auto verification for phone_number are required when MFA is required/optional",
        ),
        deployed(
            "https://github.com/anomalyco/sst/issues/5177",
            "can't disable all MFAs with a required or optional configuration",
        ),
    )
    anchor_paths = (_MFA,)
    report_at_use = True

    def applies(self, diagnostic: Diagnostic) -> bool:
        """E9642 asks for the SmsConfiguration that is missing here, too."""
        return not verifies_phone_numbers(diagnostic)

    def message(self, diagnostic: Diagnostic) -> str:
        factors, answer = "has neither EnabledMfas nor SmsConfiguration", _NO_SMS
        if diagnostic.get("Properties", "EnabledMfas") is not None:
            factors, answer = "has an empty EnabledMfas and no SmsConfiguration", _NO_FACTOR
        return (
            f"MfaConfiguration is {with_note(diagnostic.get(*_MFA), diagnostic.source(*_MFA))}, but the pool {factors}, so that users have "
            f'no second factor; Cognito rejects it with "{answer}".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        app = (
            f"Set otp of {diagnostic.name('EnabledMfas')} to true for codes from an app"
            if diagnostic.kind is Kind.L2
            else f"Write {diagnostic.name('EnabledMfas')}: [SOFTWARE_TOKEN_MFA] for codes from an app"
        )
        sms = f"{diagnostic.name('SmsConfiguration')} and phone_number in {diagnostic.name('AutoVerifiedAttributes')} for codes by SMS"
        if self._has_passkeys(diagnostic):
            return (
                f"{app}, or {sms}. If users are to sign in with a passkey alone, set {diagnostic.name('MfaConfiguration')} to OFF: a passkey is no "
                "second factor."
            )
        return f"{app}, or {sms}."

    def _has_passkeys(self, diagnostic: Diagnostic) -> bool:
        return _PASSKEY in (diagnostic.known(*FIRST_FACTORS) or ()) or any(
            diagnostic.get("Properties", name) is not None for name in _OF_PASSKEYS
        )
