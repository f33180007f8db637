from cfn_lint_cognito.engine.report.evidence import documented
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic


class SecretInPlainSight(AppClientRule):
    """No client secret is written where everybody who may look at the stack can read it.

    That is an output, the environment of a Lambda function, an ECS task or a CodeBuild project, or an SSM parameter. Secrets
    Manager is the right place.

    ## Why

    Whoever may look at the stack can act as the client: DescribeStacks, consoles and logs show the secret in plain text,
    and it stays there.

    ## In the CDK

    ```python
    Secret(self, "ClientSecret", secret_string_value=client.user_pool_client_secret)
    ```

    ```typescript
    new Secret(this, 'ClientSecret', { secretStringValue: client.userPoolClientSecret });
    ```

    ## When to ignore

    When everybody who may describe the stack may act as the client.

    ## References

    - [AWS::Cognito::UserPoolClient, return values](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html)
    - [AWS::SecretsManager::Secret](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html)
    """

    id = "W9582"
    shortdesc = "Client secret in plain sight"
    evidence = (
        documented(
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html",
            "CloudFormation doesn't redact or obfuscate any information you include in the Outputs section.",
        ),
        documented(
            "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html",
            "To increase security, we recommend that you use AWS Secrets Manager instead of environment variables to store database credentials and other sensitive information like API keys or authorization tokens.",
        ),
        documented(
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-codebuild-project-environmentvariable.html",
            "Environment variables can be displayed in plain text using the AWS CodeBuild console and the AWS Command Line Interface (AWS CLI).",
        ),
        documented(
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-taskdefinition-containerdefinition.html",
            "We don't recommend that you use plaintext environment variables for sensitive information, such as credential data.",
        ),
        documented(
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-parameter.html",
            "Parameters of type SecureString are not supported by CloudFormation.",
        ),
    )
    fix_in_cdk = "Put it into a Secret, with {userPoolClientSecret} of the client as its {secretStringValue}, and pass on the ARN of that secret."

    def message(self, diagnostic: Diagnostic) -> str:
        return f"The client secret stands in plain text in {diagnostic.value}, for everybody who may look at it."

    def fix(self, diagnostic: Diagnostic) -> str:
        client = diagnostic.get(*diagnostic.path[:3], "Client")
        return (
            f"Put it into an AWS::SecretsManager::Secret (SecretString: !GetAtt {client}.ClientSecret), and pass on the ARN "
            "of that secret instead."
        )
