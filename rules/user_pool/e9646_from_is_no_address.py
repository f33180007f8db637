from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note

_FROM = ("Properties", "EmailConfiguration", "From")


class FromIsNoAddress(Rule):
    """The From of a user pool's EmailConfiguration is an email address, alone or as `Name <address>`.

    What mail programs do not agree about is left alone: names with commas or dots, several addresses.

    ## Why

    Cognito rejects the pool with `Provided From email address is invalid`. Mostly the angle brackets are missing, or a host
    name or the ARN of the SES identity stands there.

    ## In the CDK

    `UserPoolEmail.with_ses` puts name and address together.

    ```python
    UserPool(
        self,
        "Pool",
        email=UserPoolEmail.with_ses(from_email="no-reply@example.com", from_name="Acme", ses_region="us-east-1"),
    )
    ```

    ```typescript
    new UserPool(this, 'Pool', {
      email: UserPoolEmail.withSES({ fromEmail: 'no-reply@example.com', fromName: 'Acme', sesRegion: 'us-east-1' }),
    });
    ```

    ## When to ignore

    Never: Cognito makes no such pool.

    ## References

    - [EmailConfigurationType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_EmailConfigurationType.html): From
    """

    id = "E9646"
    shortdesc = "From is no email address"
    resource_types = (USER_POOL,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-email-from-format/meta.yaml",
            "Provided From email address is invalid",
        ),
    )
    anchor_paths = (_FROM,)

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            f"From is {with_note(diagnostic.get(*_FROM), diagnostic.source(*_FROM))}, which is no email address; Cognito rejects the pool "
            'with "Provided From email address is invalid".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return "Write an address, like no-reply@example.com, or a name with the address in angle brackets after it."
