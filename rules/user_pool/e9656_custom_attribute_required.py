from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.report.changes import removed
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import nearest, with_note
from cfn_lint_cognito.engine.schemas import names


class CustomAttributeRequired(Rule):
    """No custom attribute of Schema has `Required: true`.

    An attribute is custom unless its name is, letter by letter, one of those that every pool has. So `Email` is custom, and so
    is `username`: the user name of a user is no attribute.

    ## Why

    Cognito rejects the pool with `Required custom attributes are not supported currently.`

    ## In the CDK

    Custom attributes of the construct cannot be required. To ask for a value, look for it in a function that runs before
    the sign-up.

    ```python
    UserPool(self, "Pool", standard_attributes=StandardAttributes(email=StandardAttribute(required=True)))
    ```

    ```typescript
    new UserPool(this, 'Pool', { standardAttributes: { email: { required: true } } });
    ```

    ## When to ignore

    Never: Cognito accepts no such pool.

    ## References

    - [SchemaAttributeType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SchemaAttributeType.html): Required
    - [Required custom attributes](https://github.com/hashicorp/terraform-provider-aws/issues/18430)
    """

    id = "E9656"
    shortdesc = "Custom attribute cannot be required"
    resource_types = (USER_POOL,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-schema-custom-required/meta.yaml",
            "Required custom attributes are not supported currently.",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        name = (*diagnostic.path[:-1], "Name")
        attribute = with_note(diagnostic.get(*name), diagnostic.source(*name))
        kind = "a custom attribute"
        if _is_the_user_name(diagnostic.get(*name)):
            kind = "no standard attribute, so that Cognito takes it for a custom one"
        return (
            f"{attribute} is {kind}, and {with_note('Required: true', diagnostic.source())} is for standard ones; Cognito "
            'rejects the pool with "Required custom attributes are not supported currently."'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        name = diagnostic.get(*diagnostic.path[:-1], "Name")
        if _is_the_user_name(name):
            return "Remove the entry: every user has a user name, and it is no attribute of Schema."
        standard = nearest(name, names("name of a standard attribute"))
        if standard:
            return f"Name it {standard} if the standard attribute is meant, or remove {diagnostic.name('Required')}."
        return f"Remove {diagnostic.name('Required')}, and look for a value in a {diagnostic.name('PreSignUp')} trigger if there has to be one."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        name = diagnostic.get(*diagnostic.path[:-1], "Name")
        is_standard = nearest(name, names("name of a standard attribute")) is not None
        return None if is_standard else removed(diagnostic)


def _is_the_user_name(name: str) -> bool:
    return name.lower().replace("_", "") == "username"
