"""What login pages rest on: the LoginPages section of the document, about domains, styles and terms documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from cfn_lint_cognito.engine.facts.arns import region_of_arn
from cfn_lint_cognito.engine.facts.coexistence import may_have_both
from cfn_lint_cognito.engine.facts.login.classic_style import styled_classes
from cfn_lint_cognito.engine.facts.login.terms import has_both_terms
from cfn_lint_cognito.engine.facts.named_resource import resource_alone_in
from cfn_lint_cognito.engine.facts.names import DOMAIN
from cfn_lint_cognito.engine.facts.neighbours import exists, neighbours, order_of_creation
from cfn_lint_cognito.engine.facts.pool_reference import pool_of
from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.values.text import Text, may_equal
from cfn_lint_cognito.engine.values.truth import Truth
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
    unknown_if_given,
)

_RECORD: Final = "AWS::Route53::RecordSet"
_RECORD_GROUP: Final = "AWS::Route53::RecordSetGroup"
_HOSTED_ZONE: Final = "AWS::Route53::HostedZone"


def login_pages(resource: ResolvedResource, name: str) -> Value | None:
    return _FACTS[name](resource)


def _prefix_parts(resource: ResolvedResource) -> Value | None:
    """What stands between the hyphens of a domain prefix. A part with a hole is unknown: it may be any number of parts."""
    domain = resource.property("Domain")
    text = text_of(domain)
    if domain is None or text is None:
        return unknown_if_given(domain, "Domain")
    return Items(
        tuple(known_or_unknown(part.known, "Domain", domain.origin) for part in text.split("-")), domain.origin
    )


def _domain_labels(resource: ResolvedResource) -> Value | None:
    """What stands between the dots of a domain. Unknown where a part of it is: that may be any number of labels."""
    domain = resource.property("Domain")
    name = known_text(domain)
    if domain is None or name is None:
        return unknown_if_given(domain, "Domain")
    return Items(tuple(Known(label, domain.origin) for label in name.split(".")), domain.origin)


def _certificate_region(resource: ResolvedResource) -> Value | None:
    """The region that the ARN of the certificate surely names; None where it names none, or is of another partition."""
    arn = resource.property("CustomDomainConfig", "CertificateArn")
    region = region_of_arn(text_of(arn), "acm")
    return None if arn is None or region is None else Known(region, arn.origin)


def _domains(resource: ResolvedResource) -> Value:
    """The domains of the pool in the template, and whether the resource waits for them. One that may be another pool's
    counts only where the resource waits for it.
    """
    return _in_order(resource, neighbours(resource, pool_of(resource), DOMAIN))


def _parent_records(resource: ResolvedResource) -> Value:
    """The A records of the template for the name that is one level above the domain, in order with it."""
    parent = _parent(text_of(resource.property("Domain")))
    if parent is None:
        return Unknown("Domain", resource.origin)
    return _in_order(resource, _address_records(resource, parent))


def _in_order(resource: ResolvedResource, candidates: Iterator[tuple[ResolvedResource, Truth]]) -> Items:
    items: list[Value] = []
    for neighbour, matches in candidates:
        if matches is False or not exists(neighbour):
            continue
        facts = order_of_creation(resource, neighbour, resource.origin)
        if matches:
            items.append(_thing(neighbour, facts, resource.origin))
        elif facts["Awaited"] == Known(True, resource.origin):
            items.append(Unknown(neighbour.declaration.type, resource.origin))
    return Items(tuple(items), resource.origin)


def _thing(neighbour: ResolvedResource, facts: Mapping[str, Value], origin: Origin) -> Entries:
    return Entries({"Resource": Known(neighbour.declaration.name, origin), **facts}, origin)


def _other_domains(resource: ResolvedResource) -> Items:
    """The domains of the pool that this scenario does not have, and others have beside the resource."""
    template, origin = resource.view.template, resource.origin
    others = (
        domain
        for domain, belongs in neighbours(resource, pool_of(resource), DOMAIN)
        if belongs and not exists(domain) and may_have_both(template, resource.declaration, domain.declaration)
    )
    return Items(tuple(_thing(each, order_of_creation(resource, each, origin), origin) for each in others), origin)


class _Record(NamedTuple):
    resource: ResolvedResource
    name: Value | None
    type: Value | None
    zone: Value | None


def _address_records(resource: ResolvedResource, name: Text) -> Iterator[tuple[ResolvedResource, Truth]]:
    """The resources with a record that is, or may be, a public A record of `name`."""
    for record in _records(resource):
        kind = known_text(record.type)
        if kind in (None, "A") and not _is_private(record, resource):
            same_name = _equal_names(name, text_of(record.name))
            yield record.resource, None if same_name and kind is None else same_name


def _records(resource: ResolvedResource) -> Iterator[_Record]:
    template = resource.view.template
    for declaration in (*template.resources_of(_RECORD), *template.resources_of(_RECORD_GROUP)):
        if declaration.name in template.from_unexpanded_loops:
            continue
        record = ResolvedResource(declaration, resource.view)
        zone = record.property("HostedZoneId")
        if declaration.type == _RECORD:
            yield _Record(record, record.property("Name"), record.property("Type"), zone)
            continue
        members = record.property("RecordSets")
        for member in members.values if isinstance(members, Items) else ():
            if isinstance(member, Entries):
                yield _Record(record, below(member, "Name"), below(member, "Type"), zone)


def _is_private(record: _Record, resource: ResolvedResource) -> bool:
    """Whether a record stands in a hosted zone of the template that only some networks see, and Cognito does not."""
    text = text_of(record.zone)
    zone = resource_alone_in(text, resource.view.template)[0]
    return (
        zone is not None
        and zone.type == _HOSTED_ZONE
        and ResolvedResource(zone, resource.view).property("VPCs") is not None
    )


def _parent(domain: Text | None) -> Text | None:
    """A domain name without its first label; None where that is not wholly known."""
    label, dot, rest = ("", "", "") if domain is None else domain.beginning.partition(".")
    return Text.joined([rest, *domain.parts[1:]]) if domain is not None and label and dot else None


def _equal_names(one: Text, other: Text | None) -> Truth:
    """Whether two domain names are surely equal, surely different, or neither; case and a dot at the end tell nothing."""
    return None if other is None else may_equal(_normal(one), _normal(other))


def _normal(name: Text) -> Text:
    parts = [part.lower() if isinstance(part, str) else part for part in name.parts]
    end = parts[-1] if parts else ""
    return Text.joined([*parts[:-1], end.removesuffix(".") if isinstance(end, str) else end])


_FACTS: Mapping[str, Callable[[ResolvedResource], Value | None]] = {
    "PrefixParts": _prefix_parts,
    "DomainLabels": _domain_labels,
    "StyledClasses": styled_classes,
    "HasBothTerms": has_both_terms,
    "CertificateRegion": _certificate_region,
    "Domains": _domains,
    "OtherDomains": _other_domains,
    "ParentRecords": _parent_records,
}
