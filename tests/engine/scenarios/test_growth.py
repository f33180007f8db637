"""How much is asked of templates with many parameters, and that the shortcuts tell no lie."""

from __future__ import annotations

import itertools
import time
from typing import Any

import pytest
from cfn_lint_cognito import check
from cfn_lint_cognito.engine.resolve.conditions import Conditions, Formula
from cfn_lint_cognito.engine.scenarios import satisfiability
from cfn_lint_cognito.engine.scenarios.enumeration import scenarios
from cfn_lint_cognito.engine.scenarios.examples import truth_in
from cfn_lint_cognito.engine.scenarios.satisfiability import searched
from hypothesis import given
from scenario_templates import Document, equals, ref, template
from test_combinations_of_conditions import conditioned, truths_of

SECONDS = 20
"""Far more than any of these takes on a slow machine, and far less than trying all values did."""


def client(**properties: Any) -> Document:
    return {
        "Type": "AWS::Cognito::UserPoolClient",
        "Properties": {"UserPoolId": "us-east-1_a1B2c3D4e", "SupportedIdentityProviders": ["COGNITO"], **properties},
    }


def deciding(parameters: Document, formulas: list[Any], **sections: Any) -> Document:
    """A client with an attribute for each of some conditions."""
    conditions = {f"Is{number}": formula for number, formula in enumerate(formulas)}
    attributes = [{"Fn::If": [name, "email", {"Ref": "AWS::NoValue"}]} for name in conditions]
    return {
        "Parameters": parameters,
        "Conditions": conditions,
        "Resources": {"Web": client(WriteAttributes=attributes)},
        **sections,
    }


def several(count: int, **declared: Any) -> Document:
    return {f"P{number}": {"Type": "String", **declared} for number in range(count)}


FEW = {"AllowedValues": ["a", "b", "c", "d"]}
RING = [equals(ref(f"P{number}"), ref(f"P{(number + 1) % 24}")) for number in range(24)]
STAR = [equals(ref("P0"), ref(f"P{number}")) for number in range(1, 25)]
TEXTS = [equals({"Fn::Sub": f"${{P0}}-${{P{number}}}"}, "a-b") for number in range(1, 25)]
RULES = {f"R{n}": {"Assertions": [{"Assert": {"Fn::Contains": [["a", "b", "c"], ref(f"P{n}")]}}]} for n in range(24)}


@pytest.mark.parametrize(
    "document",
    [
        deciding(several(24, **FEW), RING),
        deciding(several(24), RING),
        deciding(several(25, **FEW), STAR),
        deciding(several(25), TEXTS),
        deciding(several(24, **FEW), RING, Rules=RULES),
    ],
    ids=["in a ring", "any text in a ring", "all with one", "in texts", "in a ring under rules"],
)
def test_many_parameters_that_are_compared_with_each_other(document: Document) -> None:
    began = time.process_time()
    assert check(document) == []
    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize("clients", [1, 5])
def test_an_assertion_is_asked_once_for_what_it_depends_on(clients: int, monkeypatch: pytest.MonkeyPatch) -> None:
    document = {
        "Parameters": {"Hours": {"Type": "Number", "AllowedValues": [*range(1, 25)]}, "Stage": {"Type": "String"}},
        "Rules": {"OfStages": {"Assertions": [{"Assert": {"Fn::Contains": [["dev", "prod"], ref("Stage")]}}]}},
        "Resources": {f"Web{number}": client(AccessTokenValidity=ref("Hours")) for number in range(clients)},
    }
    evaluated: list[Formula] = []
    evaluate = Conditions.evaluate

    def counted(conditions: Conditions, formula: Formula, *arguments: Any) -> Any:
        evaluated.append(formula)
        return evaluate(conditions, formula, *arguments)

    monkeypatch.setattr(Conditions, "evaluate", counted)
    check(document)
    assert (
        len(evaluated) <= 2
    )  # For an example, and then for what is certain. Nothing else in the template is a formula.


@given(conditioned())
def test_an_example_makes_true_what_was_decided_and_a_search_finds_nothing_possible_impossible(
    document: Document,
) -> None:
    conditions = document["Conditions"]
    for each in scenarios(template(document), lambda view: tuple(map(view.condition, conditions))).judged:
        scenario = each.scenario
        decided = scenario.equalities.values()
        if scenario.example is not None:
            truths = [(truth_in(scenario.example, scenario, equality), holds) for equality, holds in decided]
            assert all(truth in (holds, None) for truth, holds in truths)
        if not searched(scenario, [equality for equality, _ in decided]).is_possible:
            # A mapping without a row breaks the deployment, which not every way to it knows.
            assert each.result not in truths_of(document, {})


def test_values_are_tried_for_about_a_second_where_decisions_contradict_each_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Seven parameters that all have to differ, and five values: each reference is to what exists where two of them do."""
    several = [f"P{number}" for number in range(7)]
    pairs = list(itertools.combinations(several, 2))
    document = {
        "Parameters": {name: {"Type": "String", "AllowedValues": list("abcde")} for name in several},
        "Conditions": {f"Is{one}{other}": {"Fn::Not": [equals(ref(one), ref(other))]} for one, other in pairs},
        "Resources": {
            "Web": client(ClientName="x"),
            **{
                f"Pool{one}{other}": {"Type": "AWS::Cognito::UserPool", "Condition": f"Is{one}{other}"}
                for one, other in pairs
            },
        },
        "Outputs": {f"O{one}{other}": {"Value": ref(f"Pool{one}{other}")} for one, other in pairs},
    }
    tried = 0

    def counted(*arguments: Any) -> Any:
        nonlocal tried
        tried += 1
        return next_to_try(*arguments)

    next_to_try = satisfiability._next_to_try
    monkeypatch.setattr(satisfiability, "_next_to_try", counted)
    check(document)
    assert 1_000 < tried < 6_000
