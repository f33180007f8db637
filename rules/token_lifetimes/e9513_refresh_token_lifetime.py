from cfn_lint_cognito.token_lifetimes._lifetime_range import LifetimeRange


class RefreshTokenLifetime(LifetimeRange):
    """The refresh token lives 60 minutes to 10 years (3650 days), counted in its unit (days, if none is given).

    ## Why

    Cognito rejects the client with `Invalid range for token validity.` and CloudFormation rolls the stack back. The
    number is checked in its unit: 30 with minutes is too short, 4000 without a unit is 4000 days and too long.

    ## In the CDK

    ```python
    pool.add_client("Web", refresh_token_validity=Duration.days(30))
    ```

    ```typescript
    pool.addClient('Web', { refreshTokenValidity: Duration.days(30) });
    ```

    ## When to ignore

    Never: Cognito accepts no other lifetime.

    ## References

    - [CreateUserPoolClient](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html): RefreshTokenValidity, TokenValidityUnits
    - [36500 days rejected, 36500 minutes accepted](https://github.com/awsdocs/aws-cloudformation-user-guide/issues/828)
    """

    id = "E9513"
    shortdesc = "Refresh token lifetime outside 60 minutes to 10 years"
    token = "RefreshToken"
    accepted_seconds = "refresh token seconds"
