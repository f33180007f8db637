from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import among, listed, with_note
from cfn_lint_cognito.engine.schemas import names
from cfn_lint_cognito.engine.values.document_part import DocumentPath

_MFA = ("Properties", "MfaConfiguration")


class OneTimeCodesWithRequiredMfa(Rule):
    """A user pool that requires MFA (MfaConfiguration: ON) lets nobody begin with a one-time code: AllowedFirstAuthFactors has
    neither EMAIL_OTP nor SMS_OTP.

    ## Why

    Cognito rejects the pool with `Only PASSWORD and WEB_AUTHN (if configured) can be enabled as an auth factor if MFA is
    enabled`. That is so for ON alone: with OPTIONAL it accepts the same factors. In an update the sign-in policy may be
    changed before the rest is rejected.

    ## In the CDK

    The construct does not look for it.

    ```python
    UserPool(
        self,
        "Pool",
        mfa=Mfa.OPTIONAL,
        mfa_second_factor=MfaSecondFactor(otp=True, sms=False),
        sign_in_policy=SignInPolicy(allowed_first_auth_factors=AllowedFirstAuthFactors(password=True, email_otp=True)),
    )
    ```

    ```typescript
    new UserPool(this, 'Pool', {
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      signInPolicy: { allowedFirstAuthFactors: { password: true, emailOtp: true } },
    });
    ```

    ## When to ignore

    Never: Cognito accepts no such pool.

    ## References

    - [SignInPolicyType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignInPolicyType.html): AllowedFirstAuthFactors
    - [MFA in user pools](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html)
    - [What Cognito answers](https://github.com/go-to-k/cdkd/issues/1975)
    """

    id = "E9665"
    shortdesc = "One-time codes as first factor while MFA is required"
    resource_types = (USER_POOL,)
    evidence = (
        deployed(
            "https://github.com/go-to-k/cdkd/issues/1975",
            "Only PASSWORD and WEB_AUTHN (if configured) can be enabled as an auth factor if MFA is enabled",
        ),
    )

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return (*diagnostic.path, diagnostic.value.index(self._codes(diagnostic)[0]))

    def message(self, diagnostic: Diagnostic) -> str:
        codes = with_note(listed(self._codes(diagnostic)), diagnostic.source(*self.anchor(diagnostic)))
        return (
            f"AllowedFirstAuthFactors holds {codes} and MfaConfiguration is {with_note('ON', diagnostic.source(*_MFA))}; Cognito "
            'rejects the pool with "Only PASSWORD and WEB_AUTHN (if configured) can be enabled as an auth factor if MFA is '
            'enabled".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        codes = self._codes(diagnostic)
        no_codes = f"Remove {listed(codes)}"
        if all(factor in codes for factor in diagnostic.value):
            no_codes = f"Write PASSWORD instead of {listed(codes)}"
        return f"{no_codes}, or set {diagnostic.name('MfaConfiguration')} to OPTIONAL, with which users without a second factor can sign in, too."

    def _codes(self, diagnostic: Diagnostic) -> list[str]:
        return among(diagnostic.value, names("one-time codes as first factors"))
