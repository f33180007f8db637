"""What the auth flow rules say of refresh token rotation."""

from __future__ import annotations

from typing import Final

from cfn_lint_cognito.engine.report.rule import Diagnostic

REFRESH_FLOW: Final = "ALLOW_REFRESH_TOKEN_AUTH"
"""The flow that a client needs unless its refresh tokens rotate, and must not have if they do."""


def may_rotate(diagnostic: Diagnostic) -> bool:
    """Whether refresh tokens rotate, or may."""
    return diagnostic.get("Properties", "RefreshTokenRotation", "Feature") not in (None, "DISABLED")


def pool_lacks_rotation(diagnostic: Diagnostic) -> bool:
    """Whether the feature plan of the pool surely has no rotation."""
    return bool(diagnostic.get("Pool", "Tier") == "LITE")
