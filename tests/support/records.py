"""What people read of the failing fixtures of a rule, as `fixtures/TOPIC/RULE/findings.txt` records it.

A block for each fixture: its name, the line at fault as it is written, and below it, each on a line of its own, what the
rule says, the fix, when, and the fix as constructs have it. A line that would say nothing, or the same again, is left out.
Last comes what `--fix` writes, or `--unsafe-fixes`, as a difference of lines.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from cfn_lint_cognito.engine.hosts.text import read
from cfn_lint_cognito.engine.hosts.text_edits import rewritten
from cfn_lint_cognito.engine.report.edits import SAFE
from cfn_lint_cognito.engine.report.finding import Finding
from cfn_lint_cognito.engine.report.findings import findings
from cfn_lint_cognito.engine.template.template import Template
from fixes import edits_of
from linting import FIXTURES, Fixture, linted

FILE_NAME = "findings.txt"
L2_PATH = "Stack/{}/Resource"
L1_PATH = "Stack/{}"
_LONGEST_LINE = 200


def file_of(rule_path: str) -> Path:
    return FIXTURES / rule_path / FILE_NAME


def record(fixtures: Sequence[Fixture]) -> str:
    """The text of `findings.txt` for the fixtures of a rule. Those in which the rule expects nothing are left out."""
    failing = [fixture for fixture in fixtures if any(rule == fixture.rule for rule, _ in fixture.expected)]
    return "\n".join(map(_block, failing))


class _Shown(NamedTuple):
    """A finding, the number of the line that cfn-lint shows it at, and the fix where constructs made all resources."""

    line: int
    finding: Finding
    fix_for_constructs: str


def _block(fixture: Fixture) -> str:
    written = fixture.path.read_text(encoding="utf-8").splitlines()
    shown = sorted(_shown(fixture), key=lambda each: (each.line, str(each.finding.path), each.finding.text))
    return "".join(
        [f"{fixture.path.name}\n", *(_entry(fixture, written[each.line - 1].strip(), each) for each in shown)]
    )


def _entry(fixture: Fixture, written: str, shown: _Shown) -> str:
    finding = shown.finding
    texts = {
        "says": finding.message,
        "fix": finding.fix,
        "when": finding.when.removeprefix("when "),
        "constructs": shown.fix_for_constructs if shown.fix_for_constructs != finding.fix else "",
    }
    line = written if len(written) <= _LONGEST_LINE else f"{written[:_LONGEST_LINE]}..."
    told = (f"    {f'{name}:':12}{text}\n" for name, text in texts.items() if text)
    return "".join([f"  {line}\n", *told, *_difference(fixture, finding)])


def _difference(fixture: Fixture, finding: Finding) -> Iterator[str]:
    """What the fix writes, without the lines around it."""
    if not finding.edits:
        return
    source = read(fixture.path.read_text(encoding="utf-8"))
    if not all(source.place(edit.path[:2]) for edit in edits_of(finding)):  # What a loop makes.
        return
    before, after = (text.splitlines() for text in (source.text, rewritten(source, edits_of(finding)).text))
    yield f"    {'--fix' if finding.applicability == SAFE else '--unsafe-fixes'}:\n"
    for line in difflib.unified_diff(before, after, n=0, lineterm=""):
        if not line.startswith(("---", "+++", "@@")):
            yield f"      {line[0]} {line[1:]}\n"


def _shown(fixture: Fixture) -> Iterator[_Shown]:
    """What cfn-lint shows of the fixture's own rule."""
    lines = {(found.rule, found.path, found.message): found.line for found in linted(fixture).findings}
    for asked in linted(fixture).asked:
        if asked.entry.id != fixture.rule:
            continue
        by_constructs = list(findings(asked.entry, made_by_constructs(asked.template), asked.options))
        where = [finding.path for finding in asked.findings]
        assert [finding.path for finding in by_constructs] == where, (
            f"{fixture.name}: where constructs made its resources, {fixture.rule} finds something else"
        )
        for finding, by_construct in zip(asked.findings, by_constructs, strict=True):
            line = lines.get((finding.rule, finding.path, finding.text))
            if line is not None:  # Else the template ignores it.
                yield _Shown(line, finding, by_construct.fix)


def made_by_constructs(template: Template, path: str = L2_PATH) -> Template:
    """The template as the CDK writes it where a construct made each of its resources."""
    resources = {
        name: _made_by_construct(path.format(name), declared)
        for name, declared in template.document["Resources"].items()
    }
    return Template(
        {**template.document, "Resources": resources},
        template.regions,
        template.given,
        template.from_unexpanded_loops,
        template.about_defaults,
        template.foreign,
        regions_are_named=template.regions_are_named,
    )


def _made_by_construct(path: str, declared: Any) -> Any:
    if not isinstance(declared, dict):
        return declared
    metadata: Mapping[str, Any] = declared.get("Metadata") or {}
    return {**declared, "Metadata": {"aws:cdk:path": path, **metadata}}
