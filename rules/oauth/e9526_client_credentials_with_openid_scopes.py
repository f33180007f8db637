from cfn_lint_cognito.engine.report.changes import removed
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import with_note


class ClientCredentialsWithOpenIdScopes(AppClientRule):
    """A client that is granted client_credentials asks for none of the OpenID scopes: openid, email, phone, profile.

    Silent where client_credentials stands beside code or implicit, which E9524 reports: it moves to a client of its own, and
    the scopes are right for the client that stays.

    ## Why

    Cognito rejects the client with `openid is not supported with client_credentials flow`, naming the first of them that it
    meets. Those scopes tell who the user is, and no user signs in with client_credentials.

    ## In the CDK

    The construct does not check this, and gives every client without `scopes` all four of them. Name the scopes of a resource
    server:

    ```python
    read = ResourceServerScope(scope_name="read", scope_description="Read orders")
    orders = pool.add_resource_server("Orders", identifier="orders", scopes=[read])
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
    const read = new ResourceServerScope({ scopeName: 'read', scopeDescription: 'Read orders' });
    const orders = pool.addResourceServer('Orders', { identifier: 'orders', scopes: [read] });
    pool.addClient('Service', {
      generateSecret: true,
      oAuth: { flows: { clientCredentials: true }, scopes: [OAuthScope.resourceServer(orders, read)] },
    });
    ```

    ## When to ignore

    Never: Cognito accepts no such client.

    ## References

    - [AWS::Cognito::UserPoolClient](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html): AllowedOAuthFlows, AllowedOAuthScopes
    - [AWS::Cognito::UserPoolResourceServer](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolresourceserver.html): Identifier, Scopes
    """

    id = "E9526"
    shortdesc = "client_credentials cannot grant OpenID scopes"
    evidence = (
        deployed(
            "https://github.com/hashicorp/terraform-provider-aws/issues/4984",
            "InvalidOAuthFlowException: openid is not supported with client_credentials flow",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html",
            "You can authorize only custom scopes from resource servers in access tokens for client credentials grants.",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            f"AllowedOAuthScopes holds {with_note(diagnostic.value, diagnostic.source())}, but the only flow is "
            "client_credentials, where no user signs in; Cognito rejects the client with "
            f'"{diagnostic.value} is not supported with client_credentials flow".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return "Remove it and name scopes of a resource server."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        scopes = diagnostic.known(*diagnostic.path[:-1]) or ()
        has_own = any("/" in scope for scope in scopes if isinstance(scope, str))
        return removed(diagnostic) if has_own else None
