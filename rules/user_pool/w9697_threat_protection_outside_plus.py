from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note

_TIER = ("Properties", "UserPoolTier")


class ThreatProtectionOutsidePlus(Rule):
    """A user pool with threat protection (AdvancedSecurityMode AUDIT or ENFORCED) has UserPoolTier: PLUS.

    The rule is about pools without UserPoolTier and pools in LITE. Threat protection in ESSENTIALS is E9651.

    ## Why

    A new pool without UserPoolTier is in ESSENTIALS, and Cognito rejects it with `The following features need to be disabled
    for the ESSENTIALS pricing tier configured: Threat Protection`. A pool that is older than the tiers is in LITE and keeps threat
    protection there. The template does not tell which of the two it is for, so this is a warning.

    ## In the CDK

    `feature_plan` is the tier. The construct does not compare it with the threat protection mode.

    ```python
    UserPool(
        self,
        "Pool",
        feature_plan=FeaturePlan.PLUS,
        standard_threat_protection_mode=StandardThreatProtectionMode.FULL_FUNCTION,
    )
    ```

    ```typescript
    new UserPool(this, 'Pool', {
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
    });
    ```

    ## When to ignore

    When the template is only for pools that were made before there were tiers (November 2024).

    ## References

    - [User pool feature plans](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html)
    - [Threat protection on a pool that was made earlier](https://github.com/aws/aws-cdk/issues/36023)
    """

    id = "W9697"
    shortdesc = "Threat protection outside of the PLUS tier"
    resource_types = (USER_POOL,)
    evidence = (
        deployed(
            "https://github.com/hashicorp/terraform-provider-aws/pull/40734",
            "The following features need to be disabled for the ESSENTIALS pricing tier configured: Threat Protection",
        ),
        deployed(
            "https://github.com/aws/aws-cdk/pull/36027",
            "existing user pools on LITE plans are grandfathered and can legitimately use threat protection",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        tier = diagnostic.get(*_TIER)
        mode = with_note(diagnostic.value, diagnostic.source())
        if tier is None:
            return (
                f"AdvancedSecurityMode is {mode}, and the pool has no UserPoolTier. A new pool is then in ESSENTIALS, and Cognito "
                'rejects it with "The following features need to be disabled for the ESSENTIALS pricing tier configured: Threat '
                'Protection". Only a pool that is older than the tiers, which is in LITE, keeps it.'
            )
        return (
            f"AdvancedSecurityMode is {mode}, and UserPoolTier is {with_note(tier, diagnostic.source(*_TIER))}, which has no threat "
            "protection for a new pool. Only a pool that is older than the tiers keeps it there."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return f"Set {diagnostic.name('UserPoolTier')} to PLUS, which costs more for each user, unless the pool is older than the tiers."
