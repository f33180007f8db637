"""The tier of the pool whose logs are delivered: the LogDelivery section of the document."""

from __future__ import annotations

from cfn_lint_cognito._document import Subject
from cfn_lint_cognito._pool import pool
from cfn_lint_cognito._pool_reference import pool_of
from cfn_lint_cognito._values import Known, Unknown, Value, known_text


def log_delivery(subject: Subject, name: str) -> Value | None:
    """`TierIsGiven` says whether the template gives the tier of the pool, `Tier` which one it has.

    A pool with threat protection and no tier was made before there were tiers, and AWS may have put it into any.
    """
    named = pool_of(subject).resource
    if named is None or named in subject.view.template.guessed:
        return Unknown("pool", subject.origin)
    user_pool = Subject(subject.view.template.resources[named], subject.view)
    given = user_pool.property("UserPoolTier") is not None
    if name == "TierIsGiven":
        return Known(given, subject.origin)
    if given or _is_without_threat_protection(user_pool):
        return pool(subject, "Tier")
    return Unknown("UserPoolTier", user_pool.origin)


def _is_without_threat_protection(user_pool: Subject) -> bool:
    if user_pool.property("UserPoolAddOns") is None:
        return True
    return known_text(user_pool.property("UserPoolAddOns", "AdvancedSecurityMode")) == "OFF"
