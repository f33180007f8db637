"""The doors for CI: the action, GitLab's component, and the jobs without them, each step run as it stands.

What GitHub and GitLab do themselves is done here for them: they fill in the inputs, and set up Python.
"""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import environments
import pytest
import yaml
from cfn_lint_cognito import __version__
from environments import Environment, git, release, repository_of_project
from jsonschema import Draft202012Validator
from linting import ROOT, cfn_lint
from test_workflows import SARIF

ACTION: Mapping[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: Sequence[Mapping[str, Any]] = ACTION["runs"]["steps"]
COMPONENT = ROOT / "templates" / "cfn-lint-cognito.yml"
WORKFLOWS = (ROOT / "docs" / "workflows.md").read_text(encoding="utf-8")
_YAML = re.compile(r"^```yaml\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_OF_GITHUB = re.compile(r"\$\{\{ *([\w.-]+) *\}\}")
_OF_GITLAB = re.compile(r"\$\[\[ inputs\.([\w-]+) \]\]")
CLIENT = "Resources:\n  Web:\n    Type: AWS::Cognito::UserPoolClient\n    Properties:\n      UserPoolId: us-east-1_a1B2c3D4e\n"
WARNS = CLIENT
ADVISED = f"{CLIENT}      SupportedIdentityProviders: [COGNITO]\n"
FAILS = f"{ADVISED}      AccessTokenValidity: 60\n"
NO_TEMPLATE = "on: push\n"
STAND_IN = """\
#!/bin/sh
printf '%s\\n' "$@" > asked
while [ "$1" != --output-file ]; do shift; done
[ ! -f report ] || cp report "$2"
exit 6
"""
RECORDING = """\
#!/bin/sh
[ "$1 $2" = "-m venv" ] || exit 9
mkdir -p "$3/FOLDER" && printf '#!/bin/sh\\nprintf "%%s\\\\n" "$@" > asked\\n' > "$3/FOLDER/pip" && chmod +x "$3/FOLDER/pip"
"""
"""`python` of which the environments have a pip that only writes down what it is asked for."""
SCRIPTS = ("bin", "Scripts")
"""Where an environment has its commands: on Linux and macOS, and on Windows."""


def yaml_blocks(text: str, beginning: str) -> list[Any]:
    return [yaml.safe_load(block) for block in _YAML.findall(text) if block.startswith(beginning)]


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    return environments.started(tmp_path_factory, environments.installed(tmp_path_factory))


@pytest.fixture(scope="session")
def constraints(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return release(tmp_path_factory).constraints


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Somebody's repository."""
    repository = tmp_path / "repository"
    for name, text in {
        "templates/web/fails.yaml": FAILS,
        "templates/warns.yaml": WARNS,
        "advised.yaml": ADVISED,
        "compose.yaml": NO_TEMPLATE,
    }.items():
        (repository / name).parent.mkdir(parents=True, exist_ok=True)
        (repository / name).write_text(text)
    git(repository, "init", "--quiet")
    git(repository, "add", "--all")
    return repository


def bash(script: str, folder: Path, made: Environment, **variables: str) -> subprocess.CompletedProcess[str]:
    return made.run(
        "bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script, cwd=folder, variables=variables
    )


def step(name: str) -> Mapping[str, Any]:
    (found,) = [step for step in STEPS if step.get("name") == name]
    return found


def filled(texts: Mapping[str, str], **inputs: str) -> dict[str, str]:
    """The texts with what GitHub puts in place of its expressions."""
    values = {f"inputs.{name}": described["default"] for name, described in ACTION["inputs"].items()}
    values |= {f"inputs.{name.replace('_', '-')}": value for name, value in inputs.items()}
    values["steps.python.outputs.python-path"] = "python"
    return {name: _OF_GITHUB.sub(lambda found: values[found[1]], text) for name, text in texts.items()}


class Job:
    """A job in which the action was set up."""

    def __init__(self, folder: Path, environment: Environment) -> None:
        self.folder = folder
        self.environment = environment
        self.temp = folder.parent / "temp"
        self.temp.mkdir()
        (self.temp / "cfn-lint-cognito").symlink_to(environment.folder)

    def lint(self, **inputs: str) -> tuple[subprocess.CompletedProcess[str], dict[str, str]]:
        written = self.temp / "output"
        written.write_text("")
        lint = step("Lint")
        variables = {"RUNNER_TEMP": str(self.temp), "GITHUB_OUTPUT": str(written), **filled(lint["env"], **inputs)}
        done = bash(lint["run"], self.folder, self.environment, **variables)
        return done, dict(line.split("=", 1) for line in written.read_text().splitlines())


@pytest.fixture
def stand_in(folder: Path) -> Job:
    """A job whose cfn-lint writes down what it is asked for, reports what lies in `report`, and exits with 6."""
    scripts = folder.parent / "stand_in" / "bin"
    scripts.mkdir(parents=True)
    (scripts / "python").symlink_to(sys.executable)
    for name in ("cfn-lint", "cfn-lint-cognito"):
        (scripts / name).write_text(STAND_IN)
        (scripts / name).chmod(0o755)
    return Job(folder, Environment(scripts.parent))


def found(report: str) -> list[tuple[str, str]]:
    content = json.loads(Path(report).read_text())
    if content["runs"][0]["results"]:
        Draft202012Validator(SARIF).validate(content)
    return sorted(
        (result["ruleId"], result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])
        for result in content["runs"][0]["results"]
    )


REPORTED = [("E9511", "templates/web/fails.yaml"), ("W9551", "templates/warns.yaml")]


def test_the_action_is_what_github_reads() -> None:
    checked = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "--builtin-schema",
        "vendor.github-actions",
        ROOT / "action.yml",
    ]
    done = subprocess.run(checked, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_no_input_is_pasted_into_a_script() -> None:
    for step in STEPS:
        assert "${{" not in step.get("run", "")


def test_the_action_looks_at_every_committed_template_that_names_cognito(folder: Path, installed: Environment) -> None:
    done, outputs = Job(folder, installed).lint()
    assert (done.returncode, outputs["exit-code"]) == (6, "6"), done.stderr
    assert found(outputs["sarif"]) == REPORTED
    said = [line.split()[:2] for line in done.stdout.splitlines()]
    assert said == [["templates/warns.yaml:5:", "W9551"], ["templates/web/fails.yaml:7:", "E9511"]]


@pytest.mark.parametrize(
    ("level", "options"),
    [
        ("errors", ["--non-zero-exit-code", "error"]),
        ("warnings", ["--non-zero-exit-code", "warning"]),
        ("advice", ["--non-zero-exit-code", "informational", "--include-checks", "I"]),
        ("none", ["--non-zero-exit-code", "none"]),
    ],
)
def test_the_action_asks_cfn_lint_for_the_level_and_the_paths(
    level: str, options: Sequence[str], stand_in: Job
) -> None:
    done, outputs = stand_in.lint(level=level, paths="templates/**/*.yaml \n  \n  web?client.yaml  stacks/login.json\n")
    assert (done.returncode, outputs) == (6, {"exit-code": "6"}), done.stderr
    report = ["--format", "sarif", "--output-file", str(stand_in.temp / "cfn-lint-cognito.sarif")]
    asked = (stand_in.folder / "asked").read_text().splitlines()
    assert asked[:-4] == ["--append-rules=cfn_lint_cognito", *options, *report]
    assert asked[-4:] == ["--", "templates/**/*.yaml", "web?client.yaml", "stacks/login.json"]


@pytest.mark.parametrize(("level", "code"), [("errors", 0), ("warnings", 4), ("advice", 12), ("none", 0)])
def test_cfn_lint_exits_as_the_level_says(level: str, code: int, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (options,) = re.findall(rf"^ *{level}\) options=\((.+)\) ;;$", step("Lint")["run"], re.MULTILINE)
    (job,) = component(paths="").values()
    assert f"{level}) set -- {options} ;;" in job["script"][1]
    monkeypatch.chdir(folder)
    ended, output = cfn_lint(*options.split(), "--", "templates/warns.yaml")
    assert (ended, "W9551" in output, "I9591" in output) == (code, True, level == "advice")


def report_of(template: str, job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    (job.folder / "template.yaml").write_text(template)
    monkeypatch.chdir(job.folder)
    cfn_lint("-c", "I9591", "--format", "sarif", "--output-file", "report", "--", "template.yaml")


def test_without_code_scanning_findings_are_annotations(stand_in: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    report_of(FAILS, stand_in, monkeypatch)
    done, _ = stand_in.lint(sarif="false", paths="template.yaml")
    notice, error = done.stdout.splitlines()
    assert notice.startswith("::notice file=template.yaml,line=4,title=I9591::PreventUserExistenceErrors is absent")
    assert error.startswith("::error file=template.yaml,line=7,title=E9511::The access token lives 60 hours")


@pytest.mark.parametrize(
    ("sarif", "beginning"), [("true", r"template\.yaml:\d+: "), ("false", r"::\w+ file=template\.")]
)
def test_no_template_writes_a_command_to_the_log(
    sarif: str, beginning: str, stand_in: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    report_of(f'{ADVISED}      CallbackURLs: ["http://a\\n::error file=x::50%"]\n', stand_in, monkeypatch)
    assert "\\n::error" in (stand_in.folder / "report").read_text()
    done, _ = stand_in.lint(sarif=sarif, paths="template.yaml")
    assert "::error file=x::50%" in done.stdout
    assert all(re.match(beginning, line) for line in done.stdout.splitlines())
    assert ("50%25" in done.stdout) == (sarif == "false")


def test_no_name_of_a_template_writes_a_command_to_the_log(stand_in: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    name = "a\n::error::b,c:50%.yaml"
    (stand_in.folder / name).write_text(FAILS)
    monkeypatch.chdir(stand_in.folder)
    cfn_lint("--format", "sarif", "--output-file", "report", "--", name)
    for sarif, shown in [
        ("true", "a ::error::b,c:50%.yaml:7: E9511 The access"),
        ("false", "::error file=a %3A%3Aerror%3A%3Ab%2Cc%3A50%25.yaml,line=7,title=E9511::The access"),
    ]:
        done, _ = stand_in.lint(sarif=sarif)
        assert [line[: len(shown)] for line in done.stdout.splitlines()] == [shown]


def test_on_windows_the_report_names_files_as_code_scanning_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("web.yaml").write_text(FAILS)
    cfn_lint("--format", "sarif", "--output-file", "report", "--", "web.yaml")
    Path("report").write_text(Path("report").read_text().replace("web.yaml", r"templates\\web.yaml"))
    reading = step("Lint")["run"].partition("<< 'END'")[2].partition("\n")[2].partition("\nEND\n")[0]
    on_windows = f"import os\nos.name = 'nt'\n{reading}"
    done = subprocess.run(
        [sys.executable, "-c", on_windows, "report", "true"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("templates/web.yaml:7: E9511 The access")
    assert found("report") == [("E9511", "templates/web.yaml")]


@pytest.mark.parametrize("sarif", ["true", "false"])
def test_a_template_that_is_not_there_is_named_and_nothing_is_uploaded(
    sarif: str, stand_in: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(stand_in.folder)
    cfn_lint("--format", "sarif", "--output-file", "report", "--", "missing.yaml")
    done, outputs = stand_in.lint(sarif=sarif, paths="missing.yaml")
    assert (done.returncode, done.stderr, outputs) == (6, "", {"exit-code": "6"})
    assert done.stdout.startswith("::error title=E0003::missing.yaml ")


def test_a_template_that_is_not_there_fails_the_job_at_every_level(folder: Path, installed: Environment) -> None:
    done, outputs = Job(folder, installed).lint(level="none", paths="templates/*.yaml templates/*.yml")
    assert (done.returncode, outputs) == (2, {"exit-code": "2"})
    assert done.stdout.startswith("::error title=E0003::templates/*.yml ")


def test_where_no_template_is_committed_there_is_no_report(stand_in: Job) -> None:
    git(stand_in.folder, "rm", "--quiet", "--force", "-r", ".")
    done, outputs = stand_in.lint()
    assert (done.returncode, done.stdout, outputs) == (0, "No template is committed.\n", {"exit-code": "0"})


def test_where_no_template_names_cognito_the_report_has_no_findings(folder: Path, installed: Environment) -> None:
    """So that the alerts of before are closed."""
    git(folder, "rm", "--quiet", "--force", "-r", "templates", "advised.yaml")
    done, outputs = Job(folder, installed).lint()
    assert (done.returncode, done.stdout, outputs["exit-code"]) == (0, "cfn-lint found nothing.\n", "0")
    assert found(outputs["sarif"]) == []


def test_an_unknown_level_fails_the_job(stand_in: Job) -> None:
    done, outputs = stand_in.lint(level="everything")
    assert (done.returncode, outputs) == (1, {})
    assert "::error::level" in done.stdout


def test_without_a_repository_the_job_fails_and_says_what_to_do(stand_in: Job) -> None:
    (stand_in.folder / ".git").rename(stand_in.folder.parent / "elsewhere")
    done, outputs = stand_in.lint()
    assert (done.returncode, outputs) == (1, {})
    assert done.stdout.startswith("::error::git does not list the committed files. ")


def test_in_a_container_the_checkout_belongs_to_somebody_else(stand_in: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    refused = stand_in.environment.run("git", "ls-files", cwd=stand_in.folder)
    assert "dubious ownership" in refused.stderr
    done, _ = stand_in.lint()
    assert (done.returncode, done.stderr) == (6, "")
    asked = (stand_in.folder / "asked").read_text().splitlines()
    assert asked[asked.index("--") + 1 :] == [
        "advised.yaml",
        "compose.yaml",
        "templates/warns.yaml",
        "templates/web/fails.yaml",
    ]


def test_on_windows_an_environment_has_its_commands_elsewhere(stand_in: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    (stand_in.environment.folder / "bin").rename(stand_in.environment.folder / "Scripts")
    report_of(FAILS, stand_in, monkeypatch)
    done, outputs = stand_in.lint(paths="template.yaml")
    assert (done.returncode, done.stderr, outputs["exit-code"]) == (6, "", "6")
    assert "E9511" in done.stdout


def test_the_report_is_uploaded_after_a_failure_too() -> None:
    upload = STEPS[-1]
    assert upload["uses"].startswith("github/codeql-action/upload-sarif@")
    assert upload["if"] == "always() && inputs.sarif == 'true' && steps.lint.outputs.sarif != ''"
    assert upload["with"] == {"sarif_file": ACTION["outputs"]["sarif"]["value"]}


@pytest.mark.parametrize("scripts", SCRIPTS)
@pytest.mark.parametrize(
    ("inputs", "asked"),
    [
        ({}, ["cfn-lint[sarif]", "ACTION"]),
        ({"version": "0.3.0", "cfn_lint_version": "1.58.0"}, ["cfn-lint[sarif]==1.58.0", "cfn-lint-cognito==0.3.0"]),
        ({"version": "$(touch made)"}, ["cfn-lint[sarif]", "cfn-lint-cognito==$(touch made)"]),
    ],
)
def test_the_versions_are_those_of_the_inputs(
    inputs: Mapping[str, str], asked: Sequence[str], scripts: str, tmp_path: Path, installed: Environment
) -> None:
    (tmp_path / "python").write_text(RECORDING.replace("FOLDER", scripts))
    (tmp_path / "python").chmod(0o755)
    install = step("Install")
    runner = {"RUNNER_TEMP": str(tmp_path / "temp"), "GITHUB_ACTION_PATH": "ACTION"}
    variables = {**filled(install["env"], **inputs), **runner, "PYTHON": str(tmp_path / "python")}
    done = bash(install["run"], tmp_path, installed, **variables)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "asked").read_text().splitlines() == ["install", "--quiet", *asked]
    assert not (tmp_path / "made").exists()


def test_the_action_installs_its_own_checkout(
    tmp_path: Path, installed: Environment, tmp_path_factory: pytest.TempPathFactory
) -> None:
    made = environments.environment(tmp_path / "cfn-lint-cognito", [])
    checkout = repository_of_project(tmp_path_factory)
    without_venv = step("Install")["run"].replace('"$PYTHON" -m venv', ": ")
    variables = {"RUNNER_TEMP": str(tmp_path), "GITHUB_ACTION_PATH": str(checkout)}
    done = bash(without_venv, tmp_path, made, **filled(step("Install")["env"]), **variables)
    assert done.returncode == 0, done.stderr
    freeze = made.run("pip", "freeze", cwd=tmp_path).stdout
    assert re.search(rf"^cfn-lint-cognito @ {checkout.as_uri()}$", freeze, re.MULTILINE)
    assert {"cfn-lint", "sarif-om"} <= {line.partition("==")[0] for line in freeze.splitlines()}


def component(**inputs: str) -> dict[str, Any]:
    """The component with what GitLab puts in place of its inputs."""
    header, _, text = COMPONENT.read_text(encoding="utf-8").partition("\n---\n")
    values = {name: described.get("default") for name, described in yaml.safe_load(header)["spec"]["inputs"].items()}
    values |= inputs
    assert None not in values.values()
    content: dict[str, Any] = yaml.safe_load(_OF_GITLAB.sub(lambda found: values[found[1]], text))
    return content


def test_the_component_is_what_gitlab_reads(tmp_path: Path) -> None:
    (tmp_path / ".gitlab-ci.yml").write_text(yaml.safe_dump(component(paths="templates/**/*.yaml")))
    checked = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "--builtin-schema",
        "vendor.gitlab-ci",
        tmp_path / ".gitlab-ci.yml",
    ]
    done = subprocess.run(checked, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_no_input_of_the_component_is_pasted_into_its_script() -> None:
    _, _, text = COMPONENT.read_text(encoding="utf-8").partition("  script:\n")
    assert not _OF_GITLAB.search(text)


@pytest.mark.parametrize("between", [" ", "\n"])
def test_the_component_reports_junit_and_says_what_it_found(between: str, folder: Path, installed: Environment) -> None:
    (job,) = component(paths=f"templates/**/*.yaml{between}advised.yaml{between}").values()
    done = bash(job["script"][1], folder, installed, **job["variables"])
    assert done.returncode == 6, done.stderr
    assert set(re.findall(r"^[EWI]9\d+", done.stdout, re.MULTILINE)) == {"E9511", "W9551"}
    assert {"E9511", "W9551"} <= failed_cases(folder / job["artifacts"]["reports"]["junit"])


def test_a_template_that_is_not_there_fails_the_component_at_every_level(folder: Path, installed: Environment) -> None:
    (job,) = component(paths="templates/*.yml", level="none").values()
    done = bash(job["script"][1], folder, installed, **job["variables"])
    assert done.returncode == 2
    assert done.stdout.startswith("E0003 templates/*.yml ")


def failed_cases(report: Path) -> set[str]:
    return {case.get("name", "")[:5] for case in ElementTree.parse(report).iter("testcase") if len(case)}


@pytest.mark.parametrize(
    ("version", "pack"),
    [
        ("", "cfn-lint-cognito"),
        ("0.3.0", "cfn-lint-cognito==0.3.0"),
        ("v0.3.0", "https://github.com/cfn-lint-cognito/cfn-lint-cognito/archive/v0.3.0.tar.gz"),
        ("1a2b3c4", "https://github.com/cfn-lint-cognito/cfn-lint-cognito/archive/1a2b3c4.tar.gz"),
    ],
)
def test_the_component_installs_a_version_or_a_ref(
    version: str, pack: str, tmp_path: Path, installed: Environment
) -> None:
    (tmp_path / "pip").write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    (tmp_path / "pip").chmod(0o755)
    (job,) = component(paths="template.yaml", version=version).values()
    path = f"{tmp_path}:{installed.variables['PATH']}"
    done = bash(job["script"][0], tmp_path, installed, **job["variables"], PATH=path)
    assert done.stdout.splitlines() == ["install", "--quiet", "cfn-lint[junit]", pack]


def test_the_guide_names_inputs_that_there_are() -> None:
    (workflow,) = yaml_blocks(WORKFLOWS, "# .github/workflows/cognito.yaml")
    steps = list(workflow["jobs"]["cfn-lint"]["steps"])
    steps += [step for block in yaml_blocks(WORKFLOWS, "- uses: cfn-lint-cognito/") for step in block]
    ours = [step for step in steps if step["uses"].startswith("cfn-lint-cognito/")]
    assert [step["uses"] for step in ours] == [f"cfn-lint-cognito/cfn-lint-cognito@v{__version__}"] * 2
    assert set(ours[0]["with"]) <= set(ours[1]["with"]) == set(ACTION["inputs"])
    described = re.findall(r"^\| `([\w-]+)` \|", WORKFLOWS, re.MULTILINE)
    assert described == list(ACTION["inputs"])

    included = [each for block in yaml_blocks(WORKFLOWS, "include:") for each in block["include"]]
    header, _, _ = COMPONENT.read_text(encoding="utf-8").partition("\n---\n")
    inputs = yaml.safe_load(header)["spec"]["inputs"]
    remote, mirrored = included
    assert remote["remote"].endswith(f"/v{__version__}/{COMPONENT.relative_to(ROOT)}")
    assert mirrored["component"].endswith(f"/{COMPONENT.stem}@v{__version__}")
    assert list(remote["inputs"]) == [name for name, described in inputs.items() if "default" not in described]
    assert set(mirrored["inputs"]) == set(inputs)


def by_hand(named: str) -> Mapping[str, Any]:
    (content,) = yaml_blocks(WORKFLOWS, f"# {named}\n")
    job: Mapping[str, Any] = content.get("jobs", content)["cfn-lint"]
    return job


def test_the_jobs_by_hand_install_what_the_other_tests_use_and_report(
    installed: Environment, constraints: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = by_hand(".github/workflows/templates.yaml")["steps"]
    before = installed.run("pip", "freeze", cwd=folder).stdout
    assert "cfn-lint-cognito" in before
    monkeypatch.chdir(folder)
    for install, lint in ([step["run"] for step in steps if "run" in step], by_hand(".gitlab-ci.yml")["script"]):
        done = bash(install, folder, installed, PIP_CONSTRAINT=str(constraints))
        assert done.returncode == 0, done.stderr
        assert lint.startswith("cfn-lint --append-rules=cfn_lint_cognito ")
        assert cfn_lint(*shlex.split(lint)[2:])[0] == 6
    assert installed.run("pip", "freeze", cwd=folder).stdout == before
    (upload,) = [step for step in steps if "upload-sarif" in step.get("uses", "")]
    assert upload["if"] == "always()"
    assert found(str(folder / upload["with"]["sarif_file"])) == REPORTED
    assert {"E9511", "W9551"} <= failed_cases(folder / by_hand(".gitlab-ci.yml")["artifacts"]["reports"]["junit"])


def test_a_language_server_finds_the_rules_in_the_folder_of_the_workspace(installed: Environment, folder: Path) -> None:
    """It runs `cfn-lint --format json FILE` there."""
    _, _, said = WORKFLOWS.partition("## AWS Toolkit and its language server\n")
    (cfnlintrc,) = [block for block in _YAML.findall(said) if block.startswith("# .cfnlintrc")][:1]
    (folder / ".cfnlintrc").write_text(cfnlintrc)
    done = installed.run("cfn-lint", "--format", "json", folder / "templates" / "web" / "fails.yaml", cwd=folder)
    assert [finding["Rule"]["Id"] for finding in json.loads(done.stdout)] == ["E9511"]
