"""Whether Cognito may call the functions of a user pool's triggers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cfn_lint_cognito.engine.facts.neighbours import exists, first_that_matches, may_be_changed
from cfn_lint_cognito.engine.facts.outputs import is_exported
from cfn_lint_cognito.engine.facts.permissions.functions import FUNCTION_OF_SAM, function_named, is_function
from cfn_lint_cognito.engine.facts.pool_names import pool_in
from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.values.truth import Truth, all_of
from cfn_lint_cognito.engine.values.value import (
    Entries,
    Items,
    Known,
    Value,
    below,
    is_among,
    known_or_unknown,
    known_text,
    text_of,
    unknown_if_given,
)

_PERMISSION: Final = "AWS::Lambda::Permission"
_PRINCIPAL: Final = "cognito-idp.amazonaws.com"
_OF_COGNITO: Final = "cognito-idp."
_KEY: Final = "KMSKeyID"
_INVOKES: Final = ("lambda:invokefunction", "lambda:*", "*")


def triggers(resource: ResolvedResource) -> Value | None:
    """Of each function of the template that LambdaConfig names: its triggers, and whether Cognito may call it."""
    config = resource.property("LambdaConfig")
    if not isinstance(config, Entries):
        return unknown_if_given(config, "LambdaConfig")
    called: dict[str, list[Known]] = {}
    for trigger, value in config.values.items():
        named = below(value, "LambdaArn") if isinstance(value, Entries) else value
        function = None if named is None or trigger == _KEY else function_named(text_of(named), resource.view)
        if named is not None and function is not None:
            called.setdefault(function.name, []).append(Known(trigger, named.origin))
    return Items(tuple(_called(resource, called)), config.origin)


def _called(resource: ResolvedResource, called: dict[str, list[Known]]) -> Iterator[Value]:
    for name, names in called.items():
        function = ResolvedResource(resource.view.template.resources[name], resource.view)
        if exists(function):
            origin = names[0].origin
            facts: dict[str, Value] = {
                "Function": Known(name, origin),
                "Triggers": Items(tuple(names), origin),
                "Pool": Known(resource.declaration.name, origin),
                "IsAllowed": known_or_unknown(_is_allowed(function, resource), "permission", origin),
            }
            yield Entries(facts, origin)


def _is_allowed(function: ResolvedResource, pool: ResolvedResource) -> Truth:
    """Whether Cognito may call a function for a user pool. Another stack may say so, or a custom resource."""
    template, name = function.view.template, function.declaration.name
    found = first_that_matches(_permissions(function, pool))
    if isinstance(found, ResolvedResource):
        return True
    is_open = (
        found or may_be_changed(name, function.view) or is_exported(name, template) or _may_be_trigger_of_sam(function)
    )
    return None if is_open else False


def _permissions(function: ResolvedResource, pool: ResolvedResource) -> Iterator[tuple[ResolvedResource, Truth, Truth]]:
    for declaration in function.view.template.resources_of(_PERMISSION):
        permission = ResolvedResource(declaration, function.view)
        is_for_it = is_function(text_of(permission.property("FunctionName")), function)
        if is_for_it is not False:
            yield permission, is_for_it, _lets_cognito_call(permission, pool)


def _lets_cognito_call(permission: ResolvedResource, pool: ResolvedResource) -> Truth:
    action, principal = (known_text(permission.property(name)) for name in ("Action", "Principal"))
    invokes = None if action is None else action.lower() in _INVOKES
    source = text_of(permission.property("SourceArn"))
    source_pool = "" if source is None else pool_in(source, permission.view.template)
    is_for_pool = not source_pool or source_pool == pool.declaration.name
    is_cognito = is_among(permission.property("Principal"), (_PRINCIPAL, "*"))
    if is_cognito is False and (str(principal).startswith(_OF_COGNITO) or source_pool == pool.declaration.name):
        is_cognito = None  # Another partition's name, or what cfn-lint reports (W3664).
    return all_of((invokes, is_cognito, is_for_pool))


def _may_be_trigger_of_sam(function: ResolvedResource) -> bool:
    """Whether a function has an event of type Cognito, for which SAM makes the permission."""
    events = function.property("Events") if function.declaration.type == FUNCTION_OF_SAM else None
    if not isinstance(events, Entries):
        return events is not None
    return any(known_text(below(event, "Type")) in (None, "Cognito") for event in events.values.values())
