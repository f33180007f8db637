"""`cfn-lint-cognito --fix -- FILES`: writes the certain fixes of the pack into templates, and says what is left.

Which templates, rules and options count is said by cfn-lint's own arguments and configuration. cfn-lint's own rules are not run.
"""

from __future__ import annotations

import difflib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence, Set
from contextlib import suppress
from functools import reduce
from io import StringIO, TextIOWrapper
from operator import or_
from pathlib import Path
from typing import Any, Final, NamedTuple

from cfn_lint_cognito.engine.hosts.command_line import DIFF, FIX, UNSAFE_FIXES, show
from cfn_lint_cognito.engine.hosts.fixing import Fixed, fixed, key_of
from cfn_lint_cognito.engine.hosts.python import ADVICE, check_read, located
from cfn_lint_cognito.engine.hosts.text import read
from cfn_lint_cognito.engine.report.catalogue import PROJECT, entries
from cfn_lint_cognito.engine.report.edits import SAFE, UNSAFE
from cfn_lint_cognito.engine.report.finding import Finding
from cfn_lint_cognito.engine.report.words import counted
from cfn_lint_cognito.engine.template.template import Template

_EXIT_CODES: Final = {"error": 2, "warning": 4, "info": 8}
"""Those of cfn-lint; what several levels make is added up."""
_THAT_COUNT: Final = {
    "none": (),
    "error": ("error",),
    "warning": ("error", "warning"),
    "informational": ("error", "warning", "info"),
}
"""What --non-zero-exit-code names."""
_NAMING_VALUES: Final = ("parameters", "parameter_files", "deployment_files")
_TRUE: Final = ("true", "1")


class _Settings(NamedTuple):
    """What is asked for: which findings count, and what is done about them."""

    include: tuple[str, ...]
    ignore: tuple[str, ...]
    regions: tuple[str, ...]
    regions_are_named: bool
    options: Mapping[str, Mapping[str, bool]]
    levels_that_count: Sequence[str]
    applicability: Sequence[str]
    writes: bool

    def is_asked_for(self, finding: Finding) -> bool:
        if finding.rule.startswith(self.ignore):
            return False
        return finding.level != "info" or finding.rule.startswith(self.include)

    def is_to_be_fixed(self, finding: Finding) -> bool:
        return self.is_asked_for(finding) and finding.applicability in self.applicability

    def judge(self, document: Mapping[str, Any]) -> list[Finding]:
        template = Template(document, self.regions, regions_are_named=self.regions_are_named)
        return check_read(template, include=ADVICE, options=self.options)


class _Outcome(NamedTuple):
    """What became of one file: the findings whose fixes are written, or would be, and what is left."""

    file: Path
    fixed: Sequence[Finding] = ()
    left: Sequence[Finding] = ()
    notes: Mapping[Any, str] = {}
    could_be_read: bool = True


def main(arguments: Sequence[str], asked: Set[str]) -> int:
    """Fixes the templates that cfn-lint's arguments name, and returns cfn-lint's exit code for what is left in them; 1 where the
    arguments make no sense. `asked` are the options of the pack's own.
    """
    from cfnlint.config import ConfigMixIn

    try:
        config = ConfigMixIn(list(arguments))
        files = config.templates
    except ValueError as error:
        return _refused(str(error))
    named = next((name for name in _NAMING_VALUES if getattr(config, name)), None)
    if named is not None:
        option = f"--{named.replace('_', '-')}"
        return _refused(f"{option} cannot be combined with {FIX}: a fix has to be right in every deployment")
    if files is None:
        return _refused(f"name the templates: cfn-lint-cognito {FIX} -- template.yaml")
    if not files:
        _tell("ignore_templates of cfn-lint's configuration leaves no template to fix.")
        return 0
    settings = _settings(config, asked)
    outcomes = [_outcome(Path(file), settings) for file in dict.fromkeys(files)]
    _summarize(outcomes, settings)
    levels = {finding.level for outcome in outcomes for finding in outcome.left}
    if not all(outcome.could_be_read for outcome in outcomes):
        levels.add("error")
    return reduce(or_, (_EXIT_CODES[level] for level in levels & {*settings.levels_that_count}), 0)


def _settings(config: Any, asked: Set[str]) -> _Settings:
    from cfn_lint_cognito.engine.hosts.cfnlint import names_regions

    return _Settings(
        include=tuple(config.include_checks),
        ignore=tuple(config.ignore_checks),
        regions=tuple(config.regions),
        regions_are_named=names_regions(config),
        options={
            entry.id: {name: str(value).lower() in _TRUE for name, value in given.items() if name in entry.options}
            for entry in entries()
            if isinstance(given := config.configure_rules.get(entry.id), dict)
        },
        levels_that_count=_THAT_COUNT[config.non_zero_exit_code or "informational"],
        applicability=(SAFE, UNSAFE) if UNSAFE_FIXES in asked else (SAFE,),
        writes=DIFF not in asked,
    )


def _outcome(file: Path, settings: _Settings) -> _Outcome:
    try:
        before = file.read_bytes()
        source = read(before.decode("utf-8"))
    except OSError as error:
        return _unread(file, error.strerror or str(error))
    except UnicodeDecodeError:
        return _unread(file, "It is not in UTF-8")
    except ValueError as error:
        return _unread(file, str(error))
    done = fixed(source, settings.judge, settings.is_to_be_fixed)
    _tell_of_faults(file, done)
    if settings.writes:
        if not done.written or _is_written(file, before, done.source.text.encode("utf-8")):
            left = [located(finding, done.source) for finding in done.found if settings.is_asked_for(finding)]
            return _Outcome(file, done.written, left, done.refused)
    else:
        _show_patch(_difference(file, source.text, done.source.text))
    left = [located(finding, source) for finding in settings.judge(source.document) if settings.is_asked_for(finding)]
    return _Outcome(file, () if settings.writes else done.written, left, done.refused)


def _unread(file: Path, reason: str) -> _Outcome:
    _tell(f"{file} is not looked at: {reason}.")
    return _Outcome(file, could_be_read=False)


def _tell_of_faults(file: Path, done: Fixed) -> None:
    for finding, what_it_does in done.faults:
        about = "/".join(map(str, finding.path))
        _tell(
            f"The fix of {finding.rule} for {about} in {file} {what_it_does}, so it is not written. This is a mistake of "
            f"cfn-lint-cognito; report it, please: {PROJECT}/issues"
        )


def _is_written(file: Path, before: bytes, after: bytes) -> bool:
    """Puts a new text in the place of a file, at once and with its mode. Whether that was possible; else it is told why."""
    try:
        _replace(Path(os.path.realpath(file)), before, after)
    except OSError as error:
        _tell(f"{file} is not fixed: {error.strerror or error}.")
        return False
    return True


def _replace(file: Path, before: bytes, after: bytes) -> None:
    """OSError where the file may not be written, or is another one by now."""
    if not file.is_file():
        raise OSError(0, "It is no regular file")
    if not os.access(file, os.W_OK):
        raise PermissionError(0, "It may not be written")
    descriptor, name = tempfile.mkstemp(prefix=".cfn-lint-cognito.", dir=file.parent)
    try:
        with os.fdopen(descriptor, "wb") as new:
            new.write(after)
        _keep_owner_and_mode(file, name)
        if file.read_bytes() != before:
            raise OSError(0, "Somebody else has changed it meanwhile")
        os.replace(name, file)
    except BaseException:
        os.unlink(name)
        raise


def _keep_owner_and_mode(file: Path, copy: str) -> None:
    """For a copy of a file. Only root can give a file to somebody else."""
    owned, made = os.stat(file), os.stat(copy)
    if (owned.st_uid, owned.st_gid) != (made.st_uid, made.st_gid):
        with suppress(OSError):
            os.chown(copy, owned.st_uid, owned.st_gid)
    shutil.copymode(file, copy)


def _difference(file: Path, before: str, after: str) -> str:
    """What changes, as `patch -p0` and `git apply -p0` take it."""
    lines = difflib.unified_diff(_lines(before), _lines(after), str(file), str(file))
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    """The lines of a text as git has them, which ends them with a line feed only."""
    return list(StringIO(text, newline="\n"))


def _show_patch(text: str) -> None:
    """Prints a difference. In a file or a pipe it has the same bytes as the templates, whatever the terminal can show."""
    if isinstance(sys.stdout, TextIOWrapper) and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    show(text)


def _summarize(outcomes: Iterable[_Outcome], settings: _Settings) -> None:
    """Prints what is left, as cfn-lint does, and how much was fixed."""
    several = list(outcomes)
    if settings.writes:
        show("".join(_block(outcome, finding) for outcome in several for finding in outcome.left))
    done = sum(len(outcome.fixed) for outcome in several)
    files = sum(bool(outcome.fixed) for outcome in several)
    left = sum(len(outcome.left) for outcome in several) - (0 if settings.writes else done)
    verb = "Fixed" if settings.writes else "Would fix"
    words = [f"{verb} {counted(done, 'finding')} in {counted(files, 'file')}, {left} left."]
    unsafe = sum(
        finding.applicability == UNSAFE and key_of(finding) not in outcome.notes
        for outcome in several
        for finding in outcome.left
    )
    if unsafe and UNSAFE not in settings.applicability:
        words.append(f"{UNSAFE_FIXES} fixes {unsafe} of these, after which you should read what it wrote.")
    _tell(" ".join(words))


def _block(outcome: _Outcome, finding: Finding) -> str:
    note = outcome.notes.get(key_of(finding), "")
    text = f"{finding.rule} {finding.text}{f' {note}' if note else ''}"
    return f"{text}\n{outcome.file}:{finding.line}:{finding.column}\n\n"


def _refused(reason: str) -> int:
    _tell(f"{reason}.")
    return 1


def _tell(text: str) -> None:
    print(f"cfn-lint-cognito: {text}", file=sys.stderr)
