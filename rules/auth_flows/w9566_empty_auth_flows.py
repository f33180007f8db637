from cfn_lint_cognito.auth_flows._rotation_words import REFRESH_FLOW, may_rotate
from cfn_lint_cognito.engine.report.evidence import documented, tested
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic


class EmptyAuthFlows(AppClientRule):
    """ExplicitAuthFlows is not an empty list.

    ## Why

    Apps can sign users in through the SDK, though an empty list looks as if they could not. Cognito reads it as no list
    and allows the default flows: ALLOW_REFRESH_TOKEN_AUTH, ALLOW_USER_SRP_AUTH and ALLOW_CUSTOM_AUTH. The stack deploys.

    ## In the CDK

    The construct never writes an empty list. With `CfnUserPoolClient`, a client whose users sign in at the login page
    only:

    ```python
    CfnUserPoolClient(self, "Web", user_pool_id=pool.user_pool_id, explicit_auth_flows=["ALLOW_REFRESH_TOKEN_AUTH"])
    ```

    ```typescript
    new CfnUserPoolClient(this, 'Web', {
      userPoolId: pool.userPoolId,
      explicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
    });
    ```

    ## When to ignore

    When the default flows are what is meant; removing the property says it better.

    ## References

    - [AWS::Cognito::UserPoolClient](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html): ExplicitAuthFlows
    """

    id = "W9566"
    shortdesc = "Empty auth flow list means the default flows"
    evidence = (
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
            "If you don't specify a value for ExplicitAuthFlows, your app client supports ALLOW_REFRESH_TOKEN_AUTH, ALLOW_USER_SRP_AUTH, and ALLOW_CUSTOM_AUTH.",
        ),
        tested(
            "https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/cognitoidp/user_pool_client_test.go",
            "a client made with an empty list of auth flows reads back as one that was made without it",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            "ExplicitAuthFlows is an empty list, which means the default and not no flow: Cognito allows "
            "ALLOW_REFRESH_TOKEN_AUTH, ALLOW_USER_SRP_AUTH and ALLOW_CUSTOM_AUTH."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        least = "" if may_rotate(diagnostic) else f" (only {REFRESH_FLOW} to keep sign-in through the SDK out)"
        return f"Name the flows this client needs{least}, or remove the property."
