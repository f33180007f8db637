"""Every workflow of docs/workflows.md, and what cfn-lint does with the pack in reports, run with the real tools.

One environment holds them all. Its cfn-lint is the one that aws-sam-cli asks for. cfn-lint's own repository of hooks is not
fetched: the local hook does what its hook does, with the options that the README shows.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from bytecode import take_bytecode
from cfnlint.config import ConfigMixIn
from environments import Environment, environment, git, made_by_pre_commit, release, shared, started
from jsonschema import Draft202012Validator
from linting import ROOT, cfn_lint
from started import PYTHON

GUIDE = (ROOT / "docs" / "workflows.md").read_text(encoding="utf-8")
_PART = re.compile(r"^## ([^\n]+)$|^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
CLIENT = """\
Resources:
  WebClient:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: us-east-1_a1B2c3D4e
"""
WARNS = CLIENT
FAILS = f"{CLIENT}      SupportedIdentityProviders: [COGNITO]\n      AccessTokenValidity: 60\n"
PASSES = FAILS.replace("60", "1")
STAGES = f"Parameters:\n  Hours: {{Type: Number}}\n{FAILS.replace('60', '!Ref Hours')}"
SAM = f"Transform: AWS::Serverless-2016-10-31\n{FAILS}"
Run = Callable[[str], tuple[int, str]]
"""Runs a command and tells its exit code and what it prints."""
RULES = "--append-rules=cfn_lint_cognito"
SARIF = {
    "type": "object",
    "required": ["version", "$schema", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "$schema": {"pattern": r"^https://.*/sarif-schema-2\.1\.0\.json$"},
        "runs": {
            "minItems": 1,
            "items": {
                "required": ["tool", "results"],
                "properties": {
                    "tool": {
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "required": ["name", "version", "rules"],
                                "properties": {"rules": {"items": {"$ref": "#/$defs/rule"}}},
                            }
                        },
                    },
                    "results": {"minItems": 1, "items": {"$ref": "#/$defs/result"}},
                },
            },
        },
    },
    "$defs": {
        "text": {"required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}},
        "rule": {
            "required": ["id", "shortDescription", "fullDescription", "helpUri"],
            "properties": {
                "id": {"type": "string", "pattern": r"^[EWI]\d{4}$"},
                "shortDescription": {"$ref": "#/$defs/text"},
                "fullDescription": {"$ref": "#/$defs/text"},
                "helpUri": {"type": "string", "pattern": r"^https://\S+$"},
            },
        },
        "result": {
            "required": ["ruleId", "message", "locations"],
            "properties": {
                "ruleId": {"type": "string"},
                "level": {"enum": ["none", "note", "warning", "error"]},
                "message": {"$ref": "#/$defs/text"},
                "locations": {"minItems": 1, "items": {"required": ["physicalLocation"]}},
            },
        },
    },
}
"""What the published schema of SARIF 2.1.0 asks of the parts that cfn-lint writes; no package brings that schema along."""


def blocks(heading: str) -> list[tuple[str, str]]:
    """The blocks of code under a heading of the guide: language and text."""
    found: list[tuple[str, str]] = []
    above = ""
    for part in _PART.finditer(GUIDE):
        if part[1]:
            above = part[1]
        elif above == heading:
            found.append((part[2], part[3]))
    return found


def commands(heading: str) -> list[str]:
    return [line for language, text in blocks(heading) if language == "sh" for line in text.splitlines()]


def file(heading: str, language: str) -> str:
    (text,) = [text for found, text in blocks(heading) if found == language]
    return text


@pytest.fixture(scope="session")
def constraints(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return release(tmp_path_factory).constraints


@pytest.fixture(scope="session")
def tools(tmp_path_factory: pytest.TempPathFactory, constraints: Path) -> Environment:
    (install,) = [command for command in commands("AWS SAM") if command.startswith("pip install")]

    def make(folder: Path) -> None:
        made = environment(folder / "environment", [])
        command = (*install.split(), "cfn-lint[junit,sarif]", "uv", "--quiet")
        done = made.run(*command, cwd=made.folder, variables={"PIP_CONSTRAINT": str(constraints)})
        assert done.returncode == 0, done.stderr

    return started(tmp_path_factory, Environment(shared(tmp_path_factory, "tools", make) / "environment"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Somebody's project."""
    for name, text in {
        "template.yaml": FAILS,
        "stages.yaml": STAGES,
        "templates/web/fails.yaml": FAILS,
        "templates/warns.yaml": WARNS,
        "templates/passes.yaml": PASSES,
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def shell(
    tools: Environment, command: str, cwd: Path, variables: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return tools.run("bash", "-e", "-c", command, cwd=cwd, variables=variables)


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command of cfn-lint's in the folder, without a shell and without the time that a start takes."""
    monkeypatch.chdir(folder)

    def run(command: str) -> tuple[int, str]:
        program, *arguments = shlex.split(command)
        assert program == "cfn-lint"
        return cfn_lint(*arguments)

    return run


def test_a_project_needs_no_options(tools: Environment, folder: Path, run: Run) -> None:
    (folder / ".cfnlintrc").write_text(file("A project's `.cfnlintrc`", "yaml"))
    (command,) = commands("A project's `.cfnlintrc`")
    done = shell(tools, command, folder)
    assert done.returncode == 6, done.stderr
    assert "templates/web/fails.yaml:7" in done.stdout
    assert "W9551" in done.stdout

    shutil.copy(folder / ".cfnlintrc", folder / ".cfnlintrc.yaml")
    (folder / ".cfnlintrc").unlink()
    assert run(command) == (done.returncode, done.stdout)


def test_a_project_configures_and_ignores(folder: Path, run: Run) -> None:
    oauth = f"{CLIENT}      AllowedOAuthFlowsUserPoolClient: true\n      AllowedOAuthFlows: [code]\n"
    oauth += "      AllowedOAuthScopes: [openid]\n      CallbackURLs: [https://app.example.com/callback]\n"
    (folder / "oauth.yaml").write_text(oauth)
    configured = "append_rules: [cfn_lint_cognito]\nconfigure_rules: {W9551: {oauth_only: true}}\n"
    (folder / ".cfnlintrc").write_text(configured)
    assert run("cfn-lint -- templates/warns.yaml") == (0, "")
    _, output = run("cfn-lint -- oauth.yaml")
    assert "W9551" in output
    (folder / ".cfnlintrc").write_text(f"{configured}ignore_checks: [W9551, E951]\n")
    assert run("cfn-lint -- oauth.yaml template.yaml") == (0, "")


@pytest.mark.parametrize(
    ("options", "template", "found"),
    [
        ("", "template.yaml", ["E9511"]),
        ("-i E95", "template.yaml", []),
        ("-i E9511", "template.yaml", []),
        ("-i W95", "template.yaml", ["E9511"]),
        ("-c I", "template.yaml", ["E9511", "I9591"]),
        ("-c I9591", "templates/passes.yaml", ["I9591"]),
        ("-c I9515", "templates/passes.yaml", ["I9515"]),
        ("-i E W -m E95", "template.yaml", ["E9511"]),
        ("-i E W -m E95", "templates/warns.yaml", []),
        ("-x W9551:oauth_only=true", "templates/warns.yaml", []),
    ],
)
def test_options_choose_rules(options: str, template: str, found: list[str], folder: Path) -> None:
    _, output = cfn_lint(*options.split(), "-f", "parseable", "--", str(folder / template))
    assert sorted(set(re.findall(r":([EWI]9[56]\d\d):", output))) == found


def test_no_template_switches_the_gate_off(tools: Environment, folder: Path, run: Run) -> None:
    ignored = f"Metadata: {{cfn-lint: {{config: {{ignore_checks: [E9511]}}}}}}\n{FAILS}"
    (folder / "template.yaml").write_text(ignored)
    assert run("cfn-lint -- template.yaml") == (0, "")
    (command,) = commands("A gate that no template can switch off")
    assert "E9511" in shell(tools, command, folder).stdout


def test_parameters_of_a_deployment(folder: Path, run: Run) -> None:
    assert run("cfn-lint -- stages.yaml") == (0, "")
    (folder / "parameters.json").write_text(file("Parameters", "json"))
    (folder / "deployment.yaml").write_text(file("Parameters", "yaml"))
    for command in commands("Parameters"):
        code, output = run(command)
        assert (code, "parameter Hours" in output) == (2, True), command
    (folder / "parameters.json").write_text(file("Parameters", "json").replace("60", "1"))
    assert run(commands("Parameters")[0]) == (0, "")


def test_several_templates_and_standard_input(tools: Environment, folder: Path) -> None:
    several, piped = commands("Several templates, standard input")
    done = shell(tools, several, folder)
    assert done.returncode == 6
    for name in ("template.yaml:7", "templates/web/fails.yaml:7", "templates/warns.yaml:5"):
        assert name in done.stdout
    assert "passes.yaml" not in done.stdout
    done = shell(tools, piped, folder)
    assert (done.returncode, "E9511" in done.stdout) == (2, True)


def test_sarif_leads_to_the_pages(folder: Path, run: Run) -> None:
    command = f"cfn-lint {RULES} -c I -f sarif --output-file report.sarif -- template.yaml templates/warns.yaml"
    assert run(command) == (14, "")
    report = json.loads((folder / "report.sarif").read_text())
    Draft202012Validator(SARIF).validate(report)
    (run,) = report["runs"]
    pages = {rule["id"]: rule["helpUri"].partition("/blob/main/")[2] for rule in run["tool"]["driver"]["rules"]}
    assert pages["E9511"] == "docs/rules/token_lifetimes/e9511_access_token_lifetime.md"
    levels = set()
    for result in run["results"]:
        levels.add((result["ruleId"][0], result.get("level", "warning")))
        assert (ROOT / pages[result["ruleId"]]).is_file()
        rule_path = result["locations"][0]["physicalLocation"]
        assert (folder / rule_path["artifactLocation"]["uri"]).is_file()
        assert 1 <= rule_path["region"]["startLine"] <= rule_path["region"]["endLine"]
    assert levels == {("E", "error"), ("W", "warning"), ("I", "note")}


def test_junit_has_a_case_for_each_rule(folder: Path, run: Run) -> None:
    command = f"cfn-lint {RULES} -f junit --output-file report.xml -- template.yaml templates/warns.yaml"
    assert run(command) == (6, "")
    suites = ElementTree.parse(folder / "report.xml").getroot()
    assert suites.tag == "testsuites"
    assert suites.attrib["failures"] == "2"
    cases = {case.attrib["name"].split()[0]: case for case in suites.iter("testcase")}
    for rule, rule_path in {"E9511": "template.yaml:7", "W9551": "templates/warns.yaml:5"}.items():
        (failure,) = cases[rule].findall("failure")
        assert rule_path in f"{failure.text}{failure.attrib}"
        assert f"{rule.lower()}_" in cases[rule].attrib.get("url", "")
    assert len(cases["E9512"]) == 0


def test_uvx(tools: Environment, constraints: Path, folder: Path) -> None:
    variables = {"UV_CONSTRAINT": str(constraints), "UV_PYTHON": sys.executable}
    (command,) = commands("Without installing anything: uv")
    reached = shell(tools, "uv pip install --dry-run --target nowhere cfn-lint", folder, variables)
    if reached.returncode:
        pytest.skip(f"uv finds no cfn-lint from here: {reached.stderr.strip()}")
    # In the environment that uv makes for the command and keeps: to compile cfn-lint there takes five seconds.
    where = command.replace(" cfn-lint ", " --from cfn-lint python -c 'import sys; print(sys.prefix)' ", 1)
    take_bytecode(Path(shell(tools, where, folder, variables).stdout.strip()))
    done = shell(tools, command, folder, variables)
    assert (done.returncode, "E9511" in done.stdout) == (2, True), done.stderr


@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make")
def test_make(tools: Environment, folder: Path) -> None:
    (folder / "Makefile").write_text(file("Make", "make"))
    done = shell(tools, "make lint", folder)
    assert done.returncode == 2
    assert "W9551" in done.stdout
    (folder / "templates" / "warns.yaml").unlink()
    assert shell(tools, "make lint", folder).returncode == 0


def test_sam_validate(tools: Environment, folder: Path) -> None:
    (command,) = [command for command in commands("AWS SAM") if command.startswith("sam ")]
    quiet = {"SAM_CLI_TELEMETRY": "0", "HOME": str(folder)}
    (folder / ".cfnlintrc").write_text("append_rules: [cfn_lint_cognito]\n")
    (folder / "template.yaml").write_text(
        f"{SAM}{WARNS.partition('Resources:')[2].replace('WebClient', 'OtherClient')}"
    )
    done = shell(tools, command, folder, quiet)
    assert (done.returncode, "E9511" in done.stdout, "W9551" in done.stdout) == (1, True, True)
    (folder / "template.yaml").write_text(SAM.replace("60", "1"))
    in_a_fork = command.replace("sam ", f"{PYTHON} {tools.scripts / 'sam'} ", 1)
    assert shell(tools, in_a_fork, folder, quiet).returncode == 0


@pytest.mark.cdk
def test_cdk_synth(tools: Environment, tmp_path: Path) -> None:
    from aws_cdk import App, Duration, Stack
    from aws_cdk.aws_cognito import CfnUserPoolClient, UserPool

    # The context is what the command `cdk synth` adds.
    app = App(outdir=str(tmp_path / "cdk.out"), context={"aws:cdk:enable-path-metadata": True})
    stack = Stack(app, "Web")
    pool = UserPool(stack, "Pool")
    pool.add_client("Right", disable_o_auth=True, access_token_validity=Duration.hours(1))
    CfnUserPoolClient(stack, "Wrong", user_pool_id=pool.user_pool_id, access_token_validity=60)
    app.synth()
    done = shell(tools, f"cfn-lint {RULES} -- 'cdk.out/*.template.json'", tmp_path)
    assert done.returncode == 2, done.stdout + done.stderr
    assert "E9511" in done.stdout
    assert "CDK path Web/Wrong]" in done.stdout
    assert "Right" not in done.stdout


def test_pre_commit_with_additional_dependencies(tools: Environment, constraints: Path, folder: Path) -> None:
    config = yaml.safe_load(file("pre-commit without cfn-lint's repository", "yaml"))
    (hook,) = config["repos"][0]["hooks"]
    of_cfn_lint = yaml.safe_load(file("pre-commit with cfn-lint's own hook", "yaml"))
    assert of_cfn_lint["repos"][0]["hooks"][0] == {
        **{key: hook[key] for key in ("id", "files", "args")},
        "additional_dependencies": [name for name in hook["additional_dependencies"] if name != "cfn-lint"],
    }
    project = folder / "project"
    shutil.copytree(folder / "templates", project / "templates")
    (project / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    (project / "compose.yaml").write_text("services: {web: {image: nginx}}\n")
    git(project, "init", "--quiet")
    git(project, "add", "--all")
    variables = {
        **{name: value for name, value in tools.variables.items() if name not in ("PATH", "VIRTUAL_ENV")},
        "PATH": os.environ["PATH"],
        "PRE_COMMIT_HOME": str(folder / "home"),
        "PIP_CONSTRAINT": str(constraints),
        "UV_CONSTRAINT": str(constraints),
    }

    def pre_commit(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pre_commit", *arguments]
        return subprocess.run(
            command, cwd=project, env=variables, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )

    pre_commit("install-hooks")
    made_by_pre_commit(folder / "home")
    done = pre_commit("run", "--all-files")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "templates/web/fails.yaml:7" in done.stdout
    assert "W9551" in done.stdout
    assert "compose.yaml" not in done.stdout
    git(project, "rm", "--quiet", "--force", "templates/web/fails.yaml", "templates/warns.yaml")
    done = pre_commit("run", "--all-files")
    assert done.returncode == 0, done.stdout + done.stderr


def test_settings_of_vs_code_name_options_of_cfn_lint(folder: Path, run: Run) -> None:
    settings = json.loads(file("VS Code", "json"))
    options = {name.removeprefix("cfnLint."): value for name, value in settings.items()}
    assert Path(options.pop("path")).name == "cfn-lint"
    said = ConfigMixIn([]).parser.format_help()
    for name, value in options.items():
        option = "--" + re.sub("[A-Z]", lambda capital: f"-{capital[0].lower()}", name)
        assert f"{option} " in said
        _, output = run(f"cfn-lint {option}={' '.join(value)} -- template.yaml")
        assert "E9511" in output
