"""Words that the redirect URL rules share."""

from __future__ import annotations

from cfn_lint_cognito.engine.report.rule import Fault
from cfn_lint_cognito.engine.report.words import noted


def list_of(fault: Fault) -> str:
    """`CallbackURLs` or `LogoutURLs`."""
    return str(fault.path[1])


def url_of(fault: Fault) -> str:
    return str(fault.get(*fault.path[:3], "Text"))


def holds(fault: Fault) -> str:
    """`CallbackURLs holds http://app.example.com/cb (the Default of parameter Url)`."""
    return f"{list_of(fault)} holds {noted(url_of(fault), fault.source(*fault.path[:3]))}"
