"""What the rules about AttributeMapping ask alike."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from cfn_lint_cognito.engine.report.rule import Diagnostic
from cfn_lint_cognito.engine.values.value import is_unknown

_REQUIRED_AND_NOT_MAPPED: Final = "providers/w9606_required_attribute_not_mapped"


def not_mapped(diagnostic: Diagnostic) -> list[str]:
    """The names of the attributes of which W9606 speaks."""
    return list(dict.fromkeys(diagnostic.get(*path) for path in diagnostic.rejected_by(_REQUIRED_AND_NOT_MAPPED)))


def in_another_case(name: str, names: Iterable[str]) -> str | None:
    """The one of `names` that is spelled as `name` in all but case."""
    return next((other for other in names if other != name and other.lower() == name.lower()), None)


def maps_from_a_text(diagnostic: Diagnostic) -> bool:
    """Whether what a key is mapped from may be a name. cfn-lint reports lists and maps: a line that is indented too far."""
    return is_unknown(diagnostic.value) or not isinstance(diagnostic.value, (list, dict))
