"""Words that the rules about waiting share."""

from __future__ import annotations

from typing import Any, Final

from cfn_lint_cognito.engine.report.rule import Diagnostic
from cfn_lint_cognito.engine.values.document_part import DocumentPath

OTHER_DOMAINS: Final[DocumentPath] = ("LoginPages", "OtherDomains")


def not_awaited(diagnostic: Diagnostic) -> dict[str, Any]:
    """The first of the things in a list of the section LoginPages that the resource should wait for."""
    return next(thing for thing in diagnostic.value if "Resource" in thing)


def sentence(diagnostic: Diagnostic, thing: dict[str, Any], words: str) -> str:
    """What to do, after what has to stop first where the thing itself waits for the resource: CloudFormation takes no circle."""
    if thing["IsWaiting"]:
        return f"Remove what makes {diagnostic.document.display_name(thing['Resource'])} wait for this resource, then {words}."
    return f"{words[0].upper()}{words[1:]}."
