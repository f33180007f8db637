"""The IP ranges of a risk configuration, read as ranges: the IpRanges section of the document."""

from __future__ import annotations

import re
from typing import Final

from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.values.value import (
    Entries,
    Items,
    Unknown,
    Value,
    known_or_unknown,
    known_text,
    unknown_if_given,
)

_LEADING_ZEROS: Final = re.compile(r"\b0+(?=[0-9])")


def ip_ranges(resource: ResolvedResource, name: str) -> Value | None:
    """The ranges of a list, each with its text and whether it is a CIDR. One that may turn out to be nothing is unknown."""
    ranges = resource.property("RiskExceptionConfiguration", name)
    if not isinstance(ranges, Items):
        return unknown_if_given(ranges, name)
    return Items(tuple(map(_range, ranges.values)), ranges.origin)


def _range(item: Value) -> Value:
    if isinstance(item, Unknown) and item.may_be_absent:
        return item
    text = known_text(item)
    # An empty text is what a list without a value holds.
    is_cidr = _is_cidr(text) if text else None
    return Entries({"Text": item, "IsCidr": known_or_unknown(is_cidr, "IP range", item.origin)}, item.origin)


def _is_cidr(text: str) -> bool | None:
    """Whether a text is an address and a mask, of IPv4 or IPv6. Bits of the host may be set in it."""
    if "/" in text and _reads(text):
        return True
    # Python reads no white space, and no number that begins with a zero; others do.
    return None if "/" in text and _reads(_LEADING_ZEROS.sub("", text.strip())) else False


def _reads(text: str) -> bool:
    from ipaddress import ip_network  # Needed for few templates, and start-up is paid in every commit hook.

    try:
        ip_network(text, strict=False)
    except ValueError:
        return False
    return True
