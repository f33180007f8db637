from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import listed_up_to, with_note

MOST_URLS = 3


class DefaultRedirectUriNotACallbackUrl(AppClientRule):
    """DefaultRedirectURI is one of the CallbackURLs, character by character.

    Silent where a callback URL is unknown, and where CallbackURLs is missing for flow code or implicit, which E9531 reports.

    ## Why

    Cognito rejects the client with `The default redirect URI https://... is not in the callback URIs list.` A slash at the
    end or a letter in another case makes another URL.

    ## In the CDK

    The construct throws when the two differ.

    ```python
    pool.add_client(
        "Web",
        o_auth=OAuthSettings(
            callback_urls=["https://app.example.com/callback"],
            default_redirect_uri="https://app.example.com/callback",
        ),
    )
    ```

    ```typescript
    pool.addClient('Web', {
      oAuth: {
        callbackUrls: ['https://app.example.com/callback'],
        defaultRedirectUri: 'https://app.example.com/callback',
      },
    });
    ```

    ## When to ignore

    Never: Cognito accepts no such client.

    ## References

    - [AWS::Cognito::UserPoolClient](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html): CallbackURLs, DefaultRedirectURI
    """

    id = "E9532"
    shortdesc = "Default redirect URI is not a callback URL"
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-default-redirect-uri-member/meta.yaml",
            "The default redirect URI https://other.example.com/cb is not in the callback URIs list.",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
            "Must be in the CallbackURLs list.",
        ),
    )

    def applies(self, diagnostic: Diagnostic) -> bool:
        """A line break at the end of the callback URL is reported as that, by W9535."""
        return f"{diagnostic.value}\n" not in (diagnostic.get("Properties", "CallbackURLs") or ())

    def message(self, diagnostic: Diagnostic) -> str:
        rejected = f'"The default redirect URI {diagnostic.value} is not in the callback URIs list."'
        default, urls = with_note(diagnostic.value, diagnostic.source()), diagnostic.get("Properties", "CallbackURLs")
        if not urls:
            return (
                f"DefaultRedirectURI is {default}, but CallbackURLs is {'missing' if urls is None else 'empty'}; Cognito rejects "
                f"the client with {rejected}"
            )
        return (
            f"DefaultRedirectURI is {default}, but CallbackURLs holds {listed_up_to(MOST_URLS, urls)}; "
            f"Cognito rejects the client with {rejected}"
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        if not diagnostic.get("Properties", "CallbackURLs"):
            return (
                f"Remove {diagnostic.name('DefaultRedirectURI')}, or name it in {diagnostic.name('CallbackURLs')} too."
            )
        return "Use one of the callback URLs, or add this one to them."
