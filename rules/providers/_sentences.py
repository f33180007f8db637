"""How the messages of this topic are put together."""

from __future__ import annotations

from collections.abc import Iterable

from cfn_lint_cognito.engine.report.words import capital, listed


def sentence(things_to_do: Iterable[str]) -> str:
    """["add email", "drop Email"] as "Add email and drop Email."."""
    return f"{capital(listed(things_to_do))}."
