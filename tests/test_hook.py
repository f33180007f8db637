"""The pre-commit hook, by itself and under pre-commit."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from environments import copy_of_project, for_uv, git, repository
from pack import FIXTURES, cfn_lint

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


@pytest.mark.parametrize(
    "options", [[], ["-c", "I", "-f", "json"], ["-i", "E9511", "-c", "I9591", "--non-zero-exit-code", "none"]]
)
def test_the_hook_says_what_cfn_lint_says(options: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hook = run([*HOOK, *options, "--", "right.yaml", "wrong.yaml", *NO_TEMPLATES], folder)
    monkeypatch.chdir(folder)
    assert (hook.returncode, hook.stdout) == cfn_lint(*options, "--", "right.yaml", "wrong.yaml")
    assert hook.stderr == ""


def test_without_a_separator_only_the_rules_are_appended(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hook = run([*HOOK, "topic.yaml", "wrong.yaml", "-c", "I"], folder)
    monkeypatch.chdir(folder)
    assert (hook.returncode, hook.stdout) == cfn_lint("topic.yaml", "wrong.yaml", "-c", "I")
    assert hook.stderr == ""
    assert "E9511" in hook.stdout
    assert "NoSuchThing" in hook.stdout


def test_cfn_lint_is_not_even_imported_for_files_that_are_no_templates(folder: Path) -> None:
    hook = run([HOOK[0], "-X", "importtime", *HOOK[1:], "--", *NO_TEMPLATES], folder)
    assert (hook.returncode, hook.stdout) == (0, "")
    assert "cfn_lint_cognito.engine.hosts.hook" in hook.stderr
    assert "cfnlint" not in hook.stderr


def test_a_type_spelled_with_escapes_is_seen(folder: Path) -> None:
    escaped = '{"Resources": {"Web": {"Type": "AWS\\u003a\\u003aCognito::\\u0055serPoolClient", "Properties": %s}}}'
    (folder / "escaped.json").write_text(escaped % '{"UserPoolId": "us-east-1_a1B2c3D4e", "AccessTokenValidity": 60}')
    assert "E9511" in run([*HOOK, "--", "escaped.json"], folder).stdout


def test_a_file_that_cannot_be_read_is_left_to_cfn_lint(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hook = run([*HOOK, "--", "missing.yaml"], folder)
    monkeypatch.chdir(folder)
    assert (hook.returncode, hook.stdout) == cfn_lint("--", "missing.yaml")
    assert hook.returncode != 0


def test_a_pattern_is_left_to_cfn_lint(folder: Path) -> None:
    assert "E9511" in run([*HOOK, "--", "wr*.yaml"], folder).stdout


def test_a_name_that_looks_like_a_pattern_is_a_name(folder: Path) -> None:
    (folder / "[stage].yaml").write_text(WRONG)
    hook = run([*HOOK, "--", "[stage].yaml"], folder)
    assert (hook.returncode, "[stage].yaml:" in hook.stdout) == (2, True)


def test_help_and_version(folder: Path) -> None:
    assert "cfn-lint --help" in run([*HOOK, "--help"], folder).stdout
    assert run([*HOOK, "--version"], folder).stdout.startswith("cfn-lint-cognito 0")


def test_under_pre_commit_arguments_without_a_separator_are_refused(folder: Path) -> None:
    hook = run([*HOOK, "-i", "W3005", "wrong.yaml"], folder, {"PRE_COMMIT": "1"})
    assert hook.returncode == 1
    assert 'end `args` with "--"' in hook.stderr


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
    return repository(copy_of_project(tmp_path_factory.mktemp("project") / "cfn-lint-cognito"))


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
