"""What the suite needs, and what it says where that is not there."""

from __future__ import annotations

import os
import subprocess
import sys

from linting import ROOT

CDK = sorted(path.name for path in (ROOT / "tests" / "cdk").glob("test_*.py"))


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


def test_ci_runs_the_test_command_of_the_readme() -> None:
    command = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1]
    assert command.endswith("pytest -n auto")
    assert f"```sh\n{command}\n```" in (ROOT / "README.md").read_text(encoding="utf-8")
