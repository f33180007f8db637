"""What a template itself asks cfn-lint to ignore, for the hosts that are not cfn-lint."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


def ignored(template: Mapping[str, Any]) -> tuple[str, ...]:
    """What the whole template ignores: IDs or how they begin ("E95")."""
    return tuple(_ignore_checks(template))


def ignored_by(template: Mapping[str, Any], resource: str) -> frozenset[str]:
    """The IDs that a resource ignores. cfn-lint takes no beginnings there."""
    resources = template.get("Resources")
    declared = resources.get(resource) if isinstance(resources, dict) else None
    return frozenset(_ignore_checks(declared))


def _ignore_checks(declared: Any) -> Iterator[str]:
    for key in ("Metadata", "cfn-lint", "config", "ignore_checks"):
        declared = declared.get(key) if isinstance(declared, dict) else None
    yield from (check for check in declared if isinstance(check, str)) if isinstance(declared, list) else ()
