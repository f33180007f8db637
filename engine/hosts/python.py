"""Python as a host: `check(template)` for unit tests, scripts and other tools.

It imports nothing but the standard library, and PyYAML once it is given text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from cfn_lint_cognito.engine.hosts.arguments import checked_parameters, checked_regions, plain_template
from cfn_lint_cognito.engine.hosts.metadata import ignored, ignored_by
from cfn_lint_cognito.engine.report.catalogue import PROJECT, Entry, entries
from cfn_lint_cognito.engine.report.finding import LEVELS, Finding
from cfn_lint_cognito.engine.report.findings import RuleFailedError, findings
from cfn_lint_cognito.engine.template.template import Template

if TYPE_CHECKING:
    from cfn_lint_cognito.engine.hosts.text import Source

SOME_REGION: Final = "us-east-1"
"""The region that a template is judged for when nobody says one, as cfn-lint does it."""
_SOME_REGIONS: Final[Sequence[str]] = (SOME_REGION,)
ADVICE: Final = ("I",)
"""How the IDs of rules begin that have the level "info"."""


def check(
    template: Mapping[str, Any] | str,
    *,
    regions: Sequence[str] = _SOME_REGIONS,
    parameters: Mapping[str, Any] | None = None,
    advice: bool = False,
) -> list[Finding]:
    """What the rules find in a template.

    `template` is the text of one, YAML or JSON, or what `json.load` or `Template.to_json()` of aws_cdk.assertions gives:
    mappings, sequences and scalars, functions in their long form (`{"Fn::Sub": ...}`). In text they may be short (`!Sub`), and
    findings have a `line` and a `column`. `regions` are those it is deployed to, `parameters` the values it is deployed with.
    Regions that are named decide the conditions on AWS::Region, AWS::Partition and AWS::URLSuffix. Where none is named, these
    may be true and false, and look-ups by AWS::Region are those of us-east-1.
    Errors and warnings come back, with `advice` also what has the level "info", in the order of the rules' numbers.

    What the Metadata of the template or of a resource ignores (`cfn-lint: {config: {ignore_checks: [...]}}`) is left out.
    Macros are not run, and that of SAM is not, either: what they make is unknown, and a resource of SAM's own types is none of
    Cognito's. So is what comes from an `Fn::ForEach`. Only cfn-lint transforms SAM templates and unrolls loops.

    TypeError or ValueError where nothing could be judged: the template is no mapping, or text that is no YAML, has a key twice,
    or has aliases that make too much of it (each with its line); it holds itself, or is nested deeper than 200 levels;
    `regions` is a text or empty; `parameters` is no mapping, or names one that the template does not declare.
    """
    checked = checked_regions(regions)
    if isinstance(template, str):
        from cfn_lint_cognito.engine.hosts.text import read

        source = read(template)
        document = source.document
    else:
        source, document = None, plain_template(template)
    given = () if parameters is None else (checked_parameters(parameters, document),)
    read_template = Template(document, checked, given, regions_are_named=regions is not _SOME_REGIONS)
    found = check_read(read_template, include=ADVICE if advice else ())
    return found if source is None else [located(finding, source) for finding in found]


def located(finding: Finding, source: Source) -> Finding:
    """A finding with its place in the text: where the change belongs."""
    _, line, column = source.nearest(finding.defined_at).start
    return finding._replace(line=line, column=column)


def check_read(
    template: Template,
    *,
    include: Iterable[str] = (),
    ignore: Iterable[str] = (),
    options: Mapping[str, Mapping[str, Any]] | None = None,
) -> list[Finding]:
    """The same for a template that a host has read itself.

    `include` names rules of the level "info" that are asked, too, and `ignore` rules that are not asked, both by ID or by how
    IDs begin ("E95"). `options` are those of rules, by their ID.
    """
    switched_off = (*ignored(template.document), *ignore)
    switched_on = tuple(include)
    asked = (entry for entry in entries() if LEVELS[entry.id[0]] != "info" or entry.id.startswith(switched_on))
    return [
        finding
        for entry in asked
        if not entry.id.startswith(switched_off) and any(map(template.resources_of, entry.resource_types))
        for finding in _found(entry, template, (options or {}).get(entry.id, {}))
        if finding.path[0] != "Resources" or finding.rule not in ignored_by(template.document, str(finding.path[1]))
    ]


def _found(entry: Entry, template: Template, options: Mapping[str, Any]) -> Iterator[Finding]:
    """The findings of one rule. A mistake in the rule itself is told like one, since it must not hide the other rules'."""
    try:
        yield from findings(entry, template, options)
    except Exception as error:
        what = (
            str(error) if isinstance(error, RuleFailedError) else f"the rule {entry.id} failed: {type(error).__name__}"
        )
        yield Finding(
            rule=entry.id,
            level="error",
            path=("Resources", ""),
            message=f"{what[0].upper()}{what[1:]}.",
            fix=f"Ignore it, and report this: {PROJECT}/issues.",
            when="",
            cdk_path="",
            page=entry.page,
            defined_at=("Resources", ""),
            resource="",
            resource_type="",
        )
