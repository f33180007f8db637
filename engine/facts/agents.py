"""What agent gateways and runtimes check of a token: the Audience section of the document."""

from __future__ import annotations

from typing import Final

from cfn_lint_cognito.engine.facts.clients import client_named
from cfn_lint_cognito.engine.facts.names import AGENT_GATEWAY, AGENT_RUNTIME
from cfn_lint_cognito.engine.facts.neighbours import exists
from cfn_lint_cognito.engine.facts.pool import pool
from cfn_lint_cognito.engine.facts.seen_resource import SeenResource
from cfn_lint_cognito.engine.values.truth import any_of
from cfn_lint_cognito.engine.values.value import Entries, Items, Known, Unknown, Value, known_text, told

_AUTHORIZER: Final = ("AuthorizerConfiguration", "CustomJWTAuthorizer")


def audience(seen: SeenResource, name: str) -> Value | None:
    """`Clients` are the app clients of the template that stand in AllowedAudience."""
    if seen.resource.type not in (AGENT_GATEWAY, AGENT_RUNTIME):
        return None
    allowed = seen.property(*_AUTHORIZER, "AllowedAudience")
    if not isinstance(allowed, Items):
        return allowed and Unknown("AllowedAudience", allowed.origin)
    clients = ((each, client_named(each, seen.view)) for each in allowed.values)
    found = (_facts(seen, each, client) for each, client in clients if client is not None and exists(client))
    return Items(tuple(found), allowed.origin)


def _facts(seen: SeenResource, named: Value, client: SeenResource) -> Entries:
    facts: dict[str, Value | None] = {
        "Client": Known(client.resource.name, named.origin),
        "OAuth": client.property("AllowedOAuthFlowsUserPoolClient"),
        "Flows": client.property("AllowedOAuthFlows"),
        "AuthFlows": client.property("ExplicitAuthFlows"),
        "Triggers": pool(client, "Triggers"),
        "IsAllowedClient": _is_allowed_client(seen, named, client),
    }
    return Entries({key: fact for key, fact in facts.items() if fact is not None}, named.origin)


def _is_allowed_client(seen: SeenResource, named: Value, client: SeenResource) -> Value:
    """Whether AllowedClients names the client as well."""
    clients = seen.property(*_AUTHORIZER, "AllowedClients")
    if clients is None:
        return Known(False, named.origin)
    is_one_of_them = (
        any_of(_is_same(client, each, seen) for each in clients.values) if isinstance(clients, Items) else None
    )
    return told(is_one_of_them, "AllowedClients", named.origin)


def _is_same(client: SeenResource, other: Value, seen: SeenResource) -> bool | None:
    """Whether a value is the ID of a client. No literal is: the ID is made with the client."""
    named = client_named(other, seen.view)
    if named is not None:
        return named.resource.name == client.resource.name
    return False if known_text(other) is not None else None
