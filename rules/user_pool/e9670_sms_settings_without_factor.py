from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import listed, with_note
from cfn_lint_cognito.user_pool._sms import needs_sms_without_mfa, sms_factor

_MFA = ("Properties", "MfaConfiguration")


class SmsSettingsWithoutFactor(Rule):
    """A user pool with MFA and an SmsConfiguration has SMS_MFA in EnabledMfas, if it has EnabledMfas.

    ## Why

    Cognito rejects the pool with `Can't turn off SMS_MFA when SMS configuration is set for the user pool`. That is so even if
    the SmsConfiguration is only to verify phone numbers. A pool that verifies them has no choice: it needs SmsConfiguration
    (E9642), so SMS has to be one of its second factors.

    ## In the CDK

    The construct makes a role for SMS where `auto_verify` or `mfa_second_factor` asks for it, and where `sms_role` is given.

    ```python
    UserPool(
        self,
        "Pool",
        auto_verify=AutoVerifiedAttrs(phone=True),
        mfa=Mfa.OPTIONAL,
        mfa_second_factor=MfaSecondFactor(otp=True, sms=True),
    )
    ```

    ```typescript
    new UserPool(this, 'Pool', {
      autoVerify: { phone: true },
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: true },
    });
    ```

    ## When to ignore

    Never: Cognito accepts no such pool.

    ## References

    - [AWS::Cognito::UserPool](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpool.html): EnabledMfas, SmsConfiguration
    - [An app's codes beside phone numbers](https://github.com/aws-amplify/amplify-backend/issues/1481)
    """

    id = "E9670"
    shortdesc = "SMS settings, and SMS is left out of the factors"
    resource_types = (USER_POOL,)
    evidence = (
        deployed(
            "https://github.com/aws-amplify/amplify-backend/issues/1481",
            "Can't turn off SMS_MFA when SMS configuration is set for the user pool",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        factors = with_note(listed(diagnostic.value), diagnostic.source())
        return (
            f"MfaConfiguration is {with_note(diagnostic.get(*_MFA), diagnostic.source(*_MFA))} and the pool has an "
            f"SmsConfiguration, but EnabledMfas lists {factors} without SMS_MFA; Cognito rejects the pool with "
            '"Can\'t turn off SMS_MFA when SMS configuration is set for the user pool".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        remove = f", or remove {diagnostic.name('SmsConfiguration')} if the pool is to send no SMS messages"
        return (
            f"Add {sms_factor(diagnostic)}, so that users can choose codes by SMS, too"
            f"{'' if needs_sms_without_mfa(diagnostic) else remove}."
        )
