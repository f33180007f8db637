from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.report.changes import switched
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note
from cfn_lint_cognito.engine.values.document_part import DocumentPath

_MFA = ("Properties", "MfaConfiguration")
_CONFIGURATION = ("Properties", "WebAuthnFactorConfiguration")
_FIRST_FACTORS = ("Properties", "Policies", "SignInPolicy", "AllowedFirstAuthFactors")
_PASSKEY = "WEB_AUTHN"


class PasskeysWithRequiredMfa(Rule):
    """A user pool that requires MFA (MfaConfiguration: ON) and lets users begin with a passkey (WEB_AUTHN) has
    `WebAuthnFactorConfiguration: MULTI_FACTOR_WITH_USER_VERIFICATION`.

    ## Why

    Cognito rejects the pool with `Cannot set WebAuthn factor configuration to SINGLE_FACTOR if MFA is required and WebAuthn is
    an allowed first auth factor`, or with `WEB_AUTHN cannot be used as an auth factor when MFA is enabled if not configured
    for MFA.` A pool without WebAuthnFactorConfiguration has SINGLE_FACTOR. With the other value, a passkey that verifies the
    user counts as both factors. With MfaConfiguration OPTIONAL Cognito accepts either value.

    ## In the CDK

    The construct has no property for it; its CfnUserPool has.

    ```python
    pool = UserPool(
        self,
        "Pool",
        mfa=Mfa.REQUIRED,
        mfa_second_factor=MfaSecondFactor(otp=True, sms=False),
        passkey_relying_party_id="auth.example.com",
        sign_in_policy=SignInPolicy(allowed_first_auth_factors=AllowedFirstAuthFactors(password=True, passkey=True)),
    )
    pool.node.default_child.web_authn_factor_configuration = "MULTI_FACTOR_WITH_USER_VERIFICATION"
    ```

    ```typescript
    const pool = new UserPool(this, 'Pool', {
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passkeyRelyingPartyId: 'auth.example.com',
      signInPolicy: { allowedFirstAuthFactors: { password: true, passkey: true } },
    });
    (pool.node.defaultChild as CfnUserPool).webAuthnFactorConfiguration = 'MULTI_FACTOR_WITH_USER_VERIFICATION';
    ```

    ## When to ignore

    Never: Cognito accepts no such pool.

    ## References

    - [WebAuthnConfigurationType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_WebAuthnConfigurationType.html): FactorConfiguration
    - [MFA in user pools](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html)
    - [Passkeys where MFA is required](https://github.com/hashicorp/terraform-provider-aws/issues/50110)
    """

    id = "E9666"
    shortdesc = "Passkeys as first factor while MFA is required"
    resource_types = (USER_POOL,)
    evidence = (
        deployed(
            "https://github.com/go-to-k/cdkd/issues/2064",
            "Cannot set WebAuthn factor configuration to SINGLE_FACTOR if MFA is required and WebAuthn is an allowed first auth factor",
        ),
        deployed(
            "https://github.com/hashicorp/terraform-provider-aws/issues/50110",
            "WEB_AUTHN cannot be used as an auth factor when MFA is enabled if not configured for MFA.",
        ),
    )

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        if diagnostic.get(*_CONFIGURATION) is not None:
            return _CONFIGURATION
        return (*_FIRST_FACTORS, diagnostic.get(*_FIRST_FACTORS).index(_PASSKEY))

    def message(self, diagnostic: Diagnostic) -> str:
        configuration = diagnostic.get(*_CONFIGURATION)
        single = (
            "there is no WebAuthnFactorConfiguration, so that SINGLE_FACTOR counts"
            if configuration is None
            else f"WebAuthnFactorConfiguration is {with_note(configuration, diagnostic.source(*_CONFIGURATION))}"
        )
        return (
            f"MfaConfiguration is {with_note('ON', diagnostic.source(*_MFA))}, AllowedFirstAuthFactors holds {_PASSKEY}, and {single}; "
            'Cognito rejects the pool with "Cannot set WebAuthn factor configuration to SINGLE_FACTOR if MFA is required and '
            'WebAuthn is an allowed first auth factor".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return f"Set {diagnostic.name('WebAuthnFactorConfiguration')} to MULTI_FACTOR_WITH_USER_VERIFICATION."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        return switched(diagnostic, "MULTI_FACTOR_WITH_USER_VERIFICATION", *_CONFIGURATION)
