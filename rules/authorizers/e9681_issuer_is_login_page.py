from cfn_lint_cognito.authorizers._issuer_words import right_issuer
from cfn_lint_cognito.engine.facts.names import HTTP_API, HTTP_API_OF_SAM, HTTP_AUTHORIZER
from cfn_lint_cognito.engine.report.changes import attribute_written
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note
from cfn_lint_cognito.engine.values.document_part import DocumentPath


class IssuerIsLoginPage(Rule):
    """The issuer of a JWT authorizer is `https://cognito-idp.REGION.amazonaws.com/POOL_ID`, and not the domain of the login pages.

    Applies to AWS::ApiGatewayV2::Authorizer, to `JwtConfiguration` in the Auth of AWS::Serverless::HttpApi, and to
    `x-amazon-apigateway-authorizer` in OpenAPI definitions that stand in the template. A login page is a host on amazoncognito.com, and
    what is made of an AWS::Cognito::UserPoolDomain of the template or is its custom domain.

    ## Why

    API Gateway reads `/.well-known/openid-configuration` of the issuer, and the login pages have no such document. It rejects the
    authorizer with `Caught exception when connecting to https://....auth.us-east-1.amazoncognito.com/.well-known/openid-configuration`.
    An authorizer of SAM or of an OpenAPI definition is left out instead: the stack deploys without it.

    ## In the CDK

    `HttpUserPoolAuthorizer` writes the issuer itself. `HttpJwtAuthorizer` takes the provider URL of the pool.

    ```python
    HttpJwtAuthorizer("Users", pool.user_pool_provider_url, jwt_audience=[client.user_pool_client_id])
    ```

    ```typescript
    new HttpJwtAuthorizer('Users', pool.userPoolProviderUrl, { jwtAudience: [client.userPoolClientId] });
    ```

    ## When to ignore

    When the domain is not the login pages' any more: a proxy of your own answers there with an OpenID configuration.

    ## References

    - [Control access to HTTP APIs with JWT authorizers](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html)
    """

    id = "E9681"
    shortdesc = "Token issuer is a login page"
    resource_types = (HTTP_AUTHORIZER, HTTP_API, HTTP_API_OF_SAM)
    evidence = (
        deployed(
            "https://github.com/aws-solutions-library-samples/guidance-for-claude-code-with-amazon-bedrock/issues/115",
            "Please try again later. Error: Invalid issuer",
        ),
        deployed(
            "https://github.com/aws/serverless-application-model/issues/1727",
            "the deploy appears successful in the console but the authorizer is not actually created",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_IssuerConfigurationType.html",
            "Original issuers have the format of https://cognito-idp.[region].amazonaws.com/[userPoolId]",
        ),
    )

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return (*diagnostic.path[:4], "Name")

    def message(self, diagnostic: Diagnostic) -> str:
        issuer = with_note(
            str(diagnostic.get(*diagnostic.path[:4], "Name", "Text")), diagnostic.source(*diagnostic.path[:4], "Name")
        )
        if diagnostic.get(*diagnostic.path[:3], "IsResource"):
            answer = 'and rejects the authorizer with "Caught exception when connecting to ... Error: Invalid issuer"'
        else:
            answer = "and does not create the authorizer"
        return (
            f"The issuer is {issuer}, the login pages of a user pool. API Gateway finds no /.well-known/openid-configuration "
            f"there, {answer}."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return right_issuer(diagnostic, str(diagnostic.get(*diagnostic.path[:4], "PoolOfLoginPage")))

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        pool = diagnostic.get(*diagnostic.path[:4], "PoolOfLoginPage")
        return attribute_written(diagnostic, str(pool), "ProviderURL", *self.anchor(diagnostic)) if pool else None
