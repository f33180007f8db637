from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note
from cfn_lint_cognito.user_pool._sms import PHONE, lacks_the_sms_factor, sms_factor, sms_settings


class VerifiedBeforeUpdateOnly(Rule):
    """AttributesRequireVerificationBeforeUpdate lists nothing that AutoVerifiedAttributes leaves out.

    ## Why

    Cognito rejects the pool with `All attributes in AttributesRequireVerificationBeforeUpdate must exist in
    AutoVerifiedAttributes`. A changed address waits for its code, and Cognito sends codes only for AutoVerifiedAttributes.

    ## In the CDK

    What `keep_original` has, `auto_verify` has to have.

    ```python
    UserPool(self, "Pool", auto_verify=AutoVerifiedAttrs(email=True), keep_original=KeepOriginalAttrs(email=True))
    ```

    ```typescript
    new UserPool(this, 'Pool', { autoVerify: { email: true }, keepOriginal: { email: true } });
    ```

    ## When to ignore

    Never: Cognito accepts no such pool.

    ## References

    - [Verifying updates to email addresses and phone numbers](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-email-phone-verification.html)
    """

    id = "E9661"
    shortdesc = "Verification before update of what is not verified"
    resource_types = (USER_POOL,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-user-attribute-update-requires-auto-verified/meta.yaml",
            "All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserAttributeUpdateSettingsType.html",
            "When AttributesRequireVerificationBeforeUpdate is false, your user pool doesn't require that your users verify attribute changes before Amazon Cognito updates them.",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        verified = "leaves it out" if diagnostic.expected else "lists nothing"
        return (
            f"{with_note(diagnostic.value, diagnostic.source())} is to be verified before an update, and AutoVerifiedAttributes {verified}; "
            'Cognito rejects the pool with "All attributes in AttributesRequireVerificationBeforeUpdate must exist in '
            'AutoVerifiedAttributes".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        sms = ""
        if diagnostic.value == PHONE and diagnostic.get("Properties", "SmsConfiguration") is None:
            sms = f" and {sms_settings(diagnostic)}"
            if lacks_the_sms_factor(diagnostic):
                sms += f", and add {sms_factor(diagnostic)}"
        return (
            f"Add {diagnostic.value} to {diagnostic.name('AutoVerifiedAttributes')}{sms}, or remove it here: a changed value then counts before "
            "anybody has verified it."
        )
