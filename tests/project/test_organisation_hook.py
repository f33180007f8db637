"""`templates/organisation-hook.yaml`: the template that deploys the Lambda Hook."""

from __future__ import annotations

from typing import Any

import pytest
from cfn_lint_cognito import check
from cfn_lint_cognito.engine.hosts.hook_answer import LEVELS, judged, settings
from cfn_lint_cognito.engine.hosts.lambda_hook import IGNORE, LEVEL
from cfn_lint_cognito.engine.report.catalogue import entries
from lambda_package import HANDLER, PLATFORMS
from linting import ROOT, lint_with_everything, plain_data

FILE = ROOT / "templates" / "organisation-hook.yaml"


@pytest.fixture(scope="module")
def template() -> dict[str, Any]:
    return plain_data(FILE)


def test_cfn_lint_with_the_pack_finds_nothing() -> None:
    assert lint_with_everything([FILE], "--include-checks=I") == {FILE: []}
    assert check(FILE.read_text(encoding="utf-8"), advice=True) == []


def test_the_function_is_the_one_of_the_package(template: dict[str, Any]) -> None:
    function = template["Resources"]["Function"]["Properties"]
    assert function["Handler"] == HANDLER
    assert function["Timeout"] == 30
    assert function["Environment"]["Variables"] == {LEVEL: {"Ref": "Level"}, IGNORE: {"Ref": "IgnoredRules"}}
    assert template["Parameters"]["Architecture"]["AllowedValues"] == list(PLATFORMS)


def test_each_value_of_a_parameter_is_one_that_the_function_takes(template: dict[str, Any]) -> None:
    parameters = template["Parameters"]
    assert parameters["Level"]["AllowedValues"] == list(LEVELS)
    for level in LEVELS:
        assert settings(level, parameters["IgnoredRules"]["Default"]).ignore == ()
    some = ",".join(entry.id for entry in entries())
    assert len(settings("error", some).ignore) == len(entries())


def test_the_first_deploy_stops_nobody(template: dict[str, Any]) -> None:
    hook = template["Resources"]["Hook"]["Properties"]
    assert template["Parameters"]["FailureMode"]["Default"] == "WARN"
    assert hook["FailureMode"] == {"Ref": "FailureMode"}
    assert hook["TargetOperations"] == ["STACK", "CHANGE_SET"]
    assert hook["TargetFilters"] == {"Actions": ["CREATE", "UPDATE"]}


def test_the_page_shows_what_people_see() -> None:
    page = (ROOT / "docs" / "organisation.md").read_text(encoding="utf-8")
    template = page.partition("```yaml\n")[2].partition("```")[0]
    message = page.partition("```text\n")[2].partition("\n```")[0]
    assert judged(template, (), "eu-west-1", settings("", "")).message() == message


def test_the_page_names_every_parameter_and_command(template: dict[str, Any]) -> None:
    page = (ROOT / "docs" / "organisation.md").read_text(encoding="utf-8")
    for name in template["Parameters"]:
        assert name in page, name
    assert "tools/lambda_package.py" in page
    assert "templates/organisation-hook.yaml" in page
