from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.report.changes import removed_with_its_map
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note

TEMPORARY_PASSWORD = ("Properties", "Policies", "PasswordPolicy", "TemporaryPasswordValidityDays")


class TwoLimitsForUnusedAccounts(Rule):
    """A pool does not have UnusedAccountValidityDays together with TemporaryPasswordValidityDays.

    ## Why

    Cognito rejects the pool with `Please use TemporaryPasswordValidityDays in PasswordPolicy instead of
    UnusedAccountValidityDays`, whatever the numbers are. Both say for how many days an account waits for its first sign-in,
    and UnusedAccountValidityDays of AdminCreateUserConfig is the old name.

    ## In the CDK

    The construct writes the new one only.

    ```python
    UserPool(self, "Pool", password_policy=PasswordPolicy(temp_password_validity=Duration.days(3)))
    ```

    ```typescript
    new UserPool(this, 'Pool', { passwordPolicy: { tempPasswordValidity: Duration.days(3) } });
    ```

    ## When to ignore

    Never: Cognito accepts no such pool.

    ## References

    - [AdminCreateUserConfigType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUserConfigType.html): UnusedAccountValidityDays
    - [The pool is rejected](https://github.com/aws/aws-sdk-js/issues/3817)
    """

    id = "E9660"
    shortdesc = "Two limits for unused accounts"
    resource_types = (USER_POOL,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-unused-account-validity-exclusive/meta.yaml",
            "Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_PasswordPolicyType.html",
            "When you set TemporaryPasswordValidityDays for a user pool, you can no longer set a value for the legacy UnusedAccountValidityDays parameter in that user pool.",
        ),
    )
    report_at_use = True

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            f"This pool has {self._words(diagnostic, diagnostic.path)} beside {self._words(diagnostic, TEMPORARY_PASSWORD)}; Cognito rejects it "
            'with "Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return f"Remove {diagnostic.name('UnusedAccountValidityDays')}."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        return removed_with_its_map(diagnostic, *map(str, diagnostic.path))

    def _words(self, diagnostic: Diagnostic, path: tuple[str | int, ...]) -> str:
        value = diagnostic.known(*path)
        return str(path[-1]) if value is None else with_note(f"{path[-1]} {value}", diagnostic.source(*path))
