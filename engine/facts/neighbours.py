"""The resources beside another: those of the same user pool, as the same scenario sees them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from cfn_lint_cognito.engine.facts.coexistence import may_lack
from cfn_lint_cognito.engine.facts.pool_reference import PoolReference, pool_of, same_pool
from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.resolve.creation_order import creation_order
from cfn_lint_cognito.engine.resolve.references import logical_ids_in, references_of
from cfn_lint_cognito.engine.scenarios.view import View
from cfn_lint_cognito.engine.template.once import once_for_each_template
from cfn_lint_cognito.engine.template.resources import Resource
from cfn_lint_cognito.engine.template.template import Template, written_at
from cfn_lint_cognito.engine.values.value import Known, Origin, Value

_WAIT_CONDITION: Final = "AWS::CloudFormation::WaitCondition"
_OPAQUE_CREATORS: Final = (
    "AWS::CloudFormation::CustomResource",
    "AWS::CloudFormation::Stack",
    _WAIT_CONDITION,
    "AWS::Serverless::Application",
    "AWS::ServiceCatalog::CloudFormationProvisionedProduct",
)
DESCRIBES_CLIENT: Final = "Custom::DescribeCognitoUserPoolClient"
"""What the CDK makes of `user_pool_client_secret`."""
_ONLY_READS: Final = (DESCRIBES_CLIENT, "Custom::UserPoolCloudFrontDomainName")
"""Custom resources of the CDK that change nothing."""


def neighbours(
    resource: ResolvedResource, pool: PoolReference, resource_type: str
) -> Iterator[tuple[ResolvedResource, bool | None]]:
    """The resources of a type, and whether they belong to `pool`; None where that cannot be told.

    Whether they are deployed is not looked at here, since each condition that is asked for multiplies the scenarios.
    """
    for declaration in resource.view.template.resources_of(resource_type):
        neighbour = resource if declaration is resource.declaration else ResolvedResource(declaration, resource.view)
        is_open = declaration.name in resource.view.template.from_unexpanded_loops
        yield neighbour, None if is_open else same_pool(pool, pool_of(neighbour))


def exists(resource: ResolvedResource) -> bool:
    """Whether a neighbour is deployed. One whose condition cannot be told counts as deployed."""
    return resource.view.exists(resource.declaration.condition)


def first_that_matches(
    candidates: Iterable[tuple[ResolvedResource, bool | None, bool | None]],
) -> ResolvedResource | bool:
    """The first neighbour that is deployed, surely belongs to the pool and surely matches.

    False when there is none, True when that cannot be told. The candidates come with whether they belong and match.
    """
    maybe = False
    for neighbour, belongs, matches in candidates:
        if belongs is False or matches is False or not exists(neighbour):
            continue
        if belongs and matches:
            return neighbour
        maybe = True
    return maybe


def referring(resource: ResolvedResource, resource_type: str) -> Iterator[ResolvedResource]:
    """The resources of a type that refer to a resource and are deployed along with it. What a loop makes cannot be told."""
    template = resource.view.template
    for declaration in template.resources_of(resource_type):
        if resource.declaration.name not in references_of(template).logical_ids_of(declaration):
            continue
        other = ResolvedResource(declaration, resource.view)
        if declaration.name not in template.from_unexpanded_loops and exists(other):
            yield other


def _depends_on(resource: ResolvedResource, neighbour: ResolvedResource) -> bool:
    """Whether CloudFormation creates `neighbour` before the resource of `seen`."""
    return neighbour.declaration.name in creation_order(resource.view.template).dependencies_of(
        resource.declaration.name
    )


def order_of_creation(resource: ResolvedResource, neighbour: ResolvedResource, origin: Origin) -> dict[str, Value]:
    """The facts that say which of the two CloudFormation creates first, and how that can be changed."""
    return {
        "Awaited": Known(_depends_on(resource, neighbour), origin),
        "IsWaiting": Known(_depends_on(neighbour, resource), origin),
        "Condition": Known(_own_condition(resource, neighbour), origin),
    }


def _own_condition(resource: ResolvedResource, neighbour: ResolvedResource) -> str:
    """The condition of a neighbour that may be absent where the resource is deployed, so that DependsOn cannot name it."""
    lacking = may_lack(resource.view.template, resource.declaration, neighbour.declaration)
    return str(neighbour.declaration.condition) if lacking else ""


def names_something_absent(resource: ResolvedResource, value: Value) -> bool:
    """Whether a value refers to a resource that is not deployed. cfn-lint reports that, and CloudFormation rejects it."""
    template = resource.view.template
    written = written_at(template, value.origin.used_at)
    named = (template.resources.get(name) for name in logical_ids_in(written))
    return any(other is not None and not resource.view.exists(other.condition) for other in named)


def may_be_changed(name: str | None, view: View) -> bool:
    """Whether a resource may have more in a scenario than the template shows: a macro rewrites the template, or the scenario has a
    custom resource, nested stack or module that refers to the resource, directly or through others, and so may do anything to it.
    Where it is not told which resource that is (None), any of them may know it.
    """
    return view.template.is_rewritten or any(
        (name is None or name in _known_to(creator, view.template)) and view.exists(creator.condition)
        for creator in _opaque_creators(view.template)
    )


def _known_to(creator: Resource, template: Template) -> frozenset[str]:
    """The logical IDs of what a resource may change. A wait condition refers to nothing: somebody outside of the stack changes what
    it waits for, and then ends the wait.
    """
    order = creation_order(template)
    if creator.type == _WAIT_CONDITION:
        return order.dependencies_of(creator.name)
    return order.known_by(creator.name)


@once_for_each_template
def _opaque_creators(template: Template) -> list[Resource]:
    return [resource for name, resource in template.resources.items() if is_opaque_creator(template, name)]


def is_opaque_creator(template: Template, name: str) -> bool:
    """Whether a resource may do anything to what it knows: a custom one, a nested stack, a module, another publisher's."""
    resource_type = template.resources[name].type
    if resource_type in _ONLY_READS:
        return False
    return not resource_type.startswith("AWS::") or resource_type.startswith(_OPAQUE_CREATORS)
