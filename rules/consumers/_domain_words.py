"""Words that the rules about a load balancer's user pool domain share."""

from __future__ import annotations

import re
from typing import Final

from cfn_lint_cognito.engine.facts.names import DOMAIN
from cfn_lint_cognito.engine.report.changes import replaced, text_with_references, written_instead
from cfn_lint_cognito.engine.report.constructs import Kind
from cfn_lint_cognito.engine.report.edits import UNSAFE, Edits
from cfn_lint_cognito.engine.report.rule import Diagnostic
from cfn_lint_cognito.engine.report.words import with_note

_HOST_OF_COGNITO: Final = ".amazoncognito.com"
_HOST_NAME: Final = "host name"
_PREFIX: Final = re.compile(r"(.+)\.auth(-fips)?\.", re.IGNORECASE)
_PORT: Final = re.compile(r":[0-9]+$")


def domain_is(diagnostic: Diagnostic) -> str:
    """`UserPoolDomain is https://shop.example.com (the Default of parameter Domain)`."""
    return f"UserPoolDomain is {with_note(_text(diagnostic), diagnostic.source(*diagnostic.path[:4]))}"


def name_instead(diagnostic: Diagnostic) -> str:
    """What to write instead of a URL or a host of Cognito. The load balancer takes no prefix of a pool that has a custom domain."""
    kind, name = _name_alone(diagnostic)
    if kind == _HOST_NAME or not _has_custom_domain(diagnostic):
        return f"Write {_own_name(diagnostic, kind, name)}."
    instead = custom_domain_instead(diagnostic, *diagnostic.path[:4])
    if not diagnostic.get(*diagnostic.path[:4], "Condition"):
        return instead
    return f"{instead} Where there is none, write {_own_name(diagnostic, kind, name)}."


def _own_name(diagnostic: Diagnostic, kind: str, name: str) -> str:
    if name:
        return f"the {kind} alone: {name}"
    if diagnostic.kind is Kind.TEMPLATE:
        return f"the Domain of the pool's {DOMAIN}, which a Ref to it returns"
    return f"{diagnostic.attribute('Ref', resource_type=DOMAIN)} of the pool's domain"


def edits_to_name(diagnostic: Diagnostic) -> Edits | None:
    """The edits that write the name which a URL or a host of Cognito holds, where that is the one that the load balancer takes."""
    kind, name = _name_alone(diagnostic)
    if kind != _HOST_NAME and _has_custom_domain(diagnostic):
        return edits_to_custom_domain(diagnostic, *diagnostic.path[:4])
    return replaced(diagnostic, name, *diagnostic.path[:4]) if name else None


def custom_domain_instead(diagnostic: Diagnostic, *facts: str | int) -> str:
    """What to write instead of a prefix, where the facts at a path have the `CustomDomain` of the pool and its `Condition`."""
    domain = diagnostic.display_name(*facts, "CustomDomain")
    if diagnostic.kind is not Kind.TEMPLATE:
        return f"Pass {domain}, the custom domain, as the domain of the user pool."
    condition = diagnostic.get(*facts, "Condition")
    if condition:
        return f"Write Ref of {domain}, behind an Fn::If with {condition}, the condition of that custom domain."
    return f"Write Ref of {domain}, the custom domain."


def edits_to_custom_domain(diagnostic: Diagnostic, *facts: str | int) -> Edits | None:
    """The edits that name the custom domain, where that is deployed whenever the listener is."""
    if diagnostic.get(*facts, "Condition"):
        return None
    custom = text_with_references(f"${{{diagnostic.get(*facts, 'CustomDomain')}}}")
    return written_instead(diagnostic, custom, *facts, applicability=UNSAFE)


def _has_custom_domain(diagnostic: Diagnostic) -> bool:
    return diagnostic.get(*diagnostic.path[:4], "CustomDomain") is not None


def _name_alone(diagnostic: Diagnostic) -> tuple[str, str]:
    """The `prefix` or `host name` that a URL or a host of Cognito holds; two empty texts where it cannot be told."""
    host = _PORT.sub("", _text(diagnostic).rpartition("://")[2].partition("/")[0])
    if host.lower().endswith(_HOST_OF_COGNITO):
        named = _PREFIX.match(host)
        return ("", "") if named is None else ("prefix", named.group(1))
    is_host = host and ("." in host.partition("}")[2] or not host.startswith("${"))
    return (_HOST_NAME, host) if is_host else ("", "")


def _text(diagnostic: Diagnostic) -> str:
    return str(diagnostic.get(*diagnostic.path[:4], "Text"))
