"""`cfn-lint-cognito --cdk` by hand, in a pipeline, and under a command of the CDK that is too old to read the report."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from assemblies import (
    RIGHT,
    WITH_ADVICE,
    WITH_ERROR,
    WITH_WARNING,
    MadeStack,
    assembly,
    client,
    write,
)
from cfn_lint_cognito.engine.hosts import assembly_command
from cfn_lint_cognito.engine.hosts.assembly_command import main
from cfn_lint_cognito.engine.hosts.validation_report import FILE

SHOP = MadeStack("Shop", {"Web": client(WITH_ERROR), "Admin": client(WITH_WARNING)})
OTHER_TOOLS = ("aws_cdk", "cfnlint", "jsii", "yaml")


@pytest.fixture(autouse=True)
def by_hand(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing of a command of the CDK, and a folder of one's own."""
    for name in ("CDK_OUTDIR", "CDK_CLI_VERSION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("clients", "code"),
    [
        ([RIGHT], 0),
        ([WITH_ERROR], 2),
        ([WITH_WARNING], 4),
        ([WITH_WARNING, WITH_ERROR, WITH_ERROR], 6),
        ([WITH_ADVICE], 0),
    ],
)
def test_the_codes_are_those_of_cfn_lint(clients: list[dict[str, Any]], code: int, tmp_path: Path) -> None:
    resources = {f"Client{number}": client(properties) for number, properties in enumerate(clients)}
    assert main(["--cdk", str(assembly(tmp_path, MadeStack("Shop", resources)))]) == code


@pytest.mark.parametrize(
    ("arguments", "rules"),
    [
        ([], ["E9511", "W9551"]),
        (["-c", "I"], ["E9511", "I9591", "W9551"]),
        (["-c", "I95", "-i", "W"], ["E9511", "I9591"]),
        (["-c", "I9528"], ["E9511", "W9551"]),
        (["--include-checks=I", "--ignore-checks", "E9511", "W9551"], ["I9591"]),
        (["-i", "E9511,W95"], []),
        (["-i", "E9511", "-i", "W9551"], []),
    ],
)
def test_rules_are_chosen_as_in_cfn_lint(
    arguments: list[str], rules: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shop = MadeStack("Shop", {"A": client(WITH_ERROR), "B": client(WITH_WARNING), "C": client(WITH_ADVICE)})
    code = main(["--cdk", str(assembly(tmp_path, shop)), *arguments])
    assert sorted(re.findall(r"^[EWI]\d{4}", capsys.readouterr().out, re.MULTILINE)) == rules
    assert code == sum({"E": 2, "W": 4, "I": 8}[rule[0]] for rule in rules)


def test_a_finding_is_printed_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assembly(tmp_path / "cdk.out", MadeStack("Prod/Shop", {"Web": client(WITH_ERROR)}))
    assert main(["--cdk"]) == 2
    printed, warned = capsys.readouterr()
    message, *lines = printed.splitlines()
    assert message.startswith("E9511 The access token lives 60 hours")
    assert lines[:2] == [
        "   Prod/Shop/Web (Web in cdk.out/assembly-Prod/ProdShop.template.json, Properties.AccessTokenValidity)",
        "   Made at /shop/bin/Web.ts:8:1",
    ]
    assert lines[2].startswith("   Fix: ")
    assert lines[3:] == [
        "   https://github.com/cfn-lint-cognito/cfn-lint-cognito/blob/main/docs/rules/token_lifetimes/"
        "e9511_access_token_lifetime.md",
        "",
    ]
    assert warned == ""


def test_it_says_when_a_finding_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hours = {"Fn::If": ["IsProd", 60, 1]}
    folder = assembly(tmp_path, MadeStack("Shop", {"Web": client({**RIGHT, "AccessTokenValidity": hours})}))
    file = folder / "Shop.template.json"
    sections = {
        "Parameters": {"Stage": {"Type": "String"}},
        "Conditions": {"IsProd": {"Fn::Equals": [{"Ref": "Stage"}, "prod"]}},
    }
    write(file, {**json.loads(file.read_text()), **sections})
    assert main(["--cdk", str(folder)]) == 2
    assert "[when IsProd is true]" in capsys.readouterr().out


def test_programs_get_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shop = MadeStack(
        "Shop",
        {"Web": client(WITH_ERROR), "Admin": client(WITH_WARNING)},
        acknowledged={"Shop/Web": {"E9511": "It is a test."}},
    )
    assert main(["--cdk", str(assembly(tmp_path, shop)), "--format", "json"]) == 4
    error, warning = json.loads(capsys.readouterr().out)
    assert error["message"].startswith("The access token lives 60 hours")
    assert {key: value for key, value in error.items() if key not in ("message", "fix", "page")} == {
        "rule": "E9511",
        "level": "error",
        "when": "",
        "construct": "Shop/Web",
        "template": str(tmp_path / "Shop.template.json"),
        "resource": "Web",
        "property": "Properties.AccessTokenValidity",
        "made_at": "/shop/bin/Web.ts:8:1",
        "acknowledged": {"id": "cfn-lint-cognito::E9511", "reason": "It is a test.", "construct": "Shop/Web"},
    }
    assert (warning["rule"], warning["acknowledged"]) == ("W9551", None)


def test_no_finding_is_an_empty_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    topic = MadeStack("Shop", {"Topic": {"Type": "AWS::SNS::Topic"}})
    assert main(["--cdk", str(assembly(tmp_path, topic)), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_by_hand_nothing_is_written(tmp_path: Path) -> None:
    folder = assembly(tmp_path, SHOP)
    before = {file: file.stat().st_mtime_ns for file in folder.rglob("*")}
    assert main(["--cdk", str(folder)]) == 6
    assert {file: file.stat().st_mtime_ns for file in folder.rglob("*")} == before


@pytest.mark.parametrize("arguments", [["--cdk"], ["--cdk", "-c", "I"], ["-i", "I", "--cdk"]])
def test_without_a_folder_it_is_that_of_the_command(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assembly(tmp_path / "cdk.out", MadeStack("Shop", {"Web": client(WITH_ERROR)}))
    assert main(arguments) == 2
    assembly(tmp_path / "build", MadeStack("Shop", {"Web": client(WITH_WARNING)}))
    monkeypatch.setenv("CDK_OUTDIR", "build")
    assert main(arguments) == 4


# What cannot be judged


def left_out(file: str) -> Callable[[Path], object]:
    return lambda folder: (folder / file).unlink()


def text(file: str, content: str) -> Callable[[Path], object]:
    return lambda folder: (folder / file).write_text(content)


def manifest(**changes: Any) -> Callable[[Path], object]:
    return lambda folder: write(folder / "manifest.json", {"version": "55.0.0", "artifacts": {}, **changes})


BROKEN: dict[str, tuple[Callable[[Path], object], str]] = {
    "no manifest": (left_out("manifest.json"), "is not a cloud assembly: it has no manifest.json. Name the folder"),
    "no JSON in the manifest": (text("manifest.json", "{"), "manifest.json is not JSON"),
    "no text in the manifest": (lambda folder: (folder / "manifest.json").write_bytes(b"\xff"), "is not JSON"),
    "a list for a manifest": (text("manifest.json", "[]"), "manifest.json, or a file that it names, is not what"),
    "no artifacts": (text("manifest.json", '{"version": "1"}'), "is not what the CDK writes"),
    "artifacts that are no map": (manifest(artifacts=[1]), "is not what the CDK writes"),
    "an artifact without a type": (manifest(artifacts={"Shop": {}}), "is not what the CDK writes"),
    "a stack without a template": (
        manifest(artifacts={"Shop": {"type": "aws:cloudformation:stack", "properties": {}, "environment": ""}}),
        "is not what the CDK writes",
    ),
    "no template": (left_out("Shop.template.json"), "Shop.template.json cannot be read: No such file"),
    "no JSON in the template": (text("Shop.template.json", "Resources:"), "Shop.template.json is not JSON"),
    "a list for a template": (text("Shop.template.json", "[]"), "is not what the CDK writes"),
    "no template of a nested stack": (
        left_out("ShopInner.nested.template.json"),
        "ShopInner.nested.template.json cannot",
    ),
    "no metadata": (left_out("Shop.metadata.json"), "Shop.metadata.json cannot be read"),
    "no list of assets": (left_out("Shop.assets.json"), "Shop.assets.json cannot be read"),
    "no manifest of a stage": (left_out("assembly-Prod/manifest.json"), "assembly-Prod/manifest.json cannot be read"),
    "no template in a stage": (
        left_out("assembly-Prod/ProdShop.template.json"),
        "ProdShop.template.json cannot be read",
    ),
}


@pytest.mark.parametrize("broken", BROKEN)
@pytest.mark.parametrize("is_under_command", [False, True])
def test_what_is_no_assembly_gets_a_sentence(
    broken: str,
    is_under_command: bool,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shop = MadeStack("Shop", {"Web": client()}, nested={"Inner": {"Web": client()}})
    assembly(tmp_path, shop, MadeStack("Prod/Shop", {"Web": client()}))
    monkeypatch.setenv("CDK_OUTDIR", str(tmp_path))
    if is_under_command:
        monkeypatch.setenv("CDK_CLI_VERSION", "2.1148.1")
    assert main(["--cdk"]) == 0
    break_it, sentence = BROKEN[broken]
    break_it(tmp_path)
    capsys.readouterr()
    assert main(["--cdk"]) == 1
    printed, warned = capsys.readouterr()
    assert warned.startswith("cfn-lint-cognito: ")
    assert sentence in warned
    assert "Traceback" not in warned
    assert printed == ""


def test_a_folder_that_is_not_there_gets_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--cdk", "nowhere"]) == 1
    assert "nowhere is not a cloud assembly" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--cdk", "cdk.out", "more"], "unrecognized arguments: more"),
        (["--cdk", "-i", "cdk.out"], "cdk.out is neither the ID of a rule nor the beginning of one"),
        (["--cdk", "--format", "sarif"], "invalid choice: 'sarif'"),
        (["--cdk", "-i"], "expected at least one argument"),
        (["--cdk", "--", "template.yaml"], "unrecognized arguments"),
    ],
)
def test_arguments_that_cannot_be_taken_get_a_sentence(
    arguments: list[str], sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assembly(tmp_path / "cdk.out", MadeStack("Shop", {"Web": client()}))
    assert main(arguments) == 1
    assert sentence in capsys.readouterr().err


def test_a_mistake_of_its_own_is_not_silent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise LookupError("something nobody thought of")

    monkeypatch.setattr(assembly_command, "findings_in", fail)
    assert main(["--cdk", str(assembly(tmp_path, SHOP))]) == 1
    assert "could not judge this app: LookupError: something nobody thought of." in capsys.readouterr().err


def test_an_assembly_with_placeholders_is_not_judged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command of the CDK looks up what is missing and runs the app again, so there the exit code must be 0."""
    folder = assembly(tmp_path, SHOP, missing=["ssm:/shop/hours", "ssm:/shop/url"])
    assert main(["--cdk", str(folder)]) == 1
    assert "has yet to look up 2 values. Run `cdk synth`" in capsys.readouterr().err
    monkeypatch.setenv("CDK_OUTDIR", str(folder))
    monkeypatch.setenv("CDK_CLI_VERSION", "2.1148.1")
    assert main(["--cdk"]) == 0
    assert "Nothing is judged before the CDK has looked up 2 values" in capsys.readouterr().err
    assert not (folder / FILE).exists()


# Under a command that does not read what is reported here


@pytest.mark.parametrize("version", ["2.1128.0", "2.172.0", "1.204.0", "unknown"])
def test_an_older_command_gets_the_findings_and_the_code(
    version: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = assembly(tmp_path, SHOP)
    monkeypatch.setenv("CDK_OUTDIR", str(folder))
    monkeypatch.setenv("CDK_CLI_VERSION", version)
    assert main(["--cdk"]) == 6
    printed, warned = capsys.readouterr()
    assert printed == "", "cdk synth writes the template there"
    assert re.findall(r"^[EWI]\d{4}", warned, re.MULTILINE) == ["E9511", "W9551"]
    assert not (folder / FILE).exists()


def test_a_folder_that_the_command_does_not_read_is_judged_as_by_hand(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CDK_OUTDIR", str(assembly(tmp_path / "cdk.out", MadeStack("Shop", {"Web": client()}))))
    monkeypatch.setenv("CDK_CLI_VERSION", "2.1148.1")
    other = assembly(tmp_path / "other", SHOP)
    assert main(["--cdk", str(other)]) == 6
    assert "E9511" in capsys.readouterr().err
    assert not (other / FILE).exists()


# As a process


def test_it_imports_no_other_tool(tmp_path: Path) -> None:
    folder = assembly(tmp_path, SHOP)
    program = (
        "import sys\n"
        "from cfn_lint_cognito.engine.hosts.hook import main\n"
        f"sys.argv = ['cfn-lint-cognito', '--cdk', {str(folder)!r}]\n"
        "code = main()\n"
        f"print(code, sorted({set(OTHER_TOOLS)!r} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "6 []"


def test_the_help_shows_it() -> None:
    command = [sys.executable, "-c", "from cfn_lint_cognito.engine.hosts.hook import main; main()", "--help"]
    assert "cfn-lint-cognito --cdk [DIR]" in subprocess.run(command, capture_output=True, text=True, check=True).stdout
