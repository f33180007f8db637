"""Which user pools the authorizers of APIs name: the Authorizers section of the document.

An authorizer is a resource of its own, an entry of SAM's `Auth`, or an entry of an OpenAPI definition that stands in the template.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from cfn_lint_cognito.engine.facts.login.login_urls import login_page_of
from cfn_lint_cognito.engine.facts.named_resource import resource_alone_in
from cfn_lint_cognito.engine.facts.names import (
    APP_CLIENT,
    HTTP_API,
    HTTP_API_OF_SAM,
    HTTP_AUTHORIZER,
    REST_API,
    REST_API_OF_SAM,
    REST_AUTHORIZER,
)
from cfn_lint_cognito.engine.facts.pool_names import named
from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.template.template import Template
from cfn_lint_cognito.engine.values.value import (
    Entries,
    Items,
    Known,
    Origin,
    Unknown,
    Value,
    below,
    known_or_unknown,
    known_text,
    text_of,
    values_of,
)

BY_USER_POOLS: Final = (REST_AUTHORIZER, REST_API, REST_API_OF_SAM)
"""The resources that are or have authorizers by user pools."""
BY_TOKENS: Final = (HTTP_AUTHORIZER, HTTP_API, HTTP_API_OF_SAM)
"""The resources that are or have JWT authorizers."""
_OF_USER_POOLS: Final = "COGNITO_USER_POOLS"
_DEFINITIONS: Final = {
    REST_API: "Body",
    HTTP_API: "Body",
    REST_API_OF_SAM: "DefinitionBody",
    HTTP_API_OF_SAM: "DefinitionBody",
}
"""The properties that hold the OpenAPI definition of an API."""
_SECURITY_SCHEMES: Final = (("securityDefinitions",), ("components", "securitySchemes"))
"""Where OpenAPI 2 and 3 have them."""
_EXTENSION: Final = "x-amazon-apigateway-authorizer"


class UserPoolAuthorizer(NamedTuple):
    """An authorizer by the tokens of user pools. `property` is what its list of ARNs is called there; the list is None where
    there is none.
    """

    property: str
    arns: Value | None
    origin: Origin


class TokenAuthorizer(NamedTuple):
    """An authorizer by the JSON web tokens of an issuer. What is absent is None."""

    issuer: Value | None
    audience: Value | None
    origin: Origin


def user_pool_authorizers(resource: ResolvedResource) -> Iterator[UserPoolAuthorizer]:
    """The authorizers by user pools that a resource is or has."""
    kind = resource.declaration.type
    if kind == REST_AUTHORIZER and known_text(resource.property("Type")) == _OF_USER_POOLS:
        yield UserPoolAuthorizer("ProviderARNs", resource.property("ProviderARNs"), resource.origin)
    if kind == REST_API_OF_SAM:
        for entry in entries_of(resource.property("Auth", "Authorizers")):
            arns = entry.values.get("UserPoolArn")
            if arns is not None:
                yield UserPoolAuthorizer("UserPoolArn", arns, entry.origin)
    for entry in _in_definition(resource, _OF_USER_POOLS):
        yield UserPoolAuthorizer("providerARNs", entry.values.get("providerARNs"), entry.origin)


def token_authorizers(resource: ResolvedResource) -> Iterator[TokenAuthorizer]:
    """The JWT authorizers that a resource is or has."""
    kind = resource.declaration.type
    if kind == HTTP_AUTHORIZER and known_text(resource.property("AuthorizerType")) == "JWT":
        yield from of_configuration(resource.property("JwtConfiguration"))
    if kind == HTTP_API_OF_SAM:
        for entry in entries_of(resource.property("Auth", "Authorizers")):
            yield from of_configuration(entry.values.get("JwtConfiguration"))
    for entry in _in_definition(resource, "JWT"):
        yield from of_configuration(entry.values.get("jwtConfiguration"))


def of_configuration(configuration: Value | None) -> Iterator[TokenAuthorizer]:
    """Its keys are in lower case in OpenAPI; SAM takes both spellings."""
    if isinstance(configuration, Entries):
        facts = {key.lower(): value for key, value in configuration.values.items()}
        yield TokenAuthorizer(facts.get("issuer"), facts.get("audience"), configuration.origin)


def issuers_of(authorizer: TokenAuthorizer, template: Template) -> Iterator[Value | None]:
    """Whose tokens a JWT authorizer takes: its issuer, and None for each client in its audience that is none of the template."""
    yield authorizer.issuer
    for client in values_of(authorizer.audience):
        named = resource_alone_in(text_of(client), template)[0]
        if named is None or named.type != APP_CLIENT:
            yield None


def _in_definition(resource: ResolvedResource, kind: str) -> Iterator[Entries]:
    """The authorizers of a type in the OpenAPI definition of an API."""
    definition = _DEFINITIONS.get(resource.declaration.type)
    for keys in _SECURITY_SCHEMES if definition is not None else ():
        for scheme in entries_of(resource.property(str(definition), *keys)):
            authorizer = _authorizer_of(scheme, kind)
            if authorizer is not None:
                yield authorizer


def _authorizer_of(scheme: Value | None, kind: str) -> Entries | None:
    authorizer = below(scheme, _EXTENSION)
    if isinstance(authorizer, Entries) and (known_text(authorizer.values.get("type")) or "").upper() == kind:
        return authorizer
    return None


def definition_of(api: ResolvedResource) -> Value | None:
    """The OpenAPI definition of an API, where it has one in the template."""
    return api.property(_DEFINITIONS[api.declaration.type])


def authorizer_in_definition(api: ResolvedResource, name: str) -> Entries | None:
    """The authorizer by the tokens of user pools that has a name in the OpenAPI definition of an API; None for any other."""
    kind = _OF_USER_POOLS if api.declaration.type in BY_USER_POOLS else "JWT"
    schemes = (below(definition_of(api), *keys, name) for keys in _SECURITY_SCHEMES)
    return next((found for scheme in schemes if (found := _authorizer_of(scheme, kind)) is not None), None)


def entries_of(value: Value | None) -> Iterator[Entries]:
    """The maps in a map."""
    if isinstance(value, Entries):
        yield from (entry for entry in value.values.values() if isinstance(entry, Entries))


def authorizers(resource: ResolvedResource, name: str) -> Value | None:
    """`ByUserPools` says of each authorizer by user pools what its ARNs are; `ByTokens` of each JWT authorizer what its issuer
    is, and what stands in its audience.
    """
    return Items(tuple(_FACTS[name](resource)), resource.origin)


def _by_user_pools(resource: ResolvedResource) -> Iterator[Value]:
    for authorizer in user_pool_authorizers(resource):
        facts: dict[str, Value] = {"Property": Known(authorizer.property, authorizer.origin)}
        if authorizer.arns is not None:
            facts["Arns"] = _arns(authorizer.arns, resource)
        yield Entries(facts, authorizer.origin)


def _arns(arns: Value, resource: ResolvedResource) -> Value:
    if resource.declaration.type == REST_API_OF_SAM and text_of(arns) is not None:
        arns = Items((arns,), arns.origin)  # SAM takes one ARN without a list.
    if not isinstance(arns, Items):
        return arns if isinstance(arns, Unknown) else Unknown("ARNs", arns.origin)
    return Items(tuple(named(arn, resource.view.template) for arn in arns.values), arns.origin)


def _by_tokens_of_issuer(resource: ResolvedResource) -> Iterator[Value]:
    template = resource.view.template
    for authorizer in token_authorizers(resource):
        is_resource = resource.declaration.type == HTTP_AUTHORIZER
        facts: dict[str, Value] = {"IsResource": Known(is_resource, authorizer.origin)}
        if authorizer.issuer is not None:
            facts["Issuer"] = _issuer(authorizer.issuer, resource)
        if isinstance(authorizer.audience, Items):
            audience = (named(each, template) for each in authorizer.audience.values)
            facts["Audience"] = Items(tuple(audience), authorizer.audience.origin)
        yield Entries(facts, authorizer.origin)


def _issuer(issuer: Value, resource: ResolvedResource) -> Value:
    text = text_of(issuer)
    if text is None:
        return Unknown("issuer", issuer.origin)
    is_login_page, pool = login_page_of(text, resource.view)
    facts = {
        "Name": named(issuer, resource.view.template),
        "IsLoginPage": known_or_unknown(is_login_page, "issuer", issuer.origin),
        "PoolOfLoginPage": Known(pool, issuer.origin),
    }
    return Entries(facts, issuer.origin)


_FACTS: Final[Mapping[str, Callable[[ResolvedResource], Iterator[Value]]]] = {
    "ByUserPools": _by_user_pools,
    "ByTokens": _by_tokens_of_issuer,
}
