"""What a Lambda Hook answers about a template that has something of Cognito: whether it stops the stack, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from cfn_lint_cognito.engine.hosts.change_set import shown_parameters
from cfn_lint_cognito.engine.hosts.python import SOME_REGION, check_read
from cfn_lint_cognito.engine.hosts.text import Source, read
from cfn_lint_cognito.engine.report.catalogue import entries
from cfn_lint_cognito.engine.report.finding import Finding
from cfn_lint_cognito.engine.template.template import Template
from cfn_lint_cognito.engine.values.value import TemplatePath

LEVELS: Final = {"error": ("error",), "warning": ("error", "warning")}
"""What stops a stack, by the level that somebody chose."""
SHOWN: Final = 1000
"""How many characters of a message reach everybody: the events of a stack hold 1,024."""
MOST_ANNOTATIONS: Final = 100
_LONGEST: Final = {"annotationName": 1024, "statusMessage": 16384, "remediationMessage": 16384, "remediationLink": 5120}
_SEVERITIES: Final = {"error": "HIGH", "warning": "MEDIUM", "info": "LOW"}
_FEWEST: Final = 160
_IDS: Final = re.compile(r"[EWI]\d{0,4}")
_FOUND: Final = "cfn-lint-cognito found"
_UNCERTAIN: Final = "It depends on parameters that the hook is not told, so it fails no stack"


class SettingsError(Exception):
    """An environment variable has a value that means nothing."""


class Settings(NamedTuple):
    levels: tuple[str, ...]
    ignore: tuple[str, ...]


class Verdict(NamedTuple):
    """What was found. `stopping` are the findings that stop the stack, `told` those that do not."""

    stopping: Sequence[Finding]
    told: Sequence[Finding]
    uncertain: Sequence[Finding]
    failed: Sequence[Finding]

    def answer(self) -> dict[str, Any]:
        """The part of the answer to CloudFormation that is about the template."""
        annotations = [
            *(_annotation(finding, "FAILED") for finding in (*self.stopping, *self.told)),
            *(_annotation(finding, "SKIPPED") for finding in (*self.uncertain, *self.failed)),
        ][:MOST_ANNOTATIONS]
        status = {"hookStatus": "FAILED", "errorCode": "NonCompliant"} if self.stopping else {"hookStatus": "SUCCESS"}
        return {**status, "message": self.message(), **({"annotations": annotations} if annotations else {})}

    def message(self) -> str:
        """What everybody sees: the counts, and as much of the first findings as fits."""
        others = [
            f"{_counted(self.told)} below the level that fails a stack" if self.told else "",
            f"{_counted(self.uncertain)} that depend{'s' if len(self.uncertain) == 1 else ''} on parameters"
            if self.uncertain
            else "",
            f"{len(self.failed)} rule{'s' if len(self.failed) > 1 else ''} that failed" if self.failed else "",
        ]
        beside = ", ".join(filter(None, others))
        if not self.stopping:
            return f"{_FOUND} {beside}. The annotations say more." if beside else f"{_FOUND} no mistakes."
        head = f"{_FOUND} {_counted(self.stopping)}{f', beside {beside}' if beside else ''}."
        return " ".join([head, *_first(self.stopping, SHOWN - len(head))])


def settings(level: str, ignore: str) -> Settings:
    """The settings of the environment variables. SettingsError for what means nothing."""
    chosen = level.strip().lower() or "error"
    if chosen not in LEVELS:
        raise SettingsError(f"the level {level} is unknown. It is error or warning")
    ids = tuple(filter(None, (each.strip() for each in ignore.split(","))))
    for each in ids:
        if not _IDS.fullmatch(each) or not any(entry.id.startswith(each) for entry in entries()):
            raise SettingsError(f"there is no rule {each} to ignore")
    return Settings(LEVELS[chosen], ids)


def judged(text: str, changes: Iterable[Any], region: str | None, chosen: Settings) -> Verdict:
    """What is found in the text of a template. `changes` are what a change set shows. ValueError where it cannot be read."""
    source = read(text)
    known = shown_parameters(_template(source.document, region), changes)
    found = _found(source.document, region, known, chosen)
    certain = _certain(source.document, region, known, chosen) if found else frozenset()
    stopping, told, uncertain, failed = [], [], [], []
    for finding in found:
        located = _located(finding, source)
        if not finding.resource:
            failed.append(located)
        elif finding.when or (finding.rule, finding.path) not in certain:
            uncertain.append(located)
        elif finding.level in chosen.levels:
            stopping.append(located)
        else:
            told.append(located)
    return Verdict(stopping, told, uncertain, failed)


def _template(document: Mapping[str, Any], region: str | None, *given: Mapping[str, str]) -> Template:
    return Template(document, (region or SOME_REGION,), given, regions_are_named=region is not None)


def _found(
    document: Mapping[str, Any], region: str | None, known: Mapping[str, str], chosen: Settings
) -> list[Finding]:
    return check_read(_template(document, region, known), ignore=chosen.ignore)


def _certain(
    document: Mapping[str, Any], region: str | None, known: Mapping[str, str], chosen: Settings
) -> frozenset[tuple[str, TemplatePath]]:
    """The rules and paths of what is found whatever the parameters are: also without a Default, which may be overridden."""
    surely = _found(_without_defaults(document, known), region, known, chosen)
    return frozenset((finding.rule, finding.path) for finding in surely if not finding.when)


def _without_defaults(document: Mapping[str, Any], known: Mapping[str, str]) -> Mapping[str, Any]:
    parameters = document.get("Parameters")
    if not isinstance(parameters, dict):
        return document
    opened = {
        name: {key: value for key, value in declared.items() if key != "Default"}
        if isinstance(declared, dict) and name not in known
        else declared
        for name, declared in parameters.items()
    }
    return {**document, "Parameters": opened}


def _located(finding: Finding, source: Source) -> Finding:
    _, line, column = source.nearest(finding.defined_at).start
    return finding._replace(line=line, column=column)


def _annotation(finding: Finding, status: str) -> dict[str, str]:
    where = " ".join(filter(None, (finding.rule, finding.resource)))
    wrong = [finding.message, f"Line {finding.line}."]
    if status == "SKIPPED" and finding.resource:
        wrong.append(f"{_UNCERTAIN}{f': it holds {finding.when}' if finding.when else ''}.")
    texts = {
        "annotationName": where,
        "statusMessage": " ".join(wrong),
        "remediationMessage": finding.fix,
        "remediationLink": finding.page,
    }
    cut = {key: _cut(text, _LONGEST[key]) for key, text in texts.items() if text}
    return {**cut, "status": status, "severityLevel": _SEVERITIES[finding.level]}


def _first(findings: Sequence[Finding], room: int) -> list[str]:
    """As many findings as fit into some characters, each with enough of its text to act on."""
    more = " And {} more, in the annotations."
    fitting = max(1, min(len(findings), (room - len(more)) // _FEWEST))
    each = (room - (len(more) if fitting < len(findings) else 0)) // fitting - 1
    texts = [
        _cut(
            f"{finding.rule} in {finding.resource}, line {finding.line}: {finding.message} {finding.fix} {finding.page}",
            each,
        )
        for finding in findings[:fitting]
    ]
    return texts + ([more.strip().format(len(findings) - fitting)] if fitting < len(findings) else [])


def _counted(findings: Sequence[Finding]) -> str:
    counts = {level: sum(finding.level == level for finding in findings) for level in ("error", "warning")}
    return " and ".join(f"{count} {level}{'s' if count > 1 else ''}" for level, count in counts.items() if count)


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 3].rstrip()}..."
