"""The Conditions and Rules of a template as formulas over equalities, evaluated in three values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from cfn_lint_cognito.engine.resolve.function import is_function
from cfn_lint_cognito.engine.resolve.functions import entry
from cfn_lint_cognito.engine.resolve.references import named_by, named_in
from cfn_lint_cognito.engine.resolve.spelling import spelled
from cfn_lint_cognito.engine.template.once import once_for_each_template
from cfn_lint_cognito.engine.template.pseudo_parameters import DECIDED_BY
from cfn_lint_cognito.engine.template.template import Template
from cfn_lint_cognito.engine.values.truth import Truth, negated


class Equality:
    """One `Fn::Equals`. Two of them with the same sides, in any order, have the same `key`.

    `parameters` are those whose value it may depend on; None when that cannot be told by looking at it.
    """

    def __init__(self, left: Any, right: Any) -> None:
        self.key = " = ".join(sorted(spelled(side) for side in (left, right)))
        self.left = left
        self.right = right
        self.parameters = _parameters_in([left, right])

    @cached_property
    def names(self) -> frozenset[str]:
        """All that it names, also what `parameters` cannot tell."""
        named = frozenset(named_in([self.left, self.right]))
        return named | {DECIDED_BY[name] for name in named & DECIDED_BY.keys()}


class All(NamedTuple):
    formulas: tuple[Formula, ...]


class Not(NamedTuple):
    formula: Formula


class Named(NamedTuple):
    name: str


class Malformed(NamedTuple):
    """Something cfn-lint reports. Its truth is never known."""

    written: Any


Formula = Equality | All | Not | Named | Malformed
Knowledge = Callable[[Equality], Truth]


def _nothing(equality: Equality) -> Truth:
    return None


class Conditions:
    """The named conditions of one template, each read once, and only when something depends on it."""

    def __init__(self, written: Mapping[str, Any]) -> None:
        self._written = written
        self._formulas: dict[str, Formula] = {}

    def evaluate(self, formula: Formula, known: Knowledge) -> tuple[Truth, Equality | None]:
        """True, False or None where the equalities that `known` tells do not settle it; then also the first of those
        that it does not know, or None when no equality would settle it.

        Each named condition is evaluated once, so the work is linear in what is written.
        """
        try:
            return self._evaluate(formula, known, {})
        except RecursionError:  # Hundreds of conditions, each made of the next.
            return None, None

    def _evaluate(
        self, formula: Formula, known: Knowledge, seen: dict[str, tuple[Truth, Equality | None]]
    ) -> tuple[Truth, Equality | None]:
        if isinstance(formula, Equality):
            value = known(formula)
            return value, formula if value is None else None
        if isinstance(formula, Not):
            value, open_equality = self._evaluate(formula.formula, known, seen)
            return negated(value), open_equality
        if isinstance(formula, Named):
            if formula.name not in seen:
                seen[formula.name] = None, None
                if formula.name in self._written:
                    seen[formula.name] = self._evaluate(self._formula(formula.name), known, seen)
            return seen[formula.name]
        if isinstance(formula, All):
            settled, first_open = True, None
            for part in formula.formulas:
                value, open_equality = self._evaluate(part, known, seen)
                if value is False:
                    return False, None
                settled = settled and value is True
                first_open = first_open or open_equality
            return (True, None) if settled else (None, first_open)
        return None, None

    def rests_on(self, name: str, known: Knowledge) -> list[Equality] | None:
        """The equalities that settle a condition, which is decided, through other conditions too; None where that is too deep
        to be told. Those that could be otherwise without changing it are left out.
        """
        found: dict[str, Equality] = {}
        try:
            self._collect(Named(name), known, {}, found, set())
        except RecursionError:
            return None
        return list(found.values())

    def _collect(
        self,
        formula: Formula,
        known: Knowledge,
        evaluated: dict[str, tuple[Truth, Equality | None]],
        found: dict[str, Equality],
        visited: set[str],
    ) -> None:
        if isinstance(formula, Equality):
            found[formula.key] = formula
        elif isinstance(formula, Not):
            self._collect(formula.formula, known, evaluated, found, visited)
        elif isinstance(formula, Named):
            if formula.name in self._written and formula.name not in visited:
                visited.add(formula.name)
                self._collect(self._formula(formula.name), known, evaluated, found, visited)
        elif isinstance(formula, All):
            parts = formula.formulas
            refuting = [part for part in parts if self._evaluate(part, known, evaluated)[0] is False]
            for part in refuting[:1] or parts:
                self._collect(part, known, evaluated, found, visited)

    def equalities_in(self, formula: Formula) -> list[Equality] | None:
        """All equalities of a formula, through named conditions too; None where that is too deep to be told."""
        found: dict[str, Equality] = {}
        try:
            self._collect(formula, _nothing, {}, found, set())
        except RecursionError:
            return None
        return list(found.values())

    def _formula(self, name: str) -> Formula:
        if name not in self._formulas:
            self._formulas[name] = formula_of(self._written[name])
        return self._formulas[name]


def formula_of(written: Any) -> Formula:
    """The formula of a condition, or of an assertion of the Rules section."""
    if not (isinstance(written, dict) and len(written) == 1):
        return Malformed(written)
    function, argument = next(iter(written.items()))
    if function == "Condition":
        return Named(argument) if isinstance(argument, str) else Malformed(written)
    if not isinstance(argument, list):
        return Malformed(written)
    if function == "Fn::Equals" and len(argument) == 2:
        return Equality(*argument)
    if function == "Fn::Contains" and len(argument) == 2 and isinstance(argument[0], list):
        return _contains(argument[0], argument[1])
    if function == "Fn::EachMemberEquals" and len(argument) == 2 and isinstance(argument[0], list):
        return All(tuple(Equality(item, argument[1]) for item in argument[0]))
    if function == "Fn::EachMemberIn" and len(argument) == 2 and all(isinstance(items, list) for items in argument):
        return All(tuple(_contains(argument[1], item) for item in argument[0]))
    formulas = tuple(formula_of(item) for item in argument)
    if function == "Fn::And":
        return All(formulas)
    if function == "Fn::Or":
        return _any(formulas)
    if function == "Fn::Not" and len(formulas) == 1:
        return Not(formulas[0])
    return Malformed(written)


def _contains(items: list[Any], value: Any) -> Formula:
    return _any(tuple(Equality(item, value) for item in items))


def _any(formulas: tuple[Formula, ...]) -> Formula:
    return Not(All(tuple(Not(formula) for formula in formulas)))


def _parameters_in(written: Any) -> frozenset[str] | None:
    """The parameters that a value may depend on; None where a function hides them."""
    if isinstance(written, list):
        found = [_parameters_in(item) for item in written]
    elif isinstance(written, dict):
        functions = [(key, argument) for key, argument in written.items() if is_function(key)]
        if not all(entry(key).shows_what_it_names(argument) for key, argument in functions):
            return None
        named = frozenset(named_by(written))
        found = [
            named | {DECIDED_BY[name] for name in named & DECIDED_BY.keys()},
            *map(_parameters_in, written.values()),
        ]
    else:
        return frozenset()
    return None if None in found else frozenset().union(*(names for names in found if names))


class Assertion(NamedTuple):
    """What CloudFormation asks of a deployment; it is asked only where `condition`, if there is one, holds. `parameters` are those
    that it may depend on; None when that cannot be told.
    """

    condition: Formula | None
    asserted: Formula
    parameters: frozenset[str] | None


@once_for_each_template
def conditions_of(template: Template) -> Conditions:
    return Conditions(template.conditions)


@once_for_each_template
def assertions_of(template: Template) -> list[Assertion]:
    """What CloudFormation asks of the parameters before it deploys anything."""
    return [
        _assertion(template, declared, item.get("Assert"))
        for declared in template.rules.values()
        if isinstance(declared.get("Assertions"), list)
        for item in declared["Assertions"]
        if isinstance(item, dict)
    ]


def _assertion(template: Template, declared: Mapping[str, Any], written: Any) -> Assertion:
    condition = formula_of(declared["RuleCondition"]) if "RuleCondition" in declared else None
    return assertion_of(template, condition, formula_of(written))


def assertion_of(template: Template, condition: Formula | None, asserted: Formula) -> Assertion:
    equalities = conditions_of(template).equalities_in(asserted if condition is None else All((condition, asserted)))
    parameters = [None] if equalities is None else [equality.parameters for equality in equalities]
    known = None if None in parameters else frozenset().union(*(names for names in parameters if names))
    return Assertion(condition, asserted, known)
