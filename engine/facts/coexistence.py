"""Which resources of a template a deployment can have together, by their conditions."""

from __future__ import annotations

from cfn_lint_cognito.engine.scenarios.possibilities import possibilities
from cfn_lint_cognito.engine.template.once import once_for_each_template
from cfn_lint_cognito.engine.template.resources import Resource
from cfn_lint_cognito.engine.template.template import Template


def may_lack(template: Template, resource: Resource, other: Resource) -> bool:
    """Whether `other` is absent from a scenario that has `resource`, so that DependsOn cannot name it."""
    return other.condition is not None and (True, False) in _existing(template, resource, other)


def may_have_both(template: Template, resource: Resource, other: Resource) -> bool:
    """Whether a scenario has both resources."""
    return (True, True) in _existing(template, resource, other)


def _existing(template: Template, resource: Resource, other: Resource) -> frozenset[tuple[bool, bool] | None]:
    """Whether the one exists and whether the other does, for each scenario. What cannot be told may be so."""
    conditions = resource.condition, other.condition
    known = _known_of(template)
    if conditions not in known:
        one, two = conditions
        found = frozenset(possibilities(template, lambda view: (view.exists(one), view.exists(two))))
        known[conditions] = found | {(True, True), (True, False)} if None in found else found
    return known[conditions]


@once_for_each_template
def _known_of(template: Template) -> dict[tuple[str | None, str | None], frozenset[tuple[bool, bool] | None]]:
    return {}
