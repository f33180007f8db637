"""Questions about values: what is true, what is not, and what cannot be told."""

from __future__ import annotations

import pytest
from cfn_lint_cognito.engine.values.text import REF, Hole, Text
from cfn_lint_cognito.engine.values.truth import Truth
from cfn_lint_cognito.engine.values.value import (
    Entries,
    Items,
    Known,
    Origin,
    Unknown,
    Value,
    entries_of,
    is_among,
    is_equal,
    unknown_if_given,
)
from in_turn import in_turn

_ORIGIN = Origin.at(("Resources", "Web", "Properties", "Flows"))
_OPEN = Unknown({"Ref": "Flow"}, _ORIGIN, Text((Hole(REF, "Flow"),)))
_LIST = Items((Known("code", _ORIGIN),), _ORIGIN)


@in_turn(
    ("value", "answer"),
    [
        (Known("code", _ORIGIN), True),
        (Known("implicit", _ORIGIN), False),
        (Known(True, _ORIGIN), False),
        (Unknown("code", _ORIGIN, Text(("code",))), True),
        (_OPEN, None),
        (_LIST, None),
        (None, None),
    ],
)
def test_whether_a_text_is_among_others(value: Value | None, answer: Truth) -> None:
    assert is_among(value, ("code", "token")) is answer


@in_turn(
    ("value", "answer"),
    [(Known(2, _ORIGIN), True), (Known(1, _ORIGIN), False), (Known("2", _ORIGIN), False), (_OPEN, None), (_LIST, None)],
)
@pytest.mark.parametrize("absent", [True, False, None])
def test_whether_a_value_is_the_wanted_one(value: Value, answer: Truth, absent: Truth) -> None:
    assert is_equal(value, 2, absent) is answer
    assert is_equal(None, 2, absent) is absent


def test_what_cannot_be_read_is_unknown_where_it_stands() -> None:
    assert unknown_if_given(_LIST, "Flows") == Unknown("Flows", _ORIGIN)
    assert unknown_if_given(None, "Flows") is None


def test_facts_that_there_are_not_are_left_out() -> None:
    assert entries_of({"Flows": _LIST, "Scopes": None}, _ORIGIN) == Entries({"Flows": _LIST}, _ORIGIN)
