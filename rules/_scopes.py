"""Where the scopes of a client come from: the Scopes section of the document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cfn_lint_cognito._document import Subject
from cfn_lint_cognito._names import RESOURCE_SERVER
from cfn_lint_cognito._neighbours import dangles, first_that_matches, neighbours, order
from cfn_lint_cognito._pool_reference import pool_of
from cfn_lint_cognito._values import Entries, Items, Known, Text, Unknown, Value, may_equal, text_of

_BELONGING: Final = {"Offered": True, "OfOtherPools": False}

_Scopes = list["Text | None"]
_Owners = list[tuple[Value, "Subject | bool"]]
_Servers = list[tuple[Subject, "bool | None", "_Scopes | None"]]


def scopes(subject: Subject, name: str) -> Value | None:
    """`Requested` says of each scope of the client which resource server of the template gives it ("" for none);
    `Servers` says of each of these servers whether the client waits for it; `Offered` are all scopes that the pool's
    resource servers give, deployed or not, `OfOtherPools` those of the pools that are surely others.
    """
    requested = subject.property("AllowedOAuthScopes")
    if not isinstance(requested, Items):
        return requested and Unknown("AllowedOAuthScopes", requested.origin)
    servers = [
        (server, belongs, _offered(server))
        for server, belongs in neighbours(subject, pool_of(subject), RESOURCE_SERVER)
    ]
    if name in _BELONGING:
        return _names(servers, _BELONGING[name], requested)
    owners = [(scope, _owner(subject, scope, servers)) for scope in requested.values]
    facts = _requested(owners) if name == "Requested" else _awaited(subject, owners)
    return Items(tuple(facts), requested.origin)


def _requested(owners: _Owners) -> Iterator[Value]:
    for scope, owner in owners:
        yield Entries({"Name": scope, "Server": _named(owner, scope)}, scope.origin)


def _awaited(subject: Subject, owners: _Owners) -> Iterator[Value]:
    """Each resource server once, with the first scope that is asked of it."""
    seen: set[str] = set()
    for scope, owner in owners:
        if isinstance(owner, Subject) and owner.resource.name not in seen:
            seen.add(owner.resource.name)
            facts = {
                "Resource": Known(owner.resource.name, scope.origin),
                **order(subject, owner, scope.origin),
                "Scope": scope,
            }
            yield Entries(facts, scope.origin)


def _names(servers: _Servers, belonging: bool, requested: Items) -> Items:
    known = [
        text.known for _, belongs, texts in servers if belongs is belonging for text in texts or () if text is not None
    ]
    return Items(tuple(Known(name, requested.origin) for name in known if name is not None), requested.origin)


def _offered(server: Subject) -> _Scopes | None:
    """The scopes a resource server gives, as clients name them; None for what cannot be told."""
    identifier = text_of(server.property("Identifier"))
    offered = server.property("Scopes")
    if offered is None:
        return []
    if identifier is None or not isinstance(offered, Items):
        return None
    names = (text_of(scope.values.get("ScopeName")) if isinstance(scope, Entries) else None for scope in offered.values)
    return [None if name is None else Text.joined([*identifier.parts, "/", *name.parts]) for name in names]


def _owner(subject: Subject, scope: Value, servers: _Servers) -> Subject | bool:
    name = text_of(scope)
    owner = first_that_matches((server, belongs, _any_equal(name, offered)) for server, belongs, offered in servers)
    return owner or dangles(subject, scope)


def _any_equal(name: Text | None, offered: _Scopes | None) -> bool | None:
    if offered is None:
        return None
    results = [may_equal(name, text) for text in offered]
    return True if True in results else None if None in results else False


def _named(owner: Subject | bool, scope: Value) -> Value:
    if isinstance(owner, Subject):
        return Known(owner.resource.name, scope.origin)
    return Unknown("resource server", scope.origin) if owner else Known("", scope.origin)
