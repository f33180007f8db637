from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note
from cfn_lint_cognito.engine.schemas import names
from cfn_lint_cognito.engine.values.document_part import DocumentPath
from cfn_lint_cognito.user_pool._sms import PHONE, VERIFIED, lacks_the_sms_factor, sms_factor, sms_settings

_VERIFIED_FIRST = ("Properties", "UserAttributeUpdateSettings", "AttributesRequireVerificationBeforeUpdate")
_FACTORS = ("Properties", "EnabledMfas")


class PhoneVerificationWithoutSms(Rule):
    """A user pool that verifies phone numbers has an SmsConfiguration.

    ## Why

    Cognito rejects the pool with `SMS configuration is required when phone_number is selected for auto verification`. It
    sends the code by SMS, with the role that SmsConfiguration names. A pool with MFA then has SMS among its second factors, too
    (E9670). Whether a CustomSMSSender trigger makes up for it is
    recorded nowhere, so the rule is silent about pools that have one.

    ## In the CDK

    The construct makes a role for SMS where `auto_verify` asks for phone numbers, unless `enable_sms_role` is false.

    ```python
    UserPool(self, "Pool", auto_verify=AutoVerifiedAttrs(phone=True))
    ```

    ```typescript
    new UserPool(this, 'Pool', { autoVerify: { phone: true } });
    ```

    ## When to ignore

    Never: Cognito makes no such pool.

    ## References

    - [CreateUserPool](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html): AutoVerifiedAttributes, SmsConfiguration
    - [SMS message settings](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html)
    """

    id = "E9642"
    shortdesc = "Phone numbers are verified without SMS settings"
    resource_types = (USER_POOL,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-auto-verified-username-consistency/meta.yaml",
            "SMS configuration is required when phone_number is selected for auto verification",
        ),
    )
    report_at_use = True

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return (*VERIFIED, diagnostic.get(*VERIFIED).index(PHONE))

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            f"AutoVerifiedAttributes holds {with_note(PHONE, diagnostic.source(*self.anchor(diagnostic)))} and the pool has no "
            'SmsConfiguration; Cognito rejects it with "SMS configuration is required when phone_number is selected for '
            'auto verification".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        add = f"Add {sms_settings(diagnostic)}"
        factors = diagnostic.get(*_FACTORS)
        if diagnostic.known("Properties", "MfaConfiguration") in names("modes of MFA") and (
            not factors or "SMS_MFA" in factors
        ):
            return f"{add}."  # MFA needs it, too.
        if lacks_the_sms_factor(diagnostic):
            add = f"{add}, and {sms_factor(diagnostic)}, so that users can choose codes by SMS, too"
        elsewhere = f" and {diagnostic.name('AttributesRequireVerificationBeforeUpdate')}"
        required = PHONE in (diagnostic.known(*_VERIFIED_FIRST) or ())
        return (
            f"{add}, or remove {PHONE} from {diagnostic.name('AutoVerifiedAttributes')}{elsewhere if required else ''}."
        )
