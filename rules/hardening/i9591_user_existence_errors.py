from cfn_lint_cognito.engine.report.changes import switched
from cfn_lint_cognito.engine.report.constructs import Kind
from cfn_lint_cognito.engine.report.edits import SAFE, UNSAFE, Edits
from cfn_lint_cognito.engine.report.evidence import documented
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import with_note

ERRORS = ("Properties", "PreventUserExistenceErrors")


class UserExistenceErrors(AppClientRule):
    """PreventUserExistenceErrors is ENABLED.

    ## Why

    Anybody can find out who has an account. With LEGACY, which is what absent means, Cognito answers
    UserNotFoundException for a name that nobody has. It does so at a sign-in, a confirmation and a password reset. With
    ENABLED the answer is the same whether or not the user exists. Sign-up is another matter: it tells that a name is
    taken in both cases.

    ## In the CDK

    ```python
    pool.add_client("Web", prevent_user_existence_errors=True)
    ```

    ```typescript
    pool.addClient('Web', { preventUserExistenceErrors: true });
    ```

    ## When to ignore

    When an app relies on UserNotFoundException, or when who has an account is no secret.

    ## References

    - [Managing user existence error responses](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html)
    """

    id = "I9591"
    shortdesc = "Cognito may reveal which users exist"
    evidence = (
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
            "When set to LEGACY, those APIs return a UserNotFoundException exception if the user doesn't exist in the user pool.",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
            "Defaults to LEGACY.",
        ),
    )
    fix_in_cdk = "Set {PreventUserExistenceErrors} to true; in a CfnUserPoolClient, to ENABLED."

    def message(self, diagnostic: Diagnostic) -> str:
        written = diagnostic.get(*ERRORS)
        state = "absent, which means LEGACY" if written is None else with_note(written, diagnostic.source(*ERRORS))
        return f"PreventUserExistenceErrors is {state}: Cognito tells anybody who tries to sign in which users exist."

    def fix_for_constructs(self, diagnostic: Diagnostic) -> str:
        name = diagnostic.name("PreventUserExistenceErrors")
        return f"Set {name} to {'true' if diagnostic.kind is Kind.L2 else 'ENABLED'}."

    def fix(self, diagnostic: Diagnostic) -> str:
        return "Set it to ENABLED."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        edits = switched(diagnostic, "ENABLED", *ERRORS)
        applicability = SAFE if diagnostic.get(*ERRORS) is None else UNSAFE  # Who writes LEGACY may need it.
        return edits and edits._replace(applicability=applicability, fits_elsewhere=True)
