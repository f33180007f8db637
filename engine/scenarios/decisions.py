"""The decisions that make a scenario."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from cfn_lint_cognito.engine.resolve.conditions import Equality, Named, assertions_of, conditions_of
from cfn_lint_cognito.engine.resolve.resolver import Argument, Resolver
from cfn_lint_cognito.engine.scenarios.representatives import Sides
from cfn_lint_cognito.engine.scenarios.satisfiability import is_satisfiable, linked_with
from cfn_lint_cognito.engine.template.once import once_for_each_template
from cfn_lint_cognito.engine.template.parameters import ParameterValue
from cfn_lint_cognito.engine.template.pseudo_parameters import REGION
from cfn_lint_cognito.engine.template.template import Template
from cfn_lint_cognito.engine.values.text import Text, may_equal, one_parameter, without_common_ends
from cfn_lint_cognito.engine.values.truth import Truth
from cfn_lint_cognito.engine.values.value import text_of

if TYPE_CHECKING:
    from cfn_lint_cognito.engine.scenarios.view import View

Made = TypeVar("Made")


class Undecided(Exception):  # noqa: N818 - a question, not an error
    """A choice that the deployment has not made. `alternatives` are the scenarios that make it, as far as they are possible."""

    def __init__(self, alternatives: Sequence[Scenario]) -> None:
        super().__init__("undecided")
        self.alternatives = alternatives


class Scenario:
    """What one scenario has decided so far; everything else is open.

        parameters   {"Stage": "prod", "AWS::Region": "eu-west-1"}    what parameters (and the region) are
        equalities   {'"prod" = {"Ref": "Stage"}': (Equality, True)}  which Fn::Equals hold, by their key
        given        {"Stage": "prod"}                                which of the parameters the host was given
        ranged       {"AWS::Region"}                                  which of them are looked at value by value

    A scenario is never changed: each decision makes new ones, and all rules walk the same tree of them.
    """

    def __init__(
        self,
        template: Template,
        given: Mapping[str, ParameterValue],
        parameters: Mapping[str, ParameterValue],
        equalities: Mapping[str, tuple[Equality, bool]],
        ranged: frozenset[str],
    ) -> None:
        self.template = template
        self.given = given
        self.parameters = parameters
        self.equalities = equalities
        self.ranged = ranged
        self.view: View | None = None
        self._sides = _known_sides(template)
        self._next: dict[Hashable, list[Scenario]] = {}
        """The scenarios that further decisions made of this one."""
        self._conditions: dict[str, tuple[Truth, Equality | None]] = {}

    @classmethod
    def of(cls, template: Template, given: Mapping[str, ParameterValue], ranged: frozenset[str]) -> Scenario:
        """What a template and the given parameters decide, before anything is asked."""
        return cls(template, given, given, {}, ranged)

    @cached_property
    def _resolver(self) -> Resolver:
        return Resolver(_Decided(self))

    def sides(self, equality: Equality) -> Sides:
        """What is decided of the two texts that an equality compares."""
        names = self.parameters.keys() if equality.parameters is None else equality.parameters
        seen = equality.key, tuple((name, self.parameters[name]) for name in names if name in self.parameters)
        if seen not in self._sides:
            left, right = (self._resolver.value(written, ()) for written in (equality.left, equality.right))
            self._sides[seen] = _compared(text_of(left), text_of(right))
        return self._sides[seen]

    def truth(self, equality: Equality) -> Truth:
        decided = self.equalities.get(equality.key)
        return may_equal(*self.sides(equality)) if decided is None else decided[1]

    def condition(self, name: str) -> tuple[Truth, Equality | None]:
        """Whether a condition holds; where that is not decided, also the equality that comes first to decide it."""
        if name not in self._conditions:
            self._conditions[name] = conditions_of(self.template).evaluate(Named(name), self.truth)
        return self._conditions[name]

    def can_be(self, name: str, value: ParameterValue) -> bool:
        """Whether a parameter (or the region) can still have `value`."""
        if name in self.parameters:
            return self.parameters[name] == value
        parameter = self.template.parameters.get(name)
        if parameter is not None and not parameter.accepts(value):
            return False
        return is_satisfiable(self.with_parameter(name, value), linked_with(frozenset([name]), self))

    def can_be_under_rules(self, name: str, value: ParameterValue) -> bool:
        """Whether a parameter (or the region) can still have `value`, for the Rules section too."""
        if not self.can_be(name, value):
            return False
        return not assertions_of(self.template) or not self.with_parameter(name, value).breaks_an_assertion

    def excluded_values(self, name: str) -> tuple[str, ...]:
        """The values that a parameter was decided not to have, each by an equality of it alone."""
        excluded: dict[str, None] = {}
        for equality, holds in self.equalities.values():
            if not holds:
                for here, there in itertools.permutations(self.sides(equality)):
                    if one_parameter(here) == name and there is not None and there.known is not None:
                        excluded[there.known] = None
        return tuple(excluded)

    def ranging(self, name: str, values: Sequence[ParameterValue]) -> list[Scenario]:
        """This scenario once for each of the `values` of a parameter."""
        decision = name, tuple(values)
        if decision not in self._next:
            self._next[decision] = [self.with_parameter(name, value, ranged=True) for value in values]
        return self._next[decision]

    def choices(self, equality: Equality) -> list[Scenario]:
        """This scenario with the equality true and with it false, as far as each is possible."""
        if equality.key not in self._next:
            linked = [*linked_with(equality.parameters, self), equality]
            choices = (self._with_equality(equality, holds) for holds in (True, False))
            self._next[equality.key] = [
                follows
                for choice in choices
                if is_satisfiable(choice, linked)
                # An earlier equality that cannot be compared with this one may be told by the value that this one leaves.
                and ((follows := choice._with_what_follows(equality)) is choice or is_satisfiable(follows, linked))
            ]
        return self._next[equality.key]

    def with_parameter(self, name: str, value: ParameterValue, ranged: bool = False) -> Scenario:
        parameters = {**self.parameters, name: value}
        ranged_names = self.ranged | {name} if ranged else self.ranged
        return Scenario(self.template, self.given, parameters, self.equalities, ranged_names)

    def _with_equality(self, equality: Equality, holds: bool) -> Scenario:
        equalities = {**self.equalities, equality.key: (equality, holds)}
        return Scenario(self.template, self.given, self.parameters, equalities, self.ranged)

    def _with_what_follows(self, equality: Equality) -> Scenario:
        """With the parameters of an equality that was just decided, where one value is left for them."""
        scenario = self
        holds = self.equalities[equality.key][1]
        for here, there in itertools.permutations(self.sides(equality)):
            name, value = one_parameter(here), None if there is None else there.known
            if name is None or name in scenario.parameters:
                continue
            if name != REGION and name not in self.template.parameters:
                continue  # Of a pseudo parameter or a resource no more is known than what it was compared with.
            if holds and value is not None:
                scenario = scenario.with_parameter(name, value)
                continue
            parameter = self.template.parameters.get(name)
            allowed = () if parameter is None else parameter.accepted_values
            possible = list(itertools.islice((value for value in allowed if scenario.can_be(name, value)), 2))
            if len(possible) == 1:
                scenario = scenario.with_parameter(name, possible[0])
        return scenario

    @cached_property
    def breaks_an_assertion(self) -> bool:
        """Whether the Rules section surely stops this scenario."""
        evaluate = conditions_of(self.template).evaluate
        return any(
            evaluate(assertion.asserted, self._certain_truth)[0] is False
            and (assertion.condition is None or evaluate(assertion.condition, self._certain_truth)[0] is True)
            for assertion in assertions_of(self.template)
        )

    def _certain_truth(self, equality: Equality) -> Truth:
        """The truth of an equality, also where it follows from the decisions."""
        truth = self.truth(equality)
        if truth is not None:
            return truth
        choices = self.choices(equality)
        return choices[0].equalities[equality.key][1] if len(choices) == 1 else None


class _Decided:
    """What a condition sees of a scenario: only what is decided, no default."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self._made: dict[Hashable, Any] = {}

    @property
    def template(self) -> Template:
        return self.scenario.template

    def parameter(self, name: str) -> Argument | None:
        value = self.scenario.parameters.get(name)
        return None if value is None else Argument(value)

    def parameter_as_key(self, name: str, keys: Sequence[str]) -> ParameterValue | None:
        return self.scenario.parameters.get(name)

    def region(self) -> str | None:
        region = self.scenario.parameters.get(REGION)
        return region if isinstance(region, str) else None

    def condition(self, name: str) -> Truth:
        return None

    def memoized(self, thing: Hashable, make: Callable[[], Made]) -> Made:
        if thing not in self._made:
            self._made[thing] = make()
        made: Made = self._made[thing]
        return made


@once_for_each_template
def _known_sides(template: Template) -> dict[Hashable, Sides]:
    """The texts that equalities compare: many scenarios see the same."""
    return {}


def _compared(left: Text | None, right: Text | None) -> Sides:
    """The sides of an equality without what they have in common. An `Fn::Equals` of a parameter alone is so already."""
    if left is None or right is None or (len(left.parts) == 1 and len(right.parts) == 1):
        return left, right
    return without_common_ends(left, right)
