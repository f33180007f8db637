"""Records in which fixtures the installed cfn-lint finds nothing by itself, so that the suite need not lint them all again.

    python tools/record_silence.py

cfn-lint takes longer for all fixtures than any other test. What is recorded holds for one version of cfn-lint and for the
fixtures as they are: of a rule whose fixtures changed, and of another cfn-lint, the suite lints every fixture, and so does this
command. Each topic has a file, and each rule a line of it. Nothing is recorded of a rule in whose fixtures cfn-lint finds something.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

import cfnlint.version

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "tests" / "support"))

from linting import FIXTURES, fixtures_by_place, lint_without_the_pack  # noqa: E402

FOLDER = ROOT / "tests" / "support" / "silent_in_cfn_lint"


def recorded() -> Mapping[str, str]:
    """A mark for each rule, by its place."""
    return {
        f"{file.stem}/{name}": mark
        for file in sorted(FOLDER.glob("*.json"))
        for name, mark in json.loads(file.read_text(encoding="utf-8")).items()
    }


def mark(rule_path: str) -> str:
    """What changes with the version of cfn-lint, and with the names and the texts of the fixtures of a rule."""
    digest = hashlib.sha256(cfnlint.version.__version__.encode())
    for fixture in fixtures_by_place()[rule_path]:
        digest.update(f"\n{fixture.path.name}\n".encode())
        digest.update(fixture.path.read_bytes())
    return digest.hexdigest()[:16]


def main() -> int:
    marks = {rule_path: mark(rule_path) for rule_path in fixtures_by_place()}
    known = recorded()
    changed = [rule_path for rule_path in marks if known.get(rule_path) != marks[rule_path]]
    paths = [fixture.path for rule_path in changed for fixture in fixtures_by_place()[rule_path]]
    found = {path: findings for path, findings in lint_without_the_pack(paths).items() if findings}
    for path, findings in found.items():
        print(path.relative_to(ROOT), *findings, sep="\n  ", file=sys.stderr)
        marks.pop(path.parent.relative_to(FIXTURES).as_posix(), None)
    for file in write(marks):
        print(file.relative_to(ROOT))
    return 1 if found else 0


def write(marks: Mapping[str, str]) -> Iterator[Path]:
    """The files that changed."""
    FOLDER.mkdir(exist_ok=True)
    texts = {
        FOLDER / f"{topic}.json": json.dumps({path.partition("/")[2]: marks[path] for path in paths}, indent=1) + "\n"
        for topic, paths in groupby(sorted(marks), key=lambda path: path.partition("/")[0])
    }
    for file in {*FOLDER.glob("*.json")} - {*texts}:
        file.unlink()
        yield file
    for file, text in texts.items():
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8", newline="\n")
            yield file


if __name__ == "__main__":
    sys.exit(main())
