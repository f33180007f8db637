"""What SECURITY.md promises: work in proportion to the template, its text left as it is, nothing else opened or started.

Each promise is tried in a process of its own, which is ended when it takes too long.
"""

from __future__ import annotations

import cProfile
import importlib
import json
import multiprocessing
import re
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeVar, cast

import cfnlint.template
import pytest
from cfnlint.rules import Rules
from linting import ROOT, lint

pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded, use of fork:DeprecationWarning")
"""The other thread is xdist's, which a fork leaves alone."""
Result = TypeVar("Result")
HERE = Path(__file__).parent
PROCESSES = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
"""A fork has read cfn-lint already, which takes two seconds."""
PACK = Rules.create_from_module("cfn_lint_cognito")
LENGTH = 100_000
SECONDS = 300
SEEDS = (
    "a",
    "A",
    "0",
    ".",
    ":",
    "/",
    "#",
    "?",
    "@",
    "[",
    "-",
    "%",
    " ",
    "\t",
    "\n",
    "$",
    "${",
    "${ ",
    "${A",
    "${A.",
    "${A.ClientSecret",
    "${!A}",
    "${AWS::Region}",
    "}",
    "{",
    "{{resolve:",
    "a.",
    ".a",
    "A.",
    "a/",
    "//",
    "a:",
    "a@",
    "+",
    "\\u0041",
    "\\",
    "ALLOW_",
    "custom:",
    "dev:",
    ".localhost",
    "cognito",
    "\ue000",
    "a\ue000",
    ".a\ue000",
    "é",
    "İ",
    "\U0001f600",
    "a|",
)
BEGINNINGS = ("", "https://", "https://a.b.", "https://${Stage}", "${ ", "custom:")
ENDS = ("", ".", "\n", "\ue000", "}", "${Stage}")


def nasty(length: int) -> Iterator[str]:
    """Long texts of the shapes on which patterns that try every way to match would not come to an end."""
    for seed in SEEDS:
        body = seed * (length // len(seed))
        for beginning in BEGINNINGS:
            for end in ENDS:
                yield f"{beginning}{body}{end}"


def template_of(text: str) -> dict[str, Any]:
    """A template that has a text in every place from which the pack reads one."""
    in_sub = {"Fn::Sub": text}
    in_join = {"Fn::Join": ["", [text, {"Ref": "Unknown"}]]}
    values = [text, in_sub, in_join, {"Ref": "Given"}, {"Fn::Select": [0, {"Fn::Split": ["|", text]}]}]
    client = {
        "UserPoolId": {"Ref": "Pool"},
        "ClientName": text,
        "AllowedOAuthFlowsUserPoolClient": True,
        "AllowedOAuthFlows": ["code"],
        "AllowedOAuthScopes": values,
        "CallbackURLs": values,
        "LogoutURLs": values,
        "DefaultRedirectURI": text,
        "SupportedIdentityProviders": values,
        "ExplicitAuthFlows": values,
        "ReadAttributes": values,
        "WriteAttributes": values,
        "AccessTokenValidity": text,
        "IdTokenValidity": in_sub,
        "TokenValidityUnits": {"AccessToken": text},
        "GenerateSecret": text,
    }
    split = {"Fn::Split": ["|", text]}
    resources: dict[str, Any] = {
        "Web": {"Type": "AWS::Cognito::UserPoolClient", "Properties": client, "Metadata": {"aws:cdk:path": text}},
        "Split": {
            "Type": "AWS::Cognito::UserPoolClient",
            "Properties": {**client, "CallbackURLs": split, "AllowedOAuthScopes": split, "WriteAttributes": split},
        },
        "Elsewhere": {"Type": "AWS::Cognito::UserPoolClient", "Properties": {**client, "UserPoolId": text}},
        "Pool": {
            "Type": "AWS::Cognito::UserPool",
            "Properties": {"Schema": [{"Name": text, "AttributeDataType": "String"}], "UserPoolTier": text},
        },
        "Api": {
            "Type": "AWS::Cognito::UserPoolResourceServer",
            "Properties": {
                "UserPoolId": {"Ref": "Pool"},
                "Identifier": text,
                "Name": text,
                "Scopes": [{"ScopeName": text, "ScopeDescription": text}],
            },
        },
        "Provider": {
            "Type": "AWS::Cognito::UserPoolIdentityProvider",
            "Properties": {
                "UserPoolId": {"Ref": "Pool"},
                "ProviderName": text,
                "ProviderType": "OIDC",
                "AttributeMapping": {text: text},
            },
        },
        "Balancer": {"Type": "AWS::ElasticLoadBalancingV2::LoadBalancer", "Properties": {"Name": text}},
        "Function": {
            "Type": "AWS::Lambda::Function",
            "Properties": {"Environment": {"Variables": {"A": text, "B": in_sub, "C": {"Fn::GetAtt": [text, text]}}}},
        },
    }
    return {
        "Parameters": {"Given": {"Type": "String", "Default": text}, "Unknown": {"Type": "String"}},
        "Mappings": {"Map": {"Key": {"Value": text}}},
        "Conditions": {"Equal": {"Fn::Equals": [text, {"Ref": "Unknown"}]}},
        "Resources": resources,
        "Outputs": {"Secret": {"Value": in_sub}},
    }


def within_time(promise: Callable[[], Result]) -> Result:
    """What a function returns that ends within the time it has, in a process of its own."""
    receiver, sender = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=_answer, args=(sender, promise), daemon=True)
    process.start()
    sender.close()
    try:
        if not receiver.poll(SECONDS):
            pytest.fail(f"not done after {SECONDS} seconds")
        failed, result = receiver.recv()
    finally:
        process.kill()
        process.join()
    if failed:
        pytest.fail(failed, pytrace=False)
    return cast(Result, result)


def _answer(sender: Connection, promise: Callable[[], Any]) -> None:
    try:
        answer = None, promise()
    except BaseException:
        answer = traceback.format_exc(), None
    sender.send(answer)


def pack_patterns() -> Iterator[tuple[str, re.Pattern[Any], str]]:
    """Each pattern of the pack, where it is, and the name of a method that is called on it."""
    for file in [*sorted((ROOT / "rules").rglob("*.py")), *sorted((ROOT / "engine").rglob("*.py"))]:
        text = file.read_text(encoding="utf-8")
        within = ROOT / "rules" if file.is_relative_to(ROOT / "rules") else ROOT
        parts = file.relative_to(within).with_suffix("").parts
        if "re.compile" in text:
            module = importlib.import_module(".".join(("cfn_lint_cognito", *parts)))
            for name, pattern in vars(module).items():
                if isinstance(pattern, re.Pattern):
                    used = set(re.findall(rf"\b{name}\.(match|fullmatch|search|finditer|sub|findall|split)\(", text))
                    assert used, (file, name)
                    yield from ((f"{file.name} {name}", pattern, how) for how in sorted(used))
    for file in sorted((ROOT / "schemas").rglob("*.json")):
        for of_schema in schema_patterns(json.loads(file.read_text(encoding="utf-8"))):
            if isinstance(of_schema, str):
                yield file.name, re.compile(of_schema), "search"


def schema_patterns(schema: Any) -> Iterator[Any]:
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key == "pattern":
                yield value
            yield from schema_patterns(value)
    elif isinstance(schema, list):
        for item in schema:
            yield from schema_patterns(item)


def try_patterns() -> int:
    """How many patterns were tried."""
    uses = list(pack_patterns())
    texts = list(nasty(LENGTH // 8))
    encoded = [text.encode() for text in texts]
    for where, pattern, how in uses:
        print(where, how, flush=True)
        slowest = 0.0
        for text in encoded if isinstance(pattern.pattern, bytes) else texts:
            before = time.process_time()
            found = getattr(pattern, how)(*((lambda match: match[0],) if how == "sub" else ()), text)
            for _ in found if how == "finditer" else ():
                pass
            slowest = max(slowest, time.process_time() - before)
        assert slowest < 0.1, (where, how, slowest)
    return len(uses)


def test_every_pattern_is_done_with_a_long_text_at_once() -> None:
    """With 12 KB in a tenth of a second: one that tries each beginning with each end takes more than a second."""
    assert within_time(try_patterns) > 10


def lint_read(template: cfnlint.template.Template) -> int:
    """How many findings the rules of the pack have."""
    return sum(len(list(rule.match(template))) for rule in PACK.values())


def read(document: dict[str, Any]) -> cfnlint.template.Template:
    return cfnlint.template.Template("template.json", document, ["us-east-1"])


def work(document: dict[str, Any]) -> int:
    """How often anything is called. What cfn-lint does to read a template is its own affair."""
    template, profile = read(document), cProfile.Profile(subcalls=False)
    profile.runcall(lint_read, template)
    return sum(entry.callcount for entry in profile.getstats())


def template_with(seed: str, length: int, number: int) -> dict[str, Any]:
    text = BEGINNINGS[number % len(BEGINNINGS)] + seed * (length // len(seed)) + ENDS[number % len(ENDS)]
    return template_of(text)


def count_calls() -> None:
    assert len(PACK) > 40, PACK
    for number, seed in enumerate(SEEDS):
        print(repr(seed), flush=True)
        once, twice = (work(template_with(seed, length, number)) for length in (LENGTH // 100, LENGTH // 50))
        assert twice < 2.5 * once, (seed, number, once, twice)


def lint_long_texts() -> None:
    for number, seed in enumerate(SEEDS):
        print(repr(seed), flush=True)
        if number % 4 == 1 and seed not in (
            "a|",
            "${!A}",
            "${AWS::Region}",
        ):  # Not those that make thousands of values of one.
            assert lint_read(read(template_with(seed, LENGTH, number))), seed


def test_twice_the_text_is_at_most_twice_the_work() -> None:
    """Work is counted in calls, which are the same on every machine."""
    within_time(count_calls)


def doubling(depth: int) -> dict[str, Any]:
    """A template whose functions make a text of two of the next, again and again."""
    nested: Any = "a"
    for _ in range(depth):
        nested = {"Fn::Sub": ["${x}${x}", {"x": nested}]}
    chain = {
        f"P{index}": {
            "Type": "AWS::Cognito::UserPoolIdentityProvider",
            "Properties": {
                "UserPoolId": {"Ref": "Pool"},
                "ProviderName": {"Fn::Join": ["", [{"Ref": f"P{index + 1}"}, {"Ref": f"P{index + 1}"}]]},
                "ProviderType": "OIDC",
            },
        }
        for index in range(depth)
    }
    template = template_of("a")
    template["Resources"]["Web"]["Properties"].update(
        {"CallbackURLs": [nested], "SupportedIdentityProviders": [nested, {"Ref": "P0"}]}
    )
    template["Resources"].update(chain)
    return template


def count_calls_of_doubling() -> None:
    once, twice = (work(doubling(depth)) for depth in (20, 40))
    assert twice < 4 * once, (once, twice)


def test_functions_that_double_a_text_again_and_again_come_to_an_end() -> None:
    within_time(count_calls_of_doubling)


def test_100_kb_in_every_place_come_to_an_end() -> None:
    within_time(lint_long_texts)


@pytest.mark.parametrize("text", ["{0.__class__}", "{}", "{value!r}", "%s", "%(value)s%n", "$HOME", "`id`", "{{7*7}}"])
def test_text_of_a_template_comes_out_unharmed(text: str, tmp_path: Path) -> None:
    template = tmp_path / "template.json"
    template.write_text(json.dumps(template_of(text)))
    ours = [finding.message for finding in lint([template])[template] if "95" in finding.rule]
    assert any(text in message for message in ours)
    for shape in ("<class", "49", str(Path.home())):
        assert not any(shape in message for message in ours)


AUDIT = """
import functools, os, pathlib, sys
seen, phase = [], "load"
FOLDERS = tuple(str(pathlib.Path(sys.argv[1], name).resolve()) + os.sep for name in ("rules", "engine"))
HARMFUL = ("socket.", "subprocess.", "os.system", "os.exec", "os.spawn", "os.posix_spawn", "os.fork", "os.remove",
    "os.rename", "os.mkdir", "os.rmdir", "os.putenv", "os.chmod", "shutil.", "tempfile.", "urllib.", "http.", "ftplib.",
    "smtplib.", "ctypes.", "webbrowser.", "pty.", "sqlite3.", "marshal.load", "pickle.")


@functools.cache
def real(file):
    return os.path.realpath(file)


def ours():
    frame = sys._getframe(2)
    while frame is not None:
        if real(frame.f_code.co_filename).startswith(FOLDERS):
            return True
        frame = frame.f_back
    return False


def hook(event, arguments):
    looked_at = event in ("open", "exec", "compile", "import") or event.startswith(HARMFUL)
    if looked_at and ours():
        seen.append((phase, event, str(arguments[0]), str(arguments[1]) if event == "open" else ""))


sys.addaudithook(hook)
sys.path[:0] = [".", "../support"]
from linting import lint
templates = [pathlib.Path(name) for name in sys.argv[2:]]
lint(templates)  # Imports are made when they are first needed.
phase = "lint"
found = {finding.rule for findings in lint(templates).values() for finding in findings}
phase = "done"
import json
print(json.dumps({"found": sorted(found), "seen": seen}))
"""


def test_nothing_is_opened_but_schemas_and_nothing_is_started(tmp_path: Path) -> None:
    template = tmp_path / "template.json"
    template.write_text(json.dumps(template_of("https://example.com/{{resolve:ssm:/a}}/../../etc/passwd")))
    fixtures = sorted(ROOT.glob("fixtures/*/*/fail_plain.yaml"))
    done = subprocess.run(
        [sys.executable, "-B", "-c", AUDIT, ROOT, template, *fixtures],
        cwd=HERE,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    said = json.loads(done.stdout)
    assert len([rule for rule in said["found"] if "95" in rule]) > 40
    installation = [Path(sys.prefix), Path(sys.base_prefix), *map(Path, sys.path)]
    assert any(event == "open" for _, event, _, _ in said["seen"])
    for phase, event, what, how in said["seen"]:
        if event == "open" and Path(what).is_relative_to(ROOT / "schemas"):
            assert how in ("r", "rb"), what
        else:
            # marshal.loads is how Python reads a module that is compiled already.
            assert event in ("open", "exec", "compile", "import", "marshal.loads"), (phase, event, what)
            assert phase == "load", (phase, event, what)
            if event == "open":
                assert any(
                    Path(what).is_relative_to(folder) for folder in [ROOT / "rules", ROOT / "engine", *installation]
                ), what
                assert how in ("r", "rb"), what
