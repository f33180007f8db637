"""Words that the token lifetime rules share."""

from __future__ import annotations

from typing import Final

from cfn_lint_cognito.engine.report.rule import Fault

NAMES: Final = {"AccessToken": "access token", "IdToken": "ID token", "RefreshToken": "refresh token"}


def lives(fault: Fault, token: str) -> str:
    """`60 hours (60, and no unit is given, so Cognito counts hours)`."""
    count, unit = fault.get("Lifetimes", token, "Count"), fault.get("Lifetimes", token, "Unit")
    lifetime = f"{count:,} {unit[:-1] if count == 1 else unit}"
    notes = []
    source = fault.source("Lifetimes", token, "Count")
    if source:
        notes.append(f"{count} is {source}")
    if not fault.get("Lifetimes", token, "CountGiven"):
        notes.append("the default")
    elif not fault.get("Lifetimes", token, "UnitGiven"):
        notes.append(f"{'' if source else f'{count:,}, and '}no unit is given, so Cognito counts {unit}")
    unit_source = fault.source("Lifetimes", token, "Unit")
    if fault.get("Lifetimes", token, "UnitGiven") and unit_source:
        notes.append(f"{unit} is {unit_source}")
    return f"{lifetime} ({'; '.join(notes)})" if notes else lifetime
