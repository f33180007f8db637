from cfn_lint_cognito.engine.report.evidence import deployed, tested
from cfn_lint_cognito.engine.report.rule import AppClientRule, Fault
from cfn_lint_cognito.engine.report.words import among, listed, noted
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

    def place(self, fault: Fault) -> DocumentPath:
        return self._flow(fault) if fault.get(*URLS) is None else URLS

    def message(self, fault: Fault) -> str:
        state = "missing" if fault.get(*URLS) is None else "empty"
        flows = noted(listed(self._flows(fault)), fault.source(*self._flow(fault)))
        return (
            f"AllowedOAuthFlows holds {flows}, but CallbackURLs is {state}; Cognito rejects the client "
            'with "CallbackUrls can not be empty when code flow or implicit flow is selected".'
        )

    def mend(self, fault: Fault) -> str:
        if fault.known("Secret", "SignInActions"):
            return (
                "A load balancer signs users in with this client: name https://HOST/oauth2/idpresponse, with the host name that "
                "users open."
            )
        return "Name the URL of the application that users return to."

    def _flow(self, fault: Fault) -> DocumentPath:
        return (*FLOWS, fault.get(*FLOWS).index(self._flows(fault)[0]))

    def _flows(self, fault: Fault) -> list[str]:
        return among(fault.get(*FLOWS), names("flows with which users sign in"))
