"""The pre-commit hook, by itself and under pre-commit."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import NoReturn
from xml.etree import ElementTree

import pytest
from cfn_lint_cognito.engine.hosts import hook
from environments import (
    for_uv,
    git,
    made_by_pre_commit,
    own_started,
    repository_of_project,
    started_from_now_on,
)
from linting import FIXTURES, cfn_lint

WRONG = (FIXTURES / "token_lifetimes/e9511_access_token_lifetime/fail_plain.yaml").read_text(encoding="utf-8")
RIGHT = WRONG.replace("AccessTokenValidity: 60 # E9511", "AccessTokenValidity: 1")
HOOK = [sys.executable, "-c", "import sys; from cfn_lint_cognito.engine.hosts.hook import main; sys.exit(main())"]
NO_TEMPLATES = {
    "compose.yaml": "services: {web: {image: nginx}}\n",
    "package.json": '{"name": "web"}\n',
    "topic.yaml": "Resources: {Topic: {Type: AWS::SNS::Topic, Properties: {NoSuchThing: 1}}}\n",
    "broken.yml": "a: [\n",
    "mail.template": "Dear {{name}},\n",
}


def run(
    command: Sequence[str], cwd: Path, variables: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    inherited = {
        name: value for name, value in os.environ.items() if name not in ("PRE_COMMIT", "PYTHONDONTWRITEBYTECODE")
    }
    return subprocess.run(
        command,
        cwd=cwd,
        env={**inherited, **(variables or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "wrong.yaml").write_text(WRONG)
    (tmp_path / "right.yaml").write_text(RIGHT)
    for name, text in NO_TEMPLATES.items():
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.fixture(scope="session")
def started_hook(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(own_started(tmp_path_factory).scripts / "cfn-lint-cognito")


@pytest.mark.parametrize(
    "options", [[], ["-c", "I", "-f", "json"], ["-i", "E9511", "-c", "I9591", "--non-zero-exit-code", "none"]]
)
def test_the_hook_says_what_cfn_lint_says(
    options: list[str], started_hook: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = run([started_hook, *options, "--", "right.yaml", "wrong.yaml", *NO_TEMPLATES], folder)
    monkeypatch.chdir(folder)
    assert (done.returncode, done.stdout) == cfn_lint(*options, "--", "right.yaml", "wrong.yaml")
    assert done.stderr == ""


def test_without_a_separator_only_the_rules_are_appended(
    started_hook: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = run([started_hook, "topic.yaml", "wrong.yaml", "-c", "I"], folder)
    monkeypatch.chdir(folder)
    assert (done.returncode, done.stdout) == cfn_lint("topic.yaml", "wrong.yaml", "-c", "I")
    assert done.stderr == ""
    assert "E9511" in done.stdout
    assert "NoSuchThing" in done.stdout


def test_cfn_lint_is_not_even_imported_for_files_that_are_no_templates(folder: Path) -> None:
    done = run([HOOK[0], "-X", "importtime", *HOOK[1:], "--", *NO_TEMPLATES], folder)
    assert (done.returncode, done.stdout) == (0, "")
    assert "cfn_lint_cognito.engine.hosts.hook" in done.stderr
    assert "cfnlint" not in done.stderr


def hook_here(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> tuple[int, str]:
    """The exit code and the output of the hook, run in this process with the rules that are loaded already."""

    def cfn_lint_of_the_tests() -> NoReturn:
        assert sys.argv[:2] == ["cfn-lint", "--append-rules=cfn_lint_cognito"]
        code, output = cfn_lint(*sys.argv[2:])
        print(output, end="")
        sys.exit(code)

    monkeypatch.setattr("cfnlint.runner.main", cfn_lint_of_the_tests)
    monkeypatch.setattr("sys.argv", ["cfn-lint-cognito", *arguments])
    with redirect_stdout(StringIO()) as output:
        try:
            code = hook.main()
        except SystemExit as ended:
            code = int(ended.code or 0)
    return code, output.getvalue()


@pytest.mark.parametrize("report", [[], ["-f", "json"], ["-f", "sarif", "--output-file", "report"]])
@pytest.mark.parametrize(
    ("arguments", "same"),
    [
        ("wrong.yaml -- NONE", "wrong.yaml"),
        ("-t wrong.yaml -- NONE", "wrong.yaml"),
        ("--template=wrong.yaml -- NONE", "wrong.yaml"),
        ("-b wrong.yaml -- NONE", "-b wrong.yaml"),
        ("wrong.yaml -- right.yaml NONE", "right.yaml wrong.yaml"),
        ("wrong.yaml -c I -- right.yaml NONE", "-c I -- right.yaml wrong.yaml"),
        ("-t wrong.yaml -- right.yaml NONE", "right.yaml wrong.yaml"),
        ("right.yaml -t topic.yaml -- wrong.yaml NONE", "right.yaml topic.yaml wrong.yaml"),
        ("topic.yaml -- NONE", "topic.yaml"),
        ("wr*.yaml -- NONE", "wrong.yaml"),
        ("missing.yaml -- NONE", "missing.yaml"),
        ("W3005 -- NONE", "W3005"),
        ("--deployment-files deployment.yaml -- NONE", "--deployment-files deployment.yaml"),
    ],
)
def test_files_that_are_named_in_any_way_are_linted(
    arguments: str, same: str, report: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    Path("W3005").write_text(WRONG)
    Path("deployment.yaml").write_text("template-file-path: wrong.yaml\nparameters: {}\n")
    given = [*report, *arguments.replace("NONE", "compose.yaml package.json").split()]
    hooked = hook_here(monkeypatch, *given), Path("report").read_text() if report[2:] else ""
    assert hooked == (cfn_lint(*report, *same.split()), Path("report").read_text() if report[2:] else "")
    assert hooked[0][0] & 2


@pytest.mark.parametrize("format_", ["json", "junit", "sarif"])
def test_where_every_file_is_skipped_the_report_says_so(format_: str, started_hook: str, folder: Path) -> None:
    """The same report that cfn-lint writes where no rule looks at anything."""
    written = run([started_hook, "-f", format_, "--output-file", "report", "--", *NO_TEMPLATES], folder)
    assert (written.returncode, written.stdout) == (0, "")
    report = (folder / "report").read_text()
    if format_ == "junit":
        (suite,) = ElementTree.fromstring(report)
        assert (suite.get("failures"), suite.get("tests")) == ("0", suite.get("skipped"))
    else:
        found = json.loads(report)
        assert (found if format_ == "json" else found["runs"][0]["results"]) == []
    printed = run([started_hook, "-f", format_, "--", *NO_TEMPLATES], folder)
    assert (printed.returncode, printed.stdout) == (0, f"{report}\n")


def test_a_wrong_configuration_is_told_where_every_file_is_skipped(started_hook: str, folder: Path) -> None:
    (folder / ".cfnlintrc").write_text("no_such_key: 1\n")
    done = run([started_hook, "-f", "json", "--", *NO_TEMPLATES], folder)
    assert done.returncode == 1
    assert "no_such_key" in done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "spelled",
    [
        r"AWS\u003a\u003aCognito::\u0055serPoolClient",
        r"\x41WS\x3a\x3aCognito::UserPoolClient",
        r"AWS\U0000003a\U0000003ACog\u006eito::UserPoolClient",
        "AWS::Cog\\\n      nito::UserPoolClient",
        "AWS::\\\r\n      Cognito::UserPoolClient",
    ],
)
def test_a_type_spelled_with_escapes_is_seen(spelled: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "escaped.yaml").write_bytes(
        WRONG.replace("AWS::Cognito::UserPoolClient", f'"{spelled}"')
        .replace("AWS::Cognito::UserPool\n", '"AWS\\x3a:Cognito::UserPool"\n')
        .encode()
    )
    assert b"AWS::Cognito" not in (folder / "escaped.yaml").read_bytes()
    monkeypatch.chdir(folder)
    assert "E9511" in hook_here(monkeypatch, "--", "escaped.yaml")[1]


def test_an_authorizer_by_a_user_pool_of_another_template_is_seen(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (FIXTURES / "authorizers/e9685_authorizer_without_user_pool/fail_without_arns.yaml").read_text()
    (folder / "api.yaml").write_text(text)
    (folder / "other_api.yaml").write_text(text.replace("COGNITO_USER_POOLS", "NoSuchType"))
    (folder / "definition.json").write_text('{"x-amazon-apigateway-authorizer": {"type": "cognito_user_pools"}}')
    monkeypatch.chdir(folder)
    assert "E9685" in hook_here(monkeypatch, "--", "api.yaml")[1]
    assert hook_here(monkeypatch, "--", "other_api.yaml", "definition.json") == (0, "")


def test_a_template_in_another_encoding_is_left_to_cfn_lint(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "utf16.yaml").write_text(WRONG, encoding="utf-16")
    monkeypatch.chdir(folder)
    assert hook_here(monkeypatch, "--", "utf16.yaml") == cfn_lint("--", "utf16.yaml")
    assert cfn_lint("--", "utf16.yaml")[0] != 0


def test_a_file_that_cannot_be_read_is_left_to_cfn_lint(
    started_hook: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = run([started_hook, "--", "missing.yaml"], folder)
    monkeypatch.chdir(folder)
    assert (done.returncode, done.stdout) == cfn_lint("--", "missing.yaml")
    assert done.returncode != 0


def test_a_pattern_is_left_to_cfn_lint(started_hook: str, folder: Path) -> None:
    assert "E9511" in run([started_hook, "--", "wr*.yaml"], folder).stdout


def test_a_name_that_looks_like_a_pattern_is_a_name(started_hook: str, folder: Path) -> None:
    (folder / "[stage].yaml").write_text(WRONG)
    done = run([started_hook, "--", "[stage].yaml"], folder)
    assert (done.returncode, "[stage].yaml:" in done.stdout) == (2, True)


def test_help_and_version(folder: Path) -> None:
    assert "cfn-lint --help" in run([*HOOK, "--help"], folder).stdout
    assert run([*HOOK, "--version"], folder).stdout.startswith("cfn-lint-cognito 0")


@pytest.mark.parametrize(
    ("configuration", "shown"), [("", "usage: cfn-lint-cognito "), ("templates: [wrong.yaml]\n", "E9511 ")]
)
def test_without_arguments_on_a_terminal_its_own_help_is_shown(
    configuration: str, shown: str, started_hook: str, folder: Path
) -> None:
    (folder / ".cfnlintrc").write_text(configuration)
    terminal, of_the_hook = pty.openpty()
    done = subprocess.run([started_hook], cwd=folder, stdin=of_the_hook, capture_output=True, text=True, check=False)
    os.close(terminal)
    os.close(of_the_hook)
    assert done.returncode == (2 if configuration else 1)
    assert (done.stdout + done.stderr).startswith(shown)


def test_under_pre_commit_arguments_without_a_separator_are_refused(folder: Path) -> None:
    done = run([*HOOK, "-i", "W3005", "wrong.yaml"], folder, {"PRE_COMMIT": "1"})
    assert done.returncode == 1
    assert 'end `args` with "--"' in done.stderr


class UserRepository:
    """A git repository in which pre-commit runs the hook of this project."""

    def __init__(self, folder: Path, home: Path, hooks: Path) -> None:
        self.folder = folder
        self.variables = {
            "PRE_COMMIT_HOME": str(home),
            **for_uv(os.environ),
            "GIT_AUTHOR_NAME": "Test",
            "GIT_AUTHOR_EMAIL": "test@example.com",
            "GIT_COMMITTER_NAME": "Test",
            "GIT_COMMITTER_EMAIL": "test@example.com",
        }
        git(folder, "init", "--quiet")
        self.configure(hooks, "")
        installed = run([sys.executable, "-m", "pre_commit", "install", "--install-hooks"], folder, self.variables)
        assert installed.returncode == 0, installed.stdout + installed.stderr
        self.environment = made_by_pre_commit(home)

    def configure(self, hooks: Path, more: str) -> None:
        (self.folder / ".pre-commit-config.yaml").write_text(
            f"repos:\n- repo: {hooks}\n  rev: {git(hooks, 'rev-parse', 'HEAD')}\n  hooks:\n  - id: cfn-lint-cognito\n{more}"
        )

    def commit(self, files: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
        for name, text in files.items():
            (self.folder / name).write_text(text)
        git(self.folder, "add", "--all")
        return run(["git", "commit", "--message", "Change"], self.folder, self.variables)

    @property
    def commits(self) -> int:
        return len(git(self.folder, "log", "--all", "--oneline").splitlines())


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return repository_of_project(tmp_path_factory)


@pytest.fixture(scope="module")
def user(tmp_path_factory: pytest.TempPathFactory, project: Path) -> UserRepository:
    return UserRepository(tmp_path_factory.mktemp("user"), tmp_path_factory.mktemp("pre_commit"), project)


def test_pre_commit_lints_what_is_committed(user: UserRepository, project: Path) -> None:
    passed = user.commit(NO_TEMPLATES)
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert user.commits == 1

    blocked = user.commit({"web.yaml": WRONG})
    assert blocked.returncode != 0
    assert "E9511 The access token lives 60 hours" in blocked.stdout + blocked.stderr
    assert "web.yaml:8" in blocked.stdout + blocked.stderr
    assert user.commits == 1
    started_from_now_on(user.environment)

    user.configure(project, '    args: [-i, E9511, W3005, "--"]\n')
    passed = user.commit({"ignored.template": WRONG, "web.yaml": WRONG})
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert user.commits == 2

    user.configure(project, "    args: [-i, W3005]\n")
    refused = user.commit({"web.yaml": RIGHT})
    assert refused.returncode != 0
    assert 'end `args` with "--"' in refused.stdout + refused.stderr

    user.configure(project, "")
    passed = user.commit({"web.yaml": RIGHT})
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert user.commits == 3

    user.configure(project, '  - id: cfn-lint-cognito-fix\n    args: [-c, I9591, "--"]\n')
    written = user.commit({"web.yaml": f"# More\n{RIGHT}"})
    assert written.returncode != 0
    assert "files were modified by this hook" in written.stdout + written.stderr
    assert "PreventUserExistenceErrors: ENABLED" in (user.folder / "web.yaml").read_text()
    assert user.commit({}).returncode == 0
    assert user.commits == 4
