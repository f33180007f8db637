"""Words that the rules about issuers of tokens share."""

from __future__ import annotations

from cfn_lint_cognito.engine.report.rule import Diagnostic

_URL = "https://cognito-idp.REGION.amazonaws.com/POOL_ID"


def right_issuer(diagnostic: Diagnostic, pool: str) -> str:
    """What to write as the issuer of the tokens of a pool of the template, or of any pool ("")."""
    if not pool:
        return f"Write {_URL}, which the attribute ProviderURL of the user pool returns."
    return f"Write the attribute ProviderURL of {diagnostic.document.display_name(pool)}, which is {_URL}."
