"""Cloud assemblies as the CDK writes them, made without the CDK."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ANYWHERE = "aws://unknown-account/unknown-region"
RIGHT: dict[str, Any] = {
    "UserPoolId": "us-east-1_a1B2c3D4e",
    "SupportedIdentityProviders": ["COGNITO"],
    "PreventUserExistenceErrors": "ENABLED",
}
WITH_ERROR = {**RIGHT, "AccessTokenValidity": 60}
"""E9511."""
WITH_WARNING = {key: value for key, value in RIGHT.items() if key != "SupportedIdentityProviders"}
"""W9551."""
WITH_ADVICE = {key: value for key, value in RIGHT.items() if key != "PreventUserExistenceErrors"}
"""I9591."""


def client(properties: Mapping[str, Any] = RIGHT, **attributes: Any) -> dict[str, Any]:
    return {"Type": "AWS::Cognito::UserPoolClient", "Properties": dict(properties), **attributes}


@dataclass(frozen=True)
class MadeStack:
    """A stack by its construct path ("Prod/Shop" is in the stage Prod). `nested` are the resources of its nested stacks, by their
    names. `acknowledged` are the rules that somebody knows of, by the paths of the constructs: {"Shop/Web": {"E9511": "why"}}.
    `names_templates` is whether the CDK says which template each construct is in, as it does since 2.276.
    """

    path: str
    resources: Mapping[str, Any]
    nested: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    outputs: Mapping[str, Any] = field(default_factory=dict)
    acknowledged: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    environment: str = ANYWHERE
    names_templates: bool = True
    conditions: Mapping[str, Any] = field(default_factory=dict)

    @property
    def stage(self) -> str:
        return self.path.rpartition("/")[0]

    @property
    def id(self) -> str:
        return self.path.replace("/", "")


def assembly(folder: Path, *stacks: MadeStack, missing: Sequence[str] = ()) -> Path:
    """Writes a cloud assembly into a folder."""
    artifacts: dict[str, Any] = {"Tree": {"type": "cdk:tree", "properties": {"file": "tree.json"}}}
    for stage in sorted({stack.stage for stack in stacks if stack.stage}):
        _manifest(folder / f"assembly-{stage}", _artifacts(folder, stacks, stage))
        artifacts[f"assembly-{stage}"] = {
            "type": "cdk:cloud-assembly",
            "properties": {"directoryName": f"assembly-{stage}", "displayName": stage},
        }
    artifacts.update(_artifacts(folder, stacks, ""))
    more = {"missing": [{"key": key, "provider": "ssm", "props": {}} for key in missing]} if missing else {}
    _manifest(folder, artifacts, **more)
    return folder


def _manifest(folder: Path, artifacts: Mapping[str, Any], **more: Any) -> None:
    write(folder / "manifest.json", {"version": "55.0.0", "artifacts": artifacts, **more})


def _artifacts(root: Path, stacks: Sequence[MadeStack], stage: str) -> dict[str, Any]:
    folder = root / f"assembly-{stage}" if stage else root
    found: dict[str, Any] = {}
    for stack in (each for each in stacks if each.stage == stage):
        files = {name: f"{stack.id}{name}.nested.template.json" for name in stack.nested}
        sections = {"Conditions": stack.conditions, "Resources": stack.resources, "Outputs": stack.outputs}
        write(folder / f"{stack.id}.template.json", sections)
        for name, resources in stack.nested.items():
            write(folder / files[name], {"Resources": resources})
        write(folder / f"{stack.id}.metadata.json", _metadata(stack, files))
        assets = {
            name: {"source": {"path": file, "packaging": "file"}, "destinations": {}} for name, file in files.items()
        }
        write(folder / f"{stack.id}.assets.json", {"version": "55.0.0", "files": assets})
        found[f"{stack.id}.assets"] = {
            "type": "cdk:asset-manifest",
            "properties": {"file": f"{stack.id}.assets.json"},
        }
        found[stack.id] = {
            "type": "aws:cloudformation:stack",
            "environment": stack.environment,
            "properties": {"templateFile": f"{stack.id}.template.json"},
            "dependencies": [f"{stack.id}.assets"],
            "additionalMetadataFile": f"{stack.id}.metadata.json",
            "displayName": stack.path,
        }
    return found


def _metadata(stack: MadeStack, files: Mapping[str, str]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}

    def add(path: str, kind: str, data: Any, **more: Any) -> None:
        found.setdefault(f"/{path}", []).append({"type": f"aws:cdk:{kind}", "data": data, **more})

    templates = {stack.path: (f"{stack.id}.template.json", stack.resources)}
    templates |= {f"{stack.path}/{name}": (files[name], resources) for name, resources in stack.nested.items()}
    for path, (file, resources) in templates.items():
        if stack.names_templates:
            add(path, "templateFile", file)
        for name in resources:
            add(f"{path}/{name}", "logicalId", name)
            add(f"{path}/{name}", "creationStack", ["...aws-cdk-lib...", f"<anonymous> (/shop/bin/{name}.ts:8:1)"])
    for path, rules in stack.acknowledged.items():
        data = {f"cfn-lint-cognito::{rule}": reason for rule, reason in rules.items()}
        add(path, "acknowledged-rules", data, trace=["    at <anonymous> (/shop/bin/known.ts:2:1)"])
    return found


def write(file: Path, content: Any) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(content), encoding="utf-8")
