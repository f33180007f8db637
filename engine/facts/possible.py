"""What a property of a resource is in any scenario of its template: the Possible section of the document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from cfn_lint_cognito.engine.facts.client.scopes import scopes_of_pool
from cfn_lint_cognito.engine.facts.client.secret import sign_in_actions
from cfn_lint_cognito.engine.facts.login.providers import providers
from cfn_lint_cognito.engine.facts.pool.user_pool import pool as pool_facts
from cfn_lint_cognito.engine.facts.pool_reference import pool_of
from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.resolve.spelling import spelled
from cfn_lint_cognito.engine.scenarios.possibilities import possibilities
from cfn_lint_cognito.engine.scenarios.view import View
from cfn_lint_cognito.engine.template.once import once_for_each_template
from cfn_lint_cognito.engine.template.resources import Resource
from cfn_lint_cognito.engine.template.template import Template
from cfn_lint_cognito.engine.values.value import Entries, Items, Known, Origin, Unknown, Value, plain


def possible(resource: ResolvedResource, name: str) -> Value | None:
    """All values that `name` has in the scenarios in which its resource exists, each once; of lists the items. `name` is a
    property of the resource, or one of the facts listed at the end of this module: about the pool, about the client.

    The answer is the same in every scenario, so that to ask for it makes no scenarios. Only which pool it is about may
    depend on the one that is judged. Values that only the deployment knows are one Unknown among the others.
    """
    template = resource.view.template
    owner = pool_of(resource).resource if name in _OF_POOL else resource.declaration.name
    if owner is None:
        return None
    known = _possible_in(template)
    if (owner, name) not in known:
        known[owner, name] = Items(
            tuple(_values(template, template.resources[owner], name, resource.origin)), resource.origin
        )
    return known[owner, name]


@once_for_each_template
def _possible_in(template: Template) -> dict[tuple[str, str], Items]:
    return {}


def _values(template: Template, resource: Resource, name: str, origin: Origin) -> list[Value]:
    make = {**_OF_POOL, **_OF_CLIENT}.get(name, ResolvedResource.property)

    def look_up(view: View) -> Value | bool:
        """False where there is no such thing."""
        return view.exists(resource.condition) and (make(ResolvedResource(resource, view), name) or False)

    values: dict[str, Value] = {}
    for value in possibilities(template, look_up):
        for each in value.values if isinstance(value, Items) else (value,):
            if isinstance(each, (Known, Entries)):
                values.setdefault(spelled(plain(each)), each)
            elif each is not False:
                values.setdefault("", Unknown(name, origin))
    return list(values.values())


def _scopes(pool: ResolvedResource, _: str) -> Value:
    return scopes_of_pool(pool)


def _signs_in_at_load_balancer(client: ResolvedResource, _: str) -> Value:
    return Items(tuple(Known(True, action.origin) for action in sign_in_actions(client)), client.origin)


_OF_POOL: Final[Mapping[str, Callable[[ResolvedResource, str], Value | None]]] = {
    "CustomAttributes": pool_facts,
    "Scopes": _scopes,
}
_OF_CLIENT: Final[Mapping[str, Callable[[ResolvedResource, str], Value | None]]] = {
    "Mapped": providers,
    "NotWritable": providers,
    "SignsInAtLoadBalancer": _signs_in_at_load_balancer,
}
