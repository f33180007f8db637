"""The names that fixes for constructs have are those of the library: what jsii maps each parameter of Python to."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import aws_cdk
import pytest
from aws_cdk import aws_cognito
from cfn_lint_cognito.engine.facts.names import (
    APP_CLIENT,
    DOMAIN,
    IDENTITY_POOL,
    IDENTITY_PROVIDER,
    LISTENER,
    REST_AUTHORIZER,
    USER_POOL,
)
from cfn_lint_cognito.engine.report.constructs import L2_CLASSES, L2_NAMES, l1_class, l1_name, python_name
from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER
from in_turn import in_turn

pytestmark = pytest.mark.cdk

MODULES = {
    "Cognito": "aws_cognito",
    "ElasticLoadBalancingV2": "aws_elasticloadbalancingv2",
    "ApiGateway": "aws_apigateway",
}
OF_METHODS = {"lambdaVersion"}
"""Parameters of methods, which no map of names has."""
STRUCTS = {
    USER_POOL: (
        "UserPoolProps",
        "SignInPolicy",
        "UserPoolTriggers",
        "StringAttributeConstraints",
        "NumberAttributeConstraints",
        "CustomAttributeConfig",
        "StandardAttribute",
    ),
    APP_CLIENT: ("UserPoolClientOptions", "OAuthSettings"),
    DOMAIN: ("UserPoolDomainProps",),
    IDENTITY_PROVIDER: ("UserPoolIdentityProviderGoogleProps",),
}
newer = pytest.mark.skipif(not hasattr(aws_cdk, "Validations"), reason="an older aws-cdk-lib lacks some names")


@cache
def maps_of(module: str) -> Mapping[str, Mapping[str, str]]:
    """For each struct of a module the names of its members in Python, with those in TypeScript."""
    source = importlib.import_module(f"aws_cdk.{module}").__file__
    assert source is not None
    text = Path(source).read_text(encoding="utf-8")
    declared = re.findall(
        r'jsii_type="aws-cdk-lib\.\w+\.([\w.]+)",\s+jsii_struct_bases=.*?name_mapping=\{(.*?)\}', text, re.DOTALL
    )
    return {name: dict(re.findall(r'"(\w+)": "(\w+)"', members)) for name, members in declared}


def settable(resource_type: str) -> Iterator[str]:
    schema = PROVIDER_SCHEMA_MANAGER.get_resource_schema("us-east-1", resource_type).schema
    read_only = {pointer.rpartition("/")[2] for pointer in schema.get("readOnlyProperties", ())}
    yield from (name for name in schema["properties"] if name not in read_only)


@newer
@in_turn("resource_type", [*L2_NAMES, IDENTITY_POOL, LISTENER, REST_AUTHORIZER])
def test_names_of_l1_are_those_that_jsii_made(resource_type: str) -> None:
    module = MODULES[resource_type.split("::")[1]]
    members = maps_of(module)[f"{l1_class(resource_type)}Props"]
    by_letters = {typescript.lower(): (python, typescript) for python, typescript in members.items()}
    known = [name for name in settable(resource_type) if name.lower() in by_letters]
    made = {name: (python_name(l1_name(name)), l1_name(name)) for name in known}
    assert made == {name: by_letters[name.lower()] for name in known}
    assert len(known) > len(members) / 2


@newer
@in_turn("resource_type", L2_NAMES)
def test_names_of_l2_are_those_of_the_library(resource_type: str) -> None:
    members = {
        typescript: python
        for struct in STRUCTS[resource_type]
        for python, typescript in maps_of("aws_cognito")[struct].items()
    }
    for name in L2_NAMES[resource_type].values():
        last = name.rpartition(".")[2]
        assert last in OF_METHODS or members.get(last) == python_name(last), name


@newer
def test_constructs_that_fixes_name_exist() -> None:
    for resource_type, classes in L2_CLASSES.items():
        if resource_type.startswith("AWS::Cognito::") and resource_type != IDENTITY_POOL:
            assert all(hasattr(aws_cognito, name) for name in classes.split(" or "))
