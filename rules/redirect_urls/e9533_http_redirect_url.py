import re

from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import listed
from cfn_lint_cognito.engine.schemas import names
from cfn_lint_cognito.redirect_urls._redirect_words import holds, url_of, written_as

_WEBSITE_OF_A_BUCKET = re.compile(r"\.WebsiteURL}|\.s3-website[.-]")


class HttpRedirectUrl(AppClientRule):
    """A callback or logout URL uses http only for localhost, 127.0.0.1 and [::1], on any port.

    Hosts below `.localhost` are left alone: nobody has recorded what Cognito does with them. A URL that is known in part is
    reported when the known part tells that it leads to another machine, as in `http://${Stage}.example.com/callback`,
    `http://${LoadBalancer.DNSName}/callback` and `${Bucket.WebsiteURL}/callback`.

    ## Why

    Cognito rejects the client with `http://app.example.com/callback cannot use the HTTP protocol.` That holds for the
    website endpoint of an S3 bucket and for a load balancer without a certificate. It holds for the host name of an EC2
    instance and for an address of the local network, too. Put CloudFront or an HTTPS listener before them.

    ## In the CDK

    ```python
    pool.add_client("Web", o_auth=OAuthSettings(callback_urls=["https://app.example.com/callback"]))
    ```

    ```typescript
    pool.addClient('Web', { oAuth: { callbackUrls: ['https://app.example.com/callback'] } });
    ```

    ## When to ignore

    Never: Cognito accepts no such URL.

    ## References

    - [CreateUserPoolClient](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html): CallbackURLs
    """

    id = "E9533"
    shortdesc = "Redirect URL uses http"
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-callback-url-https/meta.yaml",
            "http://example.com/cb cannot use the HTTP protocol.",
        ),
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-logout-url-https/meta.yaml",
            "http://example.com/out cannot use the HTTP protocol.",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            f'{holds(diagnostic)}; Cognito rejects the client with "{url_of(diagnostic)} cannot use the HTTP protocol."'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        if _WEBSITE_OF_A_BUCKET.search(url_of(diagnostic)):
            return (
                "The website of a bucket speaks http only: put a CloudFront distribution before it, and write the https URL of "
                "that."
            )
        return f"Use https: http is accepted for {listed(names('hosts of the same machine'))} only."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        url = url_of(diagnostic)
        is_other_mistake = _WEBSITE_OF_A_BUCKET.search(url) or "//example." in url
        if is_other_mistake or not url.startswith("http://"):
            return None
        return written_as(diagnostic, url.replace("http", "https", 1))
