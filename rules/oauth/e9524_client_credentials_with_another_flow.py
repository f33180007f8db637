from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import among, listed
from cfn_lint_cognito.engine.schemas import names
from cfn_lint_cognito.engine.values.document_part import DocumentPath


class ClientCredentialsWithAnotherFlow(AppClientRule):
    """client_credentials is the only flow of its client.

    ## Why

    Cognito rejects the client with `client_credentials flow can not be selected along with code flow or implicit flow.` A
    machine and a browser need two clients. That of the machine has a secret and scopes of resource servers, the other has
    users who sign in.

    ## In the CDK

    The construct throws; make two clients.

    ```python
    pool.add_client("Web", o_auth=OAuthSettings(flows=OAuthFlows(authorization_code_grant=True)))
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
    pool.addClient('Web', { oAuth: { flows: { authorizationCodeGrant: true } } });
    pool.addClient('Service', {
      generateSecret: true,
      oAuth: { flows: { clientCredentials: true }, scopes: [OAuthScope.resourceServer(orders, read)] },
    });
    ```

    ## When to ignore

    Never: Cognito accepts no such client.

    ## References

    - [CreateUserPoolClient](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html): AllowedOAuthFlows
    """

    id = "E9524"
    shortdesc = "client_credentials cannot be combined with another flow"
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-client-credentials-exclusive/meta.yaml",
            "client_credentials flow can not be selected along with code flow or implicit flow.",
        ),
    )

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return (*diagnostic.path, diagnostic.value.index("client_credentials"))

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            f"AllowedOAuthFlows holds client_credentials beside {self._others(diagnostic)}; Cognito rejects the client with "
            '"client_credentials flow can not be selected along with code flow or implicit flow."'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return f"Make a client of its own for client_credentials and leave {self._others(diagnostic)} here."

    def _others(self, diagnostic: Diagnostic) -> str:
        return listed(among(diagnostic.value, names("flows with which users sign in")))
