"""What the three rules on lifetime ranges have in common."""

from __future__ import annotations

from typing import ClassVar

from cfn_lint_cognito.engine.facts.names import SECONDS
from cfn_lint_cognito.engine.report.constructs import Kind
from cfn_lint_cognito.engine.report.evidence import deployed
from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic
from cfn_lint_cognito.engine.report.words import duration, listed
from cfn_lint_cognito.engine.schemas import common_schema
from cfn_lint_cognito.token_lifetimes._lifetime_words import NAMES, lives


class LifetimeRange(AppClientRule):
    token: ClassVar[str]
    accepted_seconds: ClassVar[str] = "access or ID token seconds"
    """The entry of common.json with the limits, in seconds."""
    evidence = (
        deployed(
            "https://github.com/badmintoncryer/cdk-preflight/blob/main/rules/cognito/pf-cognito-token-validity-range/meta.yaml",
            "Invalid range for token validity.",
        ),
    )

    def message(self, diagnostic: Diagnostic) -> str:
        lower, upper = self._bounds()
        return (
            f"The {NAMES[self.token]} lives {lives(diagnostic, self.token)}; Cognito accepts {duration(lower)} to "
            f'{duration(upper)} and rejects the client with "Invalid range for token validity."'
        )

    def fix(self, diagnostic: Diagnostic) -> str:
        change = "Lower the value." if diagnostic.keyword == "maximum" else "Raise the value."
        if diagnostic.kind is Kind.L2:
            return change  # What it takes is a Duration.
        unit = diagnostic.name(f"TokenValidityUnits.{self.token}")
        if diagnostic.get("Lifetimes", self.token, "UnitGiven"):
            return f"{change[:-1]} or change {unit}."
        lower, upper = self._bounds()
        count = diagnostic.get("Lifetimes", self.token, "Count")
        meant = [unit for unit, seconds in SECONDS.items() if lower <= count * seconds <= upper]
        if not meant:
            return change
        comma = "," if len(meant) > 1 else ""
        return f"Set {unit} to {listed(meant, 'or')}{comma} or {change[0].lower()}{change[1:]}"

    def _bounds(self) -> tuple[int, int]:
        seconds = common_schema(self.accepted_seconds)
        return seconds["minimum"], seconds["maximum"]
