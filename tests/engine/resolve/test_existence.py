"""Which conditions CloudFormation asks of a deployment because something in it refers to a resource."""

from __future__ import annotations

from typing import Any

from cfn_lint_cognito.engine.resolve.existence import conditional_references_of
from cfn_lint_cognito.engine.template.template import Template
from in_turn import in_turn

POOL = {"Type": "AWS::Cognito::UserPool", "Condition": "HasPool"}
REF = {"Ref": "Pool"}


def needed(resource: Any, **sections: Any) -> set[tuple[str, ...]]:
    """What stands before "needs", and the condition that is needed."""
    document = {"Resources": {"Pool": POOL, "Plain": {"Type": "AWS::SNS::Topic"}, "Web": resource}, **sections}
    return {
        (*(name if truth else f"not {name}" for name, truth in sorted(reference.branches)), reference.condition)
        for reference in conditional_references_of(Template(document, ("us-east-1",)))
    }


def client(value: Any, **attributes: Any) -> Any:
    return {"Type": "AWS::Cognito::UserPoolClient", "Properties": {"UserPoolId": value}, **attributes}


@in_turn(
    "reference",
    [
        REF,
        {"Fn::GetAtt": ["Pool", "Arn"]},
        {"Fn::GetAtt": "Pool.Arn"},
        {"Fn::Sub": "id-${Pool}"},
        {"Fn::Sub": ["${Name}", {"Name": REF}]},
        {"Fn::Join": ["", [[REF]]]},
        [{"Name": REF}],
    ],
    ids=str,
)
def test_a_reference_needs_the_condition_of_what_it_is_to(reference: Any) -> None:
    assert needed(client(reference)) == {("HasPool",)}
    assert needed(client(reference, Condition="HasWeb")) == {("HasWeb", "HasPool")}
    assert needed(client({"Fn::If": ["IsProd", reference, "x"]})) == {("IsProd", "HasPool")}
    assert needed(client({"Fn::If": ["IsProd", "x", {"Fn::If": ["IsDev", reference, "y"]}]})) == {
        ("IsDev", "not IsProd", "HasPool")
    }


@in_turn(
    "resource",
    [
        client("eu-west-1_a1B2c3D4e"),
        client({"Ref": "Plain"}),
        client({"Ref": "Elsewhere"}),  # cfn-lint says E1020 in every deployment.
        client({"Fn::Sub": "${!Pool}"}),
        client({"Fn::Sub": ["${Pool}", {"Pool": "eu-west-1_a1B2c3D4e"}]}),
        client(REF, Condition="HasPool"),
        client({"Fn::If": ["HasPool", REF, "x"]}),
        client("eu-west-1_a1B2c3D4e", DependsOn="Pool"),  # CloudFormation waits for nothing then.
        client("eu-west-1_a1B2c3D4e", Metadata={"Of": REF}),
        {**client(REF), "Type": "AWS::Serverless::Function"},
    ],
    ids=str,
)
def test_what_refers_to_nothing_that_may_be_absent_needs_nothing(resource: Any) -> None:
    assert needed(resource) == set()


@in_turn(
    ("malformed", "expected"),
    [
        ({"Fn::If": ["HasPool", REF]}, {("HasPool",)}),
        ({"Fn::If": [["HasPool"], REF, REF]}, {("HasPool",)}),
        ({"Ref": ["Pool"]}, set()),
        ({"Fn::GetAtt": [REF, "Arn"]}, {("HasPool",)}),
        (None, set()),
    ],
    ids=str,
)
def test_what_is_malformed_is_taken_as_far_as_it_can_be_read(malformed: Any, expected: set[tuple[str, ...]]) -> None:
    assert needed(client(malformed)) == expected


def test_outputs_need_what_they_show() -> None:
    plain = client("eu-west-1_a1B2c3D4e")
    assert needed(plain, Outputs={"Pool": {"Value": REF}}) == {("HasPool",)}
    assert needed(plain, Outputs={"Pool": {"Value": REF, "Condition": "HasPool"}}) == set()


@in_turn("transform", ["Acme::Macro", ["AWS::Serverless-2016-10-31", "Acme::Macro"]])
def test_what_a_macro_rewrites_needs_nothing(transform: Any) -> None:
    assert needed(client(REF), Transform=transform) == set()
    assert needed(client(REF), Transform="AWS::LanguageExtensions") == {("HasPool",)}
