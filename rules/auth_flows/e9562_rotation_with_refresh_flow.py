from cfn_lint_cognito.engine.report.changes import removed
from cfn_lint_cognito.engine.report.constructs import Kind
from cfn_lint_cognito.engine.report.edits import UNSAFE, Edits
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import with_note
from cfn_lint_cognito.engine.values.document_part import DocumentPath

FEATURE = ("Properties", "RefreshTokenRotation", "Feature")


class RotationWithRefreshFlow(AppClientRule):
    """A client that rotates its refresh tokens does not list ALLOW_REFRESH_TOKEN_AUTH.

    An absent ExplicitAuthFlows is fine, and so is the flow beside `Feature: DISABLED`.

    ## Why

    Cognito rejects the client with `ALLOW_REFRESH_TOKEN_AUTH is not a permitted ExplicitAuthFlow when refresh token
    rotation is enabled.` With rotation, apps trade their refresh token in with GetTokensFromRefreshToken instead of
    that flow.

    ## In the CDK

    The construct leaves the flow out when the grace period is given. Older releases always add it.

    ```python
    pool.add_client(
        "Web",
        auth_flows=AuthFlow(user_srp=True),
        refresh_token_rotation_grace_period=Duration.seconds(10),
    )
    ```

    ```typescript
    pool.addClient('Web', {
      authFlows: { userSrp: true },
      refreshTokenRotationGracePeriod: Duration.seconds(10),
    });
    ```

    ## When to ignore

    Never: Cognito accepts no such client.

    ## References

    - [AWS::Cognito::UserPoolClient](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html): ExplicitAuthFlows, RefreshTokenRotation
    - [GetTokensFromRefreshToken](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetTokensFromRefreshToken.html)
    """

    id = "E9562"
    shortdesc = "Refresh token rotation excludes ALLOW_REFRESH_TOKEN_AUTH"
    evidence = (
        deployed(
            "https://github.com/hashicorp/terraform-provider-aws/issues/47196",
            "ALLOW_REFRESH_TOKEN_AUTH is not a permitted ExplicitAuthFlow when refresh token rotation is enabled.",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html",
            "Refresh token rotation isn't compatible with the authentication flow REFRESH_TOKEN_AUTH. To implement refresh token rotation, you must disable this authentication flow in your app client",
        ),
    )

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return (*diagnostic.path, diagnostic.value.index(self._flow(diagnostic)))

    def message(self, diagnostic: Diagnostic) -> str:
        flow = self._flow(diagnostic)
        feature = with_note(str(diagnostic.get(*FEATURE)), diagnostic.source(*FEATURE))
        listed_flow = with_note(flow, diagnostic.source(*self.anchor(diagnostic)))
        return (
            f"ExplicitAuthFlows lists {listed_flow} while RefreshTokenRotation.Feature is {feature}; Cognito rejects "
            f'the client with "{flow} is not a permitted ExplicitAuthFlow when refresh token rotation is enabled."'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        off = (
            f"remove {diagnostic.name('RefreshTokenRotation')}"
            if diagnostic.kind is Kind.L2
            else f"set {diagnostic.name('Feature')} to DISABLED"
        )
        return f"Remove the flow (apps then refresh with GetTokensFromRefreshToken), or {off}."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        return removed(diagnostic, *self.anchor(diagnostic), applicability=UNSAFE)

    def _flow(self, diagnostic: Diagnostic) -> str:
        return str(diagnostic.expected["contains"]["const"])
