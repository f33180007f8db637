from cfn_lint_cognito.engine.facts.names import LOG_DELIVERY
from cfn_lint_cognito.engine.report.changes import replaced
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import documented
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule
from cfn_lint_cognito.engine.report.words import with_note

_LEVELS = {"userAuthEvents": "INFO", "userNotification": "ERROR"}


class LogLevelOfEvents(Rule):
    """The LogLevel of `userAuthEvents` is INFO, and that of `userNotification` is ERROR.

    Silent about `userNotification` with INFO for an S3 bucket or a Firehose stream: E9676 reports that destination, and what
    fixes it sets the level, too.

    ## Why

    AWS documents one level for each source: info-level logs about user activity, error-level logs about messages that were not
    delivered. What the other level delivers is not documented.

    ## In the CDK

    There is no construct for log delivery; CfnLogDeliveryConfiguration writes what it is given.

    ```python
    CfnLogDeliveryConfiguration.LogConfigurationProperty(event_source="userAuthEvents", log_level="INFO")
    ```

    ```typescript
    const auth: CfnLogDeliveryConfiguration.LogConfigurationProperty = {
      eventSource: 'userAuthEvents',
      logLevel: 'INFO',
    };
    ```

    ## When to ignore

    When the logs that are wanted arrive.

    ## References

    - [LogConfigurationType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_LogConfigurationType.html): LogLevel
    - [Exporting logs from user pools](https://docs.aws.amazon.com/cognito/latest/developerguide/exporting-quotas-and-usage.html)
    """

    id = "W9677"
    shortdesc = "Log level that does not fit the events"
    resource_types = (LOG_DELIVERY,)
    evidence = (
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_LogConfigurationType.html",
            "To send userNotification activity with information about message delivery, choose ERROR with CloudWatchLogsConfiguration.",
        ),
        documented(
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_LogConfigurationType.html",
            "To send userAuthEvents activity with user logs from threat protection with the Plus feature plan, choose INFO with one of CloudWatchLogsConfiguration, FirehoseConfiguration, or S3Configuration.",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        level = with_note(diagnostic.value, diagnostic.source())
        return f"LogLevel is {level} for the events of {self._source(diagnostic)}, and AWS documents {self._level(diagnostic)} for them."

    def fix(self, diagnostic: Diagnostic) -> str:
        return f"Write {self._level(diagnostic)}."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        return replaced(diagnostic, self._level(diagnostic))

    def _level(self, diagnostic: Diagnostic) -> str:
        return _LEVELS[self._source(diagnostic)]

    def _source(self, diagnostic: Diagnostic) -> str:
        return str(diagnostic.get(*diagnostic.path[:-1], "EventSource"))
