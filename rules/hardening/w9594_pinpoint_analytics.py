from cfn_lint_cognito.engine.report.changes import removed
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.evidence import documented
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic


class PinpointAnalytics(AppClientRule):
    """The client sends no analytics to Amazon Pinpoint.

    Silent where E9593 reports the configuration.

    ## Why

    The events reach nobody: AWS ended the support of Amazon Pinpoint on 2026-10-30.

    ## In the CDK

    Leave `analytics` out.

    ```python
    pool.add_client("Web")
    ```

    ```typescript
    pool.addClient('Web');
    ```

    ## When to ignore

    Never: nothing receives the events.

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

    def message(self, diagnostic: Diagnostic) -> str:
        return (
            "AnalyticsConfiguration sends events to Amazon Pinpoint, whose support ended on 2026-10-30; they reach "
            "nobody."
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        return f"Remove {diagnostic.name('AnalyticsConfiguration')}."

    def edits(self, diagnostic: Diagnostic) -> Edits | None:
        return removed(diagnostic, "Properties", "AnalyticsConfiguration")
