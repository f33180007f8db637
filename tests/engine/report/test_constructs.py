"""What is said to those who build with constructs, wherever `aws:cdk:path` tells that the CDK made the template."""

from __future__ import annotations

from typing import Any

from cfn_lint_cognito import check
from cfn_lint_cognito.engine.report.constructs import Kind, property_names
from in_turn import in_turn

DOES_NOT_EXIST = '"The provider Okta does not exist for User Pool ...".'


def template(path: bool, provider: dict[str, Any] | None = None, **properties: Any) -> dict[str, Any]:
    """A pool, its provider and a client, by constructs or not."""
    right = {"UserPoolId": {"Ref": "Pool"}, "SupportedIdentityProviders": ["COGNITO"], "EnableTokenRevocation": True}
    resources: dict[str, Any] = {
        "Pool": {"Type": "AWS::Cognito::UserPool"},
        "Okta": {
            "Type": "AWS::Cognito::UserPoolIdentityProvider",
            "Properties": {"UserPoolId": {"Ref": "Pool"}, "ProviderName": "Okta", "ProviderType": "OIDC"},
            **(provider or {}),
        },
        "Web": {"Type": "AWS::Cognito::UserPoolClient", "Properties": {**right, **properties}},
    }
    paths = {"Pool": "Shop/Pool/Resource", "Okta": "Shop/Okta/Resource", "Web": "Shop/Pool/Web/Resource"}
    for name, resource in resources.items() if path else ():
        resource["Metadata"] = {"aws:cdk:path": paths[name]}
    return {"Resources": resources, "Conditions": {"IsProd": {"Fn::Equals": [{"Ref": "AWS::Region"}, "us-east-1"]}}}


def said(*arguments: Any, **properties: Any) -> list[str]:
    return [finding.text for finding in check(template(*arguments, **properties))]


def test_a_neighbour_is_named_by_the_path_of_its_construct() -> None:
    assert said(True, SupportedIdentityProviders=["Okta"]) == [
        "The identity provider Okta is made by the resource Shop/Okta, which the client does not wait for; CloudFormation may create "
        f"the client first, and Cognito then rejects it with {DOES_NOT_EXIST} Let the client wait for the provider by "
        "node.addDependency (Python: node.add_dependency). [CDK path Shop/Pool/Web/Resource]"
    ]


def test_another_template_keeps_the_words_of_cloudformation() -> None:
    assert said(False, SupportedIdentityProviders=["Okta"]) == [
        "The identity provider Okta is made by the resource Okta, which the client does not wait for; CloudFormation may create the "
        f"client first, and Cognito then rejects it with {DOES_NOT_EXIST} Add DependsOn: Okta, or write the Ref of Okta instead of "
        "the name."
    ]


def test_a_neighbour_that_waits_for_the_client_has_to_stop_that() -> None:
    (text,) = said(True, {"DependsOn": "Web"}, SupportedIdentityProviders=["Okta"])
    assert "Shop/Okta waits for this client: remove that dependency. Let the client wait for the provider by " in text


def test_a_neighbour_with_a_condition_cannot_be_depended_on() -> None:
    texts = said(True, {"Condition": "IsProd"}, SupportedIdentityProviders=["Okta"])
    assert any(
        "Write providerName (Python: provider_name) of Shop/Okta instead of the name, by Fn.conditionIf" in text
        for text in texts
    )


def test_the_pool_is_named_by_the_path_of_its_construct() -> None:
    (text,) = said(True, SupportedIdentityProviders=["Google"])
    assert text.startswith("The template gives the user pool Shop/Pool no identity provider Google;")
    assert "Add a UserPoolIdentityProviderGoogle to the pool" in text


@in_turn(
    ("made", "fix"),
    [
        ("Shop/Pool/Web/Resource", "Use one of the callback URLs, or add this one to them."),
        ("Shop/Web", "Use one of the callback URLs, or add this one to them."),
    ],
)
def test_a_fix_without_names_is_the_same(made: str, fix: str) -> None:
    given = template(
        True,
        AllowedOAuthFlowsUserPoolClient=True,
        AllowedOAuthFlows=["code"],
        AllowedOAuthScopes=["openid"],
        CallbackURLs=["https://app.example.com/callback"],
        DefaultRedirectURI="https://app.example.com/",
    )
    given["Resources"]["Web"]["Metadata"]["aws:cdk:path"] = made
    assert [finding.fix for finding in check(given)] == [fix]


@in_turn(
    ("made", "fix"),
    [
        (
            "Shop/Pool/Web/Resource",
            "Leave out disableOAuth (Python: disable_o_auth), or remove oAuth.flows, oAuth.scopes and oAuth.callbackUrls (Python: "
            "o_auth.flows, o_auth.scopes and o_auth.callback_urls).",
        ),
        (
            "Shop/Web",
            "Set the switch to true, or remove allowedOAuthFlows, allowedOAuthScopes and callbackUrLs (Python: "
            "allowed_o_auth_flows, allowed_o_auth_scopes and callback_ur_ls).",
        ),
    ],
)
def test_properties_have_the_names_of_the_class_that_made_the_resource(made: str, fix: str) -> None:
    given = template(
        True,
        AllowedOAuthFlowsUserPoolClient=False,
        AllowedOAuthFlows=["code"],
        AllowedOAuthScopes=["openid"],
        CallbackURLs=["https://app.example.com/callback"],
    )
    given["Resources"]["Web"]["Metadata"]["aws:cdk:path"] = made
    assert [finding.fix for finding in check(given)] == [fix]


def test_a_fix_that_changes_the_pool_has_the_names_of_the_pool() -> None:
    given = template(True, ExplicitAuthFlows=["ALLOW_USER_AUTH"])
    given["Resources"]["Pool"]["Properties"] = {"UserPoolTier": "LITE"}
    fixes = []
    for path in ("Shop/Pool/Resource", "Shop/Pool"):
        given["Resources"]["Pool"]["Metadata"] = {"aws:cdk:path": path}
        fixes.append(next(finding.fix for finding in check(given) if finding.rule == "W9565"))
    assert fixes == [
        "Set featurePlan (Python: feature_plan) to ESSENTIALS (PLUS where the pool has threat protection), or give up the feature.",
        "Set userPoolTier (Python: user_pool_tier) to ESSENTIALS (PLUS where the pool has threat protection), or give up the feature.",
    ]


def test_the_name_of_a_property_of_a_pool_made_elsewhere_is_told_for_both_kinds() -> None:
    assert property_names(["UserPoolTier"], "AWS::Cognito::UserPool", Kind.UNKNOWN, None) == (
        "featurePlan (userPoolTier of a CfnUserPool) (Python: feature_plan (user_pool_tier of a CfnUserPool))"
    )


def test_what_somebody_wrote_is_left_as_it_is() -> None:
    given = template(
        True, AllowedOAuthFlowsUserPoolClient=True, AllowedOAuthFlows=["code"], CallbackURLs=["https://a.dev/"]
    )
    given["Resources"]["Orders"] = {
        "Type": "AWS::Cognito::UserPoolResourceServer",
        "Properties": {
            "UserPoolId": {"Ref": "Pool"},
            "Name": "orders",
            "Identifier": "LogoutURLs",
            "Scopes": [{"ScopeName": "ReadAttributes", "ScopeDescription": "Read"}],
        },
    }
    given["Resources"]["Web"]["Properties"]["AllowedOAuthScopes"] = ["LogoutURLs/ReadAttribute"]
    assert "Did you mean LogoutURLs/ReadAttributes?" in [finding.fix for finding in check(given)]
