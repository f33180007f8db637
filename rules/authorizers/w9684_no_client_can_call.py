from collections.abc import Iterable
from typing import Any

from cfn_lint_cognito.engine.facts.names import (
    APP_CLIENT,
    HTTP_API,
    HTTP_API_OF_SAM,
    HTTP_ROUTE,
    REST_API,
    REST_API_OF_SAM,
    REST_METHOD,
)
from cfn_lint_cognito.engine.report.constructs import Kind
from cfn_lint_cognito.engine.report.evidence import documented, inferred
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import listed, listed_up_to
from cfn_lint_cognito.engine.values.document_part import DocumentPath

_MOST_NAMES = 5


class NoClientCanCall(Rule):
    """A client of the user pool can get a token with which it can call a method or a route that takes the tokens of that pool.

    Applies to AWS::ApiGateway::Method and AWS::ApiGatewayV2::Route with an authorizer of the template that takes the tokens of user
    pools of the template. Events of SAM's functions, and operations of an OpenAPI definition that stands in the template, are such
    methods, too.

    - `AuthorizationScopes` (in an OpenAPI definition: `security`) has a scope that a client can get: one of its AllowedOAuthScopes where OAuth is on, or
      aws.cognito.signin.user.admin.
    - In SAM the scopes of an event replace those of its authorizer, and an event without `Authorizer` has the DefaultAuthorizer.
    - A method of a REST API without scopes takes ID tokens only, and a client whose only flow is client_credentials gets none.

    Silent

    - where no client of the pool is in the template, or one of them cannot be told;
    - where an output, an SSM parameter or a secret names the pool, or a policy lets something make clients: others may make some;
    - where the audience of a JWT authorizer names a client that is none of the template;
    - where an API of SAM has both `Auth` and a definition, or no resource of its own in the template;
    - where an empty entry of `security` lets callers in without a token, or `OverrideApiAuth` overrules the default authorizer;
    - where a custom resource, nested stack or macro knows the pool;
    - where a trigger of version V2_0 or later may write other scopes into tokens.

    ## Why

    The stack deploys, and API Gateway refuses every call.

    ## In the CDK

    ```python
    scope = ResourceServerScope(scope_name="read", scope_description="Read orders")
    server = pool.add_resource_server("Api", identifier="orders", scopes=[scope])
    pool.add_client(
        "Robot",
        generate_secret=True,
        o_auth=OAuthSettings(flows=OAuthFlows(client_credentials=True), scopes=[OAuthScope.resource_server(server, scope)]),
    )
    ```

    ```typescript
    const scope = new ResourceServerScope({ scopeName: 'read', scopeDescription: 'Read orders' });
    const server = pool.addResourceServer('Api', { identifier: 'orders', scopes: [scope] });
    pool.addClient('Robot', {
      generateSecret: true,
      oAuth: { flows: { clientCredentials: true }, scopes: [OAuthScope.resourceServer(server, scope)] },
    });
    ```

    ## When to ignore

    When clients are made outside of the template.

    ## References

    - [Integrate a REST API with a user pool](https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-enable-cognito-user-pool.html)
    """

    id = "W9684"
    shortdesc = "No client can call the method"
    resource_types = (REST_METHOD, HTTP_ROUTE, REST_API, HTTP_API, REST_API_OF_SAM, HTTP_API_OF_SAM)
    evidence = (
        documented(
            "https://docs.aws.amazon.com/sdk-for-python/v1/reference/clients/api-gateway/structures/Method/",
            "The method invocation is authorized if any method scopes matches a claimed scope in the access token.",
        ),
        inferred(
            "https://repost.aws/questions/QUrEQW0PtJTZm34jx0UrnLlw/need-access-token-as-header-in-cognito",
            "An answer there says that a method without scopes asks for the ID token, and client_credentials issues access tokens only.",
        ),
    )

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return diagnostic.path[:-1]

    def message(self, diagnostic: Diagnostic) -> str:
        clients = listed_up_to(_MOST_NAMES, self._names(diagnostic, "Clients"))
        asked = self._asked(diagnostic)
        if asked:
            return (
                f"This takes tokens of {listed(self._names(diagnostic, 'Pools'))} with the scope {listed(asked, 'or')}, which no client of "
                f"this template can get (its clients: {clients}). API Gateway refuses every call."
            )
        return (
            "This method asks for no scope, so only ID tokens pass, and no client of this template can get one: the only flow of "
            f"{clients} is client_credentials. API Gateway refuses every call."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        granted = [name for name in self._fact(diagnostic, "Granted") if name != "..."]
        if not self._asked(diagnostic):
            ask = f", such as {granted[0]}" if granted else ""
            if self._fact(diagnostic, "Property") == "security":
                in_sam = ", or with SAM in AuthorizationScopes" if diagnostic.kind is Kind.TEMPLATE else ""
                return f"Ask for a scope that the client can get{ask}: in security{in_sam}."
            return f"Set {diagnostic.name('AuthorizationScopes')} to a scope that the client can get{ask}."
        ask = f", or ask for one that a client can get: {listed_up_to(_MOST_NAMES, granted)}" if granted else ""
        scopes = diagnostic.name("AllowedOAuthScopes", resource_type=APP_CLIENT)
        return f"Add a scope that this asks for to {scopes} of the client that calls it{ask}."

    def _asked(self, diagnostic: Diagnostic) -> list[str]:
        return list(self._fact(diagnostic, "AsksFor"))

    def _names(self, diagnostic: Diagnostic, fact: str) -> list[str]:
        count: Iterable[int] = range(len(self._fact(diagnostic, fact)))
        return [diagnostic.display_name(*self.anchor(diagnostic), fact, index) for index in count]

    def _fact(self, diagnostic: Diagnostic, fact: str) -> Any:
        return diagnostic.get(*self.anchor(diagnostic), fact)
