"""What is said to those who build with constructs, wherever `aws:cdk:path` tells that the CDK made the template."""

from __future__ import annotations

from typing import Any

import pytest
from cfn_lint_cognito import check

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
        f"the client first, and Cognito then rejects it with {DOES_NOT_EXIST} Let the client wait for it: "
        "client.node.add_dependency(provider). [CDK path Shop/Pool/Web/Resource]"
    ]


def test_another_template_keeps_the_words_of_cloudformation() -> None:
    assert said(False, SupportedIdentityProviders=["Okta"]) == [
        "The identity provider Okta is made by the resource Okta, which the client does not wait for; CloudFormation may create the "
        f"client first, and Cognito then rejects it with {DOES_NOT_EXIST} Add DependsOn: Okta, or write the Ref of Okta instead of "
        "the name."
    ]


def test_a_neighbour_that_waits_for_the_client_has_to_stop_that() -> None:
    (text,) = said(True, {"DependsOn": "Web"}, SupportedIdentityProviders=["Okta"])
    assert "Shop/Okta waits for this client: remove that dependency. Let the client wait for it: " in text


def test_a_neighbour_with_a_condition_cannot_be_depended_on() -> None:
    texts = said(True, {"Condition": "IsProd"}, SupportedIdentityProviders=["Okta"])
    assert any("Write the Ref of Okta instead of the name, behind an Fn::If with IsProd" in text for text in texts)


def test_the_pool_is_named_by_the_path_of_its_construct() -> None:
    (text,) = said(True, SupportedIdentityProviders=["Google"])
    assert text.startswith("The template gives the user pool Shop/Pool no identity provider Google;")
    assert "Add an identity provider construct, such as UserPoolIdentityProviderOidc, of that name to the pool" in text


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
    ("made", "names"),
    [
        ("Shop/Pool/Web/Resource", "o_auth.flows, o_auth.scopes and o_auth.callback_urls"),
        ("Shop/Web", "allowed_o_auth_flows, allowed_o_auth_scopes and callback_ur_ls"),
    ],
)
def test_properties_have_the_names_of_the_class_that_made_the_resource(made: str, names: str) -> None:
    given = template(
        True,
        AllowedOAuthFlowsUserPoolClient=False,
        AllowedOAuthFlows=["code"],
        AllowedOAuthScopes=["openid"],
        CallbackURLs=["https://app.example.com/callback"],
    )
    given["Resources"]["Web"]["Metadata"]["aws:cdk:path"] = made
    assert [finding.fix for finding in check(given)] == [f"Set the switch to true, or remove {names}."]
