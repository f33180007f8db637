"""Token lifetimes as Cognito counts them: the number, the unit and the seconds they make, with the defaults applied."""

from __future__ import annotations

from typing import Final

from cfn_lint_cognito.engine.facts.given import is_given
from cfn_lint_cognito.engine.facts.names import SECONDS
from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.values.value import Entries, Known, Unknown, Value

_DEFAULTS: Final = {"AccessToken": (1, "hours"), "IdToken": (1, "hours"), "RefreshToken": (30, "days")}
"""What Cognito uses for a client that gives no lifetime or no unit.

Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
"""


def lifetimes(resource: ResolvedResource, token: str) -> Value:
    default_count, default_unit = _DEFAULTS[token]
    count = resource.property(f"{token}Validity")
    unit = resource.property("TokenValidityUnits", token)
    origin = (count or unit or Known("", resource.origin)).origin
    counted = count or Known(default_count, origin)
    # Which of number and unit Cognito defaults first when only the unit is given has never been seen.
    measured = unit or Known(default_unit, origin)
    seconds: Value = Unknown(f"{token}Validity in its unit", origin)
    if (count or not unit) and isinstance(counted, Known) and isinstance(measured, Known) and measured.value in SECONDS:
        seconds = Known(int(counted.value) * SECONDS[str(measured.value)], origin)
    return Entries(
        {
            "Seconds": seconds,
            "Count": counted,
            "Unit": measured,
            "CountGiven": Known(False, origin) if count is None else is_given(count),
            "UnitGiven": Known(False, origin) if unit is None else is_given(unit),
        },
        origin,
    )
