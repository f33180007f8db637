"""Conditions against brute force: exactly the combinations that some deployment can make are found."""

from __future__ import annotations

import contextlib
import itertools
import re
from collections.abc import Iterator, Mapping
from typing import Any

from cfn_lint_cognito.engine.scenarios.enumeration import scenarios
from hypothesis import given
from hypothesis import strategies as st
from scenario_templates import Document, equals, formulas, parameter, ref, template

Assignment = Mapping[str, str]

PARAMETERS = ("Stage", "Size", "Kind", "AWS::AccountId")
LIMITED = ("Size", "Kind")
"""The parameters that always have AllowedValues. Others stand alone in an equality: what is made of them is anything."""
VALUES = ("a", "b", "c")
ROWS = {"a": {"Column": "b"}, "b": {"Column": "b"}, "c": {"Column": "a"}}


names_of_parameters = st.sampled_from(PARAMETERS)
bare = names_of_parameters.map(ref)
literals = st.sampled_from((*VALUES, "d"))
wrapped = st.one_of(
    names_of_parameters.map(lambda name: {"Fn::Sub": f"${{{name}}}"}),
    st.sampled_from([name for name in PARAMETERS if "::" not in name]).map(
        lambda name: {"Fn::FindInMap": ["Rows", ref(name), "Column"]}
    ),
)
joined = st.permutations([ref(name) for name in LIMITED]).map(lambda pair: {"Fn::Join": ["-", pair]})
equalities = st.one_of(
    st.tuples(bare, literals),
    st.tuples(literals, bare),
    st.tuples(bare, bare),
    st.tuples(wrapped, literals),
    st.tuples(joined, st.tuples(literals, literals).map("-".join)),
    st.tuples(literals, literals),
    st.tuples(
        st.just({"Fn::Sub": "x-${Stage}-${Size}"}),
        st.one_of(literals, st.just({"Fn::Sub": "x-b-${Size}"}), st.just("x-a-b")),
    ),
).map(lambda sides: equals(*sides))


NAMES = ("One", "Two", "Three", "Four")
counts = st.integers(1, len(NAMES))
allowed = st.lists(st.sampled_from(VALUES), min_size=1, max_size=3, unique=True)
allowed_or_anything = st.one_of(allowed, st.just([]))


@st.composite
def conditioned(draw: st.DrawFn) -> Document:
    conditions: Document = {}
    for name in NAMES[: draw(counts)]:
        conditions[name] = draw(formulas(equalities, tuple(conditions)))
    return {
        "Parameters": {
            name: parameter(*draw(allowed if name in LIMITED else allowed_or_anything)) for name in PARAMETERS
        },
        "Mappings": {"Rows": ROWS},
        "Conditions": conditions,
    }


def text(written: Any, assignment: Assignment, rows: Document) -> str:
    """What CloudFormation makes of one side of an equality."""
    if isinstance(written, str):
        return written
    ((function, argument),) = written.items()
    if function == "Ref":
        return assignment[argument]
    if function == "Fn::Sub":
        return re.sub(r"\$\{(.*?)\}", lambda match: assignment[match[1]], argument)
    if function == "Fn::Join":
        return "-".join(assignment[part["Ref"]] for part in argument[1])
    return str(rows[assignment[argument[1]["Ref"]]]["Column"])


def truth(formula: Any, conditions: Document, assignment: Assignment, rows: Document) -> bool:
    ((function, argument),) = formula.items()
    if function == "Condition":
        return truth(conditions[argument], conditions, assignment, rows)
    if function == "Fn::Equals":
        return text(argument[0], assignment, rows) == text(argument[1], assignment, rows)
    truths = [truth(part, conditions, assignment, rows) for part in argument]
    return {"Fn::And": all(truths), "Fn::Or": any(truths), "Fn::Not": not truths[0]}[function]


def assignments(document: Document) -> Iterator[Assignment]:
    """Every value of every parameter. One that may be anything may also be like another one, or like nothing else."""
    anything = (*VALUES, "d", "e", "f", "g")
    domains = [document["Parameters"].get(name, {}).get("AllowedValues", anything) for name in PARAMETERS]
    for chosen in itertools.product(*domains):
        yield dict(zip(PARAMETERS, chosen, strict=True))


@given(conditioned())
def test_exactly_the_possible_combinations_of_conditions_are_found(document: Document) -> None:
    conditions = document["Conditions"]
    possible = truths_of(document, {})
    found = [
        each.result
        for each in scenarios(template(document), lambda view: tuple(map(view.condition, conditions))).judged
    ]
    assert possible <= set(found)
    # A mapping without a row breaks the deployment; what an equality of it would be does not matter.
    broken = [truths_of(document, {"Column": value}) for value in (*VALUES, "d", "e")]
    assert set(found) <= possible.union(*broken)


def truths_of(document: Document, missing_row: Document) -> set[tuple[bool, ...]]:
    """What the conditions are, for all assignments that do not look up a missing row, or with something in its place."""
    truths = set()
    for assignment in assignments(document):
        rows = {value: ROWS.get(value, missing_row) for value in assignment.values()}
        with contextlib.suppress(KeyError):
            truths.add(
                tuple(
                    truth(formula, document["Conditions"], assignment, rows)
                    for formula in document["Conditions"].values()
                )
            )
    return truths
