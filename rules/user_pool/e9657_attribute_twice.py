from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note


class AttributeTwice(Rule):
    """Schema declares each custom attribute once.

    Standard attributes are not looked at: nobody has recorded what Cognito makes of one that is declared twice. Neither are
    attributes that only developers see (`DeveloperOnlyAttribute: true`), which have names of their own.

    ## Why

    Cognito rejects the pool with `Duplicate custom attribute names custom:team are not allowed in a user pool schema.`, even
    if both declare the same.

    ## In the CDK

    The construct takes custom attributes by their names, so none comes twice.

    ```python
    UserPool(self, "Pool", custom_attributes={"team": StringAttribute(mutable=True)})
    ```

    ```typescript
    new UserPool(this, 'Pool', { customAttributes: { team: new StringAttribute({ mutable: true }) } });
    ```

    ## When to ignore

    Never: Cognito accepts no such pool.

    ## References

    - [SchemaAttributeType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SchemaAttributeType.html): Name
    - [AWS::Cognito::UserPool](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpool.html): Schema
    """

    id = "E9657"
    shortdesc = "Attribute twice in the schema"
    resource_types = (USER_POOL,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-schema-name-duplicate/meta.yaml",
            "Duplicate custom attribute names custom:dept are not allowed in a user pool schema.",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            f"An earlier entry of Schema declares the custom attribute {with_note(diagnostic.value, diagnostic.source())}, too; Cognito rejects "
            f'the pool with "Duplicate custom attribute names custom:{diagnostic.value} are not allowed in a user pool schema."'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return "Remove one of the two entries, or give this one another name."
