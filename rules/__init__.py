"""cfn-lint-cognito: a rule pack for cfn-lint that finds mistakes in Amazon Cognito app clients.

`cfn-lint --append-rules=cfn_lint_cognito` finds every rule class of the pack as an attribute of this module.
"""

from __future__ import annotations

import importlib
import sys

from cfn_lint_cognito._version import __version__ as __version__


def __dir__() -> list[str]:
    """The names of this module, rule classes included.

    cfn-lint asks for them when it collects the rules. They are imported here and not before, since that imports
    cfn-lint, and the hook is to be done without it where it can.
    """
    try:
        importlib.import_module(f"{__name__}._cfnlint")
    except ImportError as missing:
        sys.exit(str(missing))  # Of any other exception cfn-lint makes a traceback.
    for place in importlib.import_module(f"{__name__}._schemas").places().values():
        module = importlib.import_module(f"{__name__}.{place.replace('/', '.')}")
        rules = {
            name: value
            for name, value in vars(module).items()
            if isinstance(value, type) and value.__module__ == module.__name__
        }
        globals().update(rules)
    return sorted(globals())
