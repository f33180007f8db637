"""No secret reaches a message: not the value of a NoEcho parameter, and not the password in a URL."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from cfn_lint_cognito import Finding, check
from linting import RULES, fixtures_by_place, plain_data

SECRET = "Hidden"
LONG_ENOUGH_TO_BE_NO_ACCIDENT = 8
BY_RULE = {rule.id: rule for rule in RULES}


def scalars(part: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(part, dict):
        for key, below in part.items():
            if not str(key).startswith(("Fn::", "Ref")):
                yield from scalars(below, (*path, key))
    elif isinstance(part, list):
        for index, item in enumerate(part):
            yield from scalars(item, (*path, index))
    elif isinstance(part, str):
        yield path, part


def with_secret(template: dict[str, Any], path: tuple[str | int, ...], value: str) -> dict[str, Any]:
    """The template with a text as the Default of a NoEcho parameter."""
    changed = copy.deepcopy(template)
    changed.setdefault("Parameters", {})[SECRET] = {"Type": "String", "NoEcho": True, "Default": value}
    *above, last = path
    holder: Any = changed
    for key in above:
        holder = holder[key]
    holder[last] = {"Ref": SECRET}
    return changed


def says(finding: Finding) -> str:
    return f"{finding.text} {finding.message} {finding.fix} {finding.when}"


@pytest.mark.parametrize("rule_path", fixtures_by_place())
def test_the_value_of_a_noecho_parameter_is_in_no_message(rule_path: str) -> None:
    (plain,) = (fixture for fixture in fixtures_by_place()[rule_path] if fixture.path.stem == "fail_plain")
    template = plain_data(plain.path)
    for name, resource in template["Resources"].items():
        for path, value in scalars(resource.get("Properties", {}), ("Resources", name, "Properties")):
            if len(value) < LONG_ENOUGH_TO_BE_NO_ACCIDENT:
                continue
            for finding in check(with_secret(template, path, value), advice=True):
                if value not in BY_RULE[finding.rule].shortdesc:
                    assert value not in says(finding), (path, finding)


def client(**properties: Any) -> dict[str, Any]:
    base = {
        "UserPoolId": "us-east-1_abc123",
        "SupportedIdentityProviders": ["COGNITO"],
        "AllowedOAuthFlowsUserPoolClient": True,
        "AllowedOAuthFlows": ["code"],
        "AllowedOAuthScopes": ["openid"],
    }
    return {"Resources": {"Web": {"Type": "AWS::Cognito::UserPoolClient", "Properties": {**base, **properties}}}}


def noecho(template: dict[str, Any], **declared: Any) -> dict[str, Any]:
    return {**template, "Parameters": {SECRET: {"Type": "String", "NoEcho": True, **declared}}}


@pytest.mark.parametrize("parameters", [{}, {SECRET: "s3cr3t-path"}])
def test_a_message_shows_the_name_of_the_parameter_in_a_text(parameters: dict[str, str]) -> None:
    template = noecho(client(CallbackURLs=[{"Fn::Sub": f"http://acme.dev/${{{SECRET}}}"}]), Default="s3cr3t-path")
    (finding,) = check(template, parameters=parameters)
    assert "http://acme.dev/${Hidden}" in finding.message
    assert "s3cr3t" not in says(finding)


def test_a_number_is_not_shown_in_another_unit() -> None:
    template = noecho(client(CallbackURLs=["https://acme.dev/"], AccessTokenValidity={"Ref": SECRET}), Default="4711")
    (finding,) = check(template)
    assert finding.message == (
        "Access token lifetime outside 5 minutes to 1 day. The value comes from ${Hidden}, which has NoEcho, so it is not "
        "shown."
    )


def test_a_value_that_tells_deployments_apart_is_not_shown() -> None:
    template = noecho(client(CallbackURLs=[{"Fn::Sub": f"${{{SECRET}}}://acme.dev/"}]), AllowedValues=["https", "http"])
    (finding,) = check(template)
    assert finding.when == "when Hidden is a value that NoEcho hides"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("http://me:hunter2@acme.dev/cb", "http://me:...@acme.dev/cb"),
        ("http://me:hun:t@er2@acme.dev/cb", "http://me:...@acme.dev/cb"),
        ("http://acme.dev/me:hunter2@cb", "http://acme.dev/me:hunter2@cb"),
    ],
)
def test_the_password_in_a_url_is_not_shown(url: str, shown: str) -> None:
    found = check(client(CallbackURLs=[url]))
    assert any(shown in finding.message for finding in found)
    assert url == shown or not any(url in says(finding) for finding in found)


def test_long_texts_are_shown_by_their_ends() -> None:
    (finding,) = check(client(CallbackURLs=[f"http://acme.dev/{'x' * 5000}/end"]))
    assert len(finding.message) < 700
    assert "http://acme.dev/xxx" in finding.message
    assert "xxx/end" in finding.message
