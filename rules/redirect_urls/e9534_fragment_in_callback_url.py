from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.redirect_urls._redirect_words import holds, url_of, written_as


class FragmentInCallbackUrl(AppClientRule):
    """A callback URL has no fragment: it contains no `#`.

    Logout URLs are not looked at: nobody has recorded what Cognito does with a fragment there.

    ## Why

    Cognito rejects the client with `https://app.example.com/#/callback cannot use fragment`. The usual origin is a
    single-page application that keeps its route behind the `#`. Give it a path of its own to return to, and let it go to
    the route from there.

    ## In the CDK

    ```python
    pool.add_client("Web", o_auth=OAuthSettings(callback_urls=["https://app.example.com/callback"]))
    ```

    ```typescript
    pool.addClient('Web', { oAuth: { callbackUrls: ['https://app.example.com/callback'] } });
    ```

    ## When to ignore

    Never: Cognito accepts no such URL.

    ## References

    - [CreateUserPoolClient](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html): CallbackURLs
    """

    id = "E9534"
    shortdesc = "Callback URL has a fragment"
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-callback-url-fragment/meta.yaml",
            "https://example.com/cb#frag cannot use fragment",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        return f'{holds(diagnostic)}; Cognito rejects the client with "{url_of(diagnostic)} cannot use fragment".'

    def fix(self, diagnostic: Diagnostic) -> str:
        return "Remove the # and what follows it, and return to a path of the application."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        return written_as(diagnostic, url_of(diagnostic).partition("#")[0])
