"""Load balancers that sign users in with Cognito: the SignIns section of the document of a listener or listener rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from cfn_lint_cognito.engine.facts.client.clients import client_named
from cfn_lint_cognito.engine.facts.consumers.prefix_domains import custom_domain, prefix_beside_custom_domain
from cfn_lint_cognito.engine.facts.named_resource import named_resource, resource_alone_in
from cfn_lint_cognito.engine.facts.names import LISTENER, LISTENER_RULE, USER_POOL
from cfn_lint_cognito.engine.facts.neighbours import exists, may_be_changed
from cfn_lint_cognito.engine.facts.pool.user_pool import pool
from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.schemas import names
from cfn_lint_cognito.engine.values.text import Hole, Text
from cfn_lint_cognito.engine.values.truth import any_of
from cfn_lint_cognito.engine.values.value import (
    Entries,
    Items,
    Known,
    Unknown,
    Value,
    below,
    entries_of,
    is_among,
    known_or_unknown,
    known_text,
    text_of,
    unknown_if_given,
)

LISTENERS: Final = {LISTENER: "DefaultActions", LISTENER_RULE: "Actions"}
"""The resources that have actions, and the property that holds them."""
_ARN_ATTRIBUTES: Final = ("", "ListenerArn")
"""What of a listener is its ARN: Ref and one attribute."""
_SIGNS_IN: Final = "authenticate-cognito"
_DEFAULT_SCOPE: Final = "openid"
"""Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AuthenticateCognitoActionConfig.html"""
_OAUTH_SETTINGS: Final = (
    "AllowedOAuthFlows",
    "AllowedOAuthScopes",
    "CallbackURLs",
    "LogoutURLs",
    "DefaultRedirectURI",
)
_URL: Final = "URL"
_HOST_OF_COGNITO: Final = "host of Cognito"
_FORMS_TO_REPLACE: Final = (_URL, _HOST_OF_COGNITO)
_COGNITO_HOST: Final = re.compile(r"\.amazoncognito\.com(/.*)?$", re.IGNORECASE)
_CALLBACK_PATH: Final = "/oauth2/idpresponse"
_ORIGIN_OF_URL: Final = re.compile(r"https?://[^/?#]*", re.IGNORECASE)


class SignIn(NamedTuple):
    """An action that signs users in, and the value of its AuthenticateCognitoConfig."""

    action: Entries
    config: Entries

    @property
    def client_id(self) -> Value | None:
        return self.config.values.get("UserPoolClientId")


def sign_ins_of(listener: ResolvedResource) -> Iterator[SignIn]:
    """The authenticate-cognito actions of a listener or listener rule."""
    actions = listener.property(LISTENERS[listener.declaration.type])
    for action in actions.values if isinstance(actions, Items) else ():
        config = below(action, "AuthenticateCognitoConfig")
        if (
            isinstance(action, Entries)
            and isinstance(config, Entries)
            and known_text(action.values.get("Type")) == _SIGNS_IN
        ):
            yield SignIn(action, config)


def sign_ins(resource: ResolvedResource, name: str) -> Value | None:
    """`Actions` says of each authenticate-cognito action what its UserPoolDomain is, and what its client, if it is one of
    the template, lacks for a sign-in. `Prefixes` are those that name the prefix of a pool's domain, `Protocol` is that of the
    listener.
    """
    return _FACTS[name](resource) if resource.declaration.type in LISTENERS else None


def _actions(resource: ResolvedResource) -> Value:
    found = []
    for sign_in in sign_ins_of(resource):
        facts: dict[str, Value | None] = {"Domain": _domain(resource, sign_in), "Client": _client(resource, sign_in)}
        found.append(entries_of(facts, sign_in.action.origin))
    return Items(tuple(found), resource.origin)


def _prefixes(resource: ResolvedResource) -> Value:
    named = (prefix_beside_custom_domain(resource, sign_in.config) for sign_in in sign_ins_of(resource))
    return Items(tuple(each for each in named if each is not None), resource.origin)


def _protocol(resource: ResolvedResource) -> Value | None:
    """The protocol of a listener, or of the listener of a rule where that is in the template."""
    if resource.declaration.type == LISTENER:
        return resource.property("Protocol")
    text = text_of(resource.property("ListenerArn"))
    declaration, attribute = resource_alone_in(text, resource.view.template)
    if declaration is None or declaration.type != LISTENER or attribute not in _ARN_ATTRIBUTES:
        return None
    listener = ResolvedResource(declaration, resource.view)
    return listener.property("Protocol") if exists(listener) else None


def _domain(resource: ResolvedResource, sign_in: SignIn) -> Value | None:
    domain = sign_in.config.values.get("UserPoolDomain")
    text = text_of(domain)
    if domain is None or text is None:
        return unknown_if_given(domain, "UserPoolDomain")
    form = _form(text, resource)
    facts: dict[str, Value] = {
        "Text": Known(text.render(), domain.origin),
        "Form": known_or_unknown(form, "UserPoolDomain", domain.origin),
    }
    if form in _FORMS_TO_REPLACE:
        facts.update(custom_domain(resource, sign_in.config))
    return Entries(facts, domain.origin)


def _form(domain: Text, resource: ResolvedResource) -> str | None:
    if any("://" in part if isinstance(part, str) else _is_url(part, resource) for part in domain.parts):
        return _URL
    if _COGNITO_HOST.search(domain.end):
        return _HOST_OF_COGNITO
    return None if domain.known is None else "other"


def _is_url(hole: Hole, resource: ResolvedResource) -> bool:
    declaration, attribute = named_resource(hole, resource.view.template)
    return declaration is not None and declaration.type == USER_POOL and attribute == "ProviderURL"


def _client(resource: ResolvedResource, sign_in: SignIn) -> Value | None:
    """What an action needs of its client. A need is left out where another rule reports the client for lacking it."""
    client = client_named(sign_in.client_id, resource.view)
    if client is None or not exists(client):
        return None
    origin = sign_in.action.origin
    if may_be_changed(client.declaration.name, client.view):
        return Unknown("client", origin)
    facts: dict[str, Value | None] = {"Resource": Known(client.declaration.name, origin)}
    switch = client.property("AllowedOAuthFlowsUserPoolClient") or Known(False, origin)
    if not isinstance(switch, Known):
        facts["OAuth"] = Unknown("AllowedOAuthFlowsUserPoolClient", origin)
    elif switch.value is True:
        facts["OAuth"] = Known(True, origin)
        facts.update(_of_a_client_with_oauth(client, sign_in))
    elif not any(_is_set(client.property(name)) for name in _OAUTH_SETTINGS):
        facts["OAuth"] = Known(False, origin)
        facts["HasProviders"] = Known(_is_set(client.property("SupportedIdentityProviders")), origin)
        facts["NeedsStyle"] = Known(_needs_style(client), origin)
    return entries_of(facts, origin)


def _needs_style(client: ResolvedResource) -> bool:
    """Whether the login pages of a client that signs users in will show nothing but an error without a style for it."""
    has_managed_login, is_branded = pool(client, "HasManagedLogin"), pool(client, "IsBranded")
    return (known_text(has_managed_login), known_text(is_branded)) == ("true", "false")


def _is_set(value: Value | None) -> bool:
    if isinstance(value, (Items, Entries)):
        return bool(value.values)
    return value is not None and not (isinstance(value, Known) and value.value == "")


def _of_a_client_with_oauth(client: ResolvedResource, sign_in: SignIn) -> dict[str, Value | None]:
    origin = sign_in.action.origin
    flows, scopes, urls = map(client.property, ("AllowedOAuthFlows", "AllowedOAuthScopes", "CallbackURLs"))
    if not _is_set(flows) or not _is_set(scopes):
        return {}  # Cognito rejects the client: E9521.
    signs_in = _holds(flows, names("flows with which users sign in"))
    needs_openid = _holds(scopes, names("scopes that need openid"))
    openid = _holds(scopes, ("openid",))
    asked = sign_in.config.values.get("Scope") or Known(_DEFAULT_SCOPE, origin)
    asked_scopes = (known_text(asked) or "").split()
    facts: dict[str, bool | None] = {
        "MachineOnly": None if signs_in is None else not signs_in,
        "Code": _holds(flows, ("code",)),
    }
    if known_text(asked) is None:
        facts["Openid"] = None
    elif "openid" in asked_scopes and not (openid is False and signs_in and needs_openid):
        facts["Openid"] = openid  # W9543 reports phone, email or profile without openid.
    if _is_set(urls):
        facts["Callback"] = _comes_back(urls)
    elif signs_in is not True:  # E9531 reports a client that signs users in and has no callback URL.
        facts["Callback"] = None if signs_in is None else False
    return {name: known_or_unknown(fact, "client", origin) for name, fact in facts.items()}


def _holds(values: Value | None, wanted: tuple[str, ...]) -> bool | None:
    if not isinstance(values, Items):
        return None
    return any_of(is_among(each, wanted) for each in values.values)


def _comes_back(urls: Value | None) -> bool | None:
    """Whether a callback URL may be that of a load balancer, under whatever host name."""
    if not isinstance(urls, Items):
        return None
    return any_of(_is_callback(text_of(url)) for url in urls.values)


def _is_callback(url: Text | None) -> bool | None:
    if url is None:
        return None
    if url.known is not None:
        host = _ORIGIN_OF_URL.match(url.known)
        return host is not None and url.known[host.end() :] == _CALLBACK_PATH
    if not url.beginning and not url.end:
        return None
    host = _ORIGIN_OF_URL.match(url.beginning)
    if (
        url.beginning
        and host is None
        and not any(scheme.startswith(url.beginning.lower()) for scheme in ("https://", "http://"))
    ):
        return False
    path = url.beginning[host.end() :] if host is not None else ""
    if not _CALLBACK_PATH.startswith(path):
        return False
    if url.end.endswith(_CALLBACK_PATH):
        return not path
    return None if _CALLBACK_PATH.endswith(url.end) else False


_FACTS: Final[Mapping[str, Callable[[ResolvedResource], Value | None]]] = {
    "Actions": _actions,
    "Prefixes": _prefixes,
    "Protocol": _protocol,
}
