from cfn_lint_cognito.engine.facts.names import DOMAIN
from cfn_lint_cognito.engine.report.changes import awaiting
from cfn_lint_cognito.engine.report.constructs import Kind
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note
from cfn_lint_cognito.login_pages._waiting_words import not_awaited, sentence

_DOMAIN = ("Properties", "Domain")


class CustomDomainWithoutWaiting(Rule):
    """A custom domain waits for the A record of the name above it, where the same template makes that record.

    The name above `login.example.com` is `example.com`. Asked where an AWS::Route53::RecordSet, or one in an
    AWS::Route53::RecordSetGroup, surely has that name, a dot at the end or not. A record that the template puts into a private
    zone does not count.

    DependsOn cannot name a record that is absent from some of the deployments that have the domain. There the domain waits by a
    reference behind an Fn::If: in `Fn::Select: [0, [login.example.com, Ref: Apex]]` it changes nothing but the order.

    ## Why

    If the domain is made first, Cognito rejects it with a text that begins `Custom domain is not a valid subdomain`: the name
    above it has no address yet. The stack may say no more than `Invalid request provided: AWS::Cognito::UserPoolDomain`.
    CloudFormation makes both at the same time. The race is known from public reports. A second attempt often succeeds, since
    the record is there by then.

    ## In the CDK

    ```python
    from aws_cdk.aws_certificatemanager import Certificate
    from aws_cdk.aws_route53 import ARecord, HostedZone, RecordTarget

    zone = HostedZone.from_hosted_zone_attributes(self, "Zone", hosted_zone_id="Z123", zone_name="example.com")
    apex = ARecord(self, "Apex", zone=zone, target=RecordTarget.from_ip_addresses("192.0.2.1"))
    arn = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
    certificate = Certificate.from_certificate_arn(self, "Certificate", arn)
    domain = pool.add_domain(
        "Domain", custom_domain=CustomDomainOptions(domain_name="login.example.com", certificate=certificate)
    )
    domain.node.add_dependency(apex)
    ```

    ```typescript
    const apex = new ARecord(this, 'Apex', { zone, target: RecordTarget.fromIpAddresses('192.0.2.1') });
    const domain = pool.addDomain('Domain', { customDomain: { domainName: 'login.example.com', certificate } });
    domain.node.addDependency(apex);
    ```

    ## When to ignore

    When the name already has an address before the stack is deployed; DependsOn costs nothing then, either.

    ## References

    - [Using your own domain](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html): the parent domain needs an A record
    - [The race, in Terraform](https://github.com/hashicorp/terraform-provider-aws/issues/20297), and [in the CDK](https://github.com/rehanvdm/serverless-website-analytics/issues/84)
    """

    id = "W9620"
    shortdesc = "Custom domain does not wait for its parent's record"
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
    anchor_paths = (_DOMAIN,)
    report_at_use = True

    def message(self, diagnostic: Diagnostic) -> str:
        record = not_awaited(diagnostic)
        creates = "creates" if record["IsWaiting"] else "may create"
        domain = diagnostic.known(*_DOMAIN)
        named = (
            "This custom domain"
            if domain is None
            else with_note(f"The custom domain {domain}", diagnostic.source(*_DOMAIN))
        )
        return (
            f"{named} does not wait for {record['Resource']}, which makes the A record of the name above it. CloudFormation {creates} the "
            'domain first, and Cognito then rejects it with "Custom domain is not a valid subdomain ...".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        record = not_awaited(diagnostic)
        wait = diagnostic.awaiting(record["Resource"])
        if record["Condition"]:
            wait = (
                f"write {diagnostic.name('Domain')} with {diagnostic.function('Fn::If')}: where {record['Condition']} holds, what "
                f"{diagnostic.spelled('Fn.select')} takes first of the name and {diagnostic.attribute('Ref', record['Resource'])} of "
                f"{diagnostic.document.display_name(record['Resource'])}, which makes this resource wait for that one, and elsewhere "
                "the name alone"
                if diagnostic.kind is not Kind.TEMPLATE
                else f"write Domain as Fn::If: [{record['Condition']}, Fn::Select: [0, [NAME, Ref: {record['Resource']}]], NAME], which "
                f"waits for {record['Resource']} where its condition holds"
            )
        return sentence(diagnostic, record, wait)

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        thing = not_awaited(diagnostic)
        return None if thing["IsWaiting"] or thing["Condition"] else awaiting(diagnostic, thing["Resource"])
