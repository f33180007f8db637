"""Resources that use a client, legal and illegal."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from resources.parts import UNRESOLVABLE, part, pool_ids

_ROLE = "arn:aws:iam::123456789012:role/users"
_CERTIFICATE = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
_RIGHT_NAME = {"Fn::Sub": "${Pool.ProviderName}:${Client}"}

_client_ids = st.sampled_from([{"Ref": "Client"}, {"Fn::GetAtt": ["Client", "ClientId"]}, "3n4b5urk1ft4fl3mg5e62d9ado"])
_actions = st.fixed_dictionaries(
    {
        "Type": st.sampled_from(["authenticate-cognito", "authenticate-cognito", "forward"]),
        "AuthenticateCognitoConfig": st.fixed_dictionaries(
            {
                "UserPoolArn": st.just({"Fn::GetAtt": ["Pool", "Arn"]}),
                "UserPoolClientId": _client_ids,
                "UserPoolDomain": st.sampled_from(
                    [
                        "acme-shop",
                        {"Ref": "Prefix"},
                        "login.acme.dev",
                        "https://login.acme.dev",
                        "acme-shop.auth.eu-west-1.amazoncognito.com",
                        "https://acme-shop.auth.eu-west-1.amazoncognito.com",
                        {"Fn::GetAtt": ["Pool", "ProviderURL"]},
                    ]
                ),
            },
            optional={"Scope": st.sampled_from(["openid", "openid email", "email"])},
        ),
    }
)
_names = st.sampled_from(
    [
        {"Ref": "Pool"},
        {"Fn::GetAtt": ["Pool", "Arn"]},
        {"Fn::GetAtt": ["Pool", "ProviderName"]},
        {"Fn::GetAtt": ["Pool", "ProviderURL"]},
        _RIGHT_NAME,
        "https://accounts.google.com",
        "accounts.google.com",
        "cognito-idp.us-east-1.amazonaws.com/us-east-1_a1B2c3D4e",
        "us-east-1_a1B2c3D4e",
    ]
)
_rules = st.fixed_dictionaries(
    {
        "Claim": st.just("team"),
        "MatchType": st.sampled_from(["Equals", "NotEqual", "equals", "Regex"]),
        "Value": st.just("admins"),
        "RoleARN": st.just(_ROLE),
    }
)
_mappings = st.fixed_dictionaries(
    {"Type": st.just("Rules")},
    optional={
        "IdentityProvider": _names,
        "RulesConfiguration": st.fixed_dictionaries(
            {"Rules": st.lists(_rules, max_size=2) | st.lists(_rules, min_size=26, max_size=27)}
        ),
    },
)
_authorizers = st.fixed_dictionaries(
    {"DiscoveryUrl": st.just("https://login.acme.dev/.well-known/openid-configuration")},
    optional={
        "AllowedAudience": st.lists(_client_ids, min_size=1, max_size=2),
        "AllowedClients": st.lists(_client_ids, min_size=1, max_size=2),
    },
)


def _of_type(resource_type: str, properties: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({"Type": st.just(resource_type), "Properties": properties})


RESOURCES: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "Listener": _of_type(
        "AWS::ElasticLoadBalancingV2::Listener",
        st.fixed_dictionaries(
            {"DefaultActions": st.lists(_actions, min_size=1, max_size=2)},
            optional={"Protocol": st.sampled_from(["HTTP", "HTTPS", {"Ref": UNRESOLVABLE}])},
        ),
    ),
    "ListenerRule": _of_type(
        "AWS::ElasticLoadBalancingV2::ListenerRule",
        st.fixed_dictionaries(
            {"Actions": st.lists(_actions, min_size=1, max_size=2)},
            optional={"ListenerArn": st.sampled_from([{"Ref": "Listener"}, {"Ref": UNRESOLVABLE}])},
        ),
    ),
    "Prefix": _of_type(
        "AWS::Cognito::UserPoolDomain",
        st.fixed_dictionaries({"UserPoolId": st.just({"Ref": "Pool"}), "Domain": st.just("acme-shop")}),
    ),
    "CustomDomain": _of_type(
        "AWS::Cognito::UserPoolDomain",
        st.fixed_dictionaries(
            {
                "UserPoolId": pool_ids,
                "Domain": st.just("login.acme.dev"),
                "CustomDomainConfig": st.just({"CertificateArn": _CERTIFICATE}),
            }
        ),
    ),
    "IdentityPool": _of_type(
        "AWS::Cognito::IdentityPool",
        part(
            {
                "CognitoIdentityProviders": st.lists(
                    st.fixed_dictionaries({"ClientId": _client_ids, "ProviderName": _names}), max_size=2
                )
            }
        ),
    ),
    "IdentityPoolRoles": _of_type(
        "AWS::Cognito::IdentityPoolRoleAttachment",
        part(
            {
                "IdentityPoolId": st.sampled_from([{"Ref": "IdentityPool"}, {"Ref": UNRESOLVABLE}]),
                "Roles": part(
                    {name: st.just(_ROLE) for name in ("authenticated", "unauthenticated", "Authenticated", "admin")}
                ),
                "RoleMappings": part(
                    dict.fromkeys(
                        ("users", "graph.facebook.com", "cognito-idp.us-east-1.amazonaws.com/us-east-1_a1B2c3D4e"),
                        _mappings,
                    )
                ),
            }
        ),
    ),
    "Gateway": _of_type(
        "AWS::BedrockAgentCore::Gateway",
        part({"AuthorizerConfiguration": st.fixed_dictionaries({"CustomJWTAuthorizer": _authorizers})}),
    ),
    "Runtime": _of_type(
        "AWS::BedrockAgentCore::Runtime",
        part({"AuthorizerConfiguration": st.fixed_dictionaries({"CustomJWTAuthorizer": _authorizers})}),
    ),
}
