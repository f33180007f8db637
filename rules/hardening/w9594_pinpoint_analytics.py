from cfn_lint_cognito.engine.report.evidence import documented
from cfn_lint_cognito.engine.report.rule import AppClientRule, Fault


class PinpointAnalytics(AppClientRule):
    """The client sends no analytics to Amazon Pinpoint.

    Silent where E9593 reports the configuration.

    ## Why

    The support of Amazon Pinpoint ended on 2026-10-30. What AnalyticsConfiguration asks Cognito to send there reaches
    nobody.

    ## In the CDK

    Leave `analytics` out.

    ```python
    pool.add_client("Web")
    ```

    ```typescript
    pool.addClient('Web');
    ```

    ## When to ignore

    When AWS has prolonged the service for your account.

    ## References

    - [Amazon Pinpoint end of support](https://docs.aws.amazon.com/pinpoint/latest/userguide/migrate.html)
    """

    id = "W9594"
    shortdesc = "Amazon Pinpoint has reached its end of support"
    evidence = (
        documented(
            "https://docs.aws.amazon.com/pinpoint/latest/developerguide/welcome.html",
            "On October 30, 2026, AWS will end support for Amazon Pinpoint.",
        ),
    )

    def message(self, fault: Fault) -> str:
        return (
            "AnalyticsConfiguration sends events to Amazon Pinpoint, whose support ended on 2026-10-30; they reach "
            "nobody."
        )

    def mend(self, fault: Fault) -> str:
        return "Remove AnalyticsConfiguration."
