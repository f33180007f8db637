"""Which functions a user pool names as triggers before it makes tokens: the TokenTriggers section of the document."""

from __future__ import annotations

from typing import Final

from cfn_lint_cognito.engine.facts.named_resource import named_resource
from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.values.text import Hole, Text
from cfn_lint_cognito.engine.values.value import Known, Unknown, Value, text_of

_PROPERTY_PATHS: Final = {
    "Plain": ("LambdaConfig", "PreTokenGeneration"),
    "Configured": ("LambdaConfig", "PreTokenGenerationConfig", "LambdaArn"),
}
_FUNCTIONS: Final = ("AWS::Lambda::Function", "AWS::Serverless::Function")
_BEFORE_THE_NAME: Final = ":function:"


def token_triggers(resource: ResolvedResource, name: str) -> Value | None:
    """`Plain` and `Configured` are the names of the functions of the two properties: the logical ID of one of the template,
    or the name in an ARN. `AreOne` says whether they are the same; that of two functions named in both ways is unknown.
    """
    if name in _PROPERTY_PATHS:
        value = resource.property(*_PROPERTY_PATHS[name])
        function = None if value is None else _function(resource, value)
        return function and Known(function[1], resource.origin if value is None else value.origin)
    plain, configured = (resource.property(*property_path) for property_path in _PROPERTY_PATHS.values())
    if plain is None or configured is None:
        return None
    if text_of(plain) is not None and text_of(plain) == text_of(configured):
        return Known(True, configured.origin)
    one, other = _function(resource, plain), _function(resource, configured)
    if one is None or other is None or one[0] != other[0] or one == other:
        return Unknown("LambdaArn", configured.origin)
    return Known(False, configured.origin)


def _function(resource: ResolvedResource, value: Value) -> tuple[str, str] | None:
    """How a function is named, and its name. The version or alias after it does not count."""
    text = text_of(value)
    if text is None or not text.parts:
        return None
    first, *rest = text.parts
    if isinstance(first, Hole):
        return _function_of_template(resource, first, Text(tuple(rest)))
    name = text.end.rpartition(_BEFORE_THE_NAME)[2].partition(":")[0] if _BEFORE_THE_NAME in text.end else ""
    return ("name", name) if name else None


def _function_of_template(resource: ResolvedResource, hole: Hole, rest: Text) -> tuple[str, str] | None:
    function, attribute = named_resource(hole, resource.view.template)
    if function is None or function.type not in _FUNCTIONS or attribute != "Arn":
        return None
    return ("logical ID", function.name) if not rest.parts or rest.beginning.startswith(":") else None
