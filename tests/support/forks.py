"""Commands of Python as forks of a process that has imported cfn-lint, pytest and hypothesis, which takes 1.5 CPU seconds.
`started.py` does the same for the commands of an environment.
"""

from __future__ import annotations

import importlib
import json
import os
import runpy
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, NoReturn

IMPORTED: Final = ("cfnlint.runner", "hypothesis", "pytest")


class Python:
    """It runs a file, or a module after `-m`, with arguments."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def __call__(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(arguments) + "\n")
        self.process.stdin.flush()
        return subprocess.CompletedProcess(arguments, **json.loads(self.process.stdout.readline()))


@contextmanager
def python(folder: Path, variables: Mapping[str, str]) -> Iterator[Python]:
    """A Python whose commands run in a folder, with some variables beside those of this process."""
    with subprocess.Popen(
        [sys.executable, "-P", __file__],
        cwd=folder,
        env={**os.environ, **variables},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield Python(process)


def serve() -> None:
    for module in IMPORTED:
        importlib.import_module(module)
    for line in sys.stdin:
        print(json.dumps(_done(json.loads(line))), flush=True)


def _done(arguments: Sequence[str]) -> dict[str, Any]:
    with tempfile.TemporaryFile("w+") as stdout, tempfile.TemporaryFile("w+") as stderr:
        child = os.fork()
        if child == 0:
            for own, file in enumerate((os.open(os.devnull, os.O_RDONLY), stdout.fileno(), stderr.fileno())):
                os.dup2(file, own)
            _run(arguments)
        _, status = os.waitpid(child, 0)
        stdout.seek(0)
        stderr.seek(0)
        return {
            "returncode": os.waitstatus_to_exitcode(status),
            "stdout": stdout.read(),
            "stderr": stderr.read(),
        }


def _run(arguments: Sequence[str]) -> NoReturn:
    code = 0
    try:
        if arguments[0] == "-m":
            sys.argv = list(arguments[1:])
            sys.path.insert(0, os.getcwd())
            runpy.run_module(arguments[1], run_name="__main__", alter_sys=True)
        else:
            sys.argv = list(arguments)
            sys.path.insert(0, str(Path(arguments[0]).resolve().parent))
            runpy.run_path(arguments[0], run_name="__main__")
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except BaseException:
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    serve()
