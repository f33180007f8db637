"""A finding in one text, as cfn-lint shows it."""

from __future__ import annotations

from cfn_lint_cognito.engine.facts.names import APP_CLIENT, USER_POOL
from cfn_lint_cognito.engine.report.finding import Finding
from in_turn import in_turn

IN_THE_RESOURCE = ("Resources", "Web", "Properties", "ClientName")
IN_A_PARAMETER = ("Parameters", "Name", "Default")


def finding(
    defined_at: tuple[str, ...] = IN_THE_RESOURCE,
    resource_type: str = APP_CLIENT,
    fix: str = "Change it.",
    when: str = "",
    cdk_path: str = "",
) -> Finding:
    return Finding(
        rule="E9502",
        level="error",
        path=IN_THE_RESOURCE,
        message="It is wrong.",
        fix=fix,
        when=when,
        cdk_path=cdk_path,
        page="",
        defined_at=defined_at,
        resource="Web",
        resource_type=resource_type,
    )


@in_turn(
    ("shown", "text"),
    [
        (finding(), "It is wrong. Change it."),
        (finding(fix=""), "It is wrong."),
        (finding(defined_at=IN_A_PARAMETER), "It is wrong. Change it. [app client Web]"),
        (finding(defined_at=IN_A_PARAMETER, resource_type=USER_POOL), "It is wrong. Change it. [Web]"),
        (finding(defined_at=("Resources", "Other", "Type")), "It is wrong. Change it. [app client Web]"),
        (finding(when="when IsProd is true"), "It is wrong. Change it. [when IsProd is true]"),
        (finding(cdk_path="Stack/Web/Resource"), "It is wrong. Change it. [CDK path Stack/Web/Resource]"),
        (
            finding(defined_at=IN_A_PARAMETER, when="when IsProd is true", cdk_path="Stack/Web/Resource"),
            "It is wrong. Change it. [app client Web; when IsProd is true; CDK path Stack/Web/Resource]",
        ),
    ],
)
def test_notes_say_where_and_when_it_holds(shown: Finding, text: str) -> None:
    assert shown.text == text
