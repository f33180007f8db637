from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note


class StandardAttributeChanged(Rule):
    """A standard attribute in Schema keeps its type and has no `DeveloperOnlyAttribute: true`.

    {{table: types of attributes}}

    {{names: flags that Schema cannot declare}} are left to W9669: in Schema they make custom attributes.

    ## Why

    Cognito rejects the pool with `You can not change AttributeDataType or set developerOnlyAttribute for standard schema
    attribute email`. Every pool has these attributes; Schema can make them required or immutable, and nothing else.

    ## In the CDK

    The construct writes no type for standard attributes.

    ```python
    UserPool(self, "Pool", standard_attributes=StandardAttributes(birthdate=StandardAttribute(required=True)))
    ```

    ```typescript
    new UserPool(this, 'Pool', { standardAttributes: { birthdate: { required: true } } });
    ```

    ## When to ignore

    Never: Cognito accepts no such pool.

    ## References

    - [SchemaAttributeType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SchemaAttributeType.html): AttributeDataType, DeveloperOnlyAttribute
    - [User pool attributes](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html)
    """

    id = "E9658"
    shortdesc = "Standard attribute cannot be changed"
    resource_types = (USER_POOL,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-schema-standard-attr-datatype/meta.yaml",
            "You can not change AttributeDataType or set developerOnlyAttribute for standard schema attribute email",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        name = (*diagnostic.path[:-1], "Name")
        attribute = with_note(diagnostic.get(*name), diagnostic.source(*name))
        if self._is_about_the_type(diagnostic):
            wrong = f"is of type {diagnostic.expected}, not {with_note(diagnostic.value, diagnostic.source())}"
        else:
            wrong = f"cannot have {with_note('DeveloperOnlyAttribute: true', diagnostic.source())}"
        return (
            f'The standard attribute {attribute} {wrong}; Cognito rejects the pool with "You can not change '
            f'AttributeDataType or set developerOnlyAttribute for standard schema attribute {diagnostic.get(*name)}".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        if self._is_about_the_type(diagnostic):
            return f"Write {diagnostic.expected} or leave {diagnostic.name('AttributeDataType')} out; for another type declare an attribute of another name."
        return f"Remove {diagnostic.name('DeveloperOnlyAttribute')}, or declare an attribute of another name."

    def _is_about_the_type(self, diagnostic: Diagnostic) -> bool:
        return diagnostic.path[-1] == "AttributeDataType"
