"""The roles of a template: which one a value names, and which policies give it permissions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cfn_lint_cognito.engine.facts.named_resource import resource_alone_in
from cfn_lint_cognito.engine.facts.names import ROLE
from cfn_lint_cognito.engine.facts.permissions.policies import statements_of
from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.scenarios.view import View
from cfn_lint_cognito.engine.values.text import may_equal
from cfn_lint_cognito.engine.values.truth import Truth, any_of
from cfn_lint_cognito.engine.values.value import Unknown, Value, below, text_of, values_of

_MANAGED: Final = "AWS::IAM::ManagedPolicy"
_ATTACHED_BY: Final = {"AWS::IAM::Policy": "Roles", _MANAGED: "Roles", "AWS::IAM::RolePolicy": "RoleName"}
"""The policies that are resources of their own, and the property that names their roles."""


def role_named(named: Value | None, view: View) -> ResolvedResource | None:
    """The role of the template whose ARN a value is; None where it is none, or that cannot be told."""
    text = text_of(named)
    role, attribute = resource_alone_in(text, view.template)
    if role is None or role.type != ROLE or attribute != "Arn" or role.name in view.template.from_unexpanded_loops:
        return None
    return ResolvedResource(role, view)


def permissions_of(role: ResolvedResource) -> Iterator[Value]:
    """The statements of all policies of a role; an Unknown among them where it may have others."""
    for inline in values_of(role.property("Policies")):
        document = below(inline, "PolicyDocument")
        yield from statements_of(Unknown("policy", inline.origin) if document is None else document)
    for arn in values_of(role.property("ManagedPolicyArns")):
        yield from _managed(arn, role.view)
    for resource_type, property_name in _ATTACHED_BY.items():
        for declaration in role.view.template.resources_of(resource_type):
            policy = ResolvedResource(declaration, role.view)
            names = policy.property(property_name)
            is_for_it = any_of(_is_name_of(each, role) for each in values_of(names))
            if is_for_it is not False and role.view.exists(declaration.condition):
                yield from (
                    statements_of(policy.property("PolicyDocument"))
                    if is_for_it
                    else (Unknown(resource_type, policy.origin),)
                )


def _managed(arn: Value, view: View) -> Iterator[Value]:
    """The statements of a managed policy of the template. What others allow cannot be told."""
    text = text_of(arn)
    policy = resource_alone_in(text, view.template)[0]
    if policy is None or policy.type != _MANAGED:
        yield Unknown("managed policy", arn.origin)
    elif view.exists(policy.condition):
        yield from statements_of(ResolvedResource(policy, view).property("PolicyDocument"))


def _is_name_of(named: Value, role: ResolvedResource) -> Truth:
    """Whether a name is that of a role. A role without RoleName gets one that nobody can write down before."""
    text = text_of(named)
    other = resource_alone_in(text, role.view.template)[0]
    if text is None or (other is not None and other.type == ROLE):
        return None if other is None else other.name == role.declaration.name
    name = role.property("RoleName")
    if name is None:
        return False if text.known is not None else None
    return may_equal(text, text_of(name))
