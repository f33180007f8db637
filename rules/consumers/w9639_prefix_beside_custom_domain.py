from cfn_lint_cognito.consumers._domain_words import custom_domain_instead, edits_to_custom_domain
from cfn_lint_cognito.engine.facts.names import LISTENER, LISTENER_RULE
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import documented, inferred
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note
from cfn_lint_cognito.engine.values.document_part import DocumentPath


class PrefixBesideCustomDomain(Rule):
    """`UserPoolDomain` of an authenticate-cognito action is the custom domain of the user pool where the pool has one, and not
    the prefix that it has as well.

    Applies to listeners and listener rules whose pool is in the template, with both domains. A prefix is a name without dots, or
    the Ref of an AWS::Cognito::UserPoolDomain without CustomDomainConfig.

    ## Why

    Elastic Load Balancing very likely rejects the action with `The user pool domain ... is not associated with the provided
    user pool`. It looks for one domain of a pool, and with a custom domain that is the one it finds. A stack that was made
    before the custom domain fails at its next update.

    ## In the CDK

    `AuthenticateCognitoAction` takes a domain and passes on its name: give it the custom one.

    ```python
    from aws_cdk.aws_certificatemanager import Certificate

    arn = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
    certificate = Certificate.from_certificate_arn(self, "Certificate", arn)
    custom = pool.add_domain(
        "Custom", custom_domain=CustomDomainOptions(domain_name="login.example.com", certificate=certificate)
    )
    CfnListener.AuthenticateCognitoConfigProperty(
        user_pool_arn=pool.user_pool_arn,
        user_pool_client_id=client.user_pool_client_id,
        user_pool_domain=custom.domain_name,
    )
    ```

    ```typescript
    const custom = pool.addDomain('Custom', { customDomain: { domainName: 'login.example.com', certificate } });
    const config: CfnListener.AuthenticateCognitoConfigProperty = {
      userPoolArn: pool.userPoolArn,
      userPoolClientId: client.userPoolClientId,
      userPoolDomain: custom.domainName,
    };
    ```

    ## When to ignore

    When the listener is deployed as it is and users sign in.

    ## References

    - [AuthenticateCognitoActionConfig](https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AuthenticateCognitoActionConfig.html): UserPoolDomain
    - [The same answer, for another reason](https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/1280)
    """

    id = "W9639"
    shortdesc = "Load balancer names the prefix beside a custom domain"
    resource_types = (LISTENER, LISTENER_RULE)
    evidence = (
        inferred(
            "https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/1280",
            "The load balancer gives that answer to any other name than the one it finds. One team has published that it also got it "
            "for the prefix, once its pool had a custom domain.",
        ),
        documented(
            "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AuthenticateCognitoActionConfig.html",
            "The domain prefix or fully-qualified domain name of the Amazon Cognito user pool.",
        ),
    )
    report_at_use = True

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return diagnostic.path[:3]

    def message(self, diagnostic: Diagnostic) -> str:
        action = diagnostic.path[:3]
        prefix = with_note(diagnostic.get(*action, "Text"), diagnostic.source(*action))
        return (
            f"UserPoolDomain is the prefix {prefix}, and the user pool {diagnostic.display_name(*action, 'Pool')} has the custom "
            f"domain {diagnostic.display_name(*action, 'CustomDomain')} as well; Elastic Load Balancing very likely rejects the "
            'action with "The user pool domain ... is not associated with the provided user pool".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return custom_domain_instead(diagnostic, *diagnostic.path[:3])

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        return edits_to_custom_domain(diagnostic, *diagnostic.path[:3])
