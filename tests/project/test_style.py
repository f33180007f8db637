"""ruff and mypy have nothing to say, and no file is too long to keep in mind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from environments import importable
from linting import ROOT

FOLDERS = ("rules", "engine", "docs", "tools", "tests", "benchmarks")
MOST_LINES = 500


def _run(*arguments: str, folder: Path = ROOT, **environment: str) -> None:
    command = [sys.executable, "-m", *arguments]
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("check", [["check"], ["format", "--check"]], ids=" ".join)
def test_ruff(check: list[str]) -> None:
    _run("ruff", *check, "--no-cache", ".")


def test_mypy(tmp_path: Path) -> None:
    """The package lies in folders of other names, so mypy needs it under its own."""
    importable(ROOT, tmp_path)
    config = str(ROOT / "pyproject.toml")
    _run("mypy", "--config-file", config, "-p", "cfn_lint_cognito", folder=tmp_path, MYPYPATH=str(tmp_path))


def test_no_file_is_too_long_to_keep_in_mind() -> None:
    lines = {
        file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8").count("\n")
        for folder in FOLDERS
        for file in (ROOT / folder).rglob("*.py")
    }
    assert {file: count for file, count in lines.items() if count > MOST_LINES} == {}
