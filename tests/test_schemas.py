"""The schemas are JSON Schema, documents are what their schema says, and an independent validator judges them alike."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from cfn_lint_cognito._schemas import RuleSchema, document_schema, has_unknown, rule_schema
from jsonschema import Draft202012Validator
from pack import ROOT, Judgement, linted_fixtures

IDS = sorted(path.stem.partition("_")[0].upper() for path in (ROOT / "schemas").glob("*/*.json"))
NO_DATA: Mapping[str, Any] = {}
"""A document to compare with: all that a schema compares is absent from it."""


def judgements() -> Iterator[tuple[str, Judgement]]:
    """Every different document that the fixtures make, with the ID of the rule that judged it."""
    rules = {id(rule_schema(rule)): rule for rule in IDS}
    seen = set()
    for judgement in linted_fixtures().judgements:
        rule = rules[id(judgement.schema)]
        spelled = rule, json.dumps(judgement.document, sort_keys=True)
        if spelled not in seen:
            seen.add(spelled)
            yield rule, judgement


@pytest.mark.parametrize("rule", IDS)
def test_rule_schema_is_json_schema(rule: str) -> None:
    Draft202012Validator.check_schema(rule_schema(rule).for_document(NO_DATA))


@pytest.mark.parametrize("rule", IDS)
def test_nothing_but_names_of_the_document_is_read(rule: str) -> None:
    sections = document_schema()["properties"]
    for section, name in rule_schema(rule).reads:
        if section == "Properties":
            owners = [alternative["$ref"].rpartition("/")[2] for alternative in sections[section]["anyOf"]]
            assert any(name in document_schema()["$defs"][owner]["properties"] for owner in owners), name
        else:
            assert name in sections[section]["properties"]


@pytest.mark.parametrize("rule", IDS)
def test_a_client_without_what_the_condition_requires_is_legal(rule: str) -> None:
    """Rules skip such clients, so nothing beside the condition may object to them."""
    schema = rule_schema(rule)
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
    compared = dict.fromkeys(IDS, 0)
    differing = []
    for rule, judgement in judgements():
        if has_unknown(judgement.document):
            continue
        schema = judgement.schema.for_document(judgement.document)
        if _has_unknown_comparison(schema):
            continue
        compared[rule] += 1
        if Draft202012Validator(schema).is_valid(judgement.document) != judgement.legal:
            differing.append((rule, judgement.document))
    assert differing == []
    assert not [rule for rule, count in compared.items() if count < 2]


def _has_unknown_comparison(schema: Mapping[str, Any]) -> bool:
    return '"unknown": true' in json.dumps(schema)


def test_comparison_with_another_part_of_the_document() -> None:
    schema = RuleSchema({"properties": {"Pool": {"properties": {"A": {"enum": {"$data": "/Pool/B"}}}}}})
    assert schema.reads == {("Pool", "A"), ("Pool", "B")}
    assert not schema.violations({"Pool": {"A": 1, "B": [1, 2]}})
    (violation,) = schema.violations({"Pool": {"A": 3, "B": [1, 2]}})
    assert (violation.path, violation.keyword, violation.legal) == (("Pool", "A"), "enum", [1, 2])
    assert not schema.violations({"Pool": {"A": 3}}), "what is absent cannot be compared with"
    assert not schema.violations({"Pool": {"A": 3, "B": [1, {"Unknown": "x"}]}})
    assert not schema.violations({"Pool": {"A": {"Unknown": "x"}, "B": [1, 2]}})


UNKNOWN = {"Unknown": "x"}


@pytest.mark.parametrize(
    ("schema", "value", "legal"),
    [
        # What rests on an unknown value is silent, whatever is around it.
        ({"minimum": 5}, UNKNOWN, True),
        ({"const": 5}, UNKNOWN, True),
        ({"not": {"const": 5}}, UNKNOWN, True),
        ({"enum": [1, 2]}, UNKNOWN, True),
        ({"type": "string"}, UNKNOWN, True),
        ({"required": ["a"]}, UNKNOWN, True),
        ({"not": {}}, UNKNOWN, True),
        ({"items": {"const": 1}}, [1, UNKNOWN], True),
        ({"items": {"const": 1}}, [2, UNKNOWN], False),
        ({"contains": {"const": 1}}, [2, UNKNOWN], True),
        ({"contains": {"const": 1}}, [2], False),
        ({"contains": {"const": 1}}, [1, UNKNOWN], True),
        ({"not": {"contains": {"const": 1}}}, [1, UNKNOWN], False),
        ({"not": {"contains": {"const": 1}}}, [2, UNKNOWN], True),
        ({"minItems": 1}, [UNKNOWN], True),
        ({"maxItems": 0}, [UNKNOWN], False),
        ({"if": {"const": 1}, "then": False}, UNKNOWN, True),
        ({"if": {"const": 1}, "else": False}, UNKNOWN, True),
        ({"if": {"properties": {"a": {"const": 1}}}, "then": {"required": ["b"]}}, {"a": UNKNOWN}, True),
        ({"if": {"properties": {"a": {"const": 1}}}, "then": {"required": ["b"]}}, {"a": 1}, False),
        ({"if": {"required": ["a"]}, "then": {"required": ["b"]}}, {"a": UNKNOWN}, False),
        ({"anyOf": [{"const": 1}, {"const": 2}]}, UNKNOWN, True),
        ({"anyOf": [{"properties": {"a": {"const": 1}}}, {"required": ["b"]}]}, {"a": UNKNOWN}, True),
        ({"anyOf": [{"properties": {"a": {"const": 1}}}, {"required": ["b"]}]}, {"a": 2}, False),
        ({"allOf": [{"properties": {"a": {"const": 1}}}, {"required": ["b"]}]}, {"a": UNKNOWN}, False),
        ({"oneOf": [{"properties": {"a": {"const": 1}}}, {"required": ["b"]}]}, {"a": UNKNOWN}, True),
        ({"not": {"allOf": [{"properties": {"a": {"const": 1}}}, {"required": ["a"]}]}}, {"a": UNKNOWN}, True),
        ({"not": {"not": {"properties": {"a": {"const": 1}}}}}, {"a": UNKNOWN}, True),
    ],
)
def test_three_values(schema: Any, value: Any, legal: bool) -> None:
    below = {"properties": {"Pool": {"properties": {"Fact": schema}}}}
    violations = RuleSchema(below).violations({"Pool": {"Fact": value}})
    assert (not violations) is legal
