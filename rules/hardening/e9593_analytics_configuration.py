from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import listed


class AnalyticsConfiguration(AppClientRule):
    """AnalyticsConfiguration names its Amazon Pinpoint project either by ApplicationArn alone or by ApplicationId,
    RoleArn and ExternalId together.

    ## Why

    Cognito rejects ApplicationArn beside any of the others, and ApplicationId without RoleArn. Its text names the only
    two forms: `Invalid analytics configuration given, either <application arn> or <application id, role arn, external id>
    are valid`.

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

    def message(self, diagnostic: Diagnostic) -> str:
        arn, by_id = self._forms(diagnostic)
        application_id, role, _ = by_id
        given = [name for name in by_id if name in diagnostic.value]
        missing = [name for name in by_id if name not in diagnostic.value]
        text = (
            '"Invalid analytics configuration given, either <application arn> or <application id, role arn, external id> '
            'are valid"'
        )
        if arn in diagnostic.value:
            stated, is_recorded = f"{arn} together with {listed(given)}", True
        elif application_id in given:
            stated, is_recorded = f"{application_id} without {listed(missing)}", role in missing
        else:
            stated, is_recorded = f"neither {arn} nor {application_id}", False
        outcome = "Cognito rejects the client with" if is_recorded else "Cognito knows two forms only:"
        return f"AnalyticsConfiguration gives {stated}; {outcome} {text}."

    def fix(self, diagnostic: Diagnostic) -> str:
        arn, by_id = self._forms(diagnostic)
        return (
            f"Give {diagnostic.name(arn)} alone or {diagnostic.names(by_id)} together. Or remove {diagnostic.name('AnalyticsConfiguration')}: the support of Amazon Pinpoint "
            "has ended."
        )

    def _forms(self, diagnostic: Diagnostic) -> tuple[str, list[str]]:
        """The property that stands alone, and those that stand together."""
        (arn,), by_id = (form["required"] for form in diagnostic.expected)
        return arn, by_id
