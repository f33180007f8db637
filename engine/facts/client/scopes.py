"""Where the scopes of a client come from: the Scopes section of the document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cfn_lint_cognito.engine.facts.names import RESOURCE_SERVER
from cfn_lint_cognito.engine.facts.neighbours import (
    first_that_matches,
    names_something_absent,
    neighbours,
    order_of_creation,
)
from cfn_lint_cognito.engine.facts.pool_reference import pool_of
from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.values.text import Text, may_equal
from cfn_lint_cognito.engine.values.truth import any_of
from cfn_lint_cognito.engine.values.value import (
    Entries,
    Items,
    Known,
    Origin,
    Unknown,
    Value,
    below,
    text_of,
    unknown_if_given,
)

_BELONGING: Final = {"Offered": True, "OfOtherPools": False}

_Scopes = list["Text | None"]
_Owners = list[tuple[Value, "ResolvedResource | bool"]]
_Servers = list[tuple[ResolvedResource, "bool | None", "_Scopes | None"]]


def scopes(resource: ResolvedResource, name: str) -> Value | None:
    """`Requested` says of each scope of the client which resource server of the template gives it ("" for none);
    `Servers` says of each of these servers whether the client waits for it; `Offered` are all scopes that the pool's
    resource servers give, deployed or not, `OfOtherPools` those of the pools that are surely others, `Conditional` those of servers that have a
    condition, with that.
    """
    requested = resource.property("AllowedOAuthScopes")
    if not isinstance(requested, Items):
        return unknown_if_given(requested, "AllowedOAuthScopes")
    servers = _servers(resource)
    if name in _BELONGING:
        return _names(servers, _BELONGING[name], requested.origin)
    if name == "Conditional":
        return Items(tuple(_conditional(servers, requested.origin)), requested.origin)
    owners = [(scope, _owner(resource, scope, servers)) for scope in requested.values]
    facts = _requested(owners) if name == "Requested" else _awaited(resource, owners)
    return Items(tuple(facts), requested.origin)


def scopes_of_pool(pool: ResolvedResource) -> Items:
    """The scopes that the resource servers of a user pool give, deployed or not."""
    return _names(_servers(pool), True, pool.origin)


def _servers(resource: ResolvedResource) -> _Servers:
    return [
        (server, belongs, _offered(server))
        for server, belongs in neighbours(resource, pool_of(resource), RESOURCE_SERVER)
    ]


def _requested(owners: _Owners) -> Iterator[Value]:
    for scope, owner in owners:
        yield Entries({"Name": scope, "Server": _named(owner, scope)}, scope.origin)


def _awaited(resource: ResolvedResource, owners: _Owners) -> Iterator[Value]:
    """Each resource server once, with the first scope that is asked of it."""
    servers: set[str] = set()
    for scope, owner in owners:
        if isinstance(owner, ResolvedResource) and owner.declaration.name not in servers:
            servers.add(owner.declaration.name)
            facts = {
                "Resource": Known(owner.declaration.name, scope.origin),
                **order_of_creation(resource, owner, scope.origin),
                "Scope": scope,
            }
            yield Entries(facts, scope.origin)


def _conditional(servers: _Servers, origin: Origin) -> Iterator[Value]:
    for server, belongs, texts in servers:
        condition = server.declaration.condition
        for text in texts or ():
            if belongs and condition is not None and text is not None and text.known is not None:
                facts = {"Name": text.known, "Server": server.declaration.name, "Condition": condition}
                yield Entries({name: Known(value, origin) for name, value in facts.items()}, origin)


def _names(servers: _Servers, belonging: bool, origin: Origin) -> Items:
    known = [
        text.known for _, belongs, texts in servers if belongs is belonging for text in texts or () if text is not None
    ]
    return Items(tuple(Known(name, origin) for name in known if name is not None), origin)


def _offered(server: ResolvedResource) -> _Scopes | None:
    """The scopes a resource server gives, as clients name them; None for what cannot be told."""
    identifier = text_of(server.property("Identifier"))
    offered = server.property("Scopes")
    if offered is None:
        return []
    if identifier is None or not isinstance(offered, Items):
        return None
    names = (text_of(below(scope, "ScopeName")) for scope in offered.values)
    return [None if name is None else Text.joined([*identifier.parts, "/", *name.parts]) for name in names]


def _owner(resource: ResolvedResource, scope: Value, servers: _Servers) -> ResolvedResource | bool:
    name = text_of(scope)
    owner = first_that_matches((server, belongs, _any_equal(name, offered)) for server, belongs, offered in servers)
    return owner or names_something_absent(resource, scope)


def _any_equal(name: Text | None, offered: _Scopes | None) -> bool | None:
    if offered is None:
        return None
    return any_of(may_equal(name, text) for text in offered)


def _named(owner: ResolvedResource | bool, scope: Value) -> Value:
    if isinstance(owner, ResolvedResource):
        return Known(owner.declaration.name, scope.origin)
    return Unknown("resource server", scope.origin) if owner else Known("", scope.origin)
