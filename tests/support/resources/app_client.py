"""App clients, their user pool, and what stands around them, legal and illegal."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from resources.parts import UNRESOLVABLE, part, pool_ids, some, switches

FLOWS = ["code", "implicit", "client_credentials"]
SCOPES = [
    "openid",
    "email",
    "phone",
    "profile",
    "aws.cognito.signin.user.admin",
    "api/read",
    "api/write",
    "read",
    "OpenID",
]
URLS = [
    "https://app.acme.dev/callback",
    "https://app.acme.dev/",
    "https://example.com",
    "http://localhost:3000/cb",
    "http://127.0.0.1/cb",
    "http://[::1]:8080",
    "http://app.acme.dev/cb",
    "HTTP://APP.acme.dev",
    "http://localhost.evil.test",
    "https://app.acme.dev/#/cb",
    "https://*.acme.dev/cb",
    "myapp://callback",
    "com.acme.app:/cb",
    "/callback",
    "app.acme.dev/cb",
    "http://[broken",
    "https:///callback",
    "https://app.acme.dev/broken\n",
]
PROVIDERS = ["COGNITO", "Google", "GOOGLE", "cognito", "Facebook", "Corp", "Amazon"]
AUTH_FLOWS = [
    "ALLOW_USER_SRP_AUTH",
    "ALLOW_REFRESH_TOKEN_AUTH",
    "ALLOW_USER_PASSWORD_AUTH",
    "ALLOW_CUSTOM_AUTH",
    "ALLOW_USER_AUTH",
    "ADMIN_NO_SRP_AUTH",
    "USER_PASSWORD_AUTH",
    "CUSTOM_AUTH_FLOW_ONLY",
]
ATTRIBUTES = ["email", "name", "email_verified", "phone_number", "sub", "custom:team", "custom:tem", "team", "emial"]

counts = st.sampled_from([1, 2, 4, 5, 24, 25, 60, 300, 1440, 3600, 3650, 4000, 86400, "48", "60"])
units = st.sampled_from(["seconds", "minutes", "hours", "days"])

client_properties = part(
    {
        "ClientName": st.sampled_from(["web", "Bücher", {"Fn::Sub": f"${{{UNRESOLVABLE}}}-für"}]),
        "AccessTokenValidity": counts,
        "IdTokenValidity": counts,
        "RefreshTokenValidity": counts,
        "TokenValidityUnits": part({"AccessToken": units, "IdToken": units, "RefreshToken": units}),
        "AllowedOAuthFlowsUserPoolClient": switches,
        "AllowedOAuthFlows": some(FLOWS, 3),
        "AllowedOAuthScopes": some(SCOPES),
        "CallbackURLs": some(URLS),
        "LogoutURLs": some(URLS),
        "DefaultRedirectURI": st.sampled_from(URLS),
        "SupportedIdentityProviders": some(PROVIDERS, 3),
        "ExplicitAuthFlows": some(AUTH_FLOWS),
        "RefreshTokenRotation": part(
            {"Feature": st.sampled_from(["ENABLED", "DISABLED"]), "RetryGracePeriodSeconds": st.integers(0, 60)}
        ),
        "GenerateSecret": switches,
        "EnablePropagateAdditionalUserContextData": switches,
        "EnableTokenRevocation": switches,
        "PreventUserExistenceErrors": st.sampled_from(["ENABLED", "LEGACY"]),
        "ReadAttributes": some(ATTRIBUTES),
        "WriteAttributes": some(ATTRIBUTES),
        "AnalyticsConfiguration": part(
            {
                "ApplicationArn": st.just(
                    "arn:aws:mobiletargeting:us-east-1:123456789012:apps/0123456789abcdef0123456789abcdef"
                ),
                "ApplicationId": st.just("0123456789abcdef0123456789abcdef"),
                "RoleArn": st.just("arn:aws:iam::123456789012:role/analytics"),
                "ExternalId": st.just("external"),
            }
        ),
        "ClientSecret": st.just("secret"),
    }
)

pool_properties = part(
    {
        "UserPoolTier": st.sampled_from(["LITE", "ESSENTIALS"]),
        "Schema": st.lists(
            part({"Name": st.sampled_from(["team", "email", "name"]), "Required": switches, "Mutable": switches}),
            max_size=2,
        ),
        "LambdaConfig": part(
            {
                name: st.just("arn:aws:lambda:us-east-1:123456789012:function:challenge")
                for name in ("DefineAuthChallenge", "CreateAuthChallenge", "VerifyAuthChallengeResponse")
            }
        ),
    }
)

RESOURCES: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "Google": st.fixed_dictionaries(
        {
            "Type": st.just("AWS::Cognito::UserPoolIdentityProvider"),
            "Properties": st.fixed_dictionaries(
                {
                    "ProviderName": st.sampled_from(["Google", "Corp", "MyGoogle"]),
                    "ProviderType": st.sampled_from(["Google", "SAML", "OIDC"]),
                    "ProviderDetails": st.just({"client_id": "id"}),
                    "UserPoolId": pool_ids,
                },
                optional={
                    "AttributeMapping": part({name: st.just("claim") for name in ("email", "custom:team", "username")})
                },
            ),
        }
    ),
    "Api": st.fixed_dictionaries(
        {
            "Type": st.just("AWS::Cognito::UserPoolResourceServer"),
            "Properties": st.fixed_dictionaries(
                {
                    "Identifier": st.sampled_from(["api", {"Ref": UNRESOLVABLE}]),
                    "Name": st.just("api"),
                    "UserPoolId": pool_ids,
                },
                optional={"Scopes": st.just([{"ScopeName": "read", "ScopeDescription": "Read"}])},
            ),
        }
    ),
    "Domain": st.fixed_dictionaries(
        {
            "Type": st.just("AWS::Cognito::UserPoolDomain"),
            "Properties": st.fixed_dictionaries(
                {"Domain": st.just("acme"), "UserPoolId": pool_ids},
                optional={"ManagedLoginVersion": st.sampled_from([1, 2])},
            ),
        }
    ),
    "Branding": st.just(
        {
            "Type": "AWS::Cognito::ManagedLoginBranding",
            "Properties": {
                "UserPoolId": {"Ref": "Pool"},
                "ClientId": {"Ref": "Client"},
                "UseCognitoProvidedValues": True,
            },
        }
    ),
    "Function": st.just(
        {
            "Type": "AWS::Lambda::Function",
            "Properties": {
                "Code": {"ZipFile": "pass"},
                "Handler": "index.handler",
                "Role": "arn:aws:iam::123456789012:role/function",
                "Runtime": "python3.13",
                "Environment": {"Variables": {"SECRET": {"Fn::GetAtt": ["Client", "ClientSecret"]}}},
            },
        }
    ),
}
