from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note
from cfn_lint_cognito.engine.values.document_part import DocumentPath


class StandardAttributeImmutable(Rule):
    """An entry of Schema for a standard attribute says with Mutable whether the attribute can be changed.

    ## Why

    An entry without Mutable makes the attribute immutable, though the same attribute without an entry is mutable. After that
    neither users nor administrators can change its value, and an identity provider that is mapped to it breaks the second
    sign-in (W9559). Only a new pool helps: Cognito refuses to change an attribute of a pool. For `email` that is seldom meant.

    ## In the CDK

    The construct writes Mutable: standard attributes are mutable unless said otherwise. CfnUserPool takes what it is given.

    ```python
    UserPool(
        self,
        "Pool",
        standard_attributes=StandardAttributes(email=StandardAttribute(required=True, mutable=True)),
    )
    ```

    ```typescript
    new UserPool(this, 'Pool', { standardAttributes: { email: { required: true, mutable: true } } });
    ```

    ## When to ignore

    When the attribute is meant to be immutable; `Mutable: false` says so. In a pool that exists the advice comes too late.

    ## References

    - [SchemaAttributeType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SchemaAttributeType.html): Mutable
    - [Two defaults of Mutable](https://github.com/aws/aws-cdk/issues/8624)
    """

    id = "I9668"
    shortdesc = "Standard attribute can never be changed"
    resource_types = (USER_POOL,)
    evidence = (
        deployed(
            "https://github.com/aws/aws-cdk/issues/8624",
            "The default value for Mutable when the Schema property is specified for an attribute is false",
        ),
    )
    report_at_use = True

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return (*diagnostic.path, "Name")

    def message(self, diagnostic: Diagnostic) -> str:
        name = self.anchor(diagnostic)
        return (
            f"The entry of {with_note(diagnostic.get(*name), diagnostic.source(*name))} in Schema has no Mutable, which makes the "
            "attribute immutable: neither users nor administrators can ever change its value."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return (
            "Write Mutable: true before the pool is made, or Mutable: false if it is meant so. In a pool that exists Cognito refuses "
            "the change to true."
        )
