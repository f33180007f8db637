"""Several templates that know each other by exports and imports, as one template.

A client on the pool of another stack gets its pool by `Fn::ImportValue`. Where the template of that stack is at hand, the two
are put together: what the others declare is added under names that only they have ("Pools/Google"), and what is imported
becomes a reference to it. So the engine sees a pool with its providers and resource servers, and knows nothing of stacks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, Final, NamedTuple

from cfn_lint_cognito.engine.resolve.functions import entry
from cfn_lint_cognito.engine.resolve.references import maps_in
from cfn_lint_cognito.engine.template.pseudo_parameters import NO_VALUE, PARTITION, REGION, URL_SUFFIX

_IMPORT: Final = "Fn::ImportValue"
_SHARED: Final = (NO_VALUE, PARTITION, REGION, URL_SUFFIX, "AWS::AccountId")
"""What is the same in all stacks of one account and region."""
_NAMED_SECTIONS: Final = ("Parameters", "Mappings", "Conditions", "Resources")
_IS_THERE: Final = "AWS::CDK::Metadata"
"""The type of what stands for a whole stack, so that others can wait for it: a resource that does nothing."""


class Stack(NamedTuple):
    """A stack of one account and region. `after` names those that are deployed before it, besides those it imports from."""

    document: Mapping[str, Any]
    after: frozenset[str] = frozenset()


class Linked(NamedTuple):
    """`foreign` are the resources in the document that other stacks declare."""

    document: Mapping[str, Any]
    foreign: frozenset[str]


class Stacks:
    """The stacks of one account and region, by names that have no dot."""

    def __init__(self, stacks: Mapping[str, Stack]) -> None:
        self._stacks = stacks
        self._renamed_whole: dict[str, dict[str, Any]] = {}

    @cached_property
    def _exports(self) -> Mapping[str, tuple[str, Any]]:
        """What is exported, by the names of the exports: the stack and the value. One that may be absent is left out, and one
        that two stacks have.
        """
        found = [
            (export, (name, output["Value"]))
            for name, stack in self._stacks.items()
            for export, output in _exported(stack.document)
        ]
        counted = Counter(export for export, _ in found)
        return {export: exported for export, exported in found if counted[export] == 1}

    @cached_property
    def _sources(self) -> Mapping[str, frozenset[str]]:
        """From which others each stack imports."""
        imports = {
            name: [written.get(_IMPORT) for written in maps_in(stack.document)] for name, stack in self._stacks.items()
        }
        return {
            name: frozenset(
                self._exports[each][0] for each in imported if isinstance(each, str) and each in self._exports
            )
            for name, imported in imports.items()
        }

    def linked(self, name: str) -> Linked:
        """The template of a stack with those that it imports from or that import from it, directly or through others."""
        together = self._connected([name], self._neighbours)
        own = self._stacks[name].document
        if together == {name}:
            return Linked(own, frozenset())
        rewritten = {each: self._rewritten(each, name, together) for each in sorted(together)}
        sections = {
            section: {key: value for document in rewritten.values() for key, value in document.get(section, {}).items()}
            for section in _NAMED_SECTIONS
        }
        transforms = [each for stack in together for each in _as_list(self._stacks[stack].document.get("Transform"))]
        document = {
            **rewritten[name],
            **{section: declared for section, declared in sections.items() if declared},
            **({"Transform": transforms} if transforms else {}),
        }
        return Linked(document, frozenset(sections["Resources"]) - _maps_of(own, "Resources").keys())

    @cached_property
    def _neighbours(self) -> Mapping[str, frozenset[str]]:
        """From which others each stack imports, and which import from it."""
        importing: dict[str, set[str]] = {name: set() for name in self._stacks}
        for name, sources in self._sources.items():
            for source in sources:
                importing[source].add(name)
        return {name: self._sources[name] | importing[name] for name in self._stacks}

    def _connected(self, names: Iterable[str], neighbours: Mapping[str, frozenset[str]]) -> set[str]:
        found: set[str] = set()
        pending = list(names)
        while pending:
            stack = pending.pop()
            if stack not in found:
                found.add(stack)
                pending += neighbours[stack]
        return found

    def _rewritten(self, name: str, own: str, together: set[str]) -> dict[str, Any]:
        """The template of a stack in the words of another. Where it imports nothing from that, these are the same for any other,
        and are made once: with many stacks that share a pool it is most of the time.
        """
        if name == own or own in self._connected(self._sources[name], self._sources):
            return self._rewritten_for(name, own, together)
        if name not in self._renamed_whole:
            self._renamed_whole[name] = self._rewritten_for(name, own, together)
        return self._renamed_whole[name]

    def _rewritten_for(self, name: str, own: str, together: set[str]) -> dict[str, Any]:
        """Its resources wait for the stacks that are deployed before."""
        stack = self._stacks[name]
        rename = _kept if name == own else _renaming(name)
        awaited = sorted(map(_whole, (self._sources[name] | stack.after) & together - {name}))
        document: dict[str, Any] = self._written(dict(stack.document), rename, own)
        for section in _NAMED_SECTIONS:
            if section in document:
                document[section] = {rename(key): value for key, value in _maps_of(document, section).items()}
        resources = document.setdefault("Resources", {})
        document["Resources"] = {key: _waiting(value, rename, awaited) for key, value in resources.items()}
        document["Resources"][_whole(name)] = {"Type": _IS_THERE, "DependsOn": list(resources)}
        return document

    def _written(self, written: Any, rename: Callable[[str], str], own: str) -> Any:
        """`written` with other names, and with what is imported in the place of the imports."""
        if isinstance(written, list):
            return [self._written(item, rename, own) for item in written]
        if not isinstance(written, dict):
            return written
        imported = written.get(_IMPORT) if len(written) == 1 else None
        if isinstance(imported, str) and imported in self._exports:
            source, value = self._exports[imported]
            return self._written(value, _kept if source == own else _renaming(source), own)
        return {key: self._written(_renamed(key, value, rename), rename, own) for key, value in written.items()}


def _exported(document: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The outputs that are exported in every scenario, by the names of their exports."""
    for output in _maps_of(document, "Outputs").values():
        name = _maps_of(output, "Export").get("Name") if isinstance(output, dict) else None
        if isinstance(name, str) and "Value" in output and "Condition" not in output:
            yield name, output


def _maps_of(written: Mapping[str, Any], key: str) -> dict[str, Any]:
    below = written.get(key)
    return below if isinstance(below, dict) else {}


def _renamed(key: Any, value: Any, rename: Callable[[str], str]) -> Any:
    if key == "Condition":
        return rename(value) if isinstance(value, str) else value
    return entry(key).renamed(value, rename) if isinstance(key, str) else value


def _waiting(declared: Any, rename: Callable[[str], str], awaited: list[str]) -> Any:
    if not isinstance(declared, dict):
        return declared
    depends_on = [rename(name) for name in _as_list(declared.get("DependsOn")) if isinstance(name, str)]
    return {**declared, "DependsOn": [*depends_on, *awaited]} if depends_on or awaited else declared


def _renaming(stack: str) -> Callable[[str], str]:
    return lambda name: name if name in _SHARED or name.startswith("Fn::") else f"{stack}/{name}"


def _kept(name: str) -> str:
    return name


def _whole(stack: str) -> str:
    return f"{stack}/"


def _as_list(written: Any) -> list[Any]:
    return written if isinstance(written, list) else [] if written is None else [written]
