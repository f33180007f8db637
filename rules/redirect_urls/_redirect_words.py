"""Words that the redirect URL rules share."""

from __future__ import annotations

from cfn_lint_cognito.engine.report.rule import Diagnostic
from cfn_lint_cognito.engine.report.words import with_note


def list_of(diagnostic: Diagnostic) -> str:
    """`CallbackURLs` or `LogoutURLs`."""
    return str(diagnostic.path[1])


def url_of(diagnostic: Diagnostic) -> str:
    return str(diagnostic.get(*diagnostic.path[:3], "Text"))


def holds(diagnostic: Diagnostic) -> str:
    """`CallbackURLs holds http://app.example.com/cb (the Default of parameter Url)`."""
    return f"{list_of(diagnostic)} holds {with_note(url_of(diagnostic), diagnostic.source(*diagnostic.path[:3]))}"
