"""The tier of the pool whose logs are delivered: the LogDelivery section of the document."""

from __future__ import annotations

from cfn_lint_cognito.engine.facts.pool import pool
from cfn_lint_cognito.engine.facts.pool_reference import pool_of
from cfn_lint_cognito.engine.facts.seen_resource import SeenResource
from cfn_lint_cognito.engine.values.value import Known, Unknown, Value, known_text


def log_delivery(seen: SeenResource, name: str) -> Value | None:
    """`TierIsGiven` says whether the template gives the tier of the pool, `Tier` which one it has.

    A pool with threat protection and no tier was made before there were tiers, and AWS may have put it into any.
    """
    named = pool_of(seen).resource
    if named is None or named in seen.view.template.from_open_loops:
        return Unknown("pool", seen.origin)
    user_pool = SeenResource(seen.view.template.resources[named], seen.view)
    given = user_pool.property("UserPoolTier") is not None
    if name == "TierIsGiven":
        return Known(given, seen.origin)
    if given or _is_without_threat_protection(user_pool):
        return pool(seen, "Tier")
    return Unknown("UserPoolTier", user_pool.origin)


def _is_without_threat_protection(user_pool: SeenResource) -> bool:
    if user_pool.property("UserPoolAddOns") is None:
        return True
    return known_text(user_pool.property("UserPoolAddOns", "AdvancedSecurityMode")) == "OFF"
