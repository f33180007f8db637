"""Some mistakes are cfn-lint's own to find: it answers for them, and the pack adds nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from pack import Finding, Fixture, is_ours, lint, plain_fixtures

FIXTURES = plain_fixtures()


@pytest.fixture(scope="module")
def findings() -> dict[Path, list[Finding]]:
    return lint([fixture.path for fixture in FIXTURES])


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.name)
def test_cfn_lint_gives_exactly_the_findings_a_fixture_expects(
    fixture: Fixture, findings: dict[Path, list[Finding]]
) -> None:
    found = [finding for finding in findings[fixture.path] if not finding.rule.startswith("I")]
    assert sorted(finding.where for finding in found) == fixture.expected
    assert not any(is_ours(finding) for finding in found)


@pytest.mark.parametrize("answered", ["auth_session_validity", "user_pool_client_name"])
def test_a_property_that_cfn_lint_answers_for_has_fixtures_of_both_kinds(answered: str) -> None:
    expectations = [bool(fixture.expected) for fixture in FIXTURES if fixture.path.parent.name == answered]
    assert {True, False} == set(expectations)
