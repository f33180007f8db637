"""Lets cfn-lint read the rules from this folder, with or without the package installed.

cfn-lint runs every file below the folder that it is given on its own, outside any package, the files of the top folder
first. This one is the only file there whose name begins with a letter. It makes `cfn_lint_cognito` the name of this very
folder, so that the rules find what they share here and not in another version that may be installed.
"""

import sys
from pathlib import Path
from types import ModuleType

if "cfn_lint_cognito" not in sys.modules:
    package = ModuleType("cfn_lint_cognito")
    package.__path__ = [str(Path(__file__).parent)]
    sys.modules["cfn_lint_cognito"] = package

try:
    import cfn_lint_cognito._cfnlint  # noqa: F401
except ImportError as missing:
    sys.exit(str(missing))  # Of any other exception cfn-lint makes a traceback.
