from cfn_lint_cognito.client_secret._secret_words import without_secret
from cfn_lint_cognito.engine.report.evidence import deployed, tested
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import with_note

SWITCH = ("Properties", "EnablePropagateAdditionalUserContextData")


class UserContextWithoutSecret(AppClientRule):
    """A client with EnablePropagateAdditionalUserContextData has a client secret.

    ## Why

    Cognito rejects the client with `Client Secret is required to set EnablePropagateAdditionalUserContextData as true`.
    The data is meant to come from a server, which passes on the IP address of its user. A server proves itself by the
    secret.

    ## In the CDK

    The construct throws without the secret.

    ```python
    pool.add_client("Server", generate_secret=True, enable_propagate_additional_user_context_data=True)
    ```

    ```typescript
    pool.addClient('Server', { generateSecret: true, enablePropagateAdditionalUserContextData: true });
    ```

    ## When to ignore

    Never: Cognito accepts no such client.

    ## References

    - [CreateUserPoolClient](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html): EnablePropagateAdditionalUserContextData
    """

    id = "E9583"
    shortdesc = "User context propagation needs a client secret"
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-propagate-context-requires-secret/meta.yaml",
            "Client Secret is required to set EnablePropagateAdditionalUserContextData as true",
        ),
        tested(
            "https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/cognitoidp/user_pool_client_test.go",
            "a client made without a word about a secret has none",
        ),
    )
    anchor_paths = (SWITCH,)
    report_at_use = True

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            f"EnablePropagateAdditionalUserContextData is {with_note('true', diagnostic.source(*SWITCH))} and "
            f"{without_secret(diagnostic)}; Cognito rejects the client with "
            '"Client Secret is required to set EnablePropagateAdditionalUserContextData as true".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return f"Set {diagnostic.name('GenerateSecret')} to true, which replaces an existing client, or remove the property."
