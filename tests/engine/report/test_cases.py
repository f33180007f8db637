"""In which deployments a finding holds, in words."""

from __future__ import annotations

from typing import Any

from cfn_lint_cognito import check
from cfn_lint_cognito.engine.report.cases import cases_of, when
from cfn_lint_cognito.engine.scenarios.circumstances import Case, Circumstances, NoneOf
from in_turn import in_turn


def equals(name: str, value: str) -> dict[str, Any]:
    return {"Fn::Equals": [{"Ref": name}, value]}


def either(*formulas: Any) -> dict[str, Any]:
    return {"Fn::Or": list(formulas)}


@in_turn(
    ("cases", "words"),
    [
        ([{}], ""),
        ([{"IsProd": True}], "when IsProd is true"),
        ([{"IsProd": True}, {"Stage": "dev"}], "when IsProd is true or Stage is dev"),
        ([{"A": True, "B": False}, {"C": True}], "when A is true and B is false or when C is true"),
        (
            [{"C": True}, {"A": True}, {"A": True, "B": False}],
            "when C is true, when A is true or when A is true and B is false",
        ),
        ([{"A": True}, {}], "when A is true or in others"),
        ([{"Stage": NoneOf(("dev",))}], "when Stage is not dev"),
        ([{"Stage": NoneOf(("dev", "qa", "prod"))}], "when Stage is neither dev, qa nor prod"),
    ],
)
def test_cases_in_words(cases: list[Case], words: str) -> None:
    assert when(cases) == words


def test_what_a_decision_left_over_is_told_only_where_the_decision_does_not_tell() -> None:
    dev, test, prod = (
        Circumstances({"IsProd": stage == "prod"}, {"Stage": stage}) for stage in ("dev", "test", "prod")
    )
    assert cases_of([prod], [dev, test]) == [{"IsProd": True}]
    assert cases_of([dev, test], [prod]) == [{"IsProd": False}]
    assert cases_of([dev], [test, prod]) == [{"Stage": "dev"}]
    assert cases_of([dev, prod], [test]) == [{"Stage": "dev"}, {"IsProd": True}]


def test_what_most_scenarios_have_in_common_is_told() -> None:
    prod, staging, dev = (
        Circumstances({"IsProd": is_prod, "IsLive": is_live}, {})
        for is_prod, is_live in ((True, True), (False, True), (False, False))
    )
    assert cases_of([prod, staging], [dev]) == [{"IsLive": True}]


def test_scenarios_of_which_nothing_is_known_that_differs_are_no_case() -> None:
    alike = [Circumstances({"IsProd": True}, {}) for _ in range(2)]
    assert cases_of(alike[:1], alike[1:]) == [{}]
    open_stage = Circumstances({"IsOdd": True}, {"Stage": NoneOf(("dev",))})
    other_stage = Circumstances({"IsOdd": True}, {"Stage": "qa"})
    assert cases_of([open_stage], [other_stage]) == [{}]
    assert cases_of([other_stage], [Circumstances({"IsOdd": True}, {"Stage": NoneOf(("qa",))})]) == [{"Stage": "qa"}]


HOURS = {"Type": "Number"}
OTHER = {"Type": "String"}


@in_turn(
    ("default", "condition", "said"),
    [
        (12, either(equals("Hours", "48"), equals("Other", "x")), ["when Hours is 48"]),
        (48, either(equals("Hours", "12"), equals("Other", "x")), ["when IsOdd is true and Hours is 48"]),
        (None, {"Fn::Contains": [["12", "48"], {"Ref": "Hours"}]}, ["when Hours is 48"]),
        (
            None,
            {"Fn::Not": [{"Fn::And": [{"Fn::Not": [equals("Hours", each)]} for each in ("12", "48")]}]},
            ["when Hours is 48"],
        ),
    ],
)
def test_a_value_that_a_condition_left_over_is_told(default: Any, condition: Any, said: list[str]) -> None:
    hours = HOURS if default is None else {**HOURS, "Default": default}
    template = {
        "Parameters": {"Hours": hours, "Other": OTHER},
        "Conditions": {"IsOdd": condition},
        "Resources": {
            "Web": {
                "Type": "AWS::Cognito::UserPoolClient",
                "Properties": {
                    "UserPoolId": "us-east-1_a1B2c3D4e",
                    "SupportedIdentityProviders": ["COGNITO"],
                    "AccessTokenValidity": {"Fn::If": ["IsOdd", {"Ref": "Hours"}, 1]},
                    "TokenValidityUnits": {"AccessToken": "hours"},
                },
            }
        },
    }
    assert [finding.when for finding in check(template)] == said


def test_what_a_parameter_is_not_is_told_too() -> None:
    condition = either(equals("Host", "localhost"), equals("Other", "x"))
    client = {
        "UserPoolId": "us-east-1_a1B2c3D4e",
        "SupportedIdentityProviders": ["COGNITO"],
        "AllowedOAuthFlowsUserPoolClient": True,
        "AllowedOAuthFlows": ["code"],
        "AllowedOAuthScopes": ["openid"],
        "CallbackURLs": [{"Fn::If": ["IsOdd", {"Fn::Sub": "http://${Host}:8080/cb"}, "https://app.acme.dev/cb"]}],
        "LogoutURLs": [{"Fn::If": ["IsOdd", {"Fn::Sub": "http://app.${Host}.acme.dev/"}, "https://app.acme.dev/"]}],
    }
    template = {
        "Parameters": {"Host": OTHER, "Other": OTHER},
        "Conditions": {"IsOdd": condition},
        "Resources": {"Web": {"Type": "AWS::Cognito::UserPoolClient", "Properties": client}},
    }
    assert {finding.when for finding in check(template)} == {
        "when Host is localhost",
        "when IsOdd is true and Host is not localhost",
    }
