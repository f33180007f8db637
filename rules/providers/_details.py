"""What the rules about ProviderDetails say alike."""

from __future__ import annotations

from cfn_lint_cognito.engine.report.rule import Fault
from cfn_lint_cognito.engine.report.words import noted
from cfn_lint_cognito.engine.schemas import names


def type_is_clear(fault: Fault) -> bool:
    """Whether the name of a provider leaves it to ProviderType what it is. `Google` as the name of another type says that
    either of them is wrong, and that is E9556's finding.
    """
    name = fault.known("Properties", "ProviderName")
    return name == fault.known("Properties", "ProviderType") or name not in names("social identity providers")


def provider_type(fault: Fault) -> str:
    """The type, and where it comes from."""
    return noted(fault.get("Properties", "ProviderType"), fault.source("Properties", "ProviderType"))
