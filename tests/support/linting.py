"""Runs the pack over templates and reads what their lines expect."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from functools import cache, cached_property
from io import StringIO
from pathlib import Path
from typing import Any

import cfnlint.rules
import pytest
from cfn_lint_cognito.engine.facts.document import Document
from cfn_lint_cognito.engine.report import finding as report
from cfn_lint_cognito.engine.report import findings as asked_by_hosts
from cfn_lint_cognito.engine.report.catalogue import Entry, entries
from cfn_lint_cognito.engine.report.rule import Rule
from cfn_lint_cognito.engine.template.template import Template
from cfn_lint_cognito.engine.validation.rule_schema import RuleSchema
from cfnlint.config import ConfigMixIn
from cfnlint.decode import decode
from cfnlint.rules import Match, Rules
from cfnlint.rules.errors import RuleError
from cfnlint.runner import Runner
from cfnlint.runner.template.runner import run_template_by_file_path
from root import ROOT

FIXTURES = ROOT / "fixtures"
PLAIN_FIXTURES = FIXTURES / "plain_cfn_lint"
"""Templates with the mistakes that the pack leaves to cfn-lint itself, in folders named after the CDK's properties."""
TEMPLATES = (".yaml", ".yml", ".json", ".template")
RULE_ID = re.compile(r"[EWI]9[56]\d\d")
RULES: tuple[Rule, ...] = tuple(entry.rule() for entry in entries())
_EXPECTATION = re.compile(r"#((?: [EWI]\d{4})+)\s*$")


@dataclass(frozen=True, order=True)
class Finding:
    line: int
    rule: str
    message: str
    path: tuple[str | int, ...] = field(default=(), compare=False)

    @property
    def where(self) -> tuple[str, int]:
        return self.rule, self.line


@dataclass(frozen=True)
class Fixture:
    """A complete template below `fixtures/TOPIC/RULE/`. Its lines at fault carry the IDs of the rules that report them."""

    path: Path

    @cached_property
    def name(self) -> str:
        return self.path.relative_to(FIXTURES).as_posix()

    @cached_property
    def rule_path(self) -> str:
        """`token_lifetimes/e9511_access_token_lifetime`: where the rule lies below rules/, schemas/ and docs/rules/."""
        return self.path.parent.relative_to(FIXTURES).as_posix()

    @property
    def rule(self) -> str:
        return self.path.parent.name.partition("_")[0].upper()

    @property
    def expected(self) -> list[tuple[str, int]]:
        """The (rule, line) pairs that the template expects.

        YAML says them in a comment at the end of the line: `AccessTokenValidity: 48 # E9511`. JSON has no comments; there
        `Metadata.Expected` holds the text of the line for each rule: `{"E9511": ["\"AccessTokenValidity\": 48"]}`.
        """
        lines = self.path.read_text(encoding="utf-8").splitlines()
        if self.path.suffix == ".json":
            return sorted(self._expected_in_metadata(lines))
        marked = ((number, _EXPECTATION.search(line)) for number, line in enumerate(lines, 1))
        return sorted((rule, number) for number, match in marked if match for rule in match.group(1).split())

    def _expected_in_metadata(self, lines: Sequence[str]) -> Iterator[tuple[str, int]]:
        expected = json.loads("\n".join(lines)).get("Metadata", {}).get("Expected", {})
        for rule, texts in expected.items():
            for text in texts:
                found = [number for number, line in enumerate(lines, 1) if line.strip().startswith(text)]
                assert len(found) == 1, f"{self.name}: {text!r} begins {len(found)} lines"
                yield rule, found[0]


@cache
def fixtures() -> list[Fixture]:
    """The fixtures of the rules."""
    return [fixture for fixture in _fixtures(FIXTURES, "*/*/*") if PLAIN_FIXTURES not in fixture.path.parents]


def plain_fixtures() -> list[Fixture]:
    return _fixtures(PLAIN_FIXTURES, "*/*")


def _fixtures(folder: Path, pattern: str) -> list[Fixture]:
    return [Fixture(path) for path in sorted(folder.glob(pattern)) if path.suffix in TEMPLATES]


@cache
def fixtures_by_place() -> Mapping[str, list[Fixture]]:
    """The fixtures of the rules, by the place of the rule."""
    found: dict[str, list[Fixture]] = {}
    for fixture in fixtures():
        found.setdefault(fixture.rule_path, []).append(fixture)
    return found


@cache
def _rules_of_the_pack() -> Rules:
    return Rules.create_from_module("cfn_lint_cognito")


@cache
def rules_of_cfn_lint() -> Rules:
    return Rules.create_from_directory(str(Path(cfnlint.rules.__file__).parent))


class _PackOnly(Runner):  # type: ignore[misc]  # cfn-lint ships no types
    """cfn-lint as it is, without the 200 rules that it brings along: those take nearly all of the time of a run."""

    def _get_rules(self) -> None:
        self.rules = Rules(dict(_rules_of_the_pack()))
        self.rules[RuleError.id] = RuleError()  # How it tells that a rule failed.


class _CfnLintOnly(Runner):  # type: ignore[misc]
    """cfn-lint without the pack, and with its rules read once."""

    def _get_rules(self) -> None:
        self.rules = rules_of_cfn_lint()


class _Everything(Runner):  # type: ignore[misc]
    """cfn-lint with the pack, and with all rules read once."""

    def _get_rules(self) -> None:
        self.rules = Rules({**rules_of_cfn_lint(), **_rules_of_the_pack()})


def plain_data(path: Path) -> dict[str, Any]:
    """A template as plain maps, lists and scalars, without the line numbers that cfn-lint keeps in them."""
    template, _ = decode(str(path))
    data: dict[str, Any] = json.loads(json.dumps(template, default=str))
    return data


def lint(paths: Sequence[Path], *options: str) -> dict[Path, list[Finding]]:
    """What the pack says of each template in cfn-lint, advice included; nothing of what cfn-lint's own rules say."""
    return _findings(_PackOnly, paths, ["--include-checks=I", *options])


def lint_without_the_pack(paths: Sequence[Path]) -> dict[Path, list[Finding]]:
    return _findings(_CfnLintOnly, paths, [])


def lint_with_everything(paths: Sequence[Path], *options: str) -> dict[Path, list[Finding]]:
    """What cfn-lint with the pack says of each template, advice included."""
    return _findings(_Everything, paths, ["--include-checks=I", *options])


def cfn_lint(*arguments: str) -> tuple[int, str]:
    """The exit code and the output of cfn-lint with the pack, run in this process, which saves it its start."""
    return _printed(_Everything, arguments)


def cfn_lint_of_the_pack(*arguments: str) -> tuple[int, str]:
    """The same without the rules that cfn-lint brings along."""
    return _printed(_PackOnly, arguments)


def _printed(runner: type[Runner], arguments: Sequence[str]) -> tuple[int, str]:
    output = StringIO()
    with redirect_stdout(output), pytest.raises(SystemExit) as ended:
        runner(ConfigMixIn(list(arguments))).cli()
    assert isinstance(ended.value.code, int)
    return ended.value.code, output.getvalue()


def _findings(runner: type[Runner], paths: Sequence[Path], options: Sequence[str]) -> dict[Path, list[Finding]]:
    findings: dict[Path, list[Finding]] = {path: [] for path in paths}
    if paths:  # Without any cfn-lint reads standard input.
        for match in runner(ConfigMixIn([*options, "--", *map(str, paths)])).run():
            findings[Path(match.filename)].append(_finding(match))
    return {path: sorted(found) for path, found in findings.items()}


def _finding(match: Match) -> Finding:
    path = tuple(getattr(match, "path", None) or ())
    return Finding(match.linenumber, match.rule.id, match.message, path)


@dataclass(frozen=True, eq=False)
class Judgement:
    """A document of one deployment of a fixture, the schema that judged it, and whether it found the document legal."""

    schema: RuleSchema
    document: Mapping[str, Any]
    is_legal: bool


@dataclass(frozen=True, eq=False)
class Asked:
    """What cfn-lint asked a rule, and the findings before it made one text and one line of each."""

    entry: Entry
    template: Template
    options: Mapping[str, Any]
    findings: Sequence[report.Finding]


@dataclass(frozen=True, eq=False)
class Linted:
    """What the pack says of a fixture, what its rules were asked for that, and every document that was judged."""

    findings: Sequence[Finding]
    asked: Sequence[Asked]
    judgements: Sequence[Judgement]


@cache
def _for_many_files() -> Runner:
    return _PackOnly(ConfigMixIn(["--include-checks=I"]))


def _of_one_of_many(path: Path) -> list[Finding]:
    """What `lint` says of a template, by the function that cfn-lint itself calls for each of many: the options are read once."""
    runner = _for_many_files()
    return sorted(map(_finding, run_template_by_file_path(str(path), runner.config, runner.rules, False)))


@cache
def linted(fixture: Fixture) -> Linted:
    """What the pack says of a fixture. Tests of the same rule share it."""
    asked: list[Asked] = []
    judgements: list[Judgement] = []
    find, judge = asked_by_hosts.findings, RuleSchema.violations

    def watched_findings(entry: Entry, template: Template, options: Mapping[str, Any]) -> Sequence[report.Finding]:
        found = list(find(entry, template, options))
        asked.append(Asked(entry, template, dict(options), found))
        return found

    def watched_violations(schema: RuleSchema, document: Document) -> Any:
        violations = judge(schema, document)
        # What nobody looked at is not made, and cannot be made any more when the run is over.
        as_it_is_now = {name: dict(section.looked_up) for name, section in document.sections.items()}
        judgements.append(Judgement(schema, as_it_is_now, not violations))
        return violations

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(asked_by_hosts, "findings", watched_findings)
        patch.setattr(RuleSchema, "violations", watched_violations)
        findings = _of_one_of_many(fixture.path)
    return Linted(findings, asked, judgements)


def is_ours(finding: Finding) -> bool:
    return bool(RULE_ID.fullmatch(finding.rule))
