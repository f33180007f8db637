from cfn_lint_cognito.engine.report.rule import AppClientRule, Fault
from cfn_lint_cognito.redirect_urls._redirect_words import holds, list_of, url_of


class RedirectUrlNeverMatches(AppClientRule):
    """A callback or logout URL is an absolute URI, with its scheme, and has no wildcard.

    `localhost:3000/callback` has no scheme either: localhost is its host. The schemes of applications
    (`com.example.app:/callback`, `exp://127.0.0.1:8081`) are fine.

    ## Why

    Cognito compares the URL that an application asks for with these, character by character. One without a scheme is no
    absolute URI, as AWS demands: Cognito very likely rejects it, and no request could be equal to it. A `*` stands for
    itself alone, so every real URL ends in `redirect_mismatch` on the login page.

    ## In the CDK

    ```python
    pool.add_client(
        "Web",
        o_auth=OAuthSettings(callback_urls=["https://a.example.com/callback", "https://b.example.com/callback"]),
    )
    ```

    ```typescript
    pool.addClient('Web', {
      oAuth: { callbackUrls: ['https://a.example.com/callback', 'https://b.example.com/callback'] },
    });
    ```

    ## When to ignore

    When the `*` is really part of the URL that the application asks for.

    ## References

    - [CreateUserPoolClient](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html): CallbackURLs, LogoutURLs
    - [Authorize endpoint](https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html): redirect_uri
    """

    id = "W9535"
    shortdesc = "Redirect URL can never match"

    def message(self, fault: Fault) -> str:
        if self._lacks_scheme(fault):
            return (
                f"{holds(fault)}, which has no scheme, and a redirect URL has to be an absolute URI; Cognito very likely "
                "rejects the client, and no request could match."
            )
        outcome = '"redirect_mismatch"' if list_of(fault) == "CallbackURLs" else "an error"
        return (
            f"{holds(fault)}; Cognito knows no wildcards and compares character by character, so a request for any real URL "
            f"ends in {outcome}."
        )

    def mend(self, fault: Fault) -> str:
        if not self._lacks_scheme(fault):
            return "List each URL instead."
        url = url_of(fault)
        if fault.get(*fault.path, "Scheme") is not None:
            return f"Write http://{url}."
        if url.startswith("/") or fault.get(*fault.path, "HasWildcard") is True:
            return "Write each URL in full, from https:// to the end of its path."
        return f"Write https://{url}."

    def _lacks_scheme(self, fault: Fault) -> bool:
        return fault.get(*fault.path, "Scheme") in (None, "localhost")
