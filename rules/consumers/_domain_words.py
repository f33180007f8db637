"""Words that the rules about a load balancer's user pool domain share."""

from __future__ import annotations

import re
from typing import Final

from cfn_lint_cognito.engine.facts.names import DOMAIN
from cfn_lint_cognito.engine.report.constructs import Kind
from cfn_lint_cognito.engine.report.rule import Diagnostic
from cfn_lint_cognito.engine.report.words import with_note

_HOST_OF_COGNITO: Final = ".amazoncognito.com"
_PREFIX: Final = re.compile(r"(.+)\.auth(-fips)?\.", re.IGNORECASE)
_PORT: Final = re.compile(r":[0-9]+$")


def domain_is(diagnostic: Diagnostic) -> str:
    """`UserPoolDomain is https://shop.example.com (the Default of parameter Domain)`."""
    return f"UserPoolDomain is {with_note(_text(diagnostic), diagnostic.source(*diagnostic.path[:4]))}"


def without_scheme(diagnostic: Diagnostic) -> str:
    """What to write instead of a URL or a host of Cognito."""
    kind, name = name_alone(diagnostic)
    if name:
        return f"Write the {kind} alone: {name}."
    if diagnostic.kind is Kind.TEMPLATE:
        return f"Write the Domain of the pool's {DOMAIN}, which a Ref to it returns."
    return f"Write {diagnostic.attribute('Ref', resource_type=DOMAIN)} of the pool's domain."


def name_alone(diagnostic: Diagnostic) -> tuple[str, str]:
    """The `prefix` or `host name` that a URL or a host of Cognito holds; two empty texts where it cannot be told."""
    host = _PORT.sub("", _text(diagnostic).rpartition("://")[2].partition("/")[0])
    if host.lower().endswith(_HOST_OF_COGNITO):
        named = _PREFIX.match(host)
        return ("", "") if named is None else ("prefix", named.group(1))
    is_host = host and ("." in host.partition("}")[2] or not host.startswith("${"))
    return ("host name", host) if is_host else ("", "")


def _text(diagnostic: Diagnostic) -> str:
    return str(diagnostic.get(*diagnostic.path[:4], "Text"))
