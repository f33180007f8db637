from cfn_lint_cognito.engine.facts.names import UI_CUSTOMIZATION
from cfn_lint_cognito.engine.report.constructs import Kind
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import listed
from cfn_lint_cognito.login_pages._waiting_words import OTHER_DOMAINS


class UICustomizationWithoutDomain(Rule):
    """A pool of the template whose classic login pages get a style has an AWS::Cognito::UserPoolDomain in the template.

    Silent where a macro rewrites the template, and where a custom resource or nested stack refers to the pool: either may make
    the domain. Silent, too, where the style does not wait for a domain that other deployments have beside it: that is E9618, and
    what fixes it keeps the style to those.

    ## Why

    Cognito rejects a style for a pool without a domain with `There has to be an existing domain associated with this user
    pool.`, and the stack ends in ROLLBACK_FAILED. It is a warning, since the domain may be made elsewhere before the style is
    added to the template.

    ## In the CDK

    ```python
    domain = pool.add_domain("Domain", cognito_domain=CognitoDomainOptions(domain_prefix="acme-login"))
    look = CfnUserPoolUICustomizationAttachment(
        self, "Look", user_pool_id=pool.user_pool_id, client_id="ALL", css=".logo-customizable { max-width: 60%; }"
    )
    look.node.add_dependency(domain)
    ```

    ```typescript
    const domain = pool.addDomain('Domain', { cognitoDomain: { domainPrefix: 'acme-login' } });
    const look = new CfnUserPoolUICustomizationAttachment(this, 'Look', {
      userPoolId: pool.userPoolId,
      clientId: 'ALL',
      css: '.logo-customizable { max-width: 60%; }',
    });
    look.node.addDependency(domain);
    ```

    ## When to ignore

    When the domain is made outside the template, and before the style.

    ## References

    - [SetUICustomization](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUICustomization.html): a domain has to exist
    """

    id = "W9619"
    shortdesc = "UI customization without a domain"
    resource_types = (UI_CUSTOMIZATION,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-ui-customization-requires-domain/meta.yaml",
            "There has to be an existing domain associated with this user pool.",
        ),
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-ui-customization-requires-domain/meta.yaml",
            "ROLLBACK_FAILED",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUICustomization.html",
            "Your user pool must have a domain.",
        ),
    )
    anchor_paths = (("Properties", "UserPoolId"),)
    report_at_use = True

    def applies(self, diagnostic: Diagnostic) -> bool:
        others = diagnostic.get(*OTHER_DOMAINS)
        return not others or any(domain["Awaited"] for domain in others)

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            f"The template gives {diagnostic.get('Pool', 'Reference')} no AWS::Cognito::UserPoolDomain; unless it has one from "
            'elsewhere, Cognito rejects this UI customization with "There has to be an existing domain associated with this '
            'user pool.", and the stack ends in ROLLBACK_FAILED.'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        others = diagnostic.get(*OTHER_DOMAINS)
        if others:
            return (
                f"Make this style only where {listed(dict.fromkeys(domain['Condition'] for domain in others), 'or')} holds, the "
                f"condition of {listed((diagnostic.document.display_name(domain['Resource']) for domain in others), 'or')}, or give that pool a domain otherwise, too."
            )
        return (
            "Add a domain for that pool, and name it in DependsOn here."
            if diagnostic.kind is Kind.TEMPLATE
            else f"Add a domain for that pool, and let this resource wait for it by {diagnostic.spelled('node.addDependency')}."
        )
