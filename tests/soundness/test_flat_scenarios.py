"""A template with conditions, against the flat templates of all its deployments, each made by a resolver of this test's own.

What is found in a flat template must be told of the one with conditions, and what is told there must be found where it says.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from cfn_lint_cognito import check
from cfn_lint_cognito.engine.report.finding import Finding
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from reach import reached, reaches
from scenario_templates import equals, formulas

Template = dict[str, Any]
Assignment = Mapping[str, str]
Place = tuple[str, ...]
"""A rule, a resource and a property."""

ALLOWED: Mapping[str, Sequence[str]] = {"Stage": ("dev", "test", "prod"), "Size": ("s", "l"), "Kind": ("x", "y")}
NAMES = ("IsOne", "IsTwo", "IsThree")
ABSENT = {"Ref": "AWS::NoValue"}
REGION, PARTITION = "AWS::Region", "AWS::Partition"
PARTITIONS = {"us-east-1": "aws", "eu-west-1": "aws", "cn-north-1": "aws-cn"}
ABOUT_CHOICES = ("E9522", "W9523")
"""What may be chosen is asked of the whole template, and a flat one has no choice left."""


equalities = st.sampled_from(
    [equals({"Ref": name}, value) for name, values in ALLOWED.items() for value in values]
    + [equals("test", {"Ref": "Stage"}), equals({"Fn::Sub": "${Stage}-${Size}"}, "dev-s")]
    + [equals({"Ref": REGION}, region) for region in PARTITIONS]
    + [equals("aws-cn", {"Ref": PARTITION}), equals({"Fn::Sub": "${AWS::Region}-${Size}"}, "eu-west-1-s")]
)


class Writer:
    """Writes values of which it depends on conditions, and on keys of mappings, what they are."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.rows: dict[str, dict[str, dict[str, Any]]] = {
            key: {value: {"Unused": 1} for value in ALLOWED[key]} for key in ("Stage", "Size")
        }
        self.parameters: dict[str, Sequence[Any]] = {}
        """The AllowedValues of those that are used as values."""
        self.conditions: Template = {}
        for name in NAMES:
            self.conditions[name] = draw(formulas(equalities, tuple(self.conditions)))

    def value(self, leaves: Sequence[Any], name: str | None = None, depth: int = 2) -> Any:
        """One of some values, the value of a parameter if there is a `name`, or nothing."""
        kinds = ["leaf", "look up", *(["parameter"] * 2 if name else []), *(["if"] * 2 if depth else ["absent"])]
        kind = self.draw(st.sampled_from(kinds))
        if kind == "leaf":
            return self.draw(st.sampled_from(leaves))
        if kind == "absent":
            return ABSENT
        if kind == "parameter":
            self.parameters[name] = leaves
            return {"Ref": name}
        if kind == "look up":
            key = self.draw(st.sampled_from(sorted(self.rows)))
            column = f"C{sum(map(len, self.rows[key].values()))}"
            for row in self.rows[key].values():
                row[column] = self.draw(st.sampled_from(leaves))
            return {"Fn::FindInMap": [f"Of{key}", {"Ref": key}, column]}
        branches = [self.value(leaves, name, depth - 1) for _ in range(2)]
        return {"Fn::If": [self.draw(st.sampled_from(NAMES)), *branches]}

    def items(self, leaves: Sequence[Any]) -> list[Any]:
        return [self.value(leaves) for _ in range(self.draw(st.integers(1, 2)))]

    def resource(self, kind: str, properties: Template, always: int = 1) -> Template:
        """A resource, of which `always` in so many and three have no condition."""
        condition = self.draw(st.sampled_from([None] * always + [*NAMES]))
        declared = {"Type": f"AWS::Cognito::{kind}", "Properties": properties}
        return declared if condition is None else {**declared, "Condition": condition}


def deciding(writer: Writer) -> Template:
    """Some properties of a client that depend on conditions and on keys of mappings."""
    every: dict[str, Callable[[], Any]] = {
        "AccessTokenValidity": lambda: writer.value([1, 12, 48, 400]),
        "TokenValidityUnits": lambda: {"AccessToken": writer.value(["hours", "minutes"])},
        "CallbackURLs": lambda: writer.items(["https://app.acme.dev/cb", "http://app.acme.dev/cb", "https://b.dev/#x"]),
        "WriteAttributes": lambda: writer.items(["email", "name", "email_verified"]),
        "SupportedIdentityProviders": lambda: writer.items(["COGNITO", "Google", "Corp"]),
        "AllowedOAuthScopes": lambda: writer.items(["openid", "email", "OpenID"]),
        "ClientName": lambda: writer.value(["Web", "Bücher"]),
        "EnableTokenRevocation": lambda: writer.value([True, False]),
    }
    chosen = writer.draw(st.lists(st.sampled_from(sorted(every)), min_size=1, max_size=3, unique=True))
    return {name: every[name]() for name in chosen}


def lasting(writer: Writer) -> Template:
    """Properties of a client that depend on the values of parameters, too."""
    hours = writer.draw(st.sampled_from([[1, 48], [48, 400], [12, 24], [400]]))
    units = writer.draw(st.sampled_from([["hours", "days"], ["days"], ["hours", "minutes"]]))
    return {
        "AccessTokenValidity": writer.value(hours, "Hours"),
        "TokenValidityUnits": {"AccessToken": writer.value(units, "Unit")},
        "ClientName": writer.value(writer.draw(st.sampled_from([["Web", "Bücher"], ["Bücher"]])), "Name"),
    }


@st.composite
def templates(draw: st.DrawFn, properties: Callable[[Writer], Template]) -> Template:
    writer = Writer(draw)
    client = {
        "UserPoolId": {"Ref": "Pool"},
        "AllowedOAuthFlowsUserPoolClient": True,
        "AllowedOAuthFlows": ["code"],
        **properties(writer),
    }
    provider = {"UserPoolId": {"Ref": "Pool"}, "ProviderName": "Google", "ProviderType": "Google"}
    allowed = {**ALLOWED, **writer.parameters}
    return {
        "Parameters": {name: {"Type": "String", "AllowedValues": [*values]} for name, values in allowed.items()},
        "Conditions": writer.conditions,
        "Resources": {
            "Pool": writer.resource("UserPool", {}, always=4),
            "Google": writer.resource("UserPoolIdentityProvider", provider),
            "Web": writer.resource("UserPoolClient", client),
        },
        "Mappings": {f"Of{key}": rows for key, rows in writer.rows.items()},
        "Metadata": {"Regions": draw(st.lists(st.sampled_from([*PARTITIONS]), min_size=1, max_size=2, unique=True))},
    }


# --- The resolver ----------------------------------------------------------------------------------------------------


def assignments(template: Template) -> Iterator[Assignment]:
    """What the region and the parameters can be. What the conditions and keys are about comes first."""
    allowed = [declared["AllowedValues"] for declared in template["Parameters"].values()]
    for region, *values in itertools.product(template["Metadata"]["Regions"], *allowed):
        parameters = dict(zip(template["Parameters"], map(str, values), strict=True))
        yield {REGION: region, PARTITION: PARTITIONS[region], **parameters}


def refers_to_nothing(flat: Template, template: Template) -> bool:
    """Whether CloudFormation rejects a deployment since something in it refers to a resource that it lacks."""
    referred_to = re.findall(r'{"Ref": "(\w+)"}', json.dumps(flat))
    return any(name in template["Resources"] and name not in flat["Resources"] for name in referred_to)


class Resolver:
    """What one deployment makes of a template."""

    def __init__(self, template: Template, assignment: Assignment) -> None:
        self.template = template
        self.assignment = assignment

    def flat(self) -> Template:
        resources = {
            name: {"Type": declared["Type"], "Properties": self.value(declared.get("Properties", {}))}
            for name, declared in self.template["Resources"].items()
            if "Condition" not in declared or self.holds({"Condition": declared["Condition"]})
        }
        return {"Resources": resources}

    def holds(self, formula: Template) -> bool:
        ((function, argument),) = formula.items()
        if function == "Condition":
            return self.holds(self.template["Conditions"][argument])
        if function == "Fn::Equals":
            left, right = map(self.value, argument)
            return bool(left == right)
        truths = [self.holds(part) for part in argument]
        return {"Fn::And": all(truths), "Fn::Or": any(truths), "Fn::Not": not truths[0]}[function]

    def value(self, written: Any) -> Any:
        if isinstance(written, list):
            return [self.value(item) for item in written if self.value(item) != ABSENT]
        if not isinstance(written, dict):
            return written
        if "Fn::If" in written:
            name, *branches = written["Fn::If"]
            return self.value(branches[0 if self.holds({"Condition": name}) else 1])
        if "Fn::FindInMap" in written:
            rows, first, second = written["Fn::FindInMap"]
            return self.template["Mappings"][rows][self.value(first)][self.value(second)]
        if "Fn::Sub" in written:
            return re.sub(r"\$\{([\w:]+)\}", lambda match: self.assignment[match[1]], written["Fn::Sub"])
        if written.get("Ref") in self.assignment:
            return self.assignment[written["Ref"]]
        return {key: self.value(below) for key, below in written.items() if self.value(below) != ABSENT}


# --- What a finding says of where it holds ---------------------------------------------------------------------------

WHATEVER = re.compile(r"(?:^|, )whatever (?:.+) (?:is|are), for instance when .+$")
CIRCUMSTANCE = re.compile(
    r"(?P<name>[\w:]+) is (?:not (?P<other>[\w-]+)|neither (?P<others>.+? nor [\w-]+)|(?P<value>[\w-]+))"
)


def cases_in(words: str) -> list[str]:
    """The cases that "when ..." names: each begins with a word of its own, or names one thing alone."""
    words = WHATEVER.sub("", words)
    words = words.removeprefix("in some deployments").removeprefix(", for instance ").removesuffix(" or in others")
    cases = re.split(r"(?:, | or )when ", words.removeprefix("when "))
    return re.split(r", (?![\w-]+ nor)| or ", cases[0]) if len(cases) == 1 and " or " in words else cases


def is_of_case(case: str, template: Template, assignment: Assignment) -> bool:
    found = list(CIRCUMSTANCE.finditer(case))
    assert bool(found) is bool(case), case
    for circumstance in found:
        name, value = circumstance["name"], circumstance["value"]
        if name in template["Conditions"]:
            if Resolver(template, assignment).holds({"Condition": name}) is not (value == "true"):
                return False
        elif value is not None:
            if assignment[name] != value:
                return False
        elif assignment[name] in re.split(r", | nor ", circumstance["other"] or circumstance["others"]):
            return False
    return True


def place_of(finding: Finding) -> Place:
    return finding.rule, str(finding.path[1]), *map(str, finding.path[3:4])


class Flat(NamedTuple):
    """A deployment: what the parameters are in it, its flat template, and what is found there."""

    assignment: Assignment
    template: Template
    found: frozenset[Place]


def deployments(template: Template) -> list[Flat]:
    """All that CloudFormation may accept."""
    judged: dict[str, frozenset[Place]] = {}
    every: list[Flat] = []
    for assignment in assignments(template):
        flat = Resolver(template, assignment).flat()
        if refers_to_nothing(flat, template):
            continue
        spelled = json.dumps(flat)
        if spelled not in judged:
            judged[spelled] = frozenset(map(place_of, told(flat)))
        every.append(Flat(assignment, flat, judged[spelled]))
    assume(every)
    return every


def told(template: Template) -> list[Finding]:
    named = {"regions": template["Metadata"]["Regions"]} if "Metadata" in template else {}
    return [finding for finding in check(template, advice=True, **named) if finding.rule not in ABOUT_CHOICES]


def may_be_in(finding: Finding, template: Template, assignment: Assignment) -> bool:
    """Whether a finding says that it may hold in a deployment."""
    is_open = finding.when.startswith("in some deployments") or finding.when.endswith("or in others")
    return is_open or any(is_of_case(case, template, assignment) for case in cases_in(finding.when))


def claimed(finding: Finding, template: Template, every: Sequence[Flat]) -> Iterator[list[Flat]]:
    """The deployments of each case that a finding names."""
    for case in cases_in(finding.when):
        yield [
            flat
            for flat in every
            if finding.resource in flat.template["Resources"] and is_of_case(case, template, flat.assignment)
        ]


def check_findings(template: Template, every: Sequence[Flat], findings: Sequence[Finding]) -> None:
    """Checks that each finding holds in a deployment that it names, and in all of them where it does not say "some"."""
    for finding in findings:
        for of_case in claimed(finding, template, every):
            assert any(place_of(finding) in flat.found for flat in of_case), finding
            if not finding.when.startswith("in some deployments"):
                assert [flat.assignment for flat in of_case if place_of(finding) not in flat.found] == [], finding


@settings(max_examples=settings().max_examples // 2)  # Each judges a dozen templates.
@given(templates(deciding))
@reaches(0.7)
def test_a_template_tells_what_its_flat_deployments_do(template: Template) -> None:
    every = deployments(template)
    findings = told(template)
    if findings:
        reached()
    check_findings(template, every, findings)
    for flat in every:
        silent = flat.found - {place_of(each) for each in findings if may_be_in(each, template, flat.assignment)}
        assert not silent, flat.assignment


@settings(max_examples=settings().max_examples // 3)
@given(templates(lasting))
@reaches(0.7)
def test_what_holds_whatever_the_values_of_parameters_are_is_told(template: Template) -> None:
    every = deployments(template)
    findings = told(template)
    if findings:
        reached()
    check_findings(template, every, findings)
    for _, together in itertools.groupby(
        every, key=lambda flat: [flat.assignment[name] for name in (REGION, *ALLOWED)]
    ):
        flats = list(together)
        found_in_all = frozenset.intersection(*(flat.found for flat in flats))
        for flat in flats:
            silent = found_in_all - {place_of(each) for each in findings if may_be_in(each, template, flat.assignment)}
            assert not silent, flat.assignment
