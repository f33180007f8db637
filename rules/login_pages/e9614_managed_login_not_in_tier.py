from cfn_lint_cognito.engine.facts.names import BRANDING, DOMAIN
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note

_TIER = ("Pool", "Tier")


class ManagedLoginNotInTier(Rule):
    """On a pool whose UserPoolTier is LITE no domain has ManagedLoginVersion 2.

    A pool without UserPoolTier has ESSENTIALS. While the tier is LITE, W9557 asks no client for a style.

    ## Why

    Cognito rejects the domain with `The following feature is not available for the LITE pricing tier configured: Managed
    Login Version 2`. LITE has the classic pages only. What each tier has:

    {{table: tiers}}

    ## In the CDK

    ```python
    pool = UserPool(self, "Pool", feature_plan=FeaturePlan.ESSENTIALS)
    pool.add_domain(
        "Domain",
        cognito_domain=CognitoDomainOptions(domain_prefix="acme-login"),
        managed_login_version=ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    )
    ```

    ```typescript
    const pool = new UserPool(this, 'Pool', { featurePlan: FeaturePlan.ESSENTIALS });
    pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: 'acme-login' },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    ```

    ## When to ignore

    Never: Cognito rejects the domain.

    ## References

    - [User pool feature plans](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html)
    - [Managed login and the classic pages](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-managed-login.html)
    """

    id = "E9614"
    shortdesc = "Managed login is not in the pool's tier"
    resource_types = (DOMAIN,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-managed-login-version-tier/meta.yaml",
            "The following feature is not available for the LITE pricing tier configured: Managed Login Version 2",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolDomain.html",
            "When you use the API or an SDK, you must create a branding style yourself.",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        version = with_note(f"ManagedLoginVersion {diagnostic.value}", diagnostic.source())
        tier = with_note(f"UserPoolTier {diagnostic.get(*_TIER)}", diagnostic.source(*_TIER))
        return (
            f"{version} needs ESSENTIALS or PLUS, and {diagnostic.get('Pool', 'Reference')} has {tier}; Cognito rejects the "
            f'domain with "... not available for the {diagnostic.get(*_TIER)} pricing tier configured: Managed Login Version 2".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return (
            f"Set {diagnostic.name('ManagedLoginVersion')} to 1, the classic pages, or {diagnostic.name_in_pool('UserPoolTier')} to ESSENTIALS "
            f"(PLUS where the pool has threat protection), which costs more and asks for {diagnostic.new(BRANDING)} for each client."
        )
