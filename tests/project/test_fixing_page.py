"""docs/fixing.md: its example, its program and its hook."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from cfn_lint_cognito.engine.hosts import hook
from linting import ROOT

PAGE = (ROOT / "docs" / "fixing.md").read_text(encoding="utf-8")


def block(language: str, number: int = 0) -> str:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)[number]


def test_the_run_prints_what_the_page_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    command, _, shown = block("console").partition("\n")
    (tmp_path / "template.yaml").write_text(block("yaml"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", command.removeprefix("$ ").split())
    assert hook.main() == 2 | 4
    output, told = capfd.readouterr()
    assert output + told == shown


def test_the_program_runs() -> None:
    exec(block("python"), {})


def test_the_hooks_are_those_that_are_offered() -> None:
    offered = {each["id"] for each in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    (repository,) = yaml.safe_load(block("yaml", 1))["repos"]
    assert {each["id"] for each in repository["hooks"]} == offered
