"""Fixes as data: when a rule gives one, and what it does to a template."""

from __future__ import annotations

import json
from typing import Any

import pytest
from cfn_lint_cognito import check
from cfn_lint_cognito.engine.report.edits import APPEND, REMOVE, SET, Edit, edited
from cfn_lint_cognito.engine.report.finding import Finding
from in_turn import in_turn

WEB = ("Resources", "Web", "Properties")


def template(**sections: Any) -> dict[str, Any]:
    return {"Resources": {"Pool": {"Type": "AWS::Cognito::UserPool"}}, **sections}


def with_client(properties: Any, resource: dict[str, Any] | None = None, **sections: Any) -> dict[str, Any]:
    made = template(**sections)
    client = {"Type": "AWS::Cognito::UserPoolClient", "Properties": properties, **(resource or {})}
    made["Resources"]["Web"] = client
    return made


def found(rule: str, document: dict[str, Any]) -> Finding:
    (finding,) = (each for each in check(document, advice=True) if each.rule == rule)
    return finding


def plain(finding: Finding) -> Any:
    return json.loads(json.dumps(finding.edits))


POOL = {"UserPoolId": {"Ref": "Pool"}}
IF_PROD = {
    "Conditions": {"IsProd": {"Fn::Equals": [{"Ref": "Stage"}, "prod"]}},
    "Parameters": {"Stage": {"Type": "String"}},
}


def test_edits_are_data_for_json() -> None:
    finding = found("I9591", with_client(POOL))
    path = ["Resources", "Web", "Properties", "PreventUserExistenceErrors"]
    assert plain(finding) == [{"action": "set", "path": path, "value": "ENABLED"}]
    assert finding.applicability == "safe"
    removal = found("W9585", with_client({**POOL, "ClientSecret": "x"}))
    assert plain(removal) == [{"action": "remove", "path": ["Resources", "Web", "Properties", "ClientSecret"]}]


def test_what_somebody_has_to_decide_has_no_edits() -> None:
    finding = found("E9511", with_client({**POOL, "AccessTokenValidity": 60}))
    assert (finding.edits, finding.applicability) == ((), "")


@pytest.mark.parametrize(
    ("value", "sections"),
    [
        ({"Ref": "Off"}, {"Parameters": {"Off": {"Type": "String", "Default": "false"}}}),
        ({"Fn::FindInMap": ["M", "a", "b"]}, {"Mappings": {"M": {"a": {"b": False}}}}),
        ({"Fn::Sub": "false"}, {}),
    ],
    ids=["parameter", "mapping", "function"],
)
def test_what_does_not_stand_in_the_resource_itself_has_no_edits(value: Any, sections: dict[str, Any]) -> None:
    assert found("W9592", with_client({**POOL, "EnableTokenRevocation": value}, **sections)).edits == ()


def test_a_branch_of_an_if_is_edited_by_itself() -> None:
    properties = {**POOL, "EnableTokenRevocation": {"Fn::If": ["IsProd", True, False]}}
    finding = found("W9592", with_client(properties, **IF_PROD))
    path = (*WEB, "EnableTokenRevocation", "Fn::If", 2)
    assert finding.edits == ({"action": "set", "path": path, "value": True},)
    assert finding.applicability == "unsafe", "somebody chose it for these deployments"


def test_what_another_deployment_needs_is_not_edited() -> None:
    """The flow has to go where tokens rotate, and has to stay where they do not."""
    properties = {
        **POOL,
        "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
        "RefreshTokenRotation": {
            "Feature": {"Fn::If": ["IsProd", "ENABLED", "DISABLED"]},
            "RetryGracePeriodSeconds": 0,
        },
    }
    assert found("E9562", with_client(properties, **IF_PROD)).edits == ()
    properties["RefreshTokenRotation"] = {"Feature": "ENABLED", "RetryGracePeriodSeconds": 0}
    assert found("E9562", with_client(properties)).edits


def test_a_setting_that_a_branch_leaves_out_is_not_written_twice() -> None:
    written = {"Fn::If": ["IsProd", "ENABLED", {"Ref": "AWS::NoValue"}]}
    finding = found("I9591", with_client({**POOL, "PreventUserExistenceErrors": written}, **IF_PROD))
    assert finding.edits == ()


@pytest.mark.parametrize(
    "properties",
    [
        {"Fn::If": ["IsProd", POOL, POOL]},
        {**POOL, "Fn::Transform": {"Name": "Settings"}},
        {**POOL, "{{ more }}": "x"},
    ],
    ids=["Fn::If", "macro", "placeholder"],
)
def test_nothing_is_added_to_a_map_that_may_have_other_keys(properties: dict[str, Any]) -> None:
    advice = [each for each in check(with_client(properties, **IF_PROD), advice=True) if each.rule == "I9591"]
    assert [each.edits for each in advice] in ([], [()])


def test_nothing_is_edited_in_what_the_cdk_made() -> None:
    metadata = {"Metadata": {"aws:cdk:path": "Stack/Web/Resource"}}
    assert found("I9591", with_client(POOL, metadata)).edits == ()


CODE = {
    **POOL,
    "AllowedOAuthFlowsUserPoolClient": True,
    "AllowedOAuthFlows": ["code"],
    "AllowedOAuthScopes": ["openid"],
    "SupportedIdentityProviders": ["COGNITO"],
}


def test_a_long_value_is_written_whole() -> None:
    url = f"//shop.acme.dev/{'a' * 500}"
    finding = found("E9533", with_client({**CODE, "CallbackURLs": [f"http:{url}"]}))
    assert " ... " in finding.message
    assert [each["value"] for each in finding.edits] == [f"https:{url}"]


HTTP, HTTPS = "http://shop.acme.dev/in", "https://shop.acme.dev/in"


@in_turn(
    ("urls", "default", "after"),
    [
        ([HTTP], None, ([HTTPS], None)),
        ([HTTP], HTTP, ([HTTPS], HTTPS)),
        ([HTTPS, HTTP], HTTP, ([HTTPS], HTTPS)),
        ([HTTPS, HTTP], HTTPS, ([HTTPS], HTTPS)),
        ([HTTP], {"Fn::Sub": HTTP}, None),
    ],
)
def test_the_default_redirect_uri_stays_one_of_the_callback_urls(urls: list[str], default: Any, after: Any) -> None:
    given = {} if default is None else {"DefaultRedirectURI": default}
    document = with_client({**CODE, **given, "CallbackURLs": urls})
    finding = found("E9533", document)
    if after is None:
        assert finding.edits == ()
        return
    changed = edited(document, [Edit(each["action"], each["path"], each.get("value")) for each in finding.edits])
    properties = changed["Resources"]["Web"]["Properties"]
    assert (properties["CallbackURLs"], properties.get("DefaultRedirectURI")) == after


@in_turn("no_echo", [True, False])
def test_words_that_hide_a_secret_have_no_edits(no_echo: bool) -> None:
    parameters = {"Parameters": {"Hours": {"Type": "Number", "NoEcho": no_echo, "Default": 12}}}
    finding = found("I9515", with_client({**POOL, "AccessTokenValidity": {"Ref": "Hours"}}, **parameters))
    assert bool(finding.edits) is not no_echo


@pytest.mark.parametrize(
    ("depends_on", "after"),
    [({}, "Server"), ({"DependsOn": "Pool"}, ["Pool", "Server"]), ({"DependsOn": ["Pool"]}, ["Pool", "Server"])],
    ids=["none", "text", "list"],
)
def test_a_client_waits_besides_for_what_it_waited_for(depends_on: dict[str, Any], after: Any) -> None:
    properties = {
        **POOL,
        "AllowedOAuthFlowsUserPoolClient": True,
        "AllowedOAuthFlows": ["client_credentials"],
        "AllowedOAuthScopes": ["api/read"],
        "GenerateSecret": True,
    }
    document = with_client(properties, depends_on)
    scopes = [{"ScopeName": "read", "ScopeDescription": "Read"}]
    document["Resources"]["Server"] = {
        "Type": "AWS::Cognito::UserPoolResourceServer",
        "Properties": {**POOL, "Identifier": "api", "Name": "api", "Scopes": scopes},
    }
    finding = found("E9542", document)
    changed = edited(document, [Edit(each["action"], each["path"], each.get("value")) for each in finding.edits])
    assert changed["Resources"]["Web"]["DependsOn"] == after
    assert "E9542" not in {each.rule for each in check(changed)}


DOCUMENT = {"a": {"list": [0, 1, 2, 3], "text": "x"}}


@in_turn(
    ("edits", "after"),
    [
        ([Edit(SET, ("a", "text"), "y")], {"a": {"list": [0, 1, 2, 3], "text": "y"}}),
        ([Edit(SET, ("a", "list", 1), "y")], {"a": {"list": [0, "y", 2, 3], "text": "x"}}),
        ([Edit(SET, ("a", "b", "c"), 1)], {"a": {"list": [0, 1, 2, 3], "text": "x", "b": {"c": 1}}}),
        ([Edit(APPEND, ("a", "list"), 4)], {"a": {"list": [0, 1, 2, 3, 4], "text": "x"}}),
        ([Edit(REMOVE, ("a", "list"))], {"a": {"text": "x"}}),
        ([Edit(REMOVE, ("a", "list", index)) for index in (0, 1, 3)], {"a": {"list": [2], "text": "x"}}),
        (
            [Edit(REMOVE, ("a", "list", 0)), Edit(SET, ("a", "list", 1), "y"), Edit(APPEND, ("a", "list"), 4)],
            {"a": {"list": ["y", 2, 3, 4], "text": "x"}},
        ),
    ],
)
def test_edits_are_made_in_a_copy_with_the_paths_of_before(edits: list[Edit], after: dict[str, Any]) -> None:
    before = json.dumps(DOCUMENT)
    assert edited(DOCUMENT, edits) == after
    assert json.dumps(DOCUMENT) == before


@in_turn("path", [("b", "c"), ("a", "list", 9)])
def test_a_path_that_leads_nowhere_is_said(path: tuple[str | int, ...]) -> None:
    with pytest.raises((KeyError, IndexError)):
        edited(DOCUMENT, [Edit(REMOVE, path)])
