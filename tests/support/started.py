"""The commands of an environment, answered by a process that has read cfn-lint already. A start costs a second of CPU, nearly all
of it to read cfn-lint, and is the same each time. A call is a fork of that process, with the arguments, the variables, the working
directory and the open files of the caller. Of the variables, what Python itself reads when it starts does not count.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import io
import json
import os
import runpy
import select
import signal
import socket
import sys
import traceback
from typing import Final, NoReturn

COMMANDS: Final = {"cfn-lint": "cfnlint.runner", "cfn-lint-cognito": "cfn_lint_cognito.engine.hosts.hook"}
"""The modules whose `main` the commands call."""
PYTHON: Final = "started-python"
"""A call of `python -m MODULE`, `python -c CODE` or `python FILE`, with arguments."""
WITHOUT_RULES_OF_CFN_LINT: Final = "WITHOUT_RULES_OF_CFN_LINT"
"""A call with this variable has the rules that are appended and no others: those of cfn-lint take most of its time."""
CALL: Final = """\
#!{python} -IS
import json, os, socket, sys
process = socket.socket(socket.AF_UNIX)
try:
    process.connect({address!r})
except OSError:  # It has ended, along with the tests that started it.
    os.execv({command!r}, sys.argv)
socket.send_fds(process, [b"+"], [0, 1, 2])
asked = {{"module": {module!r}, "arguments": sys.argv, "folder": os.getcwd(), "variables": dict(os.environ)}}
process.sendall(json.dumps(asked).encode() + b"\\n")
sys.exit(int(process.makefile().read() or 1))
"""
_TEMPLATE: Final = """\
Parameters: {Stage: {Type: String}}
Conditions: {IsProd: !Equals [!Ref Stage, prod]}
Resources: {Topic: {Type: AWS::SNS::Topic, Condition: IsProd}}
"""


def serve(address: str) -> None:
    """Answers calls until whoever started this process has ended."""
    _read_what_a_run_of_cfn_lint_reads()
    gc.freeze()  # Else each fork would look through all of cfn-lint for garbage.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with socket.socket(socket.AF_UNIX) as calls:
        calls.bind(address)
        calls.listen()
        print("ready", flush=True)
        while sys.stdin not in select.select([calls, sys.stdin], [], [])[0]:
            call, _ = calls.accept()
            if os.fork() == 0:
                calls.close()
                _answer(call)
            call.close()


def _read_what_a_run_of_cfn_lint_reads() -> None:
    helpers = importlib.import_module("cfnlint.helpers")
    load = helpers.load_plugins
    (own,) = importlib.import_module("cfnlint.rules").__path__
    rules = [load(own), []]
    """Of the runs to come, which begin with the last: this one judges nothing, and each fork has rules that judged nothing yet."""

    def load_plugins(directory: str, *asked: object) -> list[object]:
        if asked or not rules:
            return list(load(directory, *asked))
        of_cfn_lint = rules.pop()
        return [] if WITHOUT_RULES_OF_CFN_LINT in os.environ else of_cfn_lint

    helpers.load_plugins = load_plugins
    sys.argv, stdin, sys.stdin = ["cfn-lint"], sys.stdin, io.StringIO(_TEMPLATE)
    with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):
        importlib.import_module("cfnlint.runner").main()
    sys.stdin = stdin


def _answer(call: socket.socket) -> NoReturn:
    _, descriptors, _, _ = socket.recv_fds(call, 1, 3)
    for own, descriptor in enumerate(descriptors):
        os.dup2(descriptor, own)
        os.close(descriptor)
    asked = json.loads(call.makefile().readline())
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.chdir(asked["folder"])
    os.environ.clear()
    os.environ.update(asked["variables"])
    sys.argv = asked["arguments"]
    with (
        open(0, closefd=False) as sys.stdin,
        open(1, "w", closefd=False) as sys.stdout,
        open(2, "w", errors="backslashreplace", closefd=False) as sys.stderr,
    ):
        code = _code_of(asked["module"])
    call.sendall(str(code).encode())
    os._exit(0)


def _code_of(module: str) -> int:
    try:
        return int(importlib.import_module(module).main() or 0)
    except SystemExit as ended:
        if isinstance(ended.code, str):
            print(ended.code, file=sys.stderr)
            return 1
        return int(ended.code or 0)
    except BaseException:
        traceback.print_exc()
        return 1


def main() -> None:
    """What `PYTHON` calls."""
    _, what, *arguments = sys.argv
    sys.path[:0] = filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))
    if what == "-m":
        sys.argv = arguments
        sys.path.insert(0, os.getcwd())
        runpy.run_module(arguments[0], run_name="__main__", alter_sys=True)
    elif what == "-c":
        sys.argv = ["-c", *arguments[1:]]
        sys.path.insert(0, "")
        exec(compile(arguments[0], "<string>", "exec"), {"__name__": "__main__"})
    else:
        sys.argv = [what, *arguments]
        sys.path.insert(0, os.path.dirname(what))
        runpy.run_path(what, run_name="__main__")


if __name__ == "__main__":
    serve(sys.argv[1])
