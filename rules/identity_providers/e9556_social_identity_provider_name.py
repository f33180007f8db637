from cfn_lint_cognito.engine.facts.names import APP_CLIENT, IDENTITY_PROVIDER
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note


class SocialIdentityProviderName(Rule):
    """A social identity provider is named as its type, and no other provider has one of those names.

    The social types: {{names: social identity providers}}.

    ## Why

    Cognito rejects another name with `Provider MyGoogle cannot be of type Google.`, and an OIDC or SAML provider that takes the
    name with `Provider Google cannot be of type OIDC`. A pool has one provider of each social type, under the name of the type.

    ## In the CDK

    The constructs (`UserPoolIdentityProviderGoogle` and its siblings) name the provider.

    ```python
    UserPoolIdentityProviderGoogle(self, "Google", user_pool=pool, client_id="id", client_secret_value=secret)
    ```

    ```typescript
    new UserPoolIdentityProviderGoogle(this, 'Google', { userPool: pool, clientId: 'id', clientSecretValue: secret });
    ```

    ## When to ignore

    Never: Cognito accepts no other name.

    ## References

    - [CreateIdentityProvider](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html): ProviderName, ProviderType
    """

    id = "E9556"
    shortdesc = "Social identity provider under another name"
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-idp-social-provider-name-fixed/meta.yaml",
            "Provider MyGoogle cannot be of type Google.",
        ),
        deployed(
            "https://github.com/aws/aws-cli/issues/3179",
            "Provider NameOfGP cannot be of type Google.",
        ),
    )
    resource_types = (IDENTITY_PROVIDER,)

    def message(self, diagnostic: Diagnostic) -> str:
        name, provider_type = diagnostic.value, diagnostic.get("Properties", "ProviderType")
        named = with_note(name, diagnostic.source())
        rejected = f'Cognito rejects it with "Provider {name} cannot be of type {provider_type}."'
        if diagnostic.keyword == "const":
            return f"The ProviderName of a {provider_type} provider is {provider_type}, not {named}; {rejected}"
        return (
            f"{named} is a name that Cognito keeps for its social provider, and this one is of type {provider_type}; "
            f"{rejected}"
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        name, provider_type = diagnostic.value, diagnostic.get("Properties", "ProviderType")
        if diagnostic.keyword == "const":
            clients = diagnostic.name("SupportedIdentityProviders", resource_type=APP_CLIENT)
            return f"Name it {provider_type}, here and in {clients} of the clients."
        return f"Choose another name, for instance {name}-{provider_type}, or make its {diagnostic.name('ProviderType')} {name}."
