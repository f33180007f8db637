"""What is known of a value that cannot be resolved: how it is written."""

from __future__ import annotations

import json
from typing import Any

from cfn_lint_cognito.engine.values.text import AS_WRITTEN, Hole, Text
from cfn_lint_cognito.engine.values.value import Origin, TemplatePath, Unknown


def spelled(written: Any) -> str:
    """The same text for what is written the same way."""
    try:
        return json.dumps(written, sort_keys=True, default=str)
    except (TypeError, ValueError):  # YAML allows keys that JSON cannot sort or spell.
        return repr(written)


def as_written(written: Any, path: TemplatePath, kind: str = AS_WRITTEN, may_be_absent: bool = False) -> Unknown:
    """An unknown value whose text equals only that of what is written the same way."""
    return Unknown(written, Origin.at(path), Text((Hole(kind, spelled(written)),)), may_be_absent)
