"""The edits of a rule take its finding away, in every template of the fixtures. They bring no other, or one that has edits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest
from cfn_lint_cognito.engine.hosts.fixing import fixed
from cfn_lint_cognito.engine.hosts.python import SOME_REGION, check_read
from cfn_lint_cognito.engine.hosts.text import read
from cfn_lint_cognito.engine.report.edits import SAFE, edited
from cfn_lint_cognito.engine.report.finding import Finding
from cfn_lint_cognito.engine.template.template import Template
from fixes import edits_of
from in_turn import in_turn
from linting import FIXTURES, fixtures_by_place


def findings(document: Mapping[str, Any]) -> list[Finding]:
    return check_read(Template(document, (SOME_REGION,)), include=("I",))


def objections(found: list[Finding]) -> Counter[tuple[str, str, str]]:
    """How often which rule objects to which resource."""
    return Counter((finding.rule, finding.resource, str(finding.path[:2])) for finding in found)


@pytest.mark.parametrize("rule_path", fixtures_by_place())
def test_edits_fix_what_they_are_for_and_nothing_else_breaks(rule_path: str) -> None:
    for fixture in fixtures_by_place()[rule_path]:
        if not fixture.expected:
            continue
        document = read(fixture.path.read_text(encoding="utf-8")).document
        found = findings(document)
        for finding in found:
            if finding.rule != fixture.rule or not finding.edits:
                continue
            after = findings(edited(document, edits_of(finding)))
            (fixed,) = objections([finding])
            assert objections(after)[fixed] < objections(found)[fixed], f"{fixture.name}: {finding.path} is found still"
            brought = objections(after).keys() - objections(found).keys()
            to_be_fixed = objections([each for each in after if each.edits])
            assert not brought - to_be_fixed.keys(), f"{fixture.name}: {finding.path}"


@in_turn("rule_path", fixtures_by_place())
def test_the_fixed_example_of_a_page_is_what_the_fix_writes(rule_path: str) -> None:
    """`--fix`, or `--unsafe-fixes` where the fix is not safe."""
    folder = FIXTURES / rule_path
    source = read(_without_marks((folder / "fail_plain.yaml").read_text(encoding="utf-8")))
    rule = folder.name.partition("_")[0].upper()
    of_its_own = {finding.applicability for finding in findings(source.document) if finding.rule == rule}

    def is_wanted(finding: Finding) -> bool:
        is_asked_for = finding.rule == rule or finding.level != "info"
        return is_asked_for and finding.applicability in {SAFE, *of_its_own}

    done = fixed(source, findings, is_wanted)
    assert list(done.faults) == []
    if done.written and rule not in {finding.rule for finding in done.found}:
        assert (folder / "pass_plain.yaml").read_text(encoding="utf-8") == done.source.text


def _without_marks(text: str) -> str:
    return re.sub(r"\s+#(?: [EWI]\d{4})+[ \t]*$", "", text, flags=re.MULTILINE)


def test_of_two_respelled_keys_people_choose_one() -> None:
    """Each is mapped from another name, and E9605 objects to the one that is left."""
    schema = [{"Name": "email", "AttributeDataType": "String", "Mutable": True, "Required": True}]
    provider = {
        "UserPoolId": {"Ref": "Pool"},
        "ProviderName": "Corp",
        "ProviderType": "SAML",
        "ProviderDetails": {"MetadataURL": "https://idp.example.org/metadata"},
        "AttributeMapping": {"EMAIL": "mail", "Email": "upn"},
    }
    document = {
        "Resources": {
            "Pool": {"Type": "AWS::Cognito::UserPool", "Properties": {"Schema": schema}},
            "Corp": {"Type": "AWS::Cognito::UserPoolIdentityProvider", "Properties": provider},
        }
    }
    (finding,) = (each for each in findings(document) if each.rule == "W9606")
    assert finding.fix == "Write email for EMAIL and remove Email."
    assert not finding.edits
