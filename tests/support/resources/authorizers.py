"""Generated authorizers of APIs, by user pools and by tokens, legal and illegal."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

_names = st.sampled_from(
    [
        {"Fn::GetAtt": ["Pool", "Arn"]},
        {"Fn::GetAtt": ["Pool", "Arn"]},
        {"Ref": "Pool"},
        {"Fn::GetAtt": ["Pool", "ProviderName"]},
        {"Fn::Sub": "arn:aws:cognito-idp:us-east-1:123456789012:userpool/${Pool}"},
        "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a1B2c3D4e",
        "us-east-1_a1B2c3D4e",
        "cognito-idp.us-east-1.amazonaws.com/us-east-1_a1B2c3D4e",
    ]
)
_issuers = st.sampled_from(
    [
        {"Fn::GetAtt": ["Pool", "ProviderURL"]},
        {"Fn::Sub": "https://cognito-idp.us-east-1.amazonaws.com/${Pool}"},
        {"Fn::Sub": "https://issuer-cognito-idp.us-east-1.amazonaws.com/${Pool}"},
        {"Fn::GetAtt": ["Pool", "ProviderName"]},
        "https://acme-shop.auth.us-east-1.amazoncognito.com",
        "https://acme-shop.auth.us-east-1.amazoncognito.com/oauth2",
        "us-east-1_a1B2c3D4e",
        "cognito-idp.us-east-1.amazonaws.com/us-east-1_a1B2c3D4e",
        "https://acme.eu.auth0.com/",
        {"Ref": "Pool"},
    ]
)
_audience = st.sampled_from(
    [{"Ref": "Client"}, {"Ref": "Pool"}, {"Fn::GetAtt": ["Pool", "Arn"]}, "3n4b5urk1ft4fl3mg5e62d9ado"]
)

RESOURCES: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "RestAuthorizer": st.fixed_dictionaries(
        {
            "Type": st.just("AWS::ApiGateway::Authorizer"),
            "Properties": st.fixed_dictionaries(
                {
                    "Name": st.just("users"),
                    "RestApiId": st.just("a1b2c3d4e5"),
                    "Type": st.sampled_from(
                        ["COGNITO_USER_POOLS", "COGNITO_USER_POOLS", "COGNITO_USER_POOLS", "TOKEN"]
                    ),
                },
                optional={"ProviderARNs": st.lists(_names, max_size=3)},
            ),
        }
    ),
    "HttpAuthorizer": st.fixed_dictionaries(
        {
            "Type": st.just("AWS::ApiGatewayV2::Authorizer"),
            "Properties": st.fixed_dictionaries(
                {
                    "Name": st.just("users"),
                    "ApiId": st.just("a1b2c3d4e5"),
                    "AuthorizerType": st.sampled_from(["JWT", "JWT", "JWT", "REQUEST"]),
                    "JwtConfiguration": st.fixed_dictionaries(
                        {"Issuer": _issuers}, optional={"Audience": st.lists(_audience, max_size=2)}
                    ),
                }
            ),
        }
    ),
}
