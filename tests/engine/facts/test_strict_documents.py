"""While tests run, whatever asks a document for what `schemas/document.json` does not describe raises."""

from __future__ import annotations

from typing import Any

import pytest
from cfn_lint_cognito.engine.facts.document import Document, document_of
from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.facts.sections import SECTIONS
from cfn_lint_cognito.engine.scenarios.enumeration import scenarios
from cfn_lint_cognito.engine.scenarios.view import View
from cfn_lint_cognito.engine.template.template import Template
from in_turn import in_turn
from strict_documents import NotDescribedError


def ask(*path: str | int) -> Any:
    """What the document of a client without properties says at a path."""
    client = {"Type": "AWS::Cognito::UserPoolClient", "Properties": {"UserPoolId": "us-east-1_a1B2c3D4e"}}
    template = Template({"Resources": {"Web": client}}, ("us-east-1",))

    def document(view: View) -> Document:
        return document_of(ResolvedResource(template.resources["Web"], view), SECTIONS)

    (judged,) = scenarios(template, lambda view: [document(view).get(path)]).judged
    return judged.result[0]


@in_turn(
    "path",
    [
        ("Properties", "AcessTokenValidity"),
        ("Lifetime", "AccessToken"),
        ("Lifetimes", "AccessToken", "Second"),
        ("Redirects", "CallbackURLs", 0, "Sheme"),
        ("Properties", "UserPoolId", "Ref"),
        ("Scopes", "Requested", "Name"),
    ],
    ids=lambda path: "/".join(map(str, path)),
)
def test_a_path_that_no_document_has_raises(path: tuple[str | int, ...]) -> None:
    with pytest.raises(NotDescribedError, match=str(path[-1])):
        ask(*path)


def test_what_is_absent_but_described_does_not() -> None:
    assert ask("Properties", "AccessTokenValidity") is None
    assert ask("Redirects", "CallbackURLs", 0, "Scheme") is None
    assert ask("Lifetimes", "AccessToken", "Seconds") == 3600
    assert ask("Properties", "ProviderDetails", "any_detail") is None
