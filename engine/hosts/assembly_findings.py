"""What the rules find in the templates of one app, and the constructs that it is about. The CDK's plugin and `--cdk` share this."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from cfn_lint_cognito.engine.hosts.cloud_assembly import Metadata, SynthesizedTemplate
from cfn_lint_cognito.engine.hosts.python import SOME_REGION, check_read
from cfn_lint_cognito.engine.report.finding import Finding
from cfn_lint_cognito.engine.resolve.stacks import Stack, Stacks
from cfn_lint_cognito.engine.template.template import Template

NAMESPACE: Final = "cfn-lint-cognito"
"""The CDK knows a rule by `cfn-lint-cognito::E9511`."""


class Acknowledgement(NamedTuple):
    """That somebody knows of a finding and accepts it, by `Validations.of(construct).acknowledge(...)`."""

    id: str
    reason: str
    construct_path: str
    stack_trace: str


class ConstructFinding(NamedTuple):
    """A finding, and where it is in an app.

    `construct_path` is that of the stack where the construct cannot be told from others. `stack_trace` says where the construct
    was made, one call on each line; it is empty where the CDK did not write it down.
    """

    finding: Finding
    template: SynthesizedTemplate
    logical_id: str
    property_path: str
    construct_path: str
    stack_trace: str
    acknowledgement: Acknowledgement | None


def findings_in(
    templates: Sequence[SynthesizedTemplate],
    *,
    include: Sequence[str] = (),
    ignore: Sequence[str] = (),
    language: str | None = None,
) -> Iterator[ConstructFinding]:
    """The findings for all templates of an app, each judged together with those that it exchanges values with.

    `include` and `ignore` are IDs of rules or how they begin, as `check_read` takes them. `language` is that of the app.
    """
    names = _names(templates)
    apps = {
        environment: Stacks(
            {
                names[each.file]: Stack(each.document, frozenset(names[file] for file in each.after))
                for each in templates
                if each.environment == environment
            }
        )
        for environment in {each.environment for each in templates}
    }
    for template in templates:
        document, foreign = apps[template.environment].linked(names[template.file])
        read = Template(
            document,
            (template.region or SOME_REGION,),
            foreign=foreign,
            app_language=language,
            regions_are_named=template.region is not None,
        )
        for finding in check_read(read, include=include, ignore=ignore):
            yield _of_construct(template, finding)


def _names(templates: Sequence[SynthesizedTemplate]) -> Mapping[Path, str]:
    """A name for each file of a template, which messages show."""
    names: dict[Path, str] = {}
    for file in (each.file for each in templates):
        name = file.name.removesuffix(".template.json").replace(".", "-")
        names[file] = name if name not in names.values() else f"{name}-{len(names)}"
    return names


def _of_construct(template: SynthesizedTemplate, finding: Finding) -> ConstructFinding:
    _, logical_id, *property_path = finding.path
    declared = template.document["Resources"].get(logical_id, {})
    path = declared.get("Metadata", {}).get("aws:cdk:path", template.stack_path)
    return ConstructFinding(
        finding,
        template,
        str(logical_id),
        ".".join(map(str, property_path)),
        path,
        _creation(template.metadata, path),
        _acknowledgement(template.metadata, finding.rule, path),
    )


def _creation(metadata: Metadata, path: str) -> str:
    """Where a construct was made. Older versions write it beside the logical ID, and only where somebody asked for it."""
    entries = metadata.get(f"/{path}", ())
    traces = [entry["data"] for entry in entries if entry["type"] == "aws:cdk:creationStack"]
    traces += [entry["trace"] for entry in entries if entry["type"] == "aws:cdk:logicalId" and "trace" in entry]
    return "\n".join(traces[0]) if traces else ""


def _acknowledgement(metadata: Metadata, rule: str, path: str) -> Acknowledgement | None:
    """The acknowledgement of a rule that is closest to a construct: its own, or that of what is around it."""
    rule_id = f"{NAMESPACE}::{rule}"
    while path:
        for entry in reversed(metadata.get(f"/{path}", [])):
            if entry["type"] == "aws:cdk:acknowledged-rules" and rule_id in entry["data"]:
                trace = "\n".join(entry.get("trace", ()))
                return Acknowledgement(rule_id, entry["data"][rule_id] or "", path, trace)
        path = path.rpartition("/")[0]
    return None
