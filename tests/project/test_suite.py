"""What the suite needs, and what it says where that is not there."""

from __future__ import annotations

import os
import re
import subprocess
import sys

from linting import ROOT
from needs import NODE, SHELL, needs

FILES = sorted((ROOT / "tests").rglob("test_*.py"))
CDK = sorted(path.name for path in FILES if path.parent.name == "cdk")
_OF_A_SHELL = re.compile(r"^import (?:fcntl|pty)\b|\"bash\"|/bin/sh|\.symlink_to\(", re.MULTILINE)


def test_without_node_the_tests_of_the_cdk_are_skipped_and_the_summary_says_why() -> None:
    asked = ["tests/cdk", "tests/project/test_readme.py", "-k", "cdk", "-p", "no:xdist"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *asked],
        cwd=ROOT,
        env={**os.environ, "JSII_NODE": "no-such-node"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    for name in CDK:
        assert f" {name} needs Node.js, " in done.stdout
    assert f" {len(CDK) + 2} skipped" in f" {done.stdout.splitlines()[-1]}"


def test_what_runs_in_a_shell_says_that_it_needs_one() -> None:
    """So that the others pass on Windows."""
    here = ROOT / "tests" / "project" / "test_suite.py"
    in_a_shell = {file.name for file in FILES if file != here and _OF_A_SHELL.search(file.read_text(encoding="utf-8"))}
    assert in_a_shell <= {file.name for file in FILES if SHELL in needs(file)}
    assert {file.name for file in FILES if NODE in needs(file)} == set(CDK)


def test_ci_runs_the_test_command_of_the_readme() -> None:
    command = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1]
    assert command.endswith("pytest -n auto")
    assert f"```sh\n{command}\n```" in (ROOT / "README.md").read_text(encoding="utf-8")
