from cfn_lint_cognito.engine.facts.names import UI_CUSTOMIZATION
from cfn_lint_cognito.engine.report.changes import awaiting
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.login_pages._waiting_words import OTHER_DOMAINS, not_awaited, sentence


class UICustomizationWithoutWaiting(Rule):
    """The style of the classic login pages waits for a domain of its pool.

    Asked where the pool and a domain for it are in the template. Waiting means that CloudFormation creates the domain first: by
    DependsOn, or because the style refers to it, directly or through other resources. DependsOn cannot name a domain that is
    absent from some of the deployments that have the style: there the style is to be made under the domain's condition.

    ## Why

    If the style is made first, Cognito rejects it with `There has to be an existing domain associated with this user pool.`
    The rollback fails too: the stack ends in ROLLBACK_FAILED. The style has no property that names the domain, so
    CloudFormation makes both at the same time.

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

    Never; one line of DependsOn costs nothing.

    ## References

    - [The style of the classic pages](https://docs.aws.amazon.com/cognito/latest/developerguide/hosted-ui-classic-branding.html)
    """

    id = "E9618"
    shortdesc = "UI customization does not wait for the domain"
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

    def message(self, diagnostic: Diagnostic) -> str:
        domain = not_awaited(diagnostic)
        creates = "creates" if domain["IsWaiting"] else "may create"
        return (
            f"This UI customization does not wait for {domain['Resource']}, the domain of {diagnostic.get('Pool', 'Reference')}. "
            f'CloudFormation {creates} the customization first; Cognito then rejects it with "There has to be an existing '
            'domain associated with this user pool.", and the stack ends in ROLLBACK_FAILED.'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        domain = not_awaited(diagnostic)
        wait = diagnostic.awaiting(domain["Resource"])
        if domain["Condition"]:
            wait = f"make this style only where {domain['Condition']} holds, the condition of that domain, and {wait}"
            if diagnostic.get(*OTHER_DOMAINS):
                wait += "; deployments with another domain get a style of their own"
        return sentence(diagnostic, domain, wait)

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        thing = not_awaited(diagnostic)
        return None if thing["IsWaiting"] or thing["Condition"] else awaiting(diagnostic, thing["Resource"])
