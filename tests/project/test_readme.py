"""Every command of the README runs and does what the README says.

They run as they stand there, in a new virtual environment. Where pip is asked for the published package, it gets the one of
the working tree, from uv. `aws` and `cdk` are stand-ins that print what the real ones print.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import environments
import pytest
import yaml
from cfn_lint_cognito.engine.report.catalogue import PROJECT
from cfnlint.decode.cfn_yaml import loads
from environments import Environment, copy_of_project, release
from linting import ROOT, cfn_lint
from packaging.requirements import Requirement

README = (ROOT / "README.md").read_text(encoding="utf-8")
_PART = re.compile(r"^(#+ [^\n]+)$|^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def _blocks(page: str) -> Iterator[tuple[str, str, str]]:
    """Every block of code: the heading above it, its language, its text."""
    heading = ""
    for part in _PART.finditer(page):
        if part[1]:
            heading = part[1]
        else:
            yield heading, part[2], part[3]


BLOCKS = list(_blocks(README))
ELSEWHERE = ("## Deployed stacks", "## A vendored copy")
"""Sections of docs/workflows.md with commands for somebody's project like those of the README."""
GUIDE = [
    block for block in _blocks((ROOT / "docs" / "workflows.md").read_text(encoding="utf-8")) if block[0] in ELSEWHERE
]
LINES = [line for _, language, text in [*BLOCKS, *GUIDE] if language == "sh" for line in text.splitlines()]
SET_UP, TEST = (line for line in LINES if line.startswith("python3 -m venv"))
COMMANDS = [line for line in LINES if line not in (SET_UP, TEST)]
WARNS = """\
Resources:
  WebClient:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: us-east-1_a1B2c3D4e
"""
FAILS = f"{WARNS}      SupportedIdentityProviders: [COGNITO]\n      AccessTokenValidity: 60\n"
STAGES = """\
Parameters:
  Stage: {Type: String}
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  WebClient:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: us-east-1_a1B2c3D4e
      SupportedIdentityProviders: [COGNITO]
      AccessTokenValidity: !If [IsProd, 60, 24]
"""
AWS = """\
#!/bin/sh
[ "$1 $2 $3 $5 $6" = "cloudformation get-template --stack-name --query TemplateBody" ] || exit 9
[ "$8" = text ] && cat template.yaml || cat body.json
"""
CDK = """\
#!/bin/sh
mkdir -p cdk.out && cp body.json cdk.out/Web.template.json && cat > cdk.out/manifest.json <<'END'
{"version": "55.0.0", "artifacts": {"Web": {"type": "aws:cloudformation:stack", "environment": "aws://1/us-east-1",
 "properties": {"templateFile": "Web.template.json"}}}}
END
"""


def blocks(language: str, heading: str) -> list[str]:
    """The blocks that stand under a heading of the README."""
    return [text for above, found, text in BLOCKS if (above, found) == (heading, language)]


@pytest.fixture(scope="session")
def constraints(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return release(tmp_path_factory).constraints


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment with what the jobs of docs/workflows.md install."""
    return environments.started(tmp_path_factory, environments.installed(tmp_path_factory))


@pytest.fixture
def folder(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Somebody's project."""
    (tmp_path / "template.yaml").write_text(FAILS)
    (tmp_path / "body.json").write_text(json.dumps(yaml.safe_load(FAILS)))
    (tmp_path / "templates" / "web").mkdir(parents=True)
    (tmp_path / "templates" / "web" / "fails.yaml").write_text(FAILS)
    (tmp_path / "templates" / "warns.yaml").write_text(WARNS)
    (tmp_path / "vendor").mkdir()
    (tmp_path / "vendor" / "cfn-lint-cognito").symlink_to(environments.repository_of_project(tmp_path_factory))
    (tmp_path / "bin").mkdir()
    for name, text in (("aws", AWS), ("cdk", CDK)):
        (tmp_path / "bin" / name).write_text(text)
        (tmp_path / "bin" / name).chmod(0o755)
    return tmp_path


def shell(made: Environment, command: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    path = {"PATH": f"{cwd / 'bin'}:{made.variables['PATH']}"}
    return made.run("bash", "-e", "-o", "pipefail", "-c", command, cwd=cwd, variables={**path, **variables})


def test_ci_runs_the_test_command() -> None:
    assert TEST in (ROOT / ".ci" / "run").read_text().splitlines()


def stand_in_for_python(folder: Path) -> Path:
    """`python3 -m venv FOLDER` with the pip of all these tests. `.ci/run` gives the same command to the real ones."""
    make = "import sys, pathlib, environments; environments.environment(pathlib.Path(sys.argv[3]).resolve(), [])"
    folder.mkdir()
    python = folder / "python3"
    here = ROOT / "tests" / "support"
    python.write_text(f"#!/bin/sh\nPYTHONPATH='{here}' exec '{sys.executable}' -c '{make}' \"$@\"\n")
    python.chmod(0o755)
    return python


def test_the_set_up_command_finds_what_the_real_run_shows(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    clone = copy_of_project(tmp_path / "clone")
    python = stand_in_for_python(tmp_path / "bin")
    variables = {**Environment(clone / ".venv").variables, "PATH": f"{python.parent}:{os.environ['PATH']}"}
    done = subprocess.run(
        ["bash", "-c", SET_UP],
        cwd=clone,
        env=variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    (shown,) = blocks("console", "## A real run")
    command, _, output = shown.partition("\n")
    assert SET_UP.endswith(command.removeprefix("$ "))
    assert done.stdout == f"{output}\n"
    assert done.returncode == 6
    without_the_pack = environments.started(tmp_path_factory, environments.with_cfn_lint(tmp_path_factory))
    plain = without_the_pack.run("cfn-lint", "--", "examples/web-client.yaml", cwd=clone)
    assert (plain.returncode, plain.stdout) == (0, "")


@pytest.mark.parametrize(
    ("options", "templates", "code"),
    [
        ("", "template.yaml", 2),
        ("", "templates/warns.yaml", 4),
        ("-c I9515", "vendor/cfn-lint-cognito/fixtures/token_lifetimes/i9515_*/fail_plain.yaml", 8),
        ("--non-zero-exit-code error", "templates/warns.yaml", 0),
        ("--non-zero-exit-code warning", "templates/warns.yaml", 4),
        ("--non-zero-exit-code none", "template.yaml", 0),
        ("", "no-such-file.yaml", 2),
        ("--no-such-option", "template.yaml", 1),
    ],
)
def test_exit_codes(options: str, templates: str, code: int, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    ended, output = cfn_lint(*options.split(), "--", templates)
    assert ended == code, output


def expected(command: str) -> int:
    if command.startswith(("pip ", "cdk ")) or " -i E95 " in command:
        return 0
    return 10 if " -c I " in command else 2


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_runs(command: str, installed: Environment, constraints: Path, folder: Path) -> None:
    if "cdk.out" in command:
        assert shell(installed, "cdk synth --quiet", folder).returncode == 0
    if "Stage=prod" in command:
        (folder / "template.yaml").write_text(STAGES)
    done = shell(installed, command, folder, PIP_CONSTRAINT=str(constraints))
    assert done.returncode == expected(command), done.stdout + done.stderr
    assert ("E9511" in done.stdout) == (expected(command) in (2, 10))


def test_an_app_client_ignores_a_rule_in_its_metadata(
    installed: Environment, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    of_client, cfnlintrc = blocks("yaml", "## Ignore and configure")
    of_template = "Metadata: {cfn-lint: {config: {ignore_checks: [W9523]}}}\n"
    client = loads(of_client)
    client["Resources"]["WebClient"].update(Properties=yaml.safe_load(FAILS)["Resources"]["WebClient"]["Properties"])
    (folder / "template.yaml").write_text(json.dumps(client))
    monkeypatch.chdir(folder)
    assert cfn_lint("--", "template.yaml") == (0, "")

    switch_forgotten = WARNS + "      SupportedIdentityProviders: [COGNITO]\n      AllowedOAuthFlows: [code]\n"
    (folder / "template.yaml").write_text(switch_forgotten)
    assert "W9523" in cfn_lint("--", "template.yaml")[1]
    (folder / "template.yaml").write_text(of_template + switch_forgotten)
    assert cfn_lint("--", "template.yaml") == (0, "")

    (folder / "template.yaml").write_text(switch_forgotten)
    (folder / ".cfnlintrc").write_text(cfnlintrc)
    assert shell(installed, "cfn-lint -- template.yaml", folder).stdout.startswith("I")
    assert "W9551" not in cfn_lint("--", "templates/warns.yaml")[1]
    assert "E9511" in cfn_lint("--", "templates/web/fails.yaml")[1]


def test_until_the_first_release_the_repository_installs(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    named = re.findall(r"`'(cfn-lint-cognito\S* @ git\+\S+)'`", README)
    assert [Requirement(text).extras for text in named] == [set(), {"cdk"}]
    clone = environments.repository_of_project(tmp_path_factory)
    for number, text in enumerate(named):
        here = text.replace(PROJECT, clone.as_uri())
        made = environments.environment(tmp_path / f"environment{number}", [here], "--no-deps")
        assert "cfn-lint-cognito" in made.run("pip", "freeze", cwd=tmp_path).stdout


@pytest.mark.cdk
@pytest.mark.parametrize("hours", [24, 60])
def test_the_unit_test_of_a_cdk_stack_passes_where_cognito_accepts_it(
    hours: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    from aws_cdk import Stack
    from aws_cdk.aws_cognito import CfnUserPoolClient
    from constructs import Construct

    class WebStack(Stack):
        def __init__(self, scope: Construct, construct_id: str) -> None:
            super().__init__(scope, construct_id)
            CfnUserPoolClient(self, "Client", user_pool_id="us-east-1_a1B2c3D4e", access_token_validity=hours)

    monkeypatch.setitem(sys.modules, "web_stack", types.SimpleNamespace(WebStack=WebStack))
    (snippet,) = blocks("python", "## In a unit test")
    names: dict[str, Any] = {}
    exec(snippet, names)
    if hours == 24:
        names["test_cognito_accepts_the_stack"]()
    else:
        with pytest.raises(AssertionError):
            names["test_cognito_accepts_the_stack"]()


def test_the_shown_hook_is_the_one_that_is_offered() -> None:
    offered, fixing = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    plain, with_options = (yaml.safe_load(text) for text in blocks("yaml", "### pre-commit"))
    assert plain["repos"][0]["hooks"] == [{"id": offered["id"]}]
    assert with_options[0]["id"] == offered["id"]
    assert fixing["entry"] == f"{offered['entry']} --fix"
    for hook in (offered, fixing, with_options[0]):
        assert hook["args"][-1] == "--"
