from cfn_lint_cognito.engine.report.evidence import documented, inferred
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import with_note

TIER = ("Pool", "Tier")


class FeatureNotInTier(AppClientRule):
    """On a pool whose UserPoolTier is LITE a client neither rotates refresh tokens nor lists ALLOW_USER_AUTH.

    ## Why

    Cognito very likely rejects the client, with FeatureUnavailableInTierException. AWS documents that both need a higher
    tier; nobody has recorded the answer. What each tier has:

    {{table: tiers}}

    ## In the CDK

    ```python
    UserPool(self, "Pool", feature_plan=FeaturePlan.ESSENTIALS)
    ```

    ```typescript
    new UserPool(this, 'Pool', { featurePlan: FeaturePlan.ESSENTIALS });
    ```

    ## When to ignore

    When the tier of the pool is raised outside the template.

    ## References

    - [User pool feature plans](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html)
    """

    id = "W9565"
    shortdesc = "Feature is not in the pool's tier"
    evidence = (
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
            "To activate this setting, your user pool must be in the Essentials tier or higher.",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
            "This exception is thrown when a feature that you attempted to use or configure isn't included in your user pool's current feature plan.",
        ),
        inferred(
            "https://aws.amazon.com/about-aws/whats-new/2025/04/amazon-cognito-refresh-token-rotation/",
            "AWS announced rotation for the tiers above LITE; no rejected client is on record",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        feature = "Refresh token rotation" if "RefreshTokenRotation" in diagnostic.path else str(diagnostic.value)
        tier = with_note(f"UserPoolTier {diagnostic.get(*TIER)}", diagnostic.source(*TIER))
        return (
            f"{with_note(feature, diagnostic.source())} needs the tier ESSENTIALS or PLUS, and {diagnostic.get('Pool', 'Reference')} has "
            f"{tier}. Cognito very likely rejects the client (FeatureUnavailableInTierException)."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return f"Set {diagnostic.name_in_pool('UserPoolTier')} to ESSENTIALS (PLUS where the pool has threat protection), or give up the feature."
