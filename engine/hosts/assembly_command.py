"""`cfn-lint-cognito --cdk [DIR]`: the app of the CDK, in whatever language, whose cloud assembly is in a folder.

It is made to be the end of `app` in cdk.json, where the CDK's command runs it after the app and then reads the validation report.
The command leaves out what is about stacks that nobody named, and without names those in stages are left out. An error
there must not get lost, so it is printed, and the exit code ends the command.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final, NoReturn

from cfn_lint_cognito.engine.hosts.assembly_findings import ConstructFinding, findings_in
from cfn_lint_cognito.engine.hosts.cloud_assembly import MANIFEST, Assembly, AssemblyError, assembly_in
from cfn_lint_cognito.engine.hosts.command_line import show
from cfn_lint_cognito.engine.hosts.validation_report import FIRST_READ_BY, write_report
from cfn_lint_cognito.engine.report.catalogue import PROJECT

_EXIT_CODES: Final = {"error": 2, "warning": 4, "info": 8}
"""Those of cfn-lint; what several levels make is added up."""
_RULE_ID: Final = re.compile(r"[A-Z]\d*")
_CALL: Final = re.compile(r"(?:^|[\s(])(?P<place>(?:[A-Za-z]:)?[^\s():][^():]{0,400}:\d+:\d+)\)?$")
_NOT_OF_APP: Final = re.compile(r"node_modules|^node:")


class _UsageError(Exception):
    """The arguments cannot be taken. The text is a sentence."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise _UsageError(f"{message}; cfn-lint-cognito --help shows what --cdk takes.")


def main(arguments: Sequence[str]) -> int:
    """Judges a cloud assembly, and returns the exit code: 1 where that is not possible."""
    try:
        options = _options(arguments)
        folder = Path(options.cdk or os.environ.get("CDK_OUTDIR") or "cdk.out")
        return _run(folder, options)
    except (AssemblyError, _UsageError) as error:
        print(f"cfn-lint-cognito: {error}", file=sys.stderr)
    except Exception as error:
        message = f"could not judge this app: {type(error).__name__}: {error}. Report it, please: {PROJECT}/issues"
        print(f"cfn-lint-cognito {message}", file=sys.stderr)
    return 1


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = _Parser(prog="cfn-lint-cognito", add_help=False, allow_abbrev=False)
    parser.add_argument("--cdk", nargs="?", metavar="DIR")
    parser.add_argument("-c", "--include-checks", nargs="+", action="extend", default=[], type=_rule_ids)
    parser.add_argument("-i", "--ignore-checks", nargs="+", action="extend", default=[], type=_rule_ids)
    parser.add_argument("--format", choices=("text", "json"), default="text")
    return parser.parse_args(arguments)


def _rule_ids(text: str) -> tuple[str, ...]:
    found = tuple(filter(None, text.split(",")))
    if not all(_RULE_ID.fullmatch(each) for each in found):
        raise argparse.ArgumentTypeError(f"{text} is neither the ID of a rule nor the beginning of one")
    return found


def _run(folder: Path, options: argparse.Namespace) -> int:
    if not (folder / MANIFEST).is_file():
        raise AssemblyError(
            f"{folder} is not a cloud assembly: it has no {MANIFEST}. Name the folder that `cdk synth` writes: --cdk DIR."
        )
    assembly = assembly_in(folder)
    is_under_command = "CDK_CLI_VERSION" in os.environ and "CDK_OUTDIR" in os.environ
    if assembly.missing:
        return _incomplete(folder, assembly, is_under_command)
    found = list(
        findings_in(
            assembly.templates,
            include=[each for ids in options.include_checks for each in ids],
            ignore=[each for ids in options.ignore_checks for each in ids],
        )
    )
    active = [each for each in found if each.acknowledgement is None]
    written = _as_json(found) if options.format == "json" else _as_text(active)
    output = sys.stderr if is_under_command else sys.stdout  # `cdk synth` writes a template to the other.
    if not is_under_command or not _reads_report(folder):
        show(written, output)
        return sum({_EXIT_CODES[each.finding.level] for each in active})
    write_report(folder, assembly, found)
    if not any(each.finding.level == "error" and each.template.in_stage for each in active):
        return 0
    show(written, output)
    print("cfn-lint-cognito: There are errors in a stage, so this ends with the exit code 1.", file=output)
    return 1


def _incomplete(folder: Path, assembly: Assembly, is_under_command: bool) -> int:
    """Placeholders are in the templates for what the CDK has yet to look up, after which its command runs the app again."""
    values = "a value" if len(assembly.missing) == 1 else f"{len(assembly.missing)} values"
    if not is_under_command:
        raise AssemblyError(
            f"{folder} is not complete: the CDK has yet to look up {values}. Run `cdk synth`, which looks them up."
        )
    print(f"cfn-lint-cognito: Nothing is judged before the CDK has looked up {values}.", file=sys.stderr)
    return 0


def _reads_report(folder: Path) -> bool:
    """Whether the command of the CDK that runs this will read the report in this folder."""
    version = tuple(map(int, re.findall(r"\d+", os.environ["CDK_CLI_VERSION"])[:3]))
    return version >= FIRST_READ_BY and folder.resolve() == Path(os.environ["CDK_OUTDIR"]).resolve()


def _as_text(found: Iterable[ConstructFinding]) -> str:
    worst_first = sorted(found, key=lambda each: _EXIT_CODES[each.finding.level])
    return "".join(f"{_block(each)}\n\n" for each in worst_first)


def _block(found: ConstructFinding) -> str:
    finding = found.finding
    when = f" [{finding.when}]" if finding.when else ""
    place = f", {found.property_path}" if found.property_path else ""
    lines = [f"{finding.rule} {finding.message}{when}"]
    lines.append(f"{found.construct_path} ({found.logical_id} in {found.template.file}{place})")
    if made_at := _made_at(found.stack_trace):
        lines.append(f"Made at {made_at}")
    return "\n   ".join([*lines, f"Fix: {finding.fix}", finding.page])


def _made_at(stack_trace: str) -> str:
    """The line of the app that made a construct, "bin/shop.ts:12:5"; "" where it is not written down."""
    calls = [call["place"] for line in stack_trace.splitlines() if (call := _CALL.search(line))]
    own = next((call for call in calls if not _NOT_OF_APP.search(call)), "")
    return os.path.relpath(own) if own.startswith(os.getcwd() + os.sep) else own


def _as_json(found: Iterable[ConstructFinding]) -> str:
    return json.dumps([_fields(each) for each in found], indent=2) + "\n"


def _fields(found: ConstructFinding) -> dict[str, Any]:
    finding, acknowledgement = found.finding, found.acknowledgement
    return {
        "rule": finding.rule,
        "level": finding.level,
        "message": finding.message,
        "fix": finding.fix,
        "when": finding.when,
        "page": finding.page,
        "construct": found.construct_path,
        "template": str(found.template.file),
        "resource": found.logical_id,
        "property": found.property_path,
        "made_at": _made_at(found.stack_trace),
        "acknowledged": acknowledgement
        and {"id": acknowledgement.id, "reason": acknowledgement.reason, "construct": acknowledgement.construct_path},
    }
