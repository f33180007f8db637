"""The edits of a rule take its finding away, in every template of the fixtures. They bring no other, or one that has edits."""

from __future__ import annotations

from collections import Counter

import pytest
from cfn_lint_cognito.engine.hosts.python import SOME_REGION, check_read
from cfn_lint_cognito.engine.hosts.text import read
from cfn_lint_cognito.engine.report.edits import Edit, edited
from cfn_lint_cognito.engine.report.finding import Finding
from cfn_lint_cognito.engine.template.template import Template
from linting import fixtures_by_place


def findings(document: dict[str, object]) -> list[Finding]:
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
            edits = [Edit(each["action"], each["path"], each.get("value")) for each in finding.edits]
            after = findings(edited(document, edits))
            (fixed,) = objections([finding])
            assert objections(after)[fixed] < objections(found)[fixed], f"{fixture.name}: {finding.path} is found still"
            brought = objections(after).keys() - objections(found).keys()
            to_be_fixed = objections([each for each in after if each.edits])
            assert not brought - to_be_fixed.keys(), f"{fixture.name}: {finding.path}"
