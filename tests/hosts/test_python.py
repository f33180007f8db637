"""Python as a host: `check(template)`. That it finds what cfn-lint with the pack finds is looked at in test_fixtures.py."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from pathlib import Path
from typing import Any, get_type_hints

import cfn_lint_cognito
import pytest
from cfn_lint_cognito import Finding, check
from cfn_lint_cognito.engine.report.rule import Diagnostic
from cfn_lint_cognito.token_lifetimes._lifetime_range import LifetimeRange
from in_turn import in_turn
from linting import FIXTURES, lint, plain_data

Template = dict[str, Any]
E9511 = FIXTURES / "token_lifetimes" / "e9511_access_token_lifetime"


def template(**properties: Any) -> Template:
    """A pool of the template and a client of it, in which nothing is wrong but what is given."""
    return {
        "Resources": {
            "Pool": {"Type": "AWS::Cognito::UserPool"},
            "Web": {
                "Type": "AWS::Cognito::UserPoolClient",
                "Properties": {"UserPoolId": {"Ref": "Pool"}, "PreventUserExistenceErrors": "ENABLED", **properties},
            },
        }
    }


def rules(found: list[Finding]) -> list[str]:
    return [finding.rule for finding in found]


def test_a_finding_tells_all_that_there_is_to_it() -> None:
    wrong = template(AccessTokenValidity={"Ref": "Hours"})
    wrong["Parameters"] = {"Hours": {"Type": "Number", "Default": 48}}
    wrong["Resources"]["Web"]["Metadata"] = {"aws:cdk:path": "Stack/Web/Resource"}
    (finding,) = check(wrong)
    assert (finding.rule, finding.level) == ("E9511", "error")
    assert finding.path == ("Resources", "Web", "Properties", "AccessTokenValidity")
    assert finding.defined_at == ("Parameters", "Hours", "Default")
    assert (finding.resource, finding.resource_type) == ("Web", "AWS::Cognito::UserPoolClient")
    assert (finding.when, finding.cdk_path) == ("", "Stack/Web/Resource")
    assert finding.page.endswith("/docs/rules/token_lifetimes/e9511_access_token_lifetime.md")
    assert finding.message.startswith("The access token lives 48 hours (48 is the Default of parameter Hours")
    assert finding.text == f"{finding.message} {finding.fix} [app client Web; CDK path Stack/Web/Resource]"


def test_levels_and_the_order_of_the_numbers() -> None:
    wrong = template(
        AccessTokenValidity=48, IdTokenValidity=1, PreventUserExistenceErrors="LEGACY", EnableTokenRevocation=False
    )
    assert rules(check(wrong)) == ["E9511", "W9592"]
    found = check(wrong, advice=True)
    assert rules(found) == ["E9511", "I9515", "I9591", "W9592"]
    assert [finding.level for finding in found] == ["error", "info", "info", "warning"]


def test_regions_and_parameters_are_those_of_the_deployment() -> None:
    by_region = plain_data(E9511 / "fail_mapping_by_region.yaml")
    assert rules(check(by_region)) == []
    (finding,) = check(by_region, regions=["us-east-1", "eu-west-1"])
    assert finding.when == "when AWS::Region is eu-west-1"

    wrong = template(AccessTokenValidity={"Ref": "Hours"})
    wrong["Parameters"] = {"Hours": {"Type": "Number"}}
    assert check(wrong) == []
    assert rules(check(wrong, parameters={"Hours": 48})) == ["E9511"]
    assert rules(check(wrong, parameters={"Hours": "48"})) == ["E9511"]
    assert check(wrong, parameters={"Hours": 1}) == []


@pytest.mark.parametrize("ignored", [["E9511"], ["E95"], ["E"], ["W9592"], ["e9511"], [], "E9511", [5, "E9511"], None])
@pytest.mark.parametrize("where", ["template", "client", "pool", "output"])
def test_what_metadata_ignores_is_what_cfn_lint_ignores(where: str, ignored: Any, tmp_path: Path) -> None:
    wrong = template(AccessTokenValidity=48, EnableTokenRevocation=False)
    wrong["Outputs"] = {"Pool": {"Value": {"Fn::GetAtt": ["Web", "ClientSecret"]}}}
    metadata = {"cfn-lint": {"config": {"ignore_checks": ignored}}}
    holder = {
        "template": wrong,
        "client": wrong["Resources"]["Web"],
        "pool": wrong["Resources"]["Pool"],
        "output": wrong["Outputs"]["Pool"],
    }[where]
    holder["Metadata"] = metadata
    if ignored is None or isinstance(ignored, str) or 5 in ignored:
        check(wrong)  # What cfn-lint itself makes of it is no matter.
        return
    file = tmp_path / "template.json"
    file.write_text(json.dumps(wrong))
    assert sorted(rules(check(wrong))) == sorted(each.rule for each in lint([file])[file] if each.rule[0] != "I")


def test_an_output_that_is_named_like_a_resource_is_another_thing() -> None:
    wrong = template(GenerateSecret=True)
    wrong["Outputs"] = {"Web": {"Value": {"Fn::GetAtt": ["Web", "ClientSecret"]}}}
    (finding,) = check(wrong)
    assert finding.path[0] == "Outputs"
    wrong["Resources"]["Web"]["Metadata"] = {"cfn-lint": {"config": {"ignore_checks": [finding.rule]}}}
    assert check(wrong) == [finding]


@in_turn(
    "odd",
    [
        {},
        {"Resources": None},
        {"Resources": []},
        {"Resources": {}},
        {"Resources": {"Web": None}},
        {"Resources": {"Web": []}},
        {"Resources": {"Web": {"Type": 5}}},
        {"Resources": {"Web": {"Type": "AWS::Cognito::UserPoolClient", "Properties": "text"}}},
        {"Resources": {5: {"Type": "AWS::Cognito::UserPoolClient", "Properties": {None: 5}}}},
        {"Resources": {"Web": {"Type": "AWS::Cognito::UserPoolClient", "Metadata": 5}}, "Metadata": [], "Outputs": 5},
    ],
    ids=repr,
)
def test_odd_shapes_are_no_mistake(odd: Any) -> None:
    assert [finding for finding in check(odd, advice=True) if not finding.rule.startswith("I")] == []


def test_a_template_is_left_as_it_is() -> None:
    for rule_path in ("oauth", "scopes", "identity_providers", "user_pool"):
        for file in sorted(FIXTURES.glob(f"{rule_path}/*/fail_plain.yaml")):
            given = plain_data(file)
            before = copy.deepcopy(given)
            assert check(given, advice=True) == check(given, advice=True)
            assert given == before


def test_a_rule_that_raises_is_told_like_a_finding_and_hides_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: LifetimeRange, diagnostic: Diagnostic) -> str:
        raise RuntimeError("a mistake in the rule")

    wrong = template(AccessTokenValidity=48, EnableTokenRevocation=False)
    monkeypatch.setattr(LifetimeRange, "message", broken)
    failed, other = check(wrong)
    assert (failed.rule, failed.level, other.rule) == ("E9511", "error", "W9592")
    assert "E9511 failed on Web: RuntimeError in test_python.py, line" in failed.text
    wrong["Metadata"] = {"cfn-lint": {"config": {"ignore_checks": ["E9511"]}}}
    assert rules(check(wrong)) == ["W9592"]


IMPORTING = """
import sys
before = set(sys.modules)
from cfn_lint_cognito import Finding, check
wrong = {"AccessTokenValidity": 48, "UserPoolId": "us-east-1_a1B2c3D4e", "SupportedIdentityProviders": ["COGNITO"]}
template = {"Resources": {"Web": {"Type": "AWS::Cognito::UserPoolClient", "Properties": wrong}}}
(finding,) = check(template if sys.argv[1] == "mapping" else repr(template))
assert isinstance(finding, Finding)
print(finding.rule, *sorted({name.partition(".")[0] for name in set(sys.modules) - before}))
"""


@pytest.mark.parametrize(("given", "needed"), [("mapping", set()), ("text", {"yaml", "_yaml"})])
def test_nothing_is_imported_but_the_standard_library_and_pyyaml_for_text(given: str, needed: set[str]) -> None:
    done = subprocess.run([sys.executable, "-c", IMPORTING, given], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    rule, *imported = done.stdout.split()
    assert rule == "E9511"
    assert {name for name in imported if name not in sys.stdlib_module_names and "cython" not in name} <= {
        "cfn_lint_cognito",
        *needed,
    }
    assert ("yaml" in imported) == bool(needed)


def test_what_the_package_shows() -> None:
    assert {"check", "Finding", "__version__"} <= set(dir(cfn_lint_cognito))
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = cfn_lint_cognito.nothing
    assert get_type_hints(check)["return"] == list[Finding]
