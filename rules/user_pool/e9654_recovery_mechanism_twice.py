from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.report.changes import removed_with_its_item
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import listed, with_note


class RecoveryMechanismTwice(Rule):
    """Each of the RecoveryMechanisms has a Name and a Priority of its own.

    ## Why

    Cognito rejects the pool with `Account Recovery Setting cannot have duplicate priorities or recovery mechanisms.` It tries
    the mechanisms in the order of their priorities, so equal ones make no order.

    ## In the CDK

    The construct writes the mechanisms and their priorities.

    ```python
    UserPool(self, "Pool", account_recovery=AccountRecovery.EMAIL_AND_PHONE_WITHOUT_MFA)
    ```

    ```typescript
    new UserPool(this, 'Pool', { accountRecovery: AccountRecovery.EMAIL_AND_PHONE_WITHOUT_MFA });
    ```

    ## When to ignore

    Never: Cognito accepts no such pool.

    ## References

    - [RecoveryOptionType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RecoveryOptionType.html): Name, Priority
    """

    id = "E9654"
    shortdesc = "Recovery mechanism or priority twice"
    resource_types = (USER_POOL,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-recovery-duplicate/meta.yaml",
            "Invalid account recovery setting parameter. Account Recovery Setting cannot have duplicate priorities or recovery mechanisms.",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        repeated = [self._words(diagnostic, key) for key in diagnostic.value]
        return (
            f"This recovery mechanism has {listed(repeated)} of an earlier one; Cognito rejects the pool with "
            '"Account Recovery Setting cannot have duplicate priorities or recovery mechanisms."'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        if "Name" in diagnostic.value:
            return "Remove it."
        return f"Give each mechanism a {diagnostic.name('Priority')} of its own: Cognito tries 1 first."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        return removed_with_its_item(diagnostic) if "Name" in diagnostic.value else None

    def _words(self, diagnostic: Diagnostic, key: str) -> str:
        value = diagnostic.known(*diagnostic.path, key)
        return (
            f"the {key}" if value is None else with_note(f"the {key} {value}", diagnostic.source(*diagnostic.path, key))
        )
