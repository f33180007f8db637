"""What the tests of scenarios write templates with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cfn_lint_cognito.engine.template.template import Template

Document = dict[str, Any]


def template(document: Document, *given: Mapping[str, Any], regions: Sequence[str] = ("us-east-1",)) -> Template:
    """A template of a host that knows regions because it has to name one."""
    return Template(document=document, regions=tuple(regions), given=given)


def template_in(*regions: str, **document: Any) -> Template:
    """A template of a host that somebody named regions to."""
    return Template(document=document, regions=regions, regions_are_named=True)


def equals(left: Any, right: Any) -> Document:
    return {"Fn::Equals": [left, right]}


def ref(name: str) -> Document:
    return {"Ref": name}


def parameter(*allowed: str, **more: Any) -> Document:
    return {"Type": "String", **({"AllowedValues": list(allowed)} if allowed else {}), **more}
