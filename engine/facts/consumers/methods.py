"""Whether a client of a user pool can call a method or a route: the Calls section of the document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from cfn_lint_cognito.engine.facts.consumers.authorizers import issuers_of, token_authorizers, user_pool_authorizers
from cfn_lint_cognito.engine.facts.consumers.operations import HTTP_APIS, operations
from cfn_lint_cognito.engine.facts.named_resource import named_resource
from cfn_lint_cognito.engine.facts.names import (
    APP_CLIENT,
    HTTP_AUTHORIZER,
    HTTP_ROUTE,
    REST_AUTHORIZER,
    REST_METHOD,
    USER_POOL,
)
from cfn_lint_cognito.engine.facts.neighbours import exists, may_be_changed, neighbours
from cfn_lint_cognito.engine.facts.pool_names import pool_in
from cfn_lint_cognito.engine.facts.pool_reference import pool_of
from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.resolve.references import logical_ids_in, maps_in, references_of
from cfn_lint_cognito.engine.template.once import once_for_each_template
from cfn_lint_cognito.engine.template.template import Template
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
)

_OF_SIGN_IN: Final = "aws.cognito.signin.user.admin"
"""The scope of every access token that the SDK gets by a sign-in."""
_KEPT_BY_OTHERS: Final = ("AWS::SSM::Parameter", "AWS::SecretsManager::Secret")
"""What other stacks read."""
_MAKES_CLIENTS: Final = re.compile(
    r"cognito-idp:([a-z]*\*|(create|update)userpoolclient)"
    r"|:policy/(AmazonCognitoPowerUser|AdministratorAccess|PowerUserAccess)$",
    re.IGNORECASE,
)
_ANY_ACTION: Final = "*"
_LET_ANY_TOKEN_PASS: Final = (HTTP_ROUTE, *HTTP_APIS)
"""Routes without scopes take access tokens, too."""
_AUTHORIZED_BY: Final = {REST_METHOD: ("COGNITO_USER_POOLS", REST_AUTHORIZER), HTTP_ROUTE: ("JWT", HTTP_AUTHORIZER)}


class _Client(NamedTuple):
    """What a client can get: the scopes that its OAuth grants, None for what cannot be told, and whether only machines use it."""

    name: str
    scopes: tuple[Text | None, ...] | None
    is_for_machines: Truth


def calls(resource: ResolvedResource, name: str) -> Value | None:
    """`Method` says whether a client of the template can call the method or route. None where its authorizer takes the tokens
    of others than pools of the template, and where it lets any of their tokens pass. `Operations` says the same of the methods
    of an API that are no resources of their own.
    """
    if name == "Operations":
        facts = (
            _call(resource, _pools_named(each.named, resource), each.scopes, each.origin, each.property)
            for each in operations(resource)
        )
        return Items(tuple(each for each in facts if each is not None), resource.origin)
    scopes = resource.property("AuthorizationScopes")
    has_scopes = scopes is not None and not (isinstance(scopes, Items) and not scopes.values)
    origin = scopes.origin if scopes is not None and has_scopes else resource.origin
    return _call(resource, _pools(resource), scopes, origin)


def _call(
    resource: ResolvedResource,
    pools: list[ResolvedResource],
    scopes: Value | None,
    origin: Origin,
    property_name: str = "AuthorizationScopes",
) -> Value | None:
    asks_for = scopes.values if isinstance(scopes, Items) else () if scopes is None else None
    if not pools or asks_for is None or (not asks_for and resource.declaration.type in _LET_ANY_TOKEN_PASS):
        return None
    clients = [client for pool in pools for client in _clients(pool)]
    can_call = any_of(_can_call(client, asks_for) for client in clients)
    if can_call is False and (not clients or any(map(_may_have_other_clients, pools))):
        can_call = None
    granted = (text for client in clients for text in client.scopes or ())
    facts: dict[str, Value] = {
        "Pools": Items(tuple(Known(pool.declaration.name, origin) for pool in pools), origin),
        "Clients": Items(tuple(Known(client.name, origin) for client in clients), origin),
        "AsksFor": Items(tuple(Known(_rendered(text_of(each)), each.origin) for each in asks_for), origin),
        "Property": Known(property_name, origin),
        "Granted": Items(tuple(Known(name, origin) for name in dict.fromkeys(map(_rendered, granted))), origin),
        "CanBeCalled": known_or_unknown(can_call, "client", origin),
    }
    return Entries(facts, origin)


def _rendered(text: Text | None) -> str:
    return "..." if text is None else text.render()


def _pools(resource: ResolvedResource) -> list[ResolvedResource]:
    """The user pools of the template whose tokens the authorizer takes; none where it takes others, or that cannot be told."""
    kind, authorizer_type = _AUTHORIZED_BY[resource.declaration.type]
    text = text_of(resource.property("AuthorizerId"))
    hole = None if text is None else text.only_hole
    declaration = None if hole is None else named_resource(hole, resource.view.template)[0]
    if known_text(resource.property("AuthorizationType")) != kind or declaration is None:
        return []
    if declaration.type != authorizer_type or declaration.name in resource.view.template.from_unexpanded_loops:
        return []
    return _pools_named(_named_by(ResolvedResource(declaration, resource.view)), resource)


def _pools_named(named: Iterable[Value | None], resource: ResolvedResource) -> list[ResolvedResource]:
    names = [_pool_in(each, resource) for each in named]
    pools = (resource.view.template.resources.get(name) for name in dict.fromkeys(names))
    found = [ResolvedResource(each, resource.view) for each in pools if each is not None and each.type == USER_POOL]
    return found if "" not in names and all(map(exists, found)) else []


def _named_by(authorizer: ResolvedResource) -> Iterator[Value | None]:
    for by_pools in user_pool_authorizers(authorizer):
        yield from by_pools.arns.values if isinstance(by_pools.arns, Items) else (None,)
    for by_tokens in token_authorizers(authorizer):
        yield from issuers_of(by_tokens, authorizer.view.template)


def _pool_in(named: Value | None, resource: ResolvedResource) -> str:
    text = text_of(named)
    return "" if text is None else pool_in(text, resource.view.template)


def _clients(pool: ResolvedResource) -> list[_Client]:
    return pool.view.memoized(("callers", pool.declaration.name), lambda: list(_clients_of(pool)))


def _clients_of(pool: ResolvedResource) -> Iterator[_Client]:
    for client, belongs in neighbours(pool, pool_of(pool), APP_CLIENT):
        if belongs is False or not exists(client):
            continue
        switch = client.property("AllowedOAuthFlowsUserPoolClient")
        scopes = client.property("AllowedOAuthScopes")
        granted: tuple[Text | None, ...] | None = None
        if switch is None or known_text(switch) == "false" or scopes is None:
            granted = ()
        elif known_text(switch) == "true" and isinstance(scopes, Items):
            granted = tuple(map(text_of, scopes.values))
        if belongs is None:
            granted = None
        yield _Client(client.declaration.name, granted, _is_for_machines(client) if belongs else None)


def _is_for_machines(client: ResolvedResource) -> Truth:
    """Whether no user can sign in: its only flow is client_credentials. A client without ExplicitAuthFlows is taken for one of
    machines, though Cognito's default flows would let users in.
    """
    switch, flows, auth_flows = (
        client.property(name) for name in ("AllowedOAuthFlowsUserPoolClient", "AllowedOAuthFlows", "ExplicitAuthFlows")
    )
    if switch is None or flows is None or known_text(switch) == "false":
        return False
    truths: list[Truth] = [None if known_text(switch) is None else True]
    for listed, only in ((flows, "client_credentials"), (auth_flows, "ALLOW_REFRESH_TOKEN_AUTH")):
        values = listed.values if isinstance(listed, Items) else () if listed is None else None
        if values is None:
            truths.append(None)
        else:
            truths += [None if known_text(each) is None else known_text(each) == only for each in values]
    return all_of(truths)


def _can_call(client: _Client, asks_for: tuple[Value, ...]) -> Truth:
    """Without scopes ID tokens pass, which only users have."""
    if not asks_for:
        return None if client.is_for_machines is None else not client.is_for_machines
    if client.scopes is None:
        return None
    return any_of(
        True if known_text(asked) == _OF_SIGN_IN else may_equal(text_of(asked), granted)
        for asked in asks_for
        for granted in (*client.scopes, Text((_OF_SIGN_IN,)))
    )


def _may_have_other_clients(pool: ResolvedResource) -> bool:
    """Whether others than the template may make clients of a pool, or write other scopes into its tokens."""
    return pool.view.memoized(("other callers", pool.declaration.name), lambda: _has_or_gets_other_clients(pool))


def _has_or_gets_other_clients(pool: ResolvedResource) -> bool:
    name, template = pool.declaration.name, pool.view.template
    return (
        may_be_changed(name, pool.view)
        or _adds_scopes(pool)
        or any(name in logical_ids_in(output) for output in template.outputs.values())
        or any(
            name in references_of(template).logical_ids_of(each)
            for resource_type in _KEPT_BY_OTHERS
            for each in template.resources_of(resource_type)
        )
        or _lets_make_clients(template)
    )


def _adds_scopes(pool: ResolvedResource) -> bool:
    """Whether a function may write other scopes into access tokens, as version 2 and later of that trigger can."""
    config = pool.property("LambdaConfig")
    if config is not None and not isinstance(config, Entries):
        return True
    trigger = below(config, "PreTokenGenerationConfig")
    return trigger is not None and known_text(below(trigger, "LambdaVersion")) != "V1_0"


@once_for_each_template
def _lets_make_clients(template: Template) -> bool:
    """Whether a policy lets something make clients while the stack is in use."""
    texts = (
        (key, text)
        for each in maps_in(template.document)
        for key, value in each.items()
        for text in (value if isinstance(value, list) else (value,))
        if isinstance(text, str)
    )
    return any(
        _MAKES_CLIENTS.search(text) is not None or (text == _ANY_ACTION and key == "Action") for key, text in texts
    )
