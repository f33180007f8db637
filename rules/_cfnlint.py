"""The one place that touches cfn-lint's inner modules. Seen on cfn-lint 1.50.0, 1.54.0 and 1.58.0.

Everything else in the pack works on plain data.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.metadata import version
from math import inf
from typing import Any, Final, TypeVar

from cfn_lint_cognito._template import Template, TemplatePath
from cfn_lint_cognito._values import UNKNOWN

_OLDEST: Final = "1.50.0"

try:
    from cfnlint.context import Context
    from cfnlint.jsonschema import CfnTemplateValidator, ValidationError
    from cfnlint.jsonschema._filter import FunctionFilter
    from cfnlint.rules import CloudFormationLintRule, RuleMatch
    from cfnlint.template import Template as CfnLintTemplate

    ValidationError("probe", unknown=True)
except (ImportError, TypeError) as missing:
    raise ImportError(
        f"cfn-lint-cognito needs cfn-lint {_OLDEST} or later; version {version('cfn-lint')}, installed here, "
        f"lacks something it uses ({missing})"
    ) from missing

__all__ = ["CfnLintTemplate", "CloudFormationLintRule", "RuleMatch", "Violation", "match_at", "read", "violations"]


@dataclass(frozen=True)
class Violation:
    """A value of a document that its schema surely rejects.

    `keyword` and `legal` are the JSON Schema keyword that rejects it and what that keyword asks for.
    """

    path: TemplatePath
    keyword: str
    legal: Any


@lru_cache(maxsize=1)
def read(cfn: CfnLintTemplate) -> Template:
    """The template that cfn-lint is about to check, as plain data. Read once for all rules."""
    parameter_sets = cfn.context.parameter_sets or ()
    return Template(
        document=cfn.template,
        regions=tuple(cfn.regions),
        given=tuple(parameter_set.parameters for parameter_set in parameter_sets),
        guessed=frozenset(_guessed(cfn)),
    )


def _guessed(cfn: CfnLintTemplate) -> Iterator[str]:
    """The resources that come from an `Fn::ForEach` over values that only the deployment knows, or have one inside.

    cfn-lint has unrolled it by now, with values of its own making. The lines it stood on tell what came of it.
    """
    loops = [loop for section, *_, loop in cfn.transform_pre["Fn::ForEach"] if section == "Resources"]
    guessed = [_lines(loop) for loop in loops if not _is_spelled_out(loop)]
    resources = cfn.template.get("Resources")
    if guessed and isinstance(resources, dict):
        for name, declared in resources.items():
            first, last = _lines(declared)
            if any(first <= loop_last and loop_first <= last for loop_first, loop_last in guessed):
                yield name


def _is_spelled_out(loop: Any) -> bool:
    values = loop[1] if isinstance(loop, list) and len(loop) == 3 else None
    return isinstance(values, list) and all(isinstance(value, str) for value in values)


def _lines(node: Any) -> tuple[float, float]:
    """The first and last line of something in a template; all lines where cfn-lint does not say."""
    if hasattr(node, "start_mark") and hasattr(node, "end_mark"):
        return node.start_mark.line, node.end_mark.line
    return 0, inf


def match_at(cfn: CfnLintTemplate, path: TemplatePath, written: TemplatePath, message: str) -> RuleMatch:
    """A match for the resource at `path` (which suppression goes by) that points at the line of `written`."""
    location = cfn.get_location_yaml(cfn.template, list(written)) if written != path else None
    return RuleMatch(list(path), message, **({"location": location} if location else {}))


def _unknown(validator: Any, value: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
    yield ValidationError("only the deployment knows", unknown=True)


def _all_of(validator: Any, parts: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
    """What cfn-lint 1.58.0 does. Older ones are silent about all parts when one of them rests on an unknown value."""
    for part in parts:
        yield from validator.descend(instance, part)


def _const(validator: Any, legal: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
    """Equality as JSON Schema has it. To cfn-lint's own "false" equals every text but "true"."""
    if not _equal(instance, legal):
        yield ValidationError("another value is expected")


def _enum(validator: Any, legal: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
    if not any(_equal(instance, each) for each in legal):
        yield ValidationError("one of other values is expected")


def _equal(one: Any, other: Any) -> bool:
    return isinstance(one, bool) == isinstance(other, bool) and bool(one == other)


_UNKNOWN_KEYWORD: Final = UNKNOWN.lower()


class _Filter(FunctionFilter):  # type: ignore[misc]
    """A document holds no functions and no conditions; what is unknown in it is judged by no keyword but one.

    cfn-lint's validator then reasons in three values.
    """

    def filter(self, validator: Any, instance: Any, schema: Any) -> Iterator[tuple[Any, Any, Any]]:
        unknown = isinstance(instance, dict) and UNKNOWN in instance
        yield instance, {_UNKNOWN_KEYWORD: True} if unknown else schema, validator

    def evolve(self, **changes: Any) -> _Filter:
        return self


class _Context(Context):  # type: ignore[misc]
    """cfn-lint's context without the cost of its general `evolve`, which takes most of the time of judging."""

    def evolve(self, **changes: Any) -> _Context:
        return _changed(self, changes)


class _Validator(CfnTemplateValidator):  # type: ignore[misc]
    """cfn-lint's validator for documents, which have no place in a template: no path of the template is kept."""

    def evolve(self, **changes: Any) -> _Validator:
        return _changed(self, changes)

    def descend(
        self,
        instance: Any,
        schema: Any,
        path: str | int | None = None,
        schema_path: str | int | None = None,
        property_path: str | None = None,
    ) -> Iterator[ValidationError]:
        for error in self.evolve(schema=schema).iter_errors(instance):
            if path is not None:
                error.path.appendleft(path)
            yield error


_Evolving = TypeVar("_Evolving", _Context, _Validator)


def _changed(original: _Evolving, changes: Mapping[str, Any]) -> _Evolving:
    changed = object.__new__(type(original))
    changed.__dict__.update(original.__dict__, **changes)
    return changed


@cache
def _validator() -> _Validator:
    validator = _Validator({}, context=_Context(unresolvable_function_mode=True, strict_types=True))
    ours = {"allOf": _all_of, "const": _const, "enum": _enum, _UNKNOWN_KEYWORD: _unknown}
    return validator.evolve(validators={**validator.validators, **ours}, function_filter=_Filter())


def violations(schema: Mapping[str, Any], document: Mapping[str, Any]) -> Iterator[Violation]:
    """What `schema` surely rejects in `document`, judged in three values: whatever rests on an unknown value is silent."""
    for error in _validator().evolve(schema=schema).iter_errors(document):
        if error.unknown:
            continue
        if error.cause is None and "raised while validating" in error.message:
            raise RuntimeError(error.message)
        yield Violation(tuple(error.path), str(error.validator), error.validator_value)
