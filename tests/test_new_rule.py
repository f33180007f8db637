"""One command makes the files of a new rule, and the failing tests lead from there to a rule with a page."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import generate
import new_rule
import pytest
from environments import copy_of_project

USED = {page.number for page in generate.pages()}
FREE = f"E{max(number for number in range(9500, 9600) if number not in USED)}"
ASKED = (FREE, "hardening", "client_name_web", 'Client is named "web"')
PLACE = f"hardening/{FREE.lower()}_client_name_web"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project in which the new rule is the only one with fixtures, which saves the time of the others."""
    copy = copy_of_project(tmp_path_factory.mktemp("project") / "cfn-lint-cognito")
    shutil.rmtree(copy / "fixtures")
    (copy.parent / "cfn_lint_cognito").symlink_to(copy / "rules")
    return copy


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project.parent)},
        capture_output=True,
        text=True,
        check=False,
    )


def run_fixtures(project: Path) -> str:
    return run(
        project, "-m", "pytest", "-p", "no:cacheprovider", "tests/test_fixtures.py", "-k", FREE.lower(), "-rA"
    ).stdout


def test_failing_tests_lead_to_a_rule_with_a_page(project: Path) -> None:
    made = run(project, "tools/new_rule.py", *ASKED)
    assert made.returncode == 0, made.stderr
    assert made.stdout.splitlines()[:-2] == [
        f"rules/{PLACE}.py",
        f"schemas/{PLACE}.json",
        *[f"fixtures/{PLACE}/{name}.yaml" for name in ("fail_plain", "pass_plain", "pass_unresolvable")],
    ]

    missing = run_fixtures(project)
    assert "5 passed" in missing
    (failed,) = re.findall(r"^FAILED .*", missing, re.MULTILINE)
    assert f"{PLACE}/fail_plain.yaml" in failed
    assert f"assert [] == [('{FREE}', 8)]" in missing

    schema = project / "schemas" / f"{PLACE}.json"
    schema.write_text(schema.read_text().replace("true", '{"not": {"const": "web"}}'))
    mended = project / "fixtures" / PLACE / "pass_plain.yaml"
    mended.write_text(mended.read_text().replace("ClientName: web", "ClientName: shop"))
    assert "6 passed" in run_fixtures(project)

    written = run(project, "docs/generate.py")
    assert f"docs/rules/{PLACE}.md" in written.stdout.splitlines(), written.stderr
    page = (project / "docs" / "rules" / f"{PLACE}.md").read_text()
    assert page.startswith(f'# {FREE}: Client is named "web"\n')
    assert f"{FREE} {new_rule.WORDS['message']} {new_rule.WORDS['mend']}\ntemplate.yaml:8:7\n" in page


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        (("E9511", "oauth", "some_name"), "in use by rules/token_lifetimes/e9511_"),
        (("W9511", "oauth", "some_name"), "in use by rules/token_lifetimes/e9511_"),
        ((FREE, "logins", "some_name"), "there is no topic logins; choose among attributes, auth_flows,"),
        (("E9499", "oauth", "some_name"), "E9499 is no ID"),
        (("X9599", "oauth", "some_name"), "X9599 is no ID"),
        (("E95990", "oauth", "some_name"), "E95990 is no ID"),
        (("e9599", "oauth", "some_name"), "e9599 is no ID"),
        ((FREE, "oauth", "Some-Name"), "Some-Name is no name"),
        ((FREE, "oauth", "implicit_grant"), "has a class ImplicitGrant already"),
    ],
)
def test_a_rule_that_cannot_be_is_refused(
    asked: tuple[str, str, str], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new_rule.main([*asked, "Some description"]) == 2
    assert reason in capsys.readouterr().err


@pytest.mark.parametrize("page", generate.pages(), ids=lambda page: page.rule.id)
def test_no_rule_keeps_the_words_of_a_new_one(page: generate.Page) -> None:
    text = (generate.ROOT / "rules" / f"{page.place}.py").read_text(encoding="utf-8")
    assert [words for words in new_rule.WORDS.values() if words in text] == []
