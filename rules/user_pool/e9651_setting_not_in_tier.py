from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.report.constructs import Kind
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import among, listed, with_note
from cfn_lint_cognito.engine.schemas import names

_TIER = ("Properties", "UserPoolTier")
_PROTECTION = ("Properties", "UserPoolAddOns", "AdvancedSecurityMode")


class SettingNotInTier(Rule):
    """A user pool has no setting that its UserPoolTier leaves out. Token customization (LambdaVersion V2_0, V3_0) and sign-in
    without a password need ESSENTIALS; threat protection (AdvancedSecurityMode AUDIT, ENFORCED) needs PLUS.

    A pool without UserPoolTier is not judged: a new one is in ESSENTIALS, and older ones keep the features that they have.
    Pools that are older than the tiers keep threat protection in LITE, so W9697 is about LITE.

    ## Why

    Cognito rejects the pool with a text that begins with `The following features need to be disabled for the LITE pricing
    tier configured`, and names the features. What each tier has:

    {{table: tiers}}

    ## In the CDK

    `feature_plan` is the tier. Of the three the construct checks sign-in without a password.

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

    Never: Cognito makes no such pool.

    ## References

    - [User pool feature plans](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html)
    - [Threat protection on a pool that was made earlier](https://github.com/aws/aws-cdk/issues/36023)
    """

    id = "E9651"
    shortdesc = "Setting is not in the pool's tier"
    resource_types = (USER_POOL,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-pre-token-generation-config-tier/meta.yaml",
            "The following features need to be disabled for the LITE pricing tier configured: Token Customization with Pre-Token Generation Lambda V2_0",
        ),
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-signin-policy-webauthn-tier/meta.yaml",
            "The following features need to be disabled for the LITE pricing tier configured: Passwordless Sign-In",
        ),
        deployed(
            "https://github.com/hashicorp/terraform-provider-aws/pull/40734",
            "The following features need to be disabled for the ESSENTIALS pricing tier configured: Threat Protection",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html",
            "Event versions one, two, and three are available in the Essentials and Plus feature plans.",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        tier = diagnostic.get(*_TIER)
        setting = str(diagnostic.path[-1])
        value = diagnostic.value if isinstance(diagnostic.value, str) else listed(self._factors(diagnostic))
        verb = "holds" if isinstance(diagnostic.value, list) else "is"
        return (
            f"{setting} {verb} {with_note(value, diagnostic.source())}, and {self._feature(diagnostic)} is not in the tier "
            f"{with_note(tier, diagnostic.source(*_TIER))} of this pool; Cognito rejects it with "
            f'"The following features need to be disabled for the {tier} pricing tier configured{self._name(diagnostic)}".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        off = "NO_ENFORCEMENT" if diagnostic.kind is Kind.L2 else "OFF"
        return {
            "LambdaVersion": (
                f"Set {diagnostic.name('UserPoolTier')} to {self._needed(diagnostic)}, or {diagnostic.name('LambdaVersion')} to V1_0, whose events the function then gets."
            ),
            "AllowedFirstAuthFactors": (
                f"Set {diagnostic.name('UserPoolTier')} to {self._needed(diagnostic)}, or leave only PASSWORD in {diagnostic.name('AllowedFirstAuthFactors')}."
            ),
            "AdvancedSecurityMode": (
                f"Set {diagnostic.name('UserPoolTier')} to {self._needed(diagnostic)}, or {diagnostic.name('AdvancedSecurityMode')} to {off}, which ends the protection."
            ),
        }[str(diagnostic.path[-1])]

    def _feature(self, diagnostic: Diagnostic) -> str:
        return {
            "LambdaVersion": "token customization",
            "AllowedFirstAuthFactors": "sign-in without a password",
            "AdvancedSecurityMode": "threat protection",
        }[str(diagnostic.path[-1])]

    def _name(self, diagnostic: Diagnostic) -> str:
        """What Cognito calls the feature, where somebody has recorded it."""
        if diagnostic.value == "V3_0":
            return ""
        return {
            "LambdaVersion": ": Token Customization with Pre-Token Generation Lambda V2_0",
            "AllowedFirstAuthFactors": ": Passwordless Sign-In",
            "AdvancedSecurityMode": ": Threat Protection",
        }[str(diagnostic.path[-1])]

    def _needed(self, diagnostic: Diagnostic) -> str:
        """The lowest tier that has the feature, and threat protection where the pool has that, too."""
        has_protection = diagnostic.known(*_PROTECTION) in names("modes of threat protection")
        without = {
            "LambdaVersion": names("tiers without token customization"),
            "AllowedFirstAuthFactors": names("tiers without passwordless sign-in"),
            "AdvancedSecurityMode": names("tiers without threat protection"),
        }[str(diagnostic.path[-1])]
        if has_protection:
            without = (*without, *names("tiers without threat protection"))
        return next(tier for tier in names("tiers") if tier not in without)

    def _factors(self, diagnostic: Diagnostic) -> list[str]:
        return among(diagnostic.value, names("factors without a password"))
