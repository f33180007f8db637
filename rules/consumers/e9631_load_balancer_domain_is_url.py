from cfn_lint_cognito.consumers._domain_words import domain_is, edits_to_name, name_instead
from cfn_lint_cognito.engine.facts.names import LISTENER, LISTENER_RULE
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.values.document_part import DocumentPath


class LoadBalancerDomainIsUrl(Rule):
    """`UserPoolDomain` of an authenticate-cognito action is the prefix of the pool's domain, or its custom domain, and no URL.

    Applies to listeners and listener rules.

    ## Why

    Elastic Load Balancing rejects the listener with `The user pool domain ... is not associated with the provided user pool`:
    it looks for a domain of exactly that name. Public reports show that it takes the same value without `https://`.

    ## In the CDK

    `AuthenticateCognitoAction` takes the domain itself and passes on its name.

    ```python
    domain = pool.add_domain("Domain", cognito_domain=CognitoDomainOptions(domain_prefix="acme-shop"))
    CfnListener.AuthenticateCognitoConfigProperty(
        user_pool_arn=pool.user_pool_arn,
        user_pool_client_id=client.user_pool_client_id,
        user_pool_domain=domain.domain_name,
    )
    ```

    ```typescript
    const domain = pool.addDomain('Domain', { cognitoDomain: { domainPrefix: 'acme-shop' } });
    const config: CfnListener.AuthenticateCognitoConfigProperty = {
      userPoolArn: pool.userPoolArn,
      userPoolClientId: client.userPoolClientId,
      userPoolDomain: domain.domainName,
    };
    ```

    ## When to ignore

    Never: the load balancer accepts no URL here.

    ## References

    - [AuthenticateCognitoActionConfig](https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AuthenticateCognitoActionConfig.html): UserPoolDomain
    """

    id = "E9631"
    shortdesc = "Load balancer's user pool domain is a URL"
    resource_types = (LISTENER, LISTENER_RULE)
    evidence = (
        deployed(
            "https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/1280",
            "is not associated with the provided user pool",
        ),
        documented(
            "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AuthenticateCognitoActionConfig.html",
            "The domain prefix or fully-qualified domain name of the Amazon Cognito user pool.",
        ),
    )

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return diagnostic.path[:4]

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            f"{domain_is(diagnostic)}, a URL, and Elastic Load Balancing rejects the action with "
            '"The user pool domain ... is not associated with the provided user pool".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return name_instead(diagnostic)

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        return edits_to_name(diagnostic)
