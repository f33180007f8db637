"""Who takes the tokens of a user pool by which issuer: the Issuer section of the document of a user pool."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from cfn_lint_cognito.engine.facts.consumers.authorizers import (
    BY_TOKENS,
    BY_USER_POOLS,
    token_authorizers,
    user_pool_authorizers,
)
from cfn_lint_cognito.engine.facts.consumers.load_balancers import LISTENERS, sign_ins_of
from cfn_lint_cognito.engine.facts.names import AGENT_GATEWAY, AGENT_RUNTIME, GRAPHQL_API
from cfn_lint_cognito.engine.facts.neighbours import may_be_changed, referring
from cfn_lint_cognito.engine.facts.pool_names import pool_in
from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.values.value import (
    Entries,
    Items,
    Known,
    Value,
    below,
    known_or_unknown,
    known_text,
    text_of,
    values_of,
)

_ORIGINAL: Final = "ORIGINAL"
_ONLY_ORIGINAL: Final = "ORIGINAL only"
_UPDATED: Final = "UPDATED"
_BEGINNINGS: Final = {"https://cognito-idp.": _ORIGINAL, "https://issuer-cognito-idp.": _UPDATED}


class _Use(NamedTuple):
    """A value of a consumer that names the user pool, what takes the tokens in words, and by which issuers it takes them."""

    value: Value
    words: str
    asks_for: str | None


def issuer(pool: ResolvedResource, _: str) -> Value:
    """`Consumers` says of each value of the template that names the user pool for somebody who takes its tokens, whether the
    tokens have the issuer that is asked for.
    """
    issues = _issuer_type(pool)
    uses = list(_uses(pool))
    asked_for = {use.asks_for for use in uses}
    found = []
    for use in uses:
        text = text_of(use.value)
        facts: dict[str, Value] = {
            "Pool": Known(pool.declaration.name, use.value.origin),
            "What": Known(use.words, use.value.origin),
            "SomeTakeOnlyOriginal": Known(_ONLY_ORIGINAL in asked_for, use.value.origin),
            "SomeAskForUpdated": Known(_UPDATED in asked_for, use.value.origin),
            "Text": Known("" if text is None else text.render(), use.value.origin),
            "AsksFor": known_or_unknown(use.asks_for, "issuer", use.value.origin),
            "IsServed": known_or_unknown(
                None if None in (issues, use.asks_for) else str(use.asks_for).startswith(str(issues)),
                "issuer",
                use.value.origin,
            ),
        }
        found.append(Entries(facts, use.value.origin))
    return Items(tuple(found), pool.origin)


def _issuer_type(pool: ResolvedResource) -> str | None:
    """Which issuer the tokens of a user pool have; None where that cannot be told."""
    if may_be_changed(pool.declaration.name, pool.view):
        return None
    if pool.property("IssuerConfiguration") is None:
        return _ORIGINAL
    written = known_text(pool.property("IssuerConfiguration", "Type"))
    return written if written in (_ORIGINAL, _UPDATED) else None


def _uses(pool: ResolvedResource) -> Iterator[_Use]:
    for resource_type, uses_in in _CONSUMERS.items():
        for consumer in referring(pool, resource_type):
            yield from (use for use in uses_in(consumer) if _names(use.value, pool))


def _names(value: Value, pool: ResolvedResource) -> bool:
    text = text_of(value)
    return text is not None and pool_in(text, pool.view.template) == pool.declaration.name


def _by_issuer(value: Value | None, words: str) -> Iterator[_Use]:
    """What names the issuer. What its ProviderURL is under another type than ORIGINAL is not documented."""
    text = text_of(value)
    if value is not None and text is not None:
        asked = (kind for beginning, kind in _BEGINNINGS.items() if text.beginning.startswith(beginning))
        yield _Use(value, words, next(asked, None))


def _in_token_authorizers(consumer: ResolvedResource) -> Iterator[_Use]:
    for authorizer in token_authorizers(consumer):
        yield from _by_issuer(authorizer.issuer, "this JWT authorizer")


def _in_user_pool_authorizers(consumer: ResolvedResource) -> Iterator[_Use]:
    for authorizer in user_pool_authorizers(consumer):
        for arn in values_of(authorizer.arns):
            yield _Use(arn, "Cognito authorizers of API Gateway", _ONLY_ORIGINAL)


def _in_sign_ins(consumer: ResolvedResource) -> Iterator[_Use]:
    for sign_in in sign_ins_of(consumer):
        arn = sign_in.config.values.get("UserPoolArn")
        if arn is not None:
            yield _Use(arn, "the sign-in at Application Load Balancers", _ONLY_ORIGINAL)


def _in_graphql_api(consumer: ResolvedResource) -> Iterator[_Use]:
    others = consumer.property("AdditionalAuthenticationProviders")
    configured = [consumer.property("OpenIDConnectConfig", "Issuer")]
    configured += [
        below(each, "OpenIDConnectConfig", "Issuer") for each in (others.values if isinstance(others, Items) else ())
    ]
    yield from itertools.chain.from_iterable(_by_issuer(each, "this GraphQL API") for each in configured)


def _in_agent(consumer: ResolvedResource) -> Iterator[_Use]:
    url = consumer.property("AuthorizerConfiguration", "CustomJWTAuthorizer", "DiscoveryUrl")
    yield from _by_issuer(url, "this authorizer of agents")


_CONSUMERS: Final[Mapping[str, Callable[[ResolvedResource], Iterator[_Use]]]] = {
    **dict.fromkeys(BY_TOKENS, _in_token_authorizers),
    **dict.fromkeys(BY_USER_POOLS, _in_user_pool_authorizers),
    **dict.fromkeys(LISTENERS, _in_sign_ins),
    GRAPHQL_API: _in_graphql_api,
    AGENT_GATEWAY: _in_agent,
    AGENT_RUNTIME: _in_agent,
}
