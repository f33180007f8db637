"""The parameters of a template: what they are, and what they cannot be."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from math import isfinite
from typing import Any, Final

from cfn_lint_cognito.engine.template.patterns import ANYTHING, Matched, matched_by
from cfn_lint_cognito.engine.values.placeholders import holds_placeholder
from cfn_lint_cognito.engine.values.value import scalar_text

ParameterValue = str | tuple[str, ...]

_MOST_STEPS: Final = 16
_LONGEST_VALUE: Final = 4096


def _number(value: Any) -> float | None:
    """A finite number; None for anything else: "nan" limits nothing."""
    text = scalar_text(value)
    try:
        number = None if text is None else float(text)
    except ValueError:
        return None
    return number if number is not None and isfinite(number) else None


def fresh_value(name: str) -> str:
    """A value that no template compares with: it begins with a character that Unicode gives no meaning. Two parameters get
    two different ones.
    """
    return f"\ue001{name}"


class Parameter:
    """A template parameter. Values are texts, or tuples of texts for the list types (`is_list`). Where it `is_stored`, what
    is declared are names in the SSM parameter store, not values. Where it `is_secret` (NoEcho), its values may decide, and are
    never shown.
    """

    def __init__(self, declared: Mapping[str, Any]) -> None:
        kind = str(declared.get("Type", ""))
        self.is_list = kind == "CommaDelimitedList" or kind.startswith("List<")
        self.is_stored = kind.startswith("AWS::SSM::")
        self.is_secret = str(declared.get("NoEcho")).lower() == "true"
        self.declared = declared

    def value_of(self, written: Any) -> ParameterValue | None:
        """What `written` (a Default, an allowed value, a value given to cfn-lint) means for this parameter. None where it means
        nothing, or another tool will replace it.
        """
        if isinstance(written, str) and holds_placeholder(written):
            return None
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
        texts = [scalar_text(item) for item in allowed]
        if any(text is not None and holds_placeholder(text) for text in texts):
            return ()
        return tuple(text for text in texts if text is not None)

    @cached_property
    def accepted_values(self) -> tuple[str, ...]:
        """All values that the parameter can have, where they are few: its AllowedValues, or what its AllowedPattern leaves.

        Where its limits leave none, nobody can deploy the template, and the limits count for nothing.
        """
        few = self.allowed_values or self._matched.texts or ()
        return tuple(value for value in few if self._is_within_limits(value)) or few

    def accepts(self, value: ParameterValue) -> bool:
        """Whether CloudFormation would take `value`, for all that is certain: of AllowedPattern that is little."""
        if isinstance(value, tuple):
            return not self._allowed or all(item in self._allowed for item in value)
        if self.accepted_values:
            return value in self.accepted_values
        return self.is_stored or self._is_within_limits(value)

    def _is_within_limits(self, value: str) -> bool:
        number = _number(value)
        if self._is_number and (number is None or not self._within("MinValue", "MaxValue", number)):
            return False
        if value == "" and not self._matched.may_be_empty:
            return False
        return self._within("MinLength", "MaxLength", len(value))

    def fresh_value(self, name: str, than: Collection[str]) -> str | None:
        """A value that is none of some others, and another for each name of a parameter; None where none is found."""
        return next((value for value in self._candidates(name) if value not in than and self.accepts(value)), None)

    def examples(self, name: str, than: Collection[str]) -> Iterator[str]:
        """Some values: all of them where they are few, else one that is none of some others, and the limits of a number."""
        if self.accepted_values:
            yield from self.accepted_values
            return
        limits = (scalar_text(self.declared.get(limit)) for limit in ("MinValue", "MaxValue"))
        several = (self.fresh_value(name, than), *limits)
        yield from (value for value in several if value is not None and self.accepts(value))

    def _candidates(self, name: str) -> Iterator[str]:
        if self._is_number:
            limits = [_number(self.declared.get(limit)) for limit in ("MinValue", "MaxValue")]
            steps = sorted(
                range(-_MOST_STEPS, _MOST_STEPS), key=abs
            )  # Short ones first: they may have to equal a short text.
            starts = [0.0, *(limit for limit in limits if limit is not None)]
            yield from (f"{start + step:g}" for step in steps for start in starts)
            low, high = (0.0 if limit is None else limit for limit in limits)
            yield from (str(low + (high - low) * step / _MOST_STEPS) for step in range(1, _MOST_STEPS))
        else:
            marked = fresh_value(name)
            shortest, longest = (_number(self.declared.get(limit)) for limit in ("MinLength", "MaxLength"))
            padded = marked.ljust(int(min(shortest or 0, _LONGEST_VALUE)), marked[0])
            yield padded if longest is None else padded[: max(0, int(longest))]
            yield marked + name * _MOST_STEPS

    @property
    def _is_number(self) -> bool:
        return self.declared.get("Type") == "Number"

    @cached_property
    def _matched(self) -> Matched:
        """What the AllowedPattern matches. Those of lists are about their items; of other types AWS's page says nothing."""
        pattern = self.declared.get("AllowedPattern")
        return matched_by(pattern) if isinstance(pattern, str) and self.declared.get("Type") == "String" else ANYTHING

    def _within(self, least: str, most: str, size: float) -> bool:
        lower, upper = (_number(self.declared.get(limit)) for limit in (least, most))
        return (lower is None or size >= lower) and (upper is None or size <= upper)
