from cfn_lint_cognito.engine.facts.names import BRANDING
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule


class BrandingWithoutClient(Rule):
    """A managed login branding names the app client that it is for.

    ## Why

    Cognito rejects the style with `Value null at 'clientId' failed to satisfy constraint`. CloudFormation's schema calls
    ClientId optional, and Cognito does not. A style belongs to one client; there is none for a whole pool.

    ## In the CDK

    ```python
    CfnManagedLoginBranding(
        self,
        "Style",
        user_pool_id=pool.user_pool_id,
        client_id=client.user_pool_client_id,
        use_cognito_provided_values=True,
    )
    ```

    ```typescript
    new CfnManagedLoginBranding(this, 'Style', {
      userPoolId: pool.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
    ```

    ## When to ignore

    Never: Cognito rejects the style.

    ## References

    - [CreateManagedLoginBranding](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateManagedLoginBranding.html)
    """

    id = "E9615"
    shortdesc = "Branding names no client"
    resource_types = (BRANDING,)
    evidence = (
        deployed(
            "https://github.com/pulumi/pulumi-aws-native/issues/2093",
            "1 validation error detected: Value null at 'clientId' failed to satisfy constraint: Member must not be null",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateManagedLoginBranding.html",
            "Each style is linked to an app client until you delete it.",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            "This style names no ClientId, and a style is for one client, never for a whole pool; Cognito rejects it with "
            "\"Value null at 'clientId' failed to satisfy constraint ...\"."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return f"Add the {diagnostic.name('ClientId')} of the client that it is for, and a style of its own for each other client."
