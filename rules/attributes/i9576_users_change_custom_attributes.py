from cfn_lint_cognito.attributes._attribute_words import which_have_to_stay
from cfn_lint_cognito.engine.report.evidence import documented
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import listed_up_to
from cfn_lint_cognito.engine.values.document_part import DocumentPath

MOST_ATTRIBUTES = 10


class UsersChangeCustomAttributes(AppClientRule):
    """A client of a pool with mutable custom attributes says in WriteAttributes which attributes users may change.

    Asked where the pool is in the template and declares a custom attribute with Mutable: true.

    ## Why

    Users can very likely change their own role or tenant, where the pool keeps that in a custom attribute. An access
    token and one call of UpdateUserAttributes are enough. Without WriteAttributes Cognito's default counts. AWS's guide
    says that it covers custom attributes, and recorded cases agree. The API reference speaks of standard attributes only.
    A list that names them settles it.

    ## In the CDK

    ```python
    pool.add_client("Web", write_attributes=ClientAttributes().with_standard_attributes(fullname=True))
    ```

    ```typescript
    pool.addClient('Web', { writeAttributes: new ClientAttributes().withStandardAttributes({ fullname: true }) });
    ```

    ## When to ignore

    When users may change these attributes.

    ## References

    - [A role that users could give to themselves](https://github.com/aws/aws-ops-wheel/pull/165)
    """

    id = "I9576"
    shortdesc = "Users can change custom attributes"
    evidence = (
        documented(
            "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html",
            "By default, when you create a new app client, you grant your app read and write permissions for all standard and custom attributes.",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
            "When you don't specify the WriteAttributes for your app client, your app can write the values of the Standard attributes of your user pool.",
        ),
    )

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return ("Properties",)

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            f"WriteAttributes is absent, so users of this client can very likely change their own {listed_up_to(MOST_ATTRIBUTES, diagnostic.value)} "
            "with their access token."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return f"List in {diagnostic.name('WriteAttributes')} what users may change.{which_have_to_stay(diagnostic)}"
