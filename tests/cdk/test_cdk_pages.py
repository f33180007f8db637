"""The Python of the rules' pages runs, with what `Namespace` has, and fixes what its page is about."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping
from typing import Any

import aws_cdk
import pytest
from aws_cdk import SecretValue, Stack, aws_cognito
from aws_cdk.aws_apigateway import CognitoUserPoolsAuthorizer, RestApi
from aws_cdk.aws_apigatewayv2_authorizers import HttpJwtAuthorizer, HttpUserPoolAuthorizer
from aws_cdk.aws_bedrockagentcore import CfnGateway
from aws_cdk.aws_cognito import (
    CfnIdentityPool,
    CognitoDomainOptions,
    UserPool,
)
from aws_cdk.aws_elasticloadbalancingv2 import ApplicationLoadBalancer, CfnListener
from aws_cdk.aws_iam import Role, ServicePrincipal, WebIdentityPrincipal
from aws_cdk.aws_secretsmanager import Secret
from cdk_clients import (
    READ,
    function,
    google,
    network,
    orders,
    pinpoint,
    role,
    web,
)
from in_turn import in_turn
from linting import RULES
from stacks import Build, Findings, rules

pytestmark = pytest.mark.cdk

_CODE = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
PAGES = {rule.id: _CODE.findall(inspect.getdoc(type(rule)) or "") for rule in RULES}
SNIPPETS = {
    f"{rule} {number}": code
    for rule, blocks in PAGES.items()
    for number, code in enumerate((code for language, code in blocks if language == "python"), 1)
}


class Namespace(dict[str, Any]):
    """What the snippets of the pages may use without making it; made when they first do."""

    def __init__(self, stack: Stack) -> None:
        constructs = {
            "ApplicationLoadBalancer": ApplicationLoadBalancer,
            "CfnGateway": CfnGateway,
            "CfnListener": CfnListener,
            "CognitoUserPoolsAuthorizer": CognitoUserPoolsAuthorizer,
            "HttpJwtAuthorizer": HttpJwtAuthorizer,
            "HttpUserPoolAuthorizer": HttpUserPoolAuthorizer,
            "Role": Role,
            "Secret": Secret,
            "ServicePrincipal": ServicePrincipal,
            "WebIdentityPrincipal": WebIdentityPrincipal,
        }
        super().__init__({**vars(aws_cdk), **vars(aws_cognito), **constructs, "self": stack, "read": READ})

    def __missing__(self, name: str) -> Any:
        makers: Mapping[str, Callable[[], Any]] = {
            "pool": lambda: UserPool(self["self"], "Prepared"),
            "google": lambda: google(self["pool"]),
            "orders": lambda: orders(self["pool"]),
            "server": lambda: orders(self["pool"]),
            "client": lambda: web(self["pool"], generate_secret=True),
            "secret": lambda: SecretValue.secrets_manager("google"),
            "vpc": lambda: network(self["self"]),
            "role": lambda: role(self["self"]),
            "identities": lambda: CfnIdentityPool(self["self"], "Ids", allow_unauthenticated_identities=False),
            "pinpoint_app": lambda: pinpoint(self["self"]),
            "api": lambda: RestApi(self["self"], "Api"),
            "domain": lambda: self["pool"].add_domain(
                "Domain", cognito_domain=CognitoDomainOptions(domain_prefix="acme")
            ),
            "handler": lambda: function(self["self"], "Handler"),
            "define": lambda: function(self["self"], "Define"),
            "create": lambda: function(self["self"], "Create"),
            "verify": lambda: function(self["self"], "Verify"),
        }
        self[name] = makers[name]()
        return self[name]


def running(code: str) -> Callable[[Stack], None]:
    return lambda stack: exec(code, {}, Namespace(stack))


BUILDS: Mapping[str, Build] = {name: running(code) for name, code in SNIPPETS.items()}


@in_turn("name", SNIPPETS)
def test_the_python_of_a_page_runs_and_fixes(name: str, findings: Findings) -> None:
    rule = name.partition(" ")[0]
    found = rules(findings(name))
    assert rule not in found
    assert not any(other.startswith("E") for other in found)


@in_turn("rule", PAGES)
def test_a_page_with_python_has_typescript(rule: str) -> None:
    languages = [language for language, _ in PAGES[rule]]
    assert languages.count("python") == languages.count("typescript")
