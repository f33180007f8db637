from cfn_lint_cognito.auth_flows._rotation_words import REFRESH_FLOW, pool_lacks_rotation
from cfn_lint_cognito.engine.report.evidence import documented, inferred
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic


class RotationWithoutFeature(AppClientRule):
    """RefreshTokenRotation says in Feature whether refresh tokens rotate.

    ## Why

    Cognito very likely rejects the client: its API requires Feature, although CloudFormation does not ask for it. A grace
    period alone does not turn rotation on.

    ## In the CDK

    The construct writes the Feature when the grace period is given.

    ```python
    pool.add_client("Web", refresh_token_rotation_grace_period=Duration.seconds(10))
    ```

    ```typescript
    pool.addClient('Web', { refreshTokenRotationGracePeriod: Duration.seconds(10) });
    ```

    ## When to ignore

    When a deploy has shown that Cognito takes the client.

    ## References

    - [AWS::Cognito::UserPoolClient RefreshTokenRotation](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cognito-userpoolclient-refreshtokenrotation.html): Feature
    """

    id = "W9564"
    shortdesc = "Refresh token rotation without a Feature"
    evidence = (
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RefreshTokenRotationType.html",
            "Feature: The state of refresh token rotation for the current app client. Required: Yes",
        ),
        inferred(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RefreshTokenRotationType.html",
            "a call without a required field fails; what Cognito answers to CloudFormation is not on record",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            "RefreshTokenRotation is set without Feature, which the Cognito API requires; Cognito very likely rejects "
            "the client."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        flows = diagnostic.known("Properties", "ExplicitAuthFlows") or ()
        cannot_rotate = REFRESH_FLOW in flows or pool_lacks_rotation(diagnostic)
        features = "DISABLED" if cannot_rotate else "ENABLED (or DISABLED)"
        return f"Set {diagnostic.name('Feature')} to {features}, or remove {diagnostic.name('RefreshTokenRotation')}."
