"""The identity providers that an identity pool of the template has, as role mappings name them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from cfn_lint_cognito.engine.facts.named_resource import named_resource, resource_alone_in
from cfn_lint_cognito.engine.facts.names import APP_CLIENT, IDENTITY_POOL, USER_POOL
from cfn_lint_cognito.engine.facts.neighbours import exists, may_be_changed
from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.template.template import Template
from cfn_lint_cognito.engine.values.text import Hole, Text, may_equal
from cfn_lint_cognito.engine.values.truth import Truth, any_of
from cfn_lint_cognito.engine.values.value import Entries, Items, Value, below, text_of

_ARNS: Final = ("SamlProviderARNs", "OpenIdConnectProviderARNs")
_OF_IAM: Final = "-provider/"
"""What stands before the name in the ARN of one of IAM's providers."""
_ID_ATTRIBUTES: Final = ("", "Id")
"""What of an identity pool is its ID: Ref and one attribute."""
_UPDATED_ISSUER: Final = "issuer-cognito-idp."
"""How the other issuer of a user pool begins. Nobody has recorded whether it is a name for role mappings."""


class ConfiguredProviders(NamedTuple):
    """What an identity pool has. `user_pools` are names of a user pool and a client (`${Pool.ProviderName}:${Client}`)."""

    identity_pool: str
    user_pools: tuple[Text, ...]
    others: tuple[Text, ...]

    @property
    def names(self) -> Iterator[str]:
        return (name.render() for name in (*self.user_pools, *self.others))


def configured_providers(attachment: ResolvedResource) -> ConfiguredProviders | None:
    """The providers of the identity pool that a role attachment is for; None where they cannot all be told."""
    identity_pool = _identity_pool(attachment)
    if identity_pool is None:
        return None
    user_pools = _names_of_user_pools(identity_pool.property("CognitoIdentityProviders"))
    login_providers = _keys(identity_pool.property("SupportedLoginProviders"))
    arns = [_texts(identity_pool.property(name)) for name in _ARNS]
    developers = identity_pool.property("DeveloperProviderName")
    others = [login_providers, *arns, [] if developers is None else [text_of(developers)]]
    known = [name for names in (user_pools, *others) for name in names]
    if None in known:
        return None
    return ConfiguredProviders(
        identity_pool.declaration.name,
        tuple(name for name in user_pools if name is not None),
        tuple(name for names in others for name in names if name is not None),
    )


def is_user_pool_configured(name: Text, providers: ConfiguredProviders, template: Template) -> Truth:
    """Whether the name of a user pool and a client is one of `providers`."""
    return any_of(_is_same(name, other, template) for other in providers.user_pools)


def is_other_configured(name: str, providers: ConfiguredProviders) -> Truth:
    """Whether a name that is no user pool's is one of `providers`. IAM's providers may go by the end of their ARN."""
    if name.startswith(_UPDATED_ISSUER):
        return None
    return any_of(_is_called(other, name) for other in providers.others)


def _identity_pool(attachment: ResolvedResource) -> ResolvedResource | None:
    template = attachment.view.template
    text = text_of(attachment.property("IdentityPoolId"))
    declaration, attribute = resource_alone_in(text, template)
    if declaration is None or declaration.type != IDENTITY_POOL or attribute not in _ID_ATTRIBUTES:
        return None
    identity_pool = ResolvedResource(declaration, attachment.view)
    return identity_pool if exists(identity_pool) and not may_be_changed(declaration.name, attachment.view) else None


def _names_of_user_pools(configured: Value | None) -> list[Text | None]:
    if configured is None:
        return []
    if not isinstance(configured, Items):
        return [None]
    return [_name_of_user_pool(entry) for entry in configured.values]


def _name_of_user_pool(entry: Value) -> Text | None:
    name, client = text_of(below(entry, "ProviderName")), text_of(below(entry, "ClientId"))
    return None if name is None or client is None else Text.joined([*name.parts, ":", *client.parts])


def _keys(configured: Value | None) -> list[Text | None]:
    if configured is None:
        return []
    return [Text((key,)) for key in configured.values] if isinstance(configured, Entries) else [None]


def _texts(configured: Value | None) -> list[Text | None]:
    if configured is None:
        return []
    return [text_of(each) for each in configured.values] if isinstance(configured, Items) else [None]


def _is_same(name: Text, other: Text, template: Template) -> Truth:
    """Whether two names of a user pool and a client are the same. Two clients of one template have different IDs."""
    named, otherwise = _resources_in(name, template), _resources_in(other, template)
    if any(named[each] != otherwise[each] for each in named.keys() & otherwise.keys()):
        return False
    return may_equal(name, other)


def _resources_in(name: Text, template: Template) -> Mapping[str, str]:
    """The user pool and the client of the template that a name is made of, by their types."""
    holes = (part for part in name.parts if isinstance(part, Hole))
    named = (named_resource(hole, template)[0] for hole in holes)
    return {each.type: each.name for each in named if each is not None and each.type in (USER_POOL, APP_CLIENT)}


def _is_called(provider: Text, name: str) -> Truth:
    if provider.known is None and _OF_IAM not in provider.end:
        return None
    return provider.end.endswith(f"/{name}") or may_equal(provider, Text((name,)))
