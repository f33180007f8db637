from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import AppClientRule, Fault
from cfn_lint_cognito.engine.report.words import listed


class AnalyticsConfiguration(AppClientRule):
    """AnalyticsConfiguration names its Amazon Pinpoint project either by ApplicationArn alone or by ApplicationId,
    RoleArn and ExternalId together.

    ## Why

    Cognito rejects ApplicationArn beside any of the others, and ApplicationId without RoleArn, with `Invalid analytics
    configuration given, either <application arn> or <application id, role arn, external id> are valid`. From that text
    it very likely rejects every other incomplete form too.

    ## In the CDK

    The construct checks the combination.

    ```python
    pool.add_client("Web", analytics=AnalyticsConfiguration(application=pinpoint_app))
    ```

    ```typescript
    pool.addClient('Web', { analytics: { application: pinpointApp } });
    ```

    ## When to ignore

    Never: no other form names a project.

    ## References

    - [AnalyticsConfigurationType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AnalyticsConfigurationType.html)
    """

    id = "E9593"
    shortdesc = "Analytics configuration is incomplete or contradictory"
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-analytics-config-exclusive/meta.yaml",
            "Invalid analytics configuration given, either <application arn> or <application id, role arn, external id> are valid",
        ),
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-analytics-application-requires-role/meta.yaml",
            "Invalid analytics configuration given, either <application arn> or <application id, role arn, external id> are valid",
        ),
    )

    def message(self, fault: Fault) -> str:
        arn, by_id = self._forms(fault)
        application_id, role, _ = by_id
        given = [name for name in by_id if name in fault.value]
        missing = [name for name in by_id if name not in fault.value]
        if arn in fault.value:
            stated, rejects = f"{arn} together with {listed(given)}", "rejects"
        elif application_id in given:
            stated = f"{application_id} without {listed(missing)}"
            rejects = "rejects" if role in missing else "very likely rejects"
        else:
            stated, rejects = f"neither {arn} nor {application_id}", "very likely rejects"
        return (
            f"AnalyticsConfiguration gives {stated}; Cognito {rejects} the client with "
            '"Invalid analytics configuration given, either <application arn> or <application id, role arn, external id> '
            'are valid".'
        )

    def mend(self, fault: Fault) -> str:
        arn, by_id = self._forms(fault)
        return (
            f"Give {arn} alone or {listed(by_id)} together. Or remove AnalyticsConfiguration: the support of Amazon Pinpoint "
            "has ended."
        )

    def _forms(self, fault: Fault) -> tuple[str, list[str]]:
        """The property that stands alone, and those that stand together."""
        (arn,), by_id = (form["required"] for form in fault.legal)
        return arn, by_id
