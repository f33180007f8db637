"""cfn-lint-cognito: finds mistakes in Amazon Cognito app clients, and in what their sign-in depends on, before the deploy.

`cfn-lint --append-rules=cfn_lint_cognito` finds a class of cfn-lint for every rule as an attribute of this module.
`check(template)` gives Python the findings of a template.
"""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING, Any

from cfn_lint_cognito.engine.version import __version__ as __version__

if TYPE_CHECKING:
    from cfn_lint_cognito.engine.hosts.python import check as check
    from cfn_lint_cognito.engine.report.finding import Finding as Finding

_FOR_PYTHON = {"check": "cfn_lint_cognito.engine.hosts.python", "Finding": "cfn_lint_cognito.engine.report.finding"}


def __getattr__(name: str) -> Any:
    """Imports what somebody asks for, since the hook is to be done without the engine where it can."""
    if name not in _FOR_PYTHON:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(_FOR_PYTHON[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The names of this module; when cfn-lint asks for them to collect the rules, also those of its rule classes. Raises
    ImportError where the pack cannot run in the cfn-lint that is installed.
    """
    if "cfnlint.rules" in sys.modules:
        globals().update(importlib.import_module(f"{__name__}.engine.hosts.cfnlint").rule_classes())
        return sorted(globals())  # Not what would import the engine: cfn-lint takes the value of each name.
    return sorted({*globals(), *_FOR_PYTHON})
