"""Which Lambda function of the template a text names."""

from __future__ import annotations

from typing import Final

from cfn_lint_cognito.engine.facts.named_resource import named_resource
from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.scenarios.view import View
from cfn_lint_cognito.engine.template.resources import Resource
from cfn_lint_cognito.engine.values.text import Hole, Text, may_equal
from cfn_lint_cognito.engine.values.truth import Truth
from cfn_lint_cognito.engine.values.value import text_of

FUNCTION_OF_SAM: Final = "AWS::Serverless::Function"
_FUNCTIONS: Final = ("AWS::Lambda::Function", FUNCTION_OF_SAM)
_PARTS: Final = ("AWS::Lambda::Alias", "AWS::Lambda::Version")
"""What has a FunctionName of its own, and is called in place of the function."""
_BEFORE_THE_NAME: Final = ":function:"


def function_named(text: Text | None, view: View) -> Resource | None:
    """The function of the template whose ARN or name a text is or has in it, or that of the alias or version that it names;
    None where it names none, or that cannot be told.
    """
    for part in () if text is None else text.parts:
        function = _function_of(part, view) if isinstance(part, Hole) else None
        if function is not None:
            return function
    return None


def _function_of(hole: Hole, view: View) -> Resource | None:
    resource, _ = named_resource(hole, view.template)
    if resource is None or resource.name in view.template.from_unexpanded_loops:
        return None
    if resource.type in _PARTS:
        return function_named(text_of(view.resolver.property_of(resource.name, "FunctionName")), view)
    return resource if resource.type in _FUNCTIONS else None


def is_function(text: Text | None, function: ResolvedResource) -> Truth:
    """Whether a text surely names a function of the template, surely another one, or neither (None)."""
    named = function_named(text, function.view)
    if named is not None:
        return named.name == function.declaration.name
    name = text_of(function.property("FunctionName"))
    if text is None:
        return None
    if function.property("FunctionName") is None:
        return None if text.known is None else False  # CloudFormation makes a name that nobody can write down before.
    return may_equal(_name_in(text), name)


def _name_in(text: Text) -> Text:
    """The name in a name, an ARN or a part of one, without a version or an alias."""
    fields = text.split(":")
    at = next((index for index, field in enumerate(fields) if field.known == _BEFORE_THE_NAME.strip(":")), None)
    return fields[0] if at is None or at + 1 >= len(fields) else fields[at + 1]
