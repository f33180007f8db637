"""The function of the Lambda Hook in a process of its own, requests as CloudFormation sends them, and a server for payloads."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

from lambda_package import HANDLER

SECRET = "X-Amz-Signature=5ecret"
"""What makes the address of a payload one that nobody else may see."""

DRIVER = """
import contextlib, importlib, io, json, os, sys
sys.path.insert(0, sys.argv[1])
module, _, name = sys.argv[2].rpartition(".")
hook = importlib.import_module(module)
assert hook.__file__.startswith(sys.argv[1]), hook.__file__
constants = {"MOST_BYTES": hook.MOST_BYTES, "MOST_SECONDS": hook.MOST_SECONDS}

class Context:
    def __init__(self, left):
        self.left = left
    def get_remaining_time_in_millis(self):
        return self.left

for line in sys.stdin:
    asked = json.loads(line)
    for variable in ("CFN_LINT_COGNITO_LEVEL", "CFN_LINT_COGNITO_IGNORE"):
        os.environ.pop(variable, None)
    os.environ.update(asked["environment"])
    vars(hook).update({**constants, **asked["constants"]})
    log = io.StringIO()
    with contextlib.redirect_stdout(log), contextlib.redirect_stderr(log):
        answer = getattr(hook, name)(asked["event"], Context(asked["left"]))
    print(json.dumps({"answer": answer, "log": log.getvalue(), "modules": sorted(sys.modules)}), flush=True)
"""


class Function:
    """The function in a process of its own, as Lambda has it: started once, asked again and again."""

    def __init__(self, package: Path) -> None:
        command = [sys.executable, "-I", "-S", "-c", DRIVER, str(package), HANDLER]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.modules: list[str] = []
        self.log = ""

    def __call__(
        self,
        event: Any,
        *,
        environment: Mapping[str, str] | None = None,
        left: int = 30_000,
        constants: Mapping[str, float] | None = None,
    ) -> dict[str, Any]:
        """The answer to an event, `left` milliseconds before the function's time is over."""
        asked = {"event": event, "environment": environment or {}, "left": left, "constants": constants or {}}
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(asked) + "\n")
        self.process.stdin.flush()
        said = json.loads(self.process.stdout.readline())
        self.modules, self.log = said["modules"], said["log"]
        assert "5ecret" not in json.dumps(said)
        assert "127.0.0.1" not in json.dumps(said)
        assert_may_be_sent(said["answer"])
        return dict(said["answer"])

    def end(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait()


def assert_may_be_sent(answer: Mapping[str, Any]) -> None:
    """What CloudFormation takes for an answer."""
    assert answer["hookStatus"] in ("SUCCESS", "FAILED")
    assert ("errorCode" in answer) == (answer["hookStatus"] == "FAILED")
    assert answer.get("errorCode", "NonCompliant") in ("NonCompliant", "InternalFailure")
    assert 0 < len(answer["message"]) <= 1000
    assert len(answer.get("annotations", ["one"])) in range(1, 101)
    longest = {"annotationName": 1024, "statusMessage": 16384, "remediationMessage": 16384, "remediationLink": 5120}
    for annotation in answer.get("annotations", ()):
        assert annotation["status"] in ("PASSED", "FAILED", "SKIPPED")
        assert annotation["severityLevel"] in ("LOW", "MEDIUM", "HIGH")
        assert "annotationName" in annotation
        for key in annotation.keys() - {"status", "severityLevel"}:
            assert 1 <= len(annotation[key]) <= longest[key]


class Payloads(NamedTuple):
    """The server. What is put there is `(status, headers, body)`, or a function that writes to the connection."""

    address: str
    content: dict[str, Any]
    asked: list[str]

    def put(self, payload: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> str:
        name = f"/{len(self.content)}"
        body = payload if isinstance(payload, bytes) or callable(payload) else json.dumps(payload).encode()
        self.content[name] = status, headers or {}, body
        return f"{self.address}{name}?{SECRET}"


@contextmanager
def served() -> Iterator[Payloads]:
    """A server on this machine."""
    content: dict[str, Any] = {}
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            status, headers, body = content[self.path.partition("?")[0]]
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            if callable(body):
                body(self)
            else:
                self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # Whoever has heard enough closes the connection.
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Payloads(f"http://127.0.0.1:{server.server_port}", content, asked)
    server.shutdown()


def event(
    payload: str | None, target: str = "STACK", point: str = "CREATE_PRE_PROVISION", **changed: Any
) -> dict[str, Any]:
    """A request as AWS's guide shows it."""
    return {
        "clientRequestToken": "a1b2",
        "awsAccountId": "111122223333",
        "stackId": "arn:aws:cloudformation:us-east-1:111122223333:stack/Shop/1a2b",
        "changeSetId": None,
        "hookTypeName": "Private::CfnLintCognito::Gate",
        "hookTypeVersion": "00000001",
        "hookModel": {"LambdaFunction": "arn:aws:lambda:us-east-1:111122223333:function:Gate"},
        "actionInvocationPoint": point,
        "requestData": {"targetName": target, "targetType": target, "targetLogicalId": "Shop", "payload": payload},
        "requestContext": {"invocation": 1, "callbackContext": None},
        **changed,
    }


def change(name: str, after: Any, action: str = "CREATE") -> dict[str, Any]:
    context = None if after is None else json.dumps({"Properties": after})
    return {
        "logicalResourceId": name,
        "resourceType": "AWS::Cognito::UserPoolClient",
        "action": action,
        "lineNumber": 5,
        "beforeContext": None,
        "afterContext": context,
    }
