from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.report.changes import switched
from cfn_lint_cognito.engine.report.constructs import Kind
from cfn_lint_cognito.engine.report.edits import UNSAFE, Edits
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note
from cfn_lint_cognito.engine.values.document_part import DocumentPath

_FACTORS = ("Properties", "EnabledMfas")
_ACCOUNT = ("Properties", "EmailConfiguration", "EmailSendingAccount")


class EmailMfaWithDefaultSender(Rule):
    """A user pool with second factors by email (EMAIL_OTP in EnabledMfas) sends emails by the account's own Amazon SES.

    ## Why

    Cognito rejects the pool with a text that begins with `Cannot set EmailMfaConfiguration when user pool EmailConfiguration
    contains an EmailSendingAccount of COGNITO_DEFAULT`. That is Cognito's own sender, which a pool has unless it names
    another, and it sends no codes for MFA.

    ## In the CDK

    The construct refuses `email` among the second factors without `UserPoolEmail.with_ses`.

    ```python
    UserPool(
        self,
        "Pool",
        mfa=Mfa.OPTIONAL,
        mfa_second_factor=MfaSecondFactor(otp=True, sms=False, email=True),
        email=UserPoolEmail.with_ses(from_email="no-reply@example.com", ses_region="us-east-1"),
    )
    ```

    ```typescript
    new UserPool(this, 'Pool', {
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false, email: true },
      email: UserPoolEmail.withSES({ fromEmail: 'no-reply@example.com', sesRegion: 'us-east-1' }),
    });
    ```

    ## When to ignore

    Never: Cognito makes no such pool.

    ## References

    - [SMS and email message MFA](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa-sms-email-message.html)
    - [EmailConfigurationType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_EmailConfigurationType.html): EmailSendingAccount
    """

    id = "E9649"
    shortdesc = "Email MFA with Cognito's own sender"
    resource_types = (USER_POOL,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-mfa-email-otp-requires-developer/meta.yaml",
            "Cannot set EmailMfaConfiguration when user pool EmailConfiguration contains an EmailSendingAccount of COGNITO_DEFAULT. Update the value of EmailSendingAccount.",
        ),
    )
    report_at_use = True

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return (*_FACTORS, diagnostic.get(*_FACTORS).index("EMAIL_OTP"))

    def message(self, diagnostic: Diagnostic) -> str:
        account = diagnostic.get(*_ACCOUNT)
        sender = (
            "there is no EmailSendingAccount, so that Cognito's own sender counts"
            if account is None
            else f"EmailSendingAccount is {with_note(account, diagnostic.source(*_ACCOUNT))}"
        )
        return (
            f"EnabledMfas holds EMAIL_OTP and {sender}; Cognito rejects the pool with "
            '"Cannot set EmailMfaConfiguration when user pool EmailConfiguration contains an EmailSendingAccount of '
            'COGNITO_DEFAULT".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        source = diagnostic.get("Properties", "EmailConfiguration", "SourceArn")
        arn = (
            f" and {diagnostic.name('SourceArn')} to the ARN of an identity that is verified in Amazon SES"
            if source is None
            else ""
        )
        if diagnostic.kind is Kind.L2:
            return f"Set {diagnostic.name('EmailConfiguration')} to {diagnostic.spelled('UserPoolEmail.withSES')}, with an address that is verified."
        return f"In {diagnostic.name('EmailConfiguration')}, set {diagnostic.name('EmailSendingAccount')} to DEVELOPER{arn}."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        if diagnostic.get("Properties", "EmailConfiguration", "SourceArn") is None:
            return None
        edits = switched(diagnostic, "DEVELOPER", *_ACCOUNT)
        return edits and edits._replace(applicability=UNSAFE)
