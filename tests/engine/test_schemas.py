"""The schemas are JSON Schema about what is in a document. (What they judge is looked at in test_fixtures.py.)"""

from __future__ import annotations

import json
import re
from typing import Any

from cfn_lint_cognito.engine.report.catalogue import entries
from cfn_lint_cognito.engine.schemas import document_schema, load_schema
from cfn_lint_cognito.engine.validation.rule_schema import RuleSchema, reads
from in_turn import in_turn
from jsonschema import Draft202012Validator
from linting import ROOT

PLACES = [entry.rule_path for entry in entries()]


@in_turn("rule_path", PLACES)
def test_rule_schema_is_json_schema(rule_path: str) -> None:
    spelled = json.dumps(load_schema(rule_path))
    without_data = re.sub(r'"enum": {"\$data": "[^"]*"}', '"enum": []', spelled)
    Draft202012Validator.check_schema(json.loads(re.sub(r'{"\$data": "[^"]*"}', "1", without_data)))


@in_turn("rule_path", PLACES)
def test_nothing_but_names_of_the_document_is_read(rule_path: str) -> None:
    sections = document_schema()["properties"]
    for section, name in reads(load_schema(rule_path)):
        if section in ("Properties", "References"):  # References names its facts as the properties that they are about.
            owners = [alternative["$ref"].rpartition("/")[2] for alternative in sections["Properties"]["anyOf"]]
            assert any(name in document_schema()["$defs"][owner]["properties"] for owner in owners), name
        else:
            assert name in sections[section]["properties"]


IF_NAMED = {"properties": {"Properties": {"required": ["ClientName"]}}}
NEVER = {"properties": {"Properties": {"properties": {"ClientName": False}}}}


@in_turn(
    ("legal", "properties", "may_reject"),
    [
        ({"if": IF_NAMED, "then": NEVER}, [], False),
        ({"if": IF_NAMED, "then": NEVER}, ["ClientName", "UserPoolId"], True),
        ({"if": IF_NAMED, "then": True, "else": {"properties": {"Pool": False}}}, [], True),
        (NEVER, ["UserPoolId"], False),
        (NEVER, ["ClientName"], True),
        (IF_NAMED, [], True),
        (IF_NAMED, ["ClientName"], True),  # What is written may be AWS::NoValue.
        ({"not": IF_NAMED}, [], False),
        ({"properties": {"Lifetimes": {"required": ["AccessToken"]}}}, [], True),
        ({"allOf": [{"if": IF_NAMED, "then": NEVER}, True]}, ["LogoutURLs"], False),
    ],
)
def test_the_names_of_its_properties_tell_whether_a_resource_can_be_rejected(
    legal: Any, properties: list[str], may_reject: bool
) -> None:
    assert RuleSchema(legal).may_reject(frozenset(properties)) is may_reject


ITEMS = {"items": {"const": "a"}}


def of_properties(**schemas: Any) -> dict[str, Any]:
    return {"properties": {"Properties": {"properties": schemas}}}


@in_turn(
    ("schema", "lists"),
    [
        (of_properties(CallbackURLs=ITEMS), ["CallbackURLs"]),
        (of_properties(CallbackURLs=ITEMS, LogoutURLs=ITEMS), ["CallbackURLs", "LogoutURLs"]),
        ({"if": IF_NAMED, "then": of_properties(CallbackURLs=ITEMS)}, ["CallbackURLs"]),
        ({"properties": {"Redirects": {"properties": {"CallbackURLs": ITEMS}}}}, ["CallbackURLs"]),
        # Whether the list is there is asked, too, and what else is asked of the whole list.
        ({"properties": {"Properties": {"properties": {"CallbackURLs": ITEMS}, "required": ["CallbackURLs"]}}}, []),
        ({"if": of_properties(CallbackURLs=True), "then": of_properties(CallbackURLs=ITEMS)}, []),
        (
            {
                "if": {"properties": {"Properties": {"required": ["CallbackURLs"]}}},
                "then": of_properties(CallbackURLs=ITEMS),
            },
            [],
        ),
        (of_properties(CallbackURLs={**ITEMS, "minItems": 1}), []),
        (of_properties(CallbackURLs={"contains": {"const": "a"}}), []),
        (of_properties(CallbackURLs=True), []),
        (
            {
                "properties": {
                    "Properties": {"properties": {"CallbackURLs": {"minItems": 1}}},
                    "Redirects": {"properties": {"CallbackURLs": ITEMS}},
                }
            },
            [],
        ),
        # Another list, or another section, is compared with the items.
        (of_properties(CallbackURLs={"items": {"enum": {"$data": "/Properties/LogoutURLs"}}}), []),
        ({"if": IF_NAMED, "then": of_properties(CallbackURLs=ITEMS), "else": True}, []),
        ({"allOf": [of_properties(CallbackURLs=ITEMS)]}, []),
        ({"properties": {"Scopes": {"properties": {"Requested": ITEMS}}}}, []),
        (of_properties(CallbackURLs=ITEMS, LogoutURLs={"minItems": 1}), ["CallbackURLs"]),
    ],
)
def test_lists_of_which_a_schema_looks_at_one_item_at_a_time(schema: Any, lists: list[str]) -> None:
    assert sorted(RuleSchema(schema).looks_at_items_of) == lists


def test_document_schema_is_json_schema() -> None:
    Draft202012Validator.check_schema(document_schema())


def test_every_entry_of_common_is_used_and_json_schema() -> None:
    common = json.loads((ROOT / "schemas" / "common.json").read_text(encoding="utf-8"))
    everything = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "schemas").rglob("*.json"))
    files = [file for folder in ("rules", "engine", "docs") for file in (ROOT / folder).rglob("*.py")]
    code = "".join(path.read_text(encoding="utf-8") for path in files)
    for name, schema in common.items():
        assert f'"common.json#/{name}"' in everything or f'"{name}"' in code, name
        Draft202012Validator.check_schema(schema)
