"""The parameters of a template: what they are, and what they cannot be."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from math import isfinite
from typing import Any, Final

from cfn_lint_cognito.engine.template.patterns import alternatives, forbids_the_empty_text
from cfn_lint_cognito.engine.values.value import scalar_text

ParameterValue = str | tuple[str, ...]

_MOST_STEPS: Final = 16


def _number(value: Any) -> float | None:
    """A finite number; None for anything else: "nan" limits nothing."""
    text = scalar_text(value)
    try:
        number = None if text is None else float(text)
    except ValueError:
        return None
    return number if number is not None and isfinite(number) else None


def equal_to_nothing(name: str) -> str:
    """A value that no template compares with: it begins with a character that Unicode gives no meaning. Two parameters get
    two different ones.
    """
    return f"\ue001{name}"


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

    @cached_property
    def possible_values(self) -> tuple[str, ...]:
        """All values that the parameter can have, where they are few: its AllowedValues, or what its AllowedPattern leaves."""
        return self.allowed_values or (() if self.is_list or self.is_stored else alternatives(self._pattern))

    def accepts(self, value: ParameterValue) -> bool:
        """Whether CloudFormation would take `value`, for all that is certain: of AllowedPattern that is little."""
        if self._allowed:
            return all(item in self._allowed for item in (value if isinstance(value, tuple) else (value,)))
        if self.is_stored or not isinstance(value, str):
            return True
        if self.possible_values and value not in self.possible_values:
            return False
        number = _number(value)
        if self._is_number and (number is None or not self._within("MinValue", "MaxValue", number)):
            return False
        return self._within("MinLength", "MaxLength", len(value)) and not (value == "" and self._forbids_the_empty_text)

    def another(self, name: str, than: Collection[str]) -> str | None:
        """A value that is none of some others, and another for each name of a parameter; None where none is found."""
        return next((value for value in self._candidates(name) if value not in than and self.accepts(value)), None)

    def _candidates(self, name: str) -> Iterator[str]:
        if self._is_number:
            limits = (_number(self.declared.get(limit)) for limit in ("MinValue", "MaxValue"))
            around = [0, *(int(limit) for limit in limits if limit is not None and limit == limit // 1)]
            yield from (str(start + step) for start in around for step in range(-_MOST_STEPS, _MOST_STEPS))
        else:
            marked = equal_to_nothing(name)
            longest = _number(self.declared.get("MaxLength"))
            yield marked if longest is None or longest >= len(marked) else marked[: max(0, int(longest))]
            yield marked + name * _MOST_STEPS

    @property
    def _is_number(self) -> bool:
        return self.declared.get("Type") == "Number"

    @property
    def _pattern(self) -> str:
        pattern = self.declared.get("AllowedPattern")
        return pattern if isinstance(pattern, str) else ""

    @cached_property
    def _forbids_the_empty_text(self) -> bool:
        return forbids_the_empty_text(self._pattern)

    def _within(self, least: str, most: str, size: float) -> bool:
        lower, upper = (_number(self.declared.get(limit)) for limit in (least, most))
        return (lower is None or size >= lower) and (upper is None or size <= upper)
