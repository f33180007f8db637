"""Templates that are no templates: nothing raises, and what is wrong elsewhere in them is still found."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cfnlint.template
import pytest
from cfn_lint_cognito import check
from cfn_lint_cognito.engine.report.catalogue import entries
from cfn_lint_cognito.engine.report.findings import RuleFailedError
from cfn_lint_cognito.engine.report.findings import findings as findings_of
from cfn_lint_cognito.engine.report.rule import Diagnostic
from cfn_lint_cognito.engine.template.template import Template as ReadTemplate
from cfn_lint_cognito.token_lifetimes._lifetime_range import LifetimeRange
from cfnlint.rules import Rules
from linting import lint

ONE_RULE_IN_CFN_LINT = Rules.create_from_module("cfn_lint_cognito")["E9511"]
"""What stands between a rule and cfn-lint is the same for all of them."""
Template = dict[str, Any]

CLIENT = "AWS::Cognito::UserPoolClient"
WITNESS = {"Type": CLIENT, "Properties": {"UserPoolId": "us-east-1_a1B2c3D4e", "AccessTokenValidity": 60}}
SEEN = {("E9511", "Witness"), ("W9551", "Witness")}
NEIGHBOURS: Template = {
    "Pool": {"Type": "AWS::Cognito::UserPool", "Properties": {"Schema": [{"Name": "role"}]}},
    "Google": {
        "Type": "AWS::Cognito::UserPoolIdentityProvider",
        "Properties": {"UserPoolId": {"Ref": "Pool"}, "ProviderName": "Google", "ProviderType": "Google"},
    },
    "Api": {
        "Type": "AWS::Cognito::UserPoolResourceServer",
        "Properties": {
            "UserPoolId": {"Ref": "Pool"},
            "Identifier": "api",
            "Name": "Api",
            "Scopes": [{"ScopeName": "read"}],
        },
    },
}
# All that a rule may look at.
FULL: Template = {
    "UserPoolId": {"Ref": "Pool"},
    "AccessTokenValidity": 12,
    "IdTokenValidity": 12,
    "RefreshTokenValidity": 1,
    "TokenValidityUnits": {"AccessToken": "hours", "IdToken": "hours", "RefreshToken": "hours"},
    "AllowedOAuthFlowsUserPoolClient": True,
    "AllowedOAuthFlows": ["code", "client_credentials"],
    "AllowedOAuthScopes": ["openid", "api/write"],
    "CallbackURLs": ["http://app.example.com", "https://app.example.com/#a"],
    "LogoutURLs": ["/bye"],
    "DefaultRedirectURI": "https://other.example.com",
    "SupportedIdentityProviders": ["google"],
    "ExplicitAuthFlows": ["ALLOW_CUSTOM_AUTH", "ADMIN_NO_SRP_AUTH"],
    "RefreshTokenRotation": {"RetryGracePeriodSeconds": 5},
    "ReadAttributes": ["role"],
    "WriteAttributes": ["email_verified"],
    "GenerateSecret": False,
    "EnablePropagateAdditionalUserContextData": True,
    "EnableTokenRevocation": False,
    "PreventUserExistenceErrors": "LEGACY",
    "AnalyticsConfiguration": {"ApplicationId": "a"},
    "ClientSecret": "x",
}


def read(template: Template) -> cfnlint.template.Template | None:
    """None where cfn-lint itself stops at the template."""
    try:
        return cfnlint.template.Template("template.yaml", copy.deepcopy(template), ["us-east-1"])
    except Exception:
        return None


def findings(template: Template) -> set[tuple[str, str]]:
    """(rule, resource) of everything that the pack finds, through both doors; where cfn-lint itself stops, through the other."""
    in_python = check(copy.deepcopy(template), advice=True)
    assert not [finding for finding in in_python if not finding.resource], "how a rule is told that failed"
    found = {(finding.rule, str(finding.path[1])) for finding in in_python}
    cfn = read(template)
    if cfn is not None:
        matches = ONE_RULE_IN_CFN_LINT.match(cfn)
        assert {("E9511", str(match.path[1])) for match in matches} == {each for each in found if each[0] == "E9511"}
    return found


def with_witness(properties: Any = None, **sections: Any) -> Template:
    odd = {"Type": CLIENT, "Properties": FULL if properties is None else properties}
    resources = {"Odd": odd, **NEIGHBOURS, "Witness": WITNESS}
    return {"Resources": resources, **sections}


ODD_SHAPES: list[Any] = [
    None,
    "",
    "text",
    5,
    -5,
    5.5,
    10**30,
    float("inf"),
    float("nan"),
    True,
    [],
    {},
    [None],
    [[]],
    [{}],
    ["a", 5, None, ["b"], {"c": "d"}],
    {5: "a"},
    {None: "a", 5: "b", "c": "d"},
    {"a": {"b": {"c": None}}},
    {"Ref": "Nowhere"},
    {"Fn::If": ["Nowhere", "a", "b"]},
    {"Fn::Transform": None},
]
ODD_VALUES: list[Any] = [
    *ODD_SHAPES,
    {"Ref": None},
    {"Ref": ["a"]},
    {"Ref": "Odd"},
    {"Ref": ""},
    {"Condition": "Nowhere"},
    {"Fn::Unheard": {5: "a", "b": None}},
    {"Fn::If": None},
    {"Fn::If": []},
    {"Fn::If": [{"Ref": "a"}, "a", "b"]},
    {"Fn::If": [None, "a", "b"]},
    {"Fn::GetAtt": []},
    {"Fn::GetAtt": ["Odd"]},
    {"Fn::GetAtt": [None, None]},
    {"Fn::GetAtt": "Odd.ClientSecret"},
    {"Fn::GetAtt": "."},
    {"Fn::Sub": None},
    {"Fn::Sub": []},
    {"Fn::Sub": ["${a}", None]},
    {"Fn::Sub": ["${a}", {"a": {"Fn::Sub": ["${b}", {"b": None}]}}]},
    {"Fn::Sub": "${} ${.} ${!} ${a.} $ ${ "},
    {"Fn::Sub": "{{resolve:${Odd}"},
    "{{resolve:",
    "{{resolve:ssm:/a}}{{resolve:",
    {"Fn::Join": None},
    {"Fn::Join": [None, None]},
    {"Fn::Join": ["", [None]]},
    {"Fn::Split": [None, "a"]},
    {"Fn::Split": ["a", None]},
    {"Fn::Select": [None, None]},
    {"Fn::Select": ["a", ["b"]]},
    {"Fn::Select": ["²", ["b"]]},
    {"Fn::FindInMap": None},
    {"Fn::FindInMap": [None, None, None]},
    {"Fn::FindInMap": ["a", ["b"], {"c": "d"}]},
    {"Fn::FindInMap": ["a", "b", "c", None]},
    {"Fn::FindInMap": ["a", "b", "c", {"DefaultValue": None}]},
    {"Fn::ImportValue": None},
    {"a": 1, "Fn::Transform": None},
    "http://[",
    "https://app.example.com:port/#?%",
    "\ud800",
]


def variants(usual: Template, odd: Any) -> Iterator[Template]:
    """The properties with something odd in each of their places in turn."""
    for name, value in usual.items():
        yield {**usual, name: odd}
        if isinstance(value, list):
            yield {**usual, name: [value[0], odd, *value[1:]]}
        if isinstance(value, dict) and "Ref" not in value:
            yield from ({**usual, name: {**value, key: odd}} for key in value)


@pytest.mark.parametrize("odd", ODD_VALUES, ids=repr)
def test_nothing_in_a_client_raises(odd: Any) -> None:
    template = with_witness(odd)
    for number, properties in enumerate(variants(FULL, odd)):
        template["Resources"][f"Odd{number}"] = {"Type": CLIENT, "Properties": properties}
    assert findings(template) >= SEEN


@pytest.mark.parametrize("odd", ODD_VALUES, ids=repr)
def test_nothing_around_a_client_raises(odd: Any) -> None:
    template = with_witness()
    resources = template["Resources"]
    for key in ("Condition", "DependsOn", "Metadata"):
        resources[f"Odd{key}"] = {**resources["Odd"], key: odd}
    for name, neighbour in NEIGHBOURS.items():
        resources[f"{name}Itself"] = odd
        for number, properties in enumerate(variants({**neighbour["Properties"]}, odd)):
            resources[f"{name}{number}"] = {**neighbour, "Properties": properties}
    assert findings(template) >= SEEN
    resources["Odd"]["Type"] = odd
    assert findings(template) >= SEEN


@pytest.mark.parametrize("odd", ODD_SHAPES, ids=repr)
def test_no_section_raises(odd: Any) -> None:
    # What makes the whole template unreadable may hide the witness from rules that must see the whole, but not from E9511.
    for section in ("Parameters", "Conditions", "Mappings", "Rules", "Outputs", "Metadata", "Transform", "Description"):
        assert ("E9511", "Witness") in findings(with_witness(**{section: odd})), section
    reading = {
        **FULL,
        "AccessTokenValidity": {"Ref": "P"},
        "IdTokenValidity": {"Fn::If": ["C", 1, {"Fn::FindInMap": ["M", {"Ref": "P"}, "c"]}]},
    }
    usual: Template = {
        "Parameters": {"P": {"Type": "String", "AllowedValues": ["a"]}},
        "Conditions": {"C": {"Fn::Equals": [{"Ref": "P"}, "a"]}},
        "Mappings": {"M": {"a": {"c": 1}}},
        "Rules": {"R": {"Assertions": [{"Assert": {"Fn::Equals": ["a", "a"]}}]}},
    }
    places = [
        ("Parameters", "P"),
        *(("Parameters", "P", key) for key in ("Type", "Default", "AllowedValues", "MinLength", "MaxLength", "NoEcho")),
        ("Conditions", "C"),
        ("Conditions", "C", "Fn::Equals"),
        ("Conditions", "C", "Fn::And"),
        ("Mappings", "M"),
        ("Mappings", "M", "a"),
        ("Mappings", "M", "a", "c"),
        ("Rules", "R"),
        ("Rules", "R", "RuleCondition"),
        ("Rules", "R", "Assertions"),
    ]
    for rule_path in places:
        sections = copy.deepcopy(usual)
        below: Any = sections
        for key in rule_path[:-1]:
            below = below[key]
        below[rule_path[-1]] = odd
        assert ("E9511", "Witness") in findings(with_witness(reading, **sections)), rule_path


CONDITIONS: list[Template] = [
    {"C": {"Condition": "C"}},
    {"C": {"Fn::Not": [{"Condition": "D"}]}, "D": {"Fn::Or": [{"Condition": "C"}, {"Condition": "D"}]}},
    {"C": {"Condition": "Nowhere"}},
    {"C": {"Fn::Equals": [{"Ref": "Nowhere"}, {"Fn::GetAtt": "Odd.ClientId"}]}},
    {"C": {"Fn::Equals": [{"Ref": "Odd"}, None]}},
    {"C": {"Fn::Equals": [{"a": 1}, ["b"]]}},
    {"C": {"Fn::Equals": [{None: 1, 5: 2, "a": 3}, "b"]}},
    {"C": {"Fn::Equals": [{"Fn::If": ["C", "a", "b"]}, "a"]}},
    {"C": {"Fn::Equals": ["a", "a"], "Fn::Not": []}},
    {"C": {"Fn::And": []}},
    {"C": {"Fn::Or": [{"Fn::And": [None]}]}},
    {"C": {"Fn::Not": [{"Condition": "C"}, {"Condition": "C"}]}},
    {"C": {"Fn::Equals": [{"Fn::FindInMap": ["a", {"Ref": "AWS::Region"}, "b"]}, "x"]}},
]


@pytest.mark.parametrize("conditions", CONDITIONS, ids=str)
def test_no_condition_raises(conditions: Template) -> None:
    behind = {"Fn::If": ["C", FULL, {**FULL, "AccessTokenValidity": {"Fn::If": ["C", 60, 1]}}]}
    template = with_witness(behind, Conditions=conditions)
    template["Resources"]["Odd"]["Condition"] = "C"
    template["Resources"]["Google"]["Condition"] = "C"
    assert findings(template) >= SEEN


def test_deep_nesting_does_not_raise() -> None:
    value: Any = "a"
    for _ in range(60):
        value = {"Fn::If": ["C", value, {"Fn::Sub": ["${x}", {"x": value if isinstance(value, str) else "b"}]}]}
    assert findings(with_witness({**FULL, "ClientName": value}, Conditions={"C": {"Fn::Equals": ["a", "b"]}})) >= SEEN


@pytest.mark.parametrize(
    "properties",
    [
        '{"UserPoolId": "us-east-1_a1B2c3D4e", "TokenValidityUnits": "hours", "AccessTokenValidity": {"a": 1}}',
        '{"UserPoolId": ["x"], "AllowedOAuthFlows": "code", "AllowedOAuthFlowsUserPoolClient": "maybe", "CallbackURLs": {"a": "b"}}',
        '{"UserPoolId": {"Fn::GetAtt": ["Nowhere"]}, "AccessTokenValidity": {"Fn::Odd": 1}, "ExplicitAuthFlows": [["a"]]}',
        '{"UserPoolId": {"Ref": "Nowhere"}, "SupportedIdentityProviders": {"Fn::If": ["Nowhere", [], []]}}',
        '["UserPoolId"]',
        '"UserPoolId"',
    ],
)
def test_cfn_lint_reports_what_is_malformed_and_no_rule_of_the_pack_fails(properties: str, tmp_path: Path) -> None:
    path = tmp_path / "template.json"
    resources = {"Odd": {"Type": CLIENT, "Properties": json.loads(properties)}, "Witness": WITNESS}
    path.write_text(json.dumps({"Resources": resources}, indent=1), encoding="utf-8")
    found = lint([path])[path]
    assert not [each for each in found if each.rule == "E0002" or "raised while" in each.message]
    assert "E9511" in [each.rule for each in found]


def breaks(rule: LifetimeRange, diagnostic: Diagnostic) -> str:
    """A message that raises for every client but the witness."""
    if diagnostic.document.origin(()).used_at[1] != "Witness":
        raise RuntimeError("a mistake in the rule")
    return "reported"


def test_a_rule_that_raises_silences_neither_the_other_clients_nor_the_other_rules(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    template = with_witness({"UserPoolId": "us-east-1_a1B2c3D4e", "AccessTokenValidity": 60})
    entry = next(entry for entry in entries() if entry.id == "E9511")
    with monkeypatch.context() as patch:
        patch.setattr(LifetimeRange, "message", breaks)
        matching = findings_of(entry, ReadTemplate(template, ("us-east-1",)), {})
        reported = next(matching)
        assert (reported.resource, reported.message) == ("Witness", "reported")
        with pytest.raises(
            RuleFailedError, match=r"the rule E9511 failed on .*: RuntimeError in test_robustness.py, line"
        ) as failed:
            next(matching)
        assert isinstance(failed.value.__cause__, RuntimeError), "its traceback is kept"
    assert findings(template) >= SEEN


def test_cfn_lint_shows_what_was_found_before_a_rule_raised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "template.json"
    odd = {"Type": CLIENT, "Properties": {"UserPoolId": "us-east-1_a1B2c3D4e", "AccessTokenValidity": 60}}
    path.write_text(json.dumps({"Resources": {"Odd": odd, "Witness": WITNESS}}, indent=1), encoding="utf-8")
    monkeypatch.setattr(LifetimeRange, "message", breaks)
    found = {(each.rule, each.message) for each in lint([path])[path]}
    assert any(rule == "E0002" for rule, _ in found), "cfn-lint says that a rule failed"
    assert len([rule for rule, _ in found if rule == "W9551"]) == 1
