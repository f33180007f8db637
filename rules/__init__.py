"""cfn-lint-cognito: a rule pack for cfn-lint that finds mistakes in Amazon Cognito app clients.

`cfn-lint --append-rules=cfn_lint_cognito` finds every rule class of the pack as an attribute of this module.
"""

from __future__ import annotations

import importlib
from pathlib import Path

from cfn_lint_cognito._version import __version__ as __version__

for _file in sorted(Path(__file__).parent.glob("*/[a-z]*.py")):
    _module = importlib.import_module(f"{__name__}.{_file.parent.name}.{_file.stem}")
    globals().update(
        {
            name: value
            for name, value in vars(_module).items()
            if isinstance(value, type) and value.__module__ == _module.__name__
        }
    )
