from cfn_lint_cognito.client_secret._secret_words import without_secret
from cfn_lint_cognito.engine.report.evidence import documented, tested
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic


class ReadsSecretNotGenerated(AppClientRule):
    """`Fn::GetAtt` or `Fn::Sub` reads ClientSecret only of clients with `GenerateSecret: true`.

    Points at the reader, anywhere in the template.

    ## Why

    There is nothing to read: AWS documents that a client has a secret only if it generates one. GenerateSecret cannot be
    turned on later without a replacement, which gives the client a new ID.

    ## In the CDK

    The construct throws when `user_pool_client_secret` is read without `generate_secret`.

    ```python
    client = pool.add_client("Service", generate_secret=True)
    client.user_pool_client_secret
    ```

    ```typescript
    const client = pool.addClient('Service', { generateSecret: true });
    client.userPoolClientSecret;
    ```

    ## When to ignore

    Never: there is nothing to read.

    ## References

    - [AWS::Cognito::UserPoolClient, return values](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html)
    - [A secret that does not exist](https://github.com/aws/aws-cdk/issues/28785)
    """

    id = "E9581"
    shortdesc = "Reads a client secret that is not generated"
    evidence = (
        documented(
            "https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_cognito.IUserPoolClient.html",
            'The generated client secret. Only available if the "generateSecret" props is set to true',
        ),
        tested(
            "https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/cognitoidp/user_pool_client_test.go",
            "a client made without a word about a secret has none",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        client = diagnostic.display_name(*diagnostic.path[:3], "Client")
        return (
            f"{client} has no client secret to read: its {without_secret(diagnostic)}. The attribute ClientSecret is only "
            "available where a secret is generated."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return f"Set {diagnostic.name('GenerateSecret')} to true, which replaces an existing client, or do not read the secret."
