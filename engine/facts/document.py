"""The document of one resource in one deployment: what Cognito would receive, and what the template tells about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from cfn_lint_cognito.engine.facts.seen_resource import SeenResource
from cfn_lint_cognito.engine.values.document_part import ABSENT, DocumentPath, LookedUp, look_up
from cfn_lint_cognito.engine.values.value import Origin, Value, is_unknown, origin_within, plain

SectionMaker = Callable[[SeenResource, str], "Value | None"]
"""Makes a fact of one section of the document by its name; None where there is no such fact."""


class Section(LookedUp):
    """A section of a document, e.g. Lifetimes. Its facts are made when they are looked up, since a fact that nobody looks up
    depends on no deployment; and whoever looks one up depends on what it asked of the deployment.
    """

    def __init__(self, name: str, seen: SeenResource, make: SectionMaker) -> None:
        self._name = name
        self._seen = seen
        self._make = make
        self.looked_up: dict[str, Any] = {}
        """What has been looked up so far, as data, for those who explain a judgement."""

    def look_up(self, name: str) -> Any:
        value = self.value(name)
        if value is None:
            return ABSENT
        if name not in self.looked_up:
            self.looked_up[name] = plain(value)
        return self.looked_up[name]

    def value(self, fact: str) -> Value | None:
        """A fact with its origins."""
        resource = self._seen.resource
        thing = ("fact", resource.name, resource.item_group, self._name, fact)
        return self._seen.view.remember(thing, lambda: self._make(self._seen, fact))


class Document(LookedUp):
    """What `schemas/document.json` describes, of one resource in one deployment: the judge sees it as a map of sections.

        {"Properties": {"AccessTokenValidity": 60},
         "Lifetimes": {"AccessToken": {"Seconds": 216000, "Count": 60, "Unit": "hours", ...}},
         "Pool": {"Origin": "template", "Tier": UnknownData({"Unknown": {"Ref": "Tier"}})}}

    Whatever is unknown stands as UnknownData. Whoever looks something up makes the deployments that it depends on, words of a
    message included.
    """

    def __init__(self, seen: SeenResource, sections: Mapping[str, SectionMaker]) -> None:
        self.sections = {name: Section(name, seen, make) for name, make in sections.items()}
        self._seen = seen

    def called(self, resource: str) -> str:
        """What whoever wrote the template calls one of its resources."""
        return self._seen.view.template.resources[resource].called

    def look_up(self, name: str) -> Any:
        return self.sections.get(name, ABSENT)

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
        value = self.sections[str(section)].value(str(fact)) if section in self.sections else None
        return self._seen.origin if value is None else origin_within(value, below)


def document_of(seen: SeenResource, sections: Mapping[str, SectionMaker]) -> Document:
    """The document of a resource. All rules judge the same one."""
    thing = ("document", seen.resource.name, seen.resource.item_group)
    return seen.view.remember(thing, lambda: Document(seen, sections))
