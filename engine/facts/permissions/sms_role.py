"""Whether Cognito can send SMS messages with the role of a user pool, by the policies of the template."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from cfn_lint_cognito.engine.facts.neighbours import exists, may_be_changed
from cfn_lint_cognito.engine.facts.outputs import is_exported
from cfn_lint_cognito.engine.facts.permissions.policies import (
    Condition,
    allows,
    conditions_of,
    is_allow,
    is_plain,
    statements_of,
    trusts,
)
from cfn_lint_cognito.engine.facts.permissions.roles import permissions_of, role_named
from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.values.text import may_equal
from cfn_lint_cognito.engine.values.truth import Truth, all_of, any_of
from cfn_lint_cognito.engine.values.value import (
    Entries,
    Items,
    Known,
    Origin,
    Value,
    known_or_unknown,
    known_text,
    text_of,
    unknown_if_given,
    values_of,
)

_COGNITO: Final = "cognito-idp.amazonaws.com"
_ASSUME: Final = "sts:AssumeRole"
_PUBLISH: Final = "sns:Publish"
_EXTERNAL_ID: Final = "sts:externalid"
_MATCHING: Final = ("StringEquals", "StringLike")


class _Flaw(NamedTuple):
    """What does not let Cognito send: what it is, what stands there in words, and where."""

    what: str
    found: str
    origin: Origin


def sms_role(resource: ResolvedResource) -> Value | None:
    """Of the role of the template in SnsCallerArn, whether it trusts Cognito and whether it may send. Nothing of the role of
    AWS End User Messaging, which needs other permissions.
    """
    config = resource.property("SmsConfiguration")
    if not isinstance(config, Entries):
        return unknown_if_given(config, "SmsConfiguration")
    role = role_named(config.values.get("SnsCallerArn"), resource.view)
    if role is None or "EumsSms" in config.values or not exists(role):
        return Items((), config.origin)
    may_change = may_be_changed(role.declaration.name, role.view)
    external_id = config.values.get("ExternalId")
    trusted, flaws = _trusts_cognito(role, external_id)
    sends = any_of(allows(each, _PUBLISH) if isinstance(each, Entries) else None for each in permissions_of(role))
    if sends is False and is_exported(role.declaration.name, role.view.template):
        sends = None  # Another stack may attach a policy.
    needs = (
        _need(role, trusted, may_change, flaws, external_id),
        _need(role, sends, may_change, (_Flaw("publish", "", role.origin),), external_id),
    )
    return Items(needs, config.origin)


def _need(
    role: ResolvedResource, is_met: Truth, may_change: bool, flaws: Sequence[_Flaw], external_id: Value | None
) -> Value:
    origin = flaws[0].origin
    text = text_of(external_id)
    facts: dict[str, Value] = {
        "Role": Known(role.declaration.name, origin),
        "IsMet": known_or_unknown(None if may_change else is_met, "role", origin),
        "ExternalId": Known(
            "" if text is None else text.render(), origin if external_id is None else external_id.origin
        ),
        "Flaws": Items(
            tuple(
                Entries({"What": Known(flaw.what, flaw.origin), "Found": Known(flaw.found, flaw.origin)}, flaw.origin)
                for flaw in flaws
            ),
            origin,
        ),
    }
    return Entries(facts, origin)


def _trusts_cognito(role: ResolvedResource, external_id: Value | None) -> tuple[Truth, Sequence[_Flaw]]:
    """Whether Cognito can assume the role, and the flaws of the statement that has the fewest."""
    document = role.property("AssumeRolePolicyDocument")
    nearest: Sequence[_Flaw] = (_Flaw("principal", "", role.origin if document is None else document.origin),)
    if document is None:
        return None, nearest
    truths: list[Truth] = []
    about_cognito: list[Sequence[_Flaw]] = []
    for statement in statements_of(document):
        truth, flaws = _lets_assume(statement, external_id) if isinstance(statement, Entries) else (None, ())
        truths.append(truth)
        if flaws:
            about_cognito.append(flaws)
    return any_of(truths), min(about_cognito, key=len, default=nearest)


def _lets_assume(statement: Entries, external_id: Value | None) -> tuple[Truth, Sequence[_Flaw]]:
    trusted, is_allowing = trusts(statement, "Service", _COGNITO), is_allow(statement)
    if trusted is False or is_allowing is False:
        return False, ()
    flaws: list[_Flaw] = []
    truths = [trusted, is_allowing, allows(statement, _ASSUME)]
    if truths[-1] is False:
        action = statement.values.get("Action") or statement
        names = (known_text(each) or "..." for each in values_of(statement.values.get("Action")))
        flaws.append(_Flaw("action", ", ".join(names), action.origin))
    for condition in conditions_of(statement):
        met = None if condition is None else _has_external_id(condition, external_id)
        truths.append(met)
        if met is False and condition is not None:
            asked = condition.values[0]
            text = text_of(asked)
            flaws.append(_Flaw("external ID", "" if text is None else text.render(), asked.origin))
    return all_of(truths), flaws


def _has_external_id(condition: Condition, external_id: Value | None) -> Truth:
    """Whether a user pool sends the external ID that a condition asks for. It sends none where it has none."""
    if condition.key.lower() != _EXTERNAL_ID or condition.operator not in _MATCHING or condition.of_all_values:
        return None
    if not condition.values or not all(map(is_plain, condition.values)):
        return None
    if external_id is None:
        return None if condition.if_exists else False
    return any_of(may_equal(text_of(each), text_of(external_id)) for each in condition.values)
