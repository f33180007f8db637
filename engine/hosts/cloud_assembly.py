"""What the CDK synthesized: the templates of a cloud assembly (cdk.out), with those of nested stacks and of stages.

Which files belong together is written in its manifests. The folder may hold files of an earlier synthesis, so nothing is
searched. Seen in assemblies of aws-cdk-lib 2.100 to 2.276.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

MANIFEST: Final = "manifest.json"
_NESTED: Final = ".nested.template.json"
_NO_REGION: Final = "unknown-region"

_Artifact = Mapping[str, Any]
Metadata = Mapping[str, list[dict[str, Any]]]
"""What the CDK says about the constructs of a stack and its nested stacks, by their paths ("/Stack/Pool/Resource")."""


class AssemblyError(Exception):
    """A folder or file is not what the CDK writes. The text is a sentence that says which and why."""


class SynthesizedTemplate(NamedTuple):
    """A template that the CDK made.

    `environment` is the account and region that it is made for, `region` the latter, None where it is made for any.
    `after` are the files of the stacks that are deployed before it. `stack_path` is the construct path of the stack
    ("Prod/Shop"), of a nested stack that of the stack around it. `in_stage` tells whether a stage within the app has the stack.
    """

    file: Path
    environment: str
    document: dict[str, Any]
    after: frozenset[Path]
    metadata: Metadata
    stack_path: str
    in_stage: bool

    @property
    def region(self) -> str | None:
        region = self.environment.rpartition("/")[2]
        return None if region == _NO_REGION else region


class Assembly(NamedTuple):
    """A cloud assembly. `version` is that of its format, `missing` what the CDK has yet to look up before it is complete."""

    version: str
    missing: list[str]
    templates: list[SynthesizedTemplate]


def assembly_in(folder: Path) -> Assembly:
    """The cloud assembly in a folder. It raises AssemblyError where it cannot be read completely."""
    try:
        manifest = _json(folder / MANIFEST)
        missing = [str(each["key"]) for each in manifest.get("missing", ())]
        return Assembly(str(manifest["version"]), missing, list(_all_in(folder, manifest["artifacts"], in_stage=False)))
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        raise AssemblyError(
            f"{folder / MANIFEST}, or a file that it names, is not what the CDK writes ({type(error).__name__}: {error})."
        ) from error


def synthesized(files: Iterable[Path]) -> Iterator[SynthesizedTemplate]:
    """The templates of some stacks, by their files, each followed by those of its nested stacks."""
    for file in files:
        artifacts: Mapping[str, _Artifact] = _json(file.parent / MANIFEST)["artifacts"]
        (stack,) = (each for each in artifacts.values() if each.get("properties", {}).get("templateFile") == file.name)
        yield from _of_stack(stack, artifacts, file.parent, in_stage=False)


def _all_in(folder: Path, artifacts: Mapping[str, _Artifact], *, in_stage: bool) -> Iterator[SynthesizedTemplate]:
    for artifact in artifacts.values():
        if artifact["type"] == "aws:cloudformation:stack":
            yield from _of_stack(artifact, artifacts, folder, in_stage=in_stage)
        elif artifact["type"] == "cdk:cloud-assembly":
            stage = folder / artifact["properties"]["directoryName"]
            yield from _all_in(stage, _json(stage / MANIFEST)["artifacts"], in_stage=True)


def _of_stack(
    stack: _Artifact, artifacts: Mapping[str, _Artifact], folder: Path, *, in_stage: bool
) -> Iterator[SynthesizedTemplate]:
    further = stack.get("additionalMetadataFile")
    metadata: Metadata = {**stack.get("metadata", {}), **(_json(folder / further) if further else {})}
    needed = (artifacts[name].get("properties", {}).get("templateFile") for name in stack.get("dependencies", ()))
    after = frozenset(folder / template for template in needed if template is not None)
    templates = [stack["properties"]["templateFile"], *_nested_in(stack, artifacts, metadata, folder)]
    paths = _paths(metadata)
    for file in (folder / template for template in templates):
        yield SynthesizedTemplate(
            file,
            stack["environment"],
            _with_paths(_json(file), paths.get(file.name, paths.get("", {}))),
            after,
            metadata,
            str(stack.get("displayName", "")),
            in_stage,
        )


def _nested_in(stack: _Artifact, artifacts: Mapping[str, _Artifact], metadata: Metadata, folder: Path) -> Iterator[str]:
    """The files of the nested stacks of a stack at any depth: they are assets of it."""
    paths: list[Any] = [
        each["data"]["path"] for _, each in located(metadata, "aws:cdk:asset") if "path" in each["data"]
    ]
    for name in stack.get("dependencies", ()):
        if artifacts[name]["type"] == "cdk:asset-manifest":
            files = _json(folder / artifacts[name]["properties"]["file"]).get("files", {})
            paths += [asset["source"].get("path") for asset in files.values()]
    yield from (path for path in dict.fromkeys(paths) if isinstance(path, str) and path.endswith(_NESTED))


def _paths(metadata: Metadata) -> dict[str, dict[str, str]]:
    """The paths of the constructs that became resources, by the file of their template and their logical ID.

    Older versions do not say which template a construct is in: there the file is "", and a logical ID that several
    templates have is left out.
    """
    files = {path: entry["data"] for path, entry in located(metadata, "aws:cdk:templateFile")}
    named = [
        (_nearest(path, files), entry["data"], path.removeprefix("/"))
        for path, entry in located(metadata, "aws:cdk:logicalId")
    ]
    several = Counter((file, logical_id) for file, logical_id, _ in named)
    found: dict[str, dict[str, str]] = {}
    for file, logical_id, path in named:
        if several[file, logical_id] == 1:
            found.setdefault(file, {})[logical_id] = path
    return found


def _nearest(path: str, files: Mapping[str, str]) -> str:
    while path and path not in files:
        path = path.rpartition("/")[0]
    return files.get(path, "")


def _with_paths(template: dict[str, Any], paths: Mapping[str, str]) -> dict[str, Any]:
    """A template whose resources have the paths of their constructs, which only the CDK's command writes into it."""
    resources = {
        name: {**declared, "Metadata": {"aws:cdk:path": paths[name], **declared.get("Metadata", {})}}
        if name in paths
        else declared
        for name, declared in template.get("Resources", {}).items()
    }
    return {**template, "Resources": resources}


def located(metadata: Metadata, kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The entries of one kind, with the paths of their constructs."""
    return ((path, entry) for path, entries in metadata.items() for entry in entries if entry["type"] == kind)


def _json(file: Path) -> Any:
    try:
        return json.loads(file.read_bytes())
    except OSError as error:
        raise AssemblyError(f"{file} cannot be read: {error.strerror}.") from error
    except ValueError as error:
        raise AssemblyError(f"{file} is not JSON: {error}.") from error
