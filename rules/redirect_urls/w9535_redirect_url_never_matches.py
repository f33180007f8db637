from cfn_lint_cognito.engine.report.evidence import deployed, documented, inferred
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import listed
from cfn_lint_cognito.redirect_urls._redirect_words import holds, list_of, url_of


class RedirectUrlNeverMatches(AppClientRule):
    """A callback or logout URL is an absolute URI with scheme and host, and has neither a wildcard nor a line break at its end.

    `localhost:3000/callback` has no scheme either: localhost is its host. The schemes of applications
    (`com.example.app:/callback`, `exp://127.0.0.1:8081`) are fine, with or without a host. Silent for a list that holds a
    function without its arguments, as under a wrong indentation: cfn-lint reports that, and what should stand in it is no URL.

    ## Why

    Users see `redirect_mismatch` instead of signing in. Cognito compares the URL that an application asks for with these,
    and no real one is equal to the following:

    - One without a scheme. It is no absolute URI, as AWS demands, and Cognito very likely rejects the client.
    - One without a host, `https:///callback`. A parameter with an empty Default may have left it.
    - One with a `*`. Cognito knows no wildcards: the `*` stands for itself alone.
    - One with a line break at its end. That is not among the characters that AWS allows in a URL, so Cognito very likely rejects it.

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

    - [Authorize endpoint](https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html): redirect_uri
    """

    id = "W9535"
    shortdesc = "Redirect URL can never match"
    evidence = (
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
            "A redirect URI must meet the following requirements: Be an absolute URI.",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
            "Amazon Cognito doesn't accept authorization requests with redirect_uri values that aren't in the list of CallbackURLs that you provide in this parameter.",
        ),
        deployed(
            "https://github.com/amazon-archives/amazon-cognito-auth-js/issues/85",
            "redirect_mismatch",
        ),
        inferred(
            "https://github.com/nextauthjs/next-auth/issues/8043",
            "somebody met that Cognito knows no wildcards; what it answers to such a URL, or to one that is not absolute, at the deployment is not on record",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        held = holds(diagnostic)
        if self._lacks_scheme(diagnostic):
            return (
                f"{held}{self._because_of_an_empty_part(diagnostic)}, which has no scheme, and a redirect URL has to be an absolute URI. Cognito very likely "
                "rejects the client, and no request could match."
            )
        if self._lacks_host(diagnostic):
            return (
                f"{held}{self._because_of_an_empty_part(diagnostic)}, which has no host after "
                f"{diagnostic.get(*diagnostic.path, 'Scheme')}://; no request could match."
            )
        outcome = '"redirect_mismatch"' if list_of(diagnostic) == "CallbackURLs" else "an error"
        if diagnostic.get(*diagnostic.path, "HasWildcard") is True:
            return (
                f"{held}; Cognito knows no wildcards and compares character by character, so a request for any real URL "
                f"ends in {outcome}."
            )
        return (
            f"{held} with a line break at its end; Cognito very likely rejects the client, and compares character by "
            f"character, so a request without it ends in {outcome}."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return self._mend_of_an_empty_part(diagnostic) or self._mend_of_the_text(diagnostic)

    def _mend_of_the_text(self, diagnostic: Diagnostic) -> str:
        url = url_of(diagnostic)
        if self._lacks_scheme(diagnostic):
            if "Default of" in diagnostic.source() and "." not in url:  # It may be a placeholder, such as CHANGE_ME.
                return "Give the parameter whole URLs, from https:// to the end of their paths."
            if diagnostic.get(*diagnostic.path, "Scheme") is not None:
                return f"Write http://{url}."
            if url.startswith("/") or diagnostic.get(*diagnostic.path, "HasWildcard") is True:
                return "Write each URL in full, from https:// to the end of its path."
            return f"Write https://{url}."
        if self._lacks_host(diagnostic):
            return "Write the URL in full, with the host of the application."
        if diagnostic.get(*diagnostic.path, "HasWildcard") is True:
            return "List each URL instead."
        return "Remove it; in YAML, a block that begins with | keeps the line break, and one that begins with >- or |- does not."

    def _mend_of_an_empty_part(self, diagnostic: Diagnostic) -> str:
        parts = diagnostic.get(*diagnostic.path, "EmptyParts")
        if not (parts and (self._lacks_scheme(diagnostic) or self._lacks_host(diagnostic))):
            return ""
        what = "beginning of the URL" if self._lacks_scheme(diagnostic) else "host"
        return f"Give the {what} there, or leave the URL out with {diagnostic.function('Fn::If')} where it is empty."

    def _because_of_an_empty_part(self, diagnostic: Diagnostic) -> str:
        parts = diagnostic.get(*diagnostic.path, "EmptyParts")
        return f" ({listed(dict.fromkeys(parts))} {'is' if len(set(parts)) == 1 else 'are'} empty)" if parts else ""

    def _lacks_scheme(self, diagnostic: Diagnostic) -> bool:
        return diagnostic.get(*diagnostic.path, "Scheme") in (None, "localhost")

    def _lacks_host(self, diagnostic: Diagnostic) -> bool:
        return (
            diagnostic.get(*diagnostic.path, "Scheme") in ("http", "https")
            and diagnostic.get(*diagnostic.path, "Host") is None
        )
