"""What a parameter can be, and so which deployments there are: by its pattern, its type and its limits, by what the host was given,
and by how conditions on it hang together.
"""

from __future__ import annotations

import itertools
import json
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from cfn_lint_cognito import check
from cfn_lint_cognito.engine.scenarios.enumeration import scenarios
from cfn_lint_cognito.engine.template.parameters import Parameter
from cfn_lint_cognito.engine.template.template import Template as ReadTemplate
from cfnlint.api import lint as lint_text
from cfnlint.rules import Rules
from hypothesis import given, settings
from hypothesis import strategies as st
from in_turn import in_turn
from linting import lint, rules_of_cfn_lint
from scenario_templates import equals, formulas, ref

Template = dict[str, Any]


def lasting(hours: Any, **sections: Any) -> Template:
    """A client whose access tokens live some hours; E9511 speaks of more than 24."""
    properties = {
        "UserPoolId": ref("Pool"),
        "AccessTokenValidity": hours,
        "TokenValidityUnits": {"AccessToken": "hours"},
    }
    client = {"Type": "AWS::Cognito::UserPoolClient", "Properties": properties}
    return {**sections, "Resources": {"Pool": {"Type": "AWS::Cognito::UserPool"}, "Web": client}}


def where(template: Template, **options: Any) -> list[str]:
    """In which deployments E9511 speaks, for each of its findings."""
    found = check(template, **options)
    assert {finding.rule for finding in found} <= {"E9511"}, found
    return [finding.when for finding in found]


# --- Patterns --------------------------------------------------------------------------------------------------------


@in_turn(
    ("pattern", "values"),
    [
        ("^(dev|prod)$", ["dev", "prod"]),
        ("(?:dev|prod)", ["dev", "prod"]),
        ("dev|prod", ["dev", "prod"]),
        ("^dev$|^prod$", ["dev", "prod"]),
        ("^dev|prod$", ["dev", "prod"]),
        (r"\Adev\z", ["dev"]),
        ("(eu|us)-(west|east)-1", ["eu-west-1", "eu-east-1", "us-west-1", "us-east-1"]),
        ("((dev|test)|prod)", ["dev", "test", "prod"]),
        ("prod(-blue)?", ["prod-blue", "prod"]),
        ("|dev", ["", "dev"]),
        ("(dev|)", ["dev", ""]),
        (r"a\.b|a\|b", ["a.b", "a|b"]),
        (r"(a\\|b)", ["a\\", "b"]),
        (r"dev\$", ["dev$"]),
        ("(?!prod)(dev|prod)", ["dev", "prod"]),
    ],
)
def test_a_pattern_of_alternatives_leaves_a_few_values(pattern: str, values: list[str]) -> None:
    limited = Parameter({"Type": "String", "AllowedPattern": pattern})
    assert list(limited.accepted_values) == values
    assert all(limited.accepts(value) for value in values)
    assert not limited.accepts("anything else")


@in_turn(
    "pattern",
    [
        *(
            "[dp].*",
            "dev+",
            "dev*",
            "dev.",
            "(dev|prod){1}",
            "(?i)dev|prod",
            "(?x) dev | prod",
            r"\Qdev|prod\E",
            "[a-c]",
        ),
        *("(dev", "dev)", "dev]", "{", r"\x41", r"(dev)\1", r"\p{L}", "(?<stage>dev)", "a**", "", "(a|b)" * 7),
    ],
)
def test_any_other_pattern_may_leave_anything(pattern: str) -> None:
    limited = Parameter({"Type": "String", "AllowedPattern": pattern})
    assert limited.accepted_values == ()
    assert limited.accepts("anything else")


@in_turn("kind", ["Number", "CommaDelimitedList", "AWS::SSM::Parameter::Value<String>", None])
def test_a_pattern_counts_for_texts_alone(kind: str | None) -> None:
    assert Parameter({"Type": kind, "AllowedPattern": "dev|prod"}).accepted_values == ()


@in_turn(
    ("pattern", "may_be_empty"),
    [
        *(
            (pattern, False)
            for pattern in ("https://.+", ".+", "^[a-z]+$", ".{1,}", "a|b+", r"\d{3}", "(a?)(b*)c", "(?=x).")
        ),
        *(
            (pattern, True)
            for pattern in (".*", "^$|https://.+", "(.+)?", "a{0,3}", "(a?)(b*)", "|a", "(?=.+).*", r"\d*")
        ),
        # Python and Java read these differently, and so is what nobody can read.
        *((pattern, True) for pattern in ("[[:alpha:]]*", "[a-z&&[^b]]*", "[]a]*", "(?i).+", "((", "a" * 3000)),
    ],
)
def test_whether_a_pattern_forbids_the_empty_text(pattern: str, may_be_empty: bool) -> None:
    assert Parameter({"Type": "String", "AllowedPattern": pattern}).accepts("") is may_be_empty


@given(st.text("ab|()?^$.*+\\-", max_size=12))
def test_what_is_told_of_a_pattern_is_true(pattern: str) -> None:
    limited = Parameter({"Type": "String", "AllowedPattern": pattern})
    try:
        compiled = re.compile(pattern)
    except re.error:
        return
    texts = map("".join, itertools.chain.from_iterable(itertools.product("ab-|.", repeat=size) for size in range(4)))
    matched = [text for text in texts if compiled.fullmatch(text)]
    assert all(map(limited.accepts, matched))


@pytest.mark.parametrize(
    "pattern",
    [
        "(a*)*" * 20_000 + "b",
        "(|)" * 400 + "b",
        "(" * 2_000,
        "(a|b)" * 400,
        "a|" * 1_000,
        "(" + "ab|" * 600 + ")" + r"\." * 90,
    ],
)
def test_a_hostile_pattern_costs_nothing(pattern: str) -> None:
    parameters = {f"P{number}": {"Type": "String", "AllowedPattern": pattern} for number in range(30)}
    asked = {"Fn::Or": [equals(ref(name), "") for name in parameters]}
    began = time.process_time()
    check(lasting({"Fn::If": ["IsEmpty", 48, 1]}, Parameters=parameters, Conditions={"IsEmpty": asked}))
    assert time.process_time() - began < 5


STAGE = {"Stage": {"Type": "String", "AllowedPattern": "^(dev|prod)$"}}


def test_what_a_pattern_leaves_no_room_for_is_no_deployment() -> None:
    conditions = {"IsDev": equals(ref("Stage"), "dev"), "IsProd": equals(ref("Stage"), "prod")}
    hours = {"Fn::If": ["IsDev", 1, {"Fn::If": ["IsProd", 2, 48]}]}
    assert where(lasting(hours, Parameters=STAGE, Conditions=conditions)) == []
    open_stage = {"Stage": {"Type": "String"}}
    assert where(lasting(hours, Parameters=open_stage, Conditions=conditions)) == [
        "when IsDev is false and IsProd is false"
    ]


# --- Combinations, against brute force -------------------------------------------------------------------------------

TEXTS = (
    "",
    "a",
    "b",
    "b-c",
    "c",
    "a-c",
    "1",
    "2",
    "3",
    "4",
    "q",
    "r",
    "s",
    "xx",
    "yy",
    "zz",
    "77",
    "88",
    "99",
    "1.5",
    "2.0",
    "2.5",
)
NUMBERS = [text for text in TEXTS if text.replace(".", "").isdigit()]
DOMAINS: Mapping[str, tuple[Template, Sequence[str]]] = {
    "Stage": ({"Type": "String", "AllowedPattern": "^(a|b)$"}, ["a", "b"]),
    "Joined": ({"Type": "String", "AllowedPattern": "((a|b)-)?c"}, ["a-c", "b-c", "c"]),
    "Few": ({"Type": "Number", "MinValue": 1, "MaxValue": 3}, [text for text in NUMBERS if 1 <= float(text) <= 3]),
    "Number": ({"Type": "Number", "MinValue": "nan"}, NUMBERS),
    "Filled": ({"Type": "String", "MinLength": 1}, TEXTS[1:]),
    "AnyLetters": ({"Type": "String", "AllowedPattern": ".+"}, TEXTS[1:]),
    "Letter": ({"Type": "String", "MaxLength": 1}, [text for text in TEXTS if len(text) < 2]),
    "Text": ({"Type": "String"}, TEXTS),
    "Listed": ({"Type": "String", "AllowedValues": ["a", "b", ""], "AllowedPattern": ".+"}, ["a", "b"]),
    "Numbered": ({"Type": "Number", "AllowedValues": [1, 2, 3], "MinValue": 2}, ["2", "3"]),
}
"""Parameters and enough of their values: all, or all that are compared and some that are not."""


PARAMETERS = ("First", "Second", "Third")
CONDITIONS = ("One", "Two", "Three", "Four")
limits = st.lists(st.sampled_from(sorted(DOMAINS)), min_size=1, max_size=len(PARAMETERS), unique=True)
counts = st.integers(1, len(CONDITIONS))
literals = st.sampled_from(("a", "b", "c", "a-c", "", "1", "2", "3"))


@st.composite
def conditioned(draw: st.DrawFn) -> tuple[Template, Mapping[str, str]]:
    """Conditions, and which of DOMAINS each of the parameters has that they ask for."""
    limited = dict(zip(PARAMETERS, draw(limits), strict=False))
    conditions: Template = {}
    for name in CONDITIONS[: draw(counts)]:
        conditions[name] = draw(formulas(_equalities(tuple(limited)), tuple(conditions), max_leaves=4))
    return conditions, limited


@cache
def _equalities(parameters: Sequence[str]) -> st.SearchStrategy[Template]:
    bare = st.sampled_from(parameters).map(ref)
    side = st.one_of(bare, literals)
    return st.one_of(st.tuples(bare, side), st.tuples(side, bare)).map(lambda pair: equals(*pair))


def truth(formula: Any, conditions: Template, values: Mapping[str, str]) -> bool:
    ((function, argument),) = formula.items()
    if function == "Condition":
        return truth(conditions[argument], conditions, values)
    if function == "Fn::Equals":
        left, right = (side if isinstance(side, str) else values[side["Ref"]] for side in argument)
        return left == right
    truths = [truth(part, conditions, values) for part in argument]
    return {"Fn::And": all(truths), "Fn::Or": any(truths), "Fn::Not": not truths[0]}[function]


def truths(conditions: Template, domains: Mapping[str, Sequence[str]]) -> Iterator[tuple[bool, ...]]:
    """What the conditions are, for each combination of the values of the parameters."""
    for chosen in itertools.product(*domains.values()):
        values = dict(zip(domains, chosen, strict=True))
        yield tuple(truth(formula, conditions, values) for formula in conditions.values())


@given(conditioned())
def test_exactly_the_combinations_that_limited_parameters_allow_are_found(
    drawn: tuple[Template, Mapping[str, str]],
) -> None:
    conditions, limited = drawn
    template = {"Parameters": {name: DOMAINS[limit][0] for name, limit in limited.items()}, "Conditions": conditions}
    judged = scenarios(
        ReadTemplate(template, ("us-east-1",)), lambda view: tuple(map(view.condition, conditions))
    ).judged
    domains = {name: DOMAINS[limit][1] for name, limit in limited.items()}
    assert {each.result for each in judged} == set(truths(conditions, domains))


@in_turn(
    ("declared", "value", "is_satisfiable"),
    [
        ({"Type": "Number"}, "", False),
        ({"Type": "Number"}, "nan", False),
        ({"Type": "Number", "MinValue": "nan", "MaxValue": "inf"}, "5", True),
        ({"Type": "Number", "MinValue": 0.2, "MaxValue": 0.8}, "0.5", True),
        ({"Type": "Number", "MinValue": 0.2, "MaxValue": 0.8}, "1", False),
        ({"Type": "String", "MinLength": "nan"}, "", True),
        ({"Type": "String", "MinLength": 900}, "prod", False),
        ({"Type": "String", "MaxLength": 0}, "", True),
        ({"Type": "String", "AllowedValues": ["", "prod"], "MinLength": 1}, "", False),
        ({"Type": "String", "AllowedValues": ["", "prod"], "MinLength": 9}, "prod", True),  # Nobody can deploy it.
    ],
)
def test_what_a_parameter_cannot_be_it_is_not(declared: Template, value: str, is_satisfiable: bool) -> None:
    conditions = {"Is": equals(ref("Limited"), value)}
    template = lasting({"Fn::If": ["Is", 48, 1]}, Parameters={"Limited": declared}, Conditions=conditions)
    assert bool(where(template)) is is_satisfiable


@in_turn("lookup", [ref("Stage"), {"Fn::Sub": "${Stage}"}])
def test_a_pattern_narrows_the_keys_of_a_mapping(lookup: Any) -> None:
    rows = {"dev": {"Hours": 1}, "prod": {"Hours": 2}, "old": {"Hours": 48}}
    hours = {"Fn::FindInMap": ["Stages", lookup, "Hours"]}
    assert where(lasting(hours, Parameters=STAGE, Mappings={"Stages": rows})) == []


# --- Conditions whose relation cannot be told ------------------------------------------------------------------------

LIST = {"Names": {"Type": "CommaDelimitedList"}}
FIRST = {"Fn::Not": [equals({"Fn::Select": [0, ref("Names")]}, "")]}
ANY = {"Fn::Not": [equals({"Fn::Join": ["", ref("Names")]}, "")]}
"""Whoever has a first name has any: nothing here can tell that."""


@in_turn(
    "third",
    [
        {"Fn::And": [{"Condition": "HasFirst"}, {"Fn::Not": [{"Condition": "HasAny"}]}]},
        {"Fn::Not": [{"Fn::Or": [{"Fn::Not": [{"Condition": "HasFirst"}]}, {"Condition": "HasAny"}]}]},
        {
            "Fn::And": [
                {"Condition": "HasFirstAgain"},
                {"Fn::Not": [{"Fn::Or": [{"Condition": "HasAny"}, equals("a", "b")]}]},
            ]
        },
        {"Fn::And": [FIRST, {"Fn::Not": [ANY]}]},
        {"Condition": "Joined"},
    ],
)
def test_what_cannot_be_told_is_not_told_through_a_name(third: Any) -> None:
    conditions = {
        "HasFirst": FIRST,
        "HasAny": ANY,
        "HasFirstAgain": {"Condition": "HasFirst"},
        "Joined": {"Fn::And": [{"Condition": "HasFirstAgain"}, {"Fn::Not": [{"Condition": "HasAny"}]}]},
        "Third": third,
    }
    assert where(lasting({"Fn::If": ["Third", 48, 1]}, Parameters=LIST, Conditions=conditions)) == []


@in_turn(
    ("third", "said"),
    [
        ({"Fn::Or": [{"Condition": "HasFirst"}, {"Condition": "HasAny"}]}, "when Third is true"),
        ({"Fn::And": [{"Condition": "HasFirst"}, {"Condition": "IsProd"}]}, "when Third is true"),
        ({"Fn::Not": [{"Condition": "HasAny"}]}, "when Third is true"),
    ],
)
def test_what_one_of_them_settles_is_told(third: Any, said: str) -> None:
    conditions = {"HasFirst": FIRST, "HasAny": ANY, "IsProd": equals(ref("Stage"), "prod"), "Third": third}
    assert where(lasting({"Fn::If": ["Third", 48, 1]}, Parameters=LIST | STAGE, Conditions=conditions)) == [said]


@pytest.mark.parametrize("value", [ref("Names"), {"Fn::Sub": "${Names}"}])
@in_turn(("text", "said"), [("b", []), ("b,a", []), ("a", ["when Both is true"]), ("a,b", ["when Both is true"])])
def test_what_the_value_of_a_parameter_tells_is_told(value: Any, text: str, said: list[str]) -> None:
    """A text that is `b` has no first field `a`."""
    formulas = [equals({"Fn::Select": [0, {"Fn::Split": [",", ref("Names")]}]}, "a"), equals(value, text)]
    for both in itertools.permutations(formulas):
        conditions = {"Both": {"Fn::And": list(both)}}
        template = lasting({"Fn::If": ["Both", 48, 1]}, Parameters={"Names": {"Type": "String"}}, Conditions=conditions)
        assert where(template) == said


def test_many_cases_that_cannot_be_told_are_not_told_of_all_deployments() -> None:
    """There are more of them than a message names."""
    names = [f"Names{number}" for number in range(5)]
    conditions = {
        name: {
            "Fn::And": [
                equals({"Fn::Select": [0, ref(name)]}, "a"),
                equals({"Fn::Join": ["", ref(name)]}, "b"),
            ]
        }
        for name in names
    }
    unit: Any = "minutes"
    for name in names:
        unit = {"Fn::If": [name, "hours", unit]}
    template = lasting(48, Parameters=dict.fromkeys(names, LIST["Names"]), Conditions=conditions)
    template["Resources"]["Web"]["Properties"]["TokenValidityUnits"]["AccessToken"] = unit
    assert where(template) == []


# --- Past the cap ----------------------------------------------------------------------------------------------------


@settings(max_examples=settings().max_examples // 6)  # Each judges more than a hundred deployments.
@given(st.lists(st.sampled_from([1, 2, 48]), min_size=4, max_size=4), st.permutations(range(9)))
def test_the_words_are_true_where_not_all_deployments_were_judged(leaves: list[int], order: list[int]) -> None:
    names = [f"Is{letter}" for letter in "ABCDEFGHI"]
    conditions = {name: equals(ref(name), "yes") for name in names}
    first, second, *others = (names[index] for index in order)
    hours: Any = leaves[3]
    for leaf, name in zip(itertools.cycle(leaves[:3]), others, strict=False):
        hours = {"Fn::If": [name, {"Fn::If": [first, leaf, {"Fn::If": [second, hours, leaf]}]}, hours]}
    template = lasting(hours, Parameters={name: {"Type": "String"} for name in names}, Conditions=conditions)
    found = where(template)

    def is_at_fault(holds: Mapping[str, bool]) -> bool:
        value = hours
        while isinstance(value, dict):
            name, yes, no = value["Fn::If"]
            value = yes if holds[name] else no
        return bool(value == 48)

    everywhere = [dict(zip(names, chosen, strict=True)) for chosen in itertools.product([True, False], repeat=9)]
    at_fault = list(map(is_at_fault, everywhere))
    assert bool(found) == any(at_fault)
    for words in found:
        for case in re.sub("^in some deployments(, for instance )?", "", words).removeprefix("when ").split(" or "):
            named = {name: truth == "true" for name, truth in re.findall(r"(\w+) is (true|false)", case)}
            if named or not words:
                cases = [all(holds[name] == value for name, value in named.items()) for holds in everywhere]
                assert any(cases)
                assert all(diagnostic for diagnostic, is_case in zip(at_fault, cases, strict=True) if is_case)


# --- Choices behind mappings of regions ------------------------------------------------------------------------------


def test_regions_that_nobody_asks_for_hide_no_contradiction() -> None:
    regions = {
        f"{area}-{side}-{number}" for area in ("us", "eu", "ap") for side in ("east", "west") for number in range(9)
    }
    switch = {"Fn::If": ["IsA", False, {"Fn::If": ["IsB", False, False]}]}
    oauth = {"AllowedOAuthFlowsUserPoolClient": switch, "AllowedOAuthFlows": ["code"], "AllowedOAuthScopes": ["openid"]}
    template = lasting(
        1,
        Parameters={"A": {"Type": "String"}, "B": {"Type": "String"}},
        Conditions={"IsA": equals(ref("A"), "x"), "IsB": equals(ref("B"), "x")},
        Mappings={"Images": {region: {"Image": "ami-1"} for region in sorted(regions)}},
    )
    template["Resources"]["Web"]["Properties"] |= oauth
    assert {finding.rule for finding in check(template)} == {"E9522"}


# --- Parameters that the host was given ------------------------------------------------------------------------------

TRANSFORMS = [
    None,
    "AWS::Serverless-2016-10-31",
    "AWS::LanguageExtensions",
    ["AWS::LanguageExtensions", "Custom::Macro"],
]
HOURS = {"Hours": {"Type": "Number", "Default": 48}}


def written(transform: Any, folder: Path) -> Path:
    path = folder / "template.json"
    template = lasting(ref("Hours"), Parameters=HOURS)
    path.write_text(json.dumps(template if transform is None else {"Transform": transform, **template}))
    return path


def told_by_cfn_lint(path: Path, *options: str) -> list[str]:
    return [each.message for each in lint([path], *options)[path] if each.rule == "E9511"]


def parameter_file(path: Path, hours: str) -> str:
    path.write_text(json.dumps([{"ParameterKey": "Hours", "ParameterValue": hours}]))
    return str(path)


@pytest.mark.parametrize("transform", TRANSFORMS, ids=str)
def test_given_parameters_come_before_defaults_in_every_template(
    transform: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(transform, tmp_path)
    monkeypatch.chdir(tmp_path)
    (message,) = told_by_cfn_lint(path)
    assert "(48 is the Default of parameter Hours)" in message
    assert told_by_cfn_lint(path, "--parameters", "Hours=12") == []
    (message,) = told_by_cfn_lint(path, "--parameters", "Hours=60")
    assert "(60 is the value given for parameter Hours)" in message
    (tmp_path / ".cfnlintrc").write_text("parameters:\n  - Hours: 12\n")
    assert told_by_cfn_lint(path) == []


@pytest.mark.parametrize("transform", TRANSFORMS, ids=str)
def test_a_default_that_every_parameter_file_replaces_is_not_judged(transform: Any, tmp_path: Path) -> None:
    """cfn-lint runs once more without the files."""
    path = written(transform, tmp_path)
    short, long = parameter_file(tmp_path / "short.json", "12"), parameter_file(tmp_path / "long.json", "60")
    assert told_by_cfn_lint(path, "--parameter-files", short) == []
    messages = set(told_by_cfn_lint(path, "--parameter-files", short, long))
    assert len(messages) == 1
    assert "(60 is the value given for parameter Hours)" in messages.pop()


@pytest.mark.parametrize("transform", TRANSFORMS, ids=str)
def test_given_parameters_count_for_those_who_call_cfn_lint_too(
    transform: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    of_cfn_lint = rules_of_cfn_lint()
    monkeypatch.setattr(Rules, "create_from_directory", lambda _: of_cfn_lint)  # Each call reads them again.
    text = written(transform, tmp_path).read_text()
    options: Any = {"append_rules": ["cfn_lint_cognito"], "regions": ["us-east-1"]}
    assert "E9511" in {match.rule.id for match in lint_text(text, config=options)}
    assert "E9511" not in {
        match.rule.id for match in lint_text(text, config={**options, "parameters": [{"Hours": "12"}]})
    }
