"""Words that the rules about a load balancer's user pool domain share."""

from __future__ import annotations

import re
from typing import Final

from cfn_lint_cognito.engine.report.rule import Fault
from cfn_lint_cognito.engine.report.words import noted

_HOST_OF_COGNITO: Final = ".amazoncognito.com"
_PREFIX: Final = re.compile(r"(.+)\.auth(-fips)?\.", re.IGNORECASE)
_PORT: Final = re.compile(r":[0-9]+$")


def domain_is(fault: Fault) -> str:
    """`UserPoolDomain is https://shop.example.com (the Default of parameter Domain)`."""
    return f"UserPoolDomain is {noted(_text(fault), fault.source(*fault.path[:4]))}"


def without_scheme(fault: Fault) -> str:
    """What to write instead of a URL or a host of Cognito."""
    host = _PORT.sub("", _text(fault).rpartition("://")[2].partition("/")[0])
    if host.lower().endswith(_HOST_OF_COGNITO):
        named = _PREFIX.match(host)
        if named is not None:
            return f"Write the prefix alone: {named.group(1)}."
    elif host and ("." in host.partition("}")[2] or not host.startswith("${")):
        return f"Write the host name alone: {host}."
    return "Write the Domain of the pool's AWS::Cognito::UserPoolDomain, which a Ref to it returns."


def _text(fault: Fault) -> str:
    return str(fault.get(*fault.path[:4], "Text"))
