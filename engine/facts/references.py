"""What the properties of a resource refer to: the References section of the document."""

from __future__ import annotations

from cfn_lint_cognito.engine.facts.named_resource import named_resource
from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.values.text import Text
from cfn_lint_cognito.engine.values.value import Entries, Items, Known, Origin, Value, text_of


def referred_to(resource: ResolvedResource, name: str) -> Value | None:
    """The resources of the template that a property of one text is made of, in the order of the text.

    Each says its logical ID, its type, the attribute that is read ("" for Ref) and whether the property is that and nothing
    else. None where the property is absent or nothing is known of its text.
    """
    value = resource.property(name)
    text = text_of(value)
    return None if value is None or text is None else references_in(text, resource, value.origin)


def references_in(text: Text, resource: ResolvedResource, origin: Origin) -> Items:
    """The resources of the template that a text is made of."""
    found = []
    for part in text.parts:
        declaration, attribute = (None, "") if isinstance(part, str) else named_resource(part, resource.view.template)
        if declaration is not None:
            facts: dict[str, Value] = {
                "Resource": Known(declaration.name, origin),
                "Type": Known(declaration.type, origin),
                "Attribute": Known(attribute, origin),
                "IsWhole": Known(len(text.parts) == 1, origin),
            }
            found.append(Entries(facts, origin))
    return Items(tuple(found), origin)
