"""Every rule says who shows that it is true, and no error rests on what is inferred."""

from __future__ import annotations

import re

import generate
import pytest
from cfn_lint_cognito.engine.report.evidence import (
    CONFIDENCE,
    DEPLOYED,
    DOCUMENTED,
    INFERRED,
    Evidence,
    lowest_confidence,
)
from cfn_lint_cognito.engine.report.rule import Rule
from in_turn import in_turn
from linting import RULES

_CODE = re.compile(r"\w\.\w+\(|\[\]\w|:=")
_SOURCE = re.compile(r"https://[^\s/]+\.[^\s/]+/\S+")


@in_turn("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_says_who_shows_each_claim(rule: Rule) -> None:
    assert rule.evidence
    assert len(set(rule.evidence)) == len(rule.evidence)
    for evidence in rule.evidence:
        assert evidence.confidence in CONFIDENCE
        assert _SOURCE.fullmatch(evidence.source), evidence
        assert re.search(r"\w{3}", evidence.answer), evidence
        assert "`" not in evidence.answer or not evidence.quoted, "the page quotes it as it is"
        assert not _CODE.search(evidence.answer), "a reader wants to know what the code shows"
        assert evidence.quoted == (f"`{evidence.answer}`" in generate.how_sure(rule))


@in_turn("rule", [rule for rule in RULES if rule.id.startswith("E")], ids=lambda rule: rule.id)
def test_no_error_rests_on_what_is_inferred(rule: Rule) -> None:
    assert INFERRED not in {evidence.confidence for evidence in rule.evidence}


@in_turn("rule", RULES, ids=lambda rule: rule.id)
def test_the_page_shows_every_source_with_the_words_of_aws(rule: Rule) -> None:
    shown = generate.how_sure(rule)
    for evidence in rule.evidence:
        assert f"**{evidence.confidence.capitalize()}**" in shown
        assert f"]({evidence.source})" in shown
        assert evidence.answer in shown


def test_a_rule_has_the_lowest_confidence_of_its_claims() -> None:
    sure = {confidence: Evidence(confidence, "https://example.com/record", "No.") for confidence in CONFIDENCE}
    assert lowest_confidence([sure[DEPLOYED]]) == DEPLOYED
    assert lowest_confidence([sure[DEPLOYED], sure[DOCUMENTED]]) == DOCUMENTED
    assert lowest_confidence([sure[INFERRED], sure[DEPLOYED], sure[DOCUMENTED]]) == INFERRED
    with pytest.raises(ValueError, match="empty"):
        lowest_confidence([])
