from cfn_lint_cognito.engine.report.changes import added
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import documented, tested
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.token_lifetimes._lifetime_words import NAMES, lives


class LifetimeWithoutUnit(AppClientRule):
    """Where AccessTokenValidity or IdTokenValidity is given, so is its unit in TokenValidityUnits.

    ## Why

    Tokens may live much longer than anybody means them to. Without a unit Cognito counts hours, so `AccessTokenValidity:
    5` is 5 hours where 5 minutes were meant. The stack deploys. An update that drops the unit changes the lifetime in the
    same silent way.

    ## In the CDK

    The construct always writes the unit.

    ```python
    pool.add_client("Web", access_token_validity=Duration.minutes(5))
    ```

    ```typescript
    pool.addClient('Web', { accessTokenValidity: Duration.minutes(5) });
    ```

    ## When to ignore

    When everybody who reads the template knows that hours are the default, and hours are meant.

    ## References

    - [CreateUserPoolClient](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html): TokenValidityUnits
    - [Units dropped in an update](https://github.com/hashicorp/terraform-provider-aws/issues/18090)
    """

    id = "I9515"
    shortdesc = "Access or ID token lifetime without a unit"
    evidence = (
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_TokenValidityUnitsType.html",
            "The default AccessTokenValidity time unit is hours.",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_TokenValidityUnitsType.html",
            "The default IdTokenValidity time unit is hours.",
        ),
        tested(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-token-validity-range/meta.yaml",
            "25 without a unit is out of range for an access token and for an ID token, so Cognito counts hours",
        ),
    )
    report_at_use = True

    def message(self, diagnostic: Diagnostic) -> str:
        token = str(diagnostic.path[1])
        return f"The {NAMES[token]} lives {lives(diagnostic, token)}."

    def fix(self, diagnostic: Diagnostic) -> str:
        token = str(diagnostic.path[1])
        unit = diagnostic.get("Lifetimes", token, "Unit")
        return f"Write {diagnostic.name(f'TokenValidityUnits.{token}')}: {unit} to say so, or the unit that is meant."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        token = str(diagnostic.path[1])
        return added(diagnostic, diagnostic.get("Lifetimes", token, "Unit"), "Properties", "TokenValidityUnits", token)
