"""Which app client of the template a value names."""

from __future__ import annotations

from cfn_lint_cognito.engine.facts.named_resource import resource_alone_in
from cfn_lint_cognito.engine.facts.names import APP_CLIENT
from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.scenarios.view import View
from cfn_lint_cognito.engine.values.value import Value, text_of

_ID_ATTRIBUTES = ("", "ClientId")
"""What of a client is its ID: Ref and one attribute."""


def client_named(value: Value | None, view: View) -> ResolvedResource | None:
    """The app client whose ID a value is; None where it is none of the template's own, or that cannot be told."""
    text = text_of(value)
    resource, attribute = resource_alone_in(text, view.template)
    if resource is None or resource.type != APP_CLIENT or attribute not in _ID_ATTRIBUTES:
        return None
    return None if resource.name in view.template.from_unexpanded_loops else ResolvedResource(resource, view)
