"""Which names of role mappings are providers of their identity pool, which are none, and which may be one."""

from __future__ import annotations

from typing import Any

from cfn_lint_cognito import check
from in_turn import in_turn

Properties = dict[str, Any]

RULE = "E9635"
USERS = {
    "CognitoIdentityProviders": [{"ClientId": {"Ref": "Web"}, "ProviderName": {"Fn::GetAtt": "Pool.ProviderName"}}]
}
SAML = {"SamlProviderARNs": [{"Fn::Sub": "arn:aws:iam::${AWS::AccountId}:saml-provider/acme"}]}
OIDC = {"OpenIdConnectProviderARNs": ["arn:aws:iam::111122223333:oidc-provider/login.acme.dev/tenant"]}
GOOGLE = {"SupportedLoginProviders": {"accounts.google.com": "1234"}}
DEVELOPERS = {"DeveloperProviderName": "login.acme.app"}


def is_reported(identity_pool: Properties, name: Any, **others: Any) -> bool:
    mapping = {"Type": "Token", "AmbiguousRoleResolution": "Deny", "IdentityProvider": name}
    resources = {
        "Pool": {"Type": "AWS::Cognito::UserPool"},
        **{
            client: {"Type": "AWS::Cognito::UserPoolClient", "Properties": {"UserPoolId": {"Ref": "Pool"}}}
            for client in ("Web", "Mobile")
        },
        "Ids": {
            "Type": "AWS::Cognito::IdentityPool",
            "Properties": {"AllowUnauthenticatedIdentities": True, **identity_pool},
        },
        "Roles": {
            "Type": "AWS::Cognito::IdentityPoolRoleAttachment",
            "Properties": {"IdentityPoolId": {"Ref": "Ids"}, "RoleMappings": {"users": mapping}},
        },
        **others,
    }
    template = {"Parameters": {"Name": {"Type": "String"}}, "Resources": resources}
    return any(finding.rule == RULE for finding in check(template))


@in_turn(
    ("identity_pool", "name"),
    [
        (USERS, {"Fn::Sub": "${Pool.ProviderName}:${Web}"}),
        (USERS, {"Fn::Sub": "${Pool.ProviderName}:${Web.ClientId}"}),
        (USERS, {"Fn::Sub": "cognito-idp.${AWS::Region}.${AWS::URLSuffix}/${Pool}:${Web}"}),
        (GOOGLE, "accounts.google.com"),
        (SAML, "arn:aws:iam::111122223333:saml-provider/acme"),
        (OIDC, "arn:aws:iam::111122223333:oidc-provider/login.acme.dev/tenant"),
        (OIDC, "login.acme.dev/tenant"),
        (DEVELOPERS, "login.acme.app"),
    ],
)
def test_a_provider_of_the_identity_pool_is_right(identity_pool: Properties, name: Any) -> None:
    assert not is_reported(identity_pool, name)


@in_turn(
    ("identity_pool", "name"),
    [
        ({}, "accounts.google.com"),
        ({}, {"Fn::Sub": "${Pool.ProviderName}:${Web}"}),
        (USERS, {"Fn::Sub": "${Pool.ProviderName}:${Mobile}"}),
        (USERS, "users"),
        (GOOGLE, "graph.facebook.com"),
        (GOOGLE, "Accounts.google.com"),
        (SAML, "arn:aws:iam::111122223333:saml-provider/other"),
        (SAML, "acm"),
        (OIDC, "login.acme.dev"),
        (DEVELOPERS, "login.acme"),
        (USERS | SAML | OIDC | GOOGLE | DEVELOPERS, "users"),
    ],
)
def test_any_other_name_is_reported(identity_pool: Properties, name: Any) -> None:
    assert is_reported(identity_pool, name)


@in_turn(
    ("identity_pool", "name"),
    [
        (USERS, {"Ref": "Name"}),
        (USERS, {"Fn::Sub": "${Pool.ProviderName}:${Name}"}),
        (USERS, "cognito-idp.us-east-1.amazonaws.com/us-east-1_a1B2c3D4e:3n4b5urk1ft4fl3mg5e62d9ado"),
        (USERS, {"Fn::Sub": "issuer-cognito-idp.us-east-1.amazonaws.com/${Pool}:${Web}"}),
        (USERS, ""),
        ({"CognitoIdentityProviders": {"Ref": "Name"}}, "users"),
        (
            {
                "CognitoIdentityProviders": [
                    {"ClientId": {"Ref": "Name"}, "ProviderName": {"Fn::GetAtt": "Pool.ProviderName"}}
                ]
            },
            {"Fn::Sub": "${Pool.ProviderName}:${Web}"},
        ),
        ({"SamlProviderARNs": [{"Ref": "Name"}]}, "arn:aws:iam::111122223333:saml-provider/acme"),
        ({"SupportedLoginProviders": '{"accounts.google.com": "1234"}'}, "accounts.google.com"),
        ({"DeveloperProviderName": {"Ref": "Name"}}, "login.acme.app"),
    ],
)
def test_what_may_be_a_provider_is_left_alone(identity_pool: Properties, name: Any) -> None:
    assert not is_reported(identity_pool, name)


def test_a_custom_resource_that_knows_the_identity_pool_may_give_it_providers() -> None:
    creator: Properties = {"Type": "Custom::Providers", "Properties": {"ServiceToken": "arn", "Pool": {"Ref": "Ids"}}}
    assert not is_reported(USERS, "users", Providers=creator)
    assert is_reported(USERS, "users", Providers={**creator, "Properties": {"ServiceToken": "arn"}})
