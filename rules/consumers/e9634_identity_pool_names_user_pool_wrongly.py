from cfn_lint_cognito.engine.facts.names import IDENTITY_POOL
from cfn_lint_cognito.engine.report.changes import attribute_written
from cfn_lint_cognito.engine.report.constructs import Kind
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.pool_words import named
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.values.document_part import DocumentPath


class IdentityPoolNamesUserPoolWrongly(Rule):
    """An identity pool names a user pool by its provider name (`ProviderName`), and not by its ID, ARN or URL.

    ## Why

    Cognito rejects the identity pool with `Invalid Cognito Identity Provider`. The name it takes is
    `cognito-idp.REGION.amazonaws.com/USER_POOL_ID`. `Ref` of a user pool is its ID alone, and `ProviderURL` has `https://`
    before the name.

    ## In the CDK

    ```python
    CfnIdentityPool.CognitoIdentityProviderProperty(
        client_id=client.user_pool_client_id, provider_name=pool.user_pool_provider_name
    )
    ```

    ```typescript
    const provider: CfnIdentityPool.CognitoIdentityProviderProperty = {
      clientId: client.userPoolClientId,
      providerName: pool.userPoolProviderName,
    };
    ```

    ## When to ignore

    Never: Cognito accepts no other name.

    ## References

    - [AWS::Cognito::IdentityPool CognitoIdentityProvider](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cognito-identitypool-cognitoidentityprovider.html): ProviderName
    - [The identity pool is rejected](https://github.com/aws/aws-cdk/issues/11054)
    """

    id = "E9634"
    shortdesc = "Identity pool names the user pool wrongly"
    resource_types = (IDENTITY_POOL,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-identity-pool-provider-name-format/meta.yaml",
            "Invalid Cognito Identity Provider",
        ),
        documented(
            "https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_CognitoIdentityProvider.html",
            "The provider name for an Amazon Cognito user pool. For example, cognito-idp.us-east-1.amazonaws.com/us-east-1_123456789.",
        ),
    )

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return diagnostic.path[:4]

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            f"ProviderName is {named(diagnostic, diagnostic.path[:4])}; an identity pool knows a user pool as "
            'cognito-idp.REGION.amazonaws.com/USER_POOL_ID, and Cognito answers "Invalid Cognito Identity Provider".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        pool = diagnostic.get(*diagnostic.path[:4], "Pool")
        if pool:
            return (
                f"Write Fn::GetAtt of {pool}.ProviderName."
                if diagnostic.kind is Kind.TEMPLATE
                else f"Write {diagnostic.attribute('ProviderName', pool)} of {diagnostic.document.display_name(pool)}."
            )
        return "Write the provider name, which is the URL of the pool without https://."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        pool = diagnostic.get(*diagnostic.path[:4], "Pool")
        return attribute_written(diagnostic, str(pool), "ProviderName", *diagnostic.path[:4]) if pool else None
