"""The user pool of a resource, as far as the template tells: the Pool section of the document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Final

from cfn_lint_cognito.engine.facts.given import is_given
from cfn_lint_cognito.engine.facts.names import BRANDING, DOMAIN
from cfn_lint_cognito.engine.facts.neighbours import (
    first_that_matches,
    may_be_changed,
    neighbours,
)
from cfn_lint_cognito.engine.facts.pool_reference import PoolReference, pool_of
from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.resolve.references import references_of
from cfn_lint_cognito.engine.scenarios.view import View
from cfn_lint_cognito.engine.schemas import names, standard_attributes
from cfn_lint_cognito.engine.values.text import REF, Hole, Text
from cfn_lint_cognito.engine.values.truth import Truth
from cfn_lint_cognito.engine.values.value import (
    Entries,
    Items,
    Known,
    Origin,
    Scalar,
    Unknown,
    Value,
    below,
    is_equal,
    known_or_unknown,
    known_text,
    text_of,
)

_DEFAULT_TIER: Final = "ESSENTIALS"
"""Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html"""
_NO_PROTECTION: Final = "OFF"


class _Pool:
    """The pool of one resource in one scenario. Each fact is looked up only when it is asked for."""

    def __init__(self, resource: ResolvedResource) -> None:
        self.resource = resource

    @cached_property
    def reference(self) -> PoolReference:
        return pool_of(self.resource)

    @cached_property
    def pool(self) -> ResolvedResource | None:
        name = self.reference.resource
        return (
            None if name is None else ResolvedResource(self.resource.view.template.resources[name], self.resource.view)
        )

    @cached_property
    def origin(self) -> Origin:
        user_pool_id = self.resource.property("UserPoolId")
        return self.resource.origin if user_pool_id is None else user_pool_id.origin

    def origin_fact(self) -> Value:
        return known_or_unknown(self.reference.origin, "UserPoolId", self.origin)

    def words(self) -> Value:
        return Known(self.reference.words, self.origin)

    def name(self) -> Value:
        return Known(self.reference.resource or "", self.origin)

    def may_have_more(self) -> Value:
        return Known(self._may_be_changed(), self.origin)

    def tier(self) -> Value:
        """The tier that the pool has. One with threat protection and no tier was made before there were tiers, and AWS may
        have put it into any.
        """
        tier = self._of_pool("UserPoolTier")
        if tier is not None:
            return tier
        protection = self._of_pool("UserPoolAddOns", "AdvancedSecurityMode")
        if self._of_pool("UserPoolAddOns") is None or known_text(protection) == _NO_PROTECTION:
            return Known(_DEFAULT_TIER, self.origin)
        return Unknown("UserPoolTier", self.origin)

    def tier_is_given(self) -> Value:
        tier = self._of_pool("UserPoolTier")
        return Known(False, self.origin) if tier is None else is_given(tier)

    def triggers(self) -> Value:
        """The names of the Lambda triggers, e.g. `DefineAuthChallenge`."""
        config = self._of_pool("LambdaConfig") or Entries({}, self.origin)
        if not isinstance(config, Entries):
            return config
        names: list[Value] = [Known(name, value.origin) for name, value in config.values.items()]
        names += _triggers_of_functions(self.resource.view, self.reference.resource)
        # A custom resource attaches triggers whenever it runs: the client need not wait for it.
        open_end = [Unknown("LambdaConfig", config.origin)] if self._may_be_changed() else []
        return Items((*names, *open_end), config.origin)

    def _may_be_changed(self) -> bool:
        return may_be_changed(self.reference.resource, self.resource.view)

    def attributes(self) -> Value:
        """The names of the custom attributes as clients and providers name them: with `custom:` before them."""
        names = self._schema_names(lambda entry: entry is not None)
        if not isinstance(names, Items):
            return names
        texts = ((name, known_text(name)) for name in names.values)
        custom = (name for name, text in texts if text is None or _is_custom(text.removeprefix("custom:")))
        return Items(tuple(custom), names.origin)

    def standard_attributes(self) -> Value:
        """The names of the standard attributes that the Schema has an entry for."""
        names = self._schema_names(lambda entry: entry is not None, prefix="")
        if not isinstance(names, Items):
            return names
        standard = (name for name in names.values if isinstance(name, Known) and not _is_custom(str(name.value)))
        return Items(tuple(standard), names.origin)

    def required_attributes(self) -> Value:
        return self._schema_names(_is_required, prefix="")

    def immutable_attributes(self) -> Value:
        """The names of the attributes that are surely immutable, custom ones with `custom:` before them. A standard attribute
        that Schema has no entry for is mutable.
        """
        return self._declared(lambda mutable: mutable is None or mutable is False)

    def immutable_by_default(self) -> Value:
        """Those of them whose entry has no Mutable. Source: https://github.com/aws/aws-cdk/issues/8624"""
        return self._declared(lambda mutable: mutable is None)

    def mutable_attributes(self) -> Value:
        """The names of the custom attributes that are surely declared mutable, for others than developers too."""
        names = self._declared(lambda mutable: mutable is True, for_developers=False)
        if not isinstance(names, Items):
            return names
        return Items(tuple(name for name in names.values if str(known_text(name)).startswith("custom:")), names.origin)

    def _declared(self, is_wanted: Callable[[Scalar | None], bool], for_developers: bool = True) -> Value:
        """The names of the attributes of Schema whose Mutable `is_wanted`; None stands for an entry without one. Each has the
        origin of its Mutable.
        """
        schema = self._of_pool("Schema")
        if schema is None:
            return self._empty()
        if not isinstance(schema, Items):
            return Unknown("Schema", schema.origin)
        names: list[Value] = []
        for entry in schema.values:
            name, mutable = known_text(below(entry, "Name")), below(entry, "Mutable")
            is_for_developers = below(entry, "DeveloperOnlyAttribute") is not None
            if name is None or isinstance(mutable, Unknown) or (is_for_developers and not for_developers):
                continue
            if is_wanted(mutable.value if isinstance(mutable, Known) else None):
                full_name = f"custom:{name}" if _is_custom(name) else name
                names.append(Known(full_name, (mutable or entry).origin))
        return Items(_each_once(names), schema.origin)

    def username_attributes(self) -> Value:
        """The attributes that users have for a user name."""
        return self._of_pool("UsernameAttributes") or self._empty()

    def alias_attributes(self) -> Value:
        """The attributes with which users sign in besides their user name."""
        return self._of_pool("AliasAttributes") or self._empty()

    def has_domain(self) -> Value:
        return self._some(DOMAIN, lambda _: True)

    def has_managed_login(self) -> Value:
        """Whether a domain of the pool shows the managed login pages (version 2) and not the classic ones. With a tier that has
        no such pages none does: Cognito rejects the domain.
        """
        found = self._some(DOMAIN, lambda domain: is_equal(domain.property("ManagedLoginVersion"), 2, absent=False))
        is_lite = known_text(found) != "false" and known_text(self.tier()) in names("tiers without managed login")
        return Known(False, self.origin) if is_lite else found

    def is_branded(self) -> Value:
        """Whether the template gives this client a style for managed login, or may have something else give it one."""
        branding = first_that_matches(
            (branding, belongs, self._is_for_this_client(branding))
            for branding, belongs in neighbours(self.resource, self.reference, BRANDING)
        )
        if isinstance(branding, ResolvedResource):
            return Known(True, branding.origin)
        if branding or may_be_changed(self.resource.declaration.name, self.resource.view):
            return Unknown("branding", self.origin)
        return Known(False, self.origin)

    def clientless_style(self) -> Value:
        """The logical ID of a style that names no client, "" for none."""
        styles = neighbours(self.resource, self.reference, BRANDING)
        found = first_that_matches((style, belongs, style.property("ClientId") is None) for style, belongs in styles)
        return Known(found.declaration.name if isinstance(found, ResolvedResource) else "", self.origin)

    def _is_for_this_client(self, branding: ResolvedResource) -> bool | None:
        client_id = branding.property("ClientId")
        if client_id is None:
            return False  # A style without a client is none for any client: Cognito rejects it.
        text = text_of(client_id)
        hole = None if text is None else text.only_hole
        named = hole.name.removesuffix(".ClientId") if hole is not None else ""
        if named == self.resource.declaration.name:
            return True
        other = self.resource.view.template.resources.get(named)
        return False if other is not None and other.type == self.resource.declaration.type else None

    def _of_pool(self, *keys: str) -> Value | None:
        if self.pool is None or self.pool.declaration.name in self.pool.view.template.from_unexpanded_loops:
            return Unknown("pool", self.origin)
        return self.pool.property(*keys)

    def _empty(self) -> Value:
        return Items((), self.origin if self.pool is None else self.pool.origin)

    def _schema_names(self, wanted: Callable[[Value], bool | None], prefix: str = "custom:") -> Value:
        schema = self._of_pool("Schema")
        if schema is None:
            return self._empty()
        if not isinstance(schema, Items):
            return Unknown("Schema", schema.origin)
        names: list[Value] = []
        for entry in schema.values:
            matches = wanted(entry)
            if matches is False:
                continue
            name = below(entry, "Name")
            known = matches and isinstance(name, Known)
            names.append(
                Known(f"{prefix}{name.value}", entry.origin)
                if known and isinstance(name, Known)
                else Unknown("Schema", entry.origin)
            )
        return Items(_each_once(names), schema.origin)

    def _some(self, resource_type: str, matches: Callable[[ResolvedResource], bool | None]) -> Value:
        """Whether the pool surely has a resource of a type that `matches`."""
        found = first_that_matches(
            (neighbour, belongs, matches(neighbour))
            for neighbour, belongs in neighbours(self.resource, self.reference, resource_type)
        )
        if isinstance(found, ResolvedResource):
            return Known(True, found.origin)
        uncertain = found or self._may_be_changed()
        return Unknown(resource_type, self.origin) if uncertain else Known(False, self.origin)


def _triggers_of_functions(view: View, pool: str | None) -> Iterator[Value]:
    """The triggers that functions of SAM are for a pool, by their events of type Cognito."""
    for function in view.template.resources_of("AWS::Serverless::Function"):
        if pool not in references_of(view.template).logical_ids_of(function):
            continue
        events = ResolvedResource(function, view).property("Events")
        for event in events.values.values() if isinstance(events, Entries) else ():
            details = below(event, "Properties")
            trigger = below(details, "Trigger")
            for_pool = text_of(below(details, "UserPool")) == Text((Hole(REF, str(pool)),))
            if known_text(below(event, "Type")) == "Cognito" and for_pool and trigger is not None:
                yield from trigger.values if isinstance(trigger, Items) else (trigger,)


def _is_required(attribute: Value) -> Truth:
    return is_equal(attribute.values.get("Required"), True, absent=False) if isinstance(attribute, Entries) else None


def _is_custom(name: str) -> bool:
    """Whether an entry of Schema makes a custom attribute. One of a verified flag does: the flag itself cannot be declared.
    Source: https://github.com/aws/aws-cdk/issues/14175
    """
    return name not in standard_attributes() or name in names("flags that Schema cannot declare")


def _each_once(names: list[Value]) -> tuple[Value, ...]:
    """What the schema declares twice is one attribute of the pool."""
    first = {known_text(name): name for name in reversed(names)}
    return tuple(name for name in names if known_text(name) is None or first[known_text(name)] is name)


_FACTS: Mapping[str, Callable[[_Pool], Value]] = {
    "Origin": _Pool.origin_fact,
    "Reference": _Pool.words,
    "Resource": _Pool.name,
    "MayHaveMore": _Pool.may_have_more,
    "Tier": _Pool.tier,
    "TierIsGiven": _Pool.tier_is_given,
    "Triggers": _Pool.triggers,
    "CustomAttributes": _Pool.attributes,
    "StandardAttributes": _Pool.standard_attributes,
    "RequiredAttributes": _Pool.required_attributes,
    "MutableAttributes": _Pool.mutable_attributes,
    "ImmutableAttributes": _Pool.immutable_attributes,
    "ImmutableByDefault": _Pool.immutable_by_default,
    "UsernameAttributes": _Pool.username_attributes,
    "AliasAttributes": _Pool.alias_attributes,
    "HasDomain": _Pool.has_domain,
    "HasManagedLogin": _Pool.has_managed_login,
    "ClientlessStyle": _Pool.clientless_style,
    "IsBranded": _Pool.is_branded,
}


def pool(resource: ResolvedResource, name: str) -> Value:
    return _FACTS[name](_Pool(resource))
