from cfn_lint_cognito.engine.facts.names import LISTENER, LISTENER_RULE
from cfn_lint_cognito.engine.report.evidence import documented
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note


class SignInOnHttpListener(Rule):
    """An authenticate-cognito action stands in a listener whose Protocol is HTTPS, or in a rule of such a listener.

    Fires where the Protocol is HTTP. Rules are asked where their listener is in the template.

    ## Why

    AWS documents the action for HTTPS listeners only. Cognito sends users back to an https URL of the load balancer, which an
    HTTP listener does not serve.

    ## In the CDK

    A listener with a certificate has HTTPS.

    ```python
    from aws_cdk.aws_certificatemanager import Certificate
    from aws_cdk.aws_ec2 import Vpc
    from aws_cdk.aws_elasticloadbalancingv2 import ApplicationLoadBalancer, ListenerAction
    from aws_cdk.aws_elasticloadbalancingv2_actions import AuthenticateCognitoAction

    arn = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
    balancer = ApplicationLoadBalancer(self, "Balancer", vpc=Vpc(self, "Vpc"))
    balancer.add_listener(
        "Https",
        port=443,
        certificates=[Certificate.from_certificate_arn(self, "Certificate", arn)],
        default_action=AuthenticateCognitoAction(
            user_pool=pool,
            user_pool_client=client,
            user_pool_domain=domain,
            next=ListenerAction.fixed_response(200),
        ),
    )
    balancer.add_redirect()
    ```

    ```typescript
    balancer.addListener('Https', {
      port: 443,
      certificates: [certificate],
      defaultAction: new AuthenticateCognitoAction({
        userPool: pool,
        userPoolClient: client,
        userPoolDomain: domain,
        next: ListenerAction.fixedResponse(200),
      }),
    });
    balancer.addRedirect();
    ```

    ## When to ignore

    Never: the action is for HTTPS listeners.

    ## References

    - [Authenticate users using an Application Load Balancer](https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html)
    - [Action](https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Action.html)
    """

    id = "E9640"
    shortdesc = "Sign-in on an HTTP listener"
    resource_types = (LISTENER, LISTENER_RULE)
    evidence = (
        documented(
            "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Action.html",
            "Optionally, a rule for an HTTPS listener can also include one of the following user authentication actions: authenticate-oidc, authenticate-cognito, or jwt-validation.",
        ),
        documented(
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-elasticloadbalancingv2-listener-action.html",
            "[HTTPS listeners] Information for using Amazon Cognito to authenticate users.",
        ),
    )
    report_at_use = True

    def message(self, diagnostic: Diagnostic) -> str:
        protocol = with_note("Protocol HTTP", diagnostic.source("SignIns", "Protocol"))
        return (
            f"This action signs users in on a listener with {protocol}, and AWS documents authenticate-cognito for HTTPS "
            "listeners only."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        if diagnostic.document.resource.type == LISTENER_RULE:
            return f"Name an HTTPS listener in {diagnostic.name('ListenerArn')}, to which the HTTP listener redirects."
        return "Set Protocol to HTTPS, Port to 443 and Certificates to a certificate, and redirect to it from an HTTP listener."
