from cfn_lint_cognito.engine.report.evidence import deployed, tested
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import listed
from cfn_lint_cognito.engine.values.document_part import DocumentPath
from cfn_lint_cognito.oauth._removal import or_remove

REQUIRED = ("AllowedOAuthFlows", "AllowedOAuthScopes")


class OAuthOnWithoutFlowsOrScopes(AppClientRule):
    """A client for which OAuth is on names at least one flow and one scope.

    ## Why

    Cognito rejects the client with `AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed
    to use OAuth flows.` CloudFormation rolls the stack back. An empty list counts as absent.

    ## In the CDK

    ```python
    pool.add_client(
        "Web",
        o_auth=OAuthSettings(flows=OAuthFlows(authorization_code_grant=True), scopes=[OAuthScope.OPENID]),
    )
    ```

    ```typescript
    pool.addClient('Web', { oAuth: { flows: { authorizationCodeGrant: true }, scopes: [OAuthScope.OPENID] } });
    ```

    ## When to ignore

    Never: Cognito accepts no such client.

    ## References

    - [CreateUserPoolClient](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html): AllowedOAuthFlowsUserPoolClient
    """

    id = "E9521"
    shortdesc = "OAuth is on without flows or scopes"
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-oauth-flows-scopes-required/meta.yaml",
            "AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows.",
        ),
        tested(
            "https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/cognitoidp/user_pool_client_test.go",
            "a client made with empty lists of flows and scopes reads back as one that was made without them",
        ),
    )
    report_at_use = True

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        missing = self._missing(diagnostic)
        written = [("Properties", name) for name in missing if diagnostic.get("Properties", name) is not None]
        return written[0] if written else ("Properties", "AllowedOAuthFlowsUserPoolClient")

    def message(self, diagnostic: Diagnostic) -> str:
        missing = self._missing(diagnostic)
        states = {name: "empty" if diagnostic.get("Properties", name) is not None else "missing" for name in missing}
        verb = "is" if len(missing) == 1 else "are"
        stated = (
            f"{listed(missing)} {verb} {states[missing[0]]}"
            if len(set(states.values())) == 1
            else listed(f"{name} is {state}" for name, state in states.items())
        )
        return (
            f"AllowedOAuthFlowsUserPoolClient is true, but {stated}; Cognito rejects the client with "
            '"AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows."'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        missing = self._missing(diagnostic)
        entries = f"Give {diagnostic.names(missing)} at least one entry{' each' if len(missing) > 1 else ''}"
        return entries + or_remove(diagnostic, "all OAuth settings")

    def _missing(self, diagnostic: Diagnostic) -> list[str]:
        return [name for name in REQUIRED if not diagnostic.get("Properties", name)]
