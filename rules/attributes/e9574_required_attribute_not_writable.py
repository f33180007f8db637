from cfn_lint_cognito.engine.report.changes import appended
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import listed, nearest, with_note
from cfn_lint_cognito.engine.schemas import names
from cfn_lint_cognito.engine.values.document_part import DocumentPath


class RequiredAttributeNotWritable(AppClientRule):
    """WriteAttributes, where it is given, holds every attribute that the pool's Schema declares `Required: true`.

    Silent where the list holds `oidc:profile`, which stands for several standard attributes.

    ## Why

    Cognito rejects the client with `Invalid write attributes specified while creating a client`. It has the same text for
    attributes that do not exist, and nothing in it says that one is missing.

    ## In the CDK

    ```python
    pool = UserPool(self, "Pool", standard_attributes=StandardAttributes(email=StandardAttribute(required=True)))
    pool.add_client("Web", write_attributes=ClientAttributes().with_standard_attributes(email=True, given_name=True))
    ```

    ```typescript
    const pool = new UserPool(this, 'Pool', { standardAttributes: { email: { required: true } } });
    pool.addClient('Web', {
      writeAttributes: new ClientAttributes().withStandardAttributes({ email: true, givenName: true }),
    });
    ```

    ## When to ignore

    Never: Cognito accepts no such client.

    ## References

    - [CreateUserPoolClient](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html): WriteAttributes
    - [Attribute permissions](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html): "All app clients can write user pool required attributes."
    """

    id = "E9574"
    shortdesc = "Required attribute is not writable"
    evidence = (
        deployed(
            "https://github.com/aws/aws-cdk/issues/2608",
            "Invalid write attributes specified while creating a client",
        ),
    )

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return ("Properties", "WriteAttributes")

    def applies(self, diagnostic: Diagnostic) -> bool:
        return bool(self._missing(diagnostic))

    def message(self, diagnostic: Diagnostic) -> str:
        given = with_note("WriteAttributes", diagnostic.source("Properties", "WriteAttributes"))
        return (
            f"{given} leaves out {listed(self._missing(diagnostic))}, which {diagnostic.get('Pool', 'Reference')} requires of every user; Cognito rejects the "
            'client with "Invalid write attributes specified while creating a client".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return f"Add {listed(self._missing(diagnostic))} to {diagnostic.name('WriteAttributes')}."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        return appended(diagnostic, self._missing(diagnostic), "Properties", "WriteAttributes")

    def _missing(self, diagnostic: Diagnostic) -> list[str]:
        standard = names("name of a standard attribute")
        given = diagnostic.get("Properties", "WriteAttributes")
        # What is there under a wrong name is reported as that, by E9572 or E9573.
        misspelled = {nearest(name, standard) or name.removeprefix("custom:") for name in given if name not in standard}
        required = dict.fromkeys(name for name in diagnostic.value if name in standard)
        return [name for name in required if name not in given and name not in misspelled]
