from cfn_lint_cognito.engine.facts.names import REST_API, REST_API_OF_SAM, REST_AUTHORIZER
from cfn_lint_cognito.engine.report.changes import attribute_written
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.pool_words import named
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.values.document_part import DocumentPath


class AuthorizerWithoutUserPool(Rule):
    """An authorizer of type COGNITO_USER_POOLS names its user pools by their ARNs, and at least one.

    Applies to AWS::ApiGateway::Authorizer, to `UserPoolArn` in the Auth of AWS::Serverless::Api, and to
    `x-amazon-apigateway-authorizer` in OpenAPI definitions that stand in the template. IDs, provider names and URLs of user pools
    are reported; other values are left alone.

    ## Why

    API Gateway rejects the authorizer: without ARNs with `ProviderARNs cannot be empty`, and with anything else than the ARN of
    a user pool with `ProviderARNs need to be valid Cognito Userpools. Invalid ARNs-`. A Ref to a user pool returns its ID.

    ## In the CDK

    `CognitoUserPoolsAuthorizer` writes the ARNs itself.

    ```python
    users = CognitoUserPoolsAuthorizer(self, "Users", cognito_user_pools=[pool])
    api.root.add_method("GET", authorizer=users)
    ```

    ```typescript
    const users = new CognitoUserPoolsAuthorizer(this, 'Users', { cognitoUserPools: [pool] });
    api.root.addMethod('GET', undefined, { authorizer: users });
    ```

    ## When to ignore

    Never: API Gateway accepts no such authorizer.

    ## References

    - [AWS::ApiGateway::Authorizer](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigateway-authorizer.html): ProviderARNs
    """

    id = "E9685"
    shortdesc = "Cognito authorizer without a user pool's ARN"
    resource_types = (REST_AUTHORIZER, REST_API, REST_API_OF_SAM)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/apigateway/pf-apigw-cognito-authorizer-provider-arns/meta.yaml",
            "ProviderARNs cannot be empty",
        ),
        deployed(
            "https://github.com/aws/chalice/issues/1338",
            "ProviderARNs need to be valid Cognito Userpools. Invalid ARNs-",
        ),
        documented(
            "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html",
            "A list of the Amazon Cognito user pool ARNs for the COGNITO_USER_POOLS authorizer.",
        ),
    )
    fix_in_cdk = "Pass the user pool to {cognitoUserPools} of a CognitoUserPoolsAuthorizer, or its {userPoolArn} to {providerArns} of a CfnAuthorizer."

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return diagnostic.path[:5]

    def message(self, diagnostic: Diagnostic) -> str:
        if self._name(diagnostic) is None:
            lacks = "has no" if diagnostic.get(*diagnostic.path[:3], "Arns") is None else "has an empty list of"
            return (
                f"This authorizer of type COGNITO_USER_POOLS {lacks} {self._property(diagnostic)}; API Gateway rejects it with "
                '"ProviderARNs cannot be empty".'
            )
        return (
            f"{self._property(diagnostic)} names {named(diagnostic, diagnostic.path[:5])}; API Gateway takes ARNs of user pools "
            'only, and rejects the authorizer with "ProviderARNs need to be valid Cognito Userpools".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        name = self._name(diagnostic)
        if name is None:
            return f"Name the user pool in {self._property(diagnostic)} by its ARN, which its attribute Arn returns."
        pool = diagnostic.get(*diagnostic.path[:5], "Pool")
        if pool:
            return f"Write the attribute Arn of {diagnostic.display_name(*diagnostic.path[:5], 'Pool')}."
        return "Write the ARN of the user pool: arn:aws:cognito-idp:REGION:ACCOUNT:userpool/ID."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        pool = None if self._name(diagnostic) is None else diagnostic.get(*diagnostic.path[:5], "Pool")
        return attribute_written(diagnostic, str(pool), "Arn", *diagnostic.path[:5]) if pool else None

    def _property(self, diagnostic: Diagnostic) -> str:
        return str(diagnostic.get(*diagnostic.path[:3], "Property"))

    def _name(self, diagnostic: Diagnostic) -> object:
        """The name of a pool that is none of an ARN; None where there is no ARN at all."""
        return diagnostic.get(*diagnostic.path[:5]) if len(diagnostic.path) > 5 else None
