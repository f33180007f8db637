from cfn_lint_cognito._rule import AppClientRule, Fault
from cfn_lint_cognito._words import listed, nearest

SOCIAL_NAMES = {"amazon": "LoginWithAmazon", "apple": "SignInWithApple"}


class UnknownIdentityProvider(AppClientRule):
    """Every name in SupportedIdentityProviders is COGNITO or the ProviderName of a provider that the template gives the pool.

    Asked only of clients on a pool of the template. Silent where a macro rewrites the template, or where the client waits
    for a custom resource or nested stack that refers to the pool: either may make providers.

    ## Why

    Cognito rejects the client with `The provider Google does not exist for User Pool us-east-1_a1B2c3D4e.` Names are literal:
    `GOOGLE`, `cognito` and `Amazon` are providers that do not exist.

    ## In the CDK

    The construct names the providers that were made with this pool; do not build names by hand.

    ```python
    google = UserPoolIdentityProviderGoogle(self, "Google", user_pool=pool, client_id="id", client_secret_value=secret)
    client = pool.add_client("Web", supported_identity_providers=[UserPoolClientIdentityProvider.GOOGLE])
    client.node.add_dependency(google)
    ```

    ```typescript
    const google = new UserPoolIdentityProviderGoogle(this, 'Google', { userPool: pool, clientId: 'id', clientSecretValue: secret });
    const client = pool.addClient('Web', { supportedIdentityProviders: [UserPoolClientIdentityProvider.GOOGLE] });
    client.node.addDependency(google);
    ```

    ## When to ignore

    When the provider is made outside the template before the client is.

    ## References

    - [CreateUserPoolClient](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html): SupportedIdentityProviders
    - [The provider does not exist, met in the CDK](https://github.com/aws/aws-cdk/issues/15850)
    """

    id = "E9553"
    shortdesc = "Unknown identity provider"

    def message(self, fault: Fault) -> str:
        name = fault.at(*fault.path, "Name")
        offered = sorted({"COGNITO", *fault.at("Providers", "Offered")})
        source = fault.source()
        suggestion = self._suggestion(name, offered)
        return (
            f"The template gives {fault.at('Pool', 'Reference')} no identity provider {name}"
            f"{f' ({source})' if source else ''}; "
            f'Cognito rejects the client with "The provider {name} does not exist for User Pool ...". '
            + (
                f"Did you mean {suggestion}?"
                if suggestion
                else f"Add an AWS::Cognito::UserPoolIdentityProvider of that name, or name {listed(offered, 'or')}."
            )
        )

    def _suggestion(self, name: str, offered: list[str]) -> str | None:
        meant = SOCIAL_NAMES.get(name.lower())
        same_but_case = [other for other in [*offered, *([meant] if meant else [])] if other.lower() == name.lower()]
        if same_but_case:
            return same_but_case[0]
        return meant if meant in offered else nearest(name, offered)
