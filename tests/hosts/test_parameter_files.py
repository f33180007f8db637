"""With parameter files cfn-lint judges a template twice, and each finding of the pack comes once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from in_turn import in_turn
from linting import cfn_lint

CLIENT = """\
  Web:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: us-east-1_a1B2c3D4e
      SupportedIdentityProviders: [COGNITO]
      AccessTokenValidity: !Ref Hours
"""
TEMPLATE = f"Parameters: {{Hours: {{Type: Number}}}}\nResources:\n{CLIENT}"
SAM = f"Transform: AWS::Serverless-2016-10-31\n{TEMPLATE}"
RULE_OF_CFN_LINT = "E3002"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for hours in ("1", "60", "90"):
        (tmp_path / f"{hours}.json").write_text(json.dumps([{"ParameterKey": "Hours", "ParameterValue": hours}]))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(template: str, *options: str) -> list[str]:
    """The rules that say something, and how many hours each finding of the pack names."""
    Path("template.yaml").write_text(template)
    _, output = cfn_lint("-f", "json", *options, "--", "template.yaml")
    findings = json.loads(output)
    return [
        f"{finding['Rule']['Id']} {finding['Message'].partition('lives ')[2].partition(' ')[0]}".strip()
        for finding in findings
    ]


@pytest.mark.parametrize("template", [TEMPLATE, SAM], ids=["plain", "SAM"])
def test_each_finding_comes_once(template: str) -> None:
    assert found(template, "--parameter-files", "60.json") == ["E9511 60"]
    assert found(template, "--parameter-files", "1.json", "60.json") == ["E9511 60"]
    assert found(template, "--parameter-files", "1.json") == []


def test_cfn_lint_itself_says_everything_twice() -> None:
    """When it no longer does, the pack need not look where it is asked from."""
    said = found(f"{TEMPLATE}      NoSuchThing: 1\n", "--parameter-files", "60.json")
    assert said.count(RULE_OF_CFN_LINT) == 2
    assert said.count("E9511 60") == 1


@in_turn("named", ["parameter_files: [60.json]", "parameters: [{Hours: 60}]"])
def test_what_the_template_itself_says_is_told(named: str) -> None:
    template = f"Metadata: {{cfn-lint: {{config: {{{named}}}}}}}\n{TEMPLATE}"
    assert [rule for rule in found(template) if rule.startswith("E95")] == ["E9511 60"]


def test_the_second_run_is_told_where_it_has_other_parameters() -> None:
    template = f"Metadata: {{cfn-lint: {{config: {{parameters: [{{Hours: 90}}]}}}}}}\n{TEMPLATE}"
    told = [rule for rule in found(template, "--parameter-files", "60.json") if rule.startswith("E95")]
    assert sorted(told) == ["E9511 60", "E9511 90"]
