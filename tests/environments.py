"""Fresh virtual environments and copies of the project, as a stranger would have them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pack import ROOT

_LEFT_OUT = shutil.ignore_patterns(
    ".git", ".nox", ".venv", "build", "dist", "*.egg-info", "__pycache__", ".*_cache", ".hypothesis", ".coverage"
)


@dataclass(frozen=True)
class Environment:
    folder: Path

    @property
    def scripts(self) -> Path:
        return self.folder / "bin"

    @property
    def variables(self) -> dict[str, str]:
        """What an activated environment has, and nothing that the tests' own environment brings along."""
        inherited = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PRE_COMMIT")}
        return {
            **inherited,
            "VIRTUAL_ENV": str(self.folder),
            "PATH": f"{self.scripts}{os.pathsep}{os.environ['PATH']}",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        }

    def run(
        self, *command: str | Path, cwd: Path, variables: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(self.scripts / command[0]) if (self.scripts / command[0]).exists() else str(command[0])]
            + [str(argument) for argument in command[1:]],
            cwd=cwd,
            env={**self.variables, **(variables or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )


def environment(folder: Path, requirements: Sequence[str | Path], *options: str) -> Environment:
    """A new virtual environment with some requirements installed."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    made = Environment(folder)
    if requirements:
        done = made.run("pip", "install", "--quiet", *options, *requirements, cwd=folder)
        assert done.returncode == 0, done.stderr
    return made


def copy_of_project(folder: Path) -> Path:
    """What a clone holds, uncommitted changes included."""
    shutil.copytree(ROOT, folder, ignore=_LEFT_OUT)
    return folder


def importable(project: Path, folder: Path) -> Path:
    """Makes a folder in which Python finds the package of a project that is not installed."""
    package = folder / "cfn_lint_cognito"
    package.mkdir()
    for part in [*(project / "rules").iterdir(), project / "engine", project / "schemas"]:
        (package / part.name).symlink_to(part)
    return folder


def constraints_to_the_working_tree(folder: Path) -> Path:
    """A file of constraints with which pip and uv take the package of the working tree for the published one."""
    sources = copy_of_project(folder / "sources")
    builder = environment(folder / "builder", [])
    built = builder.run("pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, sources, cwd=folder)
    assert built.returncode == 0, built.stderr
    (wheel,) = folder.glob("*.whl")
    file = folder / "constraints.txt"
    file.write_text(f"cfn-lint-cognito @ {wheel.as_uri()}\n")
    return file


def repository(folder: Path) -> Path:
    """Makes a folder a git repository with all of its files committed."""
    for command in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", "Everything"]):
        git(folder, *command)
    return folder


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"]
    done = subprocess.run(
        ["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True, stdin=subprocess.DEVNULL
    )
    return done.stdout.strip()
