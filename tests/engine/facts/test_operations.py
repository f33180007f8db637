"""What the methods of an API ask for that are no resources of their own, and where that cannot be told."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from cfn_lint_cognito import check
from in_turn import in_turn

Template = dict[str, Any]
PATH = ("Resources", "Check", "Properties", "Events", "Put", "Properties", "Auth", "AuthorizationScopes", 0)

TEMPLATE: Template = {
    "Transform": "AWS::Serverless-2016-10-31",
    "Resources": {
        "Pool": {"Type": "AWS::Cognito::UserPool"},
        "Robot": {
            "Type": "AWS::Cognito::UserPoolClient",
            "Properties": {
                "UserPoolId": {"Ref": "Pool"},
                "GenerateSecret": True,
                "AllowedOAuthFlowsUserPoolClient": True,
                "AllowedOAuthFlows": ["client_credentials"],
                "AllowedOAuthScopes": ["orders/read"],
            },
        },
        "Api": {
            "Type": "AWS::Serverless::HttpApi",
            "Properties": {
                "Auth": {
                    "Authorizers": {
                        "Tokens": {
                            "IdentitySource": "$request.header.Authorization",
                            "JwtConfiguration": {
                                "issuer": {"Fn::GetAtt": ["Pool", "ProviderURL"]},
                                "audience": [{"Ref": "Robot"}],
                            },
                        }
                    }
                }
            },
        },
        "Check": {
            "Type": "AWS::Serverless::Function",
            "Properties": {
                "Events": {
                    "Put": {
                        "Type": "HttpApi",
                        "Properties": {
                            "ApiId": {"Ref": "Api"},
                            "Path": "/orders",
                            "Method": "PUT",
                            "Auth": {"Authorizer": "Tokens", "AuthorizationScopes": ["orders/write"]},
                        },
                    }
                }
            },
        },
    },
}


def places(template: Template) -> list[tuple[str | int, ...]]:
    return [finding.path for finding in check(template) if finding.rule == "W9684"]


def test_an_event_that_no_client_can_call_is_found() -> None:
    assert places(TEMPLATE) == [PATH]


def has_a_definition(resources: Template) -> None:
    resources["Api"]["Properties"]["DefinitionBody"] = {"openapi": "3.0.1", "paths": {}}


def has_a_definition_elsewhere(resources: Template) -> None:
    resources["Api"]["Properties"]["DefinitionUri"] = "s3://definitions/orders.yaml"


def takes_tokens_of_another_client(resources: Template) -> None:
    configuration = resources["Api"]["Properties"]["Auth"]["Authorizers"]["Tokens"]["JwtConfiguration"]
    configuration["audience"].append("3n4b5urk1ft4fl3mg5e62d9ado")


def is_an_event_of_another_api(resources: Template) -> None:
    resources["Check"]["Properties"]["Events"]["Put"]["Properties"]["ApiId"] = {"Fn::ImportValue": "api"}


def has_an_authorizer_that_is_not_known(resources: Template) -> None:
    resources["Check"]["Properties"]["Events"]["Put"]["Properties"]["Auth"]["Authorizer"] = {"Fn::ImportValue": "name"}


def has_an_auth_that_is_not_known(resources: Template) -> None:
    resources["Check"]["Properties"]["Events"]["Put"]["Properties"]["Auth"] = {"Fn::Transform": {"Name": "Auth"}}


def has_a_policy(policy: Any) -> Callable[[Template], None]:
    def change(resources: Template) -> None:
        resources["Check"]["Properties"]["Policies"] = policy

    change.__name__ = str(policy)
    return change


@in_turn(
    "change",
    [
        has_a_definition,
        has_a_definition_elsewhere,
        takes_tokens_of_another_client,
        is_an_event_of_another_api,
        has_an_authorizer_that_is_not_known,
        has_an_auth_that_is_not_known,
        has_a_policy(["arn:aws:iam::aws:policy/AmazonCognitoPowerUser"]),
        has_a_policy({"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}),
    ],
    ids=lambda change: change.__name__,
)
def test_what_cannot_be_told_is_silent(change: Callable[[Template], None]) -> None:
    template = deepcopy(TEMPLATE)
    change(template["Resources"])
    assert places(template) == []


def test_another_policy_changes_nothing() -> None:
    template = deepcopy(TEMPLATE)
    has_a_policy({"Statement": [{"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*"}]})(
        template["Resources"]
    )
    assert places(template) == [PATH]


@in_turn(
    ("globals_", "is_silent"),
    [
        ({"HttpApi": {"Auth": {"Authorizers": {"Tokens": {"AuthorizationScopes": ["orders/read"]}}}}}, True),
        ({"HttpApi": {"Auth": {"DefaultAuthorizer": "Tokens"}}}, True),
        ({"HttpApi": {"Auth": {"Authorizers": {"Tokens": {"IdentitySource": "$request.header.Token"}}}}}, False),
        ({"HttpApi": {"FailOnWarnings": True}}, False),
        ({"Api": {"Auth": {"DefaultAuthorizer": "Tokens"}}}, False),
        ("nothing", False),
    ],
)
def test_an_api_without_what_globals_says_of_it_is_silent(globals_: Any, is_silent: bool) -> None:
    assert bool(places({**TEMPLATE, "Globals": globals_})) is not is_silent


@in_turn(("more", "expected"), [([], 1), ([{}], 0)])
def test_a_method_that_also_lets_callers_in_without_a_token_is_silent(more: list[Template], expected: int) -> None:
    authorizer = {"type": "cognito_user_pools", "providerARNs": [{"Fn::GetAtt": ["Pool", "Arn"]}]}
    scheme = {"type": "apiKey", "x-amazon-apigateway-authorizer": authorizer}
    body = {
        "openapi": "3.0.1",
        "paths": {"/orders": {"get": {"security": [{"Tokens": ["orders/write"]}, *more]}}},
        "components": {"securitySchemes": {"Tokens": scheme}},
    }
    clients = {name: TEMPLATE["Resources"][name] for name in ("Pool", "Robot")}
    rest_api = {"Type": "AWS::ApiGateway::RestApi", "Properties": {"Body": body}}
    assert len(places({"Resources": {**clients, "Api": rest_api}})) == expected


@in_turn(("more", "expected"), [({}, 1), ({"OverrideApiAuth": True}, 0)])
def test_an_event_that_overrules_what_its_api_says_is_silent(more: Template, expected: int) -> None:
    template = deepcopy(TEMPLATE)
    auth = template["Resources"]["Api"]["Properties"]["Auth"]
    auth["DefaultAuthorizer"] = "Tokens"
    auth["Authorizers"]["Tokens"]["AuthorizationScopes"] = ["orders/write"]
    template["Resources"]["Check"]["Properties"]["Events"]["Put"]["Properties"]["Auth"] = more
    assert len(places(template)) == expected
