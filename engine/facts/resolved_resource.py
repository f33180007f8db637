"""A resource as one scenario sees it."""

from __future__ import annotations

from typing import NamedTuple

from cfn_lint_cognito.engine.facts.types import type_of, typed
from cfn_lint_cognito.engine.scenarios.view import View
from cfn_lint_cognito.engine.template.resources import Resource
from cfn_lint_cognito.engine.values.value import Origin, TemplatePath, Value


class ResolvedResource(NamedTuple):
    """A resource as one scenario sees it."""

    declaration: Resource
    view: View

    @property
    def path(self) -> TemplatePath:
        return (*self.declaration.path, "Properties")

    @property
    def origin(self) -> Origin:
        """Where a fact about the whole resource comes from."""
        return Origin.at(self.path)

    def property(self, *keys: str) -> Value | None:
        """A property, typed as its schema says ("48" is 48); None when it is absent.

        A value of another type comes back unknown: cfn-lint reports it.
        """
        thing = ("property", self.declaration.name, self.declaration.item_slice, *keys)
        return self.view.memoized(thing, lambda: self._typed_property(keys))

    def _typed_property(self, keys: tuple[str, ...]) -> Value | None:
        value = self.view.resolver.at(self.declaration.properties, self.path, keys)
        return None if value is None else typed(value, type_of(self.declaration.type, keys))
