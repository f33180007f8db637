"""What the tests of scenarios write templates with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cfn_lint_cognito.engine.template.template import Template

Document = dict[str, Any]


def template(document: Document, *given: Mapping[str, Any], regions: Sequence[str] = ("us-east-1",)) -> Template:
    return Template(document=document, regions=tuple(regions), given=given)


def equals(left: Any, right: Any) -> Document:
    return {"Fn::Equals": [left, right]}


def ref(name: str) -> Document:
    return {"Ref": name}


def parameter(*allowed: str, **more: Any) -> Document:
    return {"Type": "String", **({"AllowedValues": list(allowed)} if allowed else {}), **more}
