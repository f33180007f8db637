"""Every fixture gives exactly the findings that its lines expect, and none of cfn-lint's own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from pack import Finding, Fixture, fixtures, is_ours, linted_fixtures

FIXTURES = fixtures()


@pytest.fixture(scope="module")
def findings() -> Mapping[Path, list[Finding]]:
    return linted_fixtures().findings


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.name)
def test_fixture_gives_exactly_the_findings_it_expects(
    fixture: Fixture, findings: Mapping[Path, list[Finding]]
) -> None:
    # Advice of other rules would have to be marked in every fixture of every rule.
    counted = [
        found.where
        for found in findings[fixture.path]
        if is_ours(found) and (not found.rule.startswith("I") or found.rule == fixture.rule)
    ]
    assert sorted(counted) == fixture.expected


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.name)
def test_plain_cfn_lint_finds_nothing_in_a_fixture(fixture: Fixture, findings: Mapping[Path, list[Finding]]) -> None:
    plain = [found for found in findings[fixture.path] if not is_ours(found) and not found.rule.startswith("I")]
    assert plain == []
