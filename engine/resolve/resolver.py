"""Resolves what stands in a template, as far as one scenario is known."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol, TypeVar

from cfn_lint_cognito.engine.resolve.dynamic_references import BEGINNING, text_or_holes
from cfn_lint_cognito.engine.resolve.function import function_of
from cfn_lint_cognito.engine.resolve.functions import IF, entry
from cfn_lint_cognito.engine.resolve.spelling import as_written
from cfn_lint_cognito.engine.template.parameters import ParameterValue
from cfn_lint_cognito.engine.template.pseudo_parameters import NO_VALUE
from cfn_lint_cognito.engine.template.template import Template
from cfn_lint_cognito.engine.values.placeholders import holds_placeholder
from cfn_lint_cognito.engine.values.truth import Truth
from cfn_lint_cognito.engine.values.value import (
    Entries,
    Items,
    Known,
    Origin,
    TemplatePath,
    Unknown,
    Value,
    scalar_text,
)

Made = TypeVar("Made")


class Argument(NamedTuple):
    """The value of a parameter, where it comes from in words, and where it is written, if that is in the template."""

    value: ParameterValue
    source: str = ""
    written: TemplatePath | None = None


class Environment(Protocol):
    """What a scenario has decided. None means undecided or unknown."""

    @property
    def template(self) -> Template: ...

    def parameter(self, name: str) -> Argument | None: ...

    def parameter_as_key(self, name: str, keys: Sequence[str]) -> ParameterValue | None:
        """The value of a parameter that selects one of the `keys` of a mapping."""

    def region(self) -> str | None: ...

    def condition(self, name: str) -> Truth: ...

    def memoized(self, thing: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` makes of the template in this environment. It need not be called a second time."""


class Resolver:
    """Resolves what stands in a template, in one environment."""

    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        self.template = environment.template
        self._resolving: set[str] = set()

    def value(self, written: Any, path: TemplatePath) -> Value | None:
        """The value of `written`, which stands at `path`; None when it is AWS::NoValue."""
        if isinstance(written, dict):
            return self._map_or_function(written, path)
        if isinstance(written, list):
            return self.items(written, path)
        if isinstance(written, str):
            if holds_placeholder(written):
                return as_written(written, path)
            if BEGINNING in written:
                return text_or_holes(written, [written], Origin.at(path))
        if scalar_text(written) is None:
            return Unknown(written, Origin.at(path))
        return Known(written, Origin.at(path))

    def _map_or_function(self, written: dict[Any, Any], path: TemplatePath) -> Value | None:
        function, argument = function_of(written)
        if function is not None:
            return entry(function).resolve(self, written, argument, path)
        if _may_have_more_keys(written):
            return as_written(written, path)
        entries = ((key, self.value(below, (*path, key))) for key, below in written.items())
        return Entries({str(key): value for key, value in entries if value is not None}, Origin.at(path))

    def items(self, written: list[Any], path: TemplatePath) -> Items:
        values = (self.value(item, (*path, index)) for index, item in enumerate(written))
        return Items(tuple(value for value in values if value is not None), Origin.at(path))

    def branch(self, written: Any, path: TemplatePath) -> tuple[Any, TemplatePath] | None:
        """What stands behind every `Fn::If` around `written`, with its path; None when it is AWS::NoValue.

        An `Fn::If` that cannot be decided is returned as it is.
        """
        while True:
            function, argument = function_of(written)
            if function == "Ref" and argument == NO_VALUE:
                return None
            chosen = IF.chosen(argument, path, self.environment.condition) if function == "Fn::If" else None
            if chosen is None:
                return written, path
            written, path = chosen

    def referred_to(self, written: Any, path: TemplatePath, key: str) -> str | None:
        """What a `Ref` that is the value of a key of a map names; None for any other value."""
        within = self.branch(written, path)
        if within is None or not isinstance(within[0], dict) or key not in within[0]:
            return None
        value = self.branch(within[0][key], (*within[1], key))
        function, name = (None, None) if value is None else function_of(value[0])
        return name if function == "Ref" and isinstance(name, str) else None

    def property_of(self, resource_name: str, *keys: str) -> Value | None:
        """A property of a resource, resolving only what leads to it; None when it is absent or goes round in a circle."""
        if resource_name in self._resolving:
            return None
        thing = ("property of", resource_name, *keys)
        return self.environment.memoized(thing, lambda: self._property_of(resource_name, keys))

    def _property_of(self, resource_name: str, keys: Sequence[str]) -> Value | None:
        resource = self.template.resources[resource_name]
        self._resolving.add(resource_name)
        try:
            return self.at(resource.properties, (*resource.path, "Properties"), keys)
        finally:
            self._resolving.discard(resource_name)

    def at(self, written: Any, path: TemplatePath, keys: Sequence[str]) -> Value | None:
        """The value below `keys` of a map, resolving only what leads to it; None when there is none."""
        for key in keys:
            chosen = self.branch(written, path)
            if chosen is None:
                return None
            written, path = chosen
            if not isinstance(written, dict) or function_of(written)[0] is not None:
                return as_written(written, path, may_be_absent=True)
            if key not in written:
                return as_written(written, path, may_be_absent=True) if _may_have_more_keys(written) else None
            written, path = written[key], (*path, key)
        return self.value(written, path)


def _may_have_more_keys(written: Mapping[Any, Any]) -> bool:
    """Whether a macro or a loop beside the keys of a map may add others, or another tool may rename them."""
    return any(isinstance(key, str) and (key.startswith("Fn::") or holds_placeholder(key)) for key in written)
