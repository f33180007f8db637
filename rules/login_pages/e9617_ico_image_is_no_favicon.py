from cfn_lint_cognito.engine.facts.names import BRANDING
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note


class IcoImageIsNoFavicon(Rule):
    """An asset of a managed login branding with the Extension ICO has the Category FAVICON_ICO.

    ## Why

    Cognito rejects the style with `Invalid assets provided. Validation errors: ...`. It takes ICO for that one image only.

    ## In the CDK

    ```python
    icon = CfnManagedLoginBranding.AssetTypeProperty(
        category="FAVICON_ICO", color_mode="DYNAMIC", extension="ICO", bytes="AAABAAEAAQE="
    )
    CfnManagedLoginBranding(
        self,
        "Style",
        user_pool_id=pool.user_pool_id,
        client_id=client.user_pool_client_id,
        use_cognito_provided_values=True,
        assets=[icon],
    )
    ```

    ```typescript
    const icon = { category: 'FAVICON_ICO', colorMode: 'DYNAMIC', extension: 'ICO', bytes: 'AAABAAEAAQE=' };
    new CfnManagedLoginBranding(this, 'Style', {
      userPoolId: pool.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
      assets: [icon],
    });
    ```

    ## When to ignore

    Never: Cognito rejects the style.

    ## References

    - [AssetType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AssetType.html)
    """

    id = "E9617"
    shortdesc = "ICO image is no favicon"
    resource_types = (BRANDING,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-managed-login-branding-asset-extension/meta.yaml",
            "Invalid assets provided. Validation errors: [{category: PAGE_BACKGROUND, extension: ICO, colorMode: LIGHT, errorMessage:",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        category = with_note(f"Category {diagnostic.value}", diagnostic.source())
        return (
            f"{category} takes no image with the Extension ICO, {diagnostic.expected} alone does; Cognito rejects the style with "
            '"Invalid assets provided. Validation errors: ...".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return f"Give this image in another format, or set {diagnostic.name('Category')} to {diagnostic.expected} if it is the icon of the page."
