from cfn_lint_cognito.auth_flows._rotation_words import pool_lacks_rotation
from cfn_lint_cognito.engine.report.changes import appended
from cfn_lint_cognito.engine.report.constructs import Kind
from cfn_lint_cognito.engine.report.edits import UNSAFE, Edits
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import listed, with_note


class NoRefreshFlow(AppClientRule):
    """A list of ALLOW_ flows holds ALLOW_REFRESH_TOKEN_AUTH, unless refresh tokens rotate.

    Silent where legacy flows are listed: they need no such entry.

    ## Why

    Users may have to sign in again as soon as their access token ends: without this flow no app can renew it with the
    refresh token. And Cognito has rejected such clients with `REFRESH_TOKEN_AUTH should always be allowed.` Whether it
    still does is not on record.

    ## In the CDK

    The construct adds the flow by itself. `CfnUserPoolClient` does not:

    ```python
    CfnUserPoolClient(
        self,
        "Web",
        user_pool_id=pool.user_pool_id,
        explicit_auth_flows=["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    )
    ```

    ```typescript
    new CfnUserPoolClient(this, 'Web', {
      userPoolId: pool.userPoolId,
      explicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    });
    ```

    ## When to ignore

    When a deploy has shown that Cognito takes the client, and nobody is to stay signed in.

    ## References

    - [AWS::Cognito::UserPoolClient](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html): ExplicitAuthFlows
    """

    id = "W9563"
    shortdesc = "Auth flows leave out ALLOW_REFRESH_TOKEN_AUTH"
    evidence = (
        deployed(
            "https://github.com/aws/aws-cdk/issues/7625",
            "REFRESH_TOKEN_AUTH should always be allowed.",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
            "ALLOW_REFRESH_TOKEN_AUTH: Enable authflow to refresh tokens.",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        flows = with_note(listed(dict.fromkeys(diagnostic.value)), diagnostic.source())
        return (
            f"ExplicitAuthFlows lists {flows} without {self._flow(diagnostic)}. Cognito has rejected such clients with "
            '"REFRESH_TOKEN_AUTH should always be allowed."; where it takes them, users have to sign in again when '
            "their access token ends."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        rotation = (
            ""
            if pool_lacks_rotation(diagnostic)
            else ", or "
            + (
                f"set {diagnostic.name('RefreshTokenRotation')}"
                if diagnostic.kind is Kind.L2
                else f"set {diagnostic.name('RefreshTokenRotation.Feature')} to ENABLED"
            )
        )
        return f"Add {self._flow(diagnostic)}{rotation}."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        return appended(diagnostic, [self._flow(diagnostic)], applicability=UNSAFE)

    def _flow(self, diagnostic: Diagnostic) -> str:
        return str(diagnostic.expected["const"])
