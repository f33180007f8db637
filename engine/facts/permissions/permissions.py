"""What Cognito may do for a resource: the Permissions section of the document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from cfn_lint_cognito.engine.facts.permissions.identity_roles import identity_roles
from cfn_lint_cognito.engine.facts.permissions.sms_role import sms_role
from cfn_lint_cognito.engine.facts.permissions.triggers import triggers
from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.values.value import Value

_FACTS: Final[Mapping[str, Callable[[ResolvedResource], Value | None]]] = {
    "Triggers": triggers,
    "SmsRole": sms_role,
    "IdentityRoles": identity_roles,
}


def permissions(resource: ResolvedResource, name: str) -> Value | None:
    return _FACTS[name](resource)
