"""From the resources of a template to the findings of a rule: resolve, judge, word."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from cfn_lint_cognito._cfnlint import CfnLintTemplate, RuleMatch, match_at, read
from cfn_lint_cognito._deployments import Circumstances, Judged, View, deployments
from cfn_lint_cognito._document import Section, Subject, document_of, properties
from cfn_lint_cognito._intrinsics import aspects
from cfn_lint_cognito._lifetimes import lifetimes
from cfn_lint_cognito._mapping import mapping
from cfn_lint_cognito._names import APP_CLIENT
from cfn_lint_cognito._pool import pool
from cfn_lint_cognito._providers import providers
from cfn_lint_cognito._redirects import redirects
from cfn_lint_cognito._referred import referred_to
from cfn_lint_cognito._rule import Fault, ResourceRule
from cfn_lint_cognito._scopes import scopes
from cfn_lint_cognito._secret import secret
from cfn_lint_cognito._template import Resource, Template
from cfn_lint_cognito._values import Origin
from cfn_lint_cognito._words import listed

_SECTIONS: Final[Mapping[str, Section]] = {
    "Properties": properties,
    "Lifetimes": lifetimes,
    "Pool": pool,
    "Scopes": scopes,
    "Providers": providers,
    "Mapping": mapping,
    "Redirects": redirects,
    "Secret": secret,
    "References": referred_to,
}
_MOST_CASES: Final = 3


class _Finding(NamedTuple):
    origin: Origin
    message: str


def findings(rule: ResourceRule, cfn: CfnLintTemplate) -> Iterator[RuleMatch]:
    """What a rule finds in a template. An exception is raised only after all resources were looked at, since the findings
    for the others must not be lost.
    """
    template = read(cfn)
    failure: Exception | None = None
    for resource in itertools.chain.from_iterable(map(template.resources_of, rule.resource_types)):
        try:
            if _may_apply(rule, template, resource):
                for aspect in aspects(resource, lambda: rule.schema.looks_at_items_of):
                    yield from _matches(rule, cfn, template, aspect)
        except Exception as error:
            failure = error
    if failure is not None:
        raise failure


def _may_apply(rule: ResourceRule, template: Template, resource: Resource) -> bool:
    if resource.name in template.guessed:
        return False
    return resource.property_names is None or rule.schema.needs <= resource.property_names


def _matches(rule: ResourceRule, cfn: CfnLintTemplate, template: Template, resource: Resource) -> Iterator[RuleMatch]:
    judged = deployments(template, lambda view: _judged(rule, resource, view))
    found: dict[_Finding, list[Judged[list[_Finding]]]] = {}
    for each in judged:
        for finding in each.result:
            found.setdefault(finding, []).append(each)
    everywhere = [each.circumstances for each in judged]
    for finding, somewhere in found.items():
        cases = cases_of([each.circumstances for each in somewhere], everywhere)
        if all(len(case) > 1 for case in cases) and not any(each.deployment.is_certain for each in somewhere):
            continue
        notes = []
        written = finding.origin.path if rule.points_at_use else finding.origin.written
        if written[:2] != resource.path:
            notes.append(f"app client {resource.name}" if resource.type == APP_CLIENT else resource.name)
        notes += when(cases)
        if resource.cdk_path:
            notes.append(f"CDK path {resource.cdk_path}")
        message = f"{finding.message} [{'; '.join(notes)}]" if notes else finding.message
        yield match_at(cfn, finding.origin.path, written, message)


def _judged(rule: ResourceRule, resource: Resource, view: View) -> list[_Finding] | None:
    if not view.assume(resource.condition):
        return None
    document = document_of(Subject(resource, view), _SECTIONS)
    faults = (
        Fault(document, violation.path, violation.keyword, violation.legal)
        for violation in rule.schema.violations(document.data)
    )
    return [
        _Finding(document.origin(rule.place(fault)), " ".join(filter(None, (rule.message(fault), rule.mend(fault)))))
        for fault in faults
        if rule.applies(fault)
    ]


def cases_of(somewhere: Sequence[Circumstances], everywhere: Sequence[Circumstances]) -> list[Circumstances]:
    """In which deployments something holds: what is enough to make it hold. One case that asks nothing when it holds in all
    of them, an empty one at the end when it holds in others, too.
    """
    cases: list[Circumstances] = []
    left = list(somewhere)
    while left and len(cases) < _MOST_CASES:
        case = _shortest(left, somewhere, everywhere)
        if not case:
            return [{}]
        cases.append(case)
        left = [circumstances for circumstances in left if not _agrees(circumstances, case)]
    return [*cases, {}] if left else cases


def when(cases: Sequence[Circumstances]) -> list[str]:
    """The cases in words; nothing when something holds in all deployments."""
    words = [listed(_circumstance(name, value) for name, value in case.items()) for case in cases if case]
    return [f"when {listed(words if all(cases) else [*words, 'in others'], 'or')}"] if words else []


def _shortest(
    left: Sequence[Circumstances], somewhere: Sequence[Circumstances], everywhere: Sequence[Circumstances]
) -> Circumstances:
    """What of the first case that is left is enough to make something hold; best what is so of most that are left."""
    elsewhere = [circumstances for circumstances in everywhere if circumstances not in somewhere]
    case = left[0]
    alone = [{name: value} for name, value in case.items() if not _agree(elsewhere, {name: value})]
    if elsewhere and alone:
        return max(alone, key=lambda each: _agree(left, each))
    for name in case:
        shorter = {key: value for key, value in case.items() if key != name}
        if not _agree(elsewhere, shorter):
            case = shorter
    return case


def _agree(several: Sequence[Circumstances], case: Circumstances) -> int:
    """How many deployments may be of this case."""
    return sum(_agrees(circumstances, case) for circumstances in several)


def _agrees(circumstances: Circumstances, case: Circumstances) -> bool:
    """Whether a deployment may be of this case: it decided nothing differently."""
    return all(circumstances.get(name, value) == value for name, value in case.items())


def _circumstance(name: str, value: bool | str) -> str:
    return f"{name} is {str(value).lower() if isinstance(value, bool) else value}"
