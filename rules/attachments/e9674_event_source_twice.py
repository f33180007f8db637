from cfn_lint_cognito.engine.facts.names import LOG_DELIVERY
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note


class EventSourceTwice(Rule):
    """Each of the LogConfigurations has an EventSource of its own.

    ## Why

    Cognito rejects the configuration with `Following event sources appear more then once in a request`, even if the two go to
    different places. It delivers the events of one source to one place.

    ## In the CDK

    There is no construct for log delivery; CfnLogDeliveryConfiguration writes what it is given.

    ## When to ignore

    Never: Cognito accepts a source once.

    ## References

    - [SetLogDeliveryConfiguration](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetLogDeliveryConfiguration.html): LogConfigurations
    - [AWS::Cognito::LogDeliveryConfiguration](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-logdeliveryconfiguration.html)
    """

    id = "E9674"
    shortdesc = "Event source twice"
    resource_types = (LOG_DELIVERY,)
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-log-delivery-event-source-duplicate/meta.yaml",
            "Following event sources appear more then once in a request: [userNotification].",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        source = diagnostic.known(*diagnostic.path, "EventSource")
        named = "this EventSource" if source is None else f"the EventSource {with_note(source, diagnostic.source())}"
        return (
            f"An earlier item of LogConfigurations has {named}, too; Cognito rejects both with "
            '"Following event sources appear more then once in a request".'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return "Keep one of them: Cognito delivers the events of a source to one place."
