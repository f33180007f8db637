from cfn_lint_cognito.authorizers._issuer_words import right_issuer
from cfn_lint_cognito.engine.facts.names import APP_CLIENT, HTTP_API, HTTP_API_OF_SAM, HTTP_AUTHORIZER
from cfn_lint_cognito.engine.report.changes import attribute_written
from cfn_lint_cognito.engine.report.constructs import Kind
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import documented
from cfn_lint_cognito.engine.report.pool_words import named
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import listed
from cfn_lint_cognito.engine.values.document_part import DocumentPath


class NoTokenMatches(Rule):
    """The audience of a JWT authorizer names app clients by their IDs, and its issuer is the URL of the user pool.

    Applies to AWS::ApiGatewayV2::Authorizer, to `JwtConfiguration` in the Auth of AWS::Serverless::HttpApi, and to
    `x-amazon-apigateway-authorizer` in OpenAPI definitions that stand in the template. An audience is reported where it names nothing but
    user pools; an issuer where it is the ID, the ARN or the provider name of a user pool.

    ## Why

    The API answers every call with 401. A token of Cognito has the ID of its app client in `aud` or `client_id`, and never the
    pool: `the token does not have a valid audience`. Its `iss` is a URL, and the provider name lacks the `https://` of it.

    ## In the CDK

    `HttpUserPoolAuthorizer` writes both itself.

    ```python
    HttpUserPoolAuthorizer("Users", pool, user_pool_clients=[client])
    ```

    ```typescript
    new HttpUserPoolAuthorizer('Users', pool, { userPoolClients: [client] });
    ```

    ## When to ignore

    Never: no token of Cognito fits.

    ## References

    - [Troubleshooting issues with HTTP API JWT authorizers](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-troubleshooting-jwt.html)
    """

    id = "W9682"
    shortdesc = "Audience or issuer is not what tokens carry"
    resource_types = (HTTP_AUTHORIZER, HTTP_API, HTTP_API_OF_SAM)
    evidence = (
        documented(
            "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-troubleshooting-jwt.html",
            "For API Gateway to authorize a request, the JWT's aud or client_id claim must match one of the audience entries that's configured for the authorizer.",
        ),
        documented(
            "https://docs.aws.amazon.com/verifiedpermissions/latest/userguide/cognito-validation.html",
            "Amazon Cognito ID tokens have an aud claim that contains the app client ID. Access tokens have a client_id claim that also contains the app client ID.",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_IssuerConfigurationType.html",
            "Original issuers have the format of https://cognito-idp.[region].amazonaws.com/[userPoolId]",
        ),
    )

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return (*diagnostic.path[:4], 0 if self._is_about_audience(diagnostic) else "Name")

    def message(self, diagnostic: Diagnostic) -> str:
        if not self._is_about_audience(diagnostic):
            return (
                f"The issuer is {named(diagnostic, self.anchor(diagnostic))}. API Gateway asks for a URL, and the claim iss of every "
                "token is https://cognito-idp.REGION.amazonaws.com/POOL_ID."
            )
        count = len(diagnostic.get(*diagnostic.path[:4]))
        names = listed(named(diagnostic, (*diagnostic.path[:4], index)) for index in range(count))
        return (
            f"The audience is {names}. Tokens carry the ID of their app client, so API Gateway answers every call with 401: "
            '"the token does not have a valid audience".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        if self._is_about_audience(diagnostic):
            if diagnostic.kind is Kind.TEMPLATE:
                return f"Name the IDs of the app clients that call the API: a Ref to an {APP_CLIENT} returns one."
            client_id = diagnostic.attribute("Ref", resource_type=APP_CLIENT)
            return f"Name the IDs of the app clients that call the API: {client_id} of a client is one."
        return right_issuer(diagnostic, str(diagnostic.get(*self.anchor(diagnostic), "Pool")))

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        pool = None if self._is_about_audience(diagnostic) else diagnostic.get(*self.anchor(diagnostic), "Pool")
        return attribute_written(diagnostic, str(pool), "ProviderURL", *self.anchor(diagnostic)) if pool else None

    def _is_about_audience(self, diagnostic: Diagnostic) -> bool:
        return diagnostic.path[3] == "Audience"
