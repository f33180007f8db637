from cfn_lint_cognito.engine.facts.names import AGENT_GATEWAY, AGENT_RUNTIME
from cfn_lint_cognito.engine.report.changes import is_plain_map
from cfn_lint_cognito.engine.report.edits import REMOVE, SET, UNSAFE, Edit, Edits
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule, rule_path_of
from cfn_lint_cognito.engine.values.document_part import DocumentPath

_AUDIENCE, _CLIENTS = "AllowedAudience", "AllowedClients"


class AgentAudienceNeverWritten(Rule):
    """`AllowedAudience` of an agent gateway or runtime (Bedrock AgentCore) names no app client that only has the flow
    client_credentials.

    Applies to clients of the template. Silent

    - where the pool has a Lambda trigger before token generation, or may have one: it may write an audience;
    - where AllowedClients names the client as well: nobody has recorded what a gateway with both does;
    - where ExplicitAuthFlows lets users sign in: their ID tokens have an audience.

    Without ExplicitAuthFlows the client is taken for one of machines, though Cognito's default flows would let users in.

    ## Why

    The stack deploys, and every call is answered with 401 or 403. By client_credentials Cognito issues access tokens only,
    and they carry the client's ID as `client_id` and have no `aud`. `AllowedClients` is what `client_id` is compared with.

    ## In the CDK

    ```python
    CfnGateway.CustomJWTAuthorizerConfigurationProperty(
        discovery_url=f"{pool.user_pool_provider_url}/.well-known/openid-configuration",
        allowed_clients=[client.user_pool_client_id],
    )
    ```

    ```typescript
    const authorizer: CfnGateway.CustomJWTAuthorizerConfigurationProperty = {
      discoveryUrl: `${pool.userPoolProviderUrl}/.well-known/openid-configuration`,
      allowedClients: [client.userPoolClientId],
    };
    ```

    ## When to ignore

    When something outside the template adds an audience to the tokens.

    ## References

    - [Configure inbound JWT authorizer](https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/inbound-jwt-authorizer.html)
    - [Understanding the access token](https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html)
    """

    id = "W9638"
    shortdesc = "Agent gateway looks for an audience that Cognito never writes"
    resource_types = (AGENT_GATEWAY, AGENT_RUNTIME)
    evidence = (
        deployed(
            "https://github.com/aws-solutions-library-samples/guidance-for-claude-code-with-amazon-bedrock/pull/718",
            "so the gateway rejects them and web search fails to authorize",
        ),
        documented(
            "https://docs.aws.amazon.com/verifiedpermissions/latest/userguide/cognito-validation.html",
            "Amazon Cognito ID tokens have an aud claim that contains the app client ID. Access tokens have a client_id claim that also contains the app client ID.",
        ),
        documented(
            "https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_CustomJWTAuthorizerConfiguration.html",
            "Represents individual client IDs that are validated in the incoming JWT token validation process.",
        ),
    )
    report_at_use = True

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return diagnostic.path[:3]

    def message(self, diagnostic: Diagnostic) -> str:
        client = diagnostic.get(*diagnostic.path[:3], "Client")
        return (
            f"AllowedAudience names {client}, whose only flow is client_credentials: its tokens carry client_id and no aud, so "
            "every call with one is answered with 401 or 403."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return f"Name {diagnostic.get(*diagnostic.path[:3], 'Client')} in {diagnostic.name('AllowedClients')} instead."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        place = diagnostic.document.origin(diagnostic.path[:3]).used_at[:-1]
        audience, authorizer = diagnostic.document.written(place), diagnostic.document.written(place[:-1])
        found = {path[:3] for path in diagnostic.rejected_by(rule_path_of(type(self)))}
        is_all = isinstance(audience, list) and len(audience) == len(found)
        if place[-1] != _AUDIENCE or not is_all or not is_plain_map(authorizer) or _CLIENTS in authorizer:
            return None
        return Edits((Edit(SET, (*place[:-1], _CLIENTS), audience), Edit(REMOVE, place)), UNSAFE)
