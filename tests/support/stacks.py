"""Stacks of the CDK, all built in one app, and what the pack says of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from aws_cdk import App, Stack
from linting import Finding, is_ours, lint, lint_with_everything

Build = Callable[[Stack], object]
Findings = Callable[[str], list[Finding]]
"""What is found in the stack of a build, by the name of the build."""
_LEVELS = "EWI"


@dataclass(frozen=True)
class Case:
    """A stack, and the findings for it with the reason for each."""

    name: str
    build: Build
    findings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Refused:
    """What a construct refuses with these words, and the rule for the same resource that no construct has checked."""

    name: str
    build: Build
    words: str
    without_construct: Build
    rule: str


def found_in(builds: Mapping[str, Build], folder: Path, with_cfn_lint: Iterable[str] = ()) -> Findings:
    """Builds a stack for each name and synthesizes all of them at once, since that is what takes its time.

    What a build raises is raised for its name alone. Of the names in `with_cfn_lint` the findings of cfn-lint's own rules count, too.
    """
    context = {"aws:cdk:enable-path-metadata": True}
    app = App(outdir=str(folder), analytics_reporting=False, context=context)
    failures: dict[str, Exception] = {}
    templates: dict[str, Path] = {}
    for number, (name, build) in enumerate(builds.items()):
        stack = Stack(app, f"Stack{number}")
        try:
            build(stack)
        except Exception as failure:
            failures[name] = failure
            app.node.try_remove_child(stack.node.id)
        else:
            templates[name] = Path(app.outdir, stack.template_file)
    try:
        app.synth()
    except RuntimeError as error:
        error.add_note(
            "\n".join(f"{Path(template).name.partition('.')[0]}: {name}" for name, template in templates.items())
        )
        raise
    found = lint(list(templates.values()))
    found |= lint_with_everything([templates[name] for name in with_cfn_lint if name in templates])

    def findings(name: str) -> list[Finding]:
        if name in failures:
            raise failures[name]
        return found[templates[name]]

    return findings


def rules(findings: Iterable[Finding], levels: str = _LEVELS) -> set[str]:
    """The rules of the pack that speak, of some levels."""
    return {finding.rule for finding in findings if is_ours(finding) and finding.rule[0] in levels}
