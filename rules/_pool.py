"""The user pool a client belongs to, as far as the template tells."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from cfn_lint_cognito._document import Subject
from cfn_lint_cognito._values import Hole, Known, Unknown, Value, text_of

USER_POOL: Final = "AWS::Cognito::UserPool"
_MADE_ELSEWHERE = ("AWS::CloudFormation::Stack", "AWS::CloudFormation::CustomResource", "Custom::")
"""Resources whose attributes may be anything, the ID of a user pool for one."""


@dataclass(frozen=True)
class PoolReference:
    """What UserPoolId leads to.

    `origin` is "template", "imported", "no pool", or None when it cannot be told. `resource` is the name of the pool where
    it is of this template, `words` what is referred to, for messages.
    """

    origin: str | None
    words: str = ""
    resource: str | None = None


def pool_of(subject: Subject) -> PoolReference:
    value = subject.property("UserPoolId")
    text = text_of(value)
    if value is None or text is None:
        return PoolReference(None)
    if text.known is not None:
        return PoolReference("imported", f"the pool {text.known}")
    if len(text.parts) != 1 or not isinstance(text.parts[0], Hole):
        return PoolReference(None)
    return _referred(subject, text.parts[0])


def _referred(subject: Subject, hole: Hole) -> PoolReference:
    template = subject.view.template
    name, _, attribute = hole.name.partition(".")
    if hole.kind == "dynamic reference":
        return PoolReference("imported", "a dynamic reference")
    if hole.kind == "as written":
        functions = ("Fn::ImportValue", "Fn::GetStackOutput")
        imported = next((function for function in functions if hole.name.startswith(f'{{"{function}"')), None)
        return PoolReference("imported" if imported else None, imported or "")
    if name in template.parameters:
        return PoolReference("imported", f"parameter {name}")
    resource = template.resources.get(name)
    if resource is None:
        return (
            PoolReference("no pool", name)
            if name.startswith("AWS::") and name != "AWS::NoValue"
            else PoolReference(None)
        )
    if resource.type == USER_POOL:
        if attribute in ("", "UserPoolId"):
            return PoolReference("template", f"the user pool {name}", name)
        return PoolReference("no pool", f"the {attribute} of the user pool {name}")
    if attribute or resource.type.startswith(_MADE_ELSEWHERE[1:]) or not resource.type.startswith("AWS::"):
        made_elsewhere = resource.type.startswith(_MADE_ELSEWHERE)
        return PoolReference("imported" if made_elsewhere else None, f"{name}.{attribute}" if attribute else name)
    if resource.type.startswith("AWS::Serverless::"):
        return PoolReference(None)
    return PoolReference("no pool", f"{name}, which is of type {resource.type}")


def pool(subject: Subject, names: Collection[str]) -> Mapping[str, Value]:
    reference = pool_of(subject)
    origin = (subject.property("UserPoolId") or Known("", subject.origin)).origin
    facts: dict[str, Value] = {
        "Origin": Unknown("UserPoolId", origin) if reference.origin is None else Known(reference.origin, origin),
        "Reference": Known(reference.words, origin),
    }
    return {name: facts[name] for name in names}
