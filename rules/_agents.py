"""What agent gateways and runtimes check of a token: the Audience section of the document."""

from __future__ import annotations

from typing import Final

from cfn_lint_cognito._clients import client_named
from cfn_lint_cognito._document import Subject
from cfn_lint_cognito._names import AGENT_GATEWAY, AGENT_RUNTIME
from cfn_lint_cognito._neighbours import exists
from cfn_lint_cognito._pool import pool
from cfn_lint_cognito._values import Entries, Items, Known, Unknown, Value, known_text

_AUTHORIZER: Final = ("AuthorizerConfiguration", "CustomJWTAuthorizer")


def audience(subject: Subject, name: str) -> Value | None:
    """`Clients` are the app clients of the template that stand in AllowedAudience."""
    if subject.resource.type not in (AGENT_GATEWAY, AGENT_RUNTIME):
        return None
    allowed = subject.property(*_AUTHORIZER, "AllowedAudience")
    if not isinstance(allowed, Items):
        return allowed and Unknown("AllowedAudience", allowed.origin)
    clients = ((each, client_named(each, subject.view)) for each in allowed.values)
    found = (_facts(subject, each, client) for each, client in clients if client is not None and exists(client))
    return Items(tuple(found), allowed.origin)


def _facts(subject: Subject, named: Value, client: Subject) -> Entries:
    facts: dict[str, Value | None] = {
        "Client": Known(client.resource.name, named.origin),
        "OAuth": client.property("AllowedOAuthFlowsUserPoolClient"),
        "Flows": client.property("AllowedOAuthFlows"),
        "AuthFlows": client.property("ExplicitAuthFlows"),
        "Triggers": pool(client, "Triggers"),
        "IsAllowedClient": _is_allowed_client(subject, named, client),
    }
    return Entries({key: fact for key, fact in facts.items() if fact is not None}, named.origin)


def _is_allowed_client(subject: Subject, named: Value, client: Subject) -> Value:
    """Whether AllowedClients names the client as well."""
    clients = subject.property(*_AUTHORIZER, "AllowedClients")
    if clients is None:
        return Known(False, named.origin)
    same = [_is_same(client, each, subject) for each in clients.values] if isinstance(clients, Items) else [None]
    if True not in same and None in same:
        return Unknown("AllowedClients", named.origin)
    return Known(True in same, named.origin)


def _is_same(client: Subject, other: Value, subject: Subject) -> bool | None:
    """Whether a value is the ID of a client. No literal is: the ID is made with the client."""
    named = client_named(other, subject.view)
    if named is not None:
        return named.resource.name == client.resource.name
    return False if known_text(other) is not None else None
