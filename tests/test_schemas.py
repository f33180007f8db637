"""The schemas are JSON Schema, documents are what their schema says, and an independent validator judges them alike."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from cfn_lint_cognito._judge import has_unknown
from cfn_lint_cognito._rule_schema import RuleSchema, reads
from cfn_lint_cognito._schemas import document_schema, legal
from jsonschema import Draft202012Validator
from pack import ROOT, Judgement, linted_fixtures

IDS = sorted(path.stem.partition("_")[0].upper() for path in (ROOT / "schemas").glob("*/*.json"))


def judgements() -> Iterator[tuple[str, Judgement]]:
    """Every different document that the fixtures make, with the ID of the rule that judged it."""
    rules = {id(legal(rule)): rule for rule in IDS}
    seen = set()
    for judgement in linted_fixtures().judgements:
        rule = rules[id(judgement.schema.legal)]
        spelled = rule, json.dumps(judgement.document, sort_keys=True)
        if spelled not in seen:
            seen.add(spelled)
            yield rule, judgement


@pytest.mark.parametrize("rule", IDS)
def test_rule_schema_is_json_schema(rule: str) -> None:
    spelled = json.dumps(legal(rule))
    without_data = re.sub(r'"enum": {"\$data": "[^"]*"}', '"enum": []', spelled)
    Draft202012Validator.check_schema(json.loads(re.sub(r'{"\$data": "[^"]*"}', "1", without_data)))


@pytest.mark.parametrize("rule", IDS)
def test_nothing_but_names_of_the_document_is_read(rule: str) -> None:
    sections = document_schema()["properties"]
    for section, name in reads(legal(rule)):
        if section == "Properties":
            owners = [alternative["$ref"].rpartition("/")[2] for alternative in sections[section]["anyOf"]]
            assert any(name in document_schema()["$defs"][owner]["properties"] for owner in owners), name
        else:
            assert name in sections[section]["properties"]


@pytest.mark.parametrize("rule", IDS)
def test_a_client_without_what_the_condition_requires_is_legal(rule: str) -> None:
    """Rules skip such clients, so nothing beside the condition may object to them."""
    schema = RuleSchema(legal(rule))
    if schema.needs:
        assert schema.legal.keys() <= {"$schema", "if", "then"}


def test_document_schema_is_json_schema() -> None:
    Draft202012Validator.check_schema(document_schema())


def test_every_entry_of_common_is_used_and_json_schema() -> None:
    common = json.loads((ROOT / "schemas" / "common.json").read_text(encoding="utf-8"))
    everything = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "schemas").rglob("*.json"))
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "rules").rglob("*.py"))
    for name, schema in common.items():
        assert f'"common.json#/{name}"' in everything or f'"{name}"' in code, name
        Draft202012Validator.check_schema(schema)


def test_every_document_is_what_its_schema_says() -> None:
    validator = Draft202012Validator(document_schema())
    odd = [
        (rule, error.json_path, error.message)
        for rule, judgement in judgements()
        for error in validator.iter_errors(judgement.document)
    ]
    assert odd == []


def test_an_independent_validator_agrees() -> None:
    count: Counter[str] = Counter()
    differing = []
    for rule, judgement in judgements():
        schema = None if has_unknown(judgement.document) else compared(judgement.schema.legal, judgement.document)
        if schema is None:
            continue
        count[rule] += 1
        if Draft202012Validator(schema).is_valid(judgement.document) != judgement.legal:
            differing.append((rule, judgement.document))
    assert differing == []
    assert not [rule for rule in IDS if count[rule] < 2]


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
    entries = {key: compared(value, document) for key, value in schema.items()}
    return None if None in entries.values() else entries
