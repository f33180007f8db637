"""A switch that a template turns by itself is a choice, whatever the host was given; and what is read of malformed lists."""

from __future__ import annotations

from typing import Any

import pytest
from cfn_lint_cognito import check
from in_turn import in_turn


def client(**properties: Any) -> dict[str, Any]:
    return {
        "Type": "AWS::Cognito::UserPoolClient",
        "Properties": {
            "UserPoolId": {"Ref": "Pool"},
            "AllowedOAuthFlows": ["code"],
            "AllowedOAuthScopes": ["openid"],
            "CallbackURLs": ["https://app.example.com/callback"],
            "SupportedIdentityProviders": ["COGNITO"],
            **properties,
        },
    }


def template(web: dict[str, Any], **sections: Any) -> dict[str, Any]:
    return {**sections, "Resources": {"Pool": {"Type": "AWS::Cognito::UserPool"}, "Web": web}}


def rules(found: list[Any]) -> list[str]:
    return [each.rule for each in found]


STAGE = {
    "Parameters": {"Stage": {"Type": "String", "AllowedValues": ["dev", "prod"], "Default": "dev"}},
    "Conditions": {"IsProd": {"Fn::Equals": [{"Ref": "Stage"}, "prod"]}},
}
SWITCHES = {
    "condition": {"Fn::If": ["IsProd", True, False]},
    "absent otherwise": {"Fn::If": ["IsProd", True, {"Ref": "AWS::NoValue"}]},
    "mapping": {"Fn::FindInMap": ["Stages", {"Ref": "Stage"}, "Login"]},
    "region": {"Fn::FindInMap": ["Regions", {"Ref": "AWS::Region"}, "Login"]},
    "condition on the region": {"Fn::If": ["IsEurope", True, False]},
    "parameter": {"Ref": "Login"},
    "pattern": {"Ref": "LoginByPattern"},
    "text": {"Fn::Sub": "${Login}"},
    "selected": {"Fn::Select": [{"Ref": "Which"}, ["false", "true"]]},
}
SECTIONS = {
    "Parameters": {
        **STAGE["Parameters"],
        "Login": {"Type": "String", "AllowedValues": ["true", "false"], "Default": "false"},
        "LoginByPattern": {"Type": "String", "AllowedPattern": "^(true|false)$", "Default": "false"},
        "Which": {"Type": "Number", "AllowedValues": [0, 1], "Default": 0},
    },
    "Conditions": {**STAGE["Conditions"], "IsEurope": {"Fn::Equals": [{"Ref": "AWS::Region"}, "eu-west-1"]}},
    "Mappings": {
        "Stages": {"dev": {"Login": False}, "prod": {"Login": True}},
        "Regions": {"us-east-1": {"Login": False}, "eu-west-1": {"Login": True}},
    },
}


@pytest.mark.parametrize("given", [{}, {"Stage": "dev", "Login": "false", "LoginByPattern": "false", "Which": "0"}])
@in_turn("name", SWITCHES)
def test_a_switch_that_is_on_in_another_deployment_is_a_choice(name: str, given: dict[str, str]) -> None:
    written = template(client(AllowedOAuthFlowsUserPoolClient=SWITCHES[name]), **SECTIONS)
    assert not {"E9522", "W9523"}.intersection(rules(check(written, parameters=given)))


@in_turn(
    "switch",
    [
        {"Fn::If": ["IsProd", False, False]},
        {"Fn::If": ["Never", True, False]},
        {"Fn::FindInMap": ["Stages", {"Ref": "Stage"}, "Off"]},
        {"Ref": "Off"},
    ],
)
def test_a_switch_that_is_off_in_every_deployment_is_a_contradiction(switch: Any) -> None:
    sections = {
        "Parameters": {
            **STAGE["Parameters"],
            "Off": {"Type": "String", "AllowedValues": ["false"], "Default": "false"},
        },
        "Conditions": {**STAGE["Conditions"], "Never": {"Fn::Equals": ["a", "b"]}},
        "Mappings": {"Stages": {"dev": {"Off": False}, "prod": {"Off": False}, "other": {"Off": True}}},
    }
    assert "E9522" in rules(check(template(client(AllowedOAuthFlowsUserPoolClient=switch), **sections)))


def test_a_rule_of_the_template_may_forbid_the_choice() -> None:
    forbidden = {"OnlyDev": {"Assertions": [{"Assert": {"Fn::Equals": [{"Ref": "Stage"}, "dev"]}}]}}
    switched = client(AllowedOAuthFlowsUserPoolClient=SWITCHES["condition"])
    assert "E9522" in rules(check(template(switched, **STAGE, Rules=forbidden)))


def test_a_choice_is_found_behind_many_conditions() -> None:
    names = [f"C{index}" for index in range(12)]
    switch: Any = True
    for name in names:
        switch = {"Fn::If": [name, switch, False]}
    sections = {
        "Parameters": {name: {"Type": "String"} for name in names},
        "Conditions": {name: {"Fn::Equals": [{"Ref": name}, "x"]} for name in names},
    }
    assert check(template(client(AllowedOAuthFlowsUserPoolClient=switch), **sections)) == []


@in_turn("function", ["Fn::If", "Fn::Sub", "Fn::Join", "Fn::Select", "Fn::FindInMap", "Ref", "Fn::GetAtt"])
@pytest.mark.parametrize("nothing", ["", None, []])
def test_the_pieces_of_a_malformed_function_are_no_urls(function: str, nothing: Any) -> None:
    urls = [{function: nothing}, "IsProd", "app.example.com", "https://*.example.com"]
    web = client(AllowedOAuthFlowsUserPoolClient=True, LogoutURLs=urls)
    assert rules(check(template(web, **STAGE))) == []
    assert rules(check(template(client(AllowedOAuthFlowsUserPoolClient=True, LogoutURLs=urls[1:])))) == ["W9535"] * 3


def test_units_that_a_macro_makes_are_not_said_to_be_set() -> None:
    units = {"Fn::Transform": {"Name": "Units"}}
    assert check(
        template(client(AllowedOAuthFlowsUserPoolClient=True, TokenValidityUnits=units)), advice=True
    ) == check(template(client(AllowedOAuthFlowsUserPoolClient=True)), advice=True)
