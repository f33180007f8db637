"""What a rule tells."""

from __future__ import annotations

from typing import NamedTuple

from cfn_lint_cognito.engine.facts.names import APP_CLIENT
from cfn_lint_cognito.engine.report.edits import EditData
from cfn_lint_cognito.engine.values.value import TemplatePath

LEVELS = {"E": "error", "W": "warning", "I": "info"}


class Finding(NamedTuple):
    """One mistake.

    rule         "E9511"
    level        "error", "warning" or "info"
    path         ("Resources", "Web", "Properties", "AccessTokenValidity"): where the value is used
    message      what is wrong
    fix          what to change
    when         "when IsProd is true"; "" where it holds in all deployments
    cdk_path     "Stack/Pool/Web/Resource"; "" where the CDK did not make the resource
    page         the address of the rule's page
    defined_at   where the change belongs: `path`, or the Default of a parameter, or a value of a mapping
    resource     the logical ID of the resource that the rule is about
    resource_type
    line, column where `defined_at` stands in the text of the template, both from 1; None where the host has no text
    edits        the fix as data, where it is one thing and certain: all of it is to be done. Each is an `EditData`, such as
                 {"action": "set", "path": ("Resources", "Web", "Properties", "EnableTokenRevocation"), "value": True}
    applicability
                 "safe", or "unsafe" where the edits are right in nearly all cases; "" where there are none
    """

    rule: str
    level: str
    path: TemplatePath
    message: str
    fix: str
    when: str
    cdk_path: str
    page: str
    defined_at: TemplatePath
    resource: str
    resource_type: str
    line: int | None = None
    column: int | None = None
    edits: tuple[EditData, ...] = ()
    applicability: str = ""

    @property
    def text(self) -> str:
        """All of it in one text: "Message. Fix. [app client Web; when IsProd is true; CDK path Stack/Web]"."""
        notes = []
        if self.defined_at[:2] != ("Resources", self.resource):
            notes.append(f"app client {self.resource}" if self.resource_type == APP_CLIENT else self.resource)
        if self.when:
            notes.append(self.when)
        if self.cdk_path:
            notes.append(f"CDK path {self.cdk_path}")
        sentences = " ".join(filter(None, (self.message, self.fix)))
        return f"{sentences} [{'; '.join(notes)}]" if notes else sentences
