"""Each intrinsic function, resolved as far as one deployment is known: known, partly known, unknown, and where from."""

from __future__ import annotations

from typing import Any

from cfn_lint_cognito.engine.scenarios.enumeration import scenarios
from cfn_lint_cognito.engine.template.template import Template
from cfn_lint_cognito.engine.values.text import Hole, Text
from cfn_lint_cognito.engine.values.value import Entries, Items, Known, Origin, Unknown, Value, text_of
from in_turn import in_turn

PATH = ("Resources", "Client", "Properties", "ClientName")
DOCUMENT: dict[str, Any] = {
    "Parameters": {
        "Name": {"Type": "String", "Default": "web"},
        "Open": {"Type": "String"},
        "Texts": {"Type": "String", "Default": "a,b"},
        "List": {"Type": "CommaDelimitedList", "Default": "a,b"},
        "OpenList": {"Type": "CommaDelimitedList"},
        "Stored": {"Type": "String", "Default": "{{resolve:ssm:/auth/name}}"},
        "PartlyStored": {"Type": "CommaDelimitedList", "Default": "a,{{resolve:ssm:/auth/name}}"},
    },
    "Mappings": {
        "Names": {"us-east-1": {"Web": "east", "All": ["x", "y"], "Stored": "{{resolve:ssm:/auth/name}}"}},
        "Included": {"Fn::Transform": {"Name": "AWS::Include"}},
    },
    "Conditions": {
        "Yes": {"Fn::Equals": ["a", "a"]},
        "No": {"Fn::Equals": ["a", "b"]},
        "Odd": {"Fn::Equals": ["a"]},
    },
    "Resources": {
        "Pool": {"Type": "AWS::Cognito::UserPool"},
        "Google": {
            "Type": "AWS::Cognito::UserPoolIdentityProvider",
            "Properties": {"ProviderName": {"Fn::If": ["Yes", "Google", "Facebook"]}},
        },
        "Api": {
            "Type": "AWS::Cognito::UserPoolResourceServer",
            "Properties": {"Identifier": {"Fn::Sub": "api-${Open}"}},
        },
        "Circle": {"Type": "AWS::Cognito::UserPoolResourceServer", "Properties": {"Identifier": {"Ref": "Circle"}}},
    },
}
NO_VALUE = {"Ref": "AWS::NoValue"}
OPEN = Hole("Ref", "Open")


def resolve(written: Any, document: dict[str, Any] = DOCUMENT) -> Value | None:
    """What is made of a value in the only deployment there is."""
    found: list[Value | None] = []
    template = Template(document=document, regions=("us-east-1",))
    results = scenarios(template, lambda view: found.append(view.resolver.value(written, PATH)) or True).judged
    assert len(results) == 1
    return found[-1]


def plain(value: Value | None) -> Any:
    if isinstance(value, Known):
        return value.value
    if isinstance(value, Items):
        return [plain(item) for item in value.values]
    if isinstance(value, Entries):
        return {key: plain(entry) for key, entry in value.values.items()}
    return None if value is None else ...


@in_turn(
    ("written", "known"),
    [
        ("web", "web"),
        (60, 60),
        (True, True),
        (["a", NO_VALUE, "b"], ["a", "b"]),
        ({"a": 1, "b": NO_VALUE}, {"a": 1}),
        ({1: "a"}, {"1": "a"}),
        (NO_VALUE, None),
        ({"Ref": "Name"}, "web"),
        ({"Ref": "List"}, ["a", "b"]),
        ({"Ref": "Google"}, "Google"),
        ({"Ref": "AWS::Region"}, "us-east-1"),
        ({"Ref": "AWS::Partition"}, "aws"),
        ({"Ref": "AWS::URLSuffix"}, "amazonaws.com"),
        ({"Fn::If": ["Yes", "a", "b"]}, "a"),
        ({"Fn::If": ["No", "a", NO_VALUE]}, None),
        ({"Fn::If": ["No", "a", {"Fn::If": ["Yes", ["b"], "c"]}]}, ["b"]),
        ([{"Fn::If": ["No", "a", NO_VALUE]}, {"Fn::If": ["Yes", "b", NO_VALUE]}], ["b"]),
        ({"Fn::Sub": "${Name}-${AWS::Region}"}, "web-us-east-1"),
        ({"Fn::Sub": ["${Kind}.${Name}", {"Kind": {"Fn::Select": [1, {"Ref": "List"}]}}]}, "b.web"),
        ({"Fn::Sub": ["${Name}", {"Name": "shadowed"}]}, "shadowed"),
        ({"Fn::Sub": "${!Literal} $Name ${ Name }"}, "${Literal} $Name web"),
        ({"Fn::Sub": "${Google}"}, "Google"),
        ({"Fn::Join": ["-", ["a", {"Ref": "Name"}, 5, True]]}, "a-web-5-true"),
        ({"Fn::Join": [",", {"Ref": "List"}]}, "a,b"),
        ({"Fn::Join": ["-", ["a", NO_VALUE, "b"]]}, "a-b"),
        ({"Fn::Join": ["", []]}, ""),
        ({"Fn::Split": [",", "a,b,"]}, ["a", "b", ""]),
        ({"Fn::Split": [",", {"Fn::Join": [",", {"Ref": "List"}]}]}, ["a", "b"]),
        ({"Fn::Select": [1, ["a", "b"]]}, "b"),
        ({"Fn::Select": ["0", {"Ref": "List"}]}, "a"),
        ({"Fn::FindInMap": ["Names", "us-east-1", "Web"]}, "east"),
        ({"Fn::FindInMap": ["Names", {"Ref": "AWS::Region"}, {"Fn::Sub": "Web"}]}, "east"),
        ({"Fn::FindInMap": ["Names", "us-east-1", "All"]}, ["x", "y"]),
        ({"Fn::FindInMap": ["Names", "eu-west-1", "Web", {"DefaultValue": "none"}]}, "none"),
    ],
)
def test_known(written: Any, known: Any) -> None:
    assert plain(resolve(written)) == known


@in_turn(
    ("written", "parts"),
    [
        ({"Ref": "Open"}, (OPEN,)),
        ({"Ref": "Nowhere"}, (Hole("Ref", "Nowhere"),)),
        ({"Ref": "Pool"}, (Hole("Ref", "Pool"),)),
        ({"Ref": "Circle"}, (Hole("Ref", "Circle"),)),
        ({"Ref": "AWS::AccountId"}, (Hole("Ref", "AWS::AccountId"),)),
        ({"Ref": "Api"}, ("api-", OPEN)),
        ({"Fn::GetAtt": "Pool.Arn"}, (Hole("Fn::GetAtt", "Pool.Arn"),)),
        ({"Fn::GetAtt": ["Nested", "Outputs.Id"]}, (Hole("Fn::GetAtt", "Nested.Outputs.Id"),)),
        ({"Fn::Sub": "${Pool.Arn}/x"}, (Hole("Fn::GetAtt", "Pool.Arn"), "/x")),
        ({"Fn::Sub": "https://${Open}.${Name}"}, ("https://", OPEN, ".web")),
        ({"Fn::Join": ["", ["https://", {"Ref": "Open"}, ".", {"Ref": "Name"}]]}, ("https://", OPEN, ".web")),
        ({"Fn::Sub": ["${Api}/read", {}]}, ("api-", OPEN, "/read")),
        ("{{resolve:ssm:/a}}", (Hole("dynamic reference", "ssm:/a"),)),
        ("x-{{resolve:ssm:/a}}-y", ("x-", Hole("dynamic reference", "ssm:/a"), "-y")),
        ({"Ref": "Stored"}, (Hole("dynamic reference", "ssm:/auth/name"),)),
        ({"Fn::Sub": "{{resolve:ssm:/${Name}}}"}, (Hole("dynamic reference", "ssm:/web"),)),
        ({"Fn::Sub": "${Stored}/x"}, (Hole("dynamic reference", "ssm:/auth/name"), "/x")),
        ({"Fn::FindInMap": ["Names", "us-east-1", "Stored"]}, (Hole("dynamic reference", "ssm:/auth/name"),)),
    ],
)
def test_partly_known(written: Any, parts: tuple[str | Hole, ...]) -> None:
    value = resolve(written)
    assert isinstance(value, Unknown)
    assert value.text == Text(parts)


@in_turn(
    "written",
    [
        None,
        {"Ref": 5},
        {"Ref": ["Name"]},
        {"Ref": "OpenList"},
        {"Condition": "Yes"},
        {"Fn::ImportValue": "x"},
        {"Fn::ImportValue": {"Fn::Sub": "${Name}"}},
        {"Fn::GetAtt": "Pool"},
        {"Fn::GetAtt": ["Pool", {"Ref": "Open"}]},
        {"Fn::GetAtt": None},
        {"Fn::If": ["Odd", "a", "b"]},
        {"Fn::If": ["Nowhere", "a", "a"]},
        {"Fn::If": ["Yes", "a"]},
        {"Fn::If": [["Yes"], "a", "b"]},
        {"Fn::If": "Yes"},
        {"Fn::Sub": 5},
        {"Fn::Sub": ["${A}"]},
        {"Fn::Sub": ["${A}", {"A": NO_VALUE}]},
        {"Fn::Sub": ["${A}", {"A": ["a"]}]},
        {"Fn::Sub": "${List}"},
        {"Fn::Join": ["-", {"Ref": "OpenList"}]},
        {"Fn::Join": ["-", "ab"]},
        {"Fn::Join": [5, ["a"]]},
        {"Fn::Join": ["-", [["a"]]]},
        {"Fn::Join": "-"},
        {"Fn::Split": [",", {"Ref": "Open"}]},
        {"Fn::Split": [",", {"Fn::Sub": "a,${Open}"}]},
        {"Fn::Split": [",", ["a"]]},
        {"Fn::Split": ["", "a"]},
        {"Fn::Split": ["a"]},
        {"Fn::Select": [2, ["a", "b"]]},
        {"Fn::Select": [-1, ["a", "b"]]},
        {"Fn::Select": [{"Ref": "Open"}, ["a", "b"]]},
        {"Fn::Select": [0, {"Ref": "OpenList"}]},
        {"Fn::Select": [0, [NO_VALUE, "b"]]},
        {"Fn::Select": [0, "ab"]},
        {"Fn::Select": 0},
        {"Fn::Select": ["9" * 5_000, ["a"]]},
        {"Fn::FindInMap": ["Names", "eu-west-1", "Web"]},
        {"Fn::FindInMap": ["Nowhere", "us-east-1", "Web"]},
        {"Fn::FindInMap": ["Names", "us-east-1", {"Ref": "AWS::AccountId"}]},
        {"Fn::FindInMap": ["Included", "us-east-1", "Web"]},
        {"Fn::FindInMap": ["Names", "us-east-1"]},
        {"Fn::FindInMap": "Names"},
        {"Fn::Transform": {"Name": "AWS::Include"}},
        {"a": 1, "Fn::Transform": {"Name": "AWS::Include"}},
        {"a": 1, "Fn::ForEach::Loop": ["x", ["y"], {"${x}": 1}]},
        {"Fn::If": ["Yes", "a", "b"], "c": 1},
        {"Fn::Base64": "x"},
        {"Fn::Length": ["a"]},
        {"Fn::Unheard": {1: "a", "b": 2, None: 3}},
        {"Fn::Unheard": {("a", "b"): 1}},
    ],
)
def test_unknown(written: Any) -> None:
    value = resolve(written)
    assert isinstance(value, Unknown)
    assert value.text is None or value.text.known is None
    assert resolve(written) == value, "what is written the same way is the same"


def test_texts_that_will_be_equal_are_equal() -> None:
    sub = resolve({"Fn::Sub": "https://${Open}/cb"})
    join = resolve({"Fn::Join": ["", ["https://", {"Ref": "Open"}, "/cb"]]})
    assert text_of(sub) == text_of(join)
    imported = [resolve({"Fn::ImportValue": name}) for name in ("a", "a", "b")]
    assert text_of(imported[0]) == text_of(imported[1]) != text_of(imported[2])


def test_unknown_items_stay_in_their_list() -> None:
    value = resolve({"Ref": "PartlyStored"})
    assert isinstance(value, Items)
    assert plain(value) == ["a", ...]


@in_turn(
    ("written", "origin"),
    [
        ("web", Origin.at(PATH)),
        ({"Ref": "Name"}, Origin(PATH, ("Parameters", "Name", "Default"), "the Default of parameter Name")),
        ({"Fn::If": ["Yes", "a", "b"]}, Origin.at((*PATH, "Fn::If", 1))),
        ({"Fn::If": ["No", "a", {"Fn::If": ["Yes", "b", "c"]}]}, Origin.at((*PATH, "Fn::If", 2, "Fn::If", 1))),
        (
            {"Fn::If": ["No", "a", {"Ref": "Name"}]},
            Origin((*PATH, "Fn::If", 2), ("Parameters", "Name", "Default"), "the Default of parameter Name"),
        ),
        ({"Fn::Sub": "${Name}"}, Origin(PATH, ("Parameters", "Name", "Default"), "the Default of parameter Name")),
        ({"Fn::Sub": "a ${Name}"}, Origin.at(PATH)),
        ({"Fn::Join": ["", ["a", {"Ref": "Name"}]]}, Origin.at(PATH)),
        ({"Fn::Select": [1, ["a", "b"]]}, Origin.at((*PATH, "Fn::Select", 1, 1))),
        (
            {"Fn::FindInMap": ["Names", "us-east-1", "Web"]},
            Origin(PATH, ("Mappings", "Names", "us-east-1", "Web"), "Mappings.Names.us-east-1.Web"),
        ),
        (
            {"Fn::FindInMap": ["Names", "x", "Web", {"DefaultValue": "d"}]},
            Origin.at((*PATH, "Fn::FindInMap", 3, "DefaultValue")),
        ),
        ({"Ref": "Google"}, Origin.at(PATH)),
    ],
)
def test_where_a_value_comes_from(written: Any, origin: Origin) -> None:
    value = resolve(written)
    assert value is not None
    assert value.origin == origin


def test_where_items_come_from() -> None:
    default = Origin(PATH, ("Parameters", "List", "Default"), "the Default of parameter List")
    for written in ({"Ref": "List"}, {"Fn::Split": [",", {"Ref": "Name"}]}):
        value = resolve(written)
        assert isinstance(value, Items)
        assert {item.origin.used_at for item in value.values} == {PATH}
    listed = resolve({"Ref": "List"})
    assert isinstance(listed, Items)
    assert {item.origin for item in listed.values} == {default}
    split = resolve({"Fn::Split": [",", {"Ref": "Texts"}]})
    assert isinstance(split, Items)
    texts = Origin(PATH, ("Parameters", "Texts", "Default"), "the Default of parameter Texts")
    assert [(plain(item), item.origin) for item in split.values] == [("a", texts), ("b", texts)]
    assert split.origin == texts
    mixed = resolve(["a", {"Fn::If": ["Yes", "b", "c"]}])
    assert isinstance(mixed, Items)
    assert [item.origin.used_at for item in mixed.values] == [(*PATH, 0), (*PATH, 1, "Fn::If", 1)]


@in_turn(
    ("properties", "keys", "known"),
    [
        ({"TokenValidityUnits": {"AccessToken": "days"}}, ("TokenValidityUnits", "AccessToken"), "days"),
        ({"TokenValidityUnits": {"AccessToken": "days"}}, ("TokenValidityUnits", "IdToken"), None),
        ({}, ("TokenValidityUnits", "IdToken"), None),
        ({"TokenValidityUnits": NO_VALUE}, ("TokenValidityUnits", "IdToken"), None),
        ({"Fn::If": ["No", {}, {"ClientName": {"Fn::If": ["Yes", "a", "b"]}}]}, ("ClientName",), "a"),
        (
            {"TokenValidityUnits": {"Fn::If": ["Yes", {"IdToken": "days"}, NO_VALUE]}},
            ("TokenValidityUnits", "IdToken"),
            "days",
        ),
        ({"TokenValidityUnits": {"Fn::If": ["Odd", {}, {}]}}, ("TokenValidityUnits", "IdToken"), ...),
        ({"TokenValidityUnits": "odd"}, ("TokenValidityUnits", "IdToken"), ...),
        ({"ClientName": "a", "Fn::Transform": {}}, ("ClientName",), "a"),
        ({"ClientName": "a", "Fn::Transform": {}}, ("UserPoolId",), ...),
        (None, ("ClientName",), ...),
        ([], ("ClientName",), ...),
    ],
)
def test_the_value_below_keys(properties: Any, keys: tuple[str, ...], known: Any) -> None:
    template = Template(document=DOCUMENT, regions=("us-east-1",))
    (judged,) = scenarios(template, lambda view: [view.resolver.at(properties, PATH[:3], keys)]).judged
    found = judged.result
    assert plain(found[0]) == known
