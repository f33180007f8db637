"""What `check` is given: whoever gives it the wrong thing is told so, and what to write. Silence would look like praise."""

from __future__ import annotations

import io
import json
from collections import ChainMap, UserDict, UserList
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from cfn_lint_cognito import Finding, check
from cfn_lint_cognito.engine.hosts.arguments import MOST_LEVELS
from in_turn import in_turn

CLIENT = "AWS::Cognito::UserPoolClient"


def template(**properties: Any) -> dict[str, Any]:
    """A client with a mistake that depends on nothing, one that depends on a parameter, and one that depends on the region."""
    common = {"UserPoolId": "us-east-1_a1B2c3D4e", "SupportedIdentityProviders": ["COGNITO"]}
    by_region = {"Fn::FindInMap": ["Hours", {"Ref": "AWS::Region"}, "Access"]}
    return {
        "Parameters": {"Hours": {"Type": "Number"}, "Scopes": {"Type": "CommaDelimitedList"}},
        "Mappings": {"Hours": {"eu-west-1": {"Access": 48}, "us-east-1": {"Access": 12}}},
        "Resources": {
            "Always": {"Type": CLIENT, "Properties": {**common, "WriteAttributes": ["email_verified"]}},
            "ByParameter": {"Type": CLIENT, "Properties": {**common, "AccessTokenValidity": {"Ref": "Hours"}}},
            "ByRegion": {"Type": CLIENT, "Properties": {**common, "AccessTokenValidity": by_region, **properties}},
        },
    }


def found(given: Any, **options: Any) -> set[tuple[str, str]]:
    return {(finding.rule, finding.resource) for finding in check(given, **options)}


ALL = {("E9571", "Always"), ("E9511", "ByParameter"), ("E9511", "ByRegion")}


class Template:
    """As aws_cdk.assertions has it."""

    def to_json(self) -> dict[str, Any]:
        return template()


class Frozen(Mapping[str, Any]):
    """A mapping that makes what it holds anew each time."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data

    def __getitem__(self, key: str) -> Any:
        return frozen(self.data[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self.data)

    def __len__(self) -> int:
        return len(self.data)


def frozen(data: Any) -> Any:
    if isinstance(data, dict):
        return Frozen(data)
    return tuple(map(frozen, data)) if isinstance(data, list) else data


def wrapped(data: Any, mapping: Any, sequence: Any) -> Any:
    if isinstance(data, dict):
        return mapping({key: wrapped(value, mapping, sequence) for key, value in data.items()})
    return sequence([wrapped(item, mapping, sequence) for item in data]) if isinstance(data, list) else data


@pytest.mark.parametrize(
    "given",
    [
        template(),
        frozen(template()),
        wrapped(template(), MappingProxyType, tuple),
        wrapped(template(), UserDict, UserList),
        wrapped(template(), ChainMap, tuple),
        json.dumps(template()),
        json.dumps(template(), indent="\t"),
    ],
    ids=["dict", "made anew", "MappingProxyType", "UserDict", "ChainMap", "text", "text with tabs"],
)
@in_turn("regions", [["eu-west-1"], ("eu-west-1",), {"eu-west-1"}, dict.fromkeys(["eu-west-1"])], ids=repr)
def test_every_mapping_and_sequence_is_taken(given: Any, regions: Any) -> None:
    assert found(given, regions=regions, parameters={"Hours": 48}) == ALL
    assert found(given, regions=["eu-west-1"], parameters=MappingProxyType({"Hours": 48, "Scopes": ("a", "b")})) == ALL


REFUSED: list[tuple[Any, type[Exception], str]] = [
    (None, TypeError, "not None"),
    (5, TypeError, "not int"),
    ([template()], TypeError, "not list"),
    ((), TypeError, "not tuple"),
    (Template(), TypeError, r"not Template: write check\(template.to_json\(\)\)"),
    (Path("template.yaml"), TypeError, r"write check\(path.read_text\(\)\)"),
    (b"Resources: {}", TypeError, r"not bytes: write check\(data.decode\(\)\)"),
    (io.StringIO("Resources: {}"), TypeError, r"not StringIO: write check\(file.read\(\)\)"),
    ("template.yaml", ValueError, r"check\(Path\('template.yaml'\).read_text\(\)\)"),
    ("", ValueError, "line 1"),
    ("Resources:\n  A: 1\n  A: 2\n", ValueError, "line 3"),
]


@in_turn(("given", "error", "words"), REFUSED)
def test_what_is_no_template_is_refused(given: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        check(given)


WRONG: list[tuple[dict[str, Any], type[Exception], str]] = [
    ({"regions": "eu-west-1"}, TypeError, r"write regions=\['eu-west-1'\]"),
    ({"regions": b"eu-west-1"}, TypeError, "not a text"),
    ({"regions": []}, ValueError, r'write regions=\["eu-west-1"\]'),
    ({"regions": ()}, ValueError, "empty"),
    ({"regions": None}, TypeError, "not None"),
    ({"regions": 5}, TypeError, "not int"),
    ({"regions": [None]}, TypeError, "None, which is no text"),
    ({"regions": ["eu-west-1", 5]}, TypeError, "5, which is no text"),
    ({"parameters": {"Hour": 48}}, ValueError, "no parameter Hour. Did you mean Hours?"),
    ({"parameters": {"Stage": "prod"}}, ValueError, "no parameter Stage. It has Hours, Scopes."),
    ({"parameters": {5: 48}}, ValueError, "no parameter 5"),
    (
        {"parameters": [{"ParameterKey": "Hours", "ParameterValue": "48"}]},
        TypeError,
        "mapping of names to values, not list",
    ),
    ({"parameters": "Hours=48"}, TypeError, "not str"),
    ({"parameters": []}, TypeError, "not list"),
    ({"parameters": {"Hours": None}}, TypeError, "NoneType for Hours"),
    ({"parameters": {"Hours": {"Ref": "x"}}}, TypeError, "dict for Hours"),
    ({"parameters": {"Scopes": [{}]}}, TypeError, "list for Scopes"),
    ({"parameters": {"Hours": b"48"}}, TypeError, "bytes for Hours"),
]


@pytest.mark.parametrize("given", [template(), json.dumps(template())], ids=["mapping", "text"])
@in_turn(("options", "error", "words"), WRONG, ids=lambda each: repr(each)[:60])
def test_wrong_options_are_refused(given: Any, options: dict[str, Any], error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        check(given, **options)


def test_no_message_shows_the_value_of_a_parameter() -> None:
    for parameters in ({"Unknown": "s3cret"}, {"Hours": b"s3cret"}, {"Hours": ["s3cret", None]}):
        with pytest.raises((TypeError, ValueError)) as refused:
            check(template(), parameters=parameters)
        assert "s3cret" not in str(refused.value)


def test_a_template_without_parameters_has_none() -> None:
    with pytest.raises(ValueError, match=r"no parameter Hours\. It has none"):
        check({"Resources": {}}, parameters={"Hours": 48})
    assert check({"Resources": {}}, parameters={}) == []


def test_an_include_may_declare_other_parameters() -> None:
    given = template()
    given["Parameters"]["Fn::Transform"] = {"Name": "AWS::Include"}
    assert found(given, regions=["eu-west-1"], parameters={"Hours": 48, "Other": 5}) == ALL


def test_what_is_given_is_left_as_it_is_and_comes_back_in_the_findings() -> None:
    given = template()
    before = json.dumps(given)
    findings = check(given, regions=["eu-west-1"], parameters={"Hours": 48})
    assert json.dumps(given) == before
    assert all(isinstance(finding, Finding) and finding.line is finding.column is None for finding in findings)


def cyclic() -> Iterator[tuple[Any, str]]:
    within_mapping = template()
    within_mapping["Resources"]["Always"]["Properties"]["Schema"] = within_mapping
    yield within_mapping, "holds itself at Resources/Always/Properties/Schema"
    items: list[Any] = []
    items.append({"x": items})
    yield template(CallbackURLs=items), "holds itself at Resources/ByRegion/Properties/CallbackURLs/0/x"
    itself: dict[str, Any] = {}
    itself["itself"] = itself
    yield itself, "holds itself at itself"
    deep = UserList[Any]([])
    deep.append(deep)
    yield {"Metadata": deep}, "holds itself at Metadata/0"


@in_turn(("given", "words"), list(cyclic()), ids=lambda each: each if isinstance(each, str) else "")
def test_what_holds_itself_is_refused(given: Any, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        check(given)


def doubled(times: int) -> Any:
    value: Any = {"a": "b"}
    for _ in range(times):
        value = {"left": value, "right": value}
    return value


def test_objects_that_are_used_twice_are_read_twice() -> None:
    shared = {"UserPoolId": "us-east-1_a1B2c3D4e", "WriteAttributes": ["email_verified"]}
    one, other = ({"Type": CLIENT, "Properties": shared} for _ in range(2))
    assert {("E9571", "One"), ("E9571", "Other")} <= found(
        {"Resources": {"One": one, "Other": other}, "Metadata": doubled(14)}
    )


@in_turn("place", ["Metadata", "Mappings", "Resources"])
def test_objects_that_are_used_again_and_again_are_refused(place: str) -> None:
    with pytest.raises(ValueError, match="more than 250,000 values, since it uses the same objects again and again at"):
        check({**template(), place: doubled(64)})


def test_a_large_template_is_no_mistake() -> None:
    large = {**template(), "Metadata": {str(number): [number, {}] for number in range(100_000)}}
    assert ("E9571", "Always") in found(large)


KINDS = {
    "list": lambda value: [value],
    "mapping": lambda value: {"a": value},
    "Fn::If": lambda value: {"Fn::If": ["Nowhere", value, "b"]},
    "Fn::Join": lambda value: {"Fn::Join": ["", [value]]},
    "Fn::Sub": lambda value: {"Fn::Sub": ["${x}", {"x": value}]},
    "Fn::Select": lambda value: {"Fn::Select": [0, [value, "b"]]},
    "unheard of": lambda value: {"Fn::Unheard": value},
}


def nested(kind: str, levels: int) -> Any:
    """A value that is nested as deep as that, or a little less."""
    value: Any = "https://app.example.com"
    for _ in range(levels // depth(KINDS[kind](""))):
        value = KINDS[kind](value)
    return value


def depth(value: Any) -> int:
    if isinstance(value, (dict, list)):
        return 1 + max(map(depth, value.values() if isinstance(value, dict) else value))
    return 0


@pytest.mark.parametrize(
    "property_name", ["ClientName", "CallbackURLs", "UserPoolId", "AllowedOAuthScopes", "TokenValidityUnits"]
)
@in_turn("kind", KINDS)
def test_what_is_nested_deeply_is_judged_or_refused(kind: str, property_name: str) -> None:
    for levels in (50, 100, MOST_LEVELS - 8):
        given = template(**{property_name: nested(kind, levels)})
        findings = check(given, regions=["eu-west-1"], advice=True)
        assert not [finding for finding in findings if not finding.resource], "how a rule is told that failed"
        assert ("E9571", "Always") in {(finding.rule, finding.resource) for finding in findings}
    for levels in (MOST_LEVELS, 5000):
        with pytest.raises(ValueError, match=f"nested deeper than {MOST_LEVELS} levels"):
            check(template(**{property_name: nested(kind, levels)}))
