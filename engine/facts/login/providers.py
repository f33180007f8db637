"""The identity providers that a client names: the Providers section of the document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from cfn_lint_cognito.engine.facts.names import IDENTITY_PROVIDER, POOL_USERS
from cfn_lint_cognito.engine.facts.neighbours import (
    first_that_matches,
    names_something_absent,
    neighbours,
    order_of_creation,
)
from cfn_lint_cognito.engine.facts.pool.user_pool import pool
from cfn_lint_cognito.engine.facts.pool_reference import pool_of
from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.schemas import names, standard_attributes
from cfn_lint_cognito.engine.values.text import Text, may_equal
from cfn_lint_cognito.engine.values.value import (
    Entries,
    Items,
    Known,
    Unknown,
    Value,
    below,
    known_text,
    text_of,
    unknown_if_given,
)

_BELONGING: Final = {"Offered": True, "OfOtherPools": False}

_Candidates = list[tuple[ResolvedResource, "bool | None"]]


def providers(resource: ResolvedResource, name: str) -> Value | None:
    """`Named` says of each name in SupportedIdentityProviders which provider of the template it is ("" for none), whether
    the client waits for it and which attributes it maps; `Offered` are the names of all providers of the pool, deployed
    or not, `OfOtherPools` those of the pools that are surely others. `Mapped` are the attributes that the named providers
    map, `NotWritable` those of them that the client surely cannot write.
    """
    named = resource.property("SupportedIdentityProviders")
    if not isinstance(named, Items):
        return unknown_if_given(named, "SupportedIdentityProviders")
    if name in _OF_MAPPINGS:
        return Items(tuple(_OF_MAPPINGS[name](resource)), named.origin)
    candidates = list(neighbours(resource, pool_of(resource), IDENTITY_PROVIDER))
    if name == "Named":
        return Items(tuple(_named(resource, each, candidates) for each in named.values), named.origin)
    return _names(candidates, _BELONGING[name], named)


def _names(candidates: _Candidates, belonging: bool, named: Items) -> Items:
    names = (provider.property("ProviderName") for provider, belongs in candidates if belongs is belonging)
    return Items(tuple(Known(name.value, named.origin) for name in names if isinstance(name, Known)), named.origin)


def _named(resource: ResolvedResource, name: Value, candidates: _Candidates) -> Value:
    text = text_of(name)
    provider = known_text(name) != POOL_USERS and first_that_matches(
        (candidate, belongs, _is_called(candidate, text)) for candidate, belongs in candidates
    )
    facts: dict[str, Value] = {"Name": name}
    if isinstance(provider, ResolvedResource):
        facts["Provider"] = Known(provider.declaration.name, name.origin)
        facts.update(order_of_creation(resource, provider, name.origin))
        mapping = provider.property("AttributeMapping")
        if isinstance(mapping, Entries):
            facts["MappedAttributes"] = Items(tuple(Known(key, name.origin) for key in mapping.values), name.origin)
    else:
        uncertain = provider or names_something_absent(resource, name)
        facts["Provider"] = Unknown("provider", name.origin) if uncertain else Known("", name.origin)
    return Entries(facts, name.origin)


def _is_called(provider: ResolvedResource, name: Text | None) -> bool | None:
    equal = may_equal(name, text_of(provider.property("ProviderName")))
    if equal is False and name is not None and name.known in names("social identity providers"):
        # A social provider under another name is a mistake of the provider: it is going to be called as its type.
        return None if known_text(provider.property("ProviderType")) == name.known else False
    return equal


def _not_writable(resource: ResolvedResource) -> Iterator[Value]:
    """What WriteAttributes leaves out. A name that the pool does not have is another mistake."""
    written = resource.property("WriteAttributes")
    if not isinstance(written, Items) or not written.values:
        return
    listed = [known_text(attribute) for attribute in written.values]
    if None in listed:
        return
    writable = {"username", *listed, *names("name of an attribute that only Cognito writes"), *_required(resource)}
    for provider, attribute in _mappings(resource):
        name = known_text(attribute)
        if name is not None and name not in writable and _is_of_the_pool(resource, name):
            yield Entries({"Provider": provider.values["Provider"], "Attribute": attribute}, provider.origin)


def _mapped(resource: ResolvedResource) -> Iterator[Value]:
    return (attribute for _, attribute in _mappings(resource))


def _mappings(resource: ResolvedResource) -> Iterator[tuple[Entries, Value]]:
    """The providers that the client names, each with every attribute that it maps."""
    named = resource.view.memoized(
        ("named", resource.declaration.name, resource.declaration.item_slice), lambda: providers(resource, "Named")
    )
    for each in named.values if isinstance(named, Items) else ():
        mapped = below(each, "MappedAttributes") if isinstance(each, Entries) else None
        if isinstance(each, Entries) and isinstance(mapped, Items):
            yield from ((each, attribute) for attribute in mapped.values)


_OF_MAPPINGS: Final[Mapping[str, Callable[[ResolvedResource], Iterator[Value]]]] = {
    "Mapped": _mapped,
    "NotWritable": _not_writable,
}


def _required(resource: ResolvedResource) -> Iterator[str]:
    """What the pool surely requires. A client that cannot write that is rejected for it, whatever a provider maps."""
    required = pool(resource, "RequiredAttributes")
    known = (known_text(name) for name in required.values) if isinstance(required, Items) else ()
    yield from (name for name in known if name is not None)


def _is_of_the_pool(resource: ResolvedResource, name: str) -> bool:
    """Whether a pool may have an attribute of that name."""
    if name in standard_attributes():
        return True
    custom = pool(resource, "CustomAttributes")
    return ":" in name and (
        not isinstance(custom, Items) or any(known_text(each) in (name, None) for each in custom.values)
    )
