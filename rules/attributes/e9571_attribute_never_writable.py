from typing import Final

from cfn_lint_cognito.engine.report.changes import removed
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import with_note

_DOCUMENTED: Final = {
    "phone_number_verified": "administrators set it, or Cognito when a user has entered the code",
    "sub": "its value is fixed",
}


class AttributeNeverWritable(AppClientRule):
    """WriteAttributes holds none of email_verified, phone_number_verified and sub.

    They are fine in ReadAttributes.

    ## Why

    Cognito rejects a client that lists email_verified with `Invalid write attributes specified while creating a client`.
    The text does not name the attribute, so it is hard to find. For the other two no answer is on record. But AWS
    documents that sub has a fixed value, and that administrators set phone_number_verified. Users who write such a flag
    could declare their own address verified.

    ## In the CDK

    The construct writes these attributes without a check; give them to `read_attributes` only.

    ```python
    pool.add_client(
        "Web",
        read_attributes=ClientAttributes().with_standard_attributes(email=True, email_verified=True),
        write_attributes=ClientAttributes().with_standard_attributes(email=True),
    )
    ```

    ```typescript
    pool.addClient('Web', {
      readAttributes: new ClientAttributes().withStandardAttributes({ email: true, emailVerified: true }),
      writeAttributes: new ClientAttributes().withStandardAttributes({ email: true }),
    });
    ```

    ## When to ignore

    Never: no app may write these attributes.

    ## References

    - [CreateUserPoolClient](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html): WriteAttributes
    """

    id = "E9571"
    shortdesc = "Attribute can never be writable"
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-write-attributes-immutable/meta.yaml",
            "Invalid write attributes specified while creating a client",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html",
            "The sub attribute has a fixed value.",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html",
            "With this command, the administrator can change the phone_number_verified attribute to true.",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        listed = f"WriteAttributes lists {with_note(diagnostic.value, diagnostic.source())}, which no app may write"
        # The schema keeps what deploys have shown (const) apart from what AWS documents (enum).
        if "const" in diagnostic.expected:
            return f'{listed}; Cognito rejects the client with "Invalid write attributes specified while creating a client".'
        return f"{listed}: AWS documents that {_DOCUMENTED[diagnostic.value]}."

    def fix(self, diagnostic: Diagnostic) -> str:
        return f"Remove it here; {diagnostic.name('ReadAttributes')} may hold it."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        return removed(diagnostic)
