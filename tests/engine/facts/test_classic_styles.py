"""What is read of the CSS of the classic login pages, and what is left alone since nobody knows how Cognito reads it."""

from __future__ import annotations

import time
from typing import Any

import pytest
from cfn_lint_cognito import check
from cfn_lint_cognito.engine.schemas import names
from in_turn import in_turn

RULE = "E9622"


def objections(css: Any) -> list[str]:
    customization = {"UserPoolId": "us-east-1_a1B2c3D4e", "ClientId": "ALL", "CSS": css}
    template = {
        "Parameters": {"Color": {"Type": "String"}},
        "Resources": {"Look": {"Type": "AWS::Cognito::UserPoolUICustomizationAttachment", "Properties": customization}},
    }
    return [finding.message for finding in check(template) if finding.rule == RULE]


@in_turn("name", names("classes of the classic login pages"))
@pytest.mark.parametrize("style", ["{} {{ color: red; }}", "{}:hover{{}}", "a{}{{}}", "{}::before, {}:focus {{}}"])
def test_every_class_may_have_a_style(name: str, style: str) -> None:
    assert objections(style.format(name, name)) == []


@in_turn(
    ("css", "wrong"),
    [
        ("body {}", "body"),
        (".logo-customizable {} h1{color:red}", "h1"),
        (".logo{}", ".logo"),
        ("a:hover { }", "a"),
        (".label-customizable,\r\n.small\r\n{\r\n}", ".small"),
        ("/* .logo-customizable {} */ p {}", "p"),
        ('.label-customizable { content: "p { }"; } b {}', "b"),
        (".banner-customizable { background: url(//acme.dev/a.png) } i {}", "i"),
        ({"Fn::Sub": "html { color: ${Color}; }"}, "html"),
        ({"Fn::Join": ["", ["html {", "color: ", {"Ref": "Color"}, "; } .small {}"]]}, "html"),
    ],
)
def test_anything_else_may_not(css: Any, wrong: str) -> None:
    (message,) = objections(css)
    assert f"has styles for {wrong}, which" in message


@in_turn(
    "css",
    [
        "",
        "  ",
        "body",
        "body {",
        "body }",
        "body {} .label-customizable { color: red",
        "body { p { } }",
        "@media print { body {} }",
        "@import url(a.css); body {}",
        "<style> body {} </style>",
        r"b\6f dy {}",
        "body {} /* no end",
        "body { content: 'no end }",
        "/* body {} */",
        ".LOGO-customizable {}",
        "#logo, *, :root, [title], p > a, p a, p.small, .logo-customizable.small {}",
        {"Fn::Sub": ".logo-customizable { color: ${Color}; } body {}"},
        {"Fn::Sub": "bo${Color} {}"},
        {"Fn::Sub": "/* ${Color} */ body {}"},
        {"Ref": "Color"},
        ["body {}"],
        {"body": {}},
        7,
    ],
)
def test_what_cannot_be_read_for_certain_is_left_alone(css: Any) -> None:
    assert objections(css) == []


@in_turn("part", ["/*", "{", "}", "a,", "a{}", '"', "'", "/", "a:b:c", "-"])
def test_a_long_style_takes_no_time(part: str) -> None:
    started = time.process_time()
    objections(part * 60_000)
    assert time.process_time() - started < 5
