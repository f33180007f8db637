from cfn_lint_cognito.engine.report.constructs import Kind
from cfn_lint_cognito.engine.report.evidence import documented
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import with_note


class ImplicitGrant(AppClientRule):
    """A client for which OAuth is on does without the implicit grant.

    ## Why

    Tokens end up where others can read them. The implicit grant puts them into the URL that the browser is sent to, so
    they stay in its history and scripts of the page can read them. RFC 9700, the best practice for OAuth 2.0, advises the
    authorization code grant instead. With PKCE that needs no secret, so single-page and mobile applications can use it
    too.

    ## In the CDK

    The construct turns both grants on when `flows` is not given.

    ```python
    pool.add_client("Web", o_auth=OAuthSettings(flows=OAuthFlows(authorization_code_grant=True)))
    ```

    ```typescript
    pool.addClient('Web', { oAuth: { flows: { authorizationCodeGrant: true } } });
    ```

    ## When to ignore

    When an application that you cannot change knows no other grant.

    ## References

    - [RFC 9700, section 2.1.2](https://www.rfc-editor.org/rfc/rfc9700#section-2.1.2)
    - [CreateUserPoolClient](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html): AllowedOAuthFlows
    """

    id = "I9528"
    shortdesc = "The implicit grant is discouraged"
    evidence = (
        documented(
            "https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints-oauth-grants.html",
            "The implicit grant is a legacy authorization grant. Unlike with the authorization code grant, users can intercept and inspect your tokens.",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints-oauth-grants.html",
            "the authorization server appends an access token in an access_token parameter, and an ID token in an id_token parameter, to your callback URL.",
        ),
    )
    fix_in_cdk = "Allow {authorizationCodeGrant} in {AllowedOAuthFlows} instead, with PKCE where the application can keep no secret."

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            f"AllowedOAuthFlows holds {with_note('implicit', diagnostic.source())}, which puts the tokens into the URL that the "
            "browser is sent to; RFC 9700 advises against it."
        )

    def fix_for_constructs(self, diagnostic: Diagnostic) -> str:
        return diagnostic.filled(self.fix_in_cdk) if diagnostic.kind is Kind.L2 else self.fix(diagnostic)

    def fix(self, diagnostic: Diagnostic) -> str:
        return "Use code, with PKCE where the application can keep no secret."
