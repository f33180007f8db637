from cfn_lint_cognito.engine.facts.names import RISK_CONFIGURATION
from cfn_lint_cognito.engine.report.changes import replaced
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note


class IpRangeIsNoCidr(Rule):
    """The items of BlockedIPRangeList and SkippedIPRangeList are CIDRs: an address and a mask, as in `203.0.113.0/24`.

    IPv4 and IPv6 both are; a single address is a range of one, `203.0.113.7/32`. Bits behind the mask are left alone:
    nobody has recorded that Cognito objects to them.

    ## Why

    Cognito rejects the configuration with `Incorrect CIDR format`.

    ## In the CDK

    There is no construct for a risk configuration; CfnUserPoolRiskConfigurationAttachment writes what it is given.

    ## When to ignore

    Never: Cognito accepts nothing else.

    ## References

    - [RiskExceptionConfigurationType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RiskExceptionConfigurationType.html)
    - [AWS::Cognito::UserPoolRiskConfigurationAttachment](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolriskconfigurationattachment.html)
    """

    id = "E9672"
    shortdesc = "IP range is no CIDR"
    resource_types = (RISK_CONFIGURATION,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-risk-ip-range-cidr/meta.yaml",
            "Incorrect CIDR format",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        item = diagnostic.path[:-1]
        text = diagnostic.get(*item, "Text")
        return (
            f"{item[1]} holds {with_note(text, diagnostic.source(*item))}, which is no CIDR (an address, a slash and a mask, as in 203.0.113.0/24); Cognito rejects "
            'the configuration with "Incorrect CIDR format".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        one_address = self._one_address(diagnostic)
        return (
            f"Write {one_address} for this one address." if one_address else "Write the range as a CIDR, or remove it."
        )

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        one_address = self._one_address(diagnostic)
        return replaced(diagnostic, one_address, *diagnostic.path[:-1]) if one_address else None

    def _one_address(self, diagnostic: Diagnostic) -> str:
        """What stands there as a CIDR, if it is one address; "" otherwise."""
        from ipaddress import ip_address

        try:
            address = ip_address(diagnostic.get(*diagnostic.path[:-1], "Text"))
        except ValueError:
            return ""
        return f"{address}/{address.max_prefixlen}"
