"""What the CDK synthesized: the templates of a cloud assembly (cdk.out), with those of nested stacks.

Which files belong together stands in its manifests. The folder may hold files of an earlier synthesis, so nothing is searched.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

_NESTED: Final = ".nested.template.json"
_NO_REGION: Final = "unknown-region"

_Artifact = Mapping[str, Any]


class SynthesizedTemplate(NamedTuple):
    """A template that the CDK made.

    `environment` is the account and region that it is made for, `region` the latter, None where it is made for any.
    `after` are the files of the stacks that are deployed before it.
    """

    file: Path
    environment: str
    document: dict[str, Any]
    after: frozenset[Path]

    @property
    def region(self) -> str | None:
        region = self.environment.rpartition("/")[2]
        return None if region == _NO_REGION else region


def synthesized(files: Iterable[Path]) -> Iterator[SynthesizedTemplate]:
    """The templates of some stacks, by their files, each followed by those of its nested stacks."""
    for file in files:
        artifacts: Mapping[str, _Artifact] = _json(file.parent / "manifest.json")["artifacts"]
        (stack,) = (each for each in artifacts.values() if each.get("properties", {}).get("templateFile") == file.name)
        metadata = _metadata(stack, file.parent)
        needed = (artifacts[name].get("properties", {}).get("templateFile") for name in stack.get("dependencies", ()))
        after = frozenset(file.parent / template for template in needed if template is not None)
        for each in [file, *_nested_in(stack, artifacts, metadata, file.parent)]:
            yield SynthesizedTemplate(each, stack["environment"], _with_paths(_json(each), metadata), after)


def _metadata(stack: _Artifact, folder: Path) -> Mapping[str, list[dict[str, Any]]]:
    """What the CDK tells about the constructs of a stack and its nested stacks, by their paths ("/Stack/Pool/Resource")."""
    further = stack.get("additionalMetadataFile")
    return {**stack.get("metadata", {}), **(_json(folder / further) if further else {})}


def _nested_in(
    stack: _Artifact,
    artifacts: Mapping[str, _Artifact],
    metadata: Mapping[str, list[dict[str, Any]]],
    folder: Path,
) -> Iterator[Path]:
    """The files of the nested stacks of a stack at any depth: they are assets of it."""
    paths: list[Any] = [each["data"]["path"] for each in _entries(metadata, "aws:cdk:asset") if "path" in each["data"]]
    for name in stack.get("dependencies", ()):
        if artifacts[name]["type"] == "cdk:asset-manifest":
            files = _json(folder / artifacts[name]["properties"]["file"]).get("files", {})
            paths += [asset["source"].get("path") for asset in files.values()]
    yield from (folder / path for path in dict.fromkeys(paths) if isinstance(path, str) and path.endswith(_NESTED))


def _with_paths(template: dict[str, Any], metadata: Mapping[str, list[dict[str, Any]]]) -> dict[str, Any]:
    """A template whose resources tell the paths of their constructs, which only the CDK's command writes into it."""
    named = [(each["data"], path) for path, each in _located(metadata, "aws:cdk:logicalId")]
    several = Counter(logical_id for logical_id, _ in named)
    paths = {logical_id: path.removeprefix("/") for logical_id, path in named if several[logical_id] == 1}
    resources = {
        name: {**declared, "Metadata": {"aws:cdk:path": paths[name], **declared.get("Metadata", {})}}
        if name in paths
        else declared
        for name, declared in template.get("Resources", {}).items()
    }
    return {**template, "Resources": resources}


def _located(metadata: Mapping[str, list[dict[str, Any]]], kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
    return ((path, entry) for path, entries in metadata.items() for entry in entries if entry["type"] == kind)


def _entries(metadata: Mapping[str, list[dict[str, Any]]], kind: str) -> Iterator[dict[str, Any]]:
    return (entry for _, entry in _located(metadata, kind))


def _json(file: Path) -> Any:
    return json.loads(file.read_bytes())
