from cfn_lint_cognito.engine.report.constructs import Kind
from cfn_lint_cognito.engine.report.evidence import documented
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import with_note

_WRITE = "Write the URL of the application, or remove all OAuth settings if nobody signs in there."


class PlaceholderCallbackUrl(AppClientRule):
    """A callback URL is not `https://example.com` itself (or .net, .org), the placeholder of the CDK.

    Hosts below them, such as `https://app.example.com/callback`, are left alone.

    ## Why

    Whoever signs in is sent to a page that says "Example Domain" instead of to the application. The authorization code or
    the tokens go there, too. The stack deploys.

    ## In the CDK

    The construct turns OAuth on and writes this URL when no callback URL is given. Give one, or say that the client needs
    no OAuth:

    ```python
    pool.add_client("Web", o_auth=OAuthSettings(callback_urls=["https://app.example.com/callback"]))
    pool.add_client("Backend", disable_o_auth=True)
    ```

    ```typescript
    pool.addClient('Web', { oAuth: { callbackUrls: ['https://app.example.com/callback'] } });
    pool.addClient('Backend', { disableOAuth: true });
    ```

    ## When to ignore

    When the stack is an example itself.

    ## References

    - [Example domains](https://www.iana.org/help/example-domains)
    """

    id = "W9536"
    shortdesc = "Redirect URL is a placeholder"
    evidence = (
        documented(
            "https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_cognito.OAuthSettings.html",
            "['https://example.com'] if either authorizationCodeGrant or implicitCodeGrant flows are enabled, no callback URLs otherwise.",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
            "These URLs are the paths where you want to send your users' browsers after they complete authentication with managed login or a third-party IdP.",
        ),
    )
    fix_in_cdk = (
        "Name the URL of the application in {CallbackURLs}, or turn OAuth off for this client by {disableOAuth}."
    )

    def message(self, diagnostic: Diagnostic) -> str:
        placeholder = f"CallbackURLs holds {with_note(diagnostic.value, diagnostic.source())}, a placeholder"
        if not diagnostic.is_made_by_cdk:
            return f"{placeholder}: after signing in, users are sent to that page and not to the application."
        return (
            f"{placeholder} that users are sent to after signing in; the CDK writes https://example.com when no callback URL is "
            "given."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        if diagnostic.is_made_by_cdk:  # The output of the CDK may lack the paths of its constructs.
            return (
                "Name the URL of the application in oAuth.callbackUrls (Python: o_auth.callback_urls), or turn OAuth off for this "
                "client by disableOAuth (Python: disable_o_auth)."
            )
        return _WRITE

    def fix_for_constructs(self, diagnostic: Diagnostic) -> str:
        if diagnostic.kind is Kind.L2:
            return diagnostic.filled(self.fix_in_cdk)
        return _WRITE
