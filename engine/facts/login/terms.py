"""The terms documents of a client: terms of use and privacy policy."""

from __future__ import annotations

from typing import Final

from cfn_lint_cognito.engine.facts.client.clients import client_named
from cfn_lint_cognito.engine.facts.names import TERMS
from cfn_lint_cognito.engine.facts.neighbours import exists, first_that_matches, may_be_changed
from cfn_lint_cognito.engine.facts.pool_reference import pool_of
from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.schemas import names
from cfn_lint_cognito.engine.values.truth import Truth, all_of
from cfn_lint_cognito.engine.values.value import Known, Unknown, Value, known_text

DOCUMENTS: Final = "terms documents of a client"


def has_both_terms(resource: ResolvedResource) -> Value:
    """Whether the client of a terms document has the other document, too. Unknown where the client is none of the template's
    own, or where a custom resource may give it one.
    """
    template = resource.view.template
    client = client_named(resource.property("ClientId"), resource.view)
    document = known_text(resource.property("TermsName"))
    if client is None or not exists(client) or document not in names(DOCUMENTS):
        return Unknown("terms", resource.origin)
    if any(may_be_changed(name, resource.view) for name in (client.declaration.name, pool_of(client).resource)):
        return Unknown("terms", resource.origin)
    others = (
        ResolvedResource(declaration, resource.view)
        for declaration in template.resources_of(TERMS)
        if declaration is not resource.declaration
    )
    found = first_that_matches(
        (other, True, all_of((_is_of(other, client), _is_another(other, document)))) for other in others
    )
    if found is True:
        return Unknown("terms", resource.origin)
    return Known(found is not False, resource.origin)


def _is_of(terms: ResolvedResource, client: ResolvedResource) -> Truth:
    client_id = terms.property("ClientId")
    if client_id is None:
        return False
    named = client_named(client_id, terms.view)
    return None if named is None else named.declaration.name == client.declaration.name


def _is_another(terms: ResolvedResource, document: str) -> Truth:
    other = known_text(terms.property("TermsName"))
    return None if other is None else other in names(DOCUMENTS) and other != document
