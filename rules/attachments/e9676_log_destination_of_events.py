from cfn_lint_cognito.engine.facts.names import LOG_DELIVERY
from cfn_lint_cognito.engine.report.changes import joined, removed
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import documented, tested
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import listed, with_note
from cfn_lint_cognito.engine.values.document_part import DocumentPath

_DESTINATIONS = ("S3Configuration", "FirehoseConfiguration")


class LogDestinationOfEvents(Rule):
    """The events of `userNotification` are delivered to CloudWatch Logs only.

    `userAuthEvents` may go to an S3 bucket, a Firehose stream or a log group.

    ## Why

    Cognito rejects the configuration: S3Configuration and FirehoseConfiguration work with `userAuthEvents`, and not with
    `userNotification`.

    ## In the CDK

    There is no construct for log delivery; CfnLogDeliveryConfiguration writes what it is given.

    ```python
    from aws_cdk.aws_logs import LogGroup

    group = LogGroup(self, "Undelivered")
    CfnLogDeliveryConfiguration(
        self,
        "Logs",
        user_pool_id=pool.user_pool_id,
        log_configurations=[
            CfnLogDeliveryConfiguration.LogConfigurationProperty(
                event_source="userNotification",
                log_level="ERROR",
                cloud_watch_logs_configuration=CfnLogDeliveryConfiguration.CloudWatchLogsConfigurationProperty(
                    log_group_arn=group.log_group_arn
                ),
            )
        ],
    )
    ```

    ```typescript
    new CfnLogDeliveryConfiguration(this, 'Logs', {
      userPoolId: pool.userPoolId,
      logConfigurations: [
        {
          eventSource: 'userNotification',
          logLevel: 'ERROR',
          cloudWatchLogsConfiguration: { logGroupArn: group.logGroupArn },
        },
      ],
    });
    ```

    ## When to ignore

    Never: Cognito rejects the configuration.

    ## References

    - [LogConfigurationType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_LogConfigurationType.html)
    - [The same, met in Terraform](https://github.com/hashicorp/terraform-provider-aws/issues/47790)
    """

    id = "E9676"
    shortdesc = "Log delivery to a destination that its events cannot have"
    resource_types = (LOG_DELIVERY,)
    evidence = (
        tested(
            "https://github.com/hashicorp/terraform-provider-aws/issues/47790",
            "A configuration with userNotification and an S3 bucket is rejected. The provider's documentation was corrected for it.",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_LogConfigurationType.html",
            "To send userNotification activity with information about message delivery, choose ERROR with CloudWatchLogsConfiguration.",
        ),
    )
    report_at_use = True

    def anchor(self, diagnostic: Diagnostic) -> DocumentPath:
        return (*diagnostic.path, self._destinations(diagnostic)[0])

    def message(self, diagnostic: Diagnostic) -> str:
        source = with_note("userNotification", diagnostic.source(*diagnostic.path, "EventSource"))
        return (
            f"This item delivers the events of {source} to {listed(self._destinations(diagnostic))}; Cognito delivers them to "
            "CloudWatchLogsConfiguration only, and rejects the configuration."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        wrong = listed(map(diagnostic.name, self._destinations(diagnostic)))
        change = f"Write {diagnostic.name('CloudWatchLogsConfiguration')} with a log group instead of {wrong}"
        if diagnostic.get(*diagnostic.path, "CloudWatchLogsConfiguration") is not None:
            change = f"Remove {wrong}"
        if diagnostic.known(*diagnostic.path, "LogLevel") == "INFO":
            return (
                f"{change}, and set {diagnostic.name('LogLevel')} to ERROR. If the events of userAuthEvents are meant, write that as "
                f"{diagnostic.name('EventSource')}; it needs the tier PLUS."
            )
        return f"{change}."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        if (
            diagnostic.get(*diagnostic.path, "CloudWatchLogsConfiguration") is None
            or diagnostic.known(*diagnostic.path, "LogLevel") != "ERROR"
        ):
            return None
        return joined(*(removed(diagnostic, *diagnostic.path, name) for name in self._destinations(diagnostic)))

    def _destinations(self, diagnostic: Diagnostic) -> list[str]:
        return [name for name in _DESTINATIONS if diagnostic.get(*diagnostic.path, name) is not None]
