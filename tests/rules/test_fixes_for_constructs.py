"""What a fix says where the CDK made the template is said in words of the CDK: whoever reads it writes no CloudFormation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from cfn_lint_cognito.engine.facts import names as aws_names
from cfn_lint_cognito.engine.report.findings import findings
from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER
from in_turn import in_turn
from linting import fixtures_by_place, linted
from records import L1_PATH, L2_PATH, made_by_constructs

OF_TEMPLATES = re.compile(
    r"\bDependsOn\b|\bFn::\w+|!(?:Ref|GetAtt|Sub|If)\b|\ba Ref\b|\bthe Ref\b|\bAWS::\w+|\bthe attribute [A-Z]"
)
SEVERAL_WORDS = re.compile(r"[A-Z]+[a-z]+[A-Z]\w*")
"""A property of one word (Name, Domain) may as well be a word of the language."""
WORD = re.compile(r"(?<!sts:)\b[A-Za-z]\w*")
NO_PROPERTIES = {
    "AdminInitiateAuth": "an operation",
    "GetTokensFromRefreshToken": "an operation",
    "CloudFront": "a service",
    "MetadataURL": "a key of ProviderDetails, which the CDK leaves as it is",
    "MetadataFile": "another one",
}


@cache
def properties() -> frozenset[str]:
    """The names of all properties of the types that rules are about, those within others included."""
    known = PROVIDER_SCHEMA_MANAGER.get_resource_types("us-east-1")
    types = {value for name, value in vars(aws_names).items() if name.isupper() and str(value).startswith("AWS::")}
    return frozenset(
        name
        for resource_type in types
        if resource_type in known  # An older cfn-lint does not know all of them.
        for name in _names_in(PROVIDER_SCHEMA_MANAGER.get_resource_schema("us-east-1", resource_type).schema)
        if SEVERAL_WORDS.fullmatch(name) and name not in NO_PROPERTIES
    )


def _names_in(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        declared = schema.get("properties")
        yield from declared if isinstance(declared, dict) else ()
        for part in schema.values():
            yield from _names_in(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _names_in(part)


def test_the_schemas_name_properties() -> None:
    assert {"WriteAttributes", "CallbackURLs", "UserPoolTier", "SnsCallerArn"} <= properties()


@pytest.mark.parametrize("rule_path", fixtures_by_place())
@in_turn("path", [L1_PATH, L2_PATH])
def test_a_fix_for_constructs_has_no_words_of_templates(rule_path: str, path: str) -> None:
    fixtures = fixtures_by_place()[rule_path]
    fixes = {
        finding.fix
        for fixture in fixtures
        if any(rule == fixture.rule for rule, _ in fixture.expected)
        for asked in linted(fixture).asked
        if asked.entry.id == fixture.rule and asked.findings
        for finding in findings(asked.entry, made_by_constructs(asked.template, path), asked.options)
    }
    assert fixes
    wrong = {
        fix: [*OF_TEMPLATES.findall(fix), *(word for word in WORD.findall(fix) if word in properties())]
        for fix in fixes
    }
    assert {fix: words for fix, words in wrong.items() if words} == {}
