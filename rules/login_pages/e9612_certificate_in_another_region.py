from cfn_lint_cognito.engine.facts.names import DOMAIN
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note
from cfn_lint_cognito.engine.values.document_part import DocumentPath

_CERTIFICATE = ("Properties", "CustomDomainConfig", "CertificateArn")


class CertificateInAnotherRegion(Rule):
    """The certificate of a custom domain is one of us-east-1, whatever the region of the pool.

    Asked where the ARN says its region: as it stands, or as `${AWS::Region}` in the regions that cfn-lint is run for. A domain
    with Routing, which fails over to a second region, needs a certificate of us-east-1, too. Silent for certificates of other
    partitions: nobody has recorded what those accept.

    ## Why

    The domain is rejected, and the stack says no more than `Invalid request provided: AWS::Cognito::UserPoolDomain`.
    Cognito's own answer begins `The specified SSL certificate doesn't exist, isn't in us-east-1 region`. Cognito serves a
    custom domain through CloudFront, which takes certificates from us-east-1 only.

    ## In the CDK

    ```python
    from aws_cdk.aws_certificatemanager import Certificate

    certificate = Certificate.from_certificate_arn(
        self,
        "Certificate",
        "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012",
    )
    pool.add_domain("Domain", custom_domain=CustomDomainOptions(domain_name="login.example.com", certificate=certificate))
    ```

    ```typescript
    const certificate = Certificate.fromCertificateArn(
      this,
      'Certificate',
      'arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012',
    );
    pool.addDomain('Domain', { customDomain: { domainName: 'login.example.com', certificate } });
    ```

    ## When to ignore

    Never: Cognito rejects the domain.

    ## References

    - [Using your own domain](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html)
    - [The answer, met in Amplify](https://github.com/aws-amplify/amplify-hosting/issues/2278)
    """

    id = "E9612"
    shortdesc = "Custom domain's certificate is not in us-east-1"
    resource_types = (DOMAIN,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-custom-domain-cert-region/meta.yaml",
            "Invalid request provided: AWS::Cognito::UserPoolDomain",
        ),
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-custom-domain-cert-region/meta.yaml",
            "The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't include a valid certificate chain.",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolDomain.html",
            "The certificate must be an ACM ARN in us-east-1.",
        ),
    )

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return _CERTIFICATE

    def message(self, diagnostic: Diagnostic) -> str:
        certificate = with_note("The certificate of this custom domain", diagnostic.source(*_CERTIFICATE))
        return (
            f"{certificate} is in {diagnostic.value}, and Cognito takes one of {diagnostic.expected} only, whatever the region of the pool; "
            'the domain is rejected with "Invalid request provided: AWS::Cognito::UserPoolDomain".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return f"Request the certificate in {diagnostic.expected}, and write its ARN here."
