from cfn_lint_cognito.client_secret._secret_words import without_secret
from cfn_lint_cognito.engine.report.changes import added, replaced
from cfn_lint_cognito.engine.report.edits import UNSAFE, Edits
from cfn_lint_cognito.engine.report.evidence import deployed, tested
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic


class LoadBalancerSignInWithoutSecret(AppClientRule):
    """A client that a load balancer signs users in with (action authenticate-cognito) has `GenerateSecret: true`.

    Points at the action of the listener or listener rule.

    ## Why

    Elastic Load Balancing rejects the listener with `The user pool client must have a client secret`, after the client was
    made. GenerateSecret cannot be turned on later without a replacement: the client gets a new ID.

    ## In the CDK

    ```python
    pool.add_client("LoadBalancer", generate_secret=True)
    ```

    ```typescript
    pool.addClient('LoadBalancer', { generateSecret: true });
    ```

    ## When to ignore

    Never: the load balancer accepts no such client.

    ## References

    - [Authenticate users using an Application Load Balancer](https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html)
    """

    id = "E9584"
    shortdesc = "Load balancer sign-in needs a client secret"
    evidence = (
        deployed(
            "https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/1553",
            "The user pool client must have a client secret",
        ),
        tested(
            "https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/cognitoidp/user_pool_client_test.go",
            "a client made without a word about a secret has none",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            f"This action signs users in with {self._client(diagnostic)}, whose {without_secret(diagnostic)}; Elastic Load Balancing rejects it with "
            '"The user pool client must have a client secret".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        secret = diagnostic.name("GenerateSecret", diagnostic.get(*diagnostic.path[:3], "Client"))
        return f"Set {secret} of {self._client(diagnostic)} to true, which replaces an existing client."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        secret = ("Properties", "GenerateSecret")
        write = added if diagnostic.get(*secret) is None else replaced
        return write(diagnostic, True, *secret, applicability=UNSAFE)

    def _client(self, diagnostic: Diagnostic) -> str:
        return diagnostic.display_name(*diagnostic.path[:3], "Client")
