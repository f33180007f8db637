from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.token_lifetimes._lifetime_words import NAMES, lives


class TokenLifetimeOrder(AppClientRule):
    """Neither the access token nor the ID token lives longer than the refresh token; equally long is fine.

    Silent where one of the lifetimes is out of its own range, which E9511, E9512 or E9513 reports.

    ## Why

    Cognito rejects the client with `Access and Id Token expiration times must be less than or equal to refresh token
    expiration times.` and CloudFormation rolls the stack back. A lifetime that is not given counts with its
    default: 1 hour for the access token and the ID token, 30 days for the refresh token.

    ## In the CDK

    The construct compares the lifetimes only when `refresh_token_validity` is given; give all three.

    ```python
    pool.add_client(
        "Web",
        access_token_validity=Duration.hours(1),
        id_token_validity=Duration.hours(1),
        refresh_token_validity=Duration.hours(12),
    )
    ```

    ```typescript
    pool.addClient('Web', {
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(12),
    });
    ```

    ## When to ignore

    Never: Cognito accepts no other order.

    ## References

    - [CreateUserPoolClient](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html): TokenValidityUnits
    """

    id = "E9514"
    shortdesc = "Access or ID token outlives the refresh token"
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-token-expiration-order/meta.yaml",
            "Access and Id Token expiration times must be less than or equal to refresh token expiration times.",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        token = str(diagnostic.path[1])
        return (
            f"The {NAMES[token]} lives {lives(diagnostic, token)} and outlives the refresh token, which lives "
            f"{lives(diagnostic, 'RefreshToken')}; Cognito rejects the client with "
            '"Access and Id Token expiration times must be less than or equal to refresh token expiration times."'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return f"Lower {diagnostic.name(f'{diagnostic.path[1]}Validity')} or raise {diagnostic.name('RefreshTokenValidity')}."
