"""How identity pools name user pools: the IdentityPool section of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cfn_lint_cognito.engine.facts.names import APP_CLIENT, USER_POOL
from cfn_lint_cognito.engine.facts.references import named_resource
from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.template.template import Template
from cfn_lint_cognito.engine.values.text import Hole, Text
from cfn_lint_cognito.engine.values.value import (
    Entries,
    Items,
    Known,
    Unknown,
    Value,
    below,
    known_or_unknown,
    known_text,
    text_of,
)

_HOLE: Final = "\ue000"
"""Stands for what only the deployment knows while a name is read."""
_ID: Final = "\ue001"
"""Stands for an ID or a part of a name that has no colon."""
_POOL_ATTRIBUTES: Final = {
    "": _ID,
    "UserPoolId": _ID,
    "Arn": f"arn:aws:cognito-idp:{_ID}",
    "ProviderName": f"cognito-idp.{_ID}",
    "ProviderURL": f"https://cognito-idp.{_ID}",
}
_FORMS: Final = (
    ("URL", re.compile(r"https?://", re.IGNORECASE)),
    ("ARN", re.compile(r"arn:[^:]+:cognito-idp:")),
    ("ID", re.compile(rf"({_ID}|[a-z]{{2}}(-[a-z]+)+-[0-9]_[0-9A-Za-z]+)(:.*)?$")),
    ("provider name and client", re.compile(r"cognito-idp\..*:.", re.DOTALL)),
    ("provider name", re.compile(rf"cognito-idp\.[^{_HOLE}]*$")),
    ("other", re.compile(rf"[^{_HOLE}{_ID}]*$")),
)
"""What a name is, by how it reads: the first that fits."""


def identity_pool(resource: ResolvedResource, name: str) -> Value | None:
    """`CognitoIdentityProviders` says of each ProviderName what it is; `RoleMappings` of each mapping, in the order of the
    map, the name that counts for it (IdentityProvider, else the key), and its rules.
    """
    value = resource.property(name)
    template = resource.view.template
    if name == "CognitoIdentityProviders" and isinstance(value, Items):
        return Items(tuple(_provider(entry, template) for entry in value.values), value.origin)
    if name == "RoleMappings" and isinstance(value, Entries):
        return Items(tuple(_mappings(value, template)), value.origin)
    return value and Unknown(name, value.origin)


def _provider(entry: Value, template: Template) -> Value:
    provider_name = below(entry, "ProviderName")
    facts = {} if provider_name is None else {"ProviderName": _named(provider_name, template)}
    return Entries(facts, entry.origin)


def _mappings(mappings: Entries, template: Template) -> Iterator[Value]:
    for key, mapping in mappings.values.items():
        if not isinstance(mapping, Entries):
            yield Unknown("RoleMappings", mapping.origin)
            continue
        provider = mapping.values.get("IdentityProvider")
        facts: dict[str, Value] = {
            "Key": Known(key, mapping.origin),
            "NamedByKey": Known(provider is None, mapping.origin),
            "Name": _named(Known(key, mapping.origin) if provider is None else provider, template),
        }
        rules = below(mapping, "RulesConfiguration", "Rules")
        if isinstance(rules, Items):
            facts["MatchTypes"] = Items(tuple(map(_match_type, rules.values)), rules.origin)
            count = sum(isinstance(rule, Entries) for rule in rules.values)
            facts["RuleCount"] = Known(count, rules.origin)
        yield Entries(facts, mapping.origin)


def _match_type(rule: Value) -> Value:
    match_type = below(rule, "MatchType")
    return known_or_unknown(known_text(match_type), "MatchType", (match_type or rule).origin)


def _named(name: Value, template: Template) -> Value:
    text = text_of(name)
    if text is None:
        return Unknown("name", name.origin)
    read = "".join(part if isinstance(part, str) else _read(part, template) for part in text.parts)
    form = next((form for form, pattern in _FORMS if pattern.match(read)), None)
    facts: dict[str, Value] = {
        "Text": Known(text.render(), name.origin),
        "Form": known_or_unknown(form, "name", name.origin),
        "Pool": Known(_pool_in(text, template), name.origin),
        "IsWhole": Known(len(text.parts) == 1, name.origin),
    }
    return Entries(facts, name.origin)


def _read(hole: Hole, template: Template) -> str:
    resource, attribute = named_resource(hole, template)
    if resource is not None and resource.type == USER_POOL:
        return _POOL_ATTRIBUTES.get(attribute, _HOLE)
    if resource is not None and resource.type == APP_CLIENT and attribute in ("", "ClientId"):
        return "client"
    return _HOLE


def _pool_in(text: Text, template: Template) -> str:
    """The user pool of the template that a text is made of, "" for none."""
    named = (named_resource(part, template)[0] for part in text.parts if isinstance(part, Hole))
    return next((each.name for each in named if each is not None and each.type == USER_POOL), "")
