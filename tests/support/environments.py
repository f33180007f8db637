"""Virtual environments and copies of the project, as a stranger would have them.

uv makes the environments, in a second each, those of pre-commit too, and the tests of a session share them: what is in one
does not change. What takes its time is to read cfn-lint for the first time, so each environment gets the bytecode of the one in
which the tests run, where that has the same files.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from bytecode import take_bytecode
from root import ROOT
from started import CALL, COMMANDS, PYTHON
from uv import find_uv_bin

_FOR_UV = {
    "PIP_CONSTRAINT": "UV_CONSTRAINT",
    "PIP_EXTRA_INDEX_URL": "UV_INDEX",
    "PIP_FIND_LINKS": "UV_FIND_LINKS",
    "PIP_INDEX_URL": "UV_DEFAULT_INDEX",
}
"""What pip is told by its variables, uv is told by these."""
_PIP = """\
#!/bin/sh
command=$1
shift
'{uv}' pip "$command" --python '{python}' "$@" && {{ [ "$command" != install ] || exec '{own_python}' '{bytecode}' '{folder}'; }}
"""
"""`pip` of an environment. It takes the arguments of the real one, and installs nowhere else."""

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
        left_out = ("PYTHONPATH", "PRE_COMMIT", "PYTHONDONTWRITEBYTECODE")
        inherited = {name: value for name, value in os.environ.items() if name not in left_out}
        return {
            **inherited,
            **for_uv(os.environ),
            "VIRTUAL_ENV": str(self.folder),
            "PATH": f"{self.scripts}{os.pathsep}{os.environ['PATH']}",
        }

    def run(
        self, *command: str | Path, cwd: Path, variables: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(self.scripts / command[0]) if (self.scripts / command[0]).exists() else str(command[0])]
            + [str(argument) for argument in command[1:]],
            cwd=cwd,
            env={**self.variables, **(variables or {}), **for_uv(variables or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )


def started(tmp_path_factory: pytest.TempPathFactory, made: Environment) -> Environment:
    """An environment with commands that take no second to start: `started.py` says how."""

    def make(folder: Path) -> None:
        mirror = Environment(folder / "environment")
        mirror.scripts.mkdir(parents=True)
        for part in made.folder.iterdir():
            if part != made.scripts:
                (mirror.folder / part.name).symlink_to(part)
        calls = {mirror.scripts / PYTHON: made.scripts / "python"}
        for command in made.scripts.iterdir():
            if command.name in COMMANDS:
                calls[mirror.scripts / command.name] = command
            else:
                (mirror.scripts / command.name).symlink_to(command)
        _start(made, calls)

    name = f"started{made.folder.as_posix().replace('/', '_')}"
    return Environment(shared(tmp_path_factory, name, make) / "environment")


def own_started(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """The environment of these tests. With its `PYTHON` no script takes the time to read cfn-lint."""
    return started(tmp_path_factory, Environment(Path(sys.prefix)))


def started_from_now_on(made: Environment) -> None:
    """Does the same with an environment that a tool made and knows the place of, when its real start was seen."""
    commands = [made.scripts / name for name in COMMANDS]
    _start(made, {command: command.rename(f"{command}-itself") for command in commands})


_STARTED: list[tuple[subprocess.Popen[str], tempfile.TemporaryDirectory[str]]] = []
"""A process ends with this one, which holds the other end of its standard input. The folder of its socket has a short path, since
macOS takes no more than 104 characters.
"""


def _start(made: Environment, calls: Mapping[Path, Path]) -> None:
    """Writes calls of commands, by the files of the calls."""
    folder = tempfile.TemporaryDirectory(prefix="calls-", dir="/tmp")
    address = f"{folder.name}/calls"
    python = made.scripts / "python"
    for call, command in calls.items():
        module = COMMANDS.get(call.name, "__main__")
        call.write_text(CALL.format(python=python, address=address, command=str(command), module=module))
        call.chmod(0o755)
    _STARTED.append((_process_of(made, address), folder))


def _process_of(made: Environment, address: str) -> subprocess.Popen[str]:
    serve = [str(made.scripts / "python"), "-P", str(Path(__file__).parent / "started.py"), address]
    process = subprocess.Popen(serve, env=made.variables, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def for_uv(variables: Mapping[str, str]) -> dict[str, str]:
    return {_FOR_UV[name]: value for name, value in variables.items() if name in _FOR_UV}


def environment(folder: Path, requirements: Sequence[str | Path], *options: str) -> Environment:
    """A new virtual environment with some requirements installed."""
    uv = find_uv_bin()
    subprocess.run([uv, "venv", "--quiet", "--python", sys.executable, str(folder)], check=True)
    made = Environment(folder)
    bytecode = Path(__file__).parent / "bytecode.py"
    pip = _PIP.format(
        uv=uv, python=made.scripts / "python", own_python=sys.executable, bytecode=bytecode, folder=made.folder
    )
    (made.scripts / "pip").write_text(pip)
    (made.scripts / "pip").chmod(0o755)
    if requirements:
        done = made.run("pip", "install", "--quiet", *options, *requirements, cwd=folder)
        assert done.returncode == 0, done.stderr
    return made


def shared(tmp_path_factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that is made once for all tests of a session, whichever worker runs them."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / f"shared_{name}"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "made").exists():
            make(folder)
            (folder / "made").touch()
    return folder


@dataclass(frozen=True)
class Release:
    """The sdist that `uv build` makes, and the wheel that it makes out of that."""

    folder: Path

    @property
    def wheel(self) -> Path:
        (wheel,) = self.folder.glob("*.whl")
        return wheel

    @property
    def sdist(self) -> Path:
        (sdist,) = self.folder.glob("*.tar.gz")
        return sdist

    @property
    def constraints(self) -> Path:
        """With these pip and uv take the package of the working tree for the published one."""
        return self.folder / "constraints.txt"


def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    def make(folder: Path) -> None:
        sources = str(repository_of_project(tmp_path_factory))
        build = [find_uv_bin(), "build", "--python", sys.executable, "--out-dir", str(folder), sources]
        variables = {**os.environ, **for_uv(os.environ)}
        done = subprocess.run(build, cwd=folder, env=variables, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        made = Release(folder)
        made.constraints.write_text(f"cfn-lint-cognito @ {made.wheel.as_uri()}\n")

    return Release(shared(tmp_path_factory, "release", make))


def installed(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment with the package from its wheel, and what it depends on. It is not to be changed."""
    asked = ["--constraint", str(release(tmp_path_factory).constraints), "cfn-lint-cognito", "cfn-lint[junit,sarif]"]
    folder = shared(tmp_path_factory, "installed", lambda folder: environment(folder / "environment", asked))
    return Environment(folder / "environment")


def with_cfn_lint(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment with nothing but cfn-lint. It is not to be changed."""
    folder = shared(tmp_path_factory, "cfn_lint", lambda folder: environment(folder / "environment", ["cfn-lint"]))
    return Environment(folder / "environment")


def beside_cfn_lint(tmp_path_factory: pytest.TempPathFactory, folder: Path, *requirements: str | Path) -> Environment:
    """A new virtual environment with some requirements, which takes from the one above what these depend on."""
    base = with_cfn_lint(tmp_path_factory)
    made = environment(folder, requirements, "--no-deps")
    (packages,) = made.folder.glob("lib/python*/site-packages")
    (packages / "beside.pth").write_text(str(base.folder / packages.relative_to(made.folder)))
    (made.scripts / "cfn-lint").write_text(f"#!{made.scripts / 'python'}\nfrom cfnlint.runner import main\n\nmain()\n")
    (made.scripts / "cfn-lint").chmod(0o755)
    return made


def made_by_pre_commit(home: Path) -> Environment:
    """The environment of the one hook that pre-commit has installed."""
    (folder,) = home.glob("repo*/py_env-*")
    take_bytecode(folder)
    return Environment(folder)


def copy_of_project(folder: Path) -> Path:
    """What a clone holds, uncommitted changes included."""
    shutil.copytree(ROOT, folder, ignore=_LEFT_OUT)
    return folder


def repository_of_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with all of that. Nothing but a build writes to it."""
    folder = shared(
        tmp_path_factory, "repository", lambda folder: repository(copy_of_project(folder / "cfn-lint-cognito"))
    )
    return folder / "cfn-lint-cognito"


def importable(project: Path, folder: Path) -> Path:
    """Makes a folder in which Python finds the package of a project that is not installed."""
    package = folder / "cfn_lint_cognito"
    package.mkdir()
    for part in [*(project / "rules").iterdir(), project / "engine", project / "schemas"]:
        (package / part.name).symlink_to(part)
    return folder


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
