"""The parameters of a template: what they are, and what they cannot be."""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from cfn_lint_cognito.engine.values.value import scalar_text

ParameterValue = str | tuple[str, ...]


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
