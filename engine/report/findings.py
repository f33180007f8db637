"""From the resources of a template to the findings of a rule: resolve, judge, word."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from cfn_lint_cognito.engine.report.cases import cases_of, for_instance, told_apart, when
from cfn_lint_cognito.engine.report.catalogue import Entry
from cfn_lint_cognito.engine.report.edits import Edits
from cfn_lint_cognito.engine.report.finding import LEVELS, Finding
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule, schema_at
from cfn_lint_cognito.engine.report.wording import Said, Wording, wordings
from cfn_lint_cognito.engine.report.words import listed
from cfn_lint_cognito.engine.scenarios.circumstances import Case
from cfn_lint_cognito.engine.scenarios.decisions import Undecided
from cfn_lint_cognito.engine.scenarios.enumeration import Combinations, Enumeration, Judged, scenarios
from cfn_lint_cognito.engine.scenarios.satisfiability import are_comparable
from cfn_lint_cognito.engine.scenarios.slicing import item_slices
from cfn_lint_cognito.engine.scenarios.view import View, view_of
from cfn_lint_cognito.engine.template.resources import Resource
from cfn_lint_cognito.engine.template.template import Template
from cfn_lint_cognito.engine.values.document_part import ABSENT, look_up
from cfn_lint_cognito.engine.values.value import Origin, TemplatePath


class RuleFailedError(Exception):
    """A rule raised on a resource. Its text names the resource and the line of the rule, and nothing of the template's values,
    which may be secret; the exception itself is the `__cause__`.
    """

    def __init__(self, entry: Entry, resource: Resource, error: Exception) -> None:
        *_, (frame, line) = traceback.walk_tb(error.__traceback__)
        where = f"{Path(frame.f_code.co_filename).name}, line {line}"
        super().__init__(f"the rule {entry.id} failed on {resource.name}: {type(error).__name__} in {where}")


def findings(entry: Entry, template: Template, options: Mapping[str, Any]) -> Iterator[Finding]:
    """What a rule of the catalogue finds in a template. `options` are those of the rule that somebody set.

    RuleFailedError is raised only after all resources were looked at, since the findings for the others must not be lost.
    """
    options = {**entry.options, **options}
    failure: RuleFailedError | None = None
    for resource_type in entry.resource_types:
        for resource in template.resources_of(resource_type):
            try:
                for part in judged_apart(entry, template, resource):
                    yield from _findings(entry, template, part, options)
            except Exception as error:
                failure = RuleFailedError(entry, resource, error)
                failure.__cause__ = error
    if failure is not None:
        raise failure


def judged_apart(entry: Entry, template: Template, resource: Resource) -> list[Resource]:
    """A resource as a rule judges it: whole, or once for each group of its list items. Empty where it need not be judged."""
    if resource.name in template.from_unexpanded_loops or resource.name in template.foreign:
        return []
    schema = schema_at(entry.rule_path)
    if resource.property_names is not None and not schema.may_reject(resource.property_names):
        return []
    return item_slices(template, resource, schema.looks_at_items_of)


def _findings(entry: Entry, template: Template, resource: Resource, options: Mapping[str, Any]) -> Iterator[Finding]:
    enumerated = scenarios(template, partial(wordings, entry, resource, options), _with_what_holds_in_all)
    judged = enumerated.judged
    found: dict[Wording, _Found] = {}
    for each in judged:
        for words, diagnostic in each.result:
            found.setdefault(words, []).append((diagnostic, each))
    for words, together in _joined(found, enumerated):
        somewhere = [each for _, each in together]
        if words.origin.used_at[1] in template.foreign:
            continue
        where = _where(somewhere, enumerated)
        if where is None:
            continue
        edits = _edits(entry.rule(), [diagnostic for diagnostic, _ in together], somewhere, enumerated)
        yield Finding(
            rule=entry.id,
            level=LEVELS[entry.id[0]],
            path=words.origin.used_at,
            message=words.message,
            fix=words.fix,
            when=", ".join(filter(None, (where, words.whatever))),
            cdk_path=resource.cdk_path or "",
            page=entry.page,
            defined_at=words.origin.used_at if entry.rule().report_at_use else words.origin.defined_at,
            resource=resource.name,
            resource_type=resource.type,
            edits=() if edits is None else edits.data,
            applicability="" if edits is None else edits.applicability,
        )


_Found = list[tuple["Diagnostic | None", Judged[list[Said]]]]
"""The scenarios in which a rule says the same, with what it is about."""


def _joined(found: Mapping[Wording, _Found], enumerated: Enumeration[list[Said]]) -> Iterator[tuple[Wording, _Found]]:
    """What was found, where words about one place come once for all values of a parameter: told of each pair of rows of two
    mappings, one mistake would be as many findings as there are pairs.
    """
    by_place: dict[tuple[Origin, str], list[Wording]] = {}
    for words in found:
        by_place.setdefault((words.origin, words.fix), []).append(words)
    for several in by_place.values():
        together = [each for words in several for each in found[words]]
        values = {} if any(words.whatever for words in several) else _values_that_do_not_matter(together, enumerated)
        if len(several) > 1 and values:
            yield _whatever([(words, values) for words in several]), together
        else:
            yield from ((words, found[words]) for words in several)


def _values_that_do_not_matter(together: _Found, enumerated: Enumeration[list[Said]]) -> Case:
    """The parameters that tell some scenarios from each other and not from any other one, beside others that do, with their values
    in the first. Empty where there is none.
    """
    found_in = {id(judged): judged.circumstances for _, judged in together}
    if len(found_in) < len(together) or not enumerated.is_complete:
        return {}
    first, *others = (circumstances.decided for circumstances in found_in.values())
    values = {name: value for name, value in first.items() if isinstance(value, str)}
    differing = {name for other in others for name in first.keys() | other.keys() if first.get(name) != other.get(name)}
    elsewhere = [each.circumstances for each in enumerated.judged if id(each) not in found_in]
    cases = cases_of(list(found_in.values()), elsewhere)
    is_told = {} not in cases or not elsewhere
    mattering = {name for case in cases for name in case}
    if len(values) < 2 or not is_told or not differing <= values.keys() - mattering:
        return {}
    return {name: values[name] for name in values if name in differing}


def _with_what_holds_in_all(said: list[Said], combinations: Combinations[list[Said]]) -> list[Said]:
    """What a rule says of a scenario, and what it says in the same place whatever values some open parameters have."""
    places = {words.origin.used_at for words, _ in said}
    common: dict[TemplatePath, list[tuple[Wording, Case]]] | None = None
    for combination in combinations:
        if combination is None:
            return said
        if combination.result is None:
            continue
        found = {words.origin.used_at: words for words, _ in reversed(combination.result)}
        if common is None:
            common = {place: [] for place in found if place not in places}
        common = {
            place: [*others, (found[place], combination.values)] for place, others in common.items() if place in found
        }
        if not common:
            return said
    return [*said, *(Said(_whatever(several), None) for several in (common or {}).values())]


def _whatever(several: Sequence[tuple[Wording, Case]]) -> Wording:
    """One of several wordings, with the values that it speaks of where the others speak of others."""
    first, values = several[0]
    if all(words == first for words, _ in several):
        return first
    are = "is" if len(values) == 1 else "are"
    return first._replace(whatever=f"whatever {listed(values)} {are}, for instance {when([values])}")


def _edits(
    rule: Rule,
    diagnostics: Sequence[Diagnostic | None],
    somewhere: Sequence[Judged[list[Said]]],
    enumerated: Enumeration[list[Said]],
) -> Edits | None:
    """What fixes a finding in all scenarios that it holds in, and changes none of the others. None where the CDK made the
    template: there a construct is to be changed.
    """
    edits = _edits_of(rule, diagnostics[0])
    if edits is None or any(_edits_of(rule, diagnostic) != edits for diagnostic in diagnostics[1:]):
        return None
    if edits.fits_elsewhere:
        return edits
    found_in = set(map(id, somewhere))
    elsewhere = [view_of(each.scenario) for each in enumerated.judged if id(each) not in found_in]
    if not enumerated.is_complete or any(_may_reach(view, edit.path) for view in elsewhere for edit in edits.edits):
        return None
    return edits


def _edits_of(rule: Rule, diagnostic: Diagnostic | None) -> Edits | None:
    if diagnostic is None or diagnostic.is_made_by_cdk:
        return None
    try:
        return rule.edits(diagnostic._replace(is_exact=True))
    except Undecided:
        return None


def _may_reach(view: View, path: TemplatePath) -> bool:
    """Whether what stands at a path of the template, or would stand there, may be deployed in a scenario."""
    try:
        return view.reaches(_written_part(view.template, path))
    except Undecided:
        return True


def _written_part(template: Template, path: TemplatePath) -> TemplatePath:
    """A path of the template as far as it leads."""
    written: Any = template.document
    for depth, step in enumerate(path):
        written = look_up(written, step)
        if written is ABSENT:
            return path[:depth]
    return path


def _where(somewhere: Sequence[Judged[list[Said]]], enumerated: Enumeration[list[Said]]) -> str | None:
    """In which scenarios something was found, in words; "" for all of them, None where it is certain of none."""
    found_in = set(map(id, somewhere))
    elsewhere = [each.circumstances for each in enumerated.judged if id(each) not in found_in]
    if enumerated.is_complete and not elsewhere:
        return ""
    cases = cases_of([each.circumstances for each in somewhere], elsewhere)
    certain = [case for case in cases if case and any(_is_certain(case, each) for each in somewhere)]
    if enumerated.is_complete and {} not in cases:
        return when(certain) if certain else None
    shown = [each for each in somewhere if _is_certain(each.circumstances.decided, each)]
    if not enumerated.is_complete:  # What was not judged is not claimed.
        examples = [each.circumstances.everything for each in shown]
        return for_instance(examples) if shown or certain or not elsewhere else None
    others = [each for each in shown if not any(case and each.circumstances.may_be(case) for case in cases)]
    if certain:
        return when([*certain, {}] if others else certain)
    return for_instance([told_apart(each.circumstances, elsewhere) or {} for each in others]) if others else None


def _is_certain(case: Case, judged: Judged[list[Said]]) -> bool:
    """Whether a scenario shows that a case can be: it is known how the conditions that the case names hang together."""
    conditions = [name for name, value in case.items() if isinstance(value, bool)]
    return judged.circumstances.may_be(case) and are_comparable(judged.scenario, conditions)
