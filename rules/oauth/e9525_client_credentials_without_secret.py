from cfn_lint_cognito.engine.report.changes import added, replaced
from cfn_lint_cognito.engine.report.edits import UNSAFE, Edits
from cfn_lint_cognito.engine.report.evidence import deployed, tested
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import with_note
from cfn_lint_cognito.engine.values.document_part import DocumentPath

SECRET = ("Properties", "GenerateSecret")
FLOWS = ("Properties", "AllowedOAuthFlows")


class ClientCredentialsWithoutSecret(AppClientRule):
    """A client that is granted client_credentials generates a secret.

    Silent where client_credentials stands beside code or implicit, which E9524 reports: it moves to a client of its own, and
    that client needs the secret.

    ## Why

    Cognito rejects the client with `client_credentials flow can not be selected if client does not have a client secret.`
    The secret is all that a machine proves itself with, and an absent GenerateSecret means false. On a client that exists
    the change makes CloudFormation replace it, so its ID changes too.

    ## In the CDK

    The construct does not check this.

    ```python
    pool.add_client(
        "Service",
        generate_secret=True,
        o_auth=OAuthSettings(
            flows=OAuthFlows(client_credentials=True),
            scopes=[OAuthScope.resource_server(orders, read)],
        ),
    )
    ```

    ```typescript
    pool.addClient('Service', {
      generateSecret: true,
      oAuth: { flows: { clientCredentials: true }, scopes: [OAuthScope.resourceServer(orders, read)] },
    });
    ```

    ## When to ignore

    Never: Cognito accepts no such client.

    ## References

    - [CreateUserPoolClient](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html): AllowedOAuthFlows, GenerateSecret
    """

    id = "E9525"
    shortdesc = "client_credentials needs a client secret"
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-client-credentials-secret/meta.yaml",
            "client_credentials flow can not be selected if client does not have a client secret.",
        ),
        tested(
            "https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/cognitoidp/user_pool_client_test.go",
            "a client made without a word about a secret has none",
        ),
    )
    uncovers = ("W9582",)

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return self._flow(diagnostic) if diagnostic.get(*SECRET) is None else SECRET

    def message(self, diagnostic: Diagnostic) -> str:
        absent = diagnostic.get(*SECRET) is None
        state = "absent, which means false" if absent else with_note("false", diagnostic.source(*SECRET))
        flow = with_note("client_credentials", diagnostic.source(*self._flow(diagnostic)))
        return (
            f"AllowedOAuthFlows holds {flow}, but GenerateSecret is {state}; Cognito rejects the client with "
            '"client_credentials flow can not be selected if client does not have a client secret."'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return f"Set {diagnostic.name('GenerateSecret')} to true."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        write = added if diagnostic.get(*SECRET) is None else replaced
        return write(diagnostic, True, *SECRET, applicability=UNSAFE)

    def _flow(self, diagnostic: Diagnostic) -> DocumentPath:
        return (*FLOWS, diagnostic.get(*FLOWS).index("client_credentials"))
