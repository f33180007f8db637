from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note
from cfn_lint_cognito.engine.values.document_part import DocumentPath

PAIRS = (("MinLength", "MaxLength"), ("MinValue", "MaxValue"))
ANSWERS = {
    "MinLength": "... cannot have a max length shorter than it's min length",
    "MinValue": "... cannot have a max value smaller than it's min value",
}


class LowerLimitOverUpper(Rule):
    """An attribute's MinLength is at most its MaxLength, and its MinValue at most its MaxValue.

    They are texts in a template and compared as numbers. Limits of another type than the attribute's are not looked at.

    ## Why

    Cognito rejects the pool with `Attribute custom:team cannot have a max length shorter than it's min length` or `Attribute
    custom:age cannot have a max value smaller than it's min value`. No value could be right.

    ## In the CDK

    The construct does not compare them.

    ```python
    UserPool(self, "Pool", custom_attributes={"team": StringAttribute(min_len=1, max_len=20)})
    ```

    ```typescript
    new UserPool(this, 'Pool', { customAttributes: { team: new StringAttribute({ minLen: 1, maxLen: 20 }) } });
    ```

    ## When to ignore

    Never: Cognito accepts no such pool.

    ## References

    - [StringAttributeConstraintsType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_StringAttributeConstraintsType.html)
    - [NumberAttributeConstraintsType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_NumberAttributeConstraintsType.html)
    """

    id = "E9655"
    shortdesc = "Lower limit of an attribute over its upper one"
    resource_types = (USER_POOL,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-schema-attr-length-order/meta.yaml",
            "Attribute custom:level cannot have a max length shorter than it's min length",
        ),
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-schema-number-min-max-order/meta.yaml",
            "Attribute custom:n2 cannot have a max value smaller than it's min value",
        ),
    )

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return (*diagnostic.path[:-1], self._pair(diagnostic)[0])

    def message(self, diagnostic: Diagnostic) -> str:
        entry = diagnostic.path[:-1]
        lower, upper = (
            with_note(f"{key} {diagnostic.get(*entry, key)}", diagnostic.source(*entry, key))
            for key in self._pair(diagnostic)
        )
        name = diagnostic.known(*entry, "Name")
        attribute = "This attribute" if name is None else f"The attribute {name}"
        return (
            f"{attribute} has {lower} and {upper}, which no value can meet; Cognito rejects the pool with "
            f'"{ANSWERS[self._pair(diagnostic)[0]]}".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        lower, upper = self._pair(diagnostic)
        return f"Make {diagnostic.name(lower)} at most {diagnostic.name(upper)}."

    def _pair(self, diagnostic: Diagnostic) -> tuple[str, str]:
        return next(pair for pair in PAIRS if pair[0] in diagnostic.get(*diagnostic.path[:-1]))
