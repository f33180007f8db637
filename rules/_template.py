"""A template as plain data: what is declared in it, read once and shared by every rule.

Nothing in here resolves anything. Odd shapes (a list where a map belongs, a parameter without a type) are left out
instead of raising, since cfn-lint reports them.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Hashable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from cfn_lint_cognito._conditions import Conditions, Formula, formula_of
from cfn_lint_cognito._memory import Memory
from cfn_lint_cognito._references import conditions, mentions

TemplatePath = tuple[str | int, ...]
ParameterValue = str | tuple[str, ...]

REGION = "AWS::Region"
PARTITIONS = {
    "cn-": ("aws-cn", "amazonaws.com.cn"),
    "us-gov-": ("aws-us-gov", "amazonaws.com"),
    "us-iso-": ("aws-iso", "c2s.ic.gov"),
    "us-isob-": ("aws-iso-b", "sc2s.sgov.gov"),
    "us-isof-": ("aws-iso-f", "csp.hci.ic.gov"),
    "eu-isoe-": ("aws-iso-e", "cloud.adc-e.uk"),
    "eusc-": ("aws-eusc", "amazonaws.eu"),
}
"""AWS::Partition and AWS::URLSuffix by how the names of regions begin; any others are of `aws` and `amazonaws.com`."""


def scalar_text(value: Any) -> str | None:
    """The text CloudFormation makes of a scalar (`true`, `60`, `a`); None for anything else."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (str, int, float)):
        try:
            return str(value)
        except ValueError:  # An integer of thousands of digits.
            return None
    return None


def _number(value: Any) -> float | None:
    text = scalar_text(value)
    try:
        return None if text is None else float(text)
    except ValueError:
        return None


class Parameter:
    """A template parameter. Values are texts, or tuples of texts for the list types (`is_list`). Where it `is_stored`, what
    is declared are names in the SSM parameter store, not values.
    """

    def __init__(self, declared: Mapping[str, Any]) -> None:
        kind = str(declared.get("Type", ""))
        self.is_list = kind == "CommaDelimitedList" or kind.startswith("List<")
        self.is_stored = kind.startswith("AWS::SSM::")
        self.declared = declared

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

    @property
    def allowed_values(self) -> tuple[str, ...]:
        """The AllowedValues in their order; empty when any value is allowed, and for a list, which may be made of any of
        them.
        """
        return () if self.is_list else self._allowed

    @cached_property
    def _allowed(self) -> tuple[str, ...]:
        allowed = self.declared.get("AllowedValues")
        if self.is_stored or not isinstance(allowed, list):
            return ()
        texts = (scalar_text(item) for item in allowed)
        return tuple(text for text in texts if text is not None)

    def accepts(self, value: ParameterValue) -> bool:
        """Whether CloudFormation would take `value`. AllowedPattern is only tried with the empty text, on which its dialect,
        that of Java, hardly differs from Python's.
        """
        if self._allowed:
            return all(item in self._allowed for item in (value if isinstance(value, tuple) else (value,)))
        if self.is_stored or not isinstance(value, str):
            return True
        number = _number(value) if self.declared.get("Type") == "Number" else None
        return (
            self._within("MinLength", "MaxLength", len(value))
            and (number is None or self._within("MinValue", "MaxValue", number))
            and not (value == "" and self._forbids_the_empty_text)
        )

    @cached_property
    def _forbids_the_empty_text(self) -> bool:
        pattern = self.declared.get("AllowedPattern")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # What Python thinks of a pattern of Java's is of no use to anybody.
            try:
                return isinstance(pattern, str) and re.search(pattern, "") is None
            except (re.error, OverflowError, RecursionError):
                return False

    def _within(self, least: str, most: str, size: float) -> bool:
        lower, upper = (_number(self.declared.get(limit)) for limit in (least, most))
        return (lower is None or size >= lower) and (upper is None or size <= upper)


class Resource:
    """A resource as it is written. `properties` is whatever stands under Properties, intrinsics and all; `aspect` says which
    part of the resource this is, where it is looked at part by part.
    """

    def __init__(self, name: str, declared: Mapping[str, Any], aspect: Hashable = None) -> None:
        self.name = name
        self.type: str = declared["Type"]
        self.declared = declared
        self.aspect = aspect

    @property
    def path(self) -> TemplatePath:
        return ("Resources", self.name)

    @cached_property
    def properties(self) -> Any:
        return self.declared["Properties"] if "Properties" in self.declared else {}  # noqa: SIM401 - get() of cfn-lint copies {}

    @cached_property
    def property_names(self) -> frozenset[str] | None:
        """The properties that are written; None where an intrinsic, a macro or a loop may make others."""
        written = self.properties
        if not isinstance(written, dict) or any(str(key).startswith("Fn::") for key in written):
            return None
        return frozenset(written)

    @cached_property
    def conditions_of_items(self) -> Mapping[str, list[frozenset[str]]]:
        """For each property that is a list, the conditions in each item."""
        if self.property_names is None:
            return {}
        return {
            name: [frozenset(conditions(item)) for item in value]
            for name, value in self.properties.items()
            if isinstance(value, list)
        }

    @cached_property
    def mentions(self) -> frozenset[str]:
        """What the resource names: `Pool`, `WebClient.ClientSecret`."""
        return frozenset(mentions(self.declared))

    @cached_property
    def references(self) -> frozenset[str]:
        """The logical IDs of what the resource names."""
        return frozenset(name.partition(".")[0] for name in self.mentions)

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


class Assertion(NamedTuple):
    """One assertion of the Rules section; it is asked only where `condition`, if there is one, holds."""

    condition: Formula | None
    asserted: Formula


class Template:
    """Everything a rule may ask a template.

    `document` is the template after the transforms that cfn-lint knows, `regions` those cfn-lint is run for and
    `given` one map of parameter values for each parameter set that cfn-lint was given. `guessed` are the resources that a
    loop (`Fn::ForEach`) over values that only the deployment knows has to do with: cfn-lint shows them with some values.
    """

    def __init__(
        self,
        document: Mapping[str, Any],
        regions: tuple[str, ...],
        given: tuple[Mapping[str, Any], ...] = (),
        guessed: frozenset[str] = frozenset(),
    ) -> None:
        self.document = document
        self.regions = regions
        self.given = given
        self.guessed = guessed

    @cached_property
    def memory(self) -> Memory:
        """What was made of this template so far."""
        return Memory()

    @cached_property
    def parameters(self) -> dict[str, Parameter]:
        return {name: Parameter(declared) for name, declared in self._maps_of("Parameters")}

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
            name: Resource(name, declared)
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
