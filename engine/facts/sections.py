"""The sections of the document, by their names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cfn_lint_cognito.engine.facts.client.lifetimes import lifetimes
from cfn_lint_cognito.engine.facts.client.redirects import redirects
from cfn_lint_cognito.engine.facts.client.scopes import scopes
from cfn_lint_cognito.engine.facts.client.secret import secret
from cfn_lint_cognito.engine.facts.consumers.agents import audience
from cfn_lint_cognito.engine.facts.consumers.authorizers import authorizers
from cfn_lint_cognito.engine.facts.consumers.identity_pools import identity_pool
from cfn_lint_cognito.engine.facts.consumers.issuers import issuer
from cfn_lint_cognito.engine.facts.consumers.load_balancers import sign_ins
from cfn_lint_cognito.engine.facts.consumers.methods import calls
from cfn_lint_cognito.engine.facts.document import SectionMaker
from cfn_lint_cognito.engine.facts.given import given
from cfn_lint_cognito.engine.facts.known_parts import known_parts
from cfn_lint_cognito.engine.facts.login.login_pages import login_pages
from cfn_lint_cognito.engine.facts.login.mapping import mapping
from cfn_lint_cognito.engine.facts.login.providers import providers
from cfn_lint_cognito.engine.facts.permissions.permissions import permissions
from cfn_lint_cognito.engine.facts.pool.email import email
from cfn_lint_cognito.engine.facts.pool.ip_ranges import ip_ranges
from cfn_lint_cognito.engine.facts.pool.limits import limits
from cfn_lint_cognito.engine.facts.pool.token_triggers import token_triggers
from cfn_lint_cognito.engine.facts.pool.user_pool import pool
from cfn_lint_cognito.engine.facts.possible import possible
from cfn_lint_cognito.engine.facts.references import referred_to
from cfn_lint_cognito.engine.facts.repetitions import repetitions
from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.values.value import Value


def _properties(resource: ResolvedResource, name: str) -> Value | None:
    return resource.property(name)


SECTIONS: Final[Mapping[str, SectionMaker]] = {
    "Properties": _properties,
    "Given": given,
    "Possible": possible,
    "Lifetimes": lifetimes,
    "Pool": pool,
    "Scopes": scopes,
    "Providers": providers,
    "Redirects": redirects,
    "Secret": secret,
    "References": referred_to,
    "Mapping": mapping,
    "Audience": audience,
    "Authorizers": authorizers,
    "Issuer": issuer,
    "Calls": calls,
    "IdentityPool": identity_pool,
    "SignIns": sign_ins,
    "IpRanges": ip_ranges,
    "KnownParts": known_parts,
    "Limits": limits,
    "Repetitions": repetitions,
    "LoginPages": login_pages,
    "TokenTriggers": token_triggers,
    "Email": email,
    "Permissions": permissions,
}
