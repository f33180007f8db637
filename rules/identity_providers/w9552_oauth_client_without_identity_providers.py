from cfn_lint_cognito.engine.report.evidence import deployed, documented, tested
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import among, listed
from cfn_lint_cognito.engine.schemas import names


class OAuthClientWithoutIdentityProviders(AppClientRule):
    """A client through which users sign in (flow code or implicit) names its identity providers.

    Applies to clients on a pool of the template; W9551 is about imported pools.

    ## Why

    The stack deploys, and the login page offers nothing to sign in with. An absent or empty SupportedIdentityProviders
    means none in CloudFormation, other than in the console.

    ## In the CDK

    The construct names COGNITO and every provider that the pool knows. Without it, or to choose:

    ```python
    pool.add_client("Web", supported_identity_providers=[UserPoolClientIdentityProvider.COGNITO])
    ```

    ```typescript
    pool.addClient('Web', { supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO] });
    ```

    ## When to ignore

    When something outside the template sets the providers of this client.

    ## References

    - [AWS::Cognito::UserPoolClient](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html): SupportedIdentityProviders
    """

    id = "W9552"
    shortdesc = "OAuth client without identity providers"
    evidence = (
        deployed(
            "https://github.com/hashicorp/terraform-provider-aws/issues/23374",
            "Without this value being set, the app client will not have an identity provider and the hosted UI will not be available by default",
        ),
        tested(
            "https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/cognitoidp/user_pool_client_test.go",
            "a client made without identity providers, or with an empty list of them, has none",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
            "This parameter sets the IdPs that managed login will display on the login page for your app client.",
        ),
    )
    report_at_use = True
    anchor_paths = (("Properties", "SupportedIdentityProviders"), ("Properties", "AllowedOAuthFlows"))

    def message(self, diagnostic: Diagnostic) -> str:
        state = "empty" if diagnostic.get("Properties", "SupportedIdentityProviders") == [] else "missing"
        flows = among(diagnostic.get("Properties", "AllowedOAuthFlows"), names("flows with which users sign in"))
        return (
            f"Users sign in through this client ({'flow' if len(flows) == 1 else 'flows'} {listed(flows)}), but SupportedIdentityProviders is {state}; "
            "the client deploys, and its login page offers nothing to sign in with."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        providers = diagnostic.name("SupportedIdentityProviders")
        return f"Name the providers that this client accepts in {providers}; COGNITO stands for the pool's own users."
