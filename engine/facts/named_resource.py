"""Which resource of the template a text names with `Ref` or `Fn::GetAtt`."""

from __future__ import annotations

from cfn_lint_cognito.engine.template.resources import Resource
from cfn_lint_cognito.engine.template.template import Template
from cfn_lint_cognito.engine.values.text import GET_ATT, REF, Hole, Text


def named_resource(hole: Hole, template: Template) -> tuple[Resource | None, str]:
    """The resource of the template that a hole is read from, None for none, and the attribute that is read ("" for Ref)."""
    name, _, attribute = hole.name.partition(".")
    return template.resources.get(name) if hole.kind in (REF, GET_ATT) else None, attribute


def resource_alone_in(text: Text | None, template: Template) -> tuple[Resource | None, str]:
    """The resource of the template that a text is read from and nothing else, None for none, and the attribute that is read."""
    hole = None if text is None else text.only_hole
    return (None, "") if hole is None else named_resource(hole, template)
