from cfn_lint_cognito.engine.report.evidence import deployed, tested
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import among, listed, with_note
from cfn_lint_cognito.engine.schemas import names
from cfn_lint_cognito.engine.values.document_part import DocumentPath

URLS = ("Properties", "CallbackURLs")
FLOWS = ("Properties", "AllowedOAuthFlows")


class MissingCallbackUrl(AppClientRule):
    """A client through which users sign in (flow code or implicit) has a callback URL.

    ## Why

    Cognito rejects the client with `CallbackUrls can not be empty when code flow or implicit flow is selected`, since it
    has no place to send users back to. An empty list counts as absent.

    ## In the CDK

    The construct throws for an empty list, and writes the placeholder `https://example.com` when none is given (W9536).

    ```python
    pool.add_client("Web", o_auth=OAuthSettings(callback_urls=["https://app.example.com/callback"]))
    ```

    ```typescript
    pool.addClient('Web', { oAuth: { callbackUrls: ['https://app.example.com/callback'] } });
    ```

    ## When to ignore

    Never: Cognito accepts no such client.

    ## References

    - [CreateUserPoolClient](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html): CallbackURLs
    """

    id = "E9531"
    shortdesc = "code and implicit flows need a callback URL"
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-oauth-callback-required/meta.yaml",
            "CallbackUrls can not be empty when code flow or implicit flow is selected",
        ),
        tested(
            "https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/cognitoidp/user_pool_client_test.go",
            "a client made with an empty list of callback URLs reads back as one that was made without it",
        ),
    )

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return self._flow(diagnostic) if diagnostic.get(*URLS) is None else URLS

    def message(self, diagnostic: Diagnostic) -> str:
        state = "missing" if diagnostic.get(*URLS) is None else "empty"
        flows = with_note(listed(self._flows(diagnostic)), diagnostic.source(*self._flow(diagnostic)))
        return (
            f"AllowedOAuthFlows holds {flows}, but CallbackURLs is {state}; Cognito rejects the client "
            'with "CallbackUrls can not be empty when code flow or implicit flow is selected".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        if True in diagnostic.get("Possible", "SignsInAtLoadBalancer"):
            return (
                "A load balancer signs users in with this client: name https://HOST/oauth2/idpresponse, with the host name that "
                "users open."
            )
        return "Name the URL of the application that users return to."

    def _flow(self, diagnostic: Diagnostic) -> DocumentPath:
        return (*FLOWS, diagnostic.get(*FLOWS).index(self._flows(diagnostic)[0]))

    def _flows(self, diagnostic: Diagnostic) -> list[str]:
        return among(diagnostic.get(*FLOWS), names("flows with which users sign in"))
