from typing import ClassVar

from cfn_lint_cognito.engine.report.evidence import deployed, documented, tested
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic

OAUTH_ONLY = "oauth_only"


class ImportedPoolWithoutIdentityProviders(AppClientRule):
    """A client on a pool outside the template names its identity providers.

    Not asked of a client whose only flow is client_credentials, since no user signs in there. The option `oauth_only`
    (boolean, false) asks it only of clients for which OAuth is on.

    ## Why

    The login page of an OAuth client offers nothing to sign in with: an absent or empty SupportedIdentityProviders means
    none. The template does not tell which providers an imported pool has, so nothing but this list can.

    ## In the CDK

    On an imported pool the construct supports the pool's own users only, unless providers are named or registered.

    ```python
    pool = UserPool.from_user_pool_id(self, "Pool", "us-east-1_a1B2c3D4e")
    pool.add_client("Web", supported_identity_providers=[UserPoolClientIdentityProvider.COGNITO])
    ```

    ```typescript
    const pool = UserPool.fromUserPoolId(this, 'Pool', 'us-east-1_a1B2c3D4e');
    pool.addClient('Web', { supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO] });
    ```

    ## When to ignore

    When users sign in through the SDK alone and the login page is never used; `oauth_only` says so for all clients.

    ## References

    - [AWS::Cognito::UserPoolClient](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html): SupportedIdentityProviders
    """

    id = "W9551"
    shortdesc = "Imported pool, and no identity providers named"
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
    options: ClassVar[dict[str, bool]] = {OAUTH_ONLY: False}
    report_at_use = True
    anchor_paths = (("Properties", "SupportedIdentityProviders"), ("Pool", "Origin"))

    def applies(self, diagnostic: Diagnostic) -> bool:
        return not diagnostic.options[OAUTH_ONLY] or self._oauth_is_on(diagnostic)

    def message(self, diagnostic: Diagnostic) -> str:
        state = "empty" if diagnostic.get("Properties", "SupportedIdentityProviders") == [] else "missing"
        pool = diagnostic.get("Pool", "Reference")
        lacking = f"SupportedIdentityProviders is {state} on an imported user pool ({pool})"
        if self._oauth_is_on(diagnostic):
            return f"{lacking}, so the login page will offer nothing to sign in with."
        return (
            f"{lacking}. Sign-in through the SDK works without it; if OAuth is turned on for this client, its login page will offer "
            "nothing to sign in with."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        providers = diagnostic.name("SupportedIdentityProviders")
        if self._oauth_is_on(diagnostic):
            return (
                f"Name the providers that this client accepts in {providers}; COGNITO stands for the pool's own users."
            )
        return (
            f"Name the providers that this client accepts in {providers}: COGNITO for the pool's own users, and each provider of the "
            "pool that the login page is to offer."
        )

    def _oauth_is_on(self, diagnostic: Diagnostic) -> bool:
        return diagnostic.get("Properties", "AllowedOAuthFlowsUserPoolClient") is True
