"""Whether identities can assume the roles that an identity pool or a group gives them, by the trust policies of the template."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cfn_lint_cognito.engine.facts.named_resource import resource_alone_in
from cfn_lint_cognito.engine.facts.names import (
    APP_CLIENT,
    IDENTITY_POOL,
    IDENTITY_POOL_ROLES,
    USER_POOL,
    USER_POOL_GROUP,
)
from cfn_lint_cognito.engine.facts.neighbours import exists, may_be_changed
from cfn_lint_cognito.engine.facts.permissions.policies import (
    Condition,
    allows,
    conditions_of,
    is_allow,
    is_plain,
    statements_of,
    trusts,
)
from cfn_lint_cognito.engine.facts.permissions.roles import role_named
from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.resolve.references import references_of
from cfn_lint_cognito.engine.scenarios.view import View
from cfn_lint_cognito.engine.values.text import Text, may_equal
from cfn_lint_cognito.engine.values.truth import Truth, all_of, any_of
from cfn_lint_cognito.engine.values.value import (
    Entries,
    Items,
    Known,
    Origin,
    Value,
    below,
    known_or_unknown,
    known_text,
    text_of,
    values_of,
)

_IDENTITIES: Final = "cognito-identity.amazonaws.com"
_ASSUME: Final = "sts:AssumeRoleWithWebIdentity"
_SIGNED_IN: Final = "authenticated"
_GUESTS: Final = "unauthenticated"
_KEYS: Final = ("aud", "amr", "sub")
_MATCHING: Final = ("StringEquals", "StringEqualsIgnoreCase", "StringLike")
_OTHER_HOSTS: Final = re.compile(r"cognito-identity[a-z0-9.-]*\.(amazonaws\.(com(\.cn)?|eu)|[a-z0-9-]+\.(gov|uk))")
"""Keys of other partitions begin so."""
_ID: Final = re.compile(r"[a-z]{2}(-[a-z]+)+-[0-9]:[0-9a-f-]+")


class _Use(NamedTuple):
    """Whose role something is: of identities that are signed in or of guests, and in words for messages."""

    kind: str
    words: str
    named: Value


class _Flaw(NamedTuple):
    """What of a statement does not let an identity assume the role: what it is, what stands there in words, and where."""

    what: str
    found: str
    origin: Origin


def identity_roles(resource: ResolvedResource) -> Value | None:
    """Of each role of the template that the resource gives to identities: whether they can assume it, and why not."""
    of_attachment = resource.declaration.type == IDENTITY_POOL_ROLES
    pool = text_of(resource.property("IdentityPoolId")) if of_attachment else None
    uses = [(use, role) for use in _uses(resource) if (role := role_named(use.named, resource.view)) is not None]
    kinds = {(role.declaration.name, use.kind) for use, role in uses}
    found: dict[tuple[str, ...], Value] = {}
    for use, role in uses:
        if use.kind == _GUESTS and not _has_guests(pool, resource.view):
            continue
        if not exists(role) or not _is_first(resource, role):
            continue
        can, flaws = _can_assume(role, use.kind, pool)
        origin = flaws[0].origin
        other_kind = _SIGNED_IN if use.kind == _GUESTS else _GUESTS
        facts: dict[str, Value] = {
            "Role": Known(role.declaration.name, origin),
            "Use": Known(use.words, origin),
            "Kind": Known(use.kind, origin),
            "IsOfBothKinds": Known((role.declaration.name, other_kind) in kinds, origin),
            "IdentityPool": Known(_template_pool(pool, resource.view), origin),
            "IsAssumable": known_or_unknown(can, "trust policy", origin),
            "Flaws": Items(tuple(map(_described, flaws)), origin),
        }
        found.setdefault((role.declaration.name, *(flaw.what for flaw in flaws)), Entries(facts, origin))
    return Items(tuple(found.values()), resource.origin)


def _described(flaw: _Flaw) -> Value:
    return Entries({"What": Known(flaw.what, flaw.origin), "Found": Known(flaw.found, flaw.origin)}, flaw.origin)


def _has_guests(pool: Text | None, view: View) -> bool:
    """Whether an identity pool surely lets guests in: nobody assumes their role elsewhere."""
    name = _template_pool(pool, view)
    allowed = view.resolver.property_of(name, "AllowUnauthenticatedIdentities") if name else None
    return (known_text(allowed) or "").lower() == "true"


def _uses(resource: ResolvedResource) -> Iterator[_Use]:
    if resource.declaration.type == USER_POOL_GROUP:
        role = resource.property("RoleArn")
        if role is not None:
            yield _Use(_SIGNED_IN, f"the role of the group {resource.declaration.display_name}", role)
        return
    for kind, words in ((_SIGNED_IN, "the role of signed-in identities"), (_GUESTS, "the role of guests")):
        role = resource.property("Roles", kind)
        if role is not None:
            yield _Use(kind, words, role)
    mappings = resource.property("RoleMappings")
    for mapping in mappings.values.values() if isinstance(mappings, Entries) else ():
        for rule in values_of(below(mapping, "RulesConfiguration", "Rules")):
            role = below(rule, "RoleARN")
            if role is not None:
                yield _Use(_SIGNED_IN, "a role of the role mappings", role)


def _is_first(resource: ResolvedResource, role: ResolvedResource) -> bool:
    """Whether no resource before this one gives the same role to identities: one mistake of the role is told once."""
    template = resource.view.template
    for other in (*template.resources_of(IDENTITY_POOL_ROLES), *template.resources_of(USER_POOL_GROUP)):
        if other.name == resource.declaration.name:
            return True
        if role.declaration.name in references_of(template).logical_ids_of(other) and resource.view.exists(
            other.condition
        ):
            return False
    return True


def _template_pool(pool: Text | None, view: View) -> str:
    """The identity pool of the template that an ID is of, "" for none."""
    named = resource_alone_in(pool, view.template)[0]
    return named.name if named is not None and named.type == IDENTITY_POOL else ""


def _can_assume(role: ResolvedResource, kind: str, pool: Text | None) -> tuple[Truth, Sequence[_Flaw]]:
    """Whether an identity of a pool can assume a role, and the flaws of the statement that has the fewest."""
    document = role.property("AssumeRolePolicyDocument")
    nearest: Sequence[_Flaw] = (_Flaw("principal", "", role.origin if document is None else document.origin),)
    if document is None or may_be_changed(role.declaration.name, role.view):
        return None, nearest
    truths: list[Truth] = []
    about_identities: list[Sequence[_Flaw]] = []
    for statement in statements_of(document):
        truth, flaws = _lets_assume(statement, kind, pool, role.view) if isinstance(statement, Entries) else (None, ())
        truths.append(truth)
        if flaws:
            about_identities.append(flaws)
    return any_of(truths), min(about_identities, key=len, default=nearest)


def _lets_assume(statement: Entries, kind: str, pool: Text | None, view: View) -> tuple[Truth, Sequence[_Flaw]]:
    trusted, is_allowing = trusts(statement, "Federated", _IDENTITIES), is_allow(statement)
    if trusted is False or is_allowing is False:
        return False, ()
    flaws: list[_Flaw] = []
    truths = [trusted, is_allowing, allows(statement, _ASSUME)]
    if truths[-1] is False:
        action = statement.values.get("Action") or statement
        names = (known_text(each) or "..." for each in values_of(statement.values.get("Action")))
        flaws.append(_Flaw("action", ", ".join(names), action.origin))
    for condition in conditions_of(statement):
        met, flaw = (None, None) if condition is None else _is_met(condition, kind, pool, view)
        truths.append(met)
        if met is False and flaw is not None:
            flaws.append(flaw)
    return all_of(truths), flaws


def _is_met(condition: Condition, kind: str, pool: Text | None, view: View) -> tuple[Truth, _Flaw | None]:
    host, _, name = condition.key.lower().rpartition(":")
    if condition.operator not in _MATCHING or condition.of_all_values or not condition.values:
        return None, None
    origin = condition.values[0].origin
    met = None
    if name == "aud":
        met = any_of(_is_pool(value, pool, view) for value in condition.values)
    elif name == "amr":
        met = any_of(_is_kind(value, kind) for value in condition.values)
    if host != _IDENTITIES:
        is_misspelt = name in _KEYS and host.startswith("cognito-") and not _OTHER_HOSTS.fullmatch(host)
        if not is_misspelt or condition.if_exists:
            return None, None
        return False, _Flaw(f"key of {name}" if met is not False else f"key and {name}", condition.key, origin)
    found = _audience(condition.values[0], view) if name == "aud" else known_text(condition.values[0])
    return met, _Flaw(name, found or "", origin)


def _is_kind(value: Value, kind: str) -> Truth:
    known = known_text(value)
    return known == kind if known in (_SIGNED_IN, _GUESTS) else None


def _is_pool(value: Value, pool: Text | None, view: View) -> Truth:
    """Whether a value is the ID of an identity pool; whether of any, where the pool cannot be told."""
    text = text_of(value)
    if text is None or not text.parts or not is_plain(value):
        return None
    if text.known is not None:
        if not _ID.fullmatch(text.known):
            return False
        return None if pool is None or pool.known is None else may_equal(text, pool)
    named, attribute = resource_alone_in(text, view.template)
    if named is None or named.type in (USER_POOL, APP_CLIENT):
        return None if named is None else False
    if named.type != IDENTITY_POOL or attribute:
        return None
    of_template = _template_pool(pool, view)
    return named.name == of_template if of_template else None


def _audience(value: Value, view: View) -> str:
    """What stands in place of the identity pool, in words."""
    text = text_of(value)
    named = resource_alone_in(text, view.template)[0]
    if named is None:
        return "" if text is None else text.render()
    kinds = {USER_POOL: "the user pool", APP_CLIENT: "the app client", IDENTITY_POOL: "the identity pool"}
    return f"{kinds.get(named.type, '')} {named.display_name}".strip()
