from cfn_lint_cognito.consumers._domain_words import domain_is, edits_to_name, name_instead
from cfn_lint_cognito.engine.facts.names import LISTENER, LISTENER_RULE
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import documented, inferred
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.values.document_part import DocumentPath


class LoadBalancerDomainIsHost(Rule):
    """`UserPoolDomain` of an authenticate-cognito action is the prefix of a domain of Cognito, and not its whole host name.

    Applies to listeners and listener rules. The host name of a custom domain is right as it is. A URL is reported by E9631.

    ## Why

    Elastic Load Balancing very likely rejects the listener with `The user pool domain ... is not associated with the provided
    user pool`, as it does for URLs. Nobody has recorded it for the host name. The name of a domain of Cognito is its prefix:
    `acme-shop`, not `acme-shop.auth.eu-west-1.amazoncognito.com`.

    ## In the CDK

    `AuthenticateCognitoAction` takes the domain itself and passes on its name. `base_url()` returns the URL, `domain_name` the
    prefix.

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

    When the listener is deployed as it is and users sign in.

    ## References

    - [AuthenticateCognitoActionConfig](https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AuthenticateCognitoActionConfig.html): UserPoolDomain
    """

    id = "W9632"
    shortdesc = "Load balancer's user pool domain is a host of Cognito"
    resource_types = (LISTENER, LISTENER_RULE)
    evidence = (
        inferred(
            "https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/1280",
            "The load balancer gives that answer to a URL, and it looks for a domain of exactly that name.",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolDomain.html",
            "For prefix domains, this is the prefix alone, such as myprefix.",
        ),
    )

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return diagnostic.path[:4]

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            f"{domain_is(diagnostic)}, the host name of a domain that goes by its prefix; Elastic Load Balancing very likely "
            'rejects the action with "The user pool domain ... is not associated with the provided user pool".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return name_instead(diagnostic)

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        return edits_to_name(diagnostic)
