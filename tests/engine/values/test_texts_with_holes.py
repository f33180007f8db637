"""Texts with holes: what is known of them, and what that says of two of them."""

from __future__ import annotations

import re

from cfn_lint_cognito.engine.values.text import (
    AS_WRITTEN,
    DYNAMIC_REFERENCE,
    GET_ATT,
    REF,
    Hole,
    Text,
    may_equal,
    one_parameter,
    without_common_ends,
)
from hypothesis import given
from hypothesis import strategies as st
from in_turn import in_turn

STAGE, SIZE = Hole(REF, "Stage"), Hole(REF, "Size")


def text(written: str) -> Text:
    """`https://${Domain}/cb` with a hole for each name, as Fn::Sub writes it."""
    names = re.split(r"\$\{(\w+)\}", written)
    return Text.joined([Hole(REF, part) if index % 2 else part for index, part in enumerate(names)])


parts = st.lists(st.sampled_from(["a", "b", "ab", "-", "", STAGE, SIZE]), max_size=4)
texts = parts.map(Text.joined)
fillings = st.fixed_dictionaries(
    {"Stage": st.sampled_from(["", "a", "b", "-"]), "Size": st.sampled_from(["", "a", "ab"])}
)


def filled(some: Text, filling: dict[str, str]) -> str:
    return "".join(part if isinstance(part, str) else filling[part.name] for part in some.parts)


def test_neighbouring_parts_are_one() -> None:
    assert Text.joined(["a", "", "b", STAGE, "", "c"]) == Text(("ab", STAGE, "c"))
    assert Text.joined(["", ""]) == Text(())
    assert Text.joined([STAGE, SIZE]) == Text((STAGE, SIZE))


@in_turn(
    ("written", "beginning", "end", "size", "known"),
    [
        ("", "", "", 0, ""),
        ("abc", "abc", "abc", 3, "abc"),
        ("ab${Stage}c", "ab", "c", 4, None),
        ("${Stage}", "", "", 1, None),
        ("${Stage}${Size}c", "", "c", 3, None),
    ],
)
def test_what_is_known(written: str, beginning: str, end: str, size: int, known: str | None) -> None:
    some = text(written)
    assert (some.beginning, some.end, some.size, some.known) == (beginning, end, size, known)


def test_a_text_that_is_a_hole_and_nothing_else() -> None:
    assert text("${Stage}").only_hole == STAGE
    assert text("a").only_hole is None
    assert text("").only_hole is None
    assert text("${Stage}a").only_hole is None
    assert one_parameter(text("${Stage}")) == "Stage"
    assert one_parameter(text("x${Stage}")) is None
    assert one_parameter(Text((Hole(GET_ATT, "Pool.Arn"),))) is None
    assert one_parameter(None) is None


def test_render() -> None:
    assert text("https://${Domain}/cb").render() == "https://${Domain}/cb"
    shown = Text(("a-", Hole(GET_ATT, "Pool.Arn"), Hole(DYNAMIC_REFERENCE, "ssm:/x"), Hole(AS_WRITTEN, '{"Fn::X": 1}')))
    assert shown.render() == "a-${Pool.Arn}${...}${...}"


def test_only_what_is_written_in_another_way_is_opaque() -> None:
    kinds = (REF, GET_ATT, DYNAMIC_REFERENCE, AS_WRITTEN, "Fn::ImportValue")
    assert [kind for kind in kinds if Hole(kind, "x").is_opaque] == [AS_WRITTEN, "Fn::ImportValue"]


@in_turn(
    ("written", "fields"),
    [
        ("a,b", ["a", "b"]),
        ("", [""]),
        (",", ["", ""]),
        ("a${Stage},${Size}", ["a${Stage}", "${Size}"]),
        ("${Stage}", ["${Stage}"]),
        ("a,${Stage}b,c", ["a", "${Stage}b", "c"]),
    ],
)
def test_split(written: str, fields: list[str]) -> None:
    assert text(written).split(",") == [text(field) for field in fields]


@in_turn(
    ("one", "other", "equal"),
    [
        ("a", "a", True),
        ("a", "b", False),
        ("a${Stage}", "a${Stage}", True),
        ("a${Stage}", "a${Size}", None),
        ("a${Stage}", "b${Stage}", False),
        ("${Stage}a", "${Stage}b", False),
        ("${Stage}", "anything", None),
        ("${Stage}", "${Size}", None),
        ("dev-${Stage}", "dev-a", None),
        ("dev-${Stage}", "dev", False),
        ("dev-${Stage}", "d", False),
        ("${Stage}-dev", "prod", False),
        ("ab${Stage}bc", "abc", False),  # The text is shorter than what is known of the other.
        ("ab${Stage}bc", "abbc", None),
        ("", "a", False),
        ("", "${Stage}", None),
        ("", "${Stage}a", False),
    ],
)
def test_may_equal(one: str, other: str, equal: bool | None) -> None:
    assert may_equal(text(one), text(other)) is equal
    assert may_equal(text(other), text(one)) is equal


def test_what_is_no_text_may_equal_anything() -> None:
    assert may_equal(None, text("a")) is None
    assert may_equal(text("a"), None) is None
    assert may_equal(None, None) is None


@given(texts, texts, fillings)
def test_no_deployment_contradicts_may_equal(one: Text, other: Text, filling: dict[str, str]) -> None:
    equal = may_equal(one, other)
    if equal is not None:
        assert (filled(one, filling) == filled(other, filling)) is equal


@in_turn(
    ("one", "other", "left"),
    [
        ("x-${Stage}", "x-prod", ("${Stage}", "prod")),
        ("${Stage}-x", "prod-x", ("${Stage}", "prod")),
        ("a${Stage}b", "acb", ("${Stage}", "c")),
        ("a${Stage}b${Size}", "a${Stage}c${Size}", ("b", "c")),
        ("abc", "abc", ("", "")),
        ("aa", "aaa", ("", "a")),
        ("a", "b", ("a", "b")),
        ("", "${Stage}", ("", "${Stage}")),
    ],
)
def test_without_common_ends(one: str, other: str, left: tuple[str, str]) -> None:
    assert without_common_ends(text(one), text(other)) == (text(left[0]), text(left[1]))


@given(texts, texts, fillings)
def test_what_is_left_is_equal_where_the_whole_is(one: Text, other: Text, filling: dict[str, str]) -> None:
    here, there = without_common_ends(one, other)
    assert (filled(here, filling) == filled(there, filling)) is (filled(one, filling) == filled(other, filling))


@given(parts)
def test_joining_changes_no_text(some: list[str | Hole]) -> None:
    filling = {"Stage": "<stage>", "Size": "<size>"}
    assert filled(Text.joined(some), filling) == filled(Text(tuple(some)), filling)
    assert all(not isinstance(part, str) or part for part in Text.joined(some).parts)
