"""How others name user pools: by ID, ARN, provider name or URL."""

from __future__ import annotations

import re
from typing import Final

from cfn_lint_cognito.engine.facts.named_resource import named_resource
from cfn_lint_cognito.engine.facts.names import APP_CLIENT, USER_POOL
from cfn_lint_cognito.engine.template.template import Template
from cfn_lint_cognito.engine.values.text import Hole, Text
from cfn_lint_cognito.engine.values.value import Entries, Known, Unknown, Value, known_or_unknown, text_of

_HOLE: Final = "\ue000"
"""Stands for what only the deployment knows while a name is read."""
_ID: Final = "\ue001"
"""Stands for an ID or a part of a name that has no colon."""
_POOL_ATTRIBUTES: Final = {
    "": _ID,
    "UserPoolId": _ID,
    "Arn": f"arn:aws:cognito-idp:{_ID}",
    "ProviderName": f"cognito-idp.{_ID}",
    "ProviderURL": f"https://cognito-idp.{_ID}",
}
_FORMS: Final = (
    ("URL", re.compile(r"https?://", re.IGNORECASE)),
    ("ARN", re.compile(r"arn:[^:]+:cognito-idp:")),
    ("ID", re.compile(rf"({_ID}|[a-z]{{2}}(-[a-z]+)+-[0-9]_[0-9A-Za-z]+)(:.*)?$")),
    ("provider name and client", re.compile(r"cognito-idp\..*:.", re.DOTALL)),
    ("provider name", re.compile(rf"cognito-idp\.[^{_HOLE}]*$")),
    ("other", re.compile(rf"[^{_HOLE}{_ID}]*$")),
)
"""What a name is, by how it reads: the first that fits."""


def named(name: Value, template: Template) -> Value:
    """What a name is: its text, whether it reads like an ID, an ARN and so on, the user pool of the template that it is made
    of, and whether it is that and nothing else. Unknown where nothing is known of its text.
    """
    text = text_of(name)
    if text is None:
        return Unknown("name", name.origin)
    read = "".join(part if isinstance(part, str) else _read(part, template) for part in text.parts)
    form = next((form for form, pattern in _FORMS if pattern.match(read)), None)
    facts: dict[str, Value] = {
        "Text": Known(text.render(), name.origin),
        "Form": known_or_unknown(form, "name", name.origin),
        "Pool": Known(pool_in(text, template), name.origin),
        "IsWhole": Known(len(text.parts) == 1, name.origin),
    }
    return Entries(facts, name.origin)


def _read(hole: Hole, template: Template) -> str:
    resource, attribute = named_resource(hole, template)
    if resource is not None and resource.type == USER_POOL:
        return _POOL_ATTRIBUTES.get(attribute, _HOLE)
    if resource is not None and resource.type == APP_CLIENT and attribute in ("", "ClientId"):
        return "client"
    return _HOLE


def pool_in(text: Text, template: Template) -> str:
    """The user pool of the template that a text is made of, "" for none."""
    named = (named_resource(part, template)[0] for part in text.parts if isinstance(part, Hole))
    return next((each.name for each in named if each is not None and each.type == USER_POOL), "")
