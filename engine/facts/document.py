"""The document of one resource in one scenario: what Cognito would receive, and what the template tells about it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import Any, NamedTuple

from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.scenarios.view import Answers
from cfn_lint_cognito.engine.template.resources import Resource
from cfn_lint_cognito.engine.values.document_part import ABSENT, DocumentPath, LookedUp, look_up
from cfn_lint_cognito.engine.values.value import Origin, TemplatePath, Value, is_unknown, origin_within, plain

SectionMaker = Callable[[ResolvedResource, str], "Value | None"]
"""Makes a fact of one section of the document by its name; None where there is no such fact."""


class _Fact(NamedTuple):
    """A fact with its origins, as data (ABSENT where there is none), and what making it asked of the scenario."""

    value: Value | None
    data: Any
    answers: Answers


class Section(LookedUp):
    """A section of a document, e.g. Lifetimes. Its facts are made when they are looked up, since a fact that nobody looks up
    depends on no scenario; and whoever looks one up depends on what it asked of the scenario.
    """

    def __init__(self, name: str, resource: ResolvedResource, make: SectionMaker) -> None:
        self._name = name
        self._resource = resource
        self._make = make
        self._facts: dict[str, _Fact] = {}

    @property
    def looked_up(self) -> Mapping[str, Any]:
        """What has been looked up so far, as data, for those who explain a judgement."""
        return {name: fact.data for name, fact in self._facts.items() if fact.data is not ABSENT}

    def look_up(self, name: str) -> Any:
        return self._fact(name).data

    def value(self, name: str) -> Value | None:
        """A fact with its origins."""
        return self._fact(name).value

    def _fact(self, name: str) -> _Fact:
        fact = self._facts.get(name)
        if fact is None:
            resource = self._resource.declaration
            thing = ("fact", resource.name, resource.item_slice, self._name, name)
            value, answers = self._resource.view.memoized_with_answers(thing, lambda: self._make(self._resource, name))
            fact = self._facts[name] = _Fact(value, ABSENT if value is None else plain(value), answers)
        self._resource.view.record(fact.answers)
        return fact


class Document(LookedUp):
    """What `schemas/document.json` describes, of one resource in one scenario: the judge sees it as a map of sections.

        {"Properties": {"AccessTokenValidity": 60},
         "Lifetimes": {"AccessToken": {"Seconds": 216000, "Count": 60, "Unit": "hours", ...}},
         "Pool": {"Origin": "template", "Tier": UnknownData({"Unknown": {"Ref": "Tier"}})}}

    Whatever is unknown stands as UnknownData. Whoever looks something up makes the scenarios that it depends on, words of a
    message included.
    """

    def __init__(self, resource: ResolvedResource, sections: Mapping[str, SectionMaker]) -> None:
        self.sections: dict[str, Section] = {}
        """Those that somebody has looked up."""
        self._makers = sections
        self._resource = resource

    @property
    def resource(self) -> Resource:
        """The resource that it is the document of."""
        return self._resource.declaration

    @property
    def is_made_by_cdk(self) -> bool:
        """Whether the CDK wrote the template, so that the change belongs in constructs."""
        return self._resource.view.template.is_made_by_cdk

    @property
    def app_language(self) -> str | None:
        """The language of the app that made the template, where the host knows it."""
        return self._resource.view.template.app_language

    def declaration(self, resource: str) -> Resource:
        """Another resource of the template, by its logical ID."""
        return self._resource.view.template.resources[resource]

    def is_foreign(self, resource: str) -> bool:
        """Whether another stack declares a resource."""
        return resource in self._resource.view.template.foreign

    def written(self, path: TemplatePath) -> Any:
        """What stands at a path of the template; ABSENT where there is no such path."""
        written: Any = self._resource.view.template.document
        for step in path:
            written = look_up(written, step)
        return written

    def display_name(self, resource: str) -> str:
        """What whoever wrote the template calls one of its resources."""
        return self.declaration(resource).display_name

    def look_up(self, name: str) -> Any:
        if name not in self.sections:
            if name not in self._makers:
                return ABSENT
            self.sections[name] = Section(name, self._resource, self._makers[name])
        return self.sections[name]

    def get(self, path: DocumentPath) -> Any:
        """The value at a path of the document; None when it is absent."""
        part: Any = self
        for step in path:
            part = look_up(part, step)
            if part is ABSENT:
                return None
        return part

    def known(self, path: DocumentPath) -> Any:
        """The value at a path of the document; None when it is absent or unknown. A list may still hold unknown items."""
        value = self.get(path)
        return None if is_unknown(value) else value

    def origin(self, path: DocumentPath) -> Origin:
        """Where the value at `path` comes from, or else the nearest thing around it."""
        section, fact, *below = *path, "", ""
        found = self.look_up(str(section))
        value = None if found is ABSENT else found.value(str(fact))
        return self._resource.origin if value is None else origin_within(value, below)


def document_of(resource: ResolvedResource, sections: Mapping[str, SectionMaker]) -> Document:
    """The document of a resource. All rules judge the same one."""
    documents: dict[Hashable, Document] = resource.view.documents
    which = resource.declaration.name, resource.declaration.item_slice
    if which not in documents:
        documents[which] = Document(resource, sections)
    return documents[which]
