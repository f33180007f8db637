"""The command `cfn-lint-cognito`: cfn-lint with this pack, done at once where no file names a Cognito resource.

pre-commit hands every YAML and JSON file of a repository to its hooks, and most are no templates. So this module imports
nothing but the standard library before it knows that there is something to lint.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence, Set
from glob import escape
from importlib.metadata import version
from pathlib import Path

from cfn_lint_cognito.engine.hosts.command_line import DIFF, FIX, UNSAFE_FIXES, show
from cfn_lint_cognito.engine.hosts.relevance import may_name_cognito

_FIXING = {FIX, DIFF, UNSAFE_FIXES}
_APPENDED = "--append-rules=cfn_lint_cognito"
_SETTINGS = re.compile(
    r"-[bceimr]|--(configure-rule|ignore-bad-template|ignore-checks|include-checks|include-experimental)"
    r"|--(mandatory-checks|merge-configs|non-zero-exit-code|regions)"
    r"|([EWI]\d*,?)+|([a-z]{2}(-[a-z]+)+-\d,?)+|informational|warning|error|none"
)
"""The usual arguments that neither name a template nor ask for a report: cfn-lint need not be imported to read them."""
_HELP = """\
usage: cfn-lint-cognito [cfn-lint's options] -- FILE...
       cfn-lint-cognito [cfn-lint's arguments]
       cfn-lint-cognito --fix|--diff [--unsafe-fixes] [-c ID...] [-i ID...] -- FILE...
       cfn-lint-cognito --cdk [DIR] [-c ID...] [-i ID...] [--format text|json]
       cfn-lint-cognito --list
       cfn-lint-cognito --explain ID...

Runs cfn-lint with the rules of cfn-lint-cognito and exits with cfn-lint's code.
Files after -- that name neither a Cognito resource nor an API and Cognito are skipped: nothing is
linted there, not by cfn-lint's own rules either. Files that are named in any other way are linted, each of them.

--fix writes the fixes of this pack's findings that are certain into the files, and
prints what is left; --diff prints them and writes nothing. -c I fixes advice, too, and
-i leaves rules out. --unsafe-fixes adds those that are right in nearly all cases.

--cdk judges an app of the CDK, in any language: the cloud assembly in DIR, else in
$CDK_OUTDIR, else in cdk.out. In cdk.json: "app": "npx ts-node bin/app.ts && cfn-lint-cognito --cdk".
-c I shows advice, too, and -i leaves rules out.

--list prints the rules, each with its level, its confidence, and what it finds.
--explain prints the pages of rules, e.g. of E9511. Both read what is installed.

cfn-lint --help lists cfn-lint's options.
"""


def main() -> int:
    arguments, separated, files = _split(sys.argv[1:])
    if {"-h", "--help"} & set(arguments):
        return show(_HELP)
    if any(argument == "--cdk" or argument.startswith("--cdk=") for argument in arguments):
        return _cdk(arguments)
    fixing = _FIXING & set(arguments)
    if fixing:
        return _fix([argument for argument in arguments if argument not in _FIXING], fixing, separated, files)
    if arguments[:1] == ["--list"]:
        return _list()
    if arguments[:1] == ["--explain"]:
        return _explain(arguments[1:])
    if {"-v", "--version"} & set(arguments):
        print(f"cfn-lint-cognito {version('cfn-lint-cognito')} (cfn-lint {version('cfn-lint')})")
        return 0
    if not sys.argv[1:] and sys.stdin.isatty() and not _configured_templates():
        print(_HELP, end="", file=sys.stderr)
        return 1
    if not separated and os.environ.get("PRE_COMMIT"):
        return _ask_for_separator("-i, W3005, ")
    if files:
        return _lint(arguments, files)
    return _cfn_lint(arguments)


def _lint(arguments: Sequence[str], files: Sequence[str]) -> int:
    """Lints what the arguments name, and those of the files that name a Cognito resource."""
    named = [_pattern(file) for file in files if _may_name_cognito(Path(file))]
    if not named and all(map(_is_setting, arguments)):
        return 0
    from cfnlint.config import CliArgs

    asked = CliArgs(arguments).cli_args
    if named and (asked.templates or asked.template_alt):
        # cfn-lint takes templates from one place alone, and from this option before all others.
        return _cfn_lint([*arguments, "--template", *asked.templates, *named])
    if named:
        return _cfn_lint([*arguments, "--", *named])
    if asked.templates or asked.template_alt or asked.deployment_files or asked.listrules:
        return _cfn_lint(arguments)
    return _report_nothing(arguments)


def _fix(arguments: Sequence[str], asked: Set[str], separated: bool, files: Sequence[str]) -> int:
    """Fixes what the arguments name, and those of the files that name a Cognito resource."""
    if asked == {UNSAFE_FIXES}:
        print(f"cfn-lint-cognito: {UNSAFE_FIXES} goes with {FIX} or {DIFF}.", file=sys.stderr)
        return 1
    if not separated and os.environ.get("PRE_COMMIT"):
        return _ask_for_separator("-c, I, ")
    named = [_pattern(file) for file in files if _may_name_cognito(Path(file))]
    if files and not named and all(map(_is_setting, arguments)):
        return 0
    from cfn_lint_cognito.engine.hosts.fix import main as fix

    return fix([*arguments, *(["--", *named] if named else [])], asked)


def _cdk(arguments: Sequence[str]) -> int:
    from cfn_lint_cognito.engine.hosts.assembly_command import main as judge_assembly

    return judge_assembly(arguments)


def _ask_for_separator(example: str) -> int:
    """Without it an option that takes several values would take the file names too, and nothing would be linted."""
    print(f'cfn-lint-cognito: end `args` with "--" in .pre-commit-config.yaml, e.g. [{example}"--"]', file=sys.stderr)
    return 1


def _list() -> int:
    from cfn_lint_cognito.engine.hosts.terminal import listing

    return show(f"{listing()}\n")


def _explain(asked: Sequence[str]) -> int:
    """Prints the page of each rule that is asked for. The exit code is 2 where there is no such rule."""
    from cfn_lint_cognito.engine.hosts.terminal import entry_of, page

    found = {rule: entry_of(rule) for rule in asked}
    unknown = [rule for rule, entry in found.items() if entry is None]
    if unknown or not asked:
        what = f"There is no rule {' or '.join(unknown)}" if unknown else "Name a rule, e.g. --explain E9511"
        print(f"cfn-lint-cognito: {what}; cfn-lint-cognito --list lists them.", file=sys.stderr)
        return 2
    return show("\n\n\n".join(page(entry) for entry in found.values() if entry) + "\n")


def _split(arguments: Sequence[str]) -> tuple[Sequence[str], bool, Sequence[str]]:
    if "--" not in arguments:
        return arguments, False, ()
    at = arguments.index("--")
    return arguments[:at], True, arguments[at + 1 :]


def _may_name_cognito(file: Path) -> bool:
    try:
        # What comes through a pipe can be read once only.
        return not file.is_file() or may_name_cognito(file.read_bytes())
    except OSError:
        return True  # cfn-lint says what is wrong with it, or expands the pattern.


def _is_setting(argument: str) -> bool:
    return bool(_SETTINGS.fullmatch(argument)) and not Path(argument).exists()


def _pattern(file: str) -> str:
    """How cfn-lint finds a file: it takes each name for a pattern, so that `[stage].yaml` means `s.yaml`."""
    return escape(file) if Path(file).exists() else file


def _cfn_lint(arguments: Sequence[str]) -> int:
    try:
        import cfn_lint_cognito.engine.hosts.cfnlint  # noqa: F401 - of what it raises, cfn-lint makes a traceback
    except ImportError as missing:
        sys.exit(str(missing))
    from cfnlint.runner import main as cfn_lint

    sys.argv = ["cfn-lint", _APPENDED, *arguments]
    cfn_lint()
    return 0


def _configured_templates() -> bool:
    """Whether `.cfnlintrc` names templates. Where it cannot be read, cfn-lint says so."""
    from cfnlint.config import ConfigMixIn

    try:
        return ConfigMixIn([]).templates is not None
    except Exception:
        return True


def _report_nothing(arguments: Sequence[str]) -> int:
    """Writes the report that cfn-lint writes where it finds nothing, in the format and to the file that are asked for."""
    from cfnlint.config import ConfigMixIn
    from cfnlint.runner import Runner

    try:
        config = ConfigMixIn([_APPENDED, *arguments])
    except Exception:
        return _cfn_lint(arguments)  # It says what is wrong with its configuration.
    linted = Runner(config)
    report = linted.formatter.print_matches([], linted.rules, config=config)
    if report and config.output_file:
        Path(config.output_file).write_text(report, encoding="utf-8")
    elif report:
        print(report)
    return 0
