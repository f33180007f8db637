"""What CloudFormation creates before a resource: everything it refers to, directly or through other resources."""

from __future__ import annotations

from cfn_lint_cognito.engine.resolve.references import names_anything_in, references_of
from cfn_lint_cognito.engine.template.once import once_for_each_template
from cfn_lint_cognito.engine.template.template import Template


class CreationOrder:
    """The order in which the resources of one template are created. Each resource is read once, and only when asked for.

    References behind any `Fn::If` count, whatever the scenario: better one reason to wait too many than too few. So a resource with
    a reference whose name is computed may wait for any other.
    """

    def __init__(self, template: Template) -> None:
        self._template = template
        self._direct: dict[str, frozenset[str]] = {}
        self._all: dict[str, frozenset[str]] = {}

    def dependencies_of(self, name: str) -> frozenset[str]:
        """The logical IDs of all resources that exist before `name` is created."""
        if name not in self._all:
            awaited: set[str] = set()
            pending = [name]
            while pending:
                new = self._direct_dependencies_of(pending.pop()) - awaited
                awaited |= new
                pending.extend(new)
            self._all[name] = frozenset(awaited - {name})
        return self._all[name]

    def _direct_dependencies_of(self, name: str) -> frozenset[str]:
        if name not in self._direct:
            resource = self._template.resources[name]
            if names_anything_in(resource.declared):
                self._direct[name] = frozenset(self._template.resources)
                return self._direct[name]
            depends_on = resource.declared.get("DependsOn")
            names = [
                *references_of(self._template).logical_ids_of(resource),
                *(depends_on if isinstance(depends_on, list) else [depends_on]),
            ]
            self._direct[name] = frozenset(
                other for other in names if isinstance(other, str) and other in self._template.resources
            )
        return self._direct[name]


@once_for_each_template
def creation_order(template: Template) -> CreationOrder:
    return CreationOrder(template)
