"""Words and edits that the redirect URL rules share."""

from __future__ import annotations

from cfn_lint_cognito.engine.report.changes import joined, respelled
from cfn_lint_cognito.engine.report.edits import SET, UNSAFE, Edit, Edits
from cfn_lint_cognito.engine.report.rule import Diagnostic
from cfn_lint_cognito.engine.report.words import with_note
from cfn_lint_cognito.engine.values.document_part import ABSENT


def list_of(diagnostic: Diagnostic) -> str:
    """`CallbackURLs` or `LogoutURLs`."""
    return str(diagnostic.path[1])


def url_of(diagnostic: Diagnostic) -> str:
    return str(diagnostic.get(*diagnostic.path[:3], "Text"))


def holds(diagnostic: Diagnostic) -> str:
    """`CallbackURLs holds http://app.example.com/cb (the Default of parameter Url)`."""
    return f"{list_of(diagnostic)} holds {with_note(url_of(diagnostic), diagnostic.source(*diagnostic.path[:3]))}"


def written_as(diagnostic: Diagnostic, url: str) -> Edits | None:
    """Writes another URL into the list, and into DefaultRedirectURI where that is the same URL: it has to be in the list."""
    edits = respelled(diagnostic, url, *diagnostic.path[:3], applicability=UNSAFE)
    default = (*diagnostic.document.resource.path, "Properties", "DefaultRedirectURI")
    written = diagnostic.document.written(default)
    if list_of(diagnostic) != "CallbackURLs" or written is ABSENT:
        return edits
    if not isinstance(written, str):  # It may be the same URL.
        return None
    is_same = written == url_of(diagnostic)
    return joined(edits, Edits((Edit(SET, default, url),), UNSAFE)) if is_same else edits
