from cfn_lint_cognito.token_lifetimes._lifetime_range import LifetimeRange


class AccessTokenLifetime(LifetimeRange):
    """The access token lives 5 minutes to 1 day, counted in its unit (hours, if none is given).

    ## Why

    Cognito rejects the client with `Invalid range for token validity.` and CloudFormation rolls the stack back. The usual
    cause is a number that was meant in minutes: `AccessTokenValidity: 60` without a unit is 60 hours.

    ## In the CDK

    The construct counts in a `Duration`, so the unit cannot be forgotten.

    ```python
    pool.add_client("Web", access_token_validity=Duration.minutes(60))
    ```

    ```typescript
    pool.addClient('Web', { accessTokenValidity: Duration.minutes(60) });
    ```

    ## When to ignore

    Never: Cognito accepts no other lifetime.

    ## References

    - [CreateUserPoolClient](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html): AccessTokenValidity, TokenValidityUnits
    """

    id = "E9511"
    shortdesc = "Access token lifetime outside 5 minutes to 1 day"
    token = "AccessToken"
