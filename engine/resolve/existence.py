"""What CloudFormation asks of a deployment besides the Rules section: that everything exists that is referred to in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from cfn_lint_cognito.engine.resolve.conditions import All, Assertion, Named, Not, assertion_of
from cfn_lint_cognito.engine.resolve.functions import FUNCTIONS
from cfn_lint_cognito.engine.resolve.references import named_by, references_of
from cfn_lint_cognito.engine.template.once import once_for_each_template
from cfn_lint_cognito.engine.template.template import Template

_Branches = frozenset[tuple[str, bool]]
"""The conditions on which something is deployed: that of its resource and those of the `Fn::If` around it, with what they are."""

_REWRITTEN_BY_SAM: Final = "AWS::Serverless::"


class ConditionalReference(NamedTuple):
    """That a part of the template, deployed on some conditions, refers to a resource that exists on another."""

    branches: _Branches
    condition: str

    @property
    def conditions(self) -> list[str]:
        return [*sorted(name for name, _ in self.branches), self.condition]

    def assertion(self, template: Template) -> Assertion:
        """What CloudFormation asks: it rejects a deployment that lacks the resource ("Unresolved resource dependencies"), and
        cfn-lint reports that (W1001).
        """
        formulas = tuple(Named(name) if truth else Not(Named(name)) for name, truth in sorted(self.branches))
        return assertion_of(template, All(formulas) if formulas else None, Named(self.condition))


@once_for_each_template
def conditional_references_of(template: Template) -> list[ConditionalReference]:
    """Each reference to a resource that may be absent where the reference is deployed. None where a macro may rewrite them."""
    if template.is_rewritten or not any(resource.condition for resource in template.resources.values()):
        return []
    found = dict.fromkeys(
        ConditionalReference(branches, condition)
        for own, written in _referring(template)
        for branches, name in _references_in(written, own)
        if (condition := _condition_of(template, name)) is not None and (condition, True) not in branches
    )
    return list(found)


def _referring(template: Template) -> Iterator[tuple[_Branches, Any]]:
    """What refers to resources, with the condition on which it is deployed."""
    conditional = {name for name, resource in template.resources.items() if resource.condition is not None}
    for resource in template.resources.values():
        if resource.type.startswith(_REWRITTEN_BY_SAM):
            continue
        if not conditional.isdisjoint(references_of(template).logical_ids_of(resource)):
            yield _only(resource.condition), resource.properties
    for output in template.outputs.values():
        yield _only(output.get("Condition")), output.get("Value")


def _only(condition: Any) -> _Branches:
    return frozenset([(condition, True)] if isinstance(condition, str) else [])


def _references_in(written: Any, own: _Branches) -> Iterator[tuple[_Branches, str]]:
    """The logical IDs of what is referred to, each with the branches in which it is."""
    pending = [(written, own)]
    while pending:
        value, branches = pending.pop()
        if isinstance(value, list):
            pending += [(item, branches) for item in value]
        elif isinstance(value, dict):
            yield from ((branches, name.partition(".")[0]) for name in named_by(value))
            for key, below in value.items():
                several = list(FUNCTIONS[key].branches(below)) if key in FUNCTIONS else []
                pending += [(branch, branches | {(condition, truth)}) for condition, truth, branch in several]
                if not several:
                    pending.append((below, branches))


def _condition_of(template: Template, name: str) -> str | None:
    resource = template.resources.get(name)
    return None if resource is None else resource.condition
