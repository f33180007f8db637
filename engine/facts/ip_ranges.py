"""The IP ranges of a risk configuration, read as ranges: the IpRanges section of the document."""

from __future__ import annotations

import re
from typing import Final

from cfn_lint_cognito.engine.facts.seen_resource import SeenResource
from cfn_lint_cognito.engine.values.value import Entries, Items, Known, Unknown, Value, known_text

_MAY_BE_NOTHING: Final = ("Fn::If", "Fn::FindInMap", "Fn::Transform")
"""Functions that may make an item of a list vanish, and which only the deployment can tell."""
_LEADING_ZEROS: Final = re.compile(r"\b0+(?=[0-9])")


def ip_ranges(seen: SeenResource, name: str) -> Value | None:
    """The ranges of a list that are surely there, each with its text and whether it is a CIDR."""
    ranges = seen.property("RiskExceptionConfiguration", name)
    if not isinstance(ranges, Items):
        return ranges and Unknown(name, ranges.origin)
    return Items(tuple(_range(each) for each in ranges.values if not _may_be_nothing(each)), ranges.origin)


def _range(item: Value) -> Value:
    text = known_text(item)
    # An empty text is what a list without a value holds.
    is_cidr = _is_cidr(text) if text else None
    known = Unknown("IP range", item.origin) if is_cidr is None else Known(is_cidr, item.origin)
    return Entries({"Text": item, "IsCidr": known}, item.origin)


def _is_cidr(text: str) -> bool | None:
    """Whether a text is an address and a mask, of IPv4 or IPv6. Bits of the host may be set in it."""
    if "/" not in text:
        return False
    if _reads(text):
        return True
    # Python reads no number that begins with a zero; others do.
    return None if _reads(_LEADING_ZEROS.sub("", text)) else False


def _reads(text: str) -> bool:
    from ipaddress import ip_network  # Needed for few templates, and start-up is paid in every commit hook.

    try:
        ip_network(text, strict=False)
    except ValueError:
        return False
    return True


def _may_be_nothing(item: Value) -> bool:
    written = item.written if isinstance(item, Unknown) else None
    return isinstance(written, dict) and any(function in written for function in _MAY_BE_NOTHING)
