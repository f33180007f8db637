"""Lets cfn-lint read the rules from this folder, with or without the package installed.

cfn-lint runs every file below the folder that it is given on its own, outside any package, the files of the top folder
first. It takes the rule classes from this file. The other files only hold rules, which are no classes of cfn-lint.

This file makes `cfn_lint_cognito` the name of this very folder and of the one around it, so that the rules find the engine
beside them and not in another version that may be installed.
"""

import sys
from pathlib import Path
from types import ModuleType

if "cfn_lint_cognito" not in sys.modules:
    package = ModuleType("cfn_lint_cognito")
    here = Path(__file__).resolve().parent
    package.__path__ = [str(here), str(here.parent)]
    sys.modules["cfn_lint_cognito"] = package

try:
    from cfn_lint_cognito.engine.hosts.cfnlint import rule_classes
except ImportError as missing:
    sys.exit(str(missing))  # Of any other exception cfn-lint makes a traceback.

globals().update(rule_classes())
