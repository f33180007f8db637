from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import with_note
from cfn_lint_cognito.engine.values.document_part import DocumentPath
from cfn_lint_cognito.redirect_urls._redirect_words import holds


class LoadBalancerHostInCallbackUrl(AppClientRule):
    """A callback URL that is built from `DNSName` of a load balancer names one whose own name is all lower case.

    Applies to load balancers of the template. One without a name gets a generated one, which has capital letters.

    ## Why

    Users see `redirect_mismatch` instead of signing in, though the stack deploys. The host name of a load balancer begins
    with its name, capital letters and all. The load balancer and browsers send the host in lower case, and Cognito tells
    the two apart.

    ## In the CDK

    A domain name of your own is the better way: a certificate needs one anyhow.

    ```python
    ApplicationLoadBalancer(self, "LoadBalancer", vpc=vpc, load_balancer_name="web")
    ```

    ```typescript
    new ApplicationLoadBalancer(this, 'LoadBalancer', { vpc, loadBalancerName: 'web' });
    ```

    ## When to ignore

    When the application writes its redirect URI with exactly the letters of `DNSName`.

    ## References

    - [Authenticate users using an Application Load Balancer](https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html)
    """

    id = "W9537"
    shortdesc = "Load balancer host name in a callback URL"
    evidence = (
        deployed(
            "https://github.com/aws/aws-cdk/issues/11171",
            "Because it is not the case, the callback to the loadbalancer is not reached.",
        ),
        deployed(
            "https://github.com/aws-solutions-library-samples/accelerated-intelligent-document-processing-on-aws/pull/319",
            "Cognito's case-sensitive redirect_uri matching",
        ),
        deployed(
            "https://github.com/amazon-archives/amazon-cognito-auth-js/issues/85",
            "redirect_mismatch",
        ),
    )

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return diagnostic.path[:3]

    def message(self, diagnostic: Diagnostic) -> str:
        load_balancer = diagnostic.display_name(*diagnostic.path[:4], "Resource")
        name = diagnostic.get(*diagnostic.path[:4], "Name")
        if name is None:
            reason = f"{load_balancer} has no name of its own, and the generated one has capital letters"
        else:
            written = with_note(name, diagnostic.source(*diagnostic.path[:4], "Name"))
            reason = f"the name of {load_balancer}, {written}, has capital letters"
        return (
            f"{holds(diagnostic)}, but {reason}. So has its host name, while sign-in sends the host in lower case, and Cognito "
            'answers with "redirect_mismatch".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return "Use a domain name of your own, or give the load balancer a name in lower case."
