"""What agent gateways and runtimes check of a token: the Audience section of the document."""

from __future__ import annotations

from typing import Final

from cfn_lint_cognito.engine.facts.client.clients import client_named
from cfn_lint_cognito.engine.facts.names import AGENT_GATEWAY, AGENT_RUNTIME
from cfn_lint_cognito.engine.facts.neighbours import exists
from cfn_lint_cognito.engine.facts.pool.user_pool import pool
from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.values.truth import any_of
from cfn_lint_cognito.engine.values.value import (
    Entries,
    Items,
    Known,
    Value,
    entries_of,
    known_or_unknown,
    known_text,
    unknown_if_given,
)

_AUTHORIZER: Final = ("AuthorizerConfiguration", "CustomJWTAuthorizer")


def audience(resource: ResolvedResource, name: str) -> Value | None:
    """`Clients` are the app clients of the template that stand in AllowedAudience."""
    if resource.declaration.type not in (AGENT_GATEWAY, AGENT_RUNTIME):
        return None
    allowed = resource.property(*_AUTHORIZER, "AllowedAudience")
    if not isinstance(allowed, Items):
        return unknown_if_given(allowed, "AllowedAudience")
    clients = ((each, client_named(each, resource.view)) for each in allowed.values)
    found = (_facts(resource, each, client) for each, client in clients if client is not None and exists(client))
    return Items(tuple(found), allowed.origin)


def _facts(resource: ResolvedResource, named: Value, client: ResolvedResource) -> Entries:
    facts: dict[str, Value | None] = {
        "Client": Known(client.declaration.name, named.origin),
        "OAuth": client.property("AllowedOAuthFlowsUserPoolClient"),
        "Flows": client.property("AllowedOAuthFlows"),
        "AuthFlows": client.property("ExplicitAuthFlows"),
        "Triggers": pool(client, "Triggers"),
        "IsAllowedClient": _is_allowed_client(resource, named, client),
    }
    return entries_of(facts, named.origin)


def _is_allowed_client(resource: ResolvedResource, named: Value, client: ResolvedResource) -> Value:
    """Whether AllowedClients names the client as well."""
    clients = resource.property(*_AUTHORIZER, "AllowedClients")
    if clients is None:
        return Known(False, named.origin)
    is_one_of_them = (
        any_of(_is_same(client, each, resource) for each in clients.values) if isinstance(clients, Items) else None
    )
    return known_or_unknown(is_one_of_them, "AllowedClients", named.origin)


def _is_same(client: ResolvedResource, other: Value, resource: ResolvedResource) -> bool | None:
    """Whether a value is the ID of a client. No literal is: the ID is made with the client."""
    named = client_named(other, resource.view)
    if named is not None:
        return named.declaration.name == client.declaration.name
    return False if known_text(other) is not None else None
