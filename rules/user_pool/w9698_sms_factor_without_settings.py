from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.report.evidence import documented
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note
from cfn_lint_cognito.engine.values.document_part import DocumentPath
from cfn_lint_cognito.user_pool._sms import sms_settings, verifies_phone_numbers

_FACTORS = ("Properties", "EnabledMfas")
_SMS = "SMS_MFA"


class SmsFactorWithoutSettings(Rule):
    """A user pool with SMS_MFA among its EnabledMfas has an SmsConfiguration.

    Whether a CustomSMSSender trigger makes up for one is recorded nowhere, so the rule is silent about pools that have one.

    ## Why

    CloudFormation's reference says of SMS_MFA: "To select this option, you must also provide values for SmsConfiguration."
    What Cognito answers is not on record, which is why this is a warning. A pool without any factor is E9643, and one that
    verifies phone numbers without an SmsConfiguration is E9642.

    ## In the CDK

    The construct makes a role for SMS where `sms` is among the second factors, unless `enable_sms_role` is false.

    ```python
    UserPool(self, "Pool", mfa=Mfa.OPTIONAL, mfa_second_factor=MfaSecondFactor(otp=True, sms=True))
    ```

    ```typescript
    new UserPool(this, 'Pool', { mfa: Mfa.OPTIONAL, mfaSecondFactor: { otp: true, sms: true } });
    ```

    ## When to ignore

    When the stack has been deployed with it.

    ## References

    - [AWS::Cognito::UserPool](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpool.html): EnabledMfas
    - [SMS message settings](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html)
    """

    id = "W9698"
    shortdesc = "SMS factor without SMS settings"
    resource_types = (USER_POOL,)
    evidence = (
        documented(
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpool.html",
            "To select this option, you must also provide values for SmsConfiguration.",
        ),
    )
    report_at_use = True

    def applies(self, diagnostic: Diagnostic) -> bool:
        return not verifies_phone_numbers(diagnostic)

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return (*_FACTORS, diagnostic.get(*_FACTORS).index(_SMS))

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            f"EnabledMfas holds {with_note(_SMS, diagnostic.source(*self.anchor(diagnostic)))}, but the pool has no "
            "SmsConfiguration, with whose role Cognito sends the codes. AWS documents that SMS_MFA needs one, so the pool is "
            "very likely rejected."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        others = [factor for factor in diagnostic.get(*_FACTORS) if factor != _SMS]
        without = (
            f"remove SMS_MFA from {diagnostic.name('EnabledMfas')}"
            if others
            else "write SOFTWARE_TOKEN_MFA instead of SMS_MFA"
        )
        return f"Add {sms_settings(diagnostic)}, or {without}."
