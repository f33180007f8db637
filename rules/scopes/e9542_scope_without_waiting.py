from cfn_lint_cognito._rule import AppClientRule, DocumentPath, Fault


class ScopeWithoutWaiting(AppClientRule):
    """A client waits for the resource servers that give its scopes.

    Waiting means that CloudFormation creates the resource server first: by DependsOn, or because the client refers to it,
    directly or through other resources.

    ## Why

    Without it CloudFormation creates both at the same time. Whether the first deployment succeeds is then a matter of luck:
    if the client is first, Cognito rejects it with `Invalid scope requested: api/read` and the stack is rolled back.

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

    - [The race in a deployment](https://github.com/serverless/serverless/issues/10041)
    - [The same in the CDK](https://github.com/aws/aws-cdk/issues/10676)
    """

    id = "E9542"
    shortdesc = "Client does not wait for its resource server"

    def place(self, fault: Fault) -> DocumentPath:
        return fault.path[:-1]

    def message(self, fault: Fault) -> str:
        server = fault.at(*fault.path[:-1], "Resource")
        scope = fault.at(*fault.path[:-1], "Scope")
        named = f"The scope {scope}" if isinstance(scope, str) else "This scope"
        answer = f"Invalid scope requested: {scope}" if isinstance(scope, str) else "Invalid scope requested"
        return (
            f"{named} belongs to the resource server {server}, and the client does not wait for it; CloudFormation may "
            f'create the client first, and Cognito then rejects it with "{answer}". '
            f"Add DependsOn: {server}, or write the scope with a reference: !Sub ${{{server}}}/... (its Ref is the identifier)."
        )
