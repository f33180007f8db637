"""What policy documents allow, where they say it in one of their many spellings, and where it cannot be told."""

from __future__ import annotations

from typing import Any

from cfn_lint_cognito.engine.facts.permissions.policies import allows, conditions_of, is_plain, statements_of, trusts
from cfn_lint_cognito.engine.values.text import REF, Hole, Text
from cfn_lint_cognito.engine.values.value import Entries, Items, Known, Origin, Unknown, Value
from in_turn import in_turn

HERE = Origin.at(("Resources", "Role"))
UNKNOWN = object()


def value(written: Any) -> Value:
    if written is UNKNOWN:
        return Unknown({"Ref": "Parameter"}, HERE, Text((Hole(REF, "Parameter"),)))
    if isinstance(written, dict):
        return Entries({key: value(each) for key, each in written.items()}, HERE)
    if isinstance(written, list):
        return Items(tuple(map(value, written)), HERE)
    return Known(written, HERE)


def statement(**elements: Any) -> Entries:
    made = value({"Effect": "Allow", **elements})
    assert isinstance(made, Entries)
    return made


@in_turn(
    ("elements", "allowed"),
    [
        ({"Action": "sns:Publish"}, True),
        ({"Action": "SNS:publish"}, True),
        ({"Action": ["s3:GetObject", "sns:Pub*"]}, True),
        ({"Action": "sns:Publis?"}, True),
        ({"Action": "*"}, True),
        ({"Action": "sns:Publish?"}, False),
        ({"Action": "sns:[P]ublish"}, False),
        ({"Action": ["sns:Subscribe", "s3:*"]}, False),
        ({"Action": []}, False),
        ({"Action": UNKNOWN}, None),
        ({"Action": ["s3:*", UNKNOWN]}, None),
        ({"Action": ["sns:*", UNKNOWN]}, True),
        ({"NotAction": "s3:*"}, True),
        ({"NotAction": ["sns:*"]}, False),
        ({"NotAction": UNKNOWN}, None),
        ({}, None),
        ({"Action": "sns:*", "Effect": "Deny"}, False),
        ({"Action": "sns:*", "Effect": UNKNOWN}, None),
    ],
)
def test_whether_a_statement_allows_an_action(elements: dict[str, Any], allowed: bool | None) -> None:
    assert allows(statement(**elements), "sns:Publish") is allowed


@in_turn(
    ("principal", "trusted"),
    [
        ({"Service": "cognito-idp.amazonaws.com"}, True),
        ({"Service": ["lambda.amazonaws.com", "cognito-idp.amazonaws.com"]}, True),
        ({"Service": "lambda.amazonaws.com"}, False),
        ({"Federated": "cognito-idp.amazonaws.com"}, False),
        ({}, False),
        ({"Service": "cognito-idp.amazonaws.com.cn"}, None),
        ({"Service": UNKNOWN}, None),
        ({"Service": "lambda.amazonaws.com", "AWS": "*"}, None),
        ({"Service": "lambda.amazonaws.com", "AWS": "123456789012"}, False),
        ({"Service": "cognito-idp.amazonaws.com", "AWS": UNKNOWN}, True),
        ("*", None),
        (UNKNOWN, None),
    ],
)
def test_whether_a_statement_trusts_a_principal(principal: Any, trusted: bool | None) -> None:
    assert trusts(statement(Principal=principal), "Service", "cognito-idp.amazonaws.com") is trusted


def test_a_statement_without_a_principal_cannot_be_told() -> None:
    assert trusts(statement(NotPrincipal={"AWS": "123456789012"}), "Service", "cognito-idp.amazonaws.com") is None


@in_turn(
    ("document", "count"),
    [
        ({"Statement": [{"Effect": "Allow"}, {"Effect": "Deny"}]}, 2),
        ({"Statement": {"Effect": "Allow"}}, 1),
        ({"Statement": []}, 0),
        ({}, 0),
        ('{"Statement": []}', 1),
        (UNKNOWN, 1),
        ({"Statement": UNKNOWN}, 1),
    ],
)
def test_a_document_that_cannot_be_told_has_an_unknown_statement(document: Any, count: int) -> None:
    found = list(statements_of(value(document)))
    assert len(found) == count
    if not isinstance(document, dict) or document.get("Statement") is UNKNOWN:
        assert isinstance(found[0], Unknown)


def test_the_conditions_of_a_statement() -> None:
    asked = {
        "StringEquals": {"sts:ExternalId": "a", "aws:SourceAccount": ["1", "2"]},
        "ForAllValues:StringLikeIfExists": {"key": "b"},
        "Null": "malformed",
    }
    found = [each for each in conditions_of(statement(Condition=asked)) if each is not None]
    assert [(each.operator, each.key, len(each.values), each.of_all_values, each.if_exists) for each in found] == [
        ("StringEquals", "sts:ExternalId", 1, False, False),
        ("StringEquals", "aws:SourceAccount", 2, False, False),
        ("StringLike", "key", 1, True, True),
    ]
    assert list(conditions_of(statement(Condition=UNKNOWN))) == [None]
    assert list(conditions_of(statement())) == []


@in_turn(
    ("text", "plain"),
    [("a:b", True), ("a*", False), ("a?", False), ("${aws:username}", False), (UNKNOWN, True), ("", True)],
)
def test_a_text_with_wildcards_or_policy_variables_is_not_plain(text: Any, plain: bool) -> None:
    assert is_plain(value(text)) is plain


def test_a_pattern_of_wildcards_alone_takes_no_time() -> None:
    assert allows(statement(Action="*?" * 200 + "z"), "sts:AssumeRoleWithWebIdentity") is False
