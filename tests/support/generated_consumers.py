"""Generated resources that use a client, legal and illegal, and what the messages about them say to change."""

from __future__ import annotations

from typing import Any

from fixes import Fix, Path, Template
from hypothesis import strategies as st
from strategies import part

_CALLBACK = "https://shop.acme.dev/oauth2/idpresponse"
_ROLE = "arn:aws:iam::123456789012:role/users"
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
        st.fixed_dictionaries({"DefaultActions": st.lists(_actions, min_size=1, max_size=2)}),
    ),
    "ListenerRule": _of_type(
        "AWS::ElasticLoadBalancingV2::ListenerRule",
        st.fixed_dictionaries({"Actions": st.lists(_actions, min_size=1, max_size=2)}),
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


def _at(template: Template, path: Path) -> Any:
    value: Any = template
    for key in path:
        value = value[key]
    return value


def write_the_name(template: Template, path: Path) -> None:
    domain = _at(template, path)
    name = domain.rpartition("://")[2].partition(".auth")[0] if isinstance(domain, str) else "acme-shop"
    _at(template, path[:-1])[path[-1]] = name


def use_a_client_of_its_own(template: Template, path: Path) -> None:
    name = f"{path[1]}Client{path[4]}"
    template["Resources"][name] = {
        "Type": "AWS::Cognito::UserPoolClient",
        "Properties": {
            "UserPoolId": "us-east-1_a1B2c3D4e",
            "GenerateSecret": True,
            "PreventUserExistenceErrors": "ENABLED",
            "AllowedOAuthFlowsUserPoolClient": True,
            "AllowedOAuthFlows": ["code"],
            "AllowedOAuthScopes": ["openid"],
            "CallbackURLs": [_CALLBACK],
            "SupportedIdentityProviders": ["COGNITO"],
            "WriteAttributes": ["email", "name"],
        },
    }
    _at(template, path)["AuthenticateCognitoConfig"]["UserPoolClientId"] = {"Ref": name}


def write_the_provider_name(template: Template, path: Path) -> None:
    _at(template, path[:-1])[path[-1]] = {"Fn::GetAtt": ["Pool", "ProviderName"]}


def name_the_client(template: Template, path: Path) -> None:
    mapping = _at(template, path[:5])
    old = mapping.get("IdentityProvider")
    mapping["IdentityProvider"] = "accounts.google.com" if old == "https://accounts.google.com" else _RIGHT_NAME


def remove_the_role(template: Template, path: Path) -> None:
    del _at(template, path[:-1])[path[-1]]


def mend_the_rules(template: Template, path: Path) -> None:
    if path[-1] == "MatchType":
        _at(template, path[:-1])["MatchType"] = "Equals"
    else:
        del _at(template, path)[25:]


def name_it_as_a_client(template: Template, path: Path) -> None:
    authorizer = _at(template, path[:5])
    authorizer.setdefault("AllowedClients", []).append(authorizer["AllowedAudience"].pop(int(path[6])))
    if not authorizer["AllowedAudience"]:
        del authorizer["AllowedAudience"]


FIXES: dict[str, Fix] = {
    "E9631": write_the_name,
    "W9632": write_the_name,
    "W9633": use_a_client_of_its_own,
    "E9634": write_the_provider_name,
    "E9635": name_the_client,
    "E9636": remove_the_role,
    "E9637": mend_the_rules,
    "W9638": name_it_as_a_client,
}

REST_ON_PRESENCE = {"E9636"}  # The name of the role is wrong, whatever the role is.
