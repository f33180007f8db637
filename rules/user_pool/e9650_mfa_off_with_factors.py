from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.report.changes import removed
from cfn_lint_cognito.engine.report.edits import UNSAFE, Edits
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import listed, with_note
from cfn_lint_cognito.user_pool._sms import FIRST_FACTORS

_MFA = ("Properties", "MfaConfiguration")


class MfaOffWithFactors(Rule):
    """A user pool whose MfaConfiguration is OFF has no EnabledMfas. An empty list counts as none.

    ## Why

    Cognito rejects the pool with `Invalid MFA configuration given, can't turn off MFA and configure an MFA together.`

    ## In the CDK

    The construct writes EnabledMfas only where `mfa` is REQUIRED or OPTIONAL.

    ```python
    UserPool(self, "Pool", mfa=Mfa.OPTIONAL, mfa_second_factor=MfaSecondFactor(otp=True, sms=False))
    ```

    ```typescript
    new UserPool(this, 'Pool', { mfa: Mfa.OPTIONAL, mfaSecondFactor: { otp: true, sms: false } });
    ```

    ## When to ignore

    Never: Cognito makes no such pool.

    ## References

    - [SetUserPoolMfaConfig](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserPoolMfaConfig.html)
    - [AWS::Cognito::UserPool](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpool.html): EnabledMfas
    - [What Cognito answers](https://github.com/lgallard/terraform-aws-cognito-user-pool/issues/74)
    """

    id = "E9650"
    shortdesc = "MFA is off and has factors"
    resource_types = (USER_POOL,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-mfa-off-with-enabled-mfas/meta.yaml",
            "Invalid MFA configuration given, can't turn off MFA and configure an MFA together.",
        ),
    )
    anchor_paths = (("Properties", "EnabledMfas"),)
    report_at_use = True

    def message(self, diagnostic: Diagnostic) -> str:
        known = [factor for factor in diagnostic.value if isinstance(factor, str)]
        named = f"names {listed(known)}" if known else "is not empty"
        return (
            f"MfaConfiguration is {with_note('OFF', diagnostic.source(*_MFA))} and EnabledMfas {named}; Cognito rejects the pool with "
            '"Invalid MFA configuration given, can\'t turn off MFA and configure an MFA together."'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        if any(mode != "OFF" for mode in diagnostic.get("Possible", "MfaConfiguration")):
            return f"Remove {diagnostic.name('EnabledMfas')} where MFA is off, by {diagnostic.function('Fn::If')}."
        if self._needs_more_than_a_mode(diagnostic):
            return f"Remove {diagnostic.name('EnabledMfas')}."
        required = "" if self._has_other_first_factors(diagnostic) else " or ON"
        return f"Remove {diagnostic.name('EnabledMfas')}, or set {diagnostic.name('MfaConfiguration')} to OPTIONAL{required}."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        is_on_elsewhere = any(mode != "OFF" for mode in diagnostic.get("Possible", "MfaConfiguration"))
        if is_on_elsewhere or not self._needs_more_than_a_mode(diagnostic):  # Whether MFA is on is for people to say.
            return None
        return removed(diagnostic, "Properties", "EnabledMfas", applicability=UNSAFE)

    def _needs_more_than_a_mode(self, diagnostic: Diagnostic) -> bool:
        """Whether the factors lack something, once MFA is on: an email sender, SMS settings, or SMS beside such settings."""
        has_sms = diagnostic.get("Properties", "SmsConfiguration") is not None
        return "EMAIL_OTP" in diagnostic.value or has_sms != ("SMS_MFA" in diagnostic.value)

    def _has_other_first_factors(self, diagnostic: Diagnostic) -> bool:
        """Whether Cognito may refuse that MFA is required (E9665, E9666)."""
        factors = diagnostic.get(*FIRST_FACTORS)
        return factors is not None and factors != ["PASSWORD"]
