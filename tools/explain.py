"""Explains what a rule makes of a template, for somebody who debugs a finding.

    python tools/explain.py template.yaml E9511
    python tools/explain.py template.yaml E9511 --regions us-east-1 eu-west-1 --parameters Stage=prod

For each resource it shows every scenario that is judged: what tells it apart, what was decided for it, the document as far as
it was read, what the schema rejects, and the words of the rule. What is left of that as findings comes last.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from cfn_lint_cognito.engine.facts.document import Document
from cfn_lint_cognito.engine.hosts.cfnlint import read
from cfn_lint_cognito.engine.hosts.python import SOME_REGION
from cfn_lint_cognito.engine.report.cases import when
from cfn_lint_cognito.engine.report.catalogue import Entry, entries
from cfn_lint_cognito.engine.report.findings import findings, judged_apart
from cfn_lint_cognito.engine.report.rule import Diagnostic
from cfn_lint_cognito.engine.report.wording import Wording, deployed, diagnostics, worded
from cfn_lint_cognito.engine.scenarios.decisions import Scenario
from cfn_lint_cognito.engine.scenarios.enumeration import MOST_SCENARIOS, Enumeration, scenarios
from cfn_lint_cognito.engine.scenarios.view import View
from cfn_lint_cognito.engine.template.resources import Resource
from cfn_lint_cognito.engine.template.template import Template
from cfnlint.decode import decode
from cfnlint.template import Template as CfnLintTemplate


class Explained(NamedTuple):
    """What a rule makes of one scenario. What it tells of a fault is None where it does not report it."""

    document: Document
    diagnostics: list[tuple[Diagnostic, Wording | None]]


def template_at(path: str, regions: Sequence[str], parameters: Mapping[str, str]) -> Template:
    """A template as the rules see it under cfn-lint, loops and all. Raises ValueError where it cannot be read."""
    decoded, mistakes = decode(path)
    if mistakes or not isinstance(decoded, dict):
        raise ValueError(f"{path} is no template: {'; '.join(mistake.message for mistake in mistakes)}")
    cfn = CfnLintTemplate(path, decoded, list(regions or [SOME_REGION]))
    cfn.transform()
    seen = read(cfn)
    return Template(
        seen.document,
        seen.regions,
        (parameters,) if parameters else (),
        seen.from_unexpanded_loops,
        regions_are_named=bool(regions),
    )


def explanation(entry: Entry, template: Template) -> Iterator[str]:
    """The lines that explain what a rule makes of a template."""
    yield f"{entry.id} {entry.shortdesc}"
    for resource_type in entry.resource_types:
        for resource in template.resources_of(resource_type):
            parts = judged_apart(entry, template, resource)
            if not parts:
                yield from ("", f"{resource.name} ({resource.type}) need not be judged: {_why_not(template, resource)}")
            for part in parts:
                yield from _of_resource(entry, template, part)
    found = [f"{finding.rule} {finding.text}" for finding in findings(entry, template, {})]
    yield from ("", "Findings", *_indented(found or ["none"]))


def _why_not(template: Template, resource: Resource) -> str:
    if resource.name in template.from_unexpanded_loops:
        return "it comes from a loop over values that only the deployment knows"
    return "it lacks a property without which the schema accepts anything"


def _of_resource(entry: Entry, template: Template, resource: Resource) -> Iterator[str]:
    explained = scenarios(template, partial(_explained, entry, resource))
    yield from ("", f"{resource.name} ({resource.type}){_group(resource)}: {_count(explained)}")
    for each in explained.judged:
        yield from ("", f"  {when([each.circumstances.decided]) or 'whatever the conditions are'}")
        yield from _indented(_decisions(each.scenario), "    decided    ")
        yield from _indented(_looked_up(each.result.document), "    looked up  ")
        yield from _indented(_objections(each.result.diagnostics), "    ")


def _explained(entry: Entry, resource: Resource, view: View) -> Explained | None:
    document = deployed(resource, view)
    if document is None:
        return None
    return Explained(
        document,
        [(diagnostic, worded(entry.rule(), diagnostic)) for diagnostic in diagnostics(entry, document, entry.options)],
    )


def _group(resource: Resource) -> str:
    if not isinstance(resource.item_slice, tuple):
        return ""
    lists, conditions = resource.item_slice
    return f", the items of {_names(lists)} that depend on {_names(conditions) or 'no condition'}"


def _count(explained: Enumeration[Explained]) -> str:
    number = len(explained.judged)
    counted = f"{number} deployment{'' if number == 1 else 's'}"
    return (
        counted
        if explained.is_complete
        else f"{counted}, and others that are not judged (at most {MOST_SCENARIOS} are)"
    )


def _decisions(scenario: Scenario) -> Iterator[str]:
    for name, value in scenario.parameters.items():
        yield f"{name} is {_json(value)}"
    for key, (_, holds) in scenario.equalities.items():
        yield f"{key} is {_json(holds)}"


def _looked_up(document: Document) -> Iterator[str]:
    for section, facts in document.sections.items():
        for name, value in facts.looked_up.items():
            yield f"{section}.{name} = {_json(value)}"


def _objections(objections: Sequence[tuple[Diagnostic, Wording | None]]) -> Iterator[str]:
    if not objections:
        yield "legal, or unknown"
    for diagnostic, words in objections:
        yield f"violation  {_path(diagnostic.path)} = {_json(diagnostic.value)}, {diagnostic.keyword} {_json(diagnostic.expected)}"
        if words is None:
            yield "           the rule does not report it"
            continue
        yield f"message    {words.message}"
        yield f"fix        {words.fix}"
        yield f"used at    {_path(words.origin.used_at)}"
        yield f"written at {_path(words.origin.defined_at)}"


def _path(path: Sequence[str | int]) -> str:
    return ".".join(map(str, path)) or "the document"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def _names(names: frozenset[str]) -> str:
    return ", ".join(sorted(names))


def _indented(lines: Iterator[str] | list[str], by: str = "  ") -> Iterator[str]:
    """The lines, each behind `by`; words in it stand before the first line only."""
    for index, line in enumerate(lines):
        yield (by if index == 0 else " " * len(by)) + line


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Explains what a rule makes of a template.")
    parser.add_argument("template", help="a file, YAML or JSON")
    parser.add_argument("rule", help="the ID of a rule: E9511")
    parser.add_argument("--regions", nargs="+", default=[], help="where it is deployed to, anywhere unless named")
    parser.add_argument("--parameters", nargs="+", default=[], help="what it is deployed with: Stage=prod")
    asked = parser.parse_args(arguments)
    entry = next((entry for entry in entries() if entry.id == asked.rule), None)
    if entry is None:
        parser.error(f"there is no rule {asked.rule}")
    parameters = dict(each.partition("=")[::2] for each in asked.parameters)
    try:
        template = template_at(asked.template, asked.regions, parameters)
    except ValueError as mistake:
        parser.error(str(mistake))
    print(*explanation(entry, template), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
