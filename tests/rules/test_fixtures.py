"""Every fixture gives exactly the findings that its lines expect, and every document that is judged for it is judged right."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Any

import pytest
from cfn_lint_cognito import Finding, check
from cfn_lint_cognito.engine.hosts.text import read
from cfn_lint_cognito.engine.report.catalogue import entries
from cfn_lint_cognito.engine.report.rule import schema_at
from cfn_lint_cognito.engine.schemas import document_schema, load_schema
from cfn_lint_cognito.engine.values.value import has_unknown
from jsonschema import Draft202012Validator
from linting import Fixture, Judgement, fixtures_by_place, is_ours, linted, plain_data


def counted(fixture: Fixture) -> list[tuple[str, int]]:
    """Advice of other rules would have to be marked in every fixture of every rule."""
    found = linted(fixture).findings
    return sorted(
        each.where for each in found if not is_ours(each) or not each.rule.startswith("I") or each.rule == fixture.rule
    )


@pytest.mark.parametrize("rule_path", fixtures_by_place())
def test_fixtures_give_exactly_the_findings_they_expect(rule_path: str) -> None:
    of_the_rule = fixtures_by_place()[rule_path]
    assert {each.path.name: counted(each) for each in of_the_rule} == {
        each.path.name: each.expected for each in of_the_rule
    }


def is_for_cfn_lint_alone(template: Any) -> bool:
    """Nobody else knows macros and options of rules."""
    return "Transform" in template or "configure_rules" in config_of(template)


def config_of(template: Any) -> Any:
    return template.get("Metadata", {}).get("cfn-lint", {}).get("config", {})


def told_by_check(text: str, template: Any) -> list[tuple[Any, ...]]:
    config = config_of(template)
    given = {name: value for one in config.get("parameters", ()) for name, value in one.items()}
    named = {"regions": config["regions"]} if "regions" in config else {}
    found = check(text, **named, parameters=given, advice=True)
    told = [(each.rule, each.path, each.text, line_in_cfn_lint(each, text, template)) for each in found]
    return sorted(told, key=str)


@pytest.mark.parametrize("rule_path", fixtures_by_place())
def test_check_gives_the_same_findings_on_the_same_lines(rule_path: str) -> None:
    in_cfn_lint = {}
    in_python = {}
    for fixture in fixtures_by_place()[rule_path]:
        template = plain_data(fixture.path)
        if not is_for_cfn_lint_alone(template):
            told = [(each.rule, each.path, each.message, each.line) for each in linted(fixture).findings]
            in_cfn_lint[fixture.path.name] = sorted(told, key=str)
            in_python[fixture.path.name] = told_by_check(fixture.path.read_text(encoding="utf-8"), template)
    assert in_python == in_cfn_lint != {}


def line_in_cfn_lint(finding: Finding, text: str, template: Any) -> int | None:
    """The line of a finding. cfn-lint does not know where an item of a list stands that is a number, a boolean or null."""
    path = finding.defined_at
    item = template
    for step in path:
        item = item[step]
    if not isinstance(path[-1], int) or isinstance(item, (str, dict, list)):
        return finding.line
    assert finding.line == read(text).nearest(path).value.start.line
    return read(text).nearest(path[:-1]).start.line


@cache
def judgements(rule_path: str) -> Sequence[tuple[str, Judgement]]:
    """Every different document that the fixtures of a rule make, with the ID of the rule that judged it."""
    rules = {id(schema_at(entry.rule_path)): entry.id for entry in entries()}
    different: dict[tuple[str, str], Judgement] = {}
    for fixture in fixtures_by_place()[rule_path]:
        for judgement in linted(fixture).judgements:
            spelled = json.dumps(judgement.document, sort_keys=True)
            different.setdefault((rules[id(judgement.schema)], spelled), judgement)
    return [(rule, judgement) for (rule, _), judgement in different.items()]


@cache
def validator_of_documents() -> Draft202012Validator:
    return Draft202012Validator(document_schema())


@cache
def oddities(section: str, spelled: str) -> list[str]:
    """What `schemas/document.json` has against a section of a document. Most documents have most sections in common."""
    errors = validator_of_documents().iter_errors({section: json.loads(spelled)})
    return [f"{error.json_path}: {error.message}" for error in errors]


@pytest.mark.parametrize("rule_path", fixtures_by_place())
def test_every_document_is_what_its_schema_says(rule_path: str) -> None:
    odd = {
        (rule, oddity)
        for rule, judgement in judgements(rule_path)
        for section, content in judgement.document.items()
        for oddity in oddities(section, json.dumps(content, sort_keys=True))
    }
    assert odd == set()


def compared_judgements(rule_path: str) -> Iterator[tuple[str, Judgement, Draft202012Validator]]:
    """The judgements of documents without anything unknown, with another validator for the same schema."""
    for rule, judgement in judgements(rule_path):
        other = None if has_unknown(judgement.document) else validator_for(rule, judgement.document)
        if other is not None:
            yield rule, judgement, other


@pytest.mark.parametrize("rule_path", fixtures_by_place())
def test_an_independent_validator_agrees(rule_path: str) -> None:
    differing = [
        (rule, judgement.document)
        for rule, judgement, other in compared_judgements(rule_path)
        if other.is_valid(judgement.document) != judgement.is_legal
    ]
    assert differing == []


@pytest.mark.parametrize("rule_path", fixtures_by_place())
def test_each_rule_judges_documents_without_anything_unknown(rule_path: str) -> None:
    """So that there is something to agree on, among its own fixtures or else those of its topic."""
    own = next(entry.id for entry in entries() if entry.rule_path == rule_path)
    of_its_topic = [other for other in fixtures_by_place() if other.startswith(f"{rule_path.partition('/')[0]}/")]
    known = (
        judgement
        for each in sorted(of_its_topic, key=lambda other: other != rule_path)
        for rule, judgement, _ in compared_judgements(each)
        if rule == own
    )
    assert len(list(islice(known, 2))) == 2


def validator_for(rule: str, document: Any) -> Draft202012Validator | None:
    """One for the schema of a rule with what it compares put in; None where that is absent or unknown in a document."""
    of_any_document = validator_of(rule)
    if of_any_document is not None:
        return of_any_document
    schema = compared(schema_of(rule), document)
    return None if schema is None else Draft202012Validator(schema)


@cache
def validator_of(rule: str) -> Draft202012Validator | None:
    """None where the schema compares something: then it is another one for each document."""
    schema = compared(schema_of(rule), {})
    return None if schema is None else Draft202012Validator(schema)


@cache
def schema_of(rule: str) -> Any:
    return load_schema(next(entry.rule_path for entry in entries() if entry.id == rule))


def compared(schema: Any, document: Any) -> Any:
    """A schema with what it compares put in, as other validators know it; None where that is absent or unknown."""
    if isinstance(schema, list):
        items = [compared(item, document) for item in schema]
        return None if None in items else items
    if not isinstance(schema, dict):
        return schema
    if "$data" in schema:
        part = document
        for name in schema["$data"].split("/")[1:]:
            part = part.get(name) if isinstance(part, dict) else None
        return None if has_unknown(part) else part
    below = {key: compared(value, document) for key, value in schema.items()}
    return None if None in below.values() else below
