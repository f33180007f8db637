"""What a rule says of one scenario, without the secrets that decide it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from cfn_lint_cognito.engine.facts.document import Document, document_of
from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.facts.sections import SECTIONS
from cfn_lint_cognito.engine.report.catalogue import Entry
from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule, schema_at
from cfn_lint_cognito.engine.report.words import listed
from cfn_lint_cognito.engine.scenarios.view import View
from cfn_lint_cognito.engine.template.once import once_for_each_template
from cfn_lint_cognito.engine.template.resources import Resource
from cfn_lint_cognito.engine.template.template import Template
from cfn_lint_cognito.engine.values.value import Origin

_PASSWORD: Final = re.compile(r"(://[^\s/?#@:]*:)(?!\$\{[^{}]*\}@)[^\s/?#]*@")
_SHORTEST_SECRET: Final = 8
"""A shorter value may stand in any sentence by chance."""


class Wording(NamedTuple):
    """What a rule says of one scenario. What it says of several in the same words is one finding. `whatever` says of which
    parameters the values do not matter, where the words speak of some of their values.
    """

    origin: Origin
    message: str
    fix: str
    whatever: str = ""


class Said(NamedTuple):
    """What a rule says of a diagnostic; `diagnostic` is None where the words do not show what it is about."""

    words: Wording
    diagnostic: Diagnostic | None


def deployed(resource: Resource, view: View) -> Document | None:
    """The document of a resource in one scenario; None where the resource is not deployed there."""
    return document_of(ResolvedResource(resource, view), SECTIONS) if view.exists(resource.condition) else None


def diagnostics(entry: Entry, document: Document, options: Mapping[str, Any]) -> Iterator[Diagnostic]:
    """What the schema of a rule rejects in a document."""
    for violation in schema_at(entry.rule_path).violations(document):
        yield Diagnostic(document, violation.path, violation.keyword, violation.expected, options)


def worded(rule: Rule, diagnostic: Diagnostic) -> Wording | None:
    """What a rule says of a diagnostic; None where it does not report it."""
    if not rule.applies(diagnostic):
        return None
    message, fix_ = (_PASSWORD.sub(r"\1...@", text) for text in (rule.message(diagnostic), _fix(rule, diagnostic)))
    return Wording(diagnostic.document.origin(rule.anchor(diagnostic)), message, fix_)


def _fix(rule: Rule, diagnostic: Diagnostic) -> str:
    """What to change, for whoever wrote the resource."""
    if diagnostic.document.resource.cdk_path is None:
        return rule.fix(diagnostic)
    return rule.fix_for_constructs(diagnostic)


def wordings(entry: Entry, resource: Resource, options: Mapping[str, Any], view: View) -> list[Said] | None:
    """What a rule says of a resource in one scenario; None where the resource is not deployed there."""
    document = deployed(resource, view)
    if document is None:
        return None
    found = ((diagnostic, worded(entry.rule(), diagnostic)) for diagnostic in diagnostics(entry, document, options))
    said = [Said(words, diagnostic) for diagnostic, words in found if words is not None]
    if not said or not view.template.secret_parameters:
        return said
    shown = _by_path(entry, resource, options, view.for_words())
    return [_disclosed(entry.rule(), each, shown, view.template) for each in said]


def _disclosed(rule: Rule, said: Said, shown: Mapping[tuple[Any, str], Wording], template: Template) -> Said:
    if said.diagnostic is None:
        return said
    words = shown.get((said.diagnostic.path, said.diagnostic.keyword)) or _undisclosed(rule, said.words, template)
    return Said(words, said.diagnostic if words == said.words else None)


def _by_path(
    entry: Entry, resource: Resource, options: Mapping[str, Any], view: View
) -> dict[tuple[Any, str], Wording]:
    """What a rule says where `${Token}` stands for the value of the NoEcho parameter Token, as far as no value shows."""
    document = deployed(resource, view)
    found: dict[tuple[Any, str], Wording] = {}
    for diagnostic in () if document is None else diagnostics(entry, document, options):
        words = worded(entry.rule(), diagnostic)
        if words is not None and not _shows_a_secret(words, view.template):
            found[diagnostic.path, diagnostic.keyword] = words
    return found


def _shows_a_secret(words: Wording, template: Template) -> bool:
    return any(secret in text for secret in _secrets(template) for text in (words.message, words.fix))


@once_for_each_template
def _secrets(template: Template) -> list[str]:
    """All that the NoEcho parameters may be, as far as the template and what was given tell."""
    parameters = (template.parameters[name] for name in template.secret_parameters)
    values = {value for parameter in parameters for value in (parameter.default, *parameter.accepted_values)}
    values.update(
        value for given in template.given for name in template.secret_parameters if (value := given.get(name))
    )
    texts = (text for value in values for text in (value if isinstance(value, (tuple, list)) else (value,)))
    return [str(text) for text in texts if len(str(text)) >= _SHORTEST_SECRET]


def _undisclosed(rule: Rule, words: Wording, template: Template) -> Wording:
    """What can be said where the value itself would be the message, or what the message makes of it."""
    section, name, *_ = words.origin.defined_at
    names = [str(name)] if section == "Parameters" else template.secret_parameters
    source = listed((f"${{{secret}}}" for secret in names), "or")
    message = f"{rule.shortdesc}. The value comes from {source}, which has NoEcho, so it is not shown."
    return words._replace(message=message, fix="Change that value; the page of the rule says what is accepted.")
