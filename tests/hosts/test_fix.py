"""`cfn-lint-cognito --fix`, as somebody runs it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from cfn_lint_cognito.engine.hosts import fix, hook
from cfn_lint_cognito.engine.hosts.fixing import Fixed

CLIENT = """\
Resources:
  Web: # the shop
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: us-east-1_a1B2c3D4e
      ClientSecret: unused # of the old apps
      SupportedIdentityProviders: [COGNITO] # users of the pool
"""
READ_ONLY = "      ClientSecret: unused # of the old apps\n"
FIXED = CLIENT.replace(READ_ONLY, "")
WITH_ADVICE = f"{FIXED}      PreventUserExistenceErrors: ENABLED\n"
UNSAFE = FIXED.replace("[COGNITO]", "[cognito]")
LONG = CLIENT.replace("ClientSecret: unused # of the old apps", "AccessTokenValidity: 60")
NO_TEMPLATE = "services: {web: {image: nginx}}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PRE_COMMIT", raising=False)
    (tmp_path / "web.yaml").write_text(CLIENT, encoding="utf-8")
    return tmp_path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr("sys.argv", ["cfn-lint-cognito", *arguments])
    return hook.main()


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Command:
    return Command(monkeypatch, capfd)


class Command:
    def __init__(self, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
        self.monkeypatch, self.capfd = monkeypatch, capfd

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        """The exit code, the output and what is told beside it."""
        self.capfd.readouterr()
        code = run(self.monkeypatch, *arguments)
        return code, *self.capfd.readouterr()


@pytest.mark.parametrize(
    ("options", "code", "after"),
    [
        ([], 0, FIXED),
        (["-c", "I"], 0, WITH_ADVICE),
        (["-c", "I9591"], 0, WITH_ADVICE),
        (["-c", "I", "-i", "W9585"], 0, CLIENT + "      PreventUserExistenceErrors: ENABLED\n"),
        (["-i", "W95"], 0, CLIENT),
    ],
)
def test_rules_are_chosen_as_in_cfn_lint(
    options: list[str], code: int, after: str, folder: Path, command: Command
) -> None:
    assert command("--fix", *options, "--", "web.yaml")[0] == code
    assert (folder / "web.yaml").read_text(encoding="utf-8") == after


def test_what_is_left_is_shown_as_cfn_lint_does_and_counts(folder: Path, command: Command) -> None:
    (folder / "long.yaml").write_text(LONG, encoding="utf-8")
    code, output, told = command("--fix", "--", "web.yaml", "long.yaml")
    assert code == 2
    first, where, *rest = output.splitlines()
    assert first.startswith("E9511 The access token lives 60 hours")
    assert (where, rest) == ("long.yaml:6:7", [""])
    assert told == "cfn-lint-cognito: Fixed 1 finding in 1 file, 1 left.\n"
    assert command("--fix", "--non-zero-exit-code", "none", "--", "long.yaml")[0] == 0
    assert command("--fix", "-c", "I", "-i", "I9591", "--", "long.yaml")[0] == 2


def test_a_difference_is_shown_and_nothing_is_written(folder: Path, command: Command) -> None:
    code, output, told = command("--diff", "-c", "I", "--", "web.yaml")
    assert code == 4 | 8
    assert (folder / "web.yaml").read_text(encoding="utf-8") == CLIENT
    assert told == "cfn-lint-cognito: Would fix 2 findings in 1 file, 0 left.\n"
    subprocess.run(["git", "apply", "-p0"], input=output, text=True, cwd=folder, check=True)
    assert (folder / "web.yaml").read_text(encoding="utf-8") == WITH_ADVICE


def test_a_file_that_is_named_twice_is_one_file(folder: Path, command: Command) -> None:
    once = command("--diff", "-c", "I", "--", "web.yaml")
    assert command("--diff", "-c", "I", "--", "web.yaml", "web.yaml") == once


@pytest.mark.parametrize("character", ["\u2028", "\x85", "é", "\r"])
def test_a_difference_has_the_lines_that_git_has(character: str, folder: Path, command: Command) -> None:
    text = CLIENT.replace("of the pool", f"of{character}# the pool").encode()
    (folder / "web.yaml").write_bytes(text)
    program = "import sys; from cfn_lint_cognito.engine.hosts.fix import _show_patch as show; show(sys.argv[1])"
    _, output, _ = command("--diff", "--", "web.yaml")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    shown = subprocess.run([sys.executable, "-c", program, output], capture_output=True, check=True, env=environment)
    subprocess.run(["git", "apply", "-p0"], input=shown.stdout, cwd=folder, check=True)
    assert (folder / "web.yaml").read_bytes() == text.replace(READ_ONLY.encode(), b"")


def test_a_difference_of_a_last_line_without_an_end_can_be_applied(folder: Path, command: Command) -> None:
    (folder / "web.yaml").write_text(CLIENT.removesuffix("\n"), encoding="utf-8")
    _, output, _ = command("--diff", "-c", "I", "--", "web.yaml")
    subprocess.run(["git", "apply", "-p0"], input=output, text=True, cwd=folder, check=True)
    assert (folder / "web.yaml").read_text(encoding="utf-8") == WITH_ADVICE.removesuffix("\n")


def test_what_is_not_certain_is_written_for_those_who_ask(folder: Path, command: Command) -> None:
    (folder / "web.yaml").write_text(UNSAFE, encoding="utf-8")
    code, _, told = command("--fix", "--", "web.yaml")
    assert (code, (folder / "web.yaml").read_text(encoding="utf-8")) == (4, UNSAFE)
    assert "--unsafe-fixes fixes 1 of these" in told
    assert command("--fix", "--unsafe-fixes", "--", "web.yaml")[0] == 0
    assert (folder / "web.yaml").read_text(encoding="utf-8") == FIXED
    assert command("--unsafe-fixes", "--", "web.yaml")[0] == 1


@pytest.mark.parametrize(
    "text",
    [CLIENT.replace("\n", "\r\n"), f"\ufeff{CLIENT}", CLIENT.removesuffix("\n"), CLIENT.replace("shop", "Schlößchen")],
    ids=["CRLF", "byte order mark", "no line end", "not ASCII"],
)
def test_every_other_byte_stays(text: str, folder: Path, command: Command) -> None:
    (folder / "web.yaml").write_bytes(text.encode())
    assert command("--fix", "--", "web.yaml")[0] == 0
    read_only = READ_ONLY.replace("\n", "\r\n") if "\r" in text else READ_ONLY
    assert (folder / "web.yaml").read_bytes() == text.replace(read_only, "").encode()


def test_json_with_tabs(folder: Path, command: Command) -> None:
    text = (
        '{\n\t"Resources": {\n\t\t"Web": {\n\t\t\t"Type": "AWS::Cognito::UserPoolClient",\n\t\t\t"Properties": {\n'
        '\t\t\t\t"UserPoolId": "us-east-1_a1B2c3D4e",\n\t\t\t\t"SupportedIdentityProviders": ["COGNITO"]\n\t\t\t}\n\t\t}\n\t}\n}'
    )
    (folder / "web.json").write_text(text, encoding="utf-8")
    assert command("--fix", "-c", "I", "--", "web.json")[0] == 0
    added = '["COGNITO"],\n\t\t\t\t"PreventUserExistenceErrors": "ENABLED"'
    assert (folder / "web.json").read_text(encoding="utf-8") == text.replace('["COGNITO"]', added)


def test_the_mode_stays_and_a_link_stays_a_link(folder: Path, command: Command) -> None:
    file = folder / "web.yaml"
    file.chmod(0o751)
    (folder / "link.yaml").symlink_to("web.yaml")
    assert command("--fix", "--", "link.yaml")[0] == 0
    assert file.read_text(encoding="utf-8") == FIXED
    assert (file.stat().st_mode & 0o777, (folder / "link.yaml").is_symlink()) == (0o751, True)
    assert sorted(os.listdir(folder)) == ["link.yaml", "web.yaml"]


def test_a_file_stays_with_its_owner(folder: Path, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only root may give files away, so what the file system is asked for is looked at."""
    given: list[tuple[int, int]] = []
    monkeypatch.setattr(os, "chown", lambda _, user, group: given.append((user, group)))
    assert command("--fix", "--", "web.yaml")[0] == 0
    assert given == []
    (folder / "web.yaml").write_text(CLIENT, encoding="utf-8")
    stat = os.stat

    def of_somebody_else(path: Any, *arguments: Any, **named: Any) -> os.stat_result:
        found = stat(path, *arguments, **named)
        return os.stat_result([*found[:4], 4711, 42, *found[6:10]]) if str(path).endswith("web.yaml") else found

    monkeypatch.setattr(os, "stat", of_somebody_else)
    assert command("--fix", "--", "web.yaml")[0] == 0
    assert given == [(4711, 42)]


def test_what_comes_through_a_pipe_is_read_once(folder: Path, command: Command) -> None:
    os.mkfifo(folder / "pipe.yaml")
    for option, told in (("--diff", "Would fix 1 finding in 1 file, 0 left."), ("--fix", "It is no regular file.")):
        writer = threading.Thread(target=(folder / "pipe.yaml").write_text, args=(CLIENT,), daemon=True)
        writer.start()
        code, _, said = command(option, "--", "pipe.yaml")
        writer.join(10)
        assert code == 4
        assert told in said


def test_a_file_that_cannot_be_written_is_told_and_the_others_go_on(
    folder: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root may write everything, so the answer of the file system is made."""
    (folder / "locked.yaml").write_text(CLIENT, encoding="utf-8")
    monkeypatch.setattr(os, "access", lambda path, mode: not str(path).endswith("locked.yaml"))
    code, output, told = command("--fix", "--", "locked.yaml", "web.yaml")
    assert code == 4
    assert output.startswith("W9585 ")
    assert told.splitlines() == [
        "cfn-lint-cognito: locked.yaml is not fixed: It may not be written.",
        "cfn-lint-cognito: Fixed 1 finding in 1 file, 1 left.",
    ]
    assert (folder / "locked.yaml").read_text(encoding="utf-8") == CLIENT
    assert (folder / "web.yaml").read_text(encoding="utf-8") == FIXED
    assert sorted(os.listdir(folder)) == ["locked.yaml", "web.yaml"]


def test_what_somebody_else_writes_meanwhile_is_not_lost(
    folder: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    fixed = fix.fixed

    def slow(*arguments: object) -> Fixed:
        (folder / "web.yaml").write_text(f"{CLIENT}# new\n", encoding="utf-8")
        return fixed(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(fix, "fixed", slow)
    code, _, told = command("--fix", "--", "web.yaml")
    assert (code, (folder / "web.yaml").read_text(encoding="utf-8")) == (4, f"{CLIENT}# new\n")
    assert "web.yaml is not fixed: Somebody else has changed it meanwhile." in told


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"# AWS::Cognito::\na: [", "This template cannot be read (line 3, column 1): "),
        (b"# AWS::Cognito::\n- a\n", "This is no template (line 2): it has to be a mapping with Resources"),
        (CLIENT.encode("utf-16"), "It is not in UTF-8"),
    ],
)
def test_what_is_no_template_is_told_and_the_others_go_on(
    content: bytes, reason: str, folder: Path, command: Command
) -> None:
    (folder / "broken.yaml").write_bytes(content)
    code, _, told = command("--fix", "--", "broken.yaml", "web.yaml")
    assert code == 2
    assert told.startswith(f"cfn-lint-cognito: broken.yaml is not looked at: {reason}")
    assert (folder / "broken.yaml").read_bytes() == content
    assert (folder / "web.yaml").read_text(encoding="utf-8") == FIXED


def test_the_configuration_of_cfn_lint_counts(folder: Path, command: Command) -> None:
    (folder / ".cfnlintrc").write_text("templates: ['*.yaml']\nignore_checks: [W9585]\ninclude_checks: [I9591]\n")
    assert command("--fix")[0] == 0
    assert (folder / "web.yaml").read_text() == f"{CLIENT}      PreventUserExistenceErrors: ENABLED\n"


def test_the_metadata_of_a_template_counts(folder: Path, command: Command) -> None:
    ignored = f"Metadata: {{cfn-lint: {{config: {{ignore_checks: [W9585]}}}}}}\n{CLIENT}"
    (folder / "web.yaml").write_text(ignored, encoding="utf-8")
    assert command("--fix", "--", "web.yaml")[0] == 0
    assert (folder / "web.yaml").read_text(encoding="utf-8") == ignored


def test_options_of_rules_count(folder: Path, command: Command) -> None:
    without = CLIENT.replace("      SupportedIdentityProviders: [COGNITO] # users of the pool\n", "")
    (folder / "web.yaml").write_text(without, encoding="utf-8")
    assert command("--diff", "-i", "W9585", "--", "web.yaml")[0] == 4
    assert command("--diff", "-i", "W9585", "-x", "W9551:oauth_only=true", "--", "web.yaml")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--fix", "--parameters", "Stage=prod", "--", "web.yaml"], "--parameters cannot be combined with --fix"),
        (["--fix", "missing.yaml"], "missing.yaml could not be processed"),
        (["--fix", "--"], "name the templates"),
    ],
)
def test_what_makes_no_sense_is_refused(arguments: list[str], reason: str, folder: Path, command: Command) -> None:
    code, output, told = command(*arguments)
    assert (code, output) == (1, "")
    assert told.startswith(f"cfn-lint-cognito: {reason}")
    assert (folder / "web.yaml").read_text(encoding="utf-8") == CLIENT


def test_a_template_that_the_configuration_ignores_is_left_alone(folder: Path, command: Command) -> None:
    (folder / ".cfnlintrc").write_text("ignore_templates: [web.yaml]\n")
    code, output, told = command("--fix", "--", "web.yaml")
    assert (code, output) == (0, "")
    assert told == "cfn-lint-cognito: ignore_templates of cfn-lint's configuration leaves no template to fix.\n"
    assert (folder / "web.yaml").read_text(encoding="utf-8") == CLIENT


def test_files_without_cognito_are_passed_over_without_cfn_lint(folder: Path) -> None:
    (folder / "compose.yaml").write_text(NO_TEMPLATE)
    program = "import sys; from cfn_lint_cognito.engine.hosts.hook import main; sys.exit(main())"
    command = [sys.executable, "-X", "importtime", "-c", program, "--fix", "-c", "I9591", "--", "compose.yaml"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
    assert "cfn_lint_cognito.engine.hosts.hook" in done.stderr
    assert "cfnlint" not in done.stderr


def test_pre_commit_has_to_separate_the_files(folder: Path, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRE_COMMIT", "1")
    code, _, told = command("--fix", "-c", "I", "web.yaml")
    assert code == 1
    assert told == 'cfn-lint-cognito: end `args` with "--" in .pre-commit-config.yaml, e.g. [-c, I, "--"]\n'
    assert (folder / "web.yaml").read_text(encoding="utf-8") == CLIENT
