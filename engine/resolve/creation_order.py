"""What CloudFormation creates before a resource: everything it refers to, directly or through other resources."""

from __future__ import annotations

from collections.abc import Callable

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
        self._referred: dict[str, frozenset[str]] = {}
        self._direct: dict[str, frozenset[str]] = {}
        self._all: dict[str, frozenset[str]] = {}
        self._known: dict[str, frozenset[str]] = {}

    def dependencies_of(self, name: str) -> frozenset[str]:
        """The logical IDs of all resources that exist before `name` is created."""
        if name not in self._all:
            self._all[name] = _closure(name, self._direct_dependencies_of)
        return self._all[name]

    def known_by(self, name: str) -> frozenset[str]:
        """The logical IDs of the resources that `name` refers to, directly or through others. Who only waits for a resource does
        not know it.
        """
        if name not in self._known:
            self._known[name] = _closure(name, self._referred_to_by)
        return self._known[name]

    def _referred_to_by(self, name: str) -> frozenset[str]:
        if name not in self._referred:
            resources = self._template.resources
            named = references_of(self._template).logical_ids_of(resources[name])
            anything = names_anything_in(resources[name].declared)
            self._referred[name] = frozenset(resources) if anything else named & resources.keys()
        return self._referred[name]

    def _direct_dependencies_of(self, name: str) -> frozenset[str]:
        if name not in self._direct:
            depends_on = self._template.resources[name].declared.get("DependsOn")
            names = depends_on if isinstance(depends_on, list) else [depends_on]
            awaited = {other for other in names if isinstance(other, str) and other in self._template.resources}
            self._direct[name] = self._referred_to_by(name) | awaited
        return self._direct[name]


def _closure(name: str, next_to: Callable[[str], frozenset[str]]) -> frozenset[str]:
    """What is next to a resource, and next to that, without the resource itself."""
    found: set[str] = set()
    pending = [name]
    while pending:
        new = next_to(pending.pop()) - found
        found |= new
        pending.extend(new)
    return frozenset(found - {name})


@once_for_each_template
def creation_order(template: Template) -> CreationOrder:
    return CreationOrder(template)
