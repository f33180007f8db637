"""Parameters that are keys of mappings, values that are tried together, and regions."""

from __future__ import annotations

import itertools
from typing import Any

from cfn_lint_cognito import check
from in_turn import in_turn
from test_scenarios import Document, equals, parameter, ref, results, template, values

# --- Keys of mappings ------------------------------------------------------------------------------------------------

MAPPING = {"dev": {"Hours": 1}, "test": {"Hours": 2}, "prod": {"Hours": 3}}


@in_turn(
    ("declared", "hours"),
    [
        (parameter(), [1, 2, 3]),
        (parameter(Default="dev"), [1, 2, 3]),
        (parameter("test", "prod"), [2, 3]),
        (parameter("test", "elsewhere"), [2, "?"]),
        ({"Type": "AWS::SSM::Parameter::Value<String>"}, [1, 2, 3]),
    ],
)
def test_a_key_ranges_over_allowed_values_or_the_keys_of_the_mapping(declared: Document, hours: list[Any]) -> None:
    read = template({"Parameters": {"Stage": declared}, "Mappings": {"Tokens": MAPPING}})
    assert sorted(results(read, {"Fn::FindInMap": ["Tokens", ref("Stage"), "Hours"]}), key=str) == hours


def test_rows_stay_together() -> None:
    mapping = {"dev": {"Count": 1, "Unit": "days"}, "prod": {"Count": 60, "Unit": "minutes"}}
    read = template({"Parameters": {"Stage": parameter()}, "Mappings": {"Tokens": mapping}})
    row = [{"Fn::FindInMap": ["Tokens", ref("Stage"), column]} for column in ("Count", "Unit")]
    assert results(read, *row) == [(1, "days"), (60, "minutes")]


def test_keys_follow_conditions_on_the_same_parameter() -> None:
    read = template(
        {
            "Parameters": {"Stage": parameter()},
            "Mappings": {"Tokens": MAPPING},
            "Conditions": {"IsProd": equals(ref("Stage"), "prod")},
        }
    )
    row = {"Fn::FindInMap": ["Tokens", ref("Stage"), "Hours"]}
    assert values(read, {"Fn::If": ["IsProd", row, "none"]}) == [({"IsProd": True}, 3), ({"IsProd": False}, "none")]
    assert results(read, {"Fn::If": ["IsProd", "none", row]}) == ["none", 1, 2]


def test_open_keys_are_tried_together() -> None:
    read = template(
        {
            "Parameters": {"One": parameter("dev", "prod"), "Two": parameter(), "Value": parameter("x", "y")},
            "Mappings": {"Tokens": MAPPING},
        }
    )
    rows = [{"Fn::FindInMap": ["Tokens", ref(name), "Hours"]} for name in ("One", "Two")]
    assert sorted(results(read, *rows)) == [*itertools.product([1, 3], [1, 2, 3])]
    assert sorted(results(read, rows[0], ref("Value"))) == [(1, "?"), (3, "?")]
    assert sorted(results(read, {"Fn::FindInMap": ["Tokens", ref("One"), ref("Two")]}, rows[0])) == [(1, 1), (3, 3)]


# --- Regions ---------------------------------------------------------------------------------------------------------

REGIONS = {"us-east-1": {"Hours": 1}, "eu-west-1": {"Hours": 2}, "cn-north-1": {"Hours": 3}}
HOURS = {"Fn::FindInMap": ["Tokens", ref("AWS::Region"), "Hours"]}


def test_region_keys_range_over_the_regions_that_cfn_lint_is_run_for() -> None:
    document = {"Mappings": {"Tokens": REGIONS}}
    assert values(template(document), HOURS) == [({}, 1)]
    assert values(template(document, regions=["us-east-1", "eu-west-1"]), HOURS) == [
        ({"AWS::Region": "us-east-1"}, 1),
        ({"AWS::Region": "eu-west-1"}, 2),
    ]
    assert results(template(document, regions=["ap-south-1"]), HOURS) == ["?"]


@in_turn(
    ("in_china", "possible"),
    [
        (equals(ref("AWS::Region"), "cn-north-1"), [(3, "yes"), (1, "no"), (2, "no")]),
        (equals(ref("AWS::Partition"), "aws-cn"), [(3, "yes"), (1, "no"), (2, "no")]),
        (equals("amazonaws.com.cn", ref("AWS::URLSuffix")), [(3, "yes"), (1, "no"), (2, "no")]),
    ],
)
def test_conditions_on_the_region_and_what_it_decides(in_china: Document, possible: list[Any]) -> None:
    document = {"Mappings": {"Tokens": REGIONS}, "Conditions": {"InChina": in_china}}
    read = template(document, regions=list(REGIONS))
    either = {"Fn::If": ["InChina", "yes", "no"]}
    assert sorted(results(read, HOURS, either)) == sorted(possible)
    assert sorted(results(read, either, HOURS)) == sorted((answer, hours) for hours, answer in possible)


# --- Values that are tried together -----------------------------------------------------------------------------------


def lasting(hours: Any, unit: Any, **sections: Any) -> Document:
    """A client whose access tokens live some hours or days; E9511 speaks of more than one day."""
    client = {
        "UserPoolId": "us-east-1_a1B2c3D4e",
        "SupportedIdentityProviders": ["COGNITO"],
        "AccessTokenValidity": hours,
        "TokenValidityUnits": {"AccessToken": unit},
    }
    return {**sections, "Resources": {"Web": {"Type": "AWS::Cognito::UserPoolClient", "Properties": client}}}


def told(document: Document) -> list[tuple[str, str]]:
    """The beginning of each message, and when it holds."""
    return [(found.message.partition(" (")[0], found.when) for found in check(document)]


COUNTS = {"Count": parameter("48", "72"), "Unit": parameter("hours", "days")}


def test_what_holds_for_all_values_of_several_parameters_is_told() -> None:
    (found,) = told(lasting(ref("Count"), ref("Unit"), Parameters=COUNTS))
    assert found == (
        "The access token lives 48 hours",
        "whatever Count and Unit are, for instance when Count is 48 and Unit is hours",
    )


@in_turn("hours", ["1", "24"])
def test_what_holds_for_some_of_them_is_not_told(hours: str) -> None:
    parameters = {**COUNTS, "Count": parameter("48", hours)}
    assert told(lasting(ref("Count"), ref("Unit"), Parameters=parameters)) == []


def test_values_beside_a_default_or_a_given_value_are_not_alone() -> None:
    unit = {"Unit": parameter("hours", "days", Default="hours")}
    for count, said in [("72", ["whatever Count is, for instance when Count is 48"]), ("24", [])]:
        document = lasting(ref("Count"), ref("Unit"), Parameters={"Count": parameter("48", count), **unit})
        assert [when for _, when in told(document)] == said


@in_turn(
    ("rows", "said"),
    [
        ((48, 72), ["dev", "prod"]),
        ((48, 24), ["dev"]),  # Of 24 hours and 24 days only one is wrong.
        ((1, 24), []),
    ],
)
def test_values_beside_a_key_are_told_of_the_rows_for_which_all_are_wrong(
    rows: tuple[int, int], said: list[str]
) -> None:
    document = lasting(
        {"Fn::FindInMap": ["Stages", ref("Stage"), "Hours"]},
        ref("Unit"),
        Parameters={"Stage": parameter("dev", "prod"), "Unit": parameter("hours", "days")},
        Mappings={"Stages": {name: {"Hours": hours} for name, hours in zip(("dev", "prod"), rows, strict=True)}},
    )
    whatever = "whatever Unit is, for instance when Unit is hours"
    assert [when for _, when in told(document)] == [f"when Stage is {stage}, {whatever}" for stage in said]


@in_turn(
    ("hours", "units", "said"),
    [
        (
            (48, 72),
            ("hours", "days"),
            ["48 Stage is dev, whatever Size is, s", "72 Stage is prod, whatever Size is, s"],
        ),
        ((24, 72), ("hours", "days"), ["72 Stage is prod, whatever Size is, s", "24 Size is l and Stage is dev"]),
        ((24, 72), ("hours", "hours"), ["72 Stage is prod, whatever Size is, s"]),
        ((1, 12), ("hours", "days"), ["12 Size is l and Stage is prod"]),
        ((5, 12), ("hours", "minutes"), []),
    ],
)
def test_a_row_that_is_wrong_whatever_another_key_is_makes_one_finding(
    hours: tuple[int, int], units: tuple[str, str], said: list[str]
) -> None:
    document = lasting(
        {"Fn::FindInMap": ["Stages", ref("Stage"), "Hours"]},
        {"Fn::FindInMap": ["Sizes", ref("Size"), "Unit"]},
        Parameters={"Stage": parameter("dev", "prod"), "Size": parameter("s", "l")},
        Mappings={
            "Stages": {name: {"Hours": each} for name, each in zip(("dev", "prod"), hours, strict=True)},
            "Sizes": {name: {"Unit": each} for name, each in zip(("s", "l"), units, strict=True)},
        },
    )
    found = [
        f"{message.removeprefix('The access token lives ').split()[0]} {when.removeprefix('when ')}"
        for message, when in told(document)
    ]
    assert [each.replace("for instance when Size is ", "") for each in found] == said


def test_one_place_that_is_wrong_in_other_words_for_each_key_makes_a_finding_for_each() -> None:
    """Nothing else takes part, so each row is one to change."""
    document = lasting(
        48,
        {"Fn::FindInMap": ["Sizes", ref("Size"), "Unit"]},
        Parameters={"Size": parameter("s", "l")},
        Mappings={"Sizes": {"s": {"Unit": "hours"}, "l": {"Unit": "days"}}},
    )
    assert [when for _, when in told(document)] == ["when Size is s", "when Size is l"]


def test_conditions_that_only_some_of_the_values_ask_for_count_too() -> None:
    document = lasting(
        {"Fn::FindInMap": ["Stages", ref("Stage"), {"Fn::If": ["IsProd", "Long", "Short"]}]},
        {"Fn::If": ["IsProd", ref("Unit"), "days"]},
        Parameters={"Stage": parameter("dev"), "Unit": parameter("hours", "days"), "Other": parameter()},
        Conditions={"IsProd": equals(ref("Other"), "prod")},
        Mappings={"Stages": {"dev": {"Long": 48, "Short": 1}}},
    )
    assert [when for _, when in told(document)] == [
        "when IsProd is true, whatever Unit is, for instance when Unit is hours"
    ]


def test_more_combinations_than_are_looked_at_are_not_told() -> None:
    many = {"Count": parameter(*map(str, range(48, 248))), "Unit": parameter("hours", "days")}
    assert told(lasting(ref("Count"), ref("Unit"), Parameters=many)) == []


def test_words_that_are_the_same_for_all_values_say_nothing_of_them() -> None:
    parameters = {"Count": parameter("48"), "Unit": parameter("hours")}
    assert [when for _, when in told(lasting(ref("Count"), ref("Unit"), Parameters=parameters))] == [""]
