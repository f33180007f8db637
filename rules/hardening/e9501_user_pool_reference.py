from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.report.constructs import Kind
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic


class UserPoolReference(AppClientRule):
    """UserPoolId leads to a user pool: its `Ref`, its UserPoolId attribute, or an ID from outside the template.

    ## Why

    Cognito rejects the client, and CloudFormation rolls the stack back. An ID looks like `us-east-1_a1B2c3D4e`. An Arn, a
    ProviderName, a ProviderURL or the name of another resource breaks the pattern of it.

    ## In the CDK

    The construct passes the ID. With `CfnUserPoolClient`:

    ```python
    CfnUserPoolClient(self, "Web", user_pool_id=pool.user_pool_id)
    ```

    ```typescript
    new CfnUserPoolClient(this, 'Web', { userPoolId: pool.userPoolId });
    ```

    ## When to ignore

    Never: Cognito accepts nothing but the ID of a pool.

    ## References

    - [AWS::Cognito::UserPool, return values](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpool.html)
    """

    id = "E9501"
    shortdesc = "UserPoolId does not lead to a user pool"
    evidence = (
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
            "Pattern: [\\w-]+_[0-9a-zA-Z]+",
        ),
        deployed(
            "https://github.com/aws/aws-sdk-js/issues/3344",
            "at 'userPoolId' failed to satisfy constraint: Member must satisfy regular expression pattern",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            f"UserPoolId is {diagnostic.get('Pool', 'Reference')}, not the ID of a user pool; Cognito rejects the client because "
            "the value breaks the pattern of a pool ID."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        if diagnostic.kind is Kind.TEMPLATE:
            return f"Use the Ref of an {USER_POOL}."
        return f"Use {diagnostic.attribute('Ref', resource_type=USER_POOL)} of a user pool."
