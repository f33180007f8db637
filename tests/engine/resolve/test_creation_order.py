"""What CloudFormation creates first, as far as a template says it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from cfn_lint_cognito.engine.resolve import references
from cfn_lint_cognito.engine.resolve.creation_order import CreationOrder
from cfn_lint_cognito.engine.resolve.references import logical_ids_in, named_in
from cfn_lint_cognito.engine.template.template import Template
from in_turn import in_turn


def awaited(name: str, **resources: dict[str, Any]) -> set[str]:
    """What the resource `name` waits for. Resources without a Type get one."""
    return set(CreationOrder(template(**resources)).dependencies_of(name))


def template(**resources: dict[str, Any]) -> Template:
    typed = {name: {"Type": "AWS::SNS::Topic", **declared} for name, declared in resources.items()}
    return Template({"Parameters": {"Stage": {"Type": "String"}}, "Resources": typed}, ("us-east-1",))


def uses(value: Any) -> dict[str, Any]:
    return {"Properties": {"TopicName": value}}


@in_turn(
    "declared",
    [
        {"DependsOn": "Other"},
        {"DependsOn": ["Other"]},
        {"DependsOn": ["Third", "Other"]},
        uses({"Ref": "Other"}),
        uses({"Fn::GetAtt": ["Other", "Arn"]}),
        uses({"Fn::GetAtt": "Other.Outputs.Arn"}),
        uses({"Fn::Sub": "${Other}"}),
        uses({"Fn::Sub": "a-${ Other }-${Other.Arn}"}),
        uses({"Fn::Sub": ["${Name}", {"Name": {"Ref": "Other"}}]}),
        uses({"Fn::Sub": ["${Name}-${Other.Arn}", {"Name": "a"}]}),
        uses({"Fn::Join": ["/", [{"Ref": "Other"}, "read"]]}),
        uses({"Fn::If": ["IsProd", "a", {"Ref": "Other"}]}),
        uses([{"deep": [{"deeper": {"Ref": "Other"}}]}]),
        {"Metadata": {"Note": {"Ref": "Other"}}},
    ],
    ids=str,
)
def test_waits_for_what_it_names(declared: dict[str, Any]) -> None:
    assert "Other" in awaited("Client", Client=declared, Other={}, Third={})


@in_turn(
    "declared",
    [
        {},
        {"DependsOn": []},
        {"DependsOn": None},
        {"DependsOn": {"Ref": 1}},
        {"DependsOn": [{"Fn::If": ["IsProd", "Other"]}, 3, None]},
        {"DependsOn": "other"},
        uses("Other"),
        uses("${Other}"),
        uses({"Fn::Sub": "${!Other}"}),
        uses({"Fn::Sub": ["${Other}", {"Other": "a"}]}),
        uses({"Fn::Sub": []}),
        uses({"Fn::Sub": [{"Other": 1}]}),
        uses({"Fn::Sub": {"Other": 1}}),
        uses({"Fn::GetAtt": []}),
        uses({"Fn::GetAtt": None}),
        uses({"Ref": ["Other"]}),
        uses({"Ref": "Stage"}),
        uses({"Ref": "AWS::Region"}),
        uses({"Condition": "Other"}),
        {"Condition": "Other"},
        {"Properties": None},
    ],
    ids=str,
)
def test_waits_for_nothing_else(declared: dict[str, Any]) -> None:
    assert awaited("Client", Client=declared, Other={}) == set()


@in_turn(
    "computed", [{"Ref": {"Fn::FindInMap": ["Names", "a", "b"]}}, {"Fn::GetAtt": [{"Ref": "Name"}, "Arn"]}], ids=str
)
def test_a_reference_whose_name_is_computed_may_be_to_anything(computed: Any) -> None:
    assert awaited("Client", Client=uses(computed), Other={}) == {"Other"}


def test_waits_through_other_resources() -> None:
    chain = {
        "Client": uses({"Ref": "Function"}),
        "Function": {"DependsOn": ["Role"]},
        "Role": uses({"Fn::Sub": "${Server.Arn}"}),
        "Server": {},
        "Unrelated": uses({"Ref": "Client"}),
    }
    assert awaited("Client", **chain) == {"Function", "Role", "Server"}
    assert awaited("Server", **chain) == set()
    assert awaited("Unrelated", **chain) == {"Client", "Function", "Role", "Server"}


def test_circles_end() -> None:
    circle = {"One": uses({"Ref": "Two"}), "Two": {"DependsOn": "Three"}, "Three": uses({"Ref": "One"}), "Four": {}}
    assert awaited("One", **circle) == {"Two", "Three"}
    assert awaited("Three", **circle) == {"One", "Two"}
    assert awaited("Self", Self=uses({"Ref": "Self"})) == set()


def test_names_that_no_resource_has_are_not_awaited() -> None:
    assert awaited("Client", Client={"DependsOn": ["Gone"], **uses({"Ref": "Lost"})}) == set()


def test_references_include_parameters() -> None:
    assert set(logical_ids_in({"a": [{"Ref": "Stage"}, {"Fn::Sub": "${AWS::Region}-${Pool.Arn}"}]})) == {
        "Stage",
        "AWS::Region",
        "Pool",
    }


@in_turn(
    ("written", "named"),
    [
        ({"Fn::GetAtt": ["Client", "ClientSecret"]}, ["Client.ClientSecret"]),
        ({"Fn::GetAtt": "Nested.Outputs.PoolId"}, ["Nested.Outputs.PoolId"]),
        ({"Fn::GetAtt": ["Client", {"Ref": "Attribute"}]}, ["Attribute", "Client"]),
        ({"Fn::GetAtt": []}, []),
        ({"Fn::Sub": "${ Client.ClientSecret }${!Literal}${Stage}"}, ["Client.ClientSecret", "Stage"]),
        ({"Fn::Sub": ["${Own}-${Stage}", {"Own": {"Ref": "Pool"}}]}, ["Pool", "Stage"]),
        ({"Fn::Sub": ["${Own}", "no map"]}, ["Own"]),
        ({"Ref": ["odd"], "Fn::Sub": 5}, []),
    ],
    ids=str,
)
def test_named_in(written: Any, named: list[str]) -> None:
    assert sorted(named_in([{"deep": written}])) == named


def reads(count: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often something written is read in a chain in which each resource waits for all before it, the longest way to wait."""
    read = []

    def counted(written: Any) -> Iterator[str]:
        read.append(written)
        return named_in(written)

    monkeypatch.setattr(references, "named_in", counted)
    order = CreationOrder(template(**{f"R{number}": uses({"Ref": f"R{number - 1}"}) for number in range(count)}))
    for number in range(count):
        assert len(order.dependencies_of(f"R{number}")) == number
    return len(read)


def test_twice_as_many_resources_are_at_most_twice_as_much_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    once, twice = (reads(count, monkeypatch) for count in (500, 1_000))
    assert 0 < twice <= 2.1 * once
