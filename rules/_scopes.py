"""Where the scopes of a client come from: the Scopes section of the document."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from cfn_lint_cognito._document import Subject
from cfn_lint_cognito._neighbours import exists, is_awaited, neighbours
from cfn_lint_cognito._pool_reference import pool_of
from cfn_lint_cognito._values import Entries, Items, Known, Text, Unknown, Value, may_equal, text_of

RESOURCE_SERVER: Final = "AWS::Cognito::UserPoolResourceServer"


def scopes(subject: Subject, names: Collection[str]) -> Mapping[str, Value]:
    """`Requested` says of each scope of the client which resource server of the template gives it ("" for none);
    `Servers` says of each of these servers whether the client waits for it; `Offered` are all scopes that the pool's
    resource servers give.
    """
    requested = subject.property("AllowedOAuthScopes")
    if not isinstance(requested, Items):
        return {} if requested is None else {name: Unknown("AllowedOAuthScopes", requested.origin) for name in names}
    servers = [
        (server, certain, _offered(server))
        for server, certain in neighbours(subject, pool_of(subject), RESOURCE_SERVER)
    ]
    owners = [_owner(scope, servers) for scope in requested.values]
    entries = [
        Entries({"Name": scope, "Server": _named(owner, scope)}, scope.origin)
        for scope, owner in zip(requested.values, owners, strict=True)
    ]
    awaited: dict[str, Entries] = {}
    for scope, owner in zip(requested.values, owners, strict=True):
        if isinstance(owner, Subject) and owner.resource.name not in awaited:
            facts = {
                "Resource": Known(owner.resource.name, scope.origin),
                "Awaited": Known(is_awaited(subject, owner), scope.origin),
                "Scope": scope,
            }
            awaited[owner.resource.name] = Entries(facts, scope.origin)
    offered = [text.known for _, _, texts in servers for text in texts or () if text.known is not None]
    facts = {
        "Requested": Items(tuple(entries), requested.origin),
        "Servers": Items(tuple(awaited.values()), requested.origin),
        "Offered": Items(tuple(Known(name, requested.origin) for name in offered), requested.origin),
    }
    return {name: facts[name] for name in names}


def _offered(server: Subject) -> list[Text] | None:
    """The scopes a resource server gives, as clients name them; None when that cannot be told."""
    identifier = text_of(server.property("Identifier"))
    offered = server.property("Scopes")
    if offered is None:
        return []
    if identifier is None or not isinstance(offered, Items):
        return None
    names = [text_of(scope.values.get("ScopeName")) if isinstance(scope, Entries) else None for scope in offered.values]
    if any(name is None for name in names):
        return None
    return [Text.joined([*identifier.parts, "/", *name.parts]) for name in names if name is not None]


def _owner(scope: Value, servers: list[tuple[Subject, bool, list[Text] | None]]) -> Subject | bool:
    """The resource server that gives a scope; False when none does, True when that cannot be told."""
    name = text_of(scope)
    maybe = False
    for server, certain, offered in servers:
        equal = None if offered is None else _any_equal(name, offered)
        if equal is False or not exists(server):
            continue
        if equal and certain:
            return server
        maybe = True
    return maybe


def _any_equal(name: Text | None, offered: list[Text]) -> bool | None:
    results = [may_equal(name, text) for text in offered]
    return True if True in results else None if None in results else False


def _named(owner: Subject | bool, scope: Value) -> Value:
    if isinstance(owner, Subject):
        return Known(owner.resource.name, scope.origin)
    return Unknown("resource server", scope.origin) if owner else Known("", scope.origin)
