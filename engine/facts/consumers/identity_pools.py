"""How identity pools name user pools: the IdentityPool section of the document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cfn_lint_cognito.engine.facts.consumers.configured_providers import (
    ConfiguredProviders,
    configured_providers,
    is_other_configured,
    is_user_pool_configured,
)
from cfn_lint_cognito.engine.facts.pool_names import named
from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.template.template import Template
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
    unknown_if_given,
)

_USER_POOL_AND_CLIENT: Final = "provider name and client"
_RIGHT_FORMS: Final = (_USER_POOL_AND_CLIENT, "other")


def identity_pool(resource: ResolvedResource, name: str) -> Value | None:
    """`CognitoIdentityProviders` says of each ProviderName what it is; `RoleMappings` of each mapping, in the order of the
    map, the name that counts for it (IdentityProvider, else the key), whether the identity pool has such a provider, and its
    rules.
    """
    value = resource.property(name)
    template = resource.view.template
    if name == "CognitoIdentityProviders" and isinstance(value, Items):
        return Items(tuple(_provider(entry, template) for entry in value.values), value.origin)
    if name == "RoleMappings" and isinstance(value, Entries):
        return Items(tuple(_mappings(value, resource)), value.origin)
    return unknown_if_given(value, name)


def _provider(entry: Value, template: Template) -> Value:
    provider_name = below(entry, "ProviderName")
    facts = {} if provider_name is None else {"ProviderName": named(provider_name, template)}
    return Entries(facts, entry.origin)


def _mappings(mappings: Entries, resource: ResolvedResource) -> Iterator[Value]:
    template = resource.view.template
    configured = configured_providers(resource)
    for key, mapping in mappings.values.items():
        if not isinstance(mapping, Entries):
            yield Unknown("RoleMappings", mapping.origin)
            continue
        provider = mapping.values.get("IdentityProvider")
        name = Known(key, mapping.origin) if provider is None else provider
        facts: dict[str, Value] = {
            "Key": Known(key, mapping.origin),
            "NamedByKey": Known(provider is None, mapping.origin),
            "Name": named(name, template),
        }
        if configured is not None:
            facts.update(_among(configured, name, known_text(below(facts["Name"], "Form")), template))
            facts["Configured"] = Items(tuple(Known(each, name.origin) for each in configured.names), name.origin)
            facts["IdentityPool"] = Known(configured.identity_pool, name.origin)
        rules = below(mapping, "RulesConfiguration", "Rules")
        if isinstance(rules, Items):
            facts["MatchTypes"] = Items(tuple(map(_match_type, rules.values)), rules.origin)
            count = sum(isinstance(rule, Entries) for rule in rules.values)
            facts["RuleCount"] = Known(count, rules.origin)
        yield Entries(facts, mapping.origin)


def _among(
    configured: ConfiguredProviders, name: Value, form: str | None, template: Template
) -> Iterator[tuple[str, Value]]:
    """Whether a name is one of the providers of the identity pool. Nothing of a name that has the wrong form, which is a mistake
    of its own, and of one that cannot be told.
    """
    text = text_of(name)
    if text is None or not text.parts or form not in _RIGHT_FORMS:
        return
    if form == _USER_POOL_AND_CLIENT:
        is_one_of_them = is_user_pool_configured(text, configured, template)
    else:
        is_one_of_them = is_other_configured(str(text.known), configured)
    yield "IsConfigured", known_or_unknown(is_one_of_them, "name", name.origin)


def _match_type(rule: Value) -> Value:
    match_type = below(rule, "MatchType")
    return known_or_unknown(known_text(match_type), "MatchType", (match_type or rule).origin)
