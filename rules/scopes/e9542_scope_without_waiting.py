from cfn_lint_cognito.engine.report.changes import awaiting
from cfn_lint_cognito.engine.report.constructs import Kind
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import capital, ways_to_wait
from cfn_lint_cognito.engine.values.document_part import DocumentPath


class ScopeWithoutWaiting(AppClientRule):
    """A client waits for the resource servers that give its scopes.

    Waiting means that CloudFormation creates the resource server first: by DependsOn, or because the client refers to it,
    directly or through other resources.

    ## Why

    The first deployment may fail, and the next one succeed: CloudFormation creates both at the same time. If the client
    is first, Cognito rejects it with `Invalid scope requested: api/read` and the stack is rolled back.

    ## In the CDK

    `OAuthScope.resource_server` refers to the server, so the client waits; `OAuthScope.custom` does not.

    ```python
    pool.add_client("Web", o_auth=OAuthSettings(scopes=[OAuthScope.resource_server(server, read)]))
    ```

    ```typescript
    pool.addClient('Web', { oAuth: { scopes: [OAuthScope.resourceServer(server, read)] } });
    ```

    ## When to ignore

    Never; one line of DependsOn costs nothing.

    ## References

    - [The same in the CDK](https://github.com/aws/aws-cdk/issues/10676)
    - [DependsOn](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-dependson.html)
    """

    id = "E9542"
    shortdesc = "Client does not wait for its resource server"
    evidence = (
        deployed(
            "https://github.com/serverless/serverless/issues/10041",
            "the creation of the client fails, as it's trying to be created, before the ResourceServer is setup",
        ),
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-oauth-scopes-unknown/meta.yaml",
            "Invalid scope requested: api/read",
        ),
    )

    report_at_use = True
    fix_in_cdk = "Let the client wait for the resource server by {node.addDependency}, or name the scope by {OAuthScope.resourceServer}."

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return diagnostic.path[:-1]

    def message(self, diagnostic: Diagnostic) -> str:
        server = diagnostic.display_name(*self.anchor(diagnostic), "Resource")
        scope = diagnostic.known(*self.anchor(diagnostic), "Scope")
        named, answer = (f"The scope {scope}", f": {scope}") if scope is not None else ("This scope", "")
        creates = "creates" if self._is_waiting(diagnostic) else "may create"
        return (
            f"{named} comes from the resource server {server}, which the client does not wait for; CloudFormation {creates} "
            f'the client first, and Cognito then rejects it with "Invalid scope requested{answer}".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        server = diagnostic.get(*self.anchor(diagnostic), "Resource")
        scope = diagnostic.known(*self.anchor(diagnostic), "Scope")
        name = scope.rpartition("/")[2] if scope is not None else "NAME"
        condition = diagnostic.get(*self.anchor(diagnostic), "Condition")
        return ways_to_wait(
            server, f"the scope as Fn::Sub of ${{{server}}}/{name}", condition, self._is_waiting(diagnostic)
        )

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        if self._is_waiting(diagnostic) or diagnostic.get(*self.anchor(diagnostic), "Condition"):
            return None
        return awaiting(diagnostic, str(diagnostic.get(*self.anchor(diagnostic), "Resource")))

    def fix_for_constructs(self, diagnostic: Diagnostic) -> str:
        server = diagnostic.get(*self.anchor(diagnostic), "Resource")
        shown = diagnostic.document.display_name(server)
        first = f"{shown} waits for this client: remove that dependency. " if self._is_waiting(diagnostic) else ""
        scope = diagnostic.known(*self.anchor(diagnostic), "Scope")
        reference = (
            f"write the scope as {diagnostic.attribute('Ref', server)} of {shown}, a slash and "
            f"{'its name' if scope is None else scope.rpartition('/')[2]}"
        )
        condition = diagnostic.get(*self.anchor(diagnostic), "Condition")
        if condition:
            choice = diagnostic.function("Fn::If")
            return f"{first}{capital(reference)}, by {choice} with {condition}, the condition of {shown}."
        if diagnostic.kind is Kind.L2:
            return f"{first}{diagnostic.filled(self.fix_in_cdk)}"
        add = diagnostic.spelled("node.addDependency")
        return f"{first}Let the client wait for the resource server by {add}, or {reference}."

    def _is_waiting(self, diagnostic: Diagnostic) -> bool:
        """Whether the resource server waits for the client."""
        return bool(diagnostic.get(*self.anchor(diagnostic), "IsWaiting"))
