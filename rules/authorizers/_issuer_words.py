"""Words that the rules about issuers of tokens share."""

from __future__ import annotations

from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.report.rule import Diagnostic

_URL = "https://cognito-idp.REGION.amazonaws.com/POOL_ID"


def right_issuer(diagnostic: Diagnostic, pool: str) -> str:
    """What to write as the issuer of the tokens of a pool of the template, or of any pool ("")."""
    if not pool:
        issuer = diagnostic.attribute("ProviderURL", resource_type=USER_POOL)
        return f"Write {_URL}, which {issuer} of the user pool returns."
    return f"Write {diagnostic.attribute('ProviderURL', pool)} of {diagnostic.document.display_name(pool)}, which is {_URL}."
