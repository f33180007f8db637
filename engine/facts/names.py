"""The names that AWS gives to things, as templates spell them."""

from __future__ import annotations

from typing import Final

APP_CLIENT: Final = "AWS::Cognito::UserPoolClient"
USER_POOL: Final = "AWS::Cognito::UserPool"
DOMAIN: Final = "AWS::Cognito::UserPoolDomain"
BRANDING: Final = "AWS::Cognito::ManagedLoginBranding"
IDENTITY_PROVIDER: Final = "AWS::Cognito::UserPoolIdentityProvider"
RESOURCE_SERVER: Final = "AWS::Cognito::UserPoolResourceServer"
UI_CUSTOMIZATION: Final = "AWS::Cognito::UserPoolUICustomizationAttachment"
RISK_CONFIGURATION: Final = "AWS::Cognito::UserPoolRiskConfigurationAttachment"
LOG_DELIVERY: Final = "AWS::Cognito::LogDeliveryConfiguration"
TERMS: Final = "AWS::Cognito::Terms"
USER: Final = "AWS::Cognito::UserPoolUser"
IDENTITY_POOL: Final = "AWS::Cognito::IdentityPool"
IDENTITY_POOL_ROLES: Final = "AWS::Cognito::IdentityPoolRoleAttachment"
LISTENER: Final = "AWS::ElasticLoadBalancingV2::Listener"
LISTENER_RULE: Final = "AWS::ElasticLoadBalancingV2::ListenerRule"
AGENT_GATEWAY: Final = "AWS::BedrockAgentCore::Gateway"
AGENT_RUNTIME: Final = "AWS::BedrockAgentCore::Runtime"
USER_POOL_GROUP: Final = "AWS::Cognito::UserPoolGroup"
GRAPHQL_API: Final = "AWS::AppSync::GraphQLApi"
REST_METHOD: Final = "AWS::ApiGateway::Method"
HTTP_ROUTE: Final = "AWS::ApiGatewayV2::Route"
REST_API: Final = "AWS::ApiGateway::RestApi"
REST_AUTHORIZER: Final = "AWS::ApiGateway::Authorizer"
REST_API_OF_SAM: Final = "AWS::Serverless::Api"
HTTP_API: Final = "AWS::ApiGatewayV2::Api"
HTTP_AUTHORIZER: Final = "AWS::ApiGatewayV2::Authorizer"
HTTP_API_OF_SAM: Final = "AWS::Serverless::HttpApi"
ROLE: Final = "AWS::IAM::Role"

POOL_USERS: Final = "COGNITO"
"""The identity provider under whose name every pool has its own users."""

SECONDS: Final = {"seconds": 1, "minutes": 60, "hours": 3_600, "days": 86_400}
"""The units of TokenValidityUnits, in seconds."""
