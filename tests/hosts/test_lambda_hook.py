"""The function of the Lambda Hook, in the package that is deployed, against a server that has payloads as CloudFormation has."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from cfn_lint_cognito.engine.hosts import lambda_hook
from cfn_lint_cognito.engine.hosts.hook_answer import Settings, judged
from cfn_lint_cognito.engine.report.rule import Diagnostic
from cfn_lint_cognito.token_lifetimes._lifetime_range import LifetimeRange
from environments import release, shared
from in_turn import in_turn
from lambda_function import SECRET, Function, Payloads, change, event, served
from lambda_package import MOST_BYTES
from linting import FIXTURES, ROOT

FAILS = (FIXTURES / "token_lifetimes/e9511_access_token_lifetime/fail_plain.yaml").read_text(encoding="utf-8")
PASSES = (FIXTURES / "token_lifetimes/e9511_access_token_lifetime/pass_plain.yaml").read_text(encoding="utf-8")
CLIENT = """\
  {name}:
    Type: AWS::Cognito::UserPoolClient
    Properties: {{UserPoolId: !Ref Pool, SupportedIdentityProviders: [COGNITO], AccessTokenValidity: {hours}}}
"""
POOL = "Resources:\n  Pool: {Type: AWS::Cognito::UserPool}\n"
PARAMETER = (
    f"Parameters:\n  Hours: {{Type: Number, Default: %s}}\n{POOL}{CLIENT.format(name='Web', hours='!Ref Hours')}"
)


@pytest.fixture(scope="module")
def payloads() -> Iterator[Payloads]:
    with served() as there:
        yield there


def build(folder: Path, pack: Path) -> Path:
    made = folder / "hook.zip"
    command = [sys.executable, str(ROOT / "tools" / "lambda_package.py"), "--pack", str(pack), "--output", str(made)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return made


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the package, as Lambda unpacks it."""

    def make(folder: Path) -> None:
        with zipfile.ZipFile(build(folder, release(tmp_path_factory).wheel)) as package:
            package.extractall(folder / "task")

    return shared(tmp_path_factory, "lambda_package", make)


@pytest.fixture(scope="module")
def function(package: Path) -> Iterator[Function]:
    started = Function(package / "task")
    yield started
    started.end()


def rules(answer: Mapping[str, Any], status: str) -> list[str]:
    return [each["annotationName"] for each in answer.get("annotations", ()) if each["status"] == status]


def test_what_cognito_rejects_fails_the_stack(function: Function, payloads: Payloads) -> None:
    answer = function(event(payloads.put({"template": FAILS, "previousTemplate": ""})))
    assert (answer["hookStatus"], answer["errorCode"]) == ("FAILED", "NonCompliant")
    assert answer["clientRequestToken"] == "a1b2"
    assert answer["message"].startswith(
        "cfn-lint-cognito found 1 error. E9511 in WebClient, line 8: The access token lives 60 hours"
    )
    assert answer["message"].endswith("/docs/rules/token_lifetimes/e9511_access_token_lifetime.md")
    (annotation,) = answer["annotations"]
    assert annotation["annotationName"] == "E9511 WebClient"
    assert (annotation["status"], annotation["severityLevel"]) == ("FAILED", "HIGH")
    assert annotation["statusMessage"].startswith("The access token lives 60 hours")
    assert annotation["statusMessage"].endswith("Line 8.")
    assert annotation["remediationMessage"].startswith("Set TokenValidityUnits.AccessToken to minutes")
    assert annotation["remediationLink"].endswith("/e9511_access_token_lifetime.md")
    assert '"hookStatus": "FAILED"' in function.log


@pytest.mark.parametrize("target", ["STACK", "CHANGE_SET"])
@pytest.mark.parametrize("point", ["CREATE_PRE_PROVISION", "UPDATE_PRE_PROVISION"])
def test_what_is_right_passes(function: Function, payloads: Payloads, target: str, point: str) -> None:
    payload = {"template": PASSES, "previousTemplate": FAILS, "changedResources": [change("WebClient", None, "DELETE")]}
    answer = function(event(payloads.put(payload), target, point))
    assert answer == {
        "clientRequestToken": "a1b2",
        "hookStatus": "SUCCESS",
        "message": "cfn-lint-cognito found no mistakes.",
    }


def test_a_stack_that_is_deleted_passes_and_nothing_is_fetched(function: Function, payloads: Payloads) -> None:
    before = len(payloads.asked)
    for payload in (None, "", payloads.put({"template": FAILS})):
        assert function(event(payload, point="DELETE_PRE_PROVISION"))["hookStatus"] == "SUCCESS"
    assert len(payloads.asked) == before


def test_an_update_that_keeps_its_template_is_judged_by_it(function: Function, payloads: Payloads) -> None:
    for template in ("", None):
        answer = function(
            event(payloads.put({"template": template, "previousTemplate": FAILS}), point="UPDATE_PRE_PROVISION")
        )
        assert answer["errorCode"] == "NonCompliant"


def test_other_spellings_of_the_fields_are_understood(function: Function, payloads: Payloads) -> None:
    by_region = (FIXTURES / "token_lifetimes/e9511_access_token_lifetime/fail_mapping_by_region.yaml").read_text()
    request = event(payloads.put({"template": by_region}))
    del request["clientRequestToken"], request["stackId"], request["requestData"]["targetName"]
    request["clientRequesttoken"] = "c3d4"
    for region, status in (("eu-west-1", "FAILED"), ("us-east-1", "SUCCESS")):
        request["stackID"] = f"arn:aws:cloudformation:{region}:111122223333:stack/Shop/1a2b"
        answer = function(request)
        assert (answer["hookStatus"], answer["clientRequestToken"]) == (status, "c3d4")


@pytest.mark.parametrize(
    "text", [FAILS, json.dumps({"Resources": {"T": {"Type": "AWS::SNS::Topic"}}})], ids=["some", "none"]
)
def test_a_template_without_cognito_is_done_before_the_engine_is_imported(
    package: Path, payloads: Payloads, text: str
) -> None:
    cold = Function(package / "task")
    answer = cold(event(payloads.put({"template": text})))
    cold.end()
    has_cognito = "AWS::Cognito" in text
    assert (answer["hookStatus"] == "FAILED") == has_cognito
    imported = {name.removeprefix("cfn_lint_cognito.") for name in cold.modules if name.startswith("cfn_lint_cognito.")}
    if not has_cognito:
        assert imported == {
            "engine",
            "engine.hosts",
            "engine.hosts.lambda_hook",
            "engine.hosts.relevance",
            "engine.version",
        }
    assert ("yaml" in cold.modules) == has_cognito
    assert not [name for name in cold.modules if "cfnlint" in name]


def test_what_depends_on_parameters_fails_no_stack_and_is_told(function: Function, payloads: Payloads) -> None:
    answer = function(event(payloads.put({"template": PARAMETER % 48})))
    assert answer["hookStatus"] == "SUCCESS"
    assert answer["message"] == "cfn-lint-cognito found 1 error that depends on parameters. The annotations say more."
    (annotation,) = answer["annotations"]
    assert (annotation["annotationName"], annotation["status"]) == ("E9511 Web", "SKIPPED")
    assert "48 is the Default of parameter Hours" in annotation["statusMessage"]
    assert annotation["statusMessage"].endswith(
        "It depends on parameters that the hook is not told, so it fails no stack."
    )

    behind_condition = (FIXTURES / "token_lifetimes/e9511_access_token_lifetime/fail_behind_condition.yaml").read_text()
    answer = function(event(payloads.put({"template": behind_condition})))
    assert answer["hookStatus"] == "SUCCESS"
    assert rules(answer, "SKIPPED")
    assert "it holds when " in answer["annotations"][0]["statusMessage"]


CHANGES: list[tuple[Any, Any, str, list[str]]] = [
    (12, [change("Web", {"AccessTokenValidity": "48"})], "FAILED", []),
    (48, [change("Web", {"AccessTokenValidity": "48"}, "UPDATE")], "FAILED", []),
    (48, [change("Web", {"AccessTokenValidity": 48})], "FAILED", []),
    (48, [change("Web", {"AccessTokenValidity": "12"})], "SUCCESS", []),
    (12, [change("Web", {"AccessTokenValidity": "12"})], "SUCCESS", []),
    (48, [change("Web", None, "DELETE")], "SUCCESS", ["E9511 Web"]),
    (48, [], "SUCCESS", ["E9511 Web"]),
    (48, None, "SUCCESS", ["E9511 Web"]),
    (48, [change("Other", {"AccessTokenValidity": "12"})], "SUCCESS", ["E9511 Web"]),
    (48, [change("Web", {"AccessTokenValidity": "{{changeSet:KNOWN_AFTER_APPLY}}"})], "SUCCESS", ["E9511 Web"]),
    (48, [change("Web", {"AccessTokenValidity": "****"})], "SUCCESS", ["E9511 Web"]),
    (48, [change("Web", {"AccessTokenValidity": "twelve"})], "SUCCESS", ["E9511 Web"]),
    (48, [change("Web", {"AccessTokenValidity": ["12"]})], "SUCCESS", ["E9511 Web"]),
    (48, [change("Web", {"AccessTokenValidity": None})], "SUCCESS", ["E9511 Web"]),
    (48, [change("Web", {"AccessTokenValidity": n}) for n in ("12", "24")], "SUCCESS", ["E9511 Web"]),
    (48, [{"logicalResourceId": "Web", "afterContext": "{no JSON"}], "SUCCESS", ["E9511 Web"]),
    (48, [{"logicalResourceId": "Web", "afterContext": "[]"}, None, 5, {}], "SUCCESS", ["E9511 Web"]),
    (48, [{"logicalResourceId": "Web", "afterContext": '{"Properties": []}'}], "SUCCESS", ["E9511 Web"]),
    (48, {"Web": {}}, "SUCCESS", ["E9511 Web"]),
]


@in_turn(("default", "changes", "status", "told"), CHANGES)
def test_a_change_set_shows_parameters(
    function: Function, payloads: Payloads, default: Any, changes: Any, status: str, told: list[str]
) -> None:
    payload = {"template": PARAMETER % default, "changedResources": changes}
    arn = "arn:aws:cloudformation:us-east-1:111122223333:changeSet/Deploy/1a2b"
    answer = function(event(payloads.put(payload), "CHANGE_SET", changeSetId=arn))
    assert (answer["hookStatus"], rules(answer, "SKIPPED")) == (status, told)
    if status == "FAILED":
        assert "48 is the value given for parameter Hours" in answer["message"]


WARNS = POOL + CLIENT.format(name="Web", hours="12, EnableTokenRevocation: false")
BOTH = WARNS.replace("12", "48")
SETTINGS: list[tuple[str, dict[str, str], list[str], list[str]]] = [
    (BOTH, {}, ["E9511 Web", "W9592 Web"], ["FAILED"]),
    (WARNS, {}, ["W9592 Web"], ["SUCCESS"]),
    (WARNS, {"CFN_LINT_COGNITO_LEVEL": "error"}, ["W9592 Web"], ["SUCCESS"]),
    (WARNS, {"CFN_LINT_COGNITO_LEVEL": " Warning "}, ["W9592 Web"], ["FAILED"]),
    (BOTH, {"CFN_LINT_COGNITO_IGNORE": "E9511"}, ["W9592 Web"], ["SUCCESS"]),
    (BOTH, {"CFN_LINT_COGNITO_IGNORE": "E951, W9592"}, [], ["SUCCESS"]),
    (BOTH, {"CFN_LINT_COGNITO_IGNORE": "W", "CFN_LINT_COGNITO_LEVEL": "warning"}, ["E9511 Web"], ["FAILED"]),
    (BOTH, {"CFN_LINT_COGNITO_IGNORE": ""}, ["E9511 Web", "W9592 Web"], ["FAILED"]),
    (BOTH, {"CFN_LINT_COGNITO_LEVEL": "info"}, [], ["FAILED", "the level info is unknown. It is error or warning"]),
    (BOTH, {"CFN_LINT_COGNITO_IGNORE": "E9510"}, [], ["FAILED", "there is no rule E9510 to ignore"]),
    (BOTH, {"CFN_LINT_COGNITO_IGNORE": "e9511"}, [], ["FAILED", "there is no rule e9511 to ignore"]),
]


@in_turn(("template", "environment", "found", "answered"), SETTINGS)
def test_settings(
    function: Function,
    payloads: Payloads,
    template: str,
    environment: dict[str, str],
    found: list[str],
    answered: list[str],
) -> None:
    answer = function(event(payloads.put({"template": template})), environment=environment)
    status, *words = answered
    assert answer["hookStatus"] == status
    assert rules(answer, "FAILED") == found
    assert all(word in answer["message"].lower() for word in map(str.lower, words))
    assert (answer.get("errorCode") == "InternalFailure") == bool(words)


def test_metadata_of_the_template_and_of_a_resource_leaves_rules_out(function: Function, payloads: Payloads) -> None:
    ignored = "Metadata: {cfn-lint: {config: {ignore_checks: [E9511]}}}"
    for template in (f"{ignored}\n{BOTH}", BOTH.replace("    Properties:", f"    {ignored}\n    Properties:")):
        answer = function(event(payloads.put({"template": template})))
        assert (answer["hookStatus"], rules(answer, "FAILED")) == ("SUCCESS", ["W9592 Web"])


def test_many_findings_fit_into_what_people_see(function: Function, payloads: Payloads) -> None:
    clients = "".join(CLIENT.format(name=f"Client{number}", hours=48) for number in range(150))
    answer = function(event(payloads.put({"template": POOL + clients})))
    assert answer["message"].startswith(
        "cfn-lint-cognito found 150 errors. E9511 in Client0, line 5: The access token lives"
    )
    assert answer["message"].count("E9511 in") == 5
    assert answer["message"].endswith("And 145 more, in the annotations.")
    assert len(answer["annotations"]) == 100


def trickle(handler: BaseHTTPRequestHandler) -> None:
    for _ in range(40):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.1)


def too_short(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(json.dumps({"template": FAILS}).encode())


FAILURES: dict[str, tuple[Callable[[Payloads], Any], str]] = {
    "forbidden": (lambda at: at.put({"template": FAILS}, 403), "could not be fetched (HTTP status 403)"),
    "missing": (lambda at: at.put({}, 404), "could not be fetched (HTTP status 404)"),
    "nobody there": (lambda _: f"http://127.0.0.1:9/x?{SECRET}", "could not be fetched (URLError)"),
    "no TLS": (lambda at: at.put({}).replace("http", "https"), "could not be fetched (URLError)"),
    "too short": (lambda at: at.put(too_short, headers={"Content-Length": "99999"}), "the payload ended too early"),
    "too slow": (lambda at: at.put(trickle), "the payload took more than 0.5 seconds"),
    "too large": (lambda at: at.put(b" " * 300_000), "the payload is larger than"),
    "no JSON": (lambda at: at.put(f"<{SECRET}>".encode()), "the payload is no JSON"),
    "nested JSON": (lambda at: at.put(b"[" * 100_000), "the payload is no JSON"),
    "no object": (lambda at: at.put([]), "the payload is no JSON object"),
    "no template": (lambda at: at.put({"template": ""}), "the payload has no template"),
    "no text": (lambda at: at.put({"template": {"Resources": {}}}), "the payload has no template"),
    "no YAML": (
        lambda at: at.put({"template": f"{FAILS}a: b: c"}),
        "cannot be read (line 9, column 5): mapping values",
    ),
    "twice": (lambda at: at.put({"template": f"{FAILS}Resources: {{}}"}), "the key 'Resources' is on line"),
    "no mapping": (lambda at: at.put({"template": "- AWS::Cognito::UserPool"}), "This is no template (line 1)"),
    "redirected": (lambda at: at.put({}, 307, {"Location": f"http://example.com/?{SECRET}"}), "to be fetched by HTTPS"),
    "to a file": (
        lambda at: at.put({}, 302, {"Location": "file:///etc/passwd"}),
        "could not be fetched (HTTP status 302)",
    ),
    "HTTP": (lambda _: f"http://example.com/x?{SECRET}", "the payload is to be fetched by HTTPS"),
    "like a loopback": (lambda _: f"http://127.0.0.1.example.com/x?{SECRET}", "the payload is to be fetched by HTTPS"),
    "FTP": (lambda _: f"ftp://example.com/x?{SECRET}", "the payload is to be fetched by HTTPS"),
    "a file": (lambda _: "file:///etc/passwd", "the request has no address of a payload"),
    "no address": (lambda _: None, "the request has no address of a payload"),
    "odd address": (lambda _: "https://[::1/x", "the request has no address of a payload"),
    "a number": (lambda _: 5, "the request has no address of a payload"),
}


@in_turn("failure", FAILURES)
def test_what_cannot_be_judged_is_said_without_the_address(
    function: Function, payloads: Payloads, failure: str
) -> None:
    address, words = FAILURES[failure]
    answer = function(event(address(payloads)), constants={"MOST_BYTES": 200_000, "MOST_SECONDS": 0.5})
    assert (answer["hookStatus"], answer["errorCode"]) == ("FAILED", "InternalFailure")
    assert answer["message"].startswith("cfn-lint-cognito could not judge this. ")
    assert words.lower() in answer["message"].lower()
    assert answer["clientRequestToken"] == "a1b2"


def test_a_redirection_to_a_safe_address_is_followed(function: Function, payloads: Payloads) -> None:
    address = payloads.put({}, 307, {"Location": payloads.put({"template": FAILS})})
    assert function(event(address))["errorCode"] == "NonCompliant"


@in_turn(
    ("request_", "words"),
    [
        (None, "no requestData"),
        ([], "no requestData"),
        ({}, "no requestData"),
        ({"requestData": "x"}, "no requestData"),
        ({"requestData": {}}, "it judges STACK and CHANGE_SET, not None"),
        (
            event("https://example.com", "AWS::Cognito::UserPool"),
            "not AWS::Cognito::UserPool. Correct the TargetOperations",
        ),
    ],
)
def test_odd_requests_are_failures_of_the_hook(function: Function, request_: Any, words: str) -> None:
    answer = function(request_)
    assert answer["errorCode"] == "InternalFailure"
    assert words.lower() in answer["message"].lower()


@pytest.mark.parametrize("left", [1, 1_400, 2_000])
def test_an_answer_comes_before_the_time_is_over(function: Function, payloads: Payloads, left: int) -> None:
    began = time.monotonic()
    answer = function(event(payloads.put(trickle)), left=left)
    assert time.monotonic() - began < 1.5
    assert answer["errorCode"] == "InternalFailure"
    assert "The time of the function ran out" in answer["message"]


def test_a_template_that_takes_too_long_is_a_failure_of_the_hook(function: Function, payloads: Payloads) -> None:
    clients = "".join(CLIENT.format(name=f"Client{number}", hours=48) for number in range(3000))
    answer = function(event(payloads.put({"template": POOL + clients})), left=2_000)
    assert "The time of the function ran out" in answer["message"]
    assert function(event(payloads.put({"template": FAILS})))["errorCode"] == "NonCompliant"


def test_the_package_is_small_and_holds_nothing_else(
    package: Path, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    made = package / "hook.zip"
    assert made.stat().st_size < MOST_BYTES
    assert made.read_bytes() == build(tmp_path, release(tmp_path_factory).wheel).read_bytes()
    with zipfile.ZipFile(made) as content:
        names = content.namelist()
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"cfn_lint_cognito", "yaml", "_yaml"}
    assert len(tops) == 5
    assert not [name for name in names if "/pages/" in name or name.endswith("cdk.py")]
    sources = {name for name in names if name.endswith(".py")}
    compiled = {
        name.replace("__pycache__/", "").partition(".cpython")[0] + ".py" for name in names if name.endswith(".pyc")
    }
    assert compiled == sources


def test_an_exception_is_told_by_its_name_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(address: str) -> bytes:
        raise RuntimeError(address)

    monkeypatch.setattr(lambda_hook, "fetched", broken)
    answer = lambda_hook.handler(event(f"https://example.com/?{SECRET}"), None)
    assert answer["message"] == "cfn-lint-cognito could not judge this. It failed (RuntimeError). Its log has more."
    log = capsys.readouterr().out
    assert "in broken" in log
    assert SECRET not in log


def test_a_rule_that_raises_fails_no_stack_and_hides_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: LifetimeRange, diagnostic: Diagnostic) -> str:
        raise RuntimeError("a mistake in the rule")

    monkeypatch.setattr(LifetimeRange, "message", broken)
    for levels, status in ((("error",), "SUCCESS"), (("error", "warning"), "FAILED")):
        answer = judged(BOTH, (), "us-east-1", Settings(levels, ())).answer()
        assert (answer["hookStatus"], rules(answer, "FAILED")) == (status, ["W9592 Web"])
        assert rules(answer, "SKIPPED") == ["E9511"]
        assert "1 rule that failed" in answer["message"]
