"""What the auth flow rules say of refresh token rotation."""

from __future__ import annotations

from typing import Final

from cfn_lint_cognito.engine.report.rule import Fault

REFRESH_FLOW: Final = "ALLOW_REFRESH_TOKEN_AUTH"
"""The flow that a client needs unless its refresh tokens rotate, and must not have if they do."""


def may_rotate(fault: Fault) -> bool:
    """Whether refresh tokens rotate, or may."""
    return fault.get("Properties", "RefreshTokenRotation", "Feature") not in (None, "DISABLED")


def pool_lacks_rotation(fault: Fault) -> bool:
    """Whether the feature plan of the pool surely has no rotation."""
    return bool(fault.get("Pool", "Tier") == "LITE")
