"""What every rule is: an ID, a schema of what is legal, and words for what is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from cfn_lint_cognito._cfnlint import CfnLintTemplate, CloudFormationLintRule, RuleMatch, match_at, read
from cfn_lint_cognito._deployments import Circumstances, deployments
from cfn_lint_cognito._document import Document, DocumentPath, Section, Subject, document_of, properties
from cfn_lint_cognito._intrinsics import aspects
from cfn_lint_cognito._lifetimes import lifetimes
from cfn_lint_cognito._pool import pool
from cfn_lint_cognito._providers import providers
from cfn_lint_cognito._redirects import redirects
from cfn_lint_cognito._schemas import RuleSchema, place_of, rule_schema
from cfn_lint_cognito._scopes import scopes
from cfn_lint_cognito._secret import secret
from cfn_lint_cognito._template import Resource, Template
from cfn_lint_cognito._values import UNKNOWN, Origin
from cfn_lint_cognito._words import listed

APP_CLIENT: Final = "AWS::Cognito::UserPoolClient"
PROJECT: Final = "https://github.com/cfn-lint-cognito/cfn-lint-cognito"
_SECTIONS: Mapping[str, Section] = {
    "Properties": properties,
    "Lifetimes": lifetimes,
    "Pool": pool,
    "Scopes": scopes,
    "Providers": providers,
    "Redirects": redirects,
    "Secret": secret,
}
_MOST_CASES: Final = 3

__all__ = ["APP_CLIENT", "PROJECT", "AppClientRule", "DocumentPath", "Fault", "ResourceRule", "what_it_checks"]


@dataclass(frozen=True)
class Fault:
    """One value of one deployment that the schema of a rule rejects.

    `path` leads to it in the document; `keyword` and `legal` say what the schema asked for.
    """

    document: Document
    path: DocumentPath
    keyword: str
    legal: Any

    @property
    def value(self) -> Any:
        return self.document.at(self.path)

    def at(self, *path: str | int) -> Any:
        """Another part of the document, e.g. `fault.at("Lifetimes", "AccessToken", "Unit")`."""
        return self.document.at(path)

    def known(self, *path: str | int) -> Any:
        """Another part of the document; None where it is absent or unknown. A list may still hold unknown items."""
        value = self.document.at(path)
        return None if isinstance(value, dict) and UNKNOWN in value else value

    def source(self, *path: str | int) -> str:
        """Where a value comes from in words ("the Default of parameter Hours"); "" where it stands in the resource."""
        return self.document.origin(path or self.path).source


@dataclass(frozen=True)
class _Finding:
    origin: Origin
    message: str


class ResourceRule(CloudFormationLintRule):  # type: ignore[misc]  # cfn-lint ships no types
    """A rule about resources of one type.

    A subclass has an `id`, a `shortdesc`, a docstring with the sections of its page, and `message`. Its schema in
    `schemas/` says what is legal; the document it judges, and so the deployments it counts, are made of what that
    schema names.
    """

    tags: ClassVar[list[str]] = ["cognito"]
    resource_type: ClassVar[str] = APP_CLIENT
    points_at: ClassVar[tuple[DocumentPath, ...]] = ()
    """What to point at instead of the value at fault: the first of these parts of the document that is present."""
    points_at_use: ClassVar[bool] = False
    """Point into the resource even where the value comes from a parameter or mapping: what mends it belongs there."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if cls.id:
            cls.description = what_it_checks(cls)
            cls.source_url = f"{PROJECT}/blob/main/docs/rules/{place_of(cls.id)}.md"

    def message(self, fault: Fault) -> str:
        """What to tell somebody whose build just broke. One sentence or two."""
        raise NotImplementedError

    def applies(self, fault: Fault) -> bool:
        """Whether a fault is to be reported, for what a schema cannot say."""
        return True

    def place(self, fault: Fault) -> DocumentPath:
        """The part of the document whose line is to be changed."""
        return next((path for path in self.points_at if fault.document.at(path) is not None), fault.path)

    @property
    def schema(self) -> RuleSchema:
        return rule_schema(self.id)

    def matchall_resource_properties(self, *_: Any) -> tuple[RuleMatch, ...]:
        """Nothing, at once: cfn-lint asks every rule for every resource."""
        return ()

    def match(self, cfn: CfnLintTemplate) -> Iterator[RuleMatch]:
        template = read(cfn)
        failure: Exception | None = None
        for resource in template.resources_of(self.resource_type):
            try:
                if self._may_apply(template, resource):
                    for aspect in aspects(resource, self.schema.looks_at_items_of):
                        yield from self._matches(cfn, template, aspect)
            except Exception as error:  # The findings for the other resources must not be lost.
                failure = error
        if failure is not None:
            raise failure

    def _matches(self, cfn: CfnLintTemplate, template: Template, resource: Resource) -> Iterator[RuleMatch]:
        judged = deployments(template, lambda view: self._judge(Subject(resource, view)))
        findings: dict[_Finding, list[Circumstances]] = {}
        for circumstances, found in judged:
            for finding in found:
                findings.setdefault(finding, []).append(circumstances)
        everywhere = [circumstances for circumstances, _ in judged]
        for finding, somewhere in findings.items():
            notes = []
            written = finding.origin.path if self.points_at_use else finding.origin.written
            if written[:2] != resource.path:
                notes.append(f"app client {resource.name}" if resource.type == APP_CLIENT else resource.name)
            notes += when(somewhere, everywhere)
            if resource.cdk_path:
                notes.append(f"CDK path {resource.cdk_path}")
            message = f"{finding.message} [{'; '.join(notes)}]" if notes else finding.message
            yield match_at(cfn, finding.origin.path, written, message)

    def _may_apply(self, template: Template, resource: Resource) -> bool:
        if resource.name in template.guessed:
            return False
        written = resource.properties
        if not isinstance(written, dict) or any(key.startswith("Fn::") for key in written if isinstance(key, str)):
            return True
        return self.schema.needs <= written.keys()

    def _judge(self, subject: Subject) -> list[_Finding] | None:
        if not subject.view.assume(subject.resource.condition):
            return None
        document = document_of(subject, self.schema.reads, _SECTIONS)
        faults = (
            Fault(document, violation.path, violation.keyword, violation.legal)
            for violation in self.schema.violations(document.data)
        )
        return [
            _Finding(document.origin(self.place(fault)), self.message(fault)) for fault in faults if self.applies(fault)
        ]


class AppClientRule(ResourceRule):
    """A rule about app clients (`AWS::Cognito::UserPoolClient`)."""


def what_it_checks(rule: type[ResourceRule]) -> str:
    """The first section of a rule's docstring, as one line."""
    text = rule.__doc__ or rule.shortdesc
    return " ".join(text.split("\n\n")[0].split())


def when(somewhere: Sequence[Circumstances], everywhere: Sequence[Circumstances]) -> list[str]:
    """In which deployments something holds, in words; nothing when it holds in all of them."""
    cases: list[Circumstances] = []
    left = list(somewhere)
    while left and len(cases) < _MOST_CASES:
        case = _shortest(left[0], somewhere, everywhere)
        if not case:
            return []
        cases.append(case)
        left = [circumstances for circumstances in left if not _agrees(circumstances, case)]
    words = [listed(_circumstance(name, value) for name, value in case.items()) for case in cases]
    return [f"when {listed([*words, 'in others'] if left else words, 'or')}"]


def _shortest(
    case: Circumstances, somewhere: Sequence[Circumstances], everywhere: Sequence[Circumstances]
) -> Circumstances:
    """What of `case` is enough to make something hold."""
    elsewhere = [circumstances for circumstances in everywhere if circumstances not in somewhere]
    for name in case:
        shorter = {key: value for key, value in case.items() if key != name}
        if not any(_agrees(circumstances, shorter) for circumstances in elsewhere):
            case = shorter
    return case


def _agrees(circumstances: Circumstances, case: Circumstances) -> bool:
    """Whether a deployment may be of this case: it decided nothing differently."""
    return all(circumstances.get(name, value) == value for name, value in case.items())


def _circumstance(name: str, value: bool | str) -> str:
    return f"{name} is {str(value).lower() if isinstance(value, bool) else value}"
