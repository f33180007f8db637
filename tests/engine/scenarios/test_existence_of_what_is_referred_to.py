"""Nothing is told of a deployment that CloudFormation rejects because something in it refers to a resource that it lacks."""

from __future__ import annotations

from typing import Any

from cfn_lint_cognito import check
from in_turn import in_turn
from scenario_templates import Document, equals, parameter, ref, template
from test_scenarios import results, values

HOURS = {"Fn::If": ["HasPool", 12, 48]}
"""E9511 where there is no pool."""
PARAMETERS = {"Stage": parameter()}
CONDITIONS = {"HasPool": equals(ref("Stage"), "prod"), "IsDev": equals(ref("Stage"), "dev")}


def client(**attributes: Any) -> Document:
    properties = {"UserPoolId": ref("Pool"), "SupportedIdentityProviders": ["COGNITO"], "AccessTokenValidity": HOURS}
    return {
        "Type": "AWS::Cognito::UserPoolClient",
        **attributes,
        "Properties": {**properties, **attributes.get("Properties", {})},
    }


def document(web: Document, **others: Document) -> Document:
    pool = {"Type": "AWS::Cognito::UserPool", "Condition": "HasPool"}
    return {
        "Parameters": PARAMETERS,
        "Conditions": CONDITIONS,
        "Resources": {"Pool": pool, "Other": {"Type": "AWS::Cognito::UserPool"}, "Web": web, **others},
    }


def told(read: Document, **arguments: Any) -> list[str]:
    return [f"{found.rule} {found.when}".strip() for found in check(read, **arguments)]


def test_a_deployment_that_lacks_the_pool_of_a_client_does_not_count() -> None:
    assert told(document(client())) == []
    in_one_of_them = client(Properties={"UserPoolId": {"Fn::If": ["HasPool", ref("Pool"), ref("Other")]}})
    assert told(document(in_one_of_them)) == ["E9511 when HasPool is false"]
    assert told(document(client(Properties={"UserPoolId": ref("Other")}))) == ["E9511 when HasPool is false"]


def test_another_resource_that_refers_to_it_rejects_the_deployment_too() -> None:
    web = client(Properties={"UserPoolId": ref("Other")})
    topic = {"Type": "AWS::SNS::Topic", "Properties": {"DisplayName": ref("Pool")}}
    assert told(document(web, Topic=topic)) == []
    assert told(document(web, Topic={**topic, "Condition": "HasPool"})) == ["E9511 when HasPool is false"]
    assert told({**document(web), "Outputs": {"Pool": {"Value": ref("Pool")}}}) == []


def test_a_decision_that_leaves_no_pool_counts_as_well() -> None:
    web = client(Properties={"AccessTokenValidity": {"Fn::If": ["IsDev", 48, 12]}})
    assert told(document(web)) == []  # A stage that is dev is not prod.
    web = client(Properties={"AccessTokenValidity": {"Fn::If": ["IsDev", 12, 48]}})
    assert told(document(web)) == ["E9511"]


def test_values_that_are_left_and_each_leave_no_pool_count_as_well() -> None:
    """No equality is certain: a stage that is not prod is dev or test, and neither has a pool."""
    neither = {"Fn::Not": [{"Fn::Or": [equals(ref("Stage"), "dev"), equals(ref("Stage"), "test")]}]}
    conditions = {"HasPool": neither, "IsTried": {"Fn::Not": [equals(ref("Stage"), "prod")]}}
    web = client(Condition="IsTried", Properties={"AccessTokenValidity": 48})
    declared = {"Stage": parameter("dev", "test", "prod")}
    assert told({**document(web), "Conditions": conditions, "Parameters": declared}) == []
    another = {"Stage": parameter("dev", "test", "prod", "demo")}
    assert told({**document(web), "Conditions": conditions, "Parameters": another}) == ["E9511"]


def test_a_default_that_nobody_can_deploy_is_not_taken() -> None:
    read = document(client(Properties={"ClientName": ref("Stage")}))
    read["Parameters"] = {"Stage": parameter("dev", "prod", Default="dev")}
    assert results(template(read), ref("Stage")) == ["prod"]


def test_a_provider_of_an_absent_pool_makes_no_finding_about_the_client_of_another() -> None:
    details = {"client_id": "a", "client_secret": "b", "authorize_scopes": "openid"}
    google = {
        "Type": "AWS::Cognito::UserPoolIdentityProvider",
        "Properties": {
            "UserPoolId": {"Fn::If": ["HasPool", ref("Pool"), ref("Other")]},
            "ProviderName": "Google",
            "ProviderType": "Google",
            "ProviderDetails": details,
        },
    }
    web = client(Properties={"SupportedIdentityProviders": [ref("Google")], "AccessTokenValidity": 12})
    assert told(document(web, Google=google)) == []


# --- Where nobody can deploy the template at all ---------------------------------------------------------------------


@in_turn(
    "conditions",
    [
        {**CONDITIONS, "HasPool": equals("a", "b")},
        {**CONDITIONS, "HasPool": {"Fn::And": [equals(ref("Stage"), "a"), equals(ref("Stage"), "b")]}},
    ],
    ids=str,
)
def test_a_pool_that_never_exists_hides_no_other_finding(conditions: Document) -> None:
    assert told({**document(client()), "Conditions": conditions}) == ["E9511"]


def test_references_that_exclude_each_other_hide_no_other_finding() -> None:
    conditions = {**CONDITIONS, "HasOther": {"Fn::Not": [{"Condition": "HasPool"}]}}
    other = {"Type": "AWS::Cognito::UserPool", "Condition": "HasOther"}
    web = client(Properties={"ClientName": ref("Other")})
    assert told({**document(web, Other=other), "Conditions": conditions}) == ["E9511 when HasPool is false"]


def test_given_parameters_that_leave_no_pool_hide_no_other_finding() -> None:
    assert told(document(client()), parameters={"Stage": "dev"}) == ["E9511"]
    assert told(document(client()), parameters={"Stage": "prod"}) == []


def test_the_rules_section_counts_beside_the_references() -> None:
    rules = {"NoProd": {"Assertions": [{"Assert": {"Fn::Not": [equals(ref("Stage"), "prod")]}}]}}
    assert told({**document(client()), "Rules": rules}) == ["E9511"]
    rules = {"OnlyProd": {"Assertions": [{"Assert": equals(ref("Stage"), "prod")}]}}
    assert told({**document(client()), "Rules": rules}) == []
    assert values(template({**document(client()), "Rules": rules}), HOURS) == [({"HasPool": True}, 12)]
