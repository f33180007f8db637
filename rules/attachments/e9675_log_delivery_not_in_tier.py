from cfn_lint_cognito.engine.facts.names import LOG_DELIVERY
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note

TIER = ("Pool", "Tier")


class LogDeliveryNotInTier(Rule):
    """The events of `userAuthEvents` are delivered from pools of the tier PLUS only.

    A pool without UserPoolTier is made as ESSENTIALS. Where such a pool has threat protection the rule is silent: it was
    probably made before there were tiers.

    ## Why

    Cognito rejects the configuration with `The following feature is not available for the ESSENTIALS pricing tier configured:
    Log Streaming`. What each tier has:

    {{table: tiers}}

    ## In the CDK

    ```python
    UserPool(self, "Pool", feature_plan=FeaturePlan.PLUS)
    ```

    ```typescript
    new UserPool(this, 'Pool', { featurePlan: FeaturePlan.PLUS });
    ```

    ## When to ignore

    When the tier of the pool is raised outside the template, or AWS put an older pool into PLUS.

    ## References

    - [User pool feature plans](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html)
    """

    id = "E9675"
    shortdesc = "Log delivery is not in the pool's tier"
    resource_types = (LOG_DELIVERY,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-log-delivery-user-auth-events-tier/meta.yaml",
            "The following feature is not available for the ESSENTIALS pricing tier configured: Log Streaming",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_LogConfigurationType.html",
            "To send info-level logs about threat-protection user activity in user pools with the Plus feature plan, set to userAuthEvents.",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        tier = diagnostic.get(*TIER)
        if diagnostic.get("Pool", "TierIsGiven"):
            has = f"has {with_note(f'UserPoolTier {tier}', diagnostic.source(*TIER))}"
        else:
            has = f"has no UserPoolTier, with which it is made as {tier}"
        return (
            f"{with_note(diagnostic.value, diagnostic.source())} needs the tier PLUS, and {diagnostic.get('Pool', 'Reference')} {has}; Cognito "
            f'rejects the configuration with "The following feature is not available for the {tier} pricing tier '
            'configured: Log Streaming".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return f"Set {diagnostic.name_in_pool('UserPoolTier')} to PLUS, which costs more, or deliver userNotification only."
