"""A mistake is told once, also where something that only its fix speaks of is behind a condition."""

from __future__ import annotations

from typing import Any

from cfn_lint_cognito import Finding, check
from in_turn import in_turn
from linting import FIXTURES, plain_data

BEHIND_CONDITION = [
    ("oauth/e9521_oauth_on_without_flows_or_scopes/fail_client_of_a_load_balancer.yaml", "Listener"),
    ("oauth/e9522_oauth_settings_while_switched_off/fail_client_of_a_load_balancer.yaml", "Listener"),
    ("oauth/w9523_oauth_settings_without_switch/fail_client_of_a_load_balancer.yaml", "Listener"),
    ("redirect_urls/e9531_missing_callback_url/fail_client_of_a_load_balancer.yaml", "Listener"),
    ("attributes/i9576_users_change_custom_attributes/fail_what_has_to_stay.yaml", "CorpLogin"),
    ("attributes/w9575_empty_attribute_list/fail_what_has_to_stay.yaml", "CorpLogin"),
]
"""What the fix of a rule speaks of, and the message does not."""


def found(template: Any, rule: str) -> list[Finding]:
    return [finding for finding in check(template, advice=True) if finding.rule == rule]


@in_turn(("fixture", "resource"), BEHIND_CONDITION, ids=str)
def test_the_fix_is_right_in_every_deployment(fixture: str, resource: str) -> None:
    """As if the resource were in all of them: who removes the settings breaks the load balancer in some."""
    template = plain_data(FIXTURES / fixture)
    rule = fixture.split("/")[1][:5].upper()
    (always,) = found(template, rule)
    template.setdefault("Parameters", {})["Stage"] = {"Type": "String"}
    template.setdefault("Conditions", {})["IsProd"] = {"Fn::Equals": [{"Ref": "Stage"}, "prod"]}
    template["Resources"][resource]["Condition"] = "IsProd"
    (sometimes,) = found(template, rule)
    assert (sometimes.message, sometimes.fix, sometimes.when) == (always.message, always.fix, "")
    del template["Resources"][resource]
    (without,) = found(template, rule)
    assert without.fix != always.fix
