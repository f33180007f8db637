"""Which regions count as named, in each host: conditions on AWS::Region follow from those alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from assemblies import ANYWHERE, RIGHT, MadeStack, assembly, client, write
from cfn_lint_cognito import check
from cfn_lint_cognito.engine.hosts import hook
from cfn_lint_cognito.engine.hosts.assembly_command import main as cdk
from cfn_lint_cognito.engine.hosts.hook_answer import Settings, judged
from cfn_lint_cognito.engine.hosts.python import SOME_REGION
from cfnlint.api import lint
from cfnlint.config import ManualArgs
from cfnlint.rules import Rules
from cfnlint.runner import Runner
from linting import cfn_lint

CONDITION = {"InTokyo": {"Fn::Equals": [{"Ref": "AWS::Region"}, "ap-northeast-1"]}}
RESOURCES = {
    "Web": client({**RIGHT, "AccessTokenValidity": 60}, Condition="InTokyo"),
    "Admin": client({**RIGHT, "AccessTokenValidity": {"Fn::If": ["InTokyo", 12, 60]}}),
}
TEMPLATE = {"Conditions": CONDITION, "Resources": RESOURCES}
ANY_REGION = ["Admin when InTokyo is false", "Web"]
TOKYO, EAST = ["Web"], ["Admin"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("AWS_REGION", "AWS_DEFAULT_REGION", "PRE_COMMIT", "CDK_OUTDIR", "CDK_CLI_VERSION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def in_cfn_lint(*options: str, template: dict[str, Any] = TEMPLATE) -> list[str]:
    Path("template.json").write_text(json.dumps(template))
    _, output = cfn_lint("-f", "json", *options, "--", "template.json")
    found = [each for each in json.loads(output) if each["Rule"]["Id"] == "E9511"]
    return sorted(
        f"{each['Location']['Path'][1]} {'when InTokyo is false' if 'when' in each['Message'] else ''}".strip()
        for each in found
    )


def in_python(**arguments: Any) -> list[str]:
    return sorted(f"{found.resource} {found.when}".strip() for found in check(TEMPLATE, **arguments))


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ([], ANY_REGION),
        (["-r", "ap-northeast-1"], TOKYO),
        (["--regions", "us-east-1"], EAST),
        (["--regions", "eu-west-1", "us-east-1"], EAST),
        (["-r", "eu-west-1", "-r", "ap-northeast-1"], ANY_REGION),
        (["-r", "ALL_REGIONS"], ANY_REGION),
    ],
)
def test_an_option_of_cfn_lint_names_them(options: list[str], found: list[str]) -> None:
    assert in_cfn_lint(*options) == found


def test_cfn_lintrc_and_the_metadata_of_the_template_name_them(folder: Path) -> None:
    metadata = {"cfn-lint": {"config": {"regions": ["ap-northeast-1"]}}}
    assert in_cfn_lint(template={**TEMPLATE, "Metadata": metadata}) == TOKYO
    (folder / ".cfnlintrc").write_text("regions: [us-east-1]\n")
    assert in_cfn_lint() == EAST
    assert in_cfn_lint("-r", "ap-northeast-1") == TOKYO
    assert in_cfn_lint("-r", "ap-northeast-1", "--merge-configs") == ANY_REGION


def test_another_program_names_them_by_the_api_of_cfn_lint(monkeypatch: pytest.MonkeyPatch) -> None:
    pack = Rules.create_from_module("cfn_lint_cognito")
    monkeypatch.setattr(Runner, "_get_rules", lambda runner: setattr(runner, "rules", pack))

    def found(**arguments: Any) -> list[str]:
        matches = lint(json.dumps(TEMPLATE), **arguments)
        return sorted(str(match.path[1]) for match in matches if match.rule.id == "E9511")

    assert found() == ["Admin", "Web"]
    assert found(config=ManualArgs(append_rules=[])) == ["Admin", "Web"]
    assert found(regions=["us-east-1"]) == ["Admin", "Web"]  # Which cfn-lint also says where nobody does.
    assert found(regions=["ap-northeast-1"]) == TOKYO
    assert found(config=ManualArgs(regions=["us-east-1"])) == EAST
    assert found(config=ManualArgs(regions=["ap-northeast-1"])) == TOKYO


@pytest.mark.parametrize("name", ["AWS_REGION", "AWS_DEFAULT_REGION"])
def test_the_region_of_the_environment_is_a_default_of_cfn_lint(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "eu-west-1")
    assert in_cfn_lint() == ANY_REGION


def test_they_are_named_beside_parameter_files(folder: Path) -> None:
    write(folder / "given.json", {"Parameters": {"Hours": "60"}})
    template = {**TEMPLATE, "Parameters": {"Hours": {"Type": "Number"}}}
    assert in_cfn_lint("-r", "us-east-1", "--parameter-files", "given.json", template=template) == EAST
    assert in_cfn_lint("--parameter-files", "given.json", template=template) == ANY_REGION


def test_what_is_fixed_follows_them(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with_read_only = client({**RIGHT, "ClientSecret": "unused"}, Condition="InTokyo")
    write(folder / "web.json", {"Conditions": CONDITION, "Resources": {"Web": with_read_only}})
    for options, fixed in [(["-r", "us-east-1"], 0), (["-r", "ap-northeast-1"], 1), ([], 1)]:
        monkeypatch.setattr("sys.argv", ["cfn-lint-cognito", "--fix", "--diff", *options, "--", "web.json"])
        hook.main()
        assert f"Would fix {fixed} finding" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("regions", "found"),
    [(["us-east-1"], EAST), (("us-east-1",), EAST), (["ap-northeast-1"], TOKYO), ({"eu-west-1", "us-east-1"}, EAST)],
)
def test_python_names_them(regions: Any, found: list[str]) -> None:
    assert in_python(regions=regions) == found
    assert in_python() == ANY_REGION
    assert in_python(regions=(SOME_REGION,)) == EAST


@pytest.mark.parametrize(
    ("environment", "found"),
    [
        (ANYWHERE, ANY_REGION),
        ("aws://111122223333/us-east-1", EAST),
        ("aws://unknown-account/ap-northeast-1", TOKYO),
    ],
)
def test_the_environment_of_a_stack_of_the_cdk_names_one(
    environment: str, found: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assembly(folder / "cdk.out", MadeStack("Shop", RESOURCES, environment=environment, conditions=CONDITION))
    assert cdk(["--cdk"]) == 2
    output = capsys.readouterr().out
    assert output.count("E9511") == len(found)
    assert ("when InTokyo is false" in output) == (found == ANY_REGION)


@pytest.mark.parametrize(
    ("region", "stopping", "uncertain"),
    [("us-east-1", EAST, []), ("ap-northeast-1", TOKYO, []), (None, ["Web"], ["Admin"])],
)
def test_the_stack_that_a_hook_judges_names_one(region: str | None, stopping: list[str], uncertain: list[str]) -> None:
    verdict = judged(json.dumps(TEMPLATE), (), region, Settings(("error",), ()))
    assert [finding.resource for finding in verdict.stopping] == stopping
    assert [finding.resource for finding in verdict.uncertain] == uncertain
