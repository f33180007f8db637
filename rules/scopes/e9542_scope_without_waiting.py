from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import AppClientRule, Fault
from cfn_lint_cognito.engine.report.words import ways_to_wait
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

    points_at_use = True
    mend_in_cdk = "Let the client wait for it: client.node.add_dependency(server), or name the scope by OAuthScope.resource_server."

    def place(self, fault: Fault) -> DocumentPath:
        return fault.path[:-1]

    def message(self, fault: Fault) -> str:
        server = fault.called(*self.place(fault), "Resource")
        scope = fault.known(*self.place(fault), "Scope")
        named, answer = (f"The scope {scope}", f": {scope}") if scope is not None else ("This scope", "")
        creates = "creates" if self._is_waiting(fault) else "may create"
        return (
            f"{named} comes from the resource server {server}, which the client does not wait for; CloudFormation {creates} "
            f'the client first, and Cognito then rejects it with "Invalid scope requested{answer}".'
        )

    def mend(self, fault: Fault) -> str:
        server = fault.get(*self.place(fault), "Resource")
        scope = fault.known(*self.place(fault), "Scope")
        name = scope.rpartition("/")[2] if scope is not None else "NAME"
        condition = fault.get(*self.place(fault), "Condition")
        return ways_to_wait(server, f"the scope as Fn::Sub of ${{{server}}}/{name}", condition, self._is_waiting(fault))

    def mend_for_constructs(self, fault: Fault) -> str:
        if fault.get(*self.place(fault), "Condition"):
            return self.mend(fault)
        server = fault.called(*self.place(fault), "Resource")
        first = f"{server} waits for this client: remove that dependency. " if self._is_waiting(fault) else ""
        return f"{first}{self.mend_in_cdk}"

    def _is_waiting(self, fault: Fault) -> bool:
        """Whether the resource server waits for the client."""
        return bool(fault.get(*self.place(fault), "IsWaiting"))
