"""The resources of a template, as they are written."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import cached_property
from typing import Any, Final

from cfn_lint_cognito.engine.values.placeholders import holds_placeholder
from cfn_lint_cognito.engine.values.value import TemplatePath

_MADE_BY_CONSTRUCT: Final = "/Resource"


class Resource:
    """A resource as it is written. `properties` is whatever stands under Properties, functions and all. `item_slice` says which
    items of its lists are left in it, where the resource is judged once for each group of items.
    """

    def __init__(self, name: str, declared: Mapping[str, Any], item_slice: Hashable = None) -> None:
        self.name = name
        self.type: str = declared["Type"]
        self.declared = declared
        self.item_slice = item_slice

    @property
    def path(self) -> TemplatePath:
        return ("Resources", self.name)

    @cached_property
    def properties(self) -> Any:
        return self.declared["Properties"] if "Properties" in self.declared else {}  # noqa: SIM401 - get() of cfn-lint copies {}

    @cached_property
    def property_names(self) -> frozenset[str] | None:
        """The properties that are written; None where an intrinsic, a macro, a loop or another tool may make
        others."""
        written = self.properties
        if not isinstance(written, dict) or any(
            str(key).startswith("Fn::") or holds_placeholder(str(key)) for key in written
        ):
            return None
        return frozenset(written)

    @cached_property
    def condition(self) -> str | None:
        condition = self.declared.get("Condition")
        return condition if isinstance(condition, str) else None

    @property
    def cdk_path(self) -> str | None:
        """The construct path that the CDK writes into Metadata, e.g. `Stack/Pool/Web/Resource`."""
        metadata = self.declared.get("Metadata")
        path = metadata.get("aws:cdk:path") if isinstance(metadata, dict) else None
        return path if isinstance(path, str) else None

    @property
    def is_made_by_construct(self) -> bool:
        """Whether a construct such as UserPool made the resource: what it made is called `Resource` in it."""
        return self.cdk_path is not None and self.cdk_path.endswith(_MADE_BY_CONSTRUCT)

    @property
    def display_name(self) -> str:
        """What whoever wrote the template calls the resource: in the CDK by the path of the construct, `Stack/Pool/Web`."""
        return self.name if self.cdk_path is None else self.cdk_path.removesuffix(_MADE_BY_CONSTRUCT)
