from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.report.constructs import Kind
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import listed
from cfn_lint_cognito.engine.values.document_part import DocumentPath

_SENDERS = ("CustomEmailSender", "CustomSMSSender")


class CustomSenderWithoutKey(Rule):
    """A user pool whose messages a function sends (CustomEmailSender, CustomSMSSender) names a KMS key in KMSKeyID.

    ## Why

    Cognito rejects the pool with `KMSKeyId parameter is required when Custom SMS/Email Lambda trigger is used.` It hands
    codes and temporary passwords to the function encrypted with that key.

    ## In the CDK

    The construct refuses such a trigger without `custom_sender_kms_key`.

    ```python
    UserPool(self, "Pool", custom_sender_kms_key=aws_kms.Key(self, "Key"))
    ```

    ```typescript
    new UserPool(this, 'Pool', { customSenderKmsKey: new kms.Key(this, 'Key') });
    ```

    ## When to ignore

    Never: Cognito makes no such pool.

    ## References

    - [Custom sender triggers](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-sender-triggers.html)
    - [LambdaConfigType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_LambdaConfigType.html): KMSKeyID
    """

    id = "E9644"
    shortdesc = "Custom sender without a key"
    resource_types = (USER_POOL,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-custom-email-sender-kms/meta.yaml",
            "KMSKeyId parameter is required when Custom SMS/Email Lambda trigger is used.",
        ),
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-custom-sms-sender-kms/meta.yaml",
            "KMSKeyId parameter is required when Custom SMS/Email Lambda trigger is used.",
        ),
    )
    report_at_use = True

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return (*diagnostic.path, self._senders(diagnostic)[0])

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            f"LambdaConfig has {listed(self._senders(diagnostic))} without KMSKeyID; Cognito rejects the pool with "
            '"KMSKeyId parameter is required when Custom SMS/Email Lambda trigger is used."'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        if diagnostic.kind is Kind.L2:
            key = diagnostic.name("KMSKeyID")
            return f"Set {key} to a KMS key with which Cognito may encrypt what the function decrypts."
        return f"Add {diagnostic.name('KMSKeyID')} to {diagnostic.name('LambdaConfig')}: the ARN of a KMS key with which Cognito may encrypt what the function decrypts."

    def _senders(self, diagnostic: Diagnostic) -> list[str]:
        return [sender for sender in _SENDERS if "LambdaArn" in (diagnostic.known(*diagnostic.path, sender) or ())]
