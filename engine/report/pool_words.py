"""Words for names of user pools, which the rules about identity pools and about authorizers share."""

from __future__ import annotations

from typing import Final

from cfn_lint_cognito.engine.report.rule import Diagnostic
from cfn_lint_cognito.engine.report.words import with_note
from cfn_lint_cognito.engine.values.document_part import DocumentPath

_FORMS: Final = {"ID": "the ID", "ARN": "the ARN", "URL": "the URL", "provider name": "the provider name"}


def named(diagnostic: Diagnostic, name: DocumentPath) -> str:
    """`us-east-1_a1B2c3D4e (the Default of parameter Pool), the ID of a user pool`, or `the ARN of the user pool Pool`."""
    form, pool = _FORMS[diagnostic.get(*name, "Form")], diagnostic.get(*name, "Pool")
    if diagnostic.get(*name, "IsWhole") and pool:
        return f"{form} of the user pool {diagnostic.display_name(*name, 'Pool')}"
    written = with_note(str(diagnostic.get(*name, "Text")), diagnostic.source(*name))
    if form == "the URL":
        return f"{written}, a URL"
    return f"{written}, {form} of a user pool"
