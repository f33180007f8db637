"""Which scopes the methods of an API ask for where they are no resources of their own: events of SAM's functions, and operations of
an OpenAPI definition that stands in the template.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from cfn_lint_cognito.engine.facts.consumers.authorizers import (
    authorizer_in_definition,
    definition_of,
    entries_of,
    issuers_of,
    of_configuration,
)
from cfn_lint_cognito.engine.facts.named_resource import resource_alone_in
from cfn_lint_cognito.engine.facts.names import HTTP_API, HTTP_API_OF_SAM, REST_API, REST_API_OF_SAM
from cfn_lint_cognito.engine.facts.neighbours import referring
from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.values.truth import Truth
from cfn_lint_cognito.engine.values.value import Entries, Items, Origin, Value, below, known_text, text_of, values_of

REST_APIS: Final = (REST_API, REST_API_OF_SAM)
HTTP_APIS: Final = (HTTP_API, HTTP_API_OF_SAM)
_HAVE_EVENTS: Final = ("AWS::Serverless::Function", "AWS::Serverless::StateMachine")
_EVENTS: Final = {REST_API_OF_SAM: ("Api", "RestApiId"), HTTP_API_OF_SAM: ("HttpApi", "ApiId")}
"""The type of the events that are methods of an API, and the property that names the API."""
_BUILT_IN: Final = ("NONE", "AWS_IAM")
_API_KEY: Final = "api_key"


class Operation(NamedTuple):
    """What a method asks for, or several of one API by the same scopes. `named` are the ARNs or the issuer that its authorizer names,
    None for what is missing. `scopes` is None where there are none. `property` is what holds them.
    """

    named: tuple[Value | None, ...]
    scopes: Value | None
    property: str
    origin: Origin


def operations(api: ResolvedResource) -> Iterator[Operation]:
    """The methods of an API that surely take the tokens of some authorizer of that API."""
    if definition_of(api) is not None:
        # What SAM makes of both together depends on each method.
        if api.declaration.type not in _EVENTS or api.property("Auth") is None:
            yield from _in_definition(api)
    elif api.declaration.type in _EVENTS and api.property("DefinitionUri") is None and _has_its_globals(api):
        yield from _of_events(api)


def _in_definition(api: ResolvedResource) -> Iterator[Operation]:
    for path_item in entries_of(below(definition_of(api), "paths")):
        for operation in entries_of(path_item):
            security = operation.values.get("security")
            asked = _asked_for(security) if isinstance(security, Items) else []
            if len(asked) == 1:
                ((name, scopes),) = asked
                authorizer = authorizer_in_definition(api, name)
                if authorizer is not None:
                    yield Operation(_named_by(api, authorizer), scopes, "security", _first_of(scopes) or scopes.origin)


def _asked_for(security: Items) -> list[tuple[str, Value]]:
    """The authorizers that an operation names with their scopes, each of which is enough; none where one cannot be told, or where
    an empty entry lets callers in without any.
    """
    if not all(isinstance(entry, Entries) and entry.values for entry in security.values):
        return []
    return [
        (name, scopes)
        for entry in security.values
        if isinstance(entry, Entries)
        for name, scopes in entry.values.items()
        if name != _API_KEY
    ]


def _first_of(scopes: Value | None) -> Origin | None:
    """Where the first of some scopes stands. None where there are none."""
    if isinstance(scopes, Items):
        return Origin.at(scopes.values[0].origin.used_at) if scopes.values else None
    return None if scopes is None else scopes.origin


def _of_events(api: ResolvedResource) -> Iterator[Operation]:
    """The scopes of an authorizer count once, for all methods that have none of their own."""
    authorizers, default = api.property("Auth", "Authorizers"), api.property("Auth", "DefaultAuthorizer")
    shared: set[Origin] = set()
    for auth, is_preflight in _events_of(api) if isinstance(authorizers, Entries) else ():
        own = below(auth, "Authorizer")
        named = default if own is None else own
        name = known_text(named)
        authorizer = below(authorizers, str(name))
        if named is None or name is None or name in _BUILT_IN or not isinstance(authorizer, Entries):
            continue
        if own is None and (is_preflight is not False or "OverrideApiAuth" in auth.values):
            continue
        operation = _event(api, auth, own, named, authorizer)
        if operation is not None and operation.origin not in shared:
            shared.add(operation.origin)
            yield operation


def _event(
    api: ResolvedResource, auth: Entries, own: Value | None, named: Value, authorizer: Entries
) -> Operation | None:
    """What an event asks for. None where SAM rejects it: only HTTP APIs take scopes for the authorizer that is the default."""
    scopes = auth.values.get("AuthorizationScopes")
    is_http = api.declaration.type == HTTP_API_OF_SAM
    if scopes is not None and own is None and not is_http:
        return None
    if scopes is None or (is_http and _first_of(scopes) is None):
        scopes = authorizer.values.get("AuthorizationScopes")
    origin = _first_of(scopes) or Origin.at(named.origin.used_at)
    return Operation(_named_by(api, authorizer), scopes, "AuthorizationScopes", origin)


def _events_of(api: ResolvedResource) -> Iterator[tuple[Entries, Truth]]:
    """The Auth of each event that is a method of an API, and whether that may be asked by a browser before the method itself; None
    where that cannot be told. An Auth that cannot be told is left out.
    """
    event_type, api_id = _EVENTS[api.declaration.type]
    for function in itertools.chain.from_iterable(referring(api, each) for each in _HAVE_EVENTS):
        for event in entries_of(function.property("Events")):
            properties = below(event, "Properties")
            named, attribute = resource_alone_in(text_of(below(properties, api_id)), api.view.template)
            auth = below(properties, "Auth") or Entries({}, event.origin)
            is_of_api = named is api.declaration and not attribute and known_text(below(event, "Type")) == event_type
            if is_of_api and isinstance(auth, Entries):
                yield auth, _is_preflight(below(properties, "Method"))


def _is_preflight(method: Value | None) -> Truth:
    known = known_text(method)
    return (None if method is not None else False) if known is None else known.lower() == "options"


def _named_by(api: ResolvedResource, authorizer: Entries) -> tuple[Value | None, ...]:
    """What an entry of SAM's Auth or of an OpenAPI definition names for the user pools whose tokens it takes."""
    values = authorizer.values
    if api.declaration.type in REST_APIS:
        return values_of(values.get("UserPoolArn") or values.get("providerARNs"))
    by_tokens = of_configuration(values.get("JwtConfiguration") or values.get("jwtConfiguration"))
    return tuple(name for each in by_tokens for name in issuers_of(each, api.view.template))


def _has_its_globals(api: ResolvedResource) -> bool:
    """Whether the API has what the Globals of the template say of its Auth. cfn-lint puts that in; other hosts do not, and SAM adds
    the scopes of both together.
    """
    sections = api.view.template.document.get("Globals")
    section = sections.get(_EVENTS[api.declaration.type][0]) if isinstance(sections, dict) else None
    shared = section.get("Auth") if isinstance(section, dict) else None
    own = api.declaration.properties
    return shared is None or _holds(own.get("Auth") if isinstance(own, dict) else None, shared)


def _holds(own: Any, shared: Any) -> bool:
    if isinstance(own, dict) and isinstance(shared, dict):
        return all(key in own and _holds(own[key], value) for key, value in shared.items())
    if isinstance(own, list) and isinstance(shared, list):
        return own[: len(shared)] == shared
    return own is not None
