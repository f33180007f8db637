"""Runs cfn-lint with the pack over templates and reads what their lines expect."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from cfn_lint_cognito._judge import is_unknown
from cfn_lint_cognito._rule_schema import RuleSchema
from cfnlint.config import ConfigMixIn
from cfnlint.runner import Runner

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "fixtures"
PLAIN_FIXTURES = FIXTURES / "plain_cfn_lint"
"""Templates with the mistakes that the pack leaves to cfn-lint itself, in folders named after the CDK's properties."""
TEMPLATES = (".yaml", ".yml", ".json", ".template")
RULE_ID = re.compile(r"[EWI]9[56]\d\d")
_EXPECTATION = re.compile(r"#((?: [EWI]\d{4})+)\s*$")


@dataclass(frozen=True, order=True)
class Finding:
    line: int
    rule: str
    message: str

    @property
    def where(self) -> tuple[str, int]:
        return self.rule, self.line


@dataclass(frozen=True)
class Fixture:
    """A complete template below `fixtures/TOPIC/RULE/`. Its lines at fault carry the IDs of the rules that report them."""

    path: Path

    @property
    def name(self) -> str:
        return str(self.path.relative_to(FIXTURES))

    @property
    def place(self) -> str:
        """`token_lifetimes/e9511_access_token_lifetime`: where the rule lies below rules/, schemas/ and docs/rules/."""
        return str(self.path.parent.relative_to(FIXTURES))

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


def fixtures() -> list[Fixture]:
    """The fixtures of the rules."""
    return [fixture for fixture in _fixtures(FIXTURES, "*/*/*") if PLAIN_FIXTURES not in fixture.path.parents]


def plain_fixtures() -> list[Fixture]:
    return _fixtures(PLAIN_FIXTURES, "*/*")


def _fixtures(folder: Path, pattern: str) -> list[Fixture]:
    return [Fixture(path) for path in sorted(folder.glob(pattern)) if path.suffix in TEMPLATES]


def lint(paths: Sequence[Path], *options: str, rules: str = "cfn_lint_cognito") -> dict[Path, list[Finding]]:
    """What cfn-lint with the pack says of each template, advice included."""
    arguments = [f"--append-rules={rules}", "--include-checks=I", *options, "--", *map(str, paths)]
    findings: dict[Path, list[Finding]] = {path: [] for path in paths}
    for match in Runner(ConfigMixIn(arguments)).run():
        findings[Path(match.filename)].append(Finding(match.linenumber, match.rule.id, match.message))
    return {path: sorted(found) for path, found in findings.items()}


@dataclass(frozen=True, eq=False)
class Judgement:
    """A document of one deployment of a fixture, the schema that judged it, and whether it found the document legal."""

    schema: RuleSchema
    document: Mapping[str, Any]
    legal: bool


@dataclass(frozen=True, eq=False)
class Linted:
    findings: Mapping[Path, list[Finding]]
    judgements: Sequence[Judgement]


def _as_it_is_now(value: Any) -> Any:
    if isinstance(value, list):
        return [_as_it_is_now(item) for item in value]
    if isinstance(value, dict) and not is_unknown(value):
        return {key: _as_it_is_now(below) for key, below in value.items()}
    return value


@cache
def linted_fixtures() -> Linted:
    """One run over all fixtures, which the tests share since it takes seconds."""
    judgements: list[Judgement] = []
    judge = RuleSchema.violations

    def watched(schema: RuleSchema, document: Mapping[str, Any]) -> Any:
        violations = judge(schema, document)
        # What nobody looked at is not made, and cannot be made any more when the run is over.
        judgements.append(Judgement(schema, _as_it_is_now(document), not violations))
        return violations

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(RuleSchema, "violations", watched)
        findings = lint([fixture.path for fixture in fixtures()])
    return Linted(findings, judgements)


def is_ours(finding: Finding) -> bool:
    return bool(RULE_ID.fullmatch(finding.rule))
