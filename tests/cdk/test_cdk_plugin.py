"""Inside `cdk synth`: what the plugin tells the CDK, with the real library.

It starts one Node.js, and the tests share what is synthesized. They run with the older doors of the CDK, too (nox).
"""

from __future__ import annotations

import importlib
import json
import os
import re
import runpy
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import aws_cdk
import pytest
from aws_cdk import App, Aws, CfnMapping, Environment, NestedStack, SecretValue, Stack, Stage, Token
from aws_cdk.aws_cognito import (
    CfnUserPoolClient,
    OAuthFlows,
    OAuthScope,
    OAuthSettings,
    ResourceServerScope,
    UserPool,
    UserPoolClient,
    UserPoolClientIdentityProvider,
    UserPoolIdentityProviderGoogle,
)
from cfn_lint_cognito.cdk import CognitoAppClients
from cfn_lint_cognito.engine.hosts import cdk as host
from cfn_lint_cognito.engine.hosts.assembly_findings import findings_in
from cfn_lint_cognito.engine.hosts.cloud_assembly import assembly_in
from cfn_lint_cognito.engine.report import findings
from cfnlint.config import ConfigMixIn
from cfnlint.runner import Runner

pytestmark = pytest.mark.cdk

ROOT = Path(__file__).resolve().parents[2]
HAS_VALIDATIONS = hasattr(aws_cdk, "Validations")
newer = pytest.mark.skipif(not HAS_VALIDATIONS, reason="this aws-cdk-lib has no Validations")
UNITS = CfnUserPoolClient.TokenValidityUnitsProperty
CALLBACK = "https://app.example.com/callback"
READ = ResourceServerScope(scope_name="read", scope_description="Read orders")
GOOGLE = [UserPoolClientIdentityProvider.GOOGLE]


class Found(NamedTuple):
    rule: str
    level: str
    construct: str
    template: str
    resource: str
    rule_path: str
    message: str
    fix: str
    page: str


class Synthesized(NamedTuple):
    """What came of a synthesis. `raised` is the exception in Python, which older versions leave out."""

    folder: Path
    found: list[Found]
    is_failure: bool
    raised: str

    def rules(self, construct: str = "") -> list[str]:
        return sorted(found.rule for found in self.found if found.construct.startswith(construct))


def synthesize(folder: Path, build: Callable[[App], object], plugin: CognitoAppClients | None = None) -> Synthesized:
    plugin = plugin or CognitoAppClients()
    context = {"aws:cdk:enable-path-metadata": True, "@aws-cdk/core:validationReportJson": True}
    beta: Any = {} if HAS_VALIDATIONS else {"policy_validation_beta1": [plugin]}
    app = App(outdir=str(folder), analytics_reporting=False, context=context, **beta)
    if HAS_VALIDATIONS:
        aws_cdk.Validations.of(app).add_plugins(plugin)
    build(app)
    raised = ""
    try:
        app.synth()
    except RuntimeError as error:
        raised = str(error)
    report = folder / "policy-validation-report.json"
    reports = json.loads(report.read_text())["pluginReports"] if report.exists() else []
    ours = [each for each in reports if each["summary"]["pluginName"] == "cfn-lint-cognito"]
    found = [_found(violation) for each in ours for violation in each["violations"]]
    return Synthesized(folder, found, any(each["summary"]["status"].lower() == "failure" for each in ours), raised)


def _found(violation: Mapping[str, Any]) -> Found:
    construct = (violation["violatingConstructs"] or [{}])[0]
    fix, _, page = violation["fix"].rpartition(" ")
    return Found(
        violation["ruleName"],
        violation["severity"],
        construct.get("constructPath") or "",
        Path(construct.get("templatePath", "")).name,
        construct.get("resourceLogicalId", ""),
        (construct.get("locations") or [""])[0],
        violation["description"],
        fix,
        page,
    )


def sign_in(**settings: Any) -> OAuthSettings:
    right = {"flows": OAuthFlows(authorization_code_grant=True), "scopes": [OAuthScope.OPENID]}
    return OAuthSettings(**{**right, "callback_urls": [CALLBACK], **settings})


def plain(stack: Stack, name: str, **properties: Any) -> CfnUserPoolClient:
    return CfnUserPoolClient(
        stack, name, user_pool_id="us-east-1_a1B2c3D4e", **{"supported_identity_providers": ["COGNITO"], **properties}
    )


def google(pool: UserPool) -> UserPoolIdentityProviderGoogle:
    secret = SecretValue.secrets_manager("google")
    return UserPoolIdentityProviderGoogle(
        Stack.of(pool), "Google", user_pool=pool, client_id="id", client_secret_value=secret
    )


def without_secret(pool: UserPool, name: str) -> UserPoolClient:
    scopes = [OAuthScope.custom("orders/read")]
    return pool.add_client(name, o_auth=OAuthSettings(flows=OAuthFlows(client_credentials=True), scopes=scopes))


def insecure(pool: UserPool, name: str) -> UserPoolClient:
    return pool.add_client(name, o_auth=sign_in(callback_urls=["http://app.example.com/callback"]))


def hours_by_region(stack: Stack) -> None:
    hours = CfnMapping(stack, "Hours", mapping={"us-east-1": {"Access": 24}, "eu-west-1": {"Access": 60}})
    plain(stack, "Web", access_token_validity=Token.as_number(hours.find_in_map(Aws.REGION, "Access")))


def usual_mistakes(app: App) -> None:
    web = Stack(app, "Web")
    pool = UserPool(web, "Pool")
    google(pool)
    orders = pool.add_resource_server("Orders", identifier="orders", scopes=[READ])
    pool.add_client("First")
    pool.add_client("Waits", o_auth=sign_in(), supported_identity_providers=GOOGLE)
    pool.add_client("Scoped", o_auth=sign_in(scopes=[OAuthScope.OPENID, OAuthScope.custom("orders/read")]))
    without_secret(pool, "Service").node.add_dependency(orders)
    insecure(pool, "Insecure")
    plain(web, "Long", access_token_validity=60)
    plain(
        web,
        "Order",
        refresh_token_validity=120,
        access_token_validity=4,
        token_validity_units=UNITS(refresh_token="minutes"),
    )
    plain(web, "Ignored", access_token_validity=60).add_metadata("cfn-lint", {"config": {"ignore_checks": ["E9511"]}})
    nested = NestedStack(NestedStack(web, "Outer"), "Inner")
    UserPool(nested, "Pool").add_client("First")
    for name, region in (("Beta", "us-east-1"), ("Prod", "eu-west-1")):
        hours_by_region(Stack(Stage(app, name), "Regional", env=Environment(region=region)))
    # What arrives from another stack.
    scopes = [OAuthScope.OPENID, OAuthScope.custom("orders/read"), OAuthScope.custom("orders/write")]
    UserPoolClient(
        Stack(app, "Shop"), "Client", user_pool=pool, o_auth=sign_in(scopes=scopes), supported_identity_providers=GOOGLE
    )


@pytest.fixture(scope="module")
def mistakes(tmp_path_factory: pytest.TempPathFactory) -> Synthesized:
    folder = tmp_path_factory.mktemp("mistakes")
    (folder / "WebOld.nested.template.json").write_text(
        json.dumps(
            {
                "Resources": {
                    "Stale": {
                        "Type": "AWS::Cognito::UserPoolClient",
                        "Properties": {"AccessTokenValidity": 60, "UserPoolId": "us-east-1_a"},
                    }
                }
            }
        )
    )
    return synthesize(folder, usual_mistakes)


def test_the_usual_mistakes(mistakes: Synthesized) -> None:
    rules = {construct: mistakes.rules(f"{construct}/Resource") for construct in ("Web/Pool/First", "Web/Pool/Waits")}
    assert rules == {"Web/Pool/First": ["W9536"], "Web/Pool/Waits": ["E9554"]}
    assert mistakes.rules("Web/Pool/Scoped") == ["E9542"]
    assert mistakes.rules("Web/Pool/Service") == ["E9525"]
    assert mistakes.rules("Web/Pool/Insecure") == ["E9533"]
    assert mistakes.rules("Web/Long") == ["E9511"]
    assert mistakes.rules("Web/Order") == ["E9514"]


def test_errors_end_the_synthesis(mistakes: Synthesized) -> None:
    assert mistakes.is_failure
    assert bool(mistakes.raised) == HAS_VALIDATIONS
    assert {found.level for found in mistakes.found if found.rule.startswith("E")} == {"error"}
    assert {found.level for found in mistakes.found if found.rule.startswith("W")} == {"warning"}


def test_a_finding_is_told_whole(mistakes: Synthesized) -> None:
    (found,) = (found for found in mistakes.found if found.construct == "Web/Pool/Waits/Resource")
    assert found == Found(
        "E9554",
        "error",
        "Web/Pool/Waits/Resource",
        "Web.template.json",
        found.resource,
        "Properties.SupportedIdentityProviders.0",
        "The identity provider Google is made by the resource Web/Google, which the client does not wait for; CloudFormation may "
        'create the client first, and Cognito then rejects it with "The provider Google does not exist for User Pool ...".',
        "Let the client wait for the provider by node.add_dependency.",
        "https://github.com/cfn-lint-cognito/cfn-lint-cognito/blob/main/docs/rules/identity_providers/"
        "e9554_identity_provider_without_waiting.md",
    )


def test_the_default_client_is_told_what_to_give_the_construct(mistakes: Synthesized) -> None:
    (found,) = (found for found in mistakes.found if found.construct.startswith("Web/Pool/First"))
    assert found.fix == (
        "Name the URL of the application in o_auth.callback_urls, or turn OAuth off for this client by disable_o_auth."
    )


def test_what_the_metadata_ignores_is_not_told(mistakes: Synthesized) -> None:
    assert mistakes.rules("Web/Ignored") == []


def test_the_region_of_a_stack_counts_in_each_stage(mistakes: Synthesized) -> None:
    assert mistakes.rules("Beta/") == []
    assert mistakes.rules("Prod/Regional/Web") == ["E9511"]


def test_nested_stacks_are_judged_and_stale_files_are_not(mistakes: Synthesized) -> None:
    (found,) = (found for found in mistakes.found if ".nested." in found.template)
    assert (found.rule, found.construct) == ("W9536", "Web/Outer/Inner/Pool/First/Resource")


def test_a_pool_is_followed_into_its_stack(mistakes: Synthesized) -> None:
    """The provider and the scope orders/read are there before the client, since its whole stack is."""
    (found,) = (found for found in mistakes.found if found.construct.startswith("Shop/"))
    assert (found.rule, found.rule_path) == ("E9541", "Properties.AllowedOAuthScopes.2")
    assert (
        "orders/write is none of Cognito's own, and no resource server of the user pool Web/Pool gives it"
        in found.message
    )


def test_cfn_lint_finds_the_same_in_the_same_folder(mistakes: Synthesized) -> None:
    folder = mistakes.folder
    templates = [folder / "Web.template.json", *folder.glob("Web*Outer*.nested.template.json")]
    matches = list(Runner(ConfigMixIn(["--append-rules=cfn_lint_cognito", "--", *map(str, templates)])).run())
    ours = [match for match in matches if match.rule.id[1:3] in ("95", "96")]
    messages = {found.message for found in mistakes.found}
    assert {
        (
            match.rule.id,
            Path(match.filename).name,
            next(
                filter(match.message.startswith, messages), match.message
            ),  # The fix that follows is in two languages.
            match.message.rpartition(" [CDK path ")[2].removesuffix("]"),
        )
        for match in ours
    } == {
        (found.rule, found.template, found.message, found.construct)
        for found in mistakes.found
        if found.template in {template.name for template in templates}
    }


def test_the_command_finds_the_same_in_the_same_folder(mistakes: Synthesized) -> None:
    """The CDK itself says here of which construct each resource is."""
    found = findings_in(assembly_in(mistakes.folder).templates)
    assert {(each.finding.rule, each.template.file.name, each.logical_id, each.construct_path) for each in found} == {
        (each.rule, each.template, each.resource, each.construct) for each in mistakes.found
    }


def test_nothing_is_written(mistakes: Synthesized) -> None:
    def files() -> dict[Path, int]:
        return {path: path.stat().st_mtime_ns for path in mistakes.folder.rglob("*")}

    before = files()
    report = CognitoAppClients().validate(SimpleNamespace(template_paths=[str(mistakes.folder / "Web.template.json")]))
    assert len(report.violations) == len([found for found in mistakes.found if found.construct.startswith("Web/")])
    assert files() == before


def test_warnings_let_the_synthesis_pass(tmp_path: Path) -> None:
    said = synthesize(tmp_path, lambda app: UserPool(Stack(app, "Web"), "Pool").add_client("Web"))
    assert (said.is_failure, said.raised) == (False, "")


@newer
def test_advice_is_told_on_request(tmp_path: Path) -> None:
    said = synthesize(
        tmp_path, lambda app: UserPool(Stack(app, "Web"), "Pool").add_client("Web"), CognitoAppClients(advice=True)
    )
    assert (said.is_failure, said.raised) == (False, "")
    assert {(found.rule, found.level) for found in said.found} == {
        ("W9536", "warning"),
        ("I9528", "info"),
        ("I9529", "info"),
        ("I9591", "info"),
    }


@newer
def test_a_finding_is_acknowledged_at_four_heights(tmp_path: Path) -> None:
    def acknowledge(scope: Any, rule: str) -> None:
        known = aws_cdk.Acknowledgment(id=f"cfn-lint-cognito::{rule}", reason="It is a test.")
        aws_cdk.Validations.of(scope).acknowledge(known)

    def build(app: App) -> None:
        web = Stack(app, "Web")
        acknowledge(plain(web, "Long", access_token_validity=60), "E9511")
        pool = UserPool(web, "Pool")
        pool.add_resource_server("Orders", identifier="orders", scopes=[READ])
        acknowledge(without_secret(pool, "Service"), "E9525")
        insecure(pool, "Insecure")
        acknowledge(web, "E9533")
        acknowledge(app, "E9542")
        plain(web, "TooLong", access_token_validity=60)
        insecure(UserPool(Stack(app, "Other"), "Pool"), "Web")

    left = synthesize(tmp_path, build)
    assert {(found.rule, found.construct) for found in left.found} == {
        ("E9511", "Web/TooLong"),
        ("E9533", "Other/Pool/Web/Resource"),
    }


def test_a_plugin_that_fails_ends_the_synthesis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise LookupError("something nobody thought of")

    monkeypatch.setattr(host, "findings_in", fail)
    failed = synthesize(tmp_path, lambda app: plain(Stack(app, "Web"), "Web"))
    (found,) = failed.found
    assert failed.is_failure
    assert bool(failed.raised) == HAS_VALIDATIONS
    assert found.message == "cfn-lint-cognito could not judge this app: LookupError: something nobody thought of."


def test_an_assembly_that_cannot_be_read_is_a_violation(tmp_path: Path) -> None:
    report = CognitoAppClients().validate(SimpleNamespace(template_paths=[str(tmp_path / "Web.template.json")]))
    (violation,) = report.violations
    assert (report.success, violation.severity) == (False, "fatal")
    assert "manifest.json" in violation.description


def test_an_app_without_cognito_reads_no_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings, "schema_at", pytest.fail)
    said = synthesize(tmp_path, lambda app: aws_cdk.CfnResource(Stack(app, "Web"), "Topic", type="AWS::SNS::Topic"))
    assert (said.found, said.is_failure, said.raised) == ([], False, "")


def test_without_the_library_the_import_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "aws_cdk", None)
    monkeypatch.delitem(sys.modules, host.__name__)
    with pytest.raises(ImportError, match=r'pip install "cfn-lint-cognito\[cdk\]"'):
        importlib.import_module(host.__name__)


def test_cfn_lint_may_run_the_door_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "aws_cdk", None)
    monkeypatch.delitem(sys.modules, host.__name__)
    assert "CognitoAppClients" not in runpy.run_path(str(ROOT / "rules" / "cdk.py"), run_name="cdk")


def blocks(file: str, language: str) -> list[str]:
    """The blocks of code of a page that are in a language."""
    text = (ROOT / file).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


@newer
def test_the_app_of_the_page_gets_the_findings_that_the_page_shows() -> None:
    app, acknowledgement, _ = blocks("docs/cdk.md", "python")
    shown = re.findall(r"^(?:ERROR|WARNING) .*", blocks("docs/cdk.md", "console")[0], re.MULTILINE)
    with pytest.raises(RuntimeError) as raised:
        exec(app, {})
    assert len(shown) == 2
    assert all(line in str(raised.value) for line in shown)
    fixed = app.replace("app.synth()", f"{acknowledgement}\napp.synth()")
    exec(fixed, {})


@pytest.mark.skipif(not host._LOSES_EXIT_CODE, reason="this aws-cdk-lib ends the synthesis by itself")
def test_errors_end_the_command_where_the_library_does_not(tmp_path: Path) -> None:
    code = (
        "from pathlib import Path\nfrom test_cdk_plugin import *\n"
        "synthesize(Path('cdk.out'), lambda app: plain(Stack(app, 'Web'), 'Web', access_token_validity={}))"
    )
    path = os.pathsep.join(sys.path)
    codes = [
        subprocess.run(
            [sys.executable, "-c", code.format(hours)],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": path, "CDK_OUTDIR": "cdk.out"},
            capture_output=True,
            check=False,
        ).returncode
        for hours in (24, 60)
    ]
    assert codes == [0, 1]
