"""Fixes of a whole template, in memory: what is written, what is judged again, and what is left."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from cfn_lint_cognito.engine.hosts.fixing import Fixed, fixed, key_of
from cfn_lint_cognito.engine.hosts.python import ADVICE, SOME_REGION, check_read
from cfn_lint_cognito.engine.hosts.text import read
from cfn_lint_cognito.engine.report.edits import REMOVE, SAFE, SET, Edit, Edits
from cfn_lint_cognito.engine.report.finding import Finding
from cfn_lint_cognito.engine.report.rule import Diagnostic
from cfn_lint_cognito.engine.template.template import Template
from linting import RULES

BEFORE = """\
Resources:
  Pool:
    Type: AWS::Cognito::UserPool
  Server:
    Type: AWS::Cognito::UserPoolResourceServer
    Properties:
      UserPoolId: !Ref Pool
      Identifier: api
      Name: api
      Scopes:
        - {ScopeName: read, ScopeDescription: Read}
  Google:
    Type: AWS::Cognito::UserPoolIdentityProvider
    Properties:
      UserPoolId: !Ref Pool
      ProviderName: Google
      ProviderType: Google
      ProviderDetails: {client_id: id, client_secret: "{{resolve:ssm-secure:google}}", authorize_scopes: openid}
  Web: # the shop
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref Pool
      AllowedOAuthFlowsUserPoolClient: true
      AllowedOAuthFlows: [code]
      AllowedOAuthScopes: [openid, api/read]
      CallbackURLs: [https://shop.acme.dev/in] # the only page
      SupportedIdentityProviders: [Google]
      AccessTokenValidity: 2
      IdTokenValidity: 2
"""
AFTER = """\
  Web: # the shop
    Type: AWS::Cognito::UserPoolClient
    DependsOn: [Server, Google]
    Properties:
      UserPoolId: !Ref Pool
      AllowedOAuthFlowsUserPoolClient: true
      AllowedOAuthFlows: [code]
      AllowedOAuthScopes: [openid, api/read]
      CallbackURLs: [https://shop.acme.dev/in] # the only page
      SupportedIdentityProviders: [Google]
      AccessTokenValidity: 2
      IdTokenValidity: 2
      TokenValidityUnits:
        AccessToken: hours
        IdToken: hours
      PreventUserExistenceErrors: ENABLED
"""


def judge(document: Mapping[str, Any]) -> list[Finding]:
    return check_read(Template(document, (SOME_REGION,)), include=ADVICE)


def is_safe(finding: Finding) -> bool:
    return finding.applicability == SAFE


def fix(text: str, is_wanted: Callable[[Finding], bool] = is_safe) -> Fixed:
    return fixed(read(text), judge, is_wanted)


def test_fixes_that_meet_are_written_one_after_the_other() -> None:
    done = fix(BEFORE)
    head, web, _ = BEFORE.partition("  Web:")
    assert web
    lines = [*head.splitlines(), *AFTER.splitlines()]
    assert sorted(done.source.text.splitlines()) == sorted(lines)
    assert done.source.text.startswith(head)
    assert sorted({finding.rule for finding in done.written}) == ["E9542", "E9554", "I9515", "I9591"]
    assert (done.refused, list(done.faults)) == ({}, [])
    assert {finding.rule for finding in done.found}.isdisjoint({"E9542", "E9554", "I9515", "I9591"})


def test_a_second_time_there_is_nothing_to_write() -> None:
    done = fix(fix(BEFORE).source.text)
    assert (done.written, done.source.text) == ([], fix(BEFORE).source.text)


def test_only_what_is_wanted_is_written() -> None:
    done = fix(BEFORE, lambda finding: finding.rule == "I9591")
    assert [finding.rule for finding in done.written] == ["I9591"]
    assert done.source.text == f"{BEFORE}      PreventUserExistenceErrors: ENABLED\n"


def test_what_stands_under_an_anchor_is_left_alone() -> None:
    text = (
        "Resources:\n"
        "  Web: &client {Type: AWS::Cognito::UserPoolClient, Properties: {UserPoolId: us-east-1_a1B2c3D4e}}\n"
        "  Mobile: *client\n"
        "  Shop: {Type: AWS::Cognito::UserPoolClient, Properties: {UserPoolId: us-east-1_a1B2c3D4e}}\n"
    )
    done = fix(text)
    assert done.source.text == text.replace("D4e}}\n", "D4e, PreventUserExistenceErrors: ENABLED}}\n").replace(
        "D4e, PreventUserExistenceErrors: ENABLED}}\n  Mobile", "D4e}}\n  Mobile"
    )
    left = [done.refused[key_of(each)] for each in done.found if each.rule == "I9591"]
    assert left == ["Its fix is not written: this stands under an anchor."] * 2
    assert list(done.faults) == []


def test_what_no_longer_stands_under_an_anchor_is_fixed_in_the_same_run() -> None:
    text = """\
Resources:
  Pool:
    Type: AWS::Cognito::UserPool
  Authorizer:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      Name: users
      RestApiId: a1b2c3d4e5
      Type: COGNITO_USER_POOLS
      ProviderARNs:
        - Ref: &pool Pool
        - Ref: *pool
"""
    done = fix(text, lambda finding: finding.rule == "E9685")
    assert done.source.text == text.partition("        -")[0] + "        - !GetAtt Pool.Arn\n" * 2
    assert (len(done.written), done.refused) == (2, {})


def test_fixes_that_make_the_same_item_write_it_once() -> None:
    text = BEFORE.replace("[https://shop.acme.dev/in]", "[https://shop.acme.dev/#in, https://shop.acme.dev/#out]")
    done = fix(text, lambda finding: finding.rule == "E9534")
    assert [finding.rule for finding in done.written] == ["E9534", "E9534"]
    assert done.source.text == BEFORE.replace("[https://shop.acme.dev/in]", "[https://shop.acme.dev/]")


PLACE = ("Resources", "Web", "Properties")


@pytest.mark.parametrize(
    ("edit", "what_it_does"),
    [
        (Edit(SET, (*PLACE, "ClientName"), "web"), "leaves the finding"),
        (Edit(SET, (*PLACE, "AccessTokenValidity"), 60), "brings E9511"),
        (Edit(REMOVE, (*PLACE, "UserPoolId")), "leaves the finding"),
    ],
)
def test_a_fix_that_is_a_mistake_is_not_written_and_said(
    edit: Edit, what_it_does: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those of the other findings are."""
    rule = next(rule for rule in RULES if rule.id == "I9591")

    def mistaken(_: Diagnostic) -> Edits:
        return Edits((edit,))

    monkeypatch.setattr(rule, "edits", mistaken)
    done = fix(BEFORE)
    assert [(finding.rule, said) for finding, said in done.faults] == [("I9591", what_it_does)]
    written = fix(BEFORE, lambda finding: is_safe(finding) and finding.rule != "I9591")
    assert done.source.text == written.source.text
    (left,) = (finding for finding in done.found if finding.rule == "I9591")
    assert done.refused[key_of(left)] == f"Its fix is not written: it {what_it_does}."


def test_what_a_fix_brings_is_fixed_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    rule = next(rule for rule in RULES if rule.id == "I9591")
    enabled = Edit(SET, (*PLACE, "PreventUserExistenceErrors"), "ENABLED")
    revocation = Edit(SET, (*PLACE, "EnableTokenRevocation"), False)

    def bringing_another(_: Diagnostic) -> Edits:
        return Edits((enabled, revocation))

    monkeypatch.setattr(rule, "edits", bringing_another)
    done = fix(BEFORE, lambda finding: finding.rule in ("I9591", "W9592"))
    added = "      PreventUserExistenceErrors: ENABLED\n      EnableTokenRevocation: true\n"
    assert (done.source.text, list(done.faults)) == (BEFORE + added, [])
    done = fix(BEFORE, lambda finding: finding.rule == "I9591")
    assert (done.source.text, [said for _, said in done.faults]) == (BEFORE, ["brings W9592"])


def test_what_a_mistake_hid_is_told_and_hinders_no_fix() -> None:
    text = BEFORE.replace("SupportedIdentityProviders: [Google]", "SupportedIdentityProviders: [google]").replace(
        "authorize_scopes: openid}", "authorize_scopes: openid}\n      AttributeMapping: {email: mail, name: name}"
    )
    text = text.replace("AccessTokenValidity: 2\n      IdTokenValidity: 2", "WriteAttributes: [name]")
    done = fix(text, lambda finding: finding.rule == "E9553")
    assert [finding.rule for finding in done.written] == ["E9553"]
    assert list(done.faults) == []
    assert {"E9554", "W9558"} <= {finding.rule for finding in done.found}
    assert "E9554" not in {finding.rule for finding in judge(read(text).document)}
