from cfn_lint_cognito.engine.facts.names import IDENTITY_PROVIDER
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.providers._details import type_is_clear


class SamlMetadataTwice(Rule):
    """A SAML provider has either MetadataURL or MetadataFile in its ProviderDetails, not both.

    Silent where one of them may be empty, for instance as a parameter without a value. Neither of them is E9601.

    ## Why

    Cognito rejects the provider with `Only one of the MetadataURL or MetadataFile should be provided.`

    ## In the CDK

    The construct takes one of them.

    ```python
    UserPoolIdentityProviderSaml(
        self, "Corp", user_pool=pool, metadata=UserPoolIdentityProviderSamlMetadata.url("https://idp.example.com/metadata")
    )
    ```

    ```typescript
    new UserPoolIdentityProviderSaml(this, 'Corp', {
      userPool: pool,
      metadata: UserPoolIdentityProviderSamlMetadata.url('https://idp.example.com/metadata'),
    });
    ```

    ## When to ignore

    Never: Cognito accepts no such provider.

    ## References

    - [CreateIdentityProvider](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html): ProviderDetails
    - [Configuring your third-party SAML identity provider](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-managing-saml-idp.html)
    """

    id = "E9602"
    shortdesc = "SAML metadata is given twice"
    resource_types = (IDENTITY_PROVIDER,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-idp-saml-metadata-exclusive/meta.yaml",
            "Only one of the MetadataURL or MetadataFile should be provided.",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-provider.html",
            "If you use the URL, Amazon Cognito refreshes metadata automatically.",
        ),
    )
    anchor_paths = (("Properties", "ProviderDetails", "MetadataFile"),)
    report_at_use = True

    def applies(self, diagnostic: Diagnostic) -> bool:
        return type_is_clear(diagnostic)

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            "The ProviderDetails have both MetadataURL and MetadataFile; Cognito rejects the provider with "
            '"Only one of the MetadataURL or MetadataFile should be provided."'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return (
            "Remove MetadataFile where Cognito can reach the URL, since it then follows changes of the metadata by itself; "
            "remove MetadataURL otherwise."
        )
