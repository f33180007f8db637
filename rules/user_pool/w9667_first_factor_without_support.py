from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.report.changes import removed
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import documented
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import listed, with_note
from cfn_lint_cognito.engine.schemas import names


class FirstFactorWithoutSupport(Rule):
    """AllowedFirstAuthFactors has no SOFTWARE_TOKEN.

    ## Why

    The API and CloudFormation know the value, but AWS documents that "SOFTWARE_TOKEN is not currently supported as a first
    auth factor. Do not include this value in AllowedFirstAuthFactors." Codes from an app are a second factor:
    `EnabledMfas: [SOFTWARE_TOKEN_MFA]`.

    ## In the CDK

    The construct has no property for it. CfnUserPool takes what it is given.

    ```python
    UserPool(
        self,
        "Pool",
        sign_in_policy=SignInPolicy(allowed_first_auth_factors=AllowedFirstAuthFactors(password=True, email_otp=True)),
    )
    ```

    ```typescript
    new UserPool(this, 'Pool', { signInPolicy: { allowedFirstAuthFactors: { password: true, emailOtp: true } } });
    ```

    ## When to ignore

    When AWS's documentation says that Cognito supports the factor.

    ## References

    - [SignInPolicyType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignInPolicyType.html): AllowedFirstAuthFactors
    """

    id = "W9667"
    shortdesc = "First factor that Cognito does not support yet"
    resource_types = (USER_POOL,)
    evidence = (
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignInPolicyType.html",
            "SOFTWARE_TOKEN is not currently supported as a first auth factor. Do not include this value in AllowedFirstAuthFactors.",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        supported = ("PASSWORD", *names("factors without a password"))
        return (
            f"AllowedFirstAuthFactors holds {with_note(diagnostic.value, diagnostic.source())}; AWS documents that it is not "
            f"supported as a first factor yet. Users can begin with {listed(supported, 'or')}."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        others = [factor for factor in diagnostic.get(*diagnostic.path[:-1]) if factor != diagnostic.value]
        return f"Remove {diagnostic.value}." if others else f"Write PASSWORD instead of {diagnostic.value}."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        return removed(diagnostic)
