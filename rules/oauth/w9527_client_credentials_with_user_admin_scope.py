from cfn_lint_cognito.engine.report.changes import removed
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import documented, inferred
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import with_note


class ClientCredentialsWithUserAdminScope(AppClientRule):
    """A client that is granted client_credentials does not ask for aws.cognito.signin.user.admin.

    Silent where client_credentials stands beside code or implicit, which E9524 reports: it moves to a client of its own, and
    the scope is right for the client that stays.

    ## Why

    Cognito very likely rejects the client, as it does for openid. If not, the scope is never granted: AWS documents that
    client_credentials authorizes scopes of resource servers only. This one lets users change their own profile, and no
    user signs in here.

    ## In the CDK

    The construct gives every client without `scopes` this one too. Name the scopes of a resource server:

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

    When the client is deployed as it is and works: nobody has recorded what Cognito answers.

    ## References

    - [AWS::Cognito::UserPoolClient](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html): AllowedOAuthFlows, AllowedOAuthScopes
    - [AWS::Cognito::UserPoolResourceServer](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolresourceserver.html): Identifier, Scopes
    """

    id = "W9527"
    shortdesc = "client_credentials cannot grant aws.cognito.signin.user.admin"
    evidence = (
        documented(
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html",
            "You can authorize only custom scopes from resource servers in access tokens for client credentials grants.",
        ),
        inferred(
            "https://github.com/hashicorp/terraform-provider-aws/issues/4984",
            "Cognito rejects openid beside client_credentials, and nobody has recorded what it does with this scope",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            f"AllowedOAuthScopes holds {with_note(diagnostic.value, diagnostic.source())}, but the only flow is "
            "client_credentials, which authorizes scopes of resource servers only; Cognito very likely rejects the client."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return "Remove it and name scopes of a resource server."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        scopes = diagnostic.known(*diagnostic.path[:-1]) or ()
        has_own = any("/" in scope for scope in scopes if isinstance(scope, str))
        return removed(diagnostic) if has_own else None
