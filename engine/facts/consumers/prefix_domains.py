"""The domains of the user pool that a load balancer names: whether it names the prefix, and whether there is a custom one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from cfn_lint_cognito.engine.facts.coexistence import may_have_both, may_lack
from cfn_lint_cognito.engine.facts.named_resource import resource_alone_in
from cfn_lint_cognito.engine.facts.names import DOMAIN, USER_POOL
from cfn_lint_cognito.engine.facts.neighbours import exists, neighbours
from cfn_lint_cognito.engine.facts.pool_names import pool_in
from cfn_lint_cognito.engine.facts.pool_reference import pool_of
from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.template.template import Template
from cfn_lint_cognito.engine.values.text import Text, may_equal
from cfn_lint_cognito.engine.values.value import Entries, Known, Origin, Value, text_of

_PREFIX: Final = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?")


def prefix_beside_custom_domain(resource: ResolvedResource, config: Entries) -> Value | None:
    """The prefix that a listener names as UserPoolDomain, if it surely is one, with the pool and with the custom domain that the
    template surely gives that pool. None where it cannot be told that it is a prefix, or of which pool.
    """
    domain = config.values.get("UserPoolDomain")
    text = text_of(domain)
    user_pool = _user_pool(resource, config, text)
    if domain is None or text is None or user_pool is None:
        return None
    domains = _domains_of(user_pool)
    prefix = _prefix(text, domains, resource.view.template)
    if prefix is None:
        return None
    custom = next((each for each in domains if _is_custom(each) and exists(each)), None)
    facts: dict[str, Value] = {
        "Text": Known(prefix.render(), domain.origin),
        "Pool": Known(user_pool.declaration.name, domain.origin),
    }
    if custom is not None:
        facts.update(_named(custom, resource, domain.origin))
    return Entries(facts, domain.origin)


def custom_domain(resource: ResolvedResource, config: Entries) -> dict[str, Value]:
    """A custom domain that the template surely gives the user pool of an action, whenever that domain is deployed: its logical ID
    as `CustomDomain`, and as `Condition` its condition where it may be absent beside the listener. Empty without one, or where
    the pool cannot be told.
    """
    user_pool = _user_pool(resource, config, text_of(config.values.get("UserPoolDomain")))
    for domain in () if user_pool is None else _domains_of(user_pool):
        if _is_custom(domain) and may_have_both(resource.view.template, resource.declaration, domain.declaration):
            return _named(domain, resource, config.origin)
    return {}


def _named(custom: ResolvedResource, resource: ResolvedResource, origin: Origin) -> dict[str, Value]:
    is_conditional = may_lack(resource.view.template, resource.declaration, custom.declaration)
    return {
        "CustomDomain": Known(custom.declaration.name, origin),
        "Condition": Known(str(custom.declaration.condition) if is_conditional else "", origin),
    }


def _user_pool(resource: ResolvedResource, config: Entries, domain: Text | None) -> ResolvedResource | None:
    """The user pool of the template that UserPoolArn is made of; without one that can be told, that of the domain."""
    template = resource.view.template
    arn = text_of(config.values.get("UserPoolArn"))
    name = "" if arn is None else pool_in(arn, template)
    if not name and (arn is None or arn.known is None):
        named = _named_domain(domain, template)
        of_domain = None if named is None else pool_of(ResolvedResource(template.resources[named], resource.view))
        name = (of_domain and of_domain.resource) or ""
    declaration = template.resources.get(name)
    if declaration is None or declaration.type != USER_POOL or name in template.from_unexpanded_loops:
        return None
    return ResolvedResource(declaration, resource.view)


def _domains_of(user_pool: ResolvedResource) -> Sequence[ResolvedResource]:
    return [domain for domain, belongs in neighbours(user_pool, pool_of(user_pool), DOMAIN) if belongs]


def _prefix(name: Text, domains: Sequence[ResolvedResource], template: Template) -> Text | None:
    """The text of what is surely a prefix: by how it is spelt, or as one of the domains of the pool. None for other names."""
    if name.known is not None:
        return name if _PREFIX.fullmatch(name.known) else None
    reference = _named_domain(name, template)
    for domain in domains:
        prefix = text_of(domain.property("Domain"))
        is_named = domain.declaration.name == reference or may_equal(name, prefix) is True
        if is_named and domain.property("CustomDomainConfig") is None and exists(domain):
            return prefix or name
    return None


def _is_custom(domain: ResolvedResource) -> bool:
    return isinstance(domain.property("CustomDomainConfig"), Entries)


def _named_domain(name: Text | None, template: Template) -> str | None:
    """The domain of the template whose Ref a name is."""
    declaration, attribute = resource_alone_in(name, template)
    return declaration.name if declaration is not None and declaration.type == DOMAIN and not attribute else None
