"""A template as plain data: what is declared in it, read once and shared by every rule.

Nothing in here resolves anything. Odd shapes (a list where a map belongs, a parameter without a type) are left out
instead of raising, since cfn-lint reports them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from cfn_lint_cognito._conditions import Conditions, Formula, formula_of
from cfn_lint_cognito._memory import Memory

TemplatePath = tuple[str | int, ...]
ParameterValue = str | tuple[str, ...]

REGION = "AWS::Region"


def scalar_text(value: Any) -> str | None:
    """The text CloudFormation makes of a scalar (`true`, `60`, `a`); None for anything else."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (str, int, float)):
        return str(value)
    return None


@dataclass(frozen=True)
class Parameter:
    """A template parameter. Values are texts, or tuples of texts for the list types."""

    name: str
    is_list: bool
    is_stored: bool
    """The declared values are names in the SSM parameter store, not values."""
    declared: Mapping[str, Any] = field(repr=False)

    @classmethod
    def from_declaration(cls, name: str, declared: Mapping[str, Any]) -> Parameter:
        kind = str(declared.get("Type", ""))
        return cls(
            name=name,
            is_list=kind == "CommaDelimitedList" or kind.startswith("List<"),
            is_stored=kind.startswith("AWS::SSM::"),
            declared=declared,
        )

    def value_of(self, written: Any) -> ParameterValue | None:
        """What `written` (a Default, an allowed value, a value given to cfn-lint) means for this parameter."""
        if self.is_list:
            if isinstance(written, list):
                texts = [scalar_text(item) for item in written]
                return tuple(text.strip() for text in texts if text is not None)
            text = scalar_text(written)
            return None if text is None else tuple(item.strip() for item in text.split(","))
        return scalar_text(written)

    @cached_property
    def default(self) -> ParameterValue | None:
        return None if self.is_stored or "Default" not in self.declared else self.value_of(self.declared["Default"])

    @cached_property
    def allowed_values(self) -> tuple[ParameterValue, ...]:
        """The AllowedValues in their order; empty when any value is allowed."""
        allowed = self.declared.get("AllowedValues")
        if self.is_stored or not isinstance(allowed, list):
            return ()
        values = (self.value_of(item) for item in allowed)
        return tuple(value for value in values if value is not None)

    def accepts(self, value: ParameterValue) -> bool:
        """Whether CloudFormation would take `value`. AllowedPattern is not tried: its dialect is Java's."""
        if self.allowed_values:
            return value in self.allowed_values
        if isinstance(value, str) and not self.is_stored:
            return self._within("MinLength", "MaxLength", len(value))
        return True

    def _within(self, least: str, most: str, size: int) -> bool:
        lower, upper = scalar_text(self.declared.get(least)), scalar_text(self.declared.get(most))
        return not (
            (lower is not None and lower.isdigit() and size < int(lower))
            or (upper is not None and upper.isdigit() and size > int(upper))
        )


@dataclass(frozen=True)
class Resource:
    """A resource as it is written. `properties` is whatever stands under Properties, intrinsics and all."""

    name: str
    type: str
    declared: Mapping[str, Any] = field(repr=False)
    aspect: str = ""
    """Which part of the resource this is, where it is looked at part by part."""

    @property
    def path(self) -> TemplatePath:
        return ("Resources", self.name)

    @property
    def properties(self) -> Any:
        return self.declared.get("Properties", {})

    @property
    def condition(self) -> str | None:
        condition = self.declared.get("Condition")
        return condition if isinstance(condition, str) else None

    @property
    def cdk_path(self) -> str | None:
        """The construct path that the CDK writes into Metadata, e.g. `Stack/Pool/Web/Resource`."""
        metadata = self.declared.get("Metadata")
        path = metadata.get("aws:cdk:path") if isinstance(metadata, dict) else None
        return path if isinstance(path, str) else None


@dataclass(frozen=True)
class Assertion:
    """One assertion of the Rules section; it is asked only where `condition`, if there is one, holds."""

    condition: Formula | None
    asserted: Formula


@dataclass(frozen=True, eq=False)
class Template:
    """Everything a rule may ask a template.

    `document` is the template after the transforms that cfn-lint knows, `regions` those cfn-lint is run for and
    `given` one map of parameter values for each parameter set that cfn-lint was given. `guessed` are the resources that a
    loop (`Fn::ForEach`) over values that only the deployment knows has to do with: cfn-lint shows them with some values.
    """

    document: Mapping[str, Any] = field(repr=False)
    regions: tuple[str, ...]
    given: tuple[Mapping[str, Any], ...] = ()
    guessed: frozenset[str] = frozenset()

    @cached_property
    def memory(self) -> Memory:
        """What was made of this template so far."""
        return Memory()

    @cached_property
    def parameters(self) -> dict[str, Parameter]:
        return {name: Parameter.from_declaration(name, declared) for name, declared in self._maps_of("Parameters")}

    @cached_property
    def conditions(self) -> Conditions:
        return Conditions(dict(self._section("Conditions")))

    @cached_property
    def mappings(self) -> dict[str, dict[str, Any]]:
        return dict(self._maps_of("Mappings"))

    @cached_property
    def assertions(self) -> list[Assertion]:
        """The Rules of the template: what CloudFormation asks of its parameters before it deploys anything."""
        return [
            Assertion(
                formula_of(declared["RuleCondition"]) if "RuleCondition" in declared else None, formula_of(asserted)
            )
            for _, declared in self._maps_of("Rules")
            if isinstance(declared.get("Assertions"), list)
            for asserted in (item.get("Assert") for item in declared["Assertions"] if isinstance(item, dict))
        ]

    @cached_property
    def resources(self) -> dict[str, Resource]:
        return {
            name: Resource(name, declared["Type"], declared)
            for name, declared in self._maps_of("Resources")
            if isinstance(declared.get("Type"), str)
        }

    @cached_property
    def outputs(self) -> dict[str, dict[str, Any]]:
        return dict(self._maps_of("Outputs"))

    @cached_property
    def _resources_by_type(self) -> dict[str, list[Resource]]:
        by_type: dict[str, list[Resource]] = {}
        for resource in self.resources.values():
            by_type.setdefault(resource.type, []).append(resource)
        return by_type

    def resources_of(self, resource_type: str) -> list[Resource]:
        return self._resources_by_type.get(resource_type, [])

    def _section(self, name: str) -> Iterator[tuple[str, Any]]:
        entries = self.document.get(name)
        if isinstance(entries, dict):
            yield from ((key, value) for key, value in entries.items() if isinstance(key, str))

    def _maps_of(self, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
        return ((key, value) for key, value in self._section(name) if isinstance(value, dict))
