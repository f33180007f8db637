from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import listed


class AliasesAndUsernameAttributes(Rule):
    """A user pool has AliasAttributes or UsernameAttributes, not both.

    ## Why

    Cognito rejects both together with `Only one of the aliasAttributes or usernameAttributes can be set in a User pool.` An
    empty list counts as none.

    With AliasAttributes users have a user name, and may sign in with their email address or phone number besides. With
    UsernameAttributes the email address or phone number is all they have.

    ## In the CDK

    The construct makes one of the two of `sign_in_aliases`: aliases where `username` is true, else user name attributes.

    ```python
    UserPool(self, "Pool", sign_in_aliases=SignInAliases(username=True, email=True))
    ```

    ```typescript
    new UserPool(this, 'Pool', { signInAliases: { username: true, email: true } });
    ```

    ## When to ignore

    Never: Cognito makes no such pool.

    ## References

    - [CreateUserPool](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html): AliasAttributes, UsernameAttributes
    - [Customizing sign-in attributes](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html#user-pool-settings-aliases)
    """

    id = "E9641"
    shortdesc = "Aliases and user name attributes exclude each other"
    resource_types = (USER_POOL,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-alias-username-exclusive/meta.yaml",
            "Only one of the aliasAttributes or usernameAttributes can be set in a User pool.",
        ),
    )
    anchor_paths = (("Properties", "AliasAttributes"),)
    report_at_use = True

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            "This pool has both AliasAttributes and UsernameAttributes; Cognito rejects it with "
            '"Only one of the aliasAttributes or usernameAttributes can be set in a User pool."'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        attributes = diagnostic.get("Properties", "UsernameAttributes")
        known = [attribute for attribute in attributes if isinstance(attribute, str)]
        what = listed(known, "or") if len(known) == len(attributes) else "one of those attributes"
        return (
            f"Remove {diagnostic.name('UsernameAttributes')} if users are to have a user name besides, "
            f"or {diagnostic.name('AliasAttributes')} if {what} is to be their user name."
        )
