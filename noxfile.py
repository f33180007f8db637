"""The suite on every Python and on the cfn-lint versions that the pack is held to: `nox`, or `pipx run nox`.

Pythons that are not on the PATH are skipped. Older versions of cfn-lint are tried on the oldest and the newest Python.
Left out everywhere is tests/test_cdk.py: it asks the CDK, which depends on neither. Left out on older versions of cfn-lint
are the tests of loading and of the hook: they make environments of their own, with the newest cfn-lint.
"""

import nox

PYTHONS = ["3.10", "3.11", "3.12", "3.13"]
NEWEST = "newest"
OLDER = ["1.50.0", "1.54.0"]
CELLS = [(python, NEWEST) for python in PYTHONS]
CELLS += [(python, older) for older in OLDER for python in (PYTHONS[0], PYTHONS[-1])]

nox.options.default_venv_backend = "venv"


@nox.session
@nox.parametrize(("python", "cfn_lint"), CELLS)
def tests(session: nox.Session, cfn_lint: str) -> None:
    version = "" if cfn_lint == NEWEST else f"=={cfn_lint}"
    session.install("-e", ".", f"cfn-lint[junit,sarif]{version}", "hypothesis", "jsonschema", "pre-commit", "pytest")
    left_out = ["cdk"] if cfn_lint == NEWEST else ["cdk", "hook", "loading"]
    session.run("pytest", *(f"--ignore=tests/test_{name}.py" for name in left_out), *session.posargs)
