"""One command makes the files of a new rule, and the failing tests lead from there to a rule with a page."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import generate
import new_rule
import pytest
from cfn_lint_cognito.engine.facts.names import APP_CLIENT
from cfn_lint_cognito.engine.report.rule import AppClientRule
from cfnlint.decode import decode_str
from environments import copy_of_project, importable, own_started
from in_turn import in_turn
from linting import PLAIN_FIXTURES
from started import PYTHON

Run = Callable[..., subprocess.CompletedProcess[str]]
USED = {page.number for page in generate.pages()}
FREE = f"E{max(number for number in range(9500, 9600) if number not in USED)}"
ASKED = (FREE, "hardening", "client_name_web", 'Client is named "web"')
PLACE = f"hardening/{FREE.lower()}_client_name_web"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project in which the new rule is the only one with fixtures, which saves the time of the others."""
    copy = copy_of_project(tmp_path_factory.mktemp("project") / "cfn-lint-cognito")
    for topic in (copy / "fixtures").iterdir():
        if topic.name != PLAIN_FIXTURES.name:
            shutil.rmtree(topic)
    importable(copy, copy.parent)
    return copy


@pytest.fixture(scope="module")
def run(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Runs Python in the copy."""
    return partial(
        own_started(tmp_path_factory).run, PYTHON, cwd=project, variables={"PYTHONPATH": str(project.parent)}
    )


def run_fixtures(run: Run) -> str:
    tests = [
        "tests/rules/test_fixtures.py::test_fixtures_give_exactly_the_findings_they_expect",
        "tests/rules/test_plain_cfn_lint.py::test_cfn_lint_itself_finds_nothing_in_the_fixtures_of_a_rule",
    ]
    return run("-m", "pytest", "-p", "no:cacheprovider", *tests, "-k", FREE.lower(), "-rA").stdout


def test_failing_tests_lead_to_a_rule_with_a_page(project: Path, run: Run) -> None:
    made = run("tools/new_rule.py", *ASKED)
    assert made.returncode == 0, made.stderr
    assert sorted(made.stdout.splitlines()[:-2]) == [
        *[f"fixtures/{PLACE}/{name}.yaml" for name in ("fail_plain", "pass_plain", "pass_unresolvable")],
        "rules/catalogue.json",
        f"rules/{PLACE}.py",
        f"schemas/{PLACE}.json",
        "tests/rules/ids.txt",
    ]
    assert FREE in (project / "tests" / "rules" / "ids.txt").read_text().splitlines()

    missing = run_fixtures(run)
    assert "1 passed" in missing
    (failed,) = re.findall(r"^FAILED .*", missing, re.MULTILINE)
    assert PLACE in failed
    assert f"{{'fail_plain.yaml': []}} != {{'fail_plain.yaml': [('{FREE}', 8)]}}" in missing

    schema = project / "schemas" / f"{PLACE}.json"
    schema.write_text(schema.read_text().replace("true", '{"not": {"const": "web"}}'))
    fixed = project / "fixtures" / PLACE / "pass_plain.yaml"
    fixed.write_text(fixed.read_text().replace("ClientName: web", "ClientName: shop"))
    assert "2 passed" in run_fixtures(run)

    written = run("docs/generate.py")
    assert f"docs/rules/{PLACE}.md" in written.stdout.splitlines(), written.stderr
    page = (project / "docs" / "rules" / f"{PLACE}.md").read_text()
    assert page.startswith(f'# {FREE}: Client is named "web"\n')
    assert f"{FREE} {new_rule.WORDS['message']} {new_rule.WORDS['fix']}\ntemplate.yaml:8:7\n" in page


@in_turn("resource_type", new_rule.constants())
def test_a_rule_can_be_about_any_resource_that_has_a_name(resource_type: str) -> None:
    asked = (FREE, "hardening", "some_name", "Some mistake", resource_type)
    texts = {path.name: text for path, text in new_rule.files(*asked).items()}
    rule = texts[f"{FREE.lower()}_some_name.py"]
    names: dict[str, Any] = {"__name__": "cfn_lint_cognito.hardening.some_name"}
    exec(rule, names)
    assert names["SomeName"].resource_types == (resource_type,)
    assert (resource_type == APP_CLIENT) == issubclass(names["SomeName"], AppClientRule)
    for name in ("fail_plain", "pass_plain", "pass_unresolvable"):
        template, _ = decode_str(texts[f"{name}.yaml"])
        assert resource_type in {resource["Type"] for resource in template["Resources"].values()}
        assert (f" # {FREE}\n" in texts[f"{name}.yaml"]) == (name == "fail_plain")


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        (("E9511", "oauth", "some_name"), "in use by rules/token_lifetimes/e9511_"),
        (("W9511", "oauth", "some_name"), "in use by rules/token_lifetimes/e9511_"),
        ((FREE, "logins", "some_name"), "there is no topic logins; choose among attachments, attributes, auth_flows,"),
        (("E9499", "oauth", "some_name"), "E9499 is no ID"),
        (("X9599", "oauth", "some_name"), "X9599 is no ID"),
        (("E95990", "oauth", "some_name"), "E95990 is no ID"),
        (("e9599", "oauth", "some_name"), "e9599 is no ID"),
        ((FREE, "oauth", "Some-Name"), "Some-Name is no name"),
        ((FREE, "oauth", "implicit_grant"), "has a class ImplicitGrant already"),
        ((FREE, "oauth", "some_name", "--resource=AWS::SNS::Topic"), "there are no rules about AWS::SNS::Topic yet"),
    ],
)
def test_a_rule_that_cannot_be_is_refused(
    asked: tuple[str, ...], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new_rule.main([*asked, "Some description"]) == 2
    assert reason in capsys.readouterr().err


def test_the_number_of_a_retired_rule_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(new_rule, "_ids", lambda: [f"W{FREE[1:]} retired"])
    reason = f"the number of {FREE} was in use once: see tests/rules/ids.txt"
    assert new_rule.objections(FREE, "oauth", "some_name") == [reason]


@in_turn("page", generate.pages(), ids=lambda page: page.rule.id)
def test_no_rule_keeps_the_words_of_a_new_one(page: generate.Page) -> None:
    text = (generate.ROOT / "rules" / f"{page.rule_path}.py").read_text(encoding="utf-8")
    assert [words for words in new_rule.WORDS.values() if words in text] == []
