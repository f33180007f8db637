from cfn_lint_cognito._rule import AppClientRule, Fault
from cfn_lint_cognito._words import listed, nearest


class UnknownScope(AppClientRule):
    """Every scope is one of Cognito's own or `identifier/name` of a resource server that the template gives the pool.

    Asked only of clients on a pool of the template. Silent where a macro rewrites the template, or where the client waits
    for a custom resource or nested stack that refers to the pool: either may make resource servers.

    ## Why

    Cognito rejects the client with `Invalid scope requested: api/read`. The usual causes: the name of the scope without the
    identifier of its resource server, a typing error, or other case than the one declared (scopes are literal).

    ## In the CDK

    Take the scope from its resource server, which spells it and waits for it too.

    ```python
    read = ResourceServerScope(scope_name="read", scope_description="Read")
    server = pool.add_resource_server("Api", identifier="api", scopes=[read])
    pool.add_client("Web", o_auth=OAuthSettings(scopes=[OAuthScope.resource_server(server, read)]))
    ```

    ```typescript
    const read = new ResourceServerScope({ scopeName: 'read', scopeDescription: 'Read' });
    const server = pool.addResourceServer('Api', { identifier: 'api', scopes: [read] });
    pool.addClient('Web', { oAuth: { scopes: [OAuthScope.resourceServer(server, read)] } });
    ```

    ## When to ignore

    When the resource server of that scope is made outside the template before this stack is deployed.

    ## References

    - [CreateUserPoolClient](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html): AllowedOAuthScopes
    - [Invalid scopes met in CloudFormation](https://github.com/awsdocs/aws-cloudformation-user-guide/issues/564)
    """

    id = "E9541"
    shortdesc = "Unknown OAuth scope"

    def message(self, fault: Fault) -> str:
        scope = fault.at(*fault.path, "Name")
        offered = fault.at("Scopes", "Offered")
        source = fault.source()
        known = (
            f"the resource servers of {fault.at('Pool', 'Reference')} give {listed(sorted(set(offered)))}"
            if offered
            else f"{fault.at('Pool', 'Reference')} has no resource server that gives it"
        )
        return (
            f"The scope {scope}{f' ({source})' if source else ''} is none of Cognito's own, and {known}; Cognito rejects the "
            f'client with "Invalid scope requested: {scope}". {self._mend(scope, offered)}'
        )

    def _mend(self, scope: str, offered: list[str]) -> str:
        own = self.schema.legal["then"]["properties"]["Scopes"]["properties"]["Requested"]["items"]["anyOf"][0]
        meant = [name for name in offered if name.endswith(f"/{scope}")]
        suggestion = meant[0] if meant else nearest(scope, [*own["properties"]["Name"]["enum"], *offered])
        if suggestion:
            return f"Did you mean {suggestion}?"
        return "Declare it in an AWS::Cognito::UserPoolResourceServer of the pool, or remove it."
