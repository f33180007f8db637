"""Texts as messages show them."""

from __future__ import annotations

from cfn_lint_cognito.engine.values.text import Text


def shown(text: Text) -> str:
    """A text with `${...}` for what only the deployment knows."""
    return "".join(
        part if isinstance(part, str) else f"${{{part.name if part.kind in ('Ref', 'Fn::GetAtt') else '...'}}}"
        for part in text.parts
    )
