"""Words that the client secret rules share."""

from __future__ import annotations

from cfn_lint_cognito.engine.report.rule import Diagnostic
from cfn_lint_cognito.engine.report.words import with_note

_SECRET = ("Properties", "GenerateSecret")


def without_secret(diagnostic: Diagnostic) -> str:
    """`GenerateSecret is false (the Default of parameter WithSecret)`."""
    state = (
        "absent, which means false"
        if diagnostic.get(*_SECRET) is None
        else with_note("false", diagnostic.source(*_SECRET))
    )
    return f"GenerateSecret is {state}"
