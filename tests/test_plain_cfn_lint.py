"""Where cfn-lint's own rules stand: silent in every fixture of a rule; and some mistakes are theirs to find, so that the pack
adds nothing.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import cfnlint.version
import pytest
from pack import (
    Finding,
    Fixture,
    fixtures_by_place,
    is_ours,
    lint_with_everything,
    lint_without_the_pack,
    plain_fixtures,
)

FIXTURES = plain_fixtures()


@pytest.mark.parametrize("place", fixtures_by_place())
def test_cfn_lint_itself_finds_nothing_in_the_fixtures_of_a_rule(place: str, request: pytest.FixtureRequest) -> None:
    """What it says is remembered in .pytest_cache by its version and by what a fixture holds: this takes it its time."""
    cache = getattr(request.config, "cache", None)
    key = f"cfn-lint-finds-nothing/{place}"
    known = set(cache.get(key, ()) if cache else ())
    marks = {
        fixture.path: hashlib.sha256(cfnlint.version.__version__.encode() + fixture.path.read_bytes()).hexdigest()
        for fixture in fixtures_by_place()[place]
    }
    found = lint_without_the_pack([path for path, mark in marks.items() if mark not in known])
    assert {path.name: findings for path, findings in found.items() if findings} == {}
    if cache and found:
        cache.set(key, sorted(marks.values()))


@pytest.fixture(scope="module")
def findings() -> dict[Path, list[Finding]]:
    return lint_with_everything([fixture.path for fixture in FIXTURES])


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
