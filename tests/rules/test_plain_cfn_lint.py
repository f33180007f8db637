"""Where cfn-lint's own rules stand: silent in every fixture of a rule; and some mistakes are theirs to find, so that the pack
adds nothing.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import record_silence
from in_turn import in_turn
from linting import (
    Finding,
    Fixture,
    fixtures_by_place,
    is_ours,
    lint_with_everything,
    lint_without_the_pack,
    plain_fixtures,
)

FIXTURES = plain_fixtures()


@pytest.mark.parametrize("rule_path", fixtures_by_place())
def test_cfn_lint_itself_finds_nothing_in_the_fixtures_of_a_rule(rule_path: str) -> None:
    """What was recorded of this cfn-lint and these fixtures holds; what is new is linted."""
    if record_silence.recorded().get(rule_path) != record_silence.mark(rule_path):
        found = lint_without_the_pack([fixture.path for fixture in fixtures_by_place()[rule_path]])
        assert {path.name: findings for path, findings in found.items() if findings} == {}


def test_a_record_holds_for_one_version_of_cfn_lint_and_for_what_the_fixtures_hold(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    template = tmp_path / "fail_plain.yaml"
    monkeypatch.setattr(record_silence, "fixtures_by_place", lambda: {"oauth/e9599_name": [Fixture(template)]})
    marks = []
    for version, text in (("1.58.0", "Resources: {}\n"), ("1.58.1", "Resources: {}\n"), ("1.58.1", "Outputs: {}\n")):
        monkeypatch.setattr("cfnlint.version.__version__", version)
        template.write_text(text)
        marks.append(record_silence.mark("oauth/e9599_name"))
    assert len(set(marks)) == 3


@pytest.fixture(scope="module")
def findings() -> dict[Path, list[Finding]]:
    return lint_with_everything([fixture.path for fixture in FIXTURES])


@in_turn("fixture", FIXTURES, ids=lambda fixture: fixture.name)
def test_cfn_lint_gives_exactly_the_findings_a_fixture_expects(
    fixture: Fixture, findings: dict[Path, list[Finding]]
) -> None:
    found = [finding for finding in findings[fixture.path] if not finding.rule.startswith("I")]
    assert sorted(finding.where for finding in found) == fixture.expected
    assert not any(is_ours(finding) for finding in found)


@in_turn("answered", ["auth_session_validity", "user_pool_client_name"])
def test_a_property_that_cfn_lint_answers_for_has_fixtures_of_both_kinds(answered: str) -> None:
    expectations = [bool(fixture.expected) for fixture in FIXTURES if fixture.path.parent.name == answered]
    assert {True, False} == set(expectations)
