"""What something may be in any scenario that a template can make, whatever the host was given.

A finding is about the scenarios that the host asked for. Whether somebody chose is about the template: a switch that a condition
or a parameter turns is a choice in the scenario for which it is off, too.
"""

from __future__ import annotations

import itertools
import re
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any, Final, TypeVar

from cfn_lint_cognito.engine.scenarios.decisions import Scenario
from cfn_lint_cognito.engine.scenarios.enumeration import MOST_SCENARIOS, asserted_of, walk
from cfn_lint_cognito.engine.scenarios.view import Answers, View
from cfn_lint_cognito.engine.template.pseudo_parameters import REGION
from cfn_lint_cognito.engine.template.template import Template

Made = TypeVar("Made")

_REGION: Final = re.compile(r"[a-z]{2,4}(-[a-z]+)+-[0-9]")


def possibilities(template: Template, make: Callable[[View], Made]) -> Iterator[Made | None]:
    """What `make` makes of each scenario, and None for those that are not looked at: at the end, where there are too many,
    and after one that takes a parameter's Default where any value is allowed.

    Unlike those that findings are about, these range over all values that a parameter allows, whatever its Default, and over
    all regions that a mapping has.
    """
    template = template.of_any_region
    asserted = asserted_of(template)
    pending = deque([Scenario.of(template, {}, frozenset(), asserted)])
    regions = [
        Scenario.of(template, {REGION: region}, frozenset(), asserted) for region in _regions_of_mappings(template)
    ]
    for view, answers, made in walk(pending, make, _ranging, MOST_SCENARIOS):
        if regions and _knows_a_region(view.scenario):  # Where the region matters, all of them do.
            pending.extend(regions)
            regions = []
        yield made
        if _takes_a_default(view, answers):
            yield None
    if pending:
        yield None


def _takes_a_default(view: View, answers: Answers) -> bool:
    return any(
        kind.startswith("parameter") and answer is not None and name not in view.scenario.parameters
        for (kind, name, *_), answer in answers.items()
    )


def _knows_a_region(scenario: Scenario) -> bool:
    decided = (equality for equality, _ in scenario.equalities.values())
    return REGION in scenario.parameters or any(REGION in equality.names for equality in decided)


def _regions_of_mappings(template: Template) -> list[str]:
    rows: list[Any] = [row for mapping in template.mappings.values() for row in (mapping, *mapping.values())]
    keys = itertools.chain.from_iterable(row for row in rows if isinstance(row, dict))
    return sorted({key for key in keys if isinstance(key, str) and _REGION.fullmatch(key)})


def _ranging(view: View, answers: Answers) -> list[Scenario]:
    """The scenario of a view once for each value of a parameter that it asked for and that is not decided."""
    for kind, name, *keys in answers:
        if kind.startswith("parameter") and name not in view.scenario.parameters:
            values = view.template.parameters[name].accepted_values or tuple(keys)
            possible = [value for value in values if view.scenario.can_be_deployed_with(name, value)]
            if possible:
                return view.scenario.ranging(name, possible)
    return []
