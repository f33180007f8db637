"""Words that the token lifetime rules share."""

from __future__ import annotations

from typing import Final

from cfn_lint_cognito.engine.report.rule import Diagnostic

NAMES: Final = {"AccessToken": "access token", "IdToken": "ID token", "RefreshToken": "refresh token"}


def lives(diagnostic: Diagnostic, token: str) -> str:
    """`60 hours (60, and no unit is given, so Cognito counts hours)`."""
    count, unit = diagnostic.get("Lifetimes", token, "Count"), diagnostic.get("Lifetimes", token, "Unit")
    lifetime = f"{count:,} {unit[:-1] if count == 1 else unit}"
    notes = []
    source = diagnostic.source("Lifetimes", token, "Count")
    if source:
        notes.append(f"{count} is {source}")
    if not diagnostic.get("Lifetimes", token, "CountGiven"):
        notes.append("the default")
    elif not diagnostic.get("Lifetimes", token, "UnitGiven"):
        notes.append(f"{'' if source else f'{count:,}, and '}no unit is given, so Cognito counts {unit}")
    unit_source = diagnostic.source("Lifetimes", token, "Unit")
    if diagnostic.get("Lifetimes", token, "UnitGiven") and unit_source:
        notes.append(f"{unit} is {unit_source}")
    return f"{lifetime} ({'; '.join(notes)})" if notes else lifetime
