"""The one place that touches cfn-lint's inner modules. Seen on cfn-lint 1.37.0, 1.50.0 and 1.58.0.

Everything else in the pack works on plain data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.metadata import version
from math import inf
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from cfn_lint_cognito._template import Template, TemplatePath

_OLDEST: Final = "1.37.0"
_Place = tuple[float, float]

try:
    from cfnlint.context import ParameterSet
    from cfnlint.rules import CloudFormationLintRule, RuleMatch
    from cfnlint.template import Template as CfnLintTemplate
except ImportError as missing:
    raise ImportError(
        f"cfn-lint-cognito needs cfn-lint {_OLDEST} or later; version {version('cfn-lint')}, installed here, "
        f"lacks something it uses ({missing})"
    ) from missing

__all__ = ["CfnLintTemplate", "CloudFormationLintRule", "RuleMatch", "match_at", "read", "resource_types"]


@lru_cache(maxsize=1)
def resource_types(cfn: CfnLintTemplate) -> frozenset[str]:
    """The types of the resources of a template."""
    resources = cfn.template.get("Resources")
    declared = resources.values() if isinstance(resources, dict) else ()
    types = (resource.get("Type") for resource in declared if isinstance(resource, dict))
    return frozenset(type_ for type_ in types if isinstance(type_, str))


@lru_cache(maxsize=1)
def read(cfn: CfnLintTemplate) -> Template:
    """The template that cfn-lint is about to check, as plain data. Read once for all rules."""
    from cfn_lint_cognito._template import Template

    parameter_sets: Iterable[ParameterSet] = cfn.context.parameter_sets or ()
    return Template(
        document=_with_its_look_ups(cfn),
        regions=tuple(cfn.regions),
        given=tuple(parameter_set.parameters for parameter_set in parameter_sets),
        guessed=frozenset(_guessed(cfn)),
    )


def _with_its_look_ups(cfn: CfnLintTemplate) -> Mapping[str, Any]:
    """The template with every `Fn::FindInMap` that is written in it.

    Where it uses AWS::LanguageExtensions, cfn-lint has put one value of the mapping in its place by now, whatever the
    parameters and the region are.
    """
    document: Mapping[str, Any] = cfn.template
    if cfn.has_language_extensions_transform():
        for *path, function, argument in cfn.transform_pre["Fn::FindInMap"]:
            document = _with(document, path, {function: argument})
    return document


def _with(tree: Any, path: Sequence[str | int], value: Any) -> Any:
    """A copy of `tree` with `value` at `path`; `tree` itself where it has no such place."""
    if not path:
        return value
    if not isinstance(tree, (dict, list)):
        return tree
    step, *further = path
    copied: Any = list(tree) if isinstance(tree, list) else dict(tree)
    try:
        copied[step] = _with(copied[step], further, value)
    except (IndexError, KeyError, TypeError):
        return tree
    return copied


def _guessed(cfn: CfnLintTemplate) -> Iterator[str]:
    """The resources that come from an `Fn::ForEach` over values that only the deployment knows, or that has an
    `Fn::FindInMap` in it, and those that have such a loop inside.

    cfn-lint has unrolled it by now, with values of its own choice. The place it stood at tells what came of it.
    """
    loops = [loop for section, *_, loop in cfn.transform_pre["Fn::ForEach"] if section == "Resources"]
    guessed = [_extent(loop) for loop in loops if not _is_spelled_out(loop)]
    resources = cfn.template.get("Resources")
    if guessed and isinstance(resources, dict):
        for name, declared in resources.items():
            first, last = _extent(declared)
            if any(first <= loop_last and loop_first <= last for loop_first, loop_last in guessed):
                yield name


def _is_spelled_out(loop: Any) -> bool:
    from cfn_lint_cognito._references import looks_up

    values = loop[1] if isinstance(loop, list) and len(loop) == 3 else None
    return isinstance(values, list) and all(isinstance(value, str) for value in values) and not looks_up(loop[2])


def _extent(node: Any) -> tuple[_Place, _Place]:
    """Where something in a template begins and ends; everything where cfn-lint does not say."""
    if hasattr(node, "start_mark") and hasattr(node, "end_mark"):
        start, end = node.start_mark, node.end_mark
        return (start.line, start.column), (end.line, end.column)
    return (0, 0), (inf, inf)


def match_at(cfn: CfnLintTemplate, path: TemplatePath, written: TemplatePath, message: str) -> RuleMatch:
    """A match for the resource at `path` (which suppression goes by) that points at the line of `written`."""
    location = cfn.get_location_yaml(cfn.template, list(written)) if written != path else None
    return RuleMatch(list(path), message, **({"location": location} if location else {}))
