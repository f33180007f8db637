"""Words that the client secret rules share."""

from __future__ import annotations

from cfn_lint_cognito.engine.report.rule import Fault
from cfn_lint_cognito.engine.report.words import noted

_SECRET = ("Properties", "GenerateSecret")


def without_secret(fault: Fault) -> str:
    """`GenerateSecret is false (the Default of parameter WithSecret)`."""
    state = "absent, which means false" if fault.get(*_SECRET) is None else noted("false", fault.source(*_SECRET))
    return f"GenerateSecret is {state}"
