"""The suite on every Python and on the cfn-lint versions that the pack is held to: `nox`, or `pipx run nox`.

Pythons that are not on the PATH are skipped. Older versions of cfn-lint are tried on the oldest Python and on the newest on which
they install.
Left out everywhere is what depends on neither: what the CDK says, ruff and mypy, the release, the site, the workflows and the
action. Left out on older versions of cfn-lint is what shows the newest: the tests that make environments of their own with it
(adoption, loading, the hook, the README's commands), and those that look at what it says and knows by itself (the pages, the
records of findings, the fixtures without the pack, the command for a new rule, the stack of the hook for an organisation).
"""

import sys

if __name__ == "noxfile" and "cfnlint" in sys.modules:
    # cfn-lint imports every file of a folder that it is to take rules from.
    raise ImportError("this folder has no rules itself; those of cfn-lint-cognito are in its folder `rules`")

import nox

PYTHONS = ["3.11", "3.12", "3.13", "3.14"]
NEWEST = "newest"
OLDER = {"1.37.0": "3.14", "1.50.0": "3.13"}
"""Older versions of cfn-lint, each with the newest Python on which it installs."""
OLDER_CDK = "2.100.0"
"""An aws-cdk-lib that takes plugins in the older way, `policy_validation_beta1`."""
CELLS = [(python, NEWEST) for python in PYTHONS]
CELLS += [(python, older) for older, newest in OLDER.items() for python in (PYTHONS[0], newest)]

nox.options.default_venv_backend = "venv"


@nox.session
@nox.parametrize(("python", "cfn_lint"), CELLS)
def tests(session: nox.Session, cfn_lint: str) -> None:
    version = "" if cfn_lint == NEWEST else f"=={cfn_lint}"
    session.install(
        "-e",
        ".",
        f"cfn-lint[junit,sarif]{version}",
        "hypothesis",
        "jsonschema",
        "pip",
        "pre-commit",
        "pytest",
        "pytest-xdist",
        "rich",
        "uv",
    )
    left_out = ["--ignore=tests/cdk", "-m", "not cdk"]
    left_out += [
        f"--ignore=tests/project/test_{name}.py" for name in ("action", "release", "site", "style", "workflows")
    ]
    if cfn_lint != NEWEST:
        of_the_newest = (
            "project/test_adoption",
            "project/test_docs",
            "hosts/test_hook",
            "hosts/test_loading",
            "project/test_new_rule",
            "project/test_organisation_hook",
            "rules/test_findings",
            "rules/test_plain_cfn_lint",
            "project/test_readme",
        )
        left_out += [f"--ignore=tests/{name}.py" for name in of_the_newest]
    session.run("pytest", *left_out, *session.posargs)


@nox.session(python=PYTHONS[0])
def older_cdk(session: nox.Session) -> None:
    session.install("-e", ".[cdk]", f"aws-cdk-lib=={OLDER_CDK}", "hypothesis", "pytest")
    session.run("pytest", "tests/cdk/test_cdk_plugin.py", *session.posargs)


@nox.session(python=PYTHONS[0])
def cdk_with_validation(session: nox.Session) -> None:
    session.install("-e", ".[cdk]", "hypothesis", "pytest")
    session.run("pytest", "tests/cdk/test_cdk_plugin.py", *session.posargs, env={"CDK_VALIDATION": "true"})
