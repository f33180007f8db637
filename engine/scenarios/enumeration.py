"""Which scenarios a template can make, as far as the values in question depend on them.

A scenario is a set of decisions: what parameters are, which equalities of the Conditions hold. Resolution runs as if
everything were decided; where it meets a choice that is not, it raises `Undecided` with the decisions that remain
possible, and is run again for each of them. So only what is really read makes scenarios, and each is consistent.
"""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final, Generic, NamedTuple, TypeVar

from cfn_lint_cognito.engine.resolve.conditions import Assertion, assertions_of
from cfn_lint_cognito.engine.resolve.existence import conditional_references_of
from cfn_lint_cognito.engine.scenarios.circumstances import Case, Circumstances
from cfn_lint_cognito.engine.scenarios.decisions import Scenario, Undecided
from cfn_lint_cognito.engine.scenarios.view import Answers, View, conditions_among, parameters_among, view_of
from cfn_lint_cognito.engine.template.once import once_for_each_template
from cfn_lint_cognito.engine.template.parameters import ParameterValue
from cfn_lint_cognito.engine.template.pseudo_parameters import REGION
from cfn_lint_cognito.engine.template.template import Template

MOST_SCENARIOS: Final = 128
"""How many scenarios are judged for one rule and one resource, or one group of its items; the rest are not."""
_MOST_DECISIONS: Final = 8 * MOST_SCENARIOS

Result = TypeVar("Result")
Made = TypeVar("Made")


class Judged(Generic[Result]):
    """What was made of one scenario."""

    def __init__(self, circumstances: Circumstances, result: Result, scenario: Scenario) -> None:
        self.circumstances = circumstances
        self.result = result
        self.scenario = scenario


class Enumeration(Generic[Result]):
    """The scenarios that were judged, and whether these are all."""

    def __init__(self, judged: list[Judged[Result]], is_complete: bool) -> None:
        self.judged = judged
        self.is_complete = is_complete


class Combination(NamedTuple, Generic[Result]):
    """Values of several open parameters, and what was made of the scenario that has them."""

    values: Case
    result: Result | None


Combinations = Iterator[Combination[Result] | None]
"""All combinations of the values of several parameters; None at the end where they are too many."""


def scenarios(
    template: Template,
    judge: Callable[[View], Result | None],
    holding_in_all: Callable[[Result, Combinations[Result]], Result] | None = None,
) -> Enumeration[Result]:
    """What `judge` makes of every scenario that counts; None from `judge` leaves a scenario out. There are none where it
    objects to nothing in any of them.

    Where several parameters have open values, these are unknown in what counts. `holding_in_all` adds to its result what holds in
    all combinations of the values.
    """
    judged: list[tuple[View, Answers, Result]] = []
    pending = deque(_before_anything_is_asked(template))
    budget = iter(range(MOST_SCENARIOS))
    for view, answers, result in walk(pending, judge, View.open_choice, _MOST_DECISIONS):
        if result is not None:
            values = view.open_values(answers) if holding_in_all is not None else []
            if holding_in_all is not None and values:
                result = holding_in_all(result, _combinations(view.scenario, values, judge, budget))
            judged.append((view, answers, result))
        if len(judged) == MOST_SCENARIOS:
            break
    if not any(result for _, _, result in judged):
        return Enumeration([], not pending)
    conditions = dict.fromkeys(name for _, answers, _ in judged for name in conditions_among(answers))
    parameters = dict.fromkeys(name for _, answers, _ in judged for name in parameters_among(answers))
    results = [
        Judged(view.circumstances(answers, conditions, parameters), result, view.scenario)
        for view, answers, result in judged
    ]
    return Enumeration(results, not pending)


def _combinations(
    before: Scenario, some: list[Scenario], judge: Callable[[View], Result | None], budget: Iterator[int]
) -> Combinations[Result]:
    def open_choice(view: View, answers: Answers) -> list[Scenario]:
        return view.open_choice(answers) or view.open_values(answers)

    pending = deque(some)
    for view, _, result in walk(pending, judge, open_choice, MOST_SCENARIOS):
        if next(budget, None) is None:
            yield None
            return
        yield Combination(view.values_since(before), result)
    if pending:
        yield None


def walk(
    pending: deque[Scenario],
    make: Callable[[View], Made],
    open_choice: Callable[[View, Answers], list[Scenario]],
    most_decisions: int,
) -> Iterator[tuple[View, Answers, Made]]:
    """What `make` makes of each scenario that leaves nothing open of what it asks. `open_choice` tells what it leaves open
    without an objection. What was not looked at after so many decisions is left in `pending`.

    After each scenario the oldest open choice comes next, so that each condition is soon seen both ways: where there are
    too many scenarios for all to be looked at, those that are differ as much as they can.
    """
    take = pending.popleft
    for _ in range(most_decisions):
        if not pending:
            return
        view = view_of(take())
        take = pending.pop
        if view.scenario.is_rejected:
            continue
        try:
            made, answers = view.recording(partial(make, view))
        except Undecided as choice:
            alternatives = choice.alternatives
        else:
            alternatives = open_choice(view, answers)
            if not alternatives:
                take = pending.popleft
                yield view, answers, made
        pending.extend(reversed(alternatives))


@once_for_each_template
def _before_anything_is_asked(template: Template) -> list[Scenario]:
    """One scenario for each set of given parameters, where the region is decided if one alone was named."""
    several = [_given_values(template, given) for given in template.given or ({},)]
    names = frozenset(itertools.chain.from_iterable(several))
    differing = frozenset(name for name in names if len({given.get(name) for given in several}) > 1)
    only_region = template.parameters_and_region[REGION].accepted_values
    region = {REGION: only_region[0]} if len(only_region) == 1 else {}
    return [
        Scenario.of(template, decided, differing, _asserted(template, decided) if decided else asserted_of(template))
        for decided in ({**given, **region} for given in several)
    ]


@once_for_each_template
def asserted_of(template: Template) -> Sequence[Assertion]:
    """What CloudFormation asks of the deployments of a template."""
    return _asserted(template, {})


def _asserted(template: Template, given: Mapping[str, ParameterValue]) -> Sequence[Assertion]:
    """The assertions of the Rules section, and those that what is referred to exists. Where no deployment has everything, nobody
    can deploy the template as it is, and only the Rules count.
    """
    rules, references = assertions_of(template), conditional_references_of(template)
    if not references:
        return rules
    both = [*rules, *(reference.assertion(template) for reference in references)]
    names = dict.fromkeys(name for reference in references for name in reference.conditions)

    def decide(view: View) -> None:
        for name in names:
            view.condition(name)

    possible = walk(deque([Scenario.of(template, given, frozenset(), both)]), decide, _no_choice, _MOST_DECISIONS)
    return rules if next(possible, None) is None else both


def _no_choice(view: View, answers: Answers) -> list[Scenario]:
    return []


def _given_values(template: Template, given: Mapping[str, Any]) -> dict[str, ParameterValue]:
    values = {
        name: parameter.value_of(given[name])
        for name, parameter in template.parameters.items()
        if name in given and not parameter.is_stored
    }
    return {name: value for name, value in values.items() if value is not None}
