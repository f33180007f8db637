"""`cfn-lint-cognito --cdk` under a command of the CDK that reads the validation report."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from assemblies import RIGHT, WITH_ADVICE, WITH_ERROR, WITH_WARNING, MadeStack, assembly, client, write
from cfn_lint_cognito.engine.hosts.assembly_command import main
from cfn_lint_cognito.engine.hosts.validation_report import FILE
from cfn_lint_cognito.engine.version import __version__

OF_OTHERS = {"pluginName": "another", "conclusion": "success", "violations": [], "metadata": {"some": "thing"}}


@pytest.fixture(autouse=True)
def under_command(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CDK_OUTDIR", str(tmp_path))
    monkeypatch.setenv("CDK_CLI_VERSION", "2.1128.1")


def report(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / FILE).read_text())
    return found


def violations(folder: Path, kind: str = "violations") -> list[dict[str, Any]]:
    return [each for plugin in report(folder)["pluginReports"] for each in plugin.get(kind, [])]


def rules(folder: Path, kind: str = "violations") -> list[tuple[str, str]]:
    return [(each["ruleName"], each["violatingConstructs"][0]["constructPath"]) for each in violations(folder, kind)]


def test_a_violation_has_all_that_the_command_shows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assembly(tmp_path, MadeStack("Shop", {"Web": client(WITH_ERROR)}))
    assert main(["--cdk"]) == 0
    (violation,) = violations(tmp_path)
    description, fix = violation.pop("description"), violation.pop("suggestedFix")
    assert description.startswith("The access token lives 60 hours")
    assert re.fullmatch(r"Set .* https://\S+/token_lifetimes/e9511_access_token_lifetime\.md", fix)
    assert violation == {
        "ruleName": "E9511",
        "severity": "error",
        "violatingConstructs": [
            {
                "constructPath": "Shop/Web",
                "cloudFormationResource": {
                    "templatePath": "Shop.template.json",
                    "logicalId": "Web",
                    "propertyPaths": ["Properties.AccessTokenValidity"],
                },
                "stackTraces": ["...aws-cdk-lib...\n<anonymous> (/shop/bin/Web.ts:8:1)"],
            }
        ],
    }
    assert capsys.readouterr() == ("", ""), "the command shows it"


def test_errors_and_the_rest_have_a_report_each(tmp_path: Path) -> None:
    """The command takes the conclusion of a report of which anything is left, so a warning must not stand beside an error."""
    shop = {"Web": client(WITH_ERROR), "Admin": client(WITH_WARNING), "Third": client(WITH_ADVICE)}
    assembly(tmp_path, MadeStack("Shop", shop))
    assert main(["--cdk", "-c", "I"]) == 0
    found = report(tmp_path)
    assert found["version"] == "55.0.0"
    assert [
        (each["pluginName"], each["pluginVersion"], each["conclusion"], [one["severity"] for one in each["violations"]])
        for each in found["pluginReports"]
    ] == [
        ("cfn-lint-cognito", __version__, "failure", ["error"]),
        ("cfn-lint-cognito", __version__, "success", ["warning", "info"]),
    ]


def test_a_second_run_replaces_the_first_and_leaves_others(tmp_path: Path) -> None:
    written = {"version": "54.0.0", "title": "Validation Report", "pluginReports": [OF_OTHERS]}
    write(tmp_path / FILE, written)
    assembly(tmp_path, MadeStack("Shop", {"Web": client(WITH_ERROR), "Admin": client(WITH_WARNING)}))
    for _ in range(2):
        assert main(["--cdk"]) == 0
        assert report(tmp_path)["pluginReports"][0] == OF_OTHERS
        assert [rule for rule, _ in rules(tmp_path)] == ["E9511", "W9551"]
    assembly(tmp_path, MadeStack("Shop", {"Web": client()}))
    assert main(["--cdk"]) == 0
    assert report(tmp_path) == written


def test_without_findings_no_report_is_written(tmp_path: Path) -> None:
    assembly(tmp_path, MadeStack("Shop", {"Web": client(), "Topic": {"Type": "AWS::SNS::Topic"}}))
    assert main(["--cdk"]) == 0
    assert not (tmp_path / FILE).exists()
    text = json.dumps({"version": "55.0.0", "pluginReports": [OF_OTHERS]})
    (tmp_path / FILE).write_text(text)
    assert main(["--cdk"]) == 0
    assert (tmp_path / FILE).read_text() == text


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"pluginReports": [1]}', '{"pluginReports": [{}]}'])
def test_a_broken_report_gets_a_sentence(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assembly(tmp_path, MadeStack("Shop", {"Web": client(WITH_ERROR)}))
    (tmp_path / FILE).write_text(text)
    assert main(["--cdk"]) == 1
    assert f"{FILE} is not what the CDK writes" in capsys.readouterr().err
    assert (tmp_path / FILE).read_text() == text


# Stages


def test_an_error_in_a_stage_ends_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without names the command itself would leave it out, and end with 0."""
    assembly(
        tmp_path, MadeStack("Shop", {"Web": client(WITH_WARNING)}), MadeStack("Prod/Shop", {"Web": client(WITH_ERROR)})
    )
    assert main(["--cdk"]) == 1
    printed, warned = capsys.readouterr()
    assert printed == ""
    assert re.findall(r"^(?:[EWI]\d{4}|   \S+/Web)", warned, re.MULTILINE) == [
        "E9511",
        "   Prod/Shop/Web",
        "W9551",
        "   Shop/Web",
    ]
    assert "There are errors in a stage, so this ends with the exit code 1." in warned
    assert sorted(rules(tmp_path)) == [("E9511", "Prod/Shop/Web"), ("W9551", "Shop/Web")]
    (error,) = (each for each in violations(tmp_path) if each["severity"] == "error")
    path = error["violatingConstructs"][0]["cloudFormationResource"]["templatePath"]
    assert path == "assembly-Prod/ProdShop.template.json"


def test_a_warning_in_a_stage_does_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assembly(tmp_path, MadeStack("Prod/Shop", {"Web": client(WITH_WARNING)}))
    assert main(["--cdk"]) == 0
    assert capsys.readouterr() == ("", "")
    assert rules(tmp_path) == [("W9551", "Prod/Shop/Web")]


def test_an_acknowledged_error_in_a_stage_does_not(tmp_path: Path) -> None:
    known = {"Prod/Shop": {"E9511": "It is a test."}}
    assembly(tmp_path, MadeStack("Prod/Shop", {"Web": client(WITH_ERROR)}, acknowledged=known))
    assert main(["--cdk"]) == 0
    assert rules(tmp_path) == []
    assert rules(tmp_path, "suppressedViolations") == [("E9511", "Prod/Shop/Web")]


def test_each_stage_is_judged_in_its_region(tmp_path: Path) -> None:
    hours = {"Fn::FindInMap": ["Hours", {"Ref": "AWS::Region"}, "Access"]}
    stacks = [
        MadeStack(
            f"{stage}/Shop", {"Web": client({**RIGHT, "AccessTokenValidity": hours})}, environment=f"aws://1/{region}"
        )
        for stage, region in (("Beta", "us-east-1"), ("Prod", "eu-west-1"))
    ]
    assembly(tmp_path, *stacks)
    for file in tmp_path.glob("*/*.template.json"):
        mappings = {"Hours": {"us-east-1": {"Access": 24}, "eu-west-1": {"Access": 60}}}
        write(file, {**json.loads(file.read_text()), "Mappings": mappings})
    assert main(["--cdk"]) == 1
    assert rules(tmp_path) == [("E9511", "Prod/Shop/Web")]


# Constructs


@pytest.mark.parametrize("path", ["Shop/Web", "Shop"])
def test_an_acknowledgement_counts_for_what_is_below(path: str, tmp_path: Path) -> None:
    known = {path: {"E9511": "It is a test."}, "Shop/Other": {"E9511": "Of another."}}
    shop = MadeStack("Shop", {"Web": client({**WITH_ERROR, "ClientName": "Größe"})}, acknowledged=known)
    assembly(tmp_path, shop, MadeStack("ShopAndMore", {"Web": client(WITH_ERROR)}))
    assert main(["--cdk"]) == 0
    assert sorted(rules(tmp_path)) == [("E9502", "Shop/Web"), ("E9511", "ShopAndMore/Web")]
    (suppressed,) = violations(tmp_path, "suppressedViolations")
    assert {
        key: value for key, value in suppressed.items() if "cknowledged" in key or key in ("reason", "ruleName")
    } == {
        "ruleName": "E9511",
        "acknowledgedId": "cfn-lint-cognito::E9511",
        "reason": "It is a test.",
        "acknowledgedAt": path,
        "acknowledgedStackTrace": "    at <anonymous> (/shop/bin/known.ts:2:1)",
    }


def test_the_closest_acknowledgement_is_named(tmp_path: Path) -> None:
    known = {"Shop": {"E9511": "All of it."}, "Shop/Web": {"E9511": "This one."}}
    assembly(tmp_path, MadeStack("Shop", {"Web": client(WITH_ERROR)}, acknowledged=known))
    assert main(["--cdk"]) == 0
    (suppressed,) = violations(tmp_path, "suppressedViolations")
    assert (suppressed["reason"], suppressed["acknowledgedAt"]) == ("This one.", "Shop/Web")


@pytest.mark.parametrize("names_templates", [True, False])
def test_nested_stacks_have_logical_ids_of_their_own(names_templates: bool, tmp_path: Path) -> None:
    """Older versions do not say which template a construct is in. There it is the stack that is named, and no wrong construct."""
    shop = MadeStack(
        "Shop", {"Web": client()}, nested={"Inner": {"Web": client(WITH_ERROR)}}, names_templates=names_templates
    )
    assembly(tmp_path, shop)
    assert main(["--cdk"]) == 0
    assert rules(tmp_path) == [("E9511", "Shop/Inner/Web" if names_templates else "Shop")]
    (violation,) = violations(tmp_path)
    resource = violation["violatingConstructs"][0]["cloudFormationResource"]
    assert (resource["logicalId"], resource["templatePath"]) == ("Web", "ShopInner.nested.template.json")


def test_a_file_that_no_manifest_names_is_not_judged(tmp_path: Path) -> None:
    assembly(tmp_path, MadeStack("Shop", {"Web": client()}))
    write(tmp_path / "ShopOld.nested.template.json", {"Resources": {"Web": client(WITH_ERROR)}})
    write(tmp_path / "Old.template.json", {"Resources": {"Web": client(WITH_ERROR)}})
    assert main(["--cdk"]) == 0
    assert not (tmp_path / FILE).exists()


def test_stacks_that_import_from_each_other_are_judged_together(tmp_path: Path) -> None:
    pool_id = {"Value": {"Ref": "Pool"}, "Export": {"Name": "PoolId"}}
    pools = MadeStack("Pools", {"Pool": {"Type": "AWS::Cognito::UserPool"}}, outputs={"PoolId": pool_id})
    sign_in = {
        **RIGHT,
        "UserPoolId": {"Fn::ImportValue": "PoolId"},
        "AllowedOAuthFlowsUserPoolClient": True,
        "AllowedOAuthFlows": ["code"],
        "AllowedOAuthScopes": ["openid", "orders/read"],
        "CallbackURLs": ["https://app.example.com/callback"],
    }
    assembly(tmp_path, pools, MadeStack("Shop", {"Web": client(sign_in)}))
    assert main(["--cdk"]) == 0
    (violation,) = violations(tmp_path)
    assert violation["ruleName"] == "E9541"
    assert "no resource server of the user pool" in violation["description"]


def test_a_rule_that_fails_is_reported_on_the_stack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> None:
        raise LookupError("something nobody thought of")

    monkeypatch.setattr("cfn_lint_cognito.engine.hosts.python.findings", fail)
    assembly(tmp_path, MadeStack("Shop", {"Web": client()}))
    assert main(["--cdk"]) == 0
    found = violations(tmp_path)
    assert found
    assert all(each["violatingConstructs"] == [{"constructPath": "Shop"}] for each in found)
    assert "LookupError" in found[0]["description"]
