"""CloudFormation's Lambda Hook as a host: a function that CloudFormation asks before it touches a stack.

It gets an event, fetches the template that the event points at, and answers whether the stack may be deployed. AWS's guide
describes both, "CloudFormation Hooks User Guide", "Lambda Hooks". Targets are STACK and CHANGE_SET; a stack that is deleted
has no template and passes.

A stack is stopped only by what is certain. The event names no parameters, and a Default may be overridden: a finding that
holds for some values of parameters is told and stops nobody.

Most templates have nothing of Cognito, so the engine is imported once there is something to judge.
"""

from __future__ import annotations

import json
import os
import signal
import threading
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, NamedTuple, NoReturn
from urllib.parse import urlsplit

from cfn_lint_cognito.engine.hosts.relevance import may_name_cognito

if TYPE_CHECKING:
    from cfn_lint_cognito.engine.hosts.hook_answer import Verdict

LEVEL: Final = "CFN_LINT_COGNITO_LEVEL"
"""The environment variable that says what stops a stack: "error", or "warning" for warnings, too."""
IGNORE: Final = "CFN_LINT_COGNITO_IGNORE"
"""The environment variable with the IDs of rules that are left out, or how they begin: "E9511,W96"."""
MOST_BYTES: Final = 16 * 1024 * 1024
"""The largest payload. A template has 1 MB at most, and the payload has two, or one and what it makes of the resources."""
MOST_SECONDS: Final = 10.0
"""How long the payload may take."""
_MARGIN: Final = 1.5
"""How many seconds before the end of its time the function answers."""
_SOME_SECONDS: Final = 25.0
_LOOPBACK: Final = ("127.0.0.1", "::1", "localhost")
_CHUNK: Final = 64 * 1024
_STACK: Final = "STACK"
_CHANGE_SET: Final = "CHANGE_SET"
_DELETE: Final = "DELETE_PRE_PROVISION"


class HookError(Exception):
    """The hook could not judge. The text is a sentence for whoever deploys, without the payload's address."""


class _OutOfTimeError(BaseException):
    """Not an Exception, so that no rule's failure is made of it."""


class Payload(NamedTuple):
    """A template as its text, and the changes of the resources where a change set shows them."""

    template: str
    changes: tuple[Any, ...]


def handler(event: Any, context: Any) -> dict[str, Any]:
    """The answer to CloudFormation: `hookStatus`, `message`, `annotations`. It never raises."""
    request = event if isinstance(event, dict) else {}
    answer: dict[str, Any] = {
        "clientRequestToken": request.get("clientRequestToken", request.get("clientRequesttoken"))
    }
    try:
        with _alarm(_seconds_left(context) - _MARGIN):
            answer.update(_answer(request))
    except HookError as error:
        answer.update(_failure(str(error)))
    except _OutOfTimeError:
        answer.update(_failure("the time of the function ran out. Give it more memory, which is also more processor"))
    except Exception as error:
        # The text of the exception is not logged: it may have the payload's address in it.
        print("".join(traceback.format_tb(error.__traceback__)), type(error).__name__, sep="", flush=True)
        answer.update(_failure(f"it failed ({type(error).__name__}). Its log has more"))
    print(json.dumps({key: answer.get(key) for key in ("hookStatus", "errorCode", "message")}), flush=True)
    return answer


def _failure(reason: str) -> dict[str, Any]:
    return {
        "hookStatus": "FAILED",
        "errorCode": "InternalFailure",
        "message": f"cfn-lint-cognito could not judge this. {reason[:1].upper()}{reason[1:]}.",
    }


def _answer(request: Mapping[str, Any]) -> dict[str, Any]:
    data = request.get("requestData")
    if not isinstance(data, dict):
        raise HookError("the request has no requestData")
    target = data.get("targetName") or data.get("targetType")
    if target not in (_STACK, _CHANGE_SET):
        raise HookError(f"it judges STACK and CHANGE_SET, not {target}. Correct the TargetOperations of the hook")
    if request.get("actionInvocationPoint") == _DELETE:
        return {"hookStatus": "SUCCESS", "message": "A stack that is deleted is not judged."}
    payload = _read(fetched(data.get("payload")))
    if not may_name_cognito(payload.template.encode(errors="surrogatepass")):
        return {"hookStatus": "SUCCESS", "message": "The template has nothing of Amazon Cognito."}
    return _verdict(request, payload).answer()


def _verdict(request: Mapping[str, Any], payload: Payload) -> Verdict:
    from cfn_lint_cognito.engine.hosts.hook_answer import SettingsError, judged, settings

    try:
        chosen = settings(os.environ.get(LEVEL, ""), os.environ.get(IGNORE, ""))
    except SettingsError as error:
        raise HookError(str(error)) from None
    try:
        return judged(payload.template, payload.changes, _region(request), chosen)
    except ValueError as error:
        raise HookError(str(error)) from None


def _region(request: Mapping[str, Any]) -> str | None:
    """The region of the stack, by its ARN: arn:aws:cloudformation:eu-west-1:111122223333:stack/..."""
    for key in ("stackId", "stackID", "changeSetId"):
        fields = str(request.get(key) or "").split(":")
        if len(fields) > 3 and fields[0] == "arn" and fields[3]:
            return fields[3]
    return os.environ.get("AWS_REGION")


def _read(body: bytes) -> Payload:
    try:
        payload = json.loads(body)
    except (ValueError, RecursionError):
        raise HookError("the payload is no JSON") from None
    if not isinstance(payload, dict):
        raise HookError("the payload is no JSON object")
    template = payload.get("template") or payload.get("previousTemplate")  # An update may keep the template.
    if not isinstance(template, str):
        raise HookError("the payload has no template")
    changes = payload.get("changedResources")
    return Payload(template, tuple(changes) if isinstance(changes, list) else ())


def fetched(address: Any) -> bytes:
    """The body at an HTTPS address. HookError where there is none, where it is larger than 16 MB, or takes too long.

    An address of this machine may be a plain HTTP one.
    """
    import time
    from http.client import HTTPException
    from urllib.error import HTTPError
    from urllib.request import HTTPRedirectHandler, Request, build_opener

    class _Redirects(HTTPRedirectHandler):
        def redirect_request(self, request: Request, body: Any, code: int, *further: Any) -> Request | None:
            _refuse_unless_safe(further[-1])
            return super().redirect_request(request, body, code, *further)

    _refuse_unless_safe(address)
    until = time.monotonic() + MOST_SECONDS
    body = bytearray()
    try:
        with build_opener(_Redirects).open(address, timeout=MOST_SECONDS) as response:
            while chunk := response.read1(_CHUNK):
                body += chunk
                if len(body) > MOST_BYTES:
                    raise HookError(f"the payload is larger than {MOST_BYTES // 1024 // 1024} MB")
                if time.monotonic() > until:
                    raise HookError(f"the payload took more than {MOST_SECONDS:g} seconds")
            if response.length:
                raise HookError("the payload ended too early")
    except HTTPError as error:
        raise HookError(f"the payload could not be fetched (HTTP status {error.code})") from None
    except (HTTPException, OSError, ValueError) as error:
        raise HookError(f"the payload could not be fetched ({type(error).__name__})") from None
    return bytes(body)


def _refuse_unless_safe(address: Any) -> None:
    try:
        parts = urlsplit(address) if isinstance(address, str) else urlsplit("")
        scheme, host = parts.scheme, parts.hostname
    except ValueError:
        scheme, host = "", None
    if not host:
        raise HookError("the request has no address of a payload")
    if scheme != "https" and not (scheme == "http" and host in _LOOPBACK):
        raise HookError("the payload is to be fetched by HTTPS")


def _seconds_left(context: Any) -> float:
    left = getattr(context, "get_remaining_time_in_millis", None)
    return _SOME_SECONDS if left is None else left() / 1000


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """Raises _OutOfTimeError in here after some seconds. Lambda calls the function in the main thread, which alone may do so."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def ring(*_: Any) -> NoReturn:
        raise _OutOfTimeError

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, max(seconds, 0.001))
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
