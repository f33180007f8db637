"""What another tool will replace is unknown, and what only looks like it is not."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from cfn_lint_cognito import check
from cfn_lint_cognito.engine.values.placeholders import holds_placeholder
from in_turn import in_turn
from linting import fixtures_by_place, plain_data

PLACEHOLDERS = (
    "${self:custom.callback}",
    "https://${self:custom.host}/cb",
    "${opt:stage, 'dev'}",
    "${file(config.yml):callback}",
    "${env:HOST}",
    "app-#{AWS::StackName}",
    "{{ cookiecutter.domain }}",
    "https://{{host}}/cb",
    "{% if prod %}a{% endif %}",
    "<%= domain %>",
    "__DOMAIN__",
    "https://@@HOST@@/",
    "$(Domain)",
    "<your-callback-url>",
)
NO_PLACEHOLDERS = (
    "{{resolve:ssm:/stage}}",
    "Your code is {####}",
    "Hello {username}, #{username}",
    "{##Verify##}",
    "${cognito-identity.amazonaws.com:sub}",
    "${AWS::Region}",
    "<p>Your code is {####}</p>",
    "<md:EntityDescriptor/>",
    "<?xml version='1.0'?>",
    "https://<your-domain>/cb",
    "https://example.com/a_b__c",
    "cost: $5 (about)",
)


@in_turn("text", PLACEHOLDERS)
def test_a_placeholder_is_found(text: str) -> None:
    assert holds_placeholder(text)


@in_turn("text", NO_PLACEHOLDERS)
def test_what_aws_or_html_write_is_no_placeholder(text: str) -> None:
    assert not holds_placeholder(text)


def texts_in(part: Any, path: tuple[str | int, ...]) -> list[tuple[str | int, ...]]:
    if isinstance(part, str):
        return [path]
    below = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    return [found for key, value in below if not str(key).startswith("Fn::") for found in texts_in(value, (*path, key))]


def ids_with(template: dict[str, Any], path: tuple[str | int, ...], value: Any) -> set[str]:
    changed = copy.deepcopy(template)
    *above, last = path
    holder: Any = changed
    for key in above:
        holder = holder[key]
    holder[last] = value
    return {finding.rule for finding in check(changed, advice=True)}


@pytest.mark.parametrize("rule_path", fixtures_by_place())
def test_a_placeholder_causes_no_finding_that_another_unknown_value_does_not(rule_path: str) -> None:
    (plain,) = (fixture for fixture in fixtures_by_place()[rule_path] if fixture.path.stem == "fail_plain")
    template = plain_data(plain.path)
    for name, resource in template["Resources"].items():
        for path in texts_in(resource.get("Properties", {}), ("Resources", name, "Properties")):
            if path[-1] != "Ref":
                unknown = ids_with(template, path, {"Fn::ImportValue": "elsewhere"})
                assert ids_with(template, path, "https://${self:custom.host}/cb") <= unknown, path


@in_turn("where", ["Default", "Sub", "Join", "Mapping", "Condition"])
def test_a_placeholder_is_unknown_wherever_it_stands(where: str) -> None:
    url: Any = {
        "Default": {"Ref": "Url"},
        "Sub": {"Fn::Sub": "http://{{ host }}/cb"},
        "Join": {"Fn::Join": ["", ["http", "://", "{{ host }}"]]},
        "Mapping": {"Fn::FindInMap": ["Urls", "All", "Url"]},
        "Condition": {"Fn::If": ["IsOpen", "http://acme.dev/cb", "https://acme.dev/cb"]},
    }[where]
    client = {
        "UserPoolId": "us-east-1_abc123",
        "SupportedIdentityProviders": ["COGNITO"],
        "AllowedOAuthFlowsUserPoolClient": True,
        "AllowedOAuthFlows": ["code"],
        "AllowedOAuthScopes": ["openid"],
        "CallbackURLs": [url],
    }
    template = {
        "Parameters": {"Url": {"Type": "String", "Default": "http://{{ host }}/cb"}},
        "Mappings": {"Urls": {"All": {"Url": "http://{{ host }}/cb"}}},
        "Conditions": {"IsOpen": {"Fn::Equals": ["{{ stage }}", "dev"]}},
        "Resources": {"Web": {"Type": "AWS::Cognito::UserPoolClient", "Properties": client}},
    }
    found = [(finding.rule, finding.when) for finding in check(template)]
    assert found == ([("E9533", "when IsOpen is true")] if where == "Condition" else [])
