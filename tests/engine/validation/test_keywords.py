"""Judging in three values: what is surely illegal is told, and nothing that rests on an unknown value is."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from cfn_lint_cognito.engine.validation.keywords import Validator, Violation
from cfn_lint_cognito.engine.values.value import UnknownData, has_unknown
from hypothesis import given
from hypothesis import strategies as st
from in_turn import in_turn
from jsonschema import Draft202012Validator

UNKNOWN = UnknownData({"Unknown": "x"})
PERHAPS = UnknownData({"Unknown": "y"})
"""What may turn out to be nothing."""
PERHAPS.may_be_absent = True


@in_turn(
    ("schema", "value", "truth"),
    [
        ({"minimum": 5}, UNKNOWN, None),
        ({"const": 5}, UNKNOWN, None),
        ({"not": {"const": 5}}, UNKNOWN, None),
        ({"enum": [1, 2]}, UNKNOWN, None),
        ({"pattern": "a"}, UNKNOWN, None),
        ({"required": ["a"]}, UNKNOWN, None),
        ({"not": {"required": ["a"]}}, UNKNOWN, None),
        ({"minItems": 1}, UNKNOWN, None),
        ({"not": {}}, UNKNOWN, None),
        ({}, UNKNOWN, True),
        (True, UNKNOWN, True),
        (False, UNKNOWN, False),
        ({"items": {"const": 1}}, [1, UNKNOWN], None),
        ({"items": {"const": 1}}, [2, UNKNOWN], False),
        ({"contains": {"const": 1}}, [2, UNKNOWN], None),
        ({"contains": {"const": 1}}, [2], False),
        ({"contains": {"const": 1}}, [], False),
        ({"contains": {"const": 1}}, [1, UNKNOWN], True),
        ({"not": {"contains": {"const": 1}}}, [1, UNKNOWN], False),
        ({"not": {"contains": {"const": 1}}}, [2, UNKNOWN], None),
        ({"minItems": 1}, [UNKNOWN], True),
        ({"maxItems": 0}, [UNKNOWN], False),
        (False, PERHAPS, None),
        ({"required": ["a"]}, {"a": PERHAPS}, None),
        ({"required": ["a", "b"]}, {"a": PERHAPS}, False),
        ({"properties": {"a": False}}, {"a": PERHAPS}, None),
        ({"minItems": 1}, [PERHAPS], None),
        ({"minItems": 1}, [1, PERHAPS], True),
        ({"minItems": 3}, [1, PERHAPS], False),
        ({"minItems": 0}, [PERHAPS], True),
        ({"maxItems": 0}, [PERHAPS], None),
        ({"maxItems": 1}, [1, PERHAPS], None),
        ({"maxItems": 1}, [1, 2, PERHAPS], False),
        ({"maxItems": 2}, [1, PERHAPS], True),
        ({"contains": {"const": 1}}, [PERHAPS], None),
        ({"if": {"const": 1}, "then": False}, UNKNOWN, None),
        ({"if": {"const": 1}, "else": False}, UNKNOWN, None),
        ({"if": {"properties": {"a": {"const": 1}}}, "then": {"required": ["b"]}}, {"a": UNKNOWN}, None),
        ({"if": {"properties": {"a": {"const": 1}}}, "then": {"required": ["b"]}}, {"a": 1}, False),
        ({"if": {"properties": {"a": {"const": 1}}}, "else": {"required": ["b"]}}, {"a": 2}, False),
        ({"if": {"required": ["a"]}, "then": {"required": ["b"]}}, {"a": UNKNOWN}, False),
        ({"anyOf": [{"const": 1}, {"const": 2}]}, UNKNOWN, None),
        ({"anyOf": [{"properties": {"a": {"const": 1}}}, {"required": ["b"]}]}, {"a": UNKNOWN}, None),
        ({"anyOf": [{"properties": {"a": {"const": 1}}}, {"required": ["b"]}]}, {"a": 2}, False),
        ({"allOf": [{"properties": {"a": {"const": 1}}}, {"required": ["b"]}]}, {"a": UNKNOWN}, False),
        ({"not": {"allOf": [{"properties": {"a": {"const": 1}}}, {"required": ["a"]}]}}, {"a": UNKNOWN}, None),
        ({"not": {"not": {"properties": {"a": {"const": 1}}}}}, {"a": UNKNOWN}, None),
        ({"propertyNames": {"enum": ["a"]}}, {"a": UNKNOWN}, True),
        ({"propertyNames": {"enum": ["a"]}}, {"b": UNKNOWN}, False),
        # Values equal only themselves.
        ({"const": "client_credentials"}, "false", False),
        ({"const": True}, "true", False),
        ({"const": True}, 1, False),
        ({"const": 1}, 1, True),
        ({"enum": [0, 1]}, True, False),
        ({"enum": ["code", "true"]}, True, False),
        ({"maximum": 5}, True, True),
    ],
    ids=str,
)
def test_truth(schema: Any, value: Any, truth: bool | None) -> None:
    assert Validator(schema).truth(value, {}) is truth
    assert bool(list(Validator(schema).violations(value, {}))) is (truth is False)


@in_turn(
    ("schema", "value", "violations"),
    [
        ({"properties": {"a": {"items": {"maximum": 5}}}}, {"a": [4, 6]}, [(("a", 1), "maximum", 5)]),
        ({"properties": {"a": False}}, {"a": UNKNOWN}, [(("a",), "not", True)]),
        ({"propertyNames": {"const": "a"}}, {"b": 1}, [(("b",), "const", "a")]),
        ({"allOf": [{"minimum": 2}, {"maximum": 0}]}, 1, [((), "minimum", 2), ((), "maximum", 0)]),
        ({"anyOf": [{"const": 2}, {"const": 3}]}, 1, [((), "anyOf", [{"const": 2}, {"const": 3}])]),
        ({"contains": {"const": 2}}, [1], [((), "contains", {"const": 2})]),
        ({"not": {"const": 1}}, 1, [((), "not", {"const": 1})]),
        ({"if": {"required": ["a"]}, "then": {"required": ["b"]}}, {"a": 1}, [((), "required", ["b"])]),
        ({"if": {"required": ["a"]}, "then": False, "else": {"required": ["b"]}}, {}, [((), "required", ["b"])]),
    ],
    ids=str,
)
def test_a_violation_says_where_and_what_is_asked(schema: Any, value: Any, violations: list[Any]) -> None:
    assert list(Validator(schema).violations(value, {})) == [Violation(*each) for each in violations]


@in_turn(
    ("document", "truth"),
    [
        ({"A": 1, "B": [1, 2]}, True),
        ({"A": 3, "B": [1, 2]}, False),
        ({"A": 3}, None),
        ({"A": 3, "B": [1, UNKNOWN]}, None),
        ({"A": UNKNOWN, "B": [1, 2]}, None),
        ({"B": [1, 2]}, True),
    ],
    ids=str,
)
def test_comparison_with_another_part_of_the_document(document: Any, truth: bool | None) -> None:
    judge = Validator({"properties": {"Pool": {"properties": {"A": {"enum": {"$data": "/Pool/B"}}}}}})
    whole = {"Pool": document}
    assert judge.truth(whole, whole) is truth
    expected = [Violation(("Pool", "A"), "enum", [1, 2])] if truth is False else []
    assert list(judge.violations(whole, whole)) == expected


def test_a_keyword_that_is_not_known_is_told() -> None:
    with pytest.raises(NotImplementedError, match="uniqueItems"):
        Validator({"properties": {"A": {"uniqueItems": True}}})


SCALARS = st.one_of(st.sampled_from(["", "a", "b", "ab", "true"]), st.integers(-2, 3), st.booleans())
VALUES: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda values: st.lists(values, max_size=3) | st.dictionaries(st.sampled_from("abc"), values, max_size=3),
    max_leaves=8,
)
PARTLY_UNKNOWN: st.SearchStrategy[Any] = st.recursive(
    SCALARS | st.just(UNKNOWN),
    lambda values: st.lists(values, max_size=3) | st.dictionaries(st.sampled_from("abc"), values, max_size=3),
    max_leaves=8,
)


def _compound(schemas: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    several = st.lists(schemas, min_size=1, max_size=2)
    return st.fixed_dictionaries(
        {},
        optional={
            "allOf": several,
            "anyOf": several,
            "contains": schemas,
            "if": schemas,
            "then": schemas,
            "else": schemas,
            "items": schemas,
            "not": schemas,
            "properties": st.dictionaries(st.sampled_from("abc"), schemas, max_size=2),
            "propertyNames": schemas,
        },
    )


SCHEMAS: st.SearchStrategy[Any] = st.recursive(
    st.booleans()
    | st.fixed_dictionaries(
        {},
        optional={
            "const": SCALARS,
            "enum": st.lists(SCALARS, min_size=1, max_size=2),
            "maximum": st.integers(-1, 2),
            "minimum": st.integers(-1, 2),
            "maxItems": st.integers(0, 2),
            "minItems": st.integers(0, 2),
            "maxLength": st.integers(0, 2),
            "minLength": st.integers(0, 2),
            "pattern": st.sampled_from(["a", "^b", "b$"]),
            "required": st.lists(st.sampled_from("abc"), max_size=2, unique=True),
        },
    ),
    _compound,
    max_leaves=6,
)


@given(SCHEMAS, VALUES)
def test_it_judges_as_json_schema_does(schema: Any, value: Any) -> None:
    valid = Draft202012Validator(schema).is_valid(value)
    assert Validator(schema).truth(value, {}) is valid
    assert (not list(Validator(schema).violations(value, {}))) is valid


@given(SCHEMAS, PARTLY_UNKNOWN, st.data())
def test_what_it_says_holds_whatever_the_unknown_values_are(schema: Any, value: Any, data: st.DataObject) -> None:
    truth = Validator(schema).truth(value, {})
    assert bool(list(Validator(schema).violations(value, {}))) is (truth is False)
    if not has_unknown(value):
        assert truth is not None
    if truth is not None:
        known = _with_values(copy.deepcopy(value), data)
        assert Draft202012Validator(schema).is_valid(known) is truth


def _with_values(value: Any, data: st.DataObject) -> Any:
    if value == UNKNOWN:
        return data.draw(VALUES)
    if isinstance(value, dict):
        return {key: _with_values(item, data) for key, item in value.items()}
    if isinstance(value, list):
        return [_with_values(item, data) for item in value]
    return value
