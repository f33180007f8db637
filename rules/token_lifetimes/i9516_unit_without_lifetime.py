from cfn_lint_cognito.engine.report.evidence import tested
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.token_lifetimes._lifetime_words import NAMES


class UnitWithoutLifetime(AppClientRule):
    """TokenValidityUnits names units only for tokens whose lifetime is given too.

    ## Why

    Nobody who reads the template can tell how long the token lives. Cognito accepts and stores such a unit. Whether the default
    number then counts in it (30 days become 30 minutes) is not documented.

    ## In the CDK

    The construct writes a unit only together with its lifetime.

    ```python
    pool.add_client("Web", refresh_token_validity=Duration.days(30))
    ```

    ```typescript
    pool.addClient('Web', { refreshTokenValidity: Duration.days(30) });
    ```

    ## When to ignore

    When the default lifetime of that token is meant; removing the unit says so.

    ## References

    - [CreateUserPoolClient](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html): TokenValidityUnits
    """

    id = "I9516"
    shortdesc = "Token unit without a lifetime"
    evidence = (
        tested(
            "https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/cognitoidp/user_pool_client_test.go",
            "Cognito accepts a client with units and no lifetimes, and gives the units back",
        ),
    )
    report_at_use = True

    def message(self, diagnostic: Diagnostic) -> str:
        token = str(diagnostic.path[1])
        unit = diagnostic.known("Lifetimes", token, "Unit") or "set"
        return (
            f"TokenValidityUnits.{token} is {unit}, but {token}Validity is not set; Cognito "
            f"accepts that and does not document how long the {NAMES[token]} then lives."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return f"Set {diagnostic.name(f'{diagnostic.path[1]}Validity')} or remove the unit."
