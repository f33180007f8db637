"""Regions that somebody named decide the conditions on AWS::Region and on what follows from it."""

from __future__ import annotations

from typing import Any

from cfn_lint_cognito import check
from cfn_lint_cognito.engine.facts.coexistence import may_have_both, may_lack
from in_turn import in_turn
from scenario_templates import Document, equals, parameter, ref, template, template_in
from test_scenarios import results, values

PARTITION = ref("AWS::Partition")
REGION = ref("AWS::Region")
FIRST_PART = {"Fn::Select": [0, {"Fn::Split": ["-", REGION]}]}
CONDITIONS = {
    "InChina": equals(PARTITION, "aws-cn"),
    "HasChineseNames": equals({"Fn::Sub": "cognito.${AWS::URLSuffix}"}, "cognito.amazonaws.com.cn"),
    "InTokyo": equals("ap-northeast-1", REGION),
    "InAsia": equals(FIRST_PART, "ap"),
    "InNoOther": {"Fn::Or": [{"Condition": "InTokyo"}, {"Condition": "InChina"}]},
}
REGIONS = {
    "eu-west-1": {},
    "cn-north-1": {"InChina", "HasChineseNames", "InNoOther"},
    "ap-northeast-1": {"InTokyo", "InAsia", "InNoOther"},
    "us-gov-west-1": {},
}
"""The conditions that hold in each region."""


def branch(name: str) -> Document:
    return {"Fn::If": [name, "yes", "no"]}


def truths(region: str, *names: str) -> tuple[str, ...]:
    return tuple("yes" if name in REGIONS[region] else "no" for name in names)


@in_turn("region", REGIONS)
def test_one_named_region_decides_every_condition_on_it(region: str) -> None:
    read = template_in(region, Conditions=CONDITIONS)
    assert results(read, *map(branch, CONDITIONS)) == [truths(region, *CONDITIONS)]


@in_turn("regions", [["eu-west-1", "cn-north-1"], ["us-gov-west-1", "eu-west-1"], [*REGIONS]], ids=str)
def test_of_several_named_regions_each_is_judged_and_no_other(regions: list[str]) -> None:
    read = template_in(*regions, Conditions=CONDITIONS)
    assert set(results(read, *map(branch, CONDITIONS))) == {truths(region, *CONDITIONS) for region in regions}
    for name in CONDITIONS:
        assert set(results(read, branch(name))) == {truths(region, name)[0] for region in regions}
        expected = {(*truths(region, name), region) for region in regions}
        assert set(results(read, branch(name), REGION)) == expected
        assert {(truth, region) for region, truth in results(read, REGION, branch(name))} == expected


def test_a_region_that_is_named_twice_is_one() -> None:
    read = template_in("eu-west-1", "eu-west-1", Mappings={"Names": {"eu-west-1": {"Name": "web"}}})
    assert values(read, {"Fn::FindInMap": ["Names", REGION, "Name"]}) == [({}, "web")]


@in_turn("name", CONDITIONS)
def test_the_region_of_a_host_that_was_named_none_decides_nothing(name: str) -> None:
    assert set(results(template({"Conditions": CONDITIONS}), branch(name))) == {"yes", "no"}


def test_a_parameter_that_is_compared_with_the_region_is_bound_by_it() -> None:
    document = {
        "Parameters": {"Home": parameter(), "Known": parameter("eu-west-1", "us-east-1")},
        "Conditions": {
            "IsHome": equals(ref("Home"), REGION),
            "HomeIsEast": equals(ref("Home"), "us-east-1"),
            "IsKnown": equals(ref("Known"), REGION),
        },
    }
    branches = [branch("IsHome"), branch("HomeIsEast")]
    assert sorted(results(template_in("eu-west-1", **document), *branches)) == [
        ("no", "no"),
        ("no", "yes"),
        ("yes", "no"),
    ]
    assert len(results(template_in("eu-west-1", "us-east-1", **document), *branches)) == 4
    assert results(template_in("ap-south-1", "ap-south-2", **document), branch("IsKnown")) == ["no"]
    assert sorted(results(template_in("ap-south-1", "us-east-1", **document), branch("IsKnown"), ref("Known"))) == [
        ("no", "eu-west-1"),
        ("no", "us-east-1"),
        ("yes", "us-east-1"),
    ]


def test_the_rules_section_is_bound_by_it_too() -> None:
    rules = {
        "OnlyInChina": {
            "RuleCondition": equals(REGION, "cn-north-1"),
            "Assertions": [{"Assert": equals(ref("Stage"), "china")}],
        }
    }
    document = {"Parameters": {"Stage": parameter("dev", "china")}, "Rules": rules}
    assert results(template_in("cn-north-1", **document), ref("Stage")) == ["china"]
    assert results(template_in("eu-west-1", **document), ref("Stage")) == ["dev", "china"]
    assert sorted(results(template_in("eu-west-1", "cn-north-1", **document), ref("Stage"), REGION)) == [
        ("china", "cn-north-1"),
        ("china", "eu-west-1"),
        ("dev", "eu-west-1"),
    ]


def test_a_name_that_another_tool_will_replace_decides_nothing() -> None:
    assert set(results(template_in("${self:provider.region}", Conditions=CONDITIONS), branch("InTokyo"))) == {
        "yes",
        "no",
    }


def test_what_a_template_can_be_elsewhere_does_not_depend_on_the_regions() -> None:
    """A fix that writes DependsOn has to be right wherever the template is deployed next."""
    resources = {
        "Web": {"Type": "AWS::Cognito::UserPoolClient", "Properties": {}},
        "Domain": {"Type": "AWS::Cognito::UserPoolDomain", "Condition": "InTokyo", "Properties": {}},
    }
    for region in REGIONS:
        read = template_in(region, Conditions=CONDITIONS, Resources=resources)
        web, domain = read.resources.values()
        assert may_lack(read, web, domain)
        assert may_have_both(read, web, domain)


# --- Findings --------------------------------------------------------------------------------------------------------


def lasting(hours: Any, **attributes: Any) -> Document:
    properties = {
        "UserPoolId": "us-east-1_a1B2c3D4e",
        "SupportedIdentityProviders": ["COGNITO"],
        "AccessTokenValidity": hours,
    }
    client = {"Type": "AWS::Cognito::UserPoolClient", "Properties": properties, **attributes}
    return {"Conditions": CONDITIONS, "Resources": {"Web": client}}


def told(document: Document, *regions: str) -> list[str]:
    return [
        f"{found.rule} {found.when}".strip() for found in check(document, **({"regions": regions} if regions else {}))
    ]


@in_turn(
    ("regions", "said"),
    [
        ((), ["E9511 when InChina is true"]),
        (("us-east-1",), []),
        (("cn-north-1",), ["E9511"]),
        (("cn-north-1", "cn-northwest-1"), ["E9511"]),
        (("eu-west-1", "us-gov-west-1"), []),
        (("eu-west-1", "cn-north-1"), ["E9511 when InChina is true"]),
    ],
)
def test_a_finding_is_told_of_the_named_regions_that_it_holds_in(regions: tuple[str, ...], said: list[str]) -> None:
    assert told(lasting({"Fn::If": ["InChina", 48, 12]}), *regions) == said


@in_turn(("regions", "said"), [((), ["E9511"]), (("us-east-1",), []), (("ap-northeast-1",), ["E9511"])])
def test_a_resource_that_no_named_region_has_is_not_judged(regions: tuple[str, ...], said: list[str]) -> None:
    assert told(lasting(48, Condition="InTokyo"), *regions) == said
