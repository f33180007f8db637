"""`tools/explain.py` shows the way from a template to the findings of one rule."""

from __future__ import annotations

from pathlib import Path

import explain
import pytest
from cfn_lint_cognito.engine.report.catalogue import entries
from cfn_lint_cognito.engine.report.findings import findings

ROOT = Path(__file__).resolve().parents[2]

BEHIND_A_CONDITION = """\
Parameters:
  Stage:
    Type: String
    AllowedValues: [dev, prod]
  Hours:
    Type: Number
    Default: 60
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  UserPool:
    Type: AWS::Cognito::UserPool
  Web:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref UserPool
      AccessTokenValidity: !If [IsProd, !Ref Hours, 8]
"""
IN_PROD = """\
  when IsProd is true
    decided    Stage is "prod"
               "prod" = {"Ref": "Stage"} is true
    looked up  Lifetimes.AccessToken = {"Seconds": 216000, "Count": 60, "Unit": "hours", "CountGiven": true, "UnitGiven": false}
    violation  Lifetimes.AccessToken.Seconds = 216000, maximum 86400
    message    The access token lives 60 hours (60 is the Default of parameter Hours; """
IN_DEV = """\
  when IsProd is false
    decided    Stage is "dev"
               "prod" = {"Ref": "Stage"} is false
    looked up  Lifetimes.AccessToken = {"Seconds": 28800, "Count": 8, "Unit": "hours", "CountGiven": true, "UnitGiven": false}
    legal, or unknown
"""
MANY_URLS = """\
Parameters: {A: {Type: String}}
Conditions:
  One: !Equals [!Ref A, one]
  Two: !Equals [!Ref A, two]
Resources:
  UserPool:
    Type: AWS::Cognito::UserPool
  Web:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref UserPool
      AllowedOAuthFlowsUserPoolClient: true
      AllowedOAuthFlows: [code]
      AllowedOAuthScopes: [openid]
      CallbackURLs:
        - https://app.example.com/cb
        - !If [One, "http://one.example.com/cb", !Ref AWS::NoValue]
        - !If [Two, "https://two.example.com/cb", !Ref AWS::NoValue]
"""


def _explained(tmp_path: Path, capsys: pytest.CaptureFixture[str], template: str, *arguments: str) -> str:
    file = tmp_path / "template.yaml"
    file.write_text(template, encoding="utf-8")
    assert explain.main([str(file), *arguments]) == 0
    return capsys.readouterr().out


def test_every_deployment_is_shown_with_what_was_read_of_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = _explained(tmp_path, capsys, BEHIND_A_CONDITION, "E9511")
    assert "Web (AWS::Cognito::UserPoolClient): 2 deployments" in shown
    assert IN_PROD in shown
    assert IN_DEV in shown
    assert "written at Parameters.Hours.Default" in shown
    assert shown.rstrip().endswith("[app client Web; when IsProd is true]")


def test_given_parameters_decide(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = _explained(tmp_path, capsys, BEHIND_A_CONDITION, "E9511", "--parameters", "Stage=prod", "Hours=12")
    assert "1 deployment\n" in shown
    assert shown.endswith("Findings\n  none\n")


def test_groups_of_items_are_shown_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = _explained(tmp_path, capsys, MANY_URLS, "E9533")
    assert "the items of CallbackURLs that depend on no condition: 1 deployment" in shown
    assert "the items of CallbackURLs that depend on One: 2 deployments" in shown


def test_what_need_not_be_judged_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = _explained(tmp_path, capsys, BEHIND_A_CONDITION, "E9583")
    assert "need not be judged: it lacks a property without which the schema accepts anything" in shown


@pytest.mark.parametrize(("template", "rule"), [("Resources: [", "E9511"), (BEHIND_A_CONDITION, "E0000")])
def test_no_template_and_no_rule_are_told_in_a_sentence(
    template: str, rule: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        _explained(tmp_path, capsys, template, rule)
    assert "error: " in capsys.readouterr().err


def test_the_architecture_shows_what_is_true(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    file = tmp_path / "template.yaml"
    file.write_text(page.partition("```yaml\n")[2].partition("```")[0], encoding="utf-8")
    template = explain.template_at(str(file), ["us-east-1"], {})
    entry = next(entry for entry in entries() if entry.id == "E9511")
    (finding,) = findings(entry, template, {})
    shown = " ".join(page.split())
    assert finding.message in shown
    assert {finding.fix in shown, f'when="{finding.when}"' in shown} == {True}
    assert {repr(path).replace("'", '"') in shown for path in (finding.path, finding.defined_at)} == {True}
    lines = list(explain.explanation(entry, template))
    read = [line.partition("Lifetimes.AccessToken = ")[2] for line in lines if "Lifetimes.AccessToken = " in line]
    assert len(read) == 2
    assert all(f'{{"Lifetimes": {{"AccessToken": {facts}}}}}' in page for facts in read)
