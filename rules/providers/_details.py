"""What the rules about ProviderDetails say alike."""

from __future__ import annotations

from cfn_lint_cognito.engine.report.rule import Diagnostic
from cfn_lint_cognito.engine.report.words import with_note
from cfn_lint_cognito.engine.schemas import names


def type_is_clear(diagnostic: Diagnostic) -> bool:
    """Whether the name of a provider leaves it to ProviderType what it is. `Google` as the name of another type says that
    either of them is wrong, and that is E9556's finding.
    """
    name = diagnostic.known("Properties", "ProviderName")
    return name == diagnostic.known("Properties", "ProviderType") or name not in names("social identity providers")


def provider_type(diagnostic: Diagnostic) -> str:
    """The type, and where it comes from."""
    return with_note(diagnostic.get("Properties", "ProviderType"), diagnostic.source("Properties", "ProviderType"))
