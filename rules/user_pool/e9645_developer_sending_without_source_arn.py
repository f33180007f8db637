from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.report.constructs import Kind
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note

_ACCOUNT = ("Properties", "EmailConfiguration", "EmailSendingAccount")


class DeveloperSendingWithoutSourceArn(Rule):
    """A user pool that sends emails by the account's own Amazon SES (EmailSendingAccount: DEVELOPER) names the SES identity
    in SourceArn.

    ## Why

    Cognito rejects the pool with `Source ARN is required to use DEVELOPER email sending owner`. The address in From does not
    say which verified identity it may send as.

    ## In the CDK

    `UserPoolEmail.with_ses` writes both.

    ```python
    UserPool(self, "Pool", email=UserPoolEmail.with_ses(from_email="no-reply@example.com", ses_region="us-east-1"))
    ```

    ```typescript
    new UserPool(this, 'Pool', { email: UserPoolEmail.withSES({ fromEmail: 'no-reply@example.com', sesRegion: 'us-east-1' }) });
    ```

    ## When to ignore

    Never: Cognito makes no such pool.

    ## References

    - [EmailConfigurationType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_EmailConfigurationType.html): EmailSendingAccount, SourceArn
    """

    id = "E9645"
    shortdesc = "DEVELOPER sending without a source ARN"
    resource_types = (USER_POOL,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-email-developer-requires-sourcearn/meta.yaml",
            "Source ARN is required to use DEVELOPER email sending owner",
        ),
    )
    anchor_paths = (_ACCOUNT,)
    report_at_use = True

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            f"EmailSendingAccount is {with_note(diagnostic.get(*_ACCOUNT), diagnostic.source(*_ACCOUNT))} and there is no SourceArn; "
            'Cognito rejects the pool with "Source ARN is required to use DEVELOPER email sending owner".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        if diagnostic.kind is Kind.L2:
            return f"Set {diagnostic.name('EmailConfiguration')} to {diagnostic.spelled('UserPoolEmail.withSES')}, with an address that is verified."
        return (
            f"Add {diagnostic.name('SourceArn')} to {diagnostic.name('EmailConfiguration')}: the ARN of an address or domain that is verified in Amazon SES, "
            "arn:aws:ses:REGION:ACCOUNT:identity/NAME."
        )
