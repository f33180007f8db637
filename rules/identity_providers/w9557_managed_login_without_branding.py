from cfn_lint_cognito.engine.facts.names import BRANDING
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic


class ManagedLoginWithoutBranding(AppClientRule):
    """A client whose users sign in on managed login pages has a style for them.

    Asked where the pool is in the template and has a domain with ManagedLoginVersion 2. A style is an
    AWS::Cognito::ManagedLoginBranding for this client: one without ClientId is for none, and gets E9615 besides. A custom resource
    that refers to the client may make one, and silences this rule. On a pool of tier LITE, which has no such pages, E9614 speaks
    of the domain, and this rule does not.

    ## Why

    Whoever opens the login page reads `Login pages unavailable. Please contact an administrator.` The stack deploys. The
    console gives each new client a style, CloudFormation does not.

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

    When something outside the template makes the style.

    ## References

    - [CreateManagedLoginBranding](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateManagedLoginBranding.html)
    """

    id = "W9557"
    shortdesc = "Managed login without branding"
    evidence = (
        deployed(
            "https://github.com/minorun365/html-share/issues/3",
            "Login pages unavailable",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
            "Managed login and classic hosted UI pages aren't available for your client until after you apply a branding style.",
        ),
    )
    report_at_use = True
    anchor_paths = (("Properties", "AllowedOAuthFlowsUserPoolClient"),)

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            "Users of this client sign in on managed login pages (the domain has ManagedLoginVersion 2), but the template "
            "gives the client no style for these pages. The stack deploys, and the login page says "
            '"Login pages unavailable. Please contact an administrator."'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        style = diagnostic.get("Pool", "ClientlessStyle")
        if style:
            return f"Give {diagnostic.document.display_name(style)}, which names no client, the ID of this one as {diagnostic.name('ClientId', style)}, or add a style for this client."
        return (
            f"Add {diagnostic.new(BRANDING)} with the ID of this client and "
            f"{diagnostic.name('UseCognitoProvidedValues', resource_type=BRANDING)}: true."
        )
