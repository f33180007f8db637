from cfn_lint_cognito.engine.report.changes import removed, renamed
from cfn_lint_cognito.engine.report.edits import UNSAFE, Edits
from cfn_lint_cognito.engine.report.evidence import documented
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic

INSTEAD = {
    "ClientId": lambda diagnostic: f"{diagnostic.attribute('Ref')} of the client returns the ID that Cognito chooses",
    "ClientSecret": lambda diagnostic: f"{diagnostic.name('GenerateSecret')}: true lets Cognito make a secret",
    "Name": lambda diagnostic: f"the name of a client goes into {diagnostic.name('ClientName')}",
}


class ReadOnlyProperty(AppClientRule):
    """ClientId, ClientSecret and Name are not given as properties.

    ## Why

    The client does not get what the template says: a read-only attribute is one that CloudFormation returns and nobody
    can set. Cognito chooses the ID and, with GenerateSecret, the secret. Whoever hands out the secret that the template
    shows hands out one that does not work.

    ## In the CDK

    The construct has no such properties; the name is `user_pool_client_name`.

    ```python
    pool.add_client("Web", user_pool_client_name="web", generate_secret=True)
    ```

    ```typescript
    pool.addClient('Web', { userPoolClientName: 'web', generateSecret: true });
    ```

    ## When to ignore

    When something other than CloudFormation reads the value from the template.

    ## References

    - [AWS::Cognito::UserPoolClient](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html): return values
    """

    id = "W9585"
    shortdesc = "Read-only property is set"
    evidence = (
        documented(
            "https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html",
            "Resource properties that can be returned by a read or list request, but can't be set by the user.",
        ),
    )
    report_at_use = True

    def applies(self, diagnostic: Diagnostic) -> bool:
        # Where a macro includes properties, anything may be among them; only what is written counts.
        return diagnostic.path[-1] in diagnostic.document.origin(diagnostic.path).used_at[2:]

    def message(self, diagnostic: Diagnostic) -> str:
        return f"{diagnostic.path[-1]} is read-only: CloudFormation returns it, and a template cannot set it."

    def fix(self, diagnostic: Diagnostic) -> str:
        return f"Remove it; {INSTEAD[str(diagnostic.path[-1])](diagnostic)}."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        as_client_name = (
            renamed(diagnostic, "ClientName", applicability=UNSAFE) if diagnostic.path[-1] == "Name" else None
        )
        return as_client_name or removed(diagnostic)
