from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.report.changes import appended
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import listed, with_note


class FirstFactorsWithoutPassword(Rule):
    """AllowedFirstAuthFactors of SignInPolicy has PASSWORD among its factors.

    ## Why

    Cognito rejects the pool with `PASSWORD should be configured as one of the allowed first auth factors.` The list says with
    which factor a user can begin; beside PASSWORD these are {{names: factors without a password}}. PASSWORD stands there even
    where nobody is to use one: users who were made without a password cannot sign in with it.

    ## In the CDK

    The construct refuses to leave the password out.

    ```python
    UserPool(
        self,
        "Pool",
        sign_in_policy=SignInPolicy(allowed_first_auth_factors=AllowedFirstAuthFactors(password=True, passkey=True)),
    )
    ```

    ```typescript
    new UserPool(this, 'Pool', {
      signInPolicy: { allowedFirstAuthFactors: { password: true, passkey: true } },
    });
    ```

    ## When to ignore

    Never: Cognito accepts no such pool.

    ## References

    - [SignInPolicyType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignInPolicyType.html): AllowedFirstAuthFactors
    - [Authentication flows](https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html)
    """

    id = "E9659"
    shortdesc = "Password is missing among the first factors"
    resource_types = (USER_POOL,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-signin-policy-password-required/meta.yaml",
            "PASSWORD should be configured as one of the allowed first auth factors.",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            f"AllowedFirstAuthFactors lists {with_note(listed(diagnostic.value), diagnostic.source())} without {diagnostic.expected['const']}; Cognito "
            'rejects the pool with "PASSWORD should be configured as one of the allowed first auth factors."'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return f"Add {diagnostic.expected['const']} to the list: who has no password cannot sign in with one."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        return appended(diagnostic, [str(diagnostic.expected["const"])])
