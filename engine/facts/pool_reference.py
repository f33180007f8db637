"""Which user pool a resource belongs to."""

from __future__ import annotations

from typing import Final, NamedTuple

from cfn_lint_cognito.engine.facts.names import USER_POOL
from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.resolve.functions import IMPORTS
from cfn_lint_cognito.engine.template.template import Template
from cfn_lint_cognito.engine.values.text import DYNAMIC_REFERENCE, REF, Hole, Text, may_equal
from cfn_lint_cognito.engine.values.value import text_of

_NO_POOL_ID: Final = ("Arn", "ProviderName", "ProviderURL")
_STACKS: Final = ("AWS::CloudFormation::Stack", "AWS::Serverless::Application")
_MADE_ELSEWHERE: Final = (*_STACKS, "AWS::CloudFormation::CustomResource", "Custom::")
"""Resources whose attributes may be anything, the ID of a user pool for one."""


class PoolReference(NamedTuple):
    """What UserPoolId leads to.

    `origin` is "template", "imported", "no pool", or None when it cannot be told. `words` says what is referred to, for
    messages; `resource` is the name of the pool where it is of this template; `text` is what is known of the ID.
    """

    origin: str | None
    words: str = ""
    resource: str | None = None
    text: Text | None = None


def pool_of(resource: ResolvedResource) -> PoolReference:
    """The pool that a resource belongs to; a user pool is its own."""
    thing = ("pool of", resource.declaration.name, resource.declaration.item_slice)
    return resource.view.memoized(thing, lambda: _pool_of(resource))


def _pool_of(resource: ResolvedResource) -> PoolReference:
    template = resource.view.template
    if resource.declaration.type == USER_POOL:
        return PoolReference(
            "template", f"the user pool {resource.declaration.display_name}", resource.declaration.name
        )
    text = text_of(resource.property("UserPoolId"))
    if text is None:
        return PoolReference(None)
    named = resource.view.resolver.referred_to(resource.declaration.properties, resource.path, "UserPoolId")
    origin, words = (None, "") if named is None else _origin(Hole(REF, named), template)
    if origin == "no pool":
        return PoolReference(origin, words, text=text)
    if text.known is not None:
        return PoolReference("imported", f"the pool {text.known}", text=text)
    (part, *more) = text.parts
    if more or not isinstance(part, Hole):
        return PoolReference(None, text=text)
    origin, words = _origin(part, template)
    return PoolReference(origin, words, part.name.partition(".")[0] if origin == "template" else None, text)


def same_pool(one: PoolReference, other: PoolReference) -> bool | None:
    """Whether two references surely lead to the same pool, surely not, or neither (None)."""
    if one.resource is not None and other.resource is not None:
        return one.resource == other.resource
    return may_equal(one.text, other.text)


def _origin(hole: Hole, template: Template) -> tuple[str | None, str]:
    name, _, attribute = hole.name.partition(".")
    if hole.kind == DYNAMIC_REFERENCE:
        return "imported", "a dynamic reference"
    if hole.is_opaque:
        return ("imported", hole.kind) if hole.kind in IMPORTS else (None, "")
    if name in template.parameters:
        return "imported", f"parameter {name}"
    if name not in template.resources:
        return ("no pool", name) if name.startswith("AWS::") else (None, "")
    resource_type = template.resources[name].type
    if resource_type == USER_POOL:
        name_shown = template.resources[name].display_name
        if attribute in ("", "UserPoolId"):
            return "template", f"the user pool {name_shown}"
        return ("no pool", f"the {attribute} of the user pool {name_shown}") if attribute in _NO_POOL_ID else (None, "")
    if resource_type.startswith(_MADE_ELSEWHERE) and (attribute or not resource_type.startswith(_STACKS)):
        return "imported", hole.name
    if attribute or not resource_type.startswith("AWS::") or resource_type.startswith("AWS::Serverless::"):
        return None, ""
    return "no pool", f"{template.resources[name].display_name}, which is of type {resource_type}"
