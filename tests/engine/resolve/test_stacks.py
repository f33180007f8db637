"""Several templates that know each other by exports and imports are judged as one, whatever the names in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from cfn_lint_cognito.engine.hosts.python import check_read
from cfn_lint_cognito.engine.report.finding import Finding
from cfn_lint_cognito.engine.resolve.stacks import Stack, Stacks
from cfn_lint_cognito.engine.template.template import Template

POOL_ID = {"Fn::ImportValue": "Pools:PoolId"}


def provider(pool: Any, name: str, **more: Any) -> dict[str, Any]:
    properties = {"UserPoolId": pool, "ProviderName": name, "ProviderType": "OIDC", "ProviderDetails": {}}
    return {"Type": "AWS::Cognito::UserPoolIdentityProvider", "Properties": properties, **more}


def client(**properties: Any) -> dict[str, Any]:
    right = {
        "UserPoolId": POOL_ID,
        "AllowedOAuthFlowsUserPoolClient": True,
        "AllowedOAuthFlows": ["code"],
        "AllowedOAuthScopes": ["openid"],
        "CallbackURLs": ["https://app.example.com/callback"],
        "SupportedIdentityProviders": ["COGNITO"],
    }
    return {"Type": "AWS::Cognito::UserPoolClient", "Properties": {**right, **properties}}


def exporting(resources: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    output = {"Value": {"Ref": "Pool"}, "Export": {"Name": "Pools:PoolId"}}
    pool = {"Type": "AWS::Cognito::UserPool"}
    return {"Resources": {"Pool": pool, **resources}, "Outputs": {"PoolId": output}, **more}


def found(name: str, after: Mapping[str, Iterable[str]] | None = None, **documents: Mapping[str, Any]) -> list[Finding]:
    """What is found in one of several stacks."""
    stacks = {each: Stack(document, frozenset((after or {}).get(each, ()))) for each, document in documents.items()}
    document, foreign = Stacks(stacks).linked(name)
    return check_read(Template(document, ("us-east-1",), foreign=foreign))


def rules(*arguments: Any, **documents: Any) -> list[str]:
    return [finding.rule for finding in found(*arguments, **documents)]


SHOP = {"Resources": {"Web": client(SupportedIdentityProviders=["Okta"])}}


def test_a_provider_of_the_exporting_stack_is_there_before_the_client() -> None:
    assert rules("Shop", Shop=SHOP, Pools=exporting({"Okta": provider({"Ref": "Pool"}, "Okta")})) == []


def test_a_condition_of_another_stack_cannot_be_shared() -> None:
    conditions = {"Never": {"Fn::Equals": ["a", "b"]}}
    okta = provider({"Ref": "Pool"}, "Okta", Condition="Never")
    (finding,) = found("Shop", Shop=SHOP, Pools=exporting({"Okta": okta}, Conditions=conditions))
    assert (finding.rule, finding.fix) == (
        "E9553",
        "Deploy that provider in every deployment of its stack, or leave the name out in those in which that stack lacks it: a "
        "condition counts in its own stack only.",
    )


def test_a_provider_that_no_stack_makes_is_unknown_only_where_the_pool_is_known() -> None:
    (finding,) = found("Shop", Shop=SHOP, Pools=exporting({}))
    assert (finding.rule, finding.path[:2]) == ("E9553", ("Resources", "Web"))
    assert "The template gives the user pool Pools/Pool no identity provider Okta" in finding.message
    assert rules("Shop", Shop=SHOP) == []


def test_an_export_that_two_stacks_have_is_not_followed() -> None:
    assert rules("Shop", Shop=SHOP, Beta=exporting({}), Prod=exporting({})) == []


def test_an_export_of_an_output_with_a_condition_is_not_followed() -> None:
    pools = exporting({}, Conditions={"Is": {"Fn::Equals": ["a", "a"]}})
    pools["Outputs"]["PoolId"]["Condition"] = "Is"
    assert rules("Shop", Shop=SHOP, Pools=pools) == []


def test_a_provider_of_a_third_stack_is_awaited_if_that_stack_is() -> None:
    documents = {
        "Shop": SHOP,
        "Pools": exporting({}),
        "Okta": {"Resources": {"Okta": provider(POOL_ID, "Okta")}},
    }
    assert rules("Shop", **documents) == ["E9554"]
    assert rules("Shop", {"Shop": ["Okta"]}, **documents) == []


def test_a_provider_in_a_stack_that_waits_for_the_client_comes_too_late() -> None:
    pools = exporting({"Web": {**client(SupportedIdentityProviders=["Okta"], UserPoolId={"Ref": "Pool"})}})
    (finding,) = found("Pools", Pools=pools, Okta={"Resources": {"Okta": provider(POOL_ID, "Okta")}})
    assert finding.rule == "E9554"
    assert "CloudFormation creates the client first" in finding.message


def test_nothing_is_found_in_a_stack_beside() -> None:
    bad = client(AccessTokenValidity=60)
    assert rules("Pools", Pools=exporting({}), Shop={"Resources": {"Web": bad}}) == []
    assert rules("Shop", Pools=exporting({}), Shop={"Resources": {"Web": bad}}) == ["E9511"]


def test_names_that_both_stacks_use_are_kept_apart() -> None:
    """The pool's Stage is prod and its tier Lite; the client's Stage is dev."""
    tier = {"Fn::FindInMap": ["Tiers", {"Ref": "Stage"}, "Tier"]}
    stage = {"Stage": {"Type": "String", "Default": "prod"}}
    pools = exporting(
        {"Okta": provider({"Ref": "Pool"}, {"Fn::Sub": "Okta-${Stage}-${!Stage}-${AWS::Region}"}, Condition="IsProd")},
        Parameters=stage,
        Mappings={"Tiers": {"prod": {"Tier": "LITE"}, "dev": {"Tier": "PLUS"}}},
        Conditions={"IsProd": {"Fn::Equals": [{"Ref": "Stage"}, "prod"]}},
    )
    pools["Resources"]["Pool"]["Properties"] = {"UserPoolTier": {"Fn::If": ["IsProd", tier, "PLUS"]}}
    shop = {
        "Parameters": {"Stage": {"Type": "String", "Default": "dev"}},
        "Mappings": {"Tiers": {"prod": {"Tier": "PLUS"}}},
        "Conditions": {"IsProd": {"Fn::Equals": ["a", "b"]}},
        "Resources": {
            "Web": client(
                SupportedIdentityProviders=["Okta-prod-${Stage}-us-east-1"],
                ExplicitAuthFlows=["ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
            )
        },
    }
    assert {(finding.rule, finding.when) for finding in found("Shop", Shop=shop, Pools=pools)} == {
        ("W9565", "when Pools/IsProd is true"),
        ("E9553", "when Pools/IsProd is false"),
    }


def test_what_makes_resources_beside_the_pool_keeps_the_rules_silent() -> None:
    maker = {"Type": "Custom::Providers", "Properties": {"ServiceToken": "arn", "Pool": {"Ref": "Pool"}}}
    assert rules("Shop", Shop=SHOP, Pools=exporting({"Maker": maker})) == []
    assert rules("Shop", Shop=SHOP, Pools=exporting({}, Transform="Macro")) == []


def test_a_template_of_its_own_is_left_as_it_is() -> None:
    assert Stacks({"Shop": Stack(SHOP), "Pools": Stack({"Resources": {}})}).linked("Shop") == (SHOP, frozenset())


def test_the_order_in_which_stacks_are_asked_for_makes_no_difference() -> None:
    """What is made once for several stacks is only what is the same for each of them."""
    passed_on = {"Value": POOL_ID, "Export": {"Name": "Middle:PoolId"}}
    stacks = {
        "Pools": Stack(exporting({})),
        "Middle": Stack({"Resources": {"Okta": provider(POOL_ID, "Okta")}, "Outputs": {"PoolId": passed_on}}),
        "Shop": Stack(SHOP, frozenset({"Middle"})),
        "Other": Stack({"Resources": {"Web": client(UserPoolId={"Fn::ImportValue": "Middle:PoolId"})}}),
    }
    alone = {name: Stacks(stacks).linked(name) for name in stacks}
    for order in (list(stacks), list(reversed(stacks))):
        shared = Stacks(stacks)
        assert {name: shared.linked(name) for name in order} == alone
    client_of_other = alone["Pools"].document["Resources"]["Other/Web"]["Properties"]
    assert client_of_other["UserPoolId"] == {"Ref": "Pool"}
