from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import listed, with_note
from cfn_lint_cognito.engine.schemas import names
from cfn_lint_cognito.engine.values.document_part import DocumentPath

MECHANISMS = ("Properties", "AccountRecoverySetting", "RecoveryMechanisms")


class AdminOnlyBesideOthers(Rule):
    """Where RecoveryMechanisms has `admin_only`, it has nothing else.

    ## Why

    Cognito rejects the pool with `Account Recovery Setting cannot use admin_only setting with any other recovery mechanisms.`
    `admin_only` means that users cannot recover their accounts themselves.

    ## In the CDK

    The construct takes one of the combinations that Cognito accepts.

    ```python
    UserPool(self, "Pool", account_recovery=AccountRecovery.EMAIL_ONLY)
    ```

    ```typescript
    new UserPool(this, 'Pool', { accountRecovery: AccountRecovery.EMAIL_ONLY });
    ```

    ## When to ignore

    Never: Cognito accepts no such pool.

    ## References

    - [AccountRecoverySettingType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AccountRecoverySettingType.html)
    - [RecoveryOptionType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RecoveryOptionType.html): Name
    """

    id = "E9653"
    shortdesc = "Recovery by administrators only, and by others"
    resource_types = (USER_POOL,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-recovery-admin-only-alone/meta.yaml",
            "Invalid account recovery setting parameter. Account Recovery Setting cannot use admin_only setting with any other recovery mechanisms.",
        ),
    )

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return (*MECHANISMS, self._names(diagnostic).index(_admin_only()), "Name")

    def message(self, diagnostic: Diagnostic) -> str:
        admin_only = _admin_only()
        others = [str(name) for name in self._names(diagnostic) if isinstance(name, str) and name != admin_only]
        return (
            f"RecoveryMechanisms has {with_note(admin_only, diagnostic.source(*self.anchor(diagnostic)))} beside {listed(others)}; Cognito "
            'rejects the pool with "Account Recovery Setting cannot use admin_only setting with any other recovery '
            'mechanisms."'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return f"Keep {_admin_only()} alone, or remove it if users are to recover their accounts themselves."

    def _names(self, diagnostic: Diagnostic) -> list[object]:
        mechanisms = diagnostic.get(*MECHANISMS)
        return [diagnostic.get(*MECHANISMS, index, "Name") for index in range(len(mechanisms))]


def _admin_only() -> str:
    return names("only administrators recover accounts")[0]
