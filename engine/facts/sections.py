"""The sections of the document, by their names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cfn_lint_cognito.engine.facts.agents import audience
from cfn_lint_cognito.engine.facts.document import SectionMaker
from cfn_lint_cognito.engine.facts.email import email
from cfn_lint_cognito.engine.facts.given import given
from cfn_lint_cognito.engine.facts.identity_pools import identity_pool
from cfn_lint_cognito.engine.facts.ip_ranges import ip_ranges
from cfn_lint_cognito.engine.facts.known_parts import known_parts
from cfn_lint_cognito.engine.facts.lifetimes import lifetimes
from cfn_lint_cognito.engine.facts.limits import limits
from cfn_lint_cognito.engine.facts.load_balancers import sign_ins
from cfn_lint_cognito.engine.facts.login_pages import login_pages
from cfn_lint_cognito.engine.facts.mapping import mapping
from cfn_lint_cognito.engine.facts.pool import pool
from cfn_lint_cognito.engine.facts.possible import possible
from cfn_lint_cognito.engine.facts.providers import providers
from cfn_lint_cognito.engine.facts.redirects import redirects
from cfn_lint_cognito.engine.facts.references import referred_to
from cfn_lint_cognito.engine.facts.repetitions import repetitions
from cfn_lint_cognito.engine.facts.scopes import scopes
from cfn_lint_cognito.engine.facts.secret import secret
from cfn_lint_cognito.engine.facts.seen_resource import SeenResource
from cfn_lint_cognito.engine.facts.token_triggers import token_triggers
from cfn_lint_cognito.engine.values.value import Value


def _properties(seen: SeenResource, name: str) -> Value | None:
    return seen.property(name)


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
    "IdentityPool": identity_pool,
    "SignIns": sign_ins,
    "IpRanges": ip_ranges,
    "KnownParts": known_parts,
    "Limits": limits,
    "Repetitions": repetitions,
    "LoginPages": login_pages,
    "TokenTriggers": token_triggers,
    "Email": email,
}
