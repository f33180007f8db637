from cfn_lint_cognito.engine.facts.names import RISK_CONFIGURATION
from cfn_lint_cognito.engine.report.evidence import deployed, documented
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note


class TooManyIpRanges(Rule):
    """BlockedIPRangeList and SkippedIPRangeList have at most 200 items each.

    An item that may turn out to be nothing is not counted.

    ## Why

    Cognito rejects the configuration with `Member must have length less than or equal to 200`.

    ## In the CDK

    There is no construct for a risk configuration; CfnUserPoolRiskConfigurationAttachment writes what it is given.

    ## When to ignore

    Never: Cognito accepts no longer list.

    ## References

    - [AWS WAF and user pools](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-waf.html): what takes longer lists
    """

    id = "E9673"
    shortdesc = "Too many IP ranges"
    resource_types = (RISK_CONFIGURATION,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-risk-ip-range-max/rule.rego",
            "Member must have length less than or equal to 200",
        ),
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-risk-ip-range-max/meta.yaml",
            "1 validation error detected: Value '[10.0.0.0/24, 10.0.1.0/24,",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RiskExceptionConfigurationType.html",
            "Array Members: Maximum number of 200 items.",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        surely_there = sum("Text" in item for item in diagnostic.value)
        items = with_note(f"{surely_there} items", diagnostic.source())
        return (
            f"{diagnostic.path[1]} has {items}, and Cognito accepts {diagnostic.expected}; it rejects the configuration with "
            f'"Member must have length less than or equal to {diagnostic.expected}".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        if "SkippedIPRangeList" in diagnostic.path:
            return "Join neighbouring ranges, and beware of wider ones: addresses between them would be skipped, too."
        return "Join neighbouring ranges, or block them with an IP set of AWS WAF in front of the pool."
