"""The auth flows whose names have no prefix."""

from __future__ import annotations

from typing import Final

SUCCESSORS: Final = {
    "ADMIN_NO_SRP_AUTH": "ALLOW_ADMIN_USER_PASSWORD_AUTH",
    "CUSTOM_AUTH_FLOW_ONLY": "ALLOW_CUSTOM_AUTH",
    "USER_PASSWORD_AUTH": "ALLOW_USER_PASSWORD_AUTH",
}
"""Each legacy flow with the one that took its place."""
