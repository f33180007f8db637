"""Searches for lies: what must hold of every rule, whatever the template."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from cfn_lint_cognito.engine.report.catalogue import entries
from cfn_lint_cognito.engine.report.finding import Finding
from cfn_lint_cognito.engine.report.findings import findings as findings_of
from cfn_lint_cognito.engine.report.rule import Rule, rule_path_of
from cfn_lint_cognito.engine.template.template import Template as ReadTemplate
from fixes import fix_of, fixed
from fixes.changes import Path, Template
from hypothesis import given
from hypothesis import strategies as st
from linting import FIXTURES, RULES, plain_data
from reach import reached, reaches
from resources import templates
from resources.parts import UNRESOLVABLE, json_values

Found = tuple[str, Path, str]


def findings(template: Template) -> list[Found]:
    """(rule, path, message) of everything the pack finds."""
    return [(found.rule, found.path, found.text) for found in found_in(template)]


def found_in(template: Template) -> list[Finding]:
    """Everything the pack finds. Without cfn-lint, so that many fit. What a rule raises is raised."""
    read = ReadTemplate(template, ("us-east-1",))
    asked = [entry for entry in entries() if any(map(read.resources_of, entry.resource_types))]
    return [found for entry in asked for found in findings_of(entry, read, {})]


def where(finding: Finding) -> tuple[str, str]:
    """Which rule objects to which resource."""
    path = finding.path
    return finding.rule, str(path[1]) if path[0] == "Resources" else str(path[0])


def objections(template: Template) -> set[tuple[str, str]]:
    return {where(finding) for finding in found_in(template)}


def at(template: Any, path: Path) -> Any:
    for key in path:
        template = template[key]
    return template


def replaced(template: Template, path: Path, value: Any) -> Template:
    changed = copy.deepcopy(template)
    at(changed, path[:-1])[path[-1]] = value
    return changed


def values_below(value: Any, path: Path) -> Iterator[Path]:
    yield path
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, below in entries:
        yield from values_below(below, (*path, key))


def is_intrinsic(value: Any) -> bool:
    return isinstance(value, dict) and any(key == "Ref" or key.startswith("Fn::") for key in value)


def plain_values(template: Template, *kinds: type) -> list[Path]:
    """The places of literal values (of some kinds) in the properties of clients and neighbours."""
    return [
        path
        for name, resource in template["Resources"].items()
        for path in values_below(resource.get("Properties", {}), ("Resources", name, "Properties"))
        if len(path) > 3
        and isinstance(at(template, path), kinds)
        and not any(is_intrinsic(at(template, path[:depth])) for depth in range(3, len(path) + 1))
    ]


def key_of(rule_path: Path) -> str:
    key = rule_path[-1]
    return key if isinstance(key, str) else f"{rule_path[-2]}[]"


# An attribute is mapped whatever it is mapped from.
NAMES_COUNT = "AttributeMapping"
MOST_PLACES = 16
"""How many places are tried to find one that a finding rests on."""


@given(templates(), st.data())
@reaches(0.7)
def test_a_finding_is_gone_when_its_value_becomes_unresolvable(template: Template, data: st.DataObject) -> None:
    found = [
        (rule, path)
        for rule, path, _ in findings(template)
        if not fix_of(rule).rests_on_presence
        and NAMES_COUNT not in path
        and len(path) > 3
        and key_of(path) not in fix_of(rule).asks_presence_of
        and not is_intrinsic(at(template, path[:4]))
    ]
    if not found:
        return
    rule, path = data.draw(st.sampled_from(found))
    silenced = findings(replaced(template, path, {"Fn::Base64": {"Ref": UNRESOLVABLE}}))
    reached()
    assert (rule, path) not in [(other, rule_path) for other, rule_path, _ in silenced]


@given(templates(), st.data())
@reaches(2 / 3)
def test_a_finding_is_gone_when_anything_it_rests_on_becomes_unresolvable(
    template: Template, data: st.DataObject
) -> None:
    """A finding rests on a value if it is gone without it. What points at no value rests on what is not there."""
    found = {
        (rule, path[:2])
        for rule, path, _ in findings(template)
        if not fix_of(rule).rests_on_presence and path[0] == "Resources" and len(path) > 3
    }
    places = [
        rule_path
        for rule_path in plain_values(template, object)
        if NAMES_COUNT not in rule_path[:-1] and len(at(template, rule_path[:-1])) > 1
    ]
    first = data.draw(st.integers(0, len(places)))
    in_turn = [*places[first:], *places[:first]]
    # Findings rest on values of their own resource first of all, and now and then a few others are tried before.
    own = [rule_path for rule_path in in_turn if rule_path[:2] in {path for _, path in found}]
    others = [rule_path for rule_path in in_turn if rule_path not in own]
    before = data.draw(st.sampled_from([0, 0, 0, 2]))
    for rule_path in [*others[:before], *own, *others[before:]][:MOST_PLACES] if found else ():
        without = copy.deepcopy(template)
        del at(without, rule_path[:-1])[rule_path[-1]]
        left = {(rule, path[:2]) for rule, path, _ in findings(without)}
        # For some rules it counts that something is there, whatever it is.
        resting = {
            (rule, path) for rule, path in found - left if key_of(rule_path) not in fix_of(rule).asks_presence_of
        }
        if not resting:
            continue
        unresolvable = findings(replaced(template, rule_path, {"Fn::Base64": {"Ref": UNRESOLVABLE}}))
        reached()
        assert resting.isdisjoint((rule, path[:2]) for rule, path, _ in unresolvable)
        return


def in_json_order(template: Template, _: st.DataObject) -> Template:
    return json.loads(json.dumps(template, sort_keys=True))  # type: ignore[no-any-return]


def as_parameter_default(template: Template, data: st.DataObject) -> Template:
    path = _some_place(template, data, str, int)
    # A parameter for the switch is a choice that somebody made.
    if path is None or key_of(path) == "AllowedOAuthFlowsUserPoolClient":
        return template
    value = at(template, path)
    changed = replaced(template, path, {"Ref": "Moved"})
    changed["Parameters"]["Moved"] = {"Type": "String", "Default": _text(value)}
    return changed


def as_mapping(template: Template, data: st.DataObject) -> Template:
    path = _some_place(template, data, str, int)
    if path is None:
        return template
    changed = replaced(template, path, {"Fn::FindInMap": ["Moved", "Top", "Second"]})
    changed["Mappings"] = {"Moved": {"Top": {"Second": at(template, path)}}}
    return changed


def behind_equal_branches(template: Template, data: st.DataObject) -> Template:
    path = _some_place(template, data, object)
    if path is None:
        return template
    value = at(template, path)
    return replaced(template, path, {"Fn::If": ["IsProd", value, copy.deepcopy(value)]})


def as_sub_without_variables(template: Template, data: st.DataObject) -> Template:
    path = _some_place(template, data, str)
    return template if path is None else replaced(template, path, {"Fn::Sub": at(template, path)})


def as_join(template: Template, data: st.DataObject) -> Template:
    path = _some_place(template, data, str)
    if path is None:
        return template
    text = at(template, path)
    return replaced(template, path, {"Fn::Join": ["", [text[:3], text[3:]]]})


def in_a_branch_that_is_always_taken(template: Template, data: st.DataObject) -> Template:
    path = _some_place(template, data, object)
    if path is None:
        return template
    changed = replaced(template, path, {"Fn::If": ["Always", at(template, path), {"Ref": "AWS::NoValue"}]})
    changed["Conditions"]["Always"] = {"Fn::Equals": ["yes", "yes"]}
    return changed


def with_properties_behind_equal_branches(template: Template, data: st.DataObject) -> Template:
    name = data.draw(st.sampled_from(sorted(template["Resources"])))
    properties = template["Resources"][name]["Properties"]
    return replaced(
        template, ("Resources", name, "Properties"), {"Fn::If": ["IsProd", properties, copy.deepcopy(properties)]}
    )


def _some_place(template: Template, data: st.DataObject, *kinds: type) -> Path | None:
    places = plain_values(template, *kinds)
    return data.draw(st.sampled_from(places)) if places else None


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


@pytest.mark.parametrize(
    "respell",
    [
        in_json_order,
        as_parameter_default,
        as_mapping,
        behind_equal_branches,
        as_sub_without_variables,
        as_join,
        in_a_branch_that_is_always_taken,
        with_properties_behind_equal_branches,
    ],
)
@given(template=templates(), data=st.data())
@reaches(0.8)
def test_equal_deployments_have_equal_findings(
    respell: Callable[[Template, st.DataObject], Template], template: Template, data: st.DataObject
) -> None:
    respelled = respell(template, data)
    if respelled == template and respell is not in_json_order:
        return
    reached()
    assert objections(respelled) == objections(template)


@given(templates(), st.data())
@reaches(0.9)
def test_the_fix_of_a_message_removes_that_finding_and_adds_none(template: Template, data: st.DataObject) -> None:
    found = found_in(template)
    if not found:
        return
    to_fix = data.draw(st.sampled_from(found))
    reached()
    assert_that_it_is_fixed(to_fix, template, found)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_message_says_what_fixes_the_plain_mistake(rule: Rule) -> None:
    template = plain_data(FIXTURES / rule_path_of(type(rule)) / "fail_plain.yaml")
    found = found_in(template)
    assert_that_it_is_fixed(next(each for each in found if each.rule == rule.id), template, found)


def assert_that_it_is_fixed(finding: Finding, template: Template, found: list[Finding]) -> None:
    left = found_in(fixed(template, finding))
    assert how_often(finding, left) < how_often(finding, found)
    added = set(map(where, left)) - set(map(where, found))
    assert not {(other, name) for other, name in added if other not in fix_of(finding.rule).may_reveal}


def how_often(finding: Finding, found: list[Finding]) -> int:
    return sum(other.rule == finding.rule and other.path[:2] == finding.path[:2] for other in found)


@given(templates())
@reaches(0.9)
def test_messages_show_no_trace_of_how_they_are_made(template: Template) -> None:
    found = findings(template)
    if found:
        reached()
    for rule, _, message in found:
        assert not [trace for trace in ("{'", '{"', "Unknown", "None", "[]") if trace in message], f"{rule}: {message}"
        assert message[-1] in ".?]", f"{rule}: {message}"


@given(templates(), st.data(), json_values)
def test_no_value_anywhere_raises_or_hides_the_findings_of_another_client(
    template: Template, data: st.DataObject, value: Any
) -> None:
    template["Resources"]["Witness"] = {
        "Type": "AWS::Cognito::UserPoolClient",
        "Properties": {"UserPoolId": "us-east-1_a1B2c3D4e", "AccessTokenValidity": 60},
    }
    places = [
        path
        for name, resource in template["Resources"].items()
        if name != "Witness"
        for path in values_below(resource, ("Resources", name))
        if len(path) > 2
    ]
    sections = [(section,) for section in ("Parameters", "Conditions")]
    broken = replaced(template, data.draw(st.sampled_from([*places, *sections])), value)
    found = findings(broken)
    assert ("E9511", ("Resources", "Witness", "Properties", "AccessTokenValidity")) in [found[:2] for found in found]
    for rule, _, message in found:
        assert isinstance(message, str), rule
