"""cfn-lint 1.x as a host: its rule classes, made of the rules of the catalogue, and its templates as plain data.

Seen on cfn-lint 1.37.0, 1.50.0 and 1.58.0. Many templates have no resource that a rule is about, and every run of cfn-lint
pays for what is imported here: the engine is imported by the functions that need it.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib.metadata import version
from math import inf
from types import FrameType
from typing import TYPE_CHECKING, Any, ClassVar, Final

from cfn_lint_cognito.engine.report.catalogue import Entry, entries
from cfn_lint_cognito.engine.template.once import once_for_each_template

if TYPE_CHECKING:
    from cfn_lint_cognito.engine.report.finding import Finding
    from cfn_lint_cognito.engine.template.template import Template

_OLDEST: Final = "1.37.0"
_NEXT_MAJOR: Final = 2
_FORGOTTEN: Final = "; cfn-lint drops given parameters in templates with a Transform"
_COGNITO_TYPE: Final = "AWS::Cognito::"
_MENTION: Final = "cognito"
_RESPELLED: Final = "jwtConfiguration"
"""The map whose keys SAM puts into lower case."""
_Place = tuple[float, float]


def _objection(installed: str, reason: object = "") -> str:
    lacks = f", lacks something it uses ({reason})" if reason else ", is another program inside"
    return f"cfn-lint-cognito needs cfn-lint {_OLDEST} or later, below {_NEXT_MAJOR}; version {installed}, installed here{lacks}"


if int(version("cfn-lint").partition(".")[0]) >= _NEXT_MAJOR:
    raise ImportError(_objection(version("cfn-lint")))
try:
    from cfnlint.api import lint
    from cfnlint.config import ConfigMixIn
    from cfnlint.context import ParameterSet
    from cfnlint.helpers import REGION_PRIMARY
    from cfnlint.rules import CloudFormationLintRule, RuleMatch, Rules
    from cfnlint.runner import Runner
    from cfnlint.runner.parameter_file.runner import expand_parameter_files
    from cfnlint.template import Template as CfnLintTemplate
except ImportError as missing:
    raise ImportError(_objection(version("cfn-lint"), missing)) from missing


def rule_classes() -> Mapping[str, type[CloudFormationLintRule]]:
    """A class of cfn-lint for each rule of the catalogue, by its ID."""
    return {
        entry.id: type(
            entry.id,
            (_RuleForCfnLint,),
            {
                "id": entry.id,
                "shortdesc": entry.shortdesc,
                "description": entry.description,
                "source_url": entry.page,
                "entry": entry,
            },
        )
        for entry in entries()
    }


class _RuleForCfnLint(CloudFormationLintRule):  # type: ignore[misc]  # cfn-lint ships no types
    entry: ClassVar[Entry]
    tags: ClassVar[list[str]] = ["cognito"]

    _is_switched_off = False

    def __init__(self) -> None:
        super().__init__()
        self.config_definition = {
            name: {"default": default, "type": "boolean"} for name, default in self.entry.options.items()
        }
        self.configure()

    def initialize(self, cfn: CfnLintTemplate) -> None:
        self._is_switched_off = False

    def is_enabled(self, *arguments: Any, **options: Any) -> bool:
        """What cfn-lint asks between `initialize` and `match`, so that a rule that is switched off need not work."""
        enabled = bool(super().is_enabled(*arguments, **options))
        self._is_switched_off = not enabled
        return enabled

    def matchall_resource_properties(self, *_: Any) -> tuple[RuleMatch, ...]:
        """Nothing, at once: cfn-lint asks every rule for every resource."""
        return ()

    def matchall(self, filename: str, cfn: CfnLintTemplate) -> Iterable[RuleMatch]:
        """Nothing, at once, where the rule has nothing to look at: cfn-lint itself takes the time for each rule that it asks."""
        is_asked = not self._is_switched_off and not _resource_types(cfn).isdisjoint(self.entry.resource_types)
        return super().matchall(filename, cfn) if is_asked and not _is_told_already(cfn) else ()

    def match(self, cfn: CfnLintTemplate) -> Iterator[RuleMatch]:
        from cfn_lint_cognito.engine.report.findings import findings

        for finding in findings(self.entry, read(cfn), self.config):
            yield _match(cfn, finding)


def _match(cfn: CfnLintTemplate, finding: Finding) -> RuleMatch:
    """A match for the resource at the path of a finding (which suppression goes by) that points at the line to change."""
    elsewhere = finding.defined_at != finding.path
    location = cfn.get_location_yaml(cfn.template, list(finding.defined_at)) if elsewhere else None
    if _is_rewritten_by_cfn_lint(cfn):
        location = _location_in_respelled(cfn.template, finding.defined_at) or location
    return RuleMatch(list(finding.path), finding.text, **({"location": location} if location else {}))


@once_for_each_template
def _is_rewritten_by_cfn_lint(cfn: CfnLintTemplate) -> bool:
    """Whether cfn-lint has run the macro of SAM, as 1.37.0 and 1.50.0 do and 1.58.0 does not: the Transform is gone by now."""
    return bool(cfn.transform_pre["Transform"]) and "Transform" not in cfn.template


def _location_in_respelled(template: Any, path: Sequence[str | int]) -> tuple[float, ...] | None:
    """Where a value stands whose key SAM has written anew; None for any other. cfn-lint takes such keys to stand elsewhere."""
    if _RESPELLED not in path[:-1]:
        return None
    value = template
    for step in path[: path.index(_RESPELLED) + 2]:
        value = value[step]
    start, end = _extent(value)
    return (*start, *end) if end[0] < inf else None


@once_for_each_template
def _resource_types(cfn: CfnLintTemplate) -> frozenset[str]:
    """The types of resources that rules may be about. APIs, load balancers and the like stand in many templates that have
    nothing to do with Cognito: they count where it is mentioned anywhere.
    """
    resources = cfn.template.get("Resources")
    declared = resources.values() if isinstance(resources, dict) else ()
    types = (resource.get("Type") for resource in declared if isinstance(resource, dict))
    of_rules = {type_ for entry in entries() for type_ in entry.resource_types}
    ours = frozenset(type_ for type_ in types if isinstance(type_, str) and type_ in of_rules)
    is_named = any(type_.startswith(_COGNITO_TYPE) for type_ in ours)
    return ours if is_named or (ours and _mentions_cognito(cfn.template)) else frozenset()


def _mentions_cognito(template: Any) -> bool:
    pending = [template]
    while pending:
        value = pending.pop()
        if isinstance(value, str):
            if _MENTION in value.lower():
                return True
        elif isinstance(value, (dict, list)):
            pending += value.values() if isinstance(value, dict) else value
    return False


@once_for_each_template
def read(cfn: CfnLintTemplate) -> Template:
    """The template that cfn-lint is about to check, as plain data. Read once for all rules."""
    from cfn_lint_cognito.engine.template.template import Template

    parameter_sets = _given(cfn)
    return Template(
        document=_with_its_look_ups(cfn),
        regions=tuple(cfn.regions),
        regions_are_named=(config := _configuration()) is not None and names_regions(config),
        given=tuple(parameter_set.parameters for parameter_set in parameter_sets or ()),
        from_unexpanded_loops=frozenset(_from_unexpanded_loops(cfn)),
        about_defaults="" if parameter_sets is not None else _FORGOTTEN,
    )


def _given(cfn: CfnLintTemplate) -> Sequence[ParameterSet] | None:
    """The parameters that cfn-lint was given; None where that cannot be told.

    When cfn-lint transforms a template it forgets them (seen on 1.37.0 to 1.58.0), and with parameter files it runs a second
    time without them. The configuration of the run that is asking the rules still has both, but is handed to nobody: so it is
    looked for among the callers.
    """
    if cfn.context.parameter_sets:
        return cfn.context.parameter_sets  # type: ignore[no-any-return]
    config = _configuration()
    if config is None:
        return None if cfn.transform_pre["Transform"] else ()
    return config.parameters or [
        parameter_set
        for of_files, _ in expand_parameter_files(config)
        if of_files is not None
        for parameter_set in of_files.parameters
    ]


@once_for_each_template
def _is_told_already(cfn: CfnLintTemplate) -> bool:
    """Whether this is the second of the two runs that cfn-lint makes with parameter files. The pack knows the parameters in
    both and would tell every finding twice.
    """
    config = _configuration()
    first = _caller_local(Runner.run, "parameter_config")
    return first is not None and config is not None and first is not config and not config.parameters


def _configuration() -> ConfigMixIn | None:
    """The configuration of the run that asks the rules; None where no run of cfn-lint is among the callers."""
    return _caller_local(Rules.run, "config")


def names_regions(config: ConfigMixIn) -> bool:
    """Whether somebody named regions: in arguments, in .cfnlintrc, in the Metadata of the template or by cfn-lint's API. Else
    cfn-lint takes that of the environment (AWS_REGION, AWS_DEFAULT_REGION) or us-east-1, which is no choice. Its `lint()` without
    a configuration says us-east-1 as if somebody had: there only another one is surely named.
    """
    regions = config._get_argument_value("regions", True, True)
    if regions == [REGION_PRIMARY]:
        caller = _caller(lint)
        return caller is None or bool(caller.f_locals.get("config"))
    return bool(regions)


def _caller_local(function: Callable[..., Any], name: str) -> Any:
    """What a function that is running calls so; None where it is not among the callers, or has nothing of that name."""
    caller = _caller(function)
    return None if caller is None else caller.f_locals.get(name)


def _caller(function: Callable[..., Any]) -> FrameType | None:
    """The frame of a function that is running; None where it is not among the callers."""
    caller = inspect.currentframe()
    while caller is not None and caller.f_code is not function.__code__:
        caller = caller.f_back
    return caller


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


def _from_unexpanded_loops(cfn: CfnLintTemplate) -> Iterator[str]:
    """The resources that an unexpanded loop made, and those that have one inside. A loop (`Fn::ForEach`) is open where it goes over
    values that only the deployment knows, or has an `Fn::FindInMap` in it.

    cfn-lint has unrolled the loop by now, with values of its own choice. What it made stands where the loop stood, so the
    lines of the template tell which resources those are.
    """
    loops = [loop for section, *_, loop in cfn.transform_pre["Fn::ForEach"] if section == "Resources"]
    open_loops = [_extent(loop) for loop in loops if not _is_spelled_out(loop)]
    resources = cfn.template.get("Resources")
    if open_loops and isinstance(resources, dict):
        for name, declared in resources.items():
            first, last = _extent(declared)
            if any(first <= loop_last and loop_first <= last for loop_first, loop_last in open_loops):
                yield name


def _is_spelled_out(loop: Any) -> bool:
    from cfn_lint_cognito.engine.resolve.references import looks_up

    values = loop[1] if isinstance(loop, list) and len(loop) == 3 else None
    return isinstance(values, list) and all(isinstance(value, str) for value in values) and not looks_up(loop[2])


def _extent(node: Any) -> tuple[_Place, _Place]:
    """Where something in a template begins and ends; everything where cfn-lint does not say."""
    if hasattr(node, "start_mark") and hasattr(node, "end_mark"):
        start, end = node.start_mark, node.end_mark
        return (start.line, start.column), (end.line, end.column)
    return (0, 0), (inf, inf)
