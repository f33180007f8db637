"""The command `cfn-lint-cognito`: cfn-lint with this pack, done at once where no file names a Cognito resource.

pre-commit hands every YAML and JSON file of a repository to its hooks, and most are no templates. So this module imports
nothing but the standard library before it knows that there is something to lint.
"""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Sequence
from glob import escape
from importlib.metadata import version
from pathlib import Path

_OF_COGNITO = (b"AWS::Cognito::", b"authenticate-cognito")
"""What a template names that a rule is about: a resource of Cognito's, or a load balancer that signs users in."""
_ESCAPED_ASCII = re.compile(rb"\\u00([0-7][0-9a-fA-F])")
_HELP = """\
usage: cfn-lint-cognito [cfn-lint's options] -- FILE...
       cfn-lint-cognito [cfn-lint's arguments]
       cfn-lint-cognito --list
       cfn-lint-cognito --explain ID...

Runs cfn-lint with the rules of cfn-lint-cognito and exits with cfn-lint's code.
Files after -- that name no Cognito resource are skipped: nothing is linted there, not by
cfn-lint's own rules either. Without -- cfn-lint gets every argument as it is.

--list prints the rules, each with its level, how sure it is, and what it finds.
--explain prints the pages of rules, e.g. of E9511. Both read what is installed.

cfn-lint --help lists cfn-lint's options.
"""


def main() -> int:
    arguments, separated, files = _split(sys.argv[1:])
    if {"-h", "--help"} & set(arguments):
        return _show(_HELP)
    if arguments[:1] == ["--list"]:
        return _list()
    if arguments[:1] == ["--explain"]:
        return _explain(arguments[1:])
    if {"-v", "--version"} & set(arguments):
        print(f"cfn-lint-cognito {version('cfn-lint-cognito')} (cfn-lint {version('cfn-lint')})")
        return 0
    if not separated and os.environ.get("PRE_COMMIT"):
        # Without it an option that takes several values would take the file names too, and nothing would be linted.
        print(
            'cfn-lint-cognito: end `args` with "--" in .pre-commit-config.yaml, e.g. [-i, W3005, "--"]', file=sys.stderr
        )
        return 1
    named = [file for file in files if _may_name_cognito(Path(file))]
    if files and not named:
        return 0
    separated_files = ["--", *map(_pattern, named)] if separated else []
    return _cfn_lint(["--append-rules=cfn_lint_cognito", *arguments, *separated_files])


def _list() -> int:
    from cfn_lint_cognito.engine.hosts.terminal import listing

    return _show(f"{listing()}\n")


def _explain(asked: Sequence[str]) -> int:
    """Prints the page of each rule that is asked for. The exit code is 2 where there is no such rule."""
    from cfn_lint_cognito.engine.hosts.terminal import entry_of, page

    found = {rule: entry_of(rule) for rule in asked}
    unknown = [rule for rule, entry in found.items() if entry is None]
    if unknown or not asked:
        what = f"There is no rule {' or '.join(unknown)}" if unknown else "Name a rule, e.g. --explain E9511"
        print(f"cfn-lint-cognito: {what}; cfn-lint-cognito --list lists them.", file=sys.stderr)
        return 2
    return _show("\n\n\n".join(page(entry) for entry in found.values() if entry) + "\n")


def _show(text: str) -> int:
    """Writes a text as far as somebody reads it: `head -1` closes the pipe, and has what it wanted."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # A terminal in ASCII shows a page, too.
    try:
        print(text, end="", flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # Else Python tries once more when it ends, and complains.
    return 0


def _split(arguments: Sequence[str]) -> tuple[Sequence[str], bool, Sequence[str]]:
    if "--" not in arguments:
        return arguments, False, ()
    at = arguments.index("--")
    return arguments[:at], True, arguments[at + 1 :]


def _may_name_cognito(file: Path) -> bool:
    try:
        text = file.read_bytes()
    except OSError:
        return True  # cfn-lint says what is wrong with it, or expands the pattern.
    unescaped = _ESCAPED_ASCII.sub(lambda match: bytes([int(match[1], 16)]), text)
    return any(name in text or name in unescaped for name in _OF_COGNITO)


def _pattern(file: str) -> str:
    """How cfn-lint finds a file: it takes each name for a pattern, so that `[stage].yaml` means `s.yaml`."""
    return escape(file) if Path(file).exists() else file


def _cfn_lint(arguments: Sequence[str]) -> int:
    from cfnlint.runner import main as cfn_lint

    sys.argv = ["cfn-lint", *arguments]
    cfn_lint()
    return 0
