"""What can be asked of a scenario to find out whether its decisions are possible."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from cfn_lint_cognito.engine.resolve.conditions import Equality
from cfn_lint_cognito.engine.scenarios.representatives import Sides
from cfn_lint_cognito.engine.template.parameters import ParameterValue
from cfn_lint_cognito.engine.template.template import Template
from cfn_lint_cognito.engine.values.truth import Truth


class Decided(Protocol):
    """A scenario, as far as its decisions count: `Scenario` asks whether it is possible of modules that cannot import it."""

    @property
    def template(self) -> Template: ...

    @property
    def parameters(self) -> Mapping[str, ParameterValue]:
        """What parameters (and the region) are."""

    @property
    def equalities(self) -> Mapping[str, tuple[Equality, bool]]:
        """Which `Fn::Equals` hold, by their key."""

    def equalities_about(self, name: str) -> Sequence[Equality]:
        """The decided equalities that a parameter may change."""

    def sides(self, equality: Equality) -> Sides:
        """What is decided of the two texts that an equality compares."""

    def truth(self, equality: Equality) -> Truth: ...

    def with_parameter(self, name: str, value: ParameterValue) -> Decided: ...

    def with_parameters(self, values: Mapping[str, ParameterValue]) -> Decided: ...
