"""Which URLs lead to the login pages of a user pool."""

from __future__ import annotations

from typing import Final

from cfn_lint_cognito.engine.facts.named_resource import named_resource
from cfn_lint_cognito.engine.facts.names import DOMAIN
from cfn_lint_cognito.engine.facts.neighbours import exists
from cfn_lint_cognito.engine.facts.pool_reference import pool_of
from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.scenarios.view import View
from cfn_lint_cognito.engine.values.text import Hole, Text, may_equal
from cfn_lint_cognito.engine.values.truth import Truth
from cfn_lint_cognito.engine.values.value import text_of

_HOST_OF_COGNITO: Final = ".amazoncognito.com"
_SCHEMES: Final = ("https:", "http:")


def login_page_of(url: Text, view: View) -> tuple[Truth, str]:
    """Whether a URL leads to the login pages of a user pool, and the logical ID of that pool, "" for none of the template. A
    host of Cognito is a login page, and so is the domain of a pool of the template.
    """
    host = _host(url)
    domain = next((each for each in _domains(view) if _is_of(host, each)), None)
    pool = "" if domain is None else pool_of(domain).resource or ""
    if domain is not None or host.end.lower().endswith(_HOST_OF_COGNITO):
        return True, pool
    return (None if host.known is None else False), pool


def _domains(view: View) -> list[ResolvedResource]:
    declared = (
        each for each in view.template.resources_of(DOMAIN) if each.name not in view.template.from_unexpanded_loops
    )
    return [ResolvedResource(each, view) for each in declared]


def _is_of(host: Text, domain: ResolvedResource) -> bool:
    """Whether a host is made of a domain, or is a custom domain."""
    named = (named_resource(part, domain.view.template)[0] for part in host.parts if isinstance(part, Hole))
    if any(each is domain.declaration for each in named):
        return exists(domain)
    if domain.property("CustomDomainConfig") is None:
        return False
    return may_equal(host, text_of(domain.property("Domain"))) is True and exists(domain)


def _host(url: Text) -> Text:
    """What stands between `https://` and the next slash, as far as the slashes are known."""
    first, *rest = url.split("/")
    has_scheme = len(rest) > 1 and (first.known or "").lower() in _SCHEMES and rest[0].known == ""
    return rest[1] if has_scheme else first
