"""The identity providers that a client names: the Providers section of the document."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from cfn_lint_cognito._document import Subject
from cfn_lint_cognito._neighbours import exists, is_awaited, neighbours
from cfn_lint_cognito._pool_reference import pool_of
from cfn_lint_cognito._values import Entries, Items, Known, Unknown, Value, may_equal, text_of

IDENTITY_PROVIDER: Final = "AWS::Cognito::UserPoolIdentityProvider"


def providers(subject: Subject, names: Collection[str]) -> Mapping[str, Value]:
    """`Named` says of each name in SupportedIdentityProviders which provider of the template it is ("" for none), whether
    the client waits for it and which attributes it maps; `Offered` are the names of all providers of the pool.
    """
    named = subject.property("SupportedIdentityProviders")
    if not isinstance(named, Items):
        return {} if named is None else {name: Unknown("SupportedIdentityProviders", named.origin) for name in names}
    candidates = list(neighbours(subject, pool_of(subject), IDENTITY_PROVIDER))
    offered = (provider.property("ProviderName") for provider, _ in candidates)
    facts = {
        "Named": Items(tuple(_named(subject, name, candidates) for name in named.values), named.origin),
        "Offered": Items(
            tuple(Known(name.value, named.origin) for name in offered if isinstance(name, Known)), named.origin
        ),
    }
    return {name: facts[name] for name in names}


def _named(subject: Subject, name: Value, candidates: list[tuple[Subject, bool]]) -> Value:
    provider = _provider(name, candidates)
    facts: dict[str, Value] = {"Name": name}
    if isinstance(provider, Subject):
        facts["Provider"] = Known(provider.resource.name, name.origin)
        facts["Awaited"] = Known(is_awaited(subject, provider), name.origin)
        mapping = provider.property("AttributeMapping")
        if isinstance(mapping, Entries):
            facts["MappedAttributes"] = Items(tuple(Known(key, name.origin) for key in mapping.values), name.origin)
    else:
        facts["Provider"] = Unknown("provider", name.origin) if provider else Known("", name.origin)
    return Entries(facts, name.origin)


def _provider(name: Value, candidates: list[tuple[Subject, bool]]) -> Subject | bool:
    """The provider of that name; False when there is none, True when that cannot be told."""
    maybe = False
    for provider, certain in candidates:
        equal = may_equal(text_of(name), text_of(provider.property("ProviderName")))
        if equal is False or not exists(provider):
            continue
        if equal and certain:
            return provider
        maybe = True
    return maybe
