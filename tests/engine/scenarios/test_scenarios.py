"""Which deployments are enumerated: all that the template can make as far as somebody asks, and none that it cannot."""

from __future__ import annotations

from typing import Any

from cfn_lint_cognito.engine.scenarios.circumstances import Case
from cfn_lint_cognito.engine.scenarios.enumeration import MOST_SCENARIOS, scenarios
from cfn_lint_cognito.engine.scenarios.view import View
from cfn_lint_cognito.engine.template.template import Template
from cfn_lint_cognito.engine.values.value import Items, Known, Value
from in_turn import in_turn
from scenario_templates import Document, equals, parameter, ref, template

ROWS = {"a": {"Column": "b"}, "b": {"Column": "b"}, "c": {"Column": "a"}}


def plain(value: Value | None) -> Any:
    if isinstance(value, Known):
        return value.value
    if isinstance(value, Items):
        return [plain(item) for item in value.values]
    return value if value is None else "?"


def values(read: Template, *written: Any) -> list[tuple[Case, Any]]:
    """What each deployment makes of values that a template holds."""

    def judge(view: View) -> Any:
        resolved = [plain(view.resolver.value(value, ("Resources", "Client"))) for value in written]
        return resolved[0] if len(resolved) == 1 else tuple(resolved)

    return [(each.circumstances.decided, each.result) for each in scenarios(read, judge).judged]


def results(read: Template, *written: Any) -> list[Any]:
    return [result for _, result in values(read, *written)]


def test_a_deployment_is_described_by_the_conditions_that_were_asked() -> None:
    read = template(
        {
            "Parameters": {"Stage": parameter()},
            "Conditions": {"IsProd": equals(ref("Stage"), "prod"), "Never": equals("a", "b")},
        }
    )
    assert values(read, {"Fn::If": ["IsProd", 1, 2]}) == [({"IsProd": True}, 1), ({"IsProd": False}, 2)]
    assert values(read, {"Fn::If": ["Never", 1, 2]}) == [({"Never": False}, 2)]
    assert values(read, 3) == [({}, 3)]


@in_turn(
    ("conditions", "possible"),
    [
        # One parameter has one value.
        ({"One": equals(ref("Open"), "a"), "Two": equals(ref("Open"), "b")}, {(1, 0), (0, 1), (0, 0)}),
        # So has whatever else is compared twice.
        (
            {
                "One": equals({"Fn::FindInMap": ["Accounts", ref("AWS::AccountId"), "Stage"]}, "dev"),
                "Two": equals("prod", {"Fn::FindInMap": ["Accounts", ref("AWS::AccountId"), "Stage"]}),
            },
            {(1, 0), (0, 1), (0, 0)},
        ),
        (
            {
                "One": equals({"Fn::Select": [0, ref("Lists")]}, "a"),
                "Two": equals({"Fn::Select": [0, ref("Lists")]}, "b"),
            },
            {(1, 0), (0, 1), (0, 0)},
        ),
        # A mapping and a text tell the values apart, too.
        (
            {
                "One": equals({"Fn::FindInMap": ["Rows", ref("Open"), "Column"]}, "b"),
                "Two": equals(ref("Open"), "c"),
            },
            {(1, 0), (0, 1)},
        ),
        (
            {
                "One": equals({"Fn::FindInMap": ["Regions", ref("AWS::Region"), "Column"]}, "b"),
                "Two": equals(ref("AWS::Region"), "us-east-1"),
                "Three": equals(ref("AWS::Region"), "eu-west-1"),
            },
            {(1, 1, 0), (0, 0, 1)},
        ),
        ({"One": equals(ref("Open"), "a"), "Two": equals({"Fn::Sub": "x-${Open}"}, "x-a")}, {(1, 1), (0, 0)}),
        (
            {
                "One": equals({"Fn::Join": ["-", ["x", ref("Open")]]}, "x-a"),
                "Two": equals({"Fn::Sub": "${Open}-${AWS::Region}"}, {"Fn::Sub": "a-${AWS::Region}"}),
            },
            {(1, 1), (0, 0)},
        ),
        # The partition is that of the region.
        (
            {
                "One": equals(ref("AWS::Partition"), "aws-us-gov"),
                "Two": equals(ref("AWS::URLSuffix"), "amazonaws.com.cn"),
                "Three": equals(ref("AWS::Region"), "us-east-1"),
            },
            {(1, 0, 0), (0, 1, 0), (0, 0, 1), (0, 0, 0)},
        ),
        # AllowedValues leave two choices.
        ({"One": equals(ref("Limited"), "a"), "Two": equals(ref("Limited"), "b")}, {(1, 0), (0, 1)}),
        ({"One": equals(ref("Limited"), "c")}, {(0,)}),
        # What is equal to the same is equal.
        (
            {
                "One": equals(ref("Open"), ref("Another")),
                "Two": equals(ref("Another"), ref("Third")),
                "Three": equals(ref("Third"), ref("Open")),
            },
            {(0, 0, 0), (0, 0, 1), (0, 1, 0), (1, 0, 0), (1, 1, 1)},
        ),
        # Three parameters with two values cannot all differ.
        (
            {
                "One": equals(ref("Limited"), ref("AlsoLimited")),
                "Two": equals(ref("AlsoLimited"), ref("ThirdLimited")),
                "Three": equals(ref("ThirdLimited"), ref("Limited")),
            },
            {(1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 1)},
        ),
        # A text says what it begins with.
        (
            {"One": equals({"Fn::Sub": "dev-${Open}"}, "prod-x"), "Two": equals({"Fn::Sub": "dev-${Open}"}, "dev-x")},
            {(0, 1), (0, 0)},
        ),
        ({"One": equals(ref("Short"), "abcdef"), "Two": equals(ref("Short"), "ab")}, {(0, 1), (0, 0)}),
        # cfn-lint reports these; whatever they decide stays unknown.
        ({"One": {"Condition": "One"}}, {(None,)}),
        ({"One": {"Condition": "Two"}, "Two": {"Fn::Not": [{"Condition": "One"}]}}, {(None, None)}),
        ({"One": {"Condition": "Nowhere"}}, {(None,)}),
        ({"One": {"Fn::Equals": ["a"]}}, {(None,)}),
        ({"One": "true"}, {(None,)}),
        ({"One": {"Fn::And": [{"Condition": "One"}, equals("a", "b")]}}, {(0,)}),
    ],
)
def test_combinations(conditions: Document, possible: set[tuple[bool, ...]]) -> None:
    read = template(
        {
            "Parameters": {
                "Open": parameter(),
                "Another": parameter(),
                "Third": parameter(),
                "Short": parameter(MaxLength=3),
                "Lists": {"Type": "CommaDelimitedList"},
                "Limited": parameter("a", "b"),
                "AlsoLimited": parameter("a", "b"),
                "ThirdLimited": parameter("a", "b"),
            },
            "Mappings": {"Rows": ROWS, "Regions": {"us-east-1": {"Column": "b"}, "eu-west-1": {"Column": "a"}}},
            "Conditions": conditions,
        }
    )
    found = [each.result for each in scenarios(read, lambda view: tuple(map(view.condition, conditions))).judged]
    assert set(found) == possible


def test_a_condition_decides_the_parameter_it_compares() -> None:
    read = template(
        {
            "Parameters": {"Stage": parameter("dev", "prod", Default="dev")},
            "Conditions": {"IsProd": equals(ref("Stage"), "prod")},
        }
    )
    chosen = {"Fn::If": ["IsProd", ref("Stage"), {"Fn::Sub": "not prod but ${Stage}"}]}
    assert results(read, chosen) == ["prod", "not prod but dev"]


def test_a_default_that_the_decisions_exclude_is_not_used() -> None:
    read = template(
        {
            "Parameters": {"Stage": parameter(Default="dev")},
            "Conditions": {"IsDev": equals(ref("Stage"), "dev")},
        }
    )
    assert results(read, {"Fn::If": ["IsDev", ref("Stage"), {"Fn::Join": ["", [ref("Stage"), "!"]]}]}) == ["dev", "?"]


# --- Parameters ------------------------------------------------------------------------------------------------------


@in_turn(
    ("declared", "known"),
    [
        (parameter(), ["?"]),
        (parameter(Default="x"), ["x"]),
        (parameter("a", "b", Default="b"), ["b"]),
        (parameter("a", "b"), ["a", "b"]),
        ({"Type": "Number", "Default": 5}, ["5"]),
        ({"Type": "Number", "AllowedValues": [1, 2]}, ["1", "2"]),
        ({"Type": "Number", "MinValue": 1, "MaxValue": 2}, ["?"]),
        ({"Type": "CommaDelimitedList", "Default": "a, b"}, [["a", "b"]]),
        ({"Type": "List<Number>", "Default": "1,2"}, [["1", "2"]]),
        ({"Type": "AWS::SSM::Parameter::Value<String>", "Default": "/a/name"}, ["?"]),
        ({"Default": True}, ["true"]),
        ({"Type": "String", "Default": {"odd": 1}}, ["?"]),
        ({"Type": "String", "AllowedValues": "odd"}, ["?"]),
    ],
)
def test_the_value_of_a_parameter(declared: Document, known: list[Any]) -> None:
    assert results(template({"Parameters": {"Stage": declared}}), ref("Stage")) == known


def test_given_values_come_first_and_each_set_of_them_counts() -> None:
    read = template(
        {"Parameters": {"Stage": parameter("dev", "prod", Default="dev"), "List": {"Type": "CommaDelimitedList"}}},
        {"Stage": "prod", "List": "a,b"},
        {"Stage": "dev", "List": ["c"], "Unheard": "of"},
    )
    assert results(read, ref("Stage"), ref("List")) == [("prod", ["a", "b"]), ("dev", ["c"])]


def test_given_values_decide_conditions() -> None:
    document = {
        "Parameters": {"Stage": parameter(), "Stored": {"Type": "AWS::SSM::Parameter::Value<String>"}},
        "Conditions": {"IsProd": equals(ref("Stage"), "prod"), "IsStored": equals(ref("Stored"), "x")},
    }
    read = template(document, {"Stage": "prod", "Stored": "x"})
    assert values(read, {"Fn::If": ["IsProd", 1, 2]}) == [({"IsProd": True}, 1)]
    assert len(values(read, {"Fn::If": ["IsStored", 1, 2]})) == 2, "what is given is the name of a stored value"


def test_allowed_values_count_only_for_a_parameter_that_takes_part_alone() -> None:
    two = {"Count": parameter("1", "2"), "Unit": parameter("hours", "days"), "Other": parameter(Default="x")}
    read = template({"Parameters": two})
    assert values(read, ref("Count")) == [({"Count": "1"}, "1"), ({"Count": "2"}, "2")]
    assert values(read, ref("Count"), ref("Count")) == [({"Count": "1"}, ("1", "1")), ({"Count": "2"}, ("2", "2"))]
    assert results(read, ref("Count"), ref("Unit")) == [("?", "?")]
    assert results(read, ref("Count"), ref("Other")) == [("?", "x")]


def test_allowed_values_are_narrowed_by_conditions() -> None:
    read = template(
        {
            "Parameters": {"Stage": parameter("dev", "test", "prod")},
            "Conditions": {"IsProd": equals(ref("Stage"), "prod")},
        }
    )
    assert results(read, {"Fn::If": ["IsProd", "fixed", ref("Stage")]}) == ["fixed", "dev", "test"]


# --- The Rules section -----------------------------------------------------------------------------------------------


@in_turn(
    ("rules", "possible"),
    [
        ({"Assertions": [{"Assert": equals(ref("Stage"), "prod")}]}, ["prod"]),
        ({"Assertions": [{"Assert": {"Fn::Contains": [["dev", "test"], ref("Stage")]}}]}, ["other"]),
        (
            {"RuleCondition": equals(ref("Stage"), "prod"), "Assertions": [{"Assert": equals("a", "b")}]},
            ["other"],
        ),
        ({"RuleCondition": equals("a", "b"), "Assertions": [{"Assert": equals("a", "b")}]}, ["prod", "other"]),
        ({"RuleCondition": {"Fn::Odd": []}, "Assertions": [{"Assert": equals("a", "b")}]}, ["prod", "other"]),
        ({"Assertions": [{"Assert": {"Fn::EachMemberIn": [["dev", ref("Stage")], ["dev", "test"]]}}]}, ["other"]),
        ({"Assertions": [{"Assert": {"Fn::EachMemberEquals": [[ref("Stage")], "prod"]}}]}, ["prod"]),
        ({"Assertions": [{"Assert": {"Fn::EachMemberIn": [ref("Stage"), ["dev"]]}}, "odd"]}, ["prod", "other"]),
        ({"Assertions": [{"Assert": {"Fn::EachMemberEquals": [{"Fn::RefAll": "Odd"}, "b"]}}]}, ["prod", "other"]),
        ({"Assertions": [{"Assert": equals(ref("Unasked"), "x")}]}, ["prod", "other"]),
        ({"Assertions": "odd"}, ["prod", "other"]),
    ],
)
def test_what_the_rules_section_forbids_does_not_count(rules: Document, possible: list[str]) -> None:
    read = template(
        {
            "Parameters": {"Stage": parameter(), "Unasked": parameter()},
            "Rules": {"Stages": rules},
            "Conditions": {"IsProd": equals(ref("Stage"), "prod")},
        }
    )
    assert results(read, {"Fn::If": ["IsProd", "prod", "other"]}) == possible


# --- Caps ------------------------------------------------------------------------------------------------------------


def test_there_is_a_cap_and_below_it_each_condition_is_seen_both_ways() -> None:
    names = [f"Condition{number}" for number in range(20)]
    read = template(
        {
            "Parameters": {name: parameter() for name in names},
            "Conditions": {name: equals(ref(name), "yes") for name in names},
        }
    )
    found = [each.result for each in scenarios(read, lambda view: tuple(map(view.condition, names))).judged]
    assert 100 < len(set(found)) == len(found) <= MOST_SCENARIOS
    assert all({True, False} == {truths[index] for truths in found} for index in range(len(names)))


def test_a_judge_that_leaves_a_deployment_out() -> None:
    read = template({"Parameters": {"A": parameter()}, "Conditions": {"One": equals(ref("A"), "a")}})
    (kept,) = scenarios(read, lambda view: "kept" if view.condition("One") else None).judged
    assert (kept.circumstances.decided, kept.result) == ({"One": True}, "kept")
