from cfn_lint_cognito.engine.facts.names import DOMAIN
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note
from cfn_lint_cognito.engine.values.document_part import DocumentPath

_DOMAIN = ("Properties", "Domain")


class CustomDomainWithoutSubdomain(Rule):
    """A custom domain has a domain name above it that is no top-level domain: `login.example.com`, and not `example.com`.

    Fires where the name has exactly two labels. A name of three labels is never reported, not even `example.co.uk`: nothing in
    the template says whether there is a name `co.uk`.

    ## Why

    Cognito looks for an A record of the name above the custom domain. Above `example.com` is `com`, a top-level domain, and
    Cognito rejects the domain with `Custom domain is not a valid subdomain: Was not able to resolve a DNS A record for the
    parent domain or domain parent is a top-level domain.` The stack may say no more than `Invalid request provided:
    AWS::Cognito::UserPoolDomain`.

    ## In the CDK

    ```python
    from aws_cdk.aws_certificatemanager import Certificate

    arn = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
    certificate = Certificate.from_certificate_arn(self, "Certificate", arn)
    pool.add_domain("Domain", custom_domain=CustomDomainOptions(domain_name="login.example.com", certificate=certificate))
    ```

    ```typescript
    pool.addDomain('Domain', { customDomain: { domainName: 'login.example.com', certificate } });
    ```

    ## When to ignore

    Never: Cognito rejects the domain.

    ## References

    - [Using your own domain](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html)
    """

    id = "E9621"
    shortdesc = "Custom domain without a subdomain"
    resource_types = (DOMAIN,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-custom-domain-fqdn/meta.yaml",
            "Custom domain is not a valid subdomain: Was not able to resolve a DNS A record for the parent domain or domain parent is a top-level domain.",
        ),
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-custom-domain-fqdn/meta.yaml",
            "Invalid request provided: AWS::Cognito::UserPoolDomain",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito/latest/developerguide/troubleshooting.html",
            "Amazon Cognito does not support top-level domains and requires the parent domain to have a DNS A record for validation.",
        ),
    )

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return _DOMAIN

    def message(self, diagnostic: Diagnostic) -> str:
        domain = ".".join(diagnostic.value)
        return (
            f"Above the custom domain {with_note(domain, diagnostic.source(*_DOMAIN))} there is only the top-level domain "
            f'{diagnostic.value[1]}; Cognito rejects it with "Custom domain is not a valid subdomain: Was not able to resolve a DNS A '
            'record for the parent domain or domain parent is a top-level domain."'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        domain = ".".join(diagnostic.value)
        return f"Write a name below {domain}, such as login.{domain}, which the certificate covers and whose parent has an A record."
