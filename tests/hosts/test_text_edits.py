"""Edits in text: what is written, and that everything else stays as it is."""

from __future__ import annotations

from typing import Any

import pytest
from cfn_lint_cognito.engine.hosts.text import read
from cfn_lint_cognito.engine.hosts.text_edits import rewritten
from cfn_lint_cognito.engine.hosts.text_splices import NotEditable
from cfn_lint_cognito.engine.report.edits import APPEND, REMOVE, SET, Edit, edited
from in_turn import in_turn

A_LIST = (Edit(APPEND, ("a", "list"), "z"),)


def after(text: str, *edits: Edit) -> str:
    source = read(text)
    changed = rewritten(source, edits)
    assert read(changed.text).document == changed.document == edited(source.document, edits)
    return changed.text


@in_turn(
    ("value", "shown"),
    [
        ("ENABLED", "ENABLED"),
        ("custom:tenant", "custom:tenant"),
        ("203.0.113.7/32", "203.0.113.7/32"),
        ("no", '"no"'),
        ("1e3", "1e3"),
        ("017", '"017"'),
        ("a: b", '"a: b"'),
        ("a b", "a b"),
        ("a #b", '"a #b"'),
        ("a ", '"a "'),
        ("", '""'),
        ("a,b", '"a,b"'),
        ("*a", '"*a"'),
        ("é", '"é"'),
        ("https://a.dev/in?b=c&d=%20~#e", "https://a.dev/in?b=c&d=%20~#e"),
        ("a\u2028b\n", '"a\\u2028b\\n"'),
        ("\u00a0😀\U000e0001", '"\\u00a0😀\U000e0001"'),
        (True, "true"),
        (60, "60"),
        (["A", "no"], '[A, "no"]'),
        ({}, "{}"),
        ({"b": [1]}, "{b: [1]}"),
        ({"Ref": "Pool"}, "!Ref Pool"),
        ({"Fn::GetAtt": ["Pool", "Arn"]}, "!GetAtt Pool.Arn"),
        ({"Fn::Sub": "${Pool.Arn}"}, '!Sub "${Pool.Arn}"'),
        ({"Fn::If": ["A", 1, 2]}, '{"Fn::If": [A, 1, 2]}'),
    ],
)
def test_a_value_is_written_as_people_do(value: Any, shown: str) -> None:
    text = "a:\n  b: old # why\n  c: 1\n"
    assert after(text, Edit(SET, ("a", "b"), value)) == text.replace("old", shown)


@in_turn(
    ("before", "shown"),
    [
        ("old", "new"),
        ("'old'", "'new'"),
        ('"old"', '"new"'),
        ("!!str old", "new"),
        ("old\n    and older", "new"),
        ("|\n    old\n", "new\n"),
        (">-\n    old\n\n    older\n\n", "new\n\n"),
        ("!GetAtt Pool.Arn", "new"),
        ("\n    Fn::GetAtt:\n    - Pool\n    - Arn", "\n    new"),
        ("[old, {b: 1}]", "new"),
        ("{old: 1}", "new"),
        ("\n  - old\n  -   older", "\n    new"),
        ("# why\n  - |\n    old\n", "# why\n    new\n"),
    ],
)
def test_a_value_takes_the_place_of_any_other(before: str, shown: str) -> None:
    text = "# top\na:\n  b: %s\n  # about c\n  c: 1 # end"
    assert after(text % before, Edit(SET, ("a", "b"), "new")) == text % shown


def test_the_argument_of_a_function_is_written_behind_its_name() -> None:
    text = 'a:\n  b: !Sub "http://${Host}" # why\n'
    edit = Edit(SET, ("a", "b", "Fn::Sub"), "https://${Host}")
    assert after(text, edit) == 'a:\n  b: !Sub "https://${Host}" # why\n'


@in_turn(
    ("before", "shown"),
    [
        ("a:\n  b: 1\n", "a:\n  b: 1\n  z: x\n"),
        ("a:\n  b: 1", "a:\n  b: 1\n  z: x"),
        ("a:\n  b: 1 # one\n\n  # about c\nc: 2\n", "a:\n  b: 1 # one\n  z: x\n\n  # about c\nc: 2\n"),
        ("a:\r\n  b: 1\r\nc: 2\r\n", "a:\r\n  b: 1\r\n  z: x\r\nc: 2\r\n"),
        ("\ufeffa:\n  b: 1\n", "\ufeffa:\n  b: 1\n  z: x\n"),
        ("a:\n    b: |\n      text\n\nc: 2\n", "a:\n    b: |\n      text\n    z: x\n\nc: 2\n"),
        ("a:\n  b:\n  - 1\n  - c: 2\n    d: 3\ne: 4\n", "a:\n  b:\n  - 1\n  - c: 2\n    d: 3\n  z: x\ne: 4\n"),
        ("a:\n  'b': 1\n", "a:\n  'b': 1\n  'z': x\n"),
        ("a:\n  b: [&b 1, *b]\n  c: [*b]\n", "a:\n  b: [&b 1, *b]\n  c: [*b]\n  z: x\n"),
        ("a:\n  b: &b 1\n  c: *b # again\nd: 1\n", "a:\n  b: &b 1\n  c: *b # again\n  z: x\nd: 1\n"),
        ("a: {}\n", "a: {z: x}\n"),
        ("a: { }\n", "a: {z: x}\n"),
        ("a: {b: 1}\n", "a: {b: 1, z: x}\n"),
        ("a: {b: 1, }\n", "a: {b: 1, z: x }\n"),
        ("a: {b: 1,c: 2}\n", "a: {b: 1,c: 2,z: x}\n"),
        ('a: {"b": "c"}\n', 'a: {"b": "c", "z": "x"}\n'),
        ("a: {\n  b: 1,\n  c: 2 # two\n}\n", "a: {\n  b: 1,\n  c: 2, # two\n  z: x\n}\n"),
        ("a: {\n  b: 1,\n  c: 2, # two\n}\n", "a: {\n  b: 1,\n  c: 2, # two\n  z: x\n}\n"),
        ("a: {\n  b: 1,\n  c: 2 }\n", "a: {\n  b: 1,\n  c: 2, z: x }\n"),
        ('{"a": {"b": 1}}', '{"a": {"b": 1, "z": "x"}}'),
        ('{"a":{"b":1}}', '{"a":{"b":1,"z":"x"}}'),
        ('{"a": {}}', '{"a": {"z": "x"}}'),
        ('{\n\t"a": {\n\t\t"b": 1\n\t}\n}\n', '{\n\t"a": {\n\t\t"b": 1,\n\t\t"z": "x"\n\t}\n}\n'),
        ('{\r\n  "a" : {\r\n    "b" : 1\r\n  }\r\n}', '{\r\n  "a" : {\r\n    "b" : 1,\r\n    "z" : "x"\r\n  }\r\n}'),
    ],
)
def test_a_key_is_added_in_the_style_of_the_others(before: str, shown: str) -> None:
    assert after(before, Edit(SET, ("a", "z"), "x")) == shown


@in_turn(
    ("before", "shown"),
    [
        ("a:\n    b: 1\n", "a:\n    b: 1\n    y:\n        z: x\n"),
        ("a:\n  y: {}\n", "a:\n  y: {z: x}\n"),
        ("a: {b: 1}\n", "a: {b: 1, y: {z: x}}\n"),
        ('{\n "a": {\n  "b": 1\n }\n}', '{\n "a": {\n  "b": 1,\n  "y": {\n   "z": "x"\n  }\n }\n}'),
    ],
)
def test_a_map_that_is_missing_on_the_way_is_made(before: str, shown: str) -> None:
    assert after(before, Edit(SET, ("a", "y", "z"), "x")) == shown


def test_depends_on_comes_after_the_type() -> None:
    text = "Resources:\n  Web:\n    Type: T # kind\n    Properties:\n      b: 1\n"
    edit = Edit(SET, ("Resources", "Web", "DependsOn"), "Server")
    assert after(text, edit) == text.replace("# kind\n", "# kind\n    DependsOn: Server\n")
    assert after("a:\n  b: 1\n", Edit(SET, ("a", "DependsOn"), "c")) == "a:\n  b: 1\n  DependsOn: c\n"


@in_turn(
    ("before", "shown"),
    [
        ("a:\n  list:\n    - b # one\n    # about c\n", "a:\n  list:\n    - b # one\n    - z\n    # about c\n"),
        ("a:\n  list:\n  - b\n", "a:\n  list:\n  - b\n  - z\n"),
        ("a:\n  list:\n    -   b\n    -   'c'\n", "a:\n  list:\n    -   b\n    -   'c'\n    -   'z'\n"),
        ("a:\n  list:\n    - b: 1\n      c: 2\nd: 3\n", "a:\n  list:\n    - b: 1\n      c: 2\n    - z\nd: 3\n"),
        ("a:\n  list: []\n", "a:\n  list: [z]\n"),
        ("a:\n  list: [b, c] # both\n", "a:\n  list: [b, c, z] # both\n"),
        ('a:\n  list: ["b"]\n', 'a:\n  list: ["b", "z"]\n'),
        ("a:\n  list: [\n    b, # one\n    c # two\n  ]\n", "a:\n  list: [\n    b, # one\n    c, # two\n    z\n  ]\n"),
        ('{"a": {"list": [1,2]}}', '{"a": {"list": [1,2,"z"]}}'),
        ('{"a": {\n"list": [\n\t"b"\n]}}', '{"a": {\n"list": [\n\t"b",\n\t"z"\n]}}'),
    ],
)
def test_an_item_is_appended_in_the_style_of_the_others(before: str, shown: str) -> None:
    assert after(before, *A_LIST) == shown


def test_an_item_is_appended_to_a_list_within_a_list() -> None:
    text = "a:\n  - - b\n    - c\n  - - d\n"
    assert after(text, Edit(APPEND, ("a", 0), "z")) == "a:\n  - - b\n    - c\n    - z\n  - - d\n"


@in_turn(
    ("before", "path", "shown"),
    [
        ("a:\n  b: 1 # one\n  # about c\n  c: 2\n", ("a", "b"), "a:\n  # about c\n  c: 2\n"),
        ("a:\n  b: 1\n  c: 2", ("a", "c"), "a:\n  b: 1"),
        ("a:\r\n  b: 1\r\n  c: 2\r\n", ("a", "c"), "a:\r\n  b: 1\r\n"),
        ("a:\n  b:\n    d: [1,\n      2]\n\n  c: 2\n", ("a", "b"), "a:\n\n  c: 2\n"),
        ("a:\n  b: |\n    text\n\n  c: 2\n", ("a", "b"), "a:\n\n  c: 2\n"),
        ("a:\n  - b: 1 # one\n    c: 2\n", ("a", 0, "b"), "a:\n  - c: 2\n"),
        ("a:\n  -  b: 1 # one\n     # two\n     c: 2\n", ("a", 0, "b"), "a:\n  -\n     # two\n     c: 2\n"),
        ("a:\n  - b: 1\n    c: 2\n", ("a", 0, "c"), "a:\n  - b: 1\n"),
        ("a:\n  - 1\n  - 2 # two\n  - 3\n", ("a", 1), "a:\n  - 1\n  - 3\n"),
        ("a:\n  - b: 1\n    c: 2\n  - 3\n", ("a", 0), "a:\n  - 3\n"),
        ("a: [1, 2, 3]\n", ("a", 0), "a: [2, 3]\n"),
        ("a: [1, 2, 3]\n", ("a", 2), "a: [1, 2]\n"),
        ("a: {b: 1, c: 2,}\n", ("a", "c"), "a: {b: 1,}\n"),
        ("a: [\n  1, # one\n  2, # two\n  3 # three\n]\n", ("a", 1), "a: [\n  1, # one\n  3 # three\n]\n"),
        ("a: [\n  1, # one\n  2, # two\n  3 # three\n]\n", ("a", 2), "a: [\n  1, # one\n  2 # two\n]\n"),
        ("a: [\n  1,\n  2,\n]\n", ("a", 1), "a: [\n  1,\n]\n"),
        ('{\n\t"a": [\n\t\t1,\n\t\t2\n\t]\n}', ("a", 1), '{\n\t"a": [\n\t\t1\n\t]\n}'),
        ('{"a": {"b": {"d": 1}, "c": 2}}', ("a", "b"), '{"a": {"c": 2}}'),
        ("\ufeffa: 1\nb: 2\n", ("a",), "\ufeffb: 2\n"),
    ],
)
def test_what_is_removed_takes_the_comment_on_its_line_along(
    before: str, path: tuple[str | int, ...], shown: str
) -> None:
    assert after(before, Edit(REMOVE, path)) == shown


@in_turn(
    ("before", "shown"),
    [
        ("a:\n  B: # one\n    c: 1 # two\n  d: 2\n", "a:\n  b: # one\n    c: 1 # two\n  d: 2\n"),
        ("a: {B: {c: 1}}\n", "a: {b: {c: 1}}\n"),
        ('{"a": {"B": {\n"c": 1}}}', '{"a": {"b": {\n"c": 1}}}'),
        ("a:\n  'B': {c: 1}\n", "a:\n  'b': {c: 1}\n"),
    ],
)
def test_a_key_gets_another_name_where_it_stands(before: str, shown: str) -> None:
    assert after(before, Edit(SET, ("a", "b"), {"c": 1}), Edit(REMOVE, ("a", "B"))) == shown


def test_edits_that_meet_are_made_one_after_the_other() -> None:
    text = "a: [0, 1, 2, 3] # all\n"
    edits = [Edit(REMOVE, ("a", 3)), Edit(REMOVE, ("a", 1)), Edit(SET, ("a", 0), 9), Edit(APPEND, ("a",), 4)]
    assert after(text, *edits) == "a: [9, 2, 4] # all\n"
    edits = [Edit(REMOVE, ("a", 2)), Edit(REMOVE, ("a", 3)), Edit(APPEND, ("a",), 4), Edit(APPEND, ("a",), 5)]
    assert after(text, *edits) == "a: [0, 1, 4, 5] # all\n"
    both = [Edit(REMOVE, ("a", 0)), Edit(REMOVE, ("a", 1, "b")), Edit(REMOVE, ("a", 1, "c", 0))]
    assert after("a: [0, {b: 1, c: [2, 3]}]\n", *both) == "a: [{c: [3]}]\n"
    both = [Edit(SET, ("a", "y", key), key) for key in "vw"]
    assert after("a:\n  b: 1\n", *both) == "a:\n  b: 1\n  y:\n    v: v\n    w: w\n"


@in_turn(
    ("text", "edit", "reason"),
    [
        ("a: &a {b: 1}\nc: *a\n", Edit(SET, ("c", "b"), 2), "this stands under an anchor"),
        ("a: &a {b: 1}\nc: *a\n", Edit(SET, ("a", "b"), 2), "this stands under an anchor"),
        ("a: &a {b: 1}\nc: {<<: *a}\n", Edit(SET, ("c", "b"), 2), "this stands under an anchor"),
        ("a: &a\n  b: 1\nc: *a\n", Edit(SET, ("a", "z"), 2), "this stands under an anchor"),
        ("a: {b: &b 1}\n", Edit(SET, ("a", "b"), 2), "this stands under an anchor"),
        ("a: &a 1\nc: [*a]\n", Edit(APPEND, ("c",), 2), "an alias stands there"),
        ("a: {b: 1}\n", Edit(REMOVE, ("a", "b")), "this is written in a way that cannot be edited"),
        ("a: !GetAtt b.c\n", Edit(REMOVE, ("a", "Fn::GetAtt", 1)), "this is written in a way that cannot be edited"),
        ("a: !GetAtt b.c\n", Edit(SET, ("a", "Fn::GetAtt", 1), 2), "this is written in a way that cannot be edited"),
        ("a:\n  b: |+\n    text\n\nc: 1\n", Edit(SET, ("a", "z"), 2), "this is written in a way that cannot be edited"),
        ("a:\n  ? b\n  : 1\n", Edit(SET, ("a", "z"), 2), "this is written in a way that cannot be edited"),
    ],
)
def test_what_cannot_be_edited_is_said(text: str, edit: Edit, reason: str) -> None:
    with pytest.raises(NotEditable, match=f"^{reason}$"):
        rewritten(read(text), [edit])
