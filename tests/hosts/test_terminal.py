"""`cfn-lint-cognito --list` and `--explain` tell the rules and their pages without a browser."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable

import pytest
from cfn_lint_cognito.engine.hosts import hook
from cfn_lint_cognito.engine.report.catalogue import PROJECT, Entry, entries
from in_turn import in_turn
from linting import ROOT

COLUMNS = 72
_COMMAND = [sys.executable, "-c", "import sys; from cfn_lint_cognito.engine.hosts.hook import main; sys.exit(main())"]
Command = Callable[..., tuple[int, str, str]]
"""Takes arguments and tells the exit code, the output and the errors."""
_LINE = re.compile(r"([EWI]9\d{3})  (error|warning|advice) +(deployed|documented|inferred) +(\S.*)")


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    monkeypatch.setenv("COLUMNS", str(COLUMNS))

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["cfn-lint-cognito", *arguments])
        capsys.readouterr()
        code = hook.main()
        return code, *capsys.readouterr()

    return run


def test_the_list_has_a_line_for_each_rule(command: Command) -> None:
    code, output, errors = command("--list")
    assert (code, errors) == (0, "")
    said = [found.groups() for line in output.splitlines() if (found := _LINE.fullmatch(line))]
    levels = {"E": "error", "W": "warning", "I": "advice"}
    assert said == [(entry.id, levels[entry.id[0]], entry.evidence, entry.shortdesc) for entry in entries()]
    assert output.count("\n") == len(said)


@in_turn("entry", entries(), ids=lambda entry: entry.id)
def test_a_page_is_plain_text_that_fits(entry: Entry, command: Command) -> None:
    code, output, errors = command("--explain", entry.id)
    assert (code, errors) == (0, "")
    assert output.startswith(f"{entry.id}: {entry.shortdesc}\n-----")
    assert output.endswith(f"\n\n{entry.page}\n")
    for of_browsers in ("```", "**", "\n#"):
        assert of_browsers not in output
    assert "](" not in re.sub("`[^`]+`", "", output)
    prose = [line for line in output.splitlines() if not line.startswith(("    ", "|"))]
    assert [line for line in prose if len(line) > COLUMNS and " " in line.strip().removeprefix("- ")] == [
        f"{entry.id}: {entry.shortdesc}"
    ] * (len(f"{entry.id}: {entry.shortdesc}") > COLUMNS)


def test_a_page_says_all_that_the_file_says(command: Command) -> None:
    _, output, _ = command("--explain", "E9511")
    written = (ROOT / "docs/rules/token_lifetimes/e9511_access_token_lifetime.md").read_text(encoding="utf-8")
    without_links = re.sub(r"\[([^\]]+)\]\((\S+?)\)", r"\1", written)
    words = re.findall(r"\w+", re.sub(r"```\w*", "", without_links))
    shown = re.findall(r"\w+", output)
    assert [word for word in words if word not in shown] == []
    assert "    $ cfn-lint --append-rules=cfn_lint_cognito -- template.yaml\n    E9511 The access token lives" in output


@in_turn("entry", entries(), ids=lambda entry: entry.id)
def test_what_aws_says_stands_there_word_for_word(entry: Entry, command: Command) -> None:
    _, output, _ = command("--explain", entry.id)
    shown = " ".join(output.split())
    for evidence in entry.rule().evidence:
        assert " ".join(evidence.answer.split()) in shown


def test_several_rules_are_explained_one_after_the_other(command: Command) -> None:
    _, output, _ = command("--explain", "E9511", "W9551")
    assert output.index("E9511: ") < output.index("\n\n\nW9551: ")


@in_turn("asked", ["e9511", "9511", "W9511"])
def test_a_rule_is_found_by_its_number(asked: str, command: Command) -> None:
    """A number is used once, and a rule keeps it when its level changes."""
    assert command("--explain", asked) == command("--explain", "E9511")


@in_turn(
    ("asked", "answer"),
    [
        ([], "Name a rule, e.g. --explain E9511"),
        (["E9999"], "There is no rule E9999"),
        (["E3012"], "There is no rule E3012"),
        (["E9511", "E95", "../E9511"], "There is no rule E95 or ../E9511"),
    ],
)
def test_what_is_no_rule_is_told(asked: list[str], answer: str, command: Command) -> None:
    code, output, errors = command("--explain", *asked)
    assert (code, output) == (2, "")
    assert errors == f"cfn-lint-cognito: {answer}; cfn-lint-cognito --list lists them.\n"


@pytest.mark.parametrize("arguments", [["--list"], ["--explain", "E9511"], ["--help"]], ids=" ".join)
def test_a_reader_may_stop_reading(arguments: list[str]) -> None:
    """As `head -1` does, which has what it wanted and closes the pipe."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run([*_COMMAND, *arguments], stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_terminal_in_ascii_shows_a_page() -> None:
    in_ascii = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run([*_COMMAND, "--explain", "E9511"], env=in_ascii, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "\nError ? Token lifetimes\n" in done.stdout


def test_a_page_tells_where_its_links_lead(command: Command) -> None:
    """To another rule leads its ID, and from the page alone nobody knows how to ignore a rule."""
    _, output, _ = command("--explain", "E9525")
    said = " ".join(output.split())
    assert f"how to ignore a rule <{PROJECT}/blob/main/README.md#ignore-and-configure>." in said
    assert f"inside `cdk synth` <{PROJECT}/blob/main/docs/cdk.md>." in said
    assert f"<{PROJECT}/blob/main/docs/rules" not in output
