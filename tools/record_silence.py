"""Records in which fixtures the installed cfn-lint finds nothing by itself, so that the suite need not lint them all again.

    python tools/record_silence.py

cfn-lint takes longer for all fixtures than any other test. What is recorded holds for one version of cfn-lint and for the
fixtures as they are: of a rule whose fixtures changed, and of another cfn-lint, the suite lints every fixture. A record is
never written while cfn-lint finds something.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Mapping
from pathlib import Path

import cfnlint.version

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "tests" / "support"))

from linting import fixtures_by_place, lint_without_the_pack  # noqa: E402

RECORD = ROOT / "tests" / "support" / "silent_in_cfn_lint.json"
RECORDED: Mapping[str, str] = json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.exists() else {}
"""A mark for each rule, by its place."""


def mark(rule_path: str) -> str:
    """What changes with the version of cfn-lint, and with the names and the texts of the fixtures of a rule."""
    digest = hashlib.sha256(cfnlint.version.__version__.encode())
    for fixture in fixtures_by_place()[rule_path]:
        digest.update(f"\n{fixture.path.name}\n".encode())
        digest.update(fixture.path.read_bytes())
    return digest.hexdigest()[:16]


def main() -> int:
    paths = [fixture.path for fixtures in fixtures_by_place().values() for fixture in fixtures]
    found = {path: findings for path, findings in lint_without_the_pack(paths).items() if findings}
    for path, findings in found.items():
        print(path.relative_to(ROOT), *findings, sep="\n  ", file=sys.stderr)
    if found:
        return 1
    marks = {rule_path: mark(rule_path) for rule_path in fixtures_by_place()}
    RECORD.write_text(json.dumps(marks, indent=1) + "\n", encoding="utf-8")
    print(RECORD.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
