"""What is known of the texts of a resource: the KnownParts section of the document."""

from __future__ import annotations

from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.values.value import Known, Value, text_of


def known_parts(resource: ResolvedResource, name: str) -> Value | None:
    """What a text will surely hold, one part after the other without what only the deployment knows between them.

    None where the property is absent or nothing is known of its text.
    """
    value = resource.property(name)
    text = text_of(value)
    if value is None or text is None:
        return None
    return Known("".join(part for part in text.parts if isinstance(part, str)), value.origin)
