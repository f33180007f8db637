"""What those who build with constructs of the CDK call things: properties, classes and methods.

Constructs that CloudFormation's schema made (L1, such as CfnUserPool) and those that somebody wrote (L2, such as UserPool) have
other names, and languages other spellings. TypeScript's is the one that readers of Java and C# know, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Final

from cfn_lint_cognito.engine.facts.names import (
    APP_CLIENT,
    DOMAIN,
    IDENTITY_POOL,
    IDENTITY_PROVIDER,
    RESOURCE_SERVER,
    USER_POOL,
    USER_POOL_GROUP,
)
from cfn_lint_cognito.engine.report.words import listed
from cfn_lint_cognito.engine.template.resources import Resource

PYTHON: Final = "Python"
"""The language of an app whose host knows it. Of all others only the template is known."""


class Kind(Enum):
    """What made a resource, as far as that decides what its properties are called."""

    TEMPLATE = "CloudFormation's template language"
    L1 = "a class that CloudFormation's schema made"
    L2 = "a construct that somebody wrote"
    UNKNOWN = "one of these two"


L2_NAMES: Final[Mapping[str, Mapping[str, str]]] = {
    APP_CLIENT: {
        "AccessTokenValidity": "accessTokenValidity",
        "AllowedOAuthFlows": "oAuth.flows",
        "AllowedOAuthScopes": "oAuth.scopes",
        "AnalyticsConfiguration": "analytics",
        "AuthSessionValidity": "authSessionValidity",
        "CallbackURLs": "oAuth.callbackUrls",
        "ClientName": "userPoolClientName",
        "DefaultRedirectURI": "oAuth.defaultRedirectUri",
        "EnablePropagateAdditionalUserContextData": "enablePropagateAdditionalUserContextData",
        "EnableTokenRevocation": "enableTokenRevocation",
        "ExplicitAuthFlows": "authFlows",
        "GenerateSecret": "generateSecret",
        "IdTokenValidity": "idTokenValidity",
        "LogoutURLs": "oAuth.logoutUrls",
        "PreventUserExistenceErrors": "preventUserExistenceErrors",
        "ReadAttributes": "readAttributes",
        "RefreshTokenRotation": "refreshTokenRotationGracePeriod",
        "RefreshTokenValidity": "refreshTokenValidity",
        "SupportedIdentityProviders": "supportedIdentityProviders",
        "WriteAttributes": "writeAttributes",
    },
    USER_POOL: {
        "AccountRecoverySetting": "accountRecovery",
        "AdvancedSecurityMode": "standardThreatProtectionMode",
        "AllowedFirstAuthFactors": "signInPolicy.allowedFirstAuthFactors",
        "AttributesRequireVerificationBeforeUpdate": "keepOriginal",
        "AutoVerifiedAttributes": "autoVerify",
        "DeletionProtection": "deletionProtection",
        "DeviceConfiguration": "deviceTracking",
        "EmailConfiguration": "email",
        "EnabledMfas": "mfaSecondFactor",
        "ExternalId": "smsRoleExternalId",
        "KMSKeyID": "customSenderKmsKey",
        "LambdaConfig": "lambdaTriggers",
        "LambdaVersion": "lambdaVersion",
        "MaxLength": "maxLen",
        "MaxValue": "max",
        "MfaConfiguration": "mfa",
        "MinLength": "minLen",
        "MinValue": "min",
        "Mutable": "mutable",
        "PreSignUp": "lambdaTriggers.preSignUp",
        "PreTokenGeneration": "lambdaTriggers.preTokenGeneration",
        "Required": "required",
        "Schema": "customAttributes",
        "SmsConfiguration": "smsRole",
        "UserPoolName": "userPoolName",
        "UserPoolTier": "featurePlan",
        "WebAuthnRelyingPartyID": "passkeyRelyingPartyId",
        "WebAuthnUserVerification": "passkeyUserVerification",
    },
    DOMAIN: {"CustomDomainConfig": "customDomain", "ManagedLoginVersion": "managedLoginVersion"},
    IDENTITY_PROVIDER: {"AttributeMapping": "attributeMapping", "authorize_scopes": "scopes"},
}
"""What constructs call the properties of their resource. What is absent can be set in the L1 within them only."""
L2_CLASSES: Final[Mapping[str, str]] = {
    APP_CLIENT: "UserPoolClient",
    DOMAIN: "UserPoolDomain",
    IDENTITY_POOL: "IdentityPool",
    IDENTITY_PROVIDER: "UserPoolIdentityProviderOidc or UserPoolIdentityProviderSaml",
    RESOURCE_SERVER: "UserPoolResourceServer",
    USER_POOL: "UserPool",
    USER_POOL_GROUP: "UserPoolGroup",
    "AWS::SecretsManager::Secret": "Secret",
}
"""The constructs that make resources of a type. Of a type that is absent, L1 is what apps have."""
_ATTRIBUTES: Final[Mapping[str, Mapping[str, str]]] = {
    APP_CLIENT: {"Ref": "userPoolClientId", "ClientSecret": "userPoolClientSecret"},
    DOMAIN: {"Ref": "domainName"},
    IDENTITY_POOL: {"Ref": "identityPoolId"},
    IDENTITY_PROVIDER: {"Ref": "providerName"},
    RESOURCE_SERVER: {"Ref": "userPoolResourceServerId"},
    USER_POOL: {
        "Arn": "userPoolArn",
        "ProviderName": "userPoolProviderName",
        "ProviderURL": "userPoolProviderUrl",
        "Ref": "userPoolId",
    },
}
_FUNCTIONS: Final = {"Fn::If": "Fn.conditionIf", "${AWS::AccountId}": "Aws.ACCOUNT_ID"}

_PLACEHOLDER: Final = re.compile(r"\{([\w.]+)\}")
_WORD: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_KEPT_SUFFIXES: Final = {"ARNs": "Arns", "MBs": "MBs", "AZs": "AZs"}


def kind_of(resource: Resource) -> Kind:
    """What made a resource, as its construct path tells."""
    if resource.cdk_path is None:
        return Kind.TEMPLATE
    return Kind.L2 if resource.is_made_by_construct else Kind.L1


def property_names(
    names: Iterable[str], resource_type: str, kind: Kind, language: str | None, conjunction: str = "and"
) -> str:
    """Properties as whoever made their resource calls them: `CallbackURLs` is `oAuth.callbackUrls (Python: o_auth.callback_urls)`.
    One that a construct has no name for is one of the L1 within it, its `node.defaultChild`.
    """
    if kind is Kind.TEMPLATE:
        return listed(names, conjunction)
    own = list(dict.fromkeys(_property_name(name, resource_type, kind) for name in names))
    return spelled(own, language, conjunction)


def spelled(names: Iterable[str], language: str | None, conjunction: str = "and") -> str:
    """Names of TypeScript, in the language of the app; where that is unknown, in TypeScript's and, where it differs, in Python's
    spelling."""
    in_typescript = list(names)
    in_python = listed(map(python_name, in_typescript), conjunction)
    if language == PYTHON:
        return in_python
    shown = listed(in_typescript, conjunction)
    return shown if shown == in_python else f"{shown} (Python: {in_python})"


def attribute(name: str, resource_type: str, kind: Kind, language: str | None) -> str:
    """What returns an attribute of a resource, or its Ref: `the attribute Arn`, `userPoolArn`, `attrArn`."""
    if kind is Kind.TEMPLATE:
        return "the Ref" if name == "Ref" else f"the attribute {name}"
    in_l1 = "ref" if name == "Ref" else f"attr{l1_name(name)[0].upper()}{l1_name(name)[1:]}"
    in_l2 = _ATTRIBUTES.get(resource_type, {}).get(name)
    return spelled([in_l1 if kind is Kind.L1 or in_l2 is None else in_l2], language)


def function(name: str, kind: Kind, language: str | None) -> str:
    """`Fn::If` or `${AWS::AccountId}`, or what the CDK has for it."""
    return name if kind is Kind.TEMPLATE else spelled([_FUNCTIONS[name]], language)


def new_resource(resource_type: str, kind: Kind, class_name: str = "") -> str:
    """A resource to be added, `an AWS::Cognito::UserPoolDomain` or `a UserPoolDomain`. `class_name` is that of the construct
    where there are several."""
    if kind is Kind.TEMPLATE:
        return f"an {resource_type}"
    name = class_name or L2_CLASSES.get(resource_type, "")
    if kind is Kind.L1 or not name:
        name = l1_class(resource_type)
    return f"{'an' if name.startswith('I') else 'a'} {name}"


def filled(sentence: str, resource_type: str, kind: Kind, language: str | None) -> str:
    """A sentence of a rule in which `{CallbackURLs}` stands for the name of a property, and `{node.addDependency}` for one of
    TypeScript."""

    def name(found: re.Match[str]) -> str:
        if all(part[0].isupper() for part in found[1].split(".")):
            return property_names([found[1]], resource_type, kind, language)
        return spelled([found[1]], language)

    return _PLACEHOLDER.sub(name, sentence)


def l1_class(resource_type: str) -> str:
    return f"Cfn{resource_type.rpartition('::')[2]}"


def l1_name(name: str) -> str:
    """What L1 calls a property, or one within another (`TokenValidityUnits.IdToken`), in TypeScript.

    Source: https://github.com/aws/awscdk-service-spec/blob/main/packages/%40aws-cdk/service-spec-types, where names are made of
    words by camelcase and decamelize, so that CallbackURLs becomes callbackUrLs.
    """
    return ".".join(map(_l1_key, name.split(".")))


def python_name(name: str) -> str:
    """What Python calls a name of TypeScript. Names of classes stay as they are, and so does text around names."""
    return re.sub(r"\b[a-z]\w*(?:\.[a-z]\w*)*", lambda found: _WORD.sub("_", found[0]).lower(), name)


def _l1_key(key: str) -> str:
    if "_" in key or not key[:1].isupper():
        return key  # A key of a map, which the CDK does not rename.
    first, *others = _WORD.sub("-", key).lower().split("-")
    name = "".join([first, *(word.capitalize() for word in others)])
    for suffix, kept in _KEPT_SUFFIXES.items():
        if key.endswith(suffix):
            return f"{name[: -len(suffix)]}{kept}"
    return name


def _property_name(name: str, resource_type: str, kind: Kind) -> str:
    in_l1, in_l2 = l1_name(name), L2_NAMES.get(resource_type, {}).get(name)
    if kind is Kind.L1 or in_l1 == in_l2 or resource_type not in L2_CLASSES:
        return in_l1
    if kind is Kind.L2:
        return in_l2 or f"{in_l1} of node.defaultChild"
    return f"{in_l2} ({in_l1} of a {l1_class(resource_type)})" if in_l2 else in_l1
