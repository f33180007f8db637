"""How identity pools name user pools: the IdentityPool section of the document."""

from __future__ import annotations

from collections.abc import Iterator

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
)


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
    facts = {} if provider_name is None else {"ProviderName": named(provider_name, template)}
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
            "Name": named(Known(key, mapping.origin) if provider is None else provider, template),
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
