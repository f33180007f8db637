"""What the rules about ProviderDetails say alike."""

from __future__ import annotations

from cfn_lint_cognito._rule import Fault
from cfn_lint_cognito._schemas import names
from cfn_lint_cognito._words import noted


def type_is_clear(fault: Fault) -> bool:
    """Whether the name of a provider leaves it to ProviderType what it is. `Google` as the name of another type says that
    either of them is wrong, and that is E9556's finding.
    """
    name = fault.known("Properties", "ProviderName")
    return name == fault.known("Properties", "ProviderType") or name not in names("social identity providers")


def provider_type(fault: Fault) -> str:
    """The type, and where it comes from."""
    return noted(fault.at("Properties", "ProviderType"), fault.source("Properties", "ProviderType"))
