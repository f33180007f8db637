"""What the pack costs in cfn-lint, measured within one process where seconds differ from run to run by more than it costs.

    python benchmarks/inside.py FOLDER

Every template below the folder is linted without the pack and with it, in turn, ROUNDS times. Of each the least CPU time counts: what
else a machine does only adds to it. What is paid once, imports and schemas, is in none of the least times; it is told apart.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import ClassVar

from cfnlint.config import ConfigMixIn
from cfnlint.rules import Rules
from cfnlint.runner import Runner
from run import PACK, TEMPLATES

ROUNDS = 4


class WithKeptRules(Runner):
    """Reads the rules once for all templates, as a run over many templates does."""

    kept: ClassVar[dict[bool, Rules]] = {}

    def _get_rules(self) -> None:
        has_pack = bool(self.config.append_rules)
        if has_pack not in self.kept:
            super()._get_rules()
            self.kept[has_pack] = self.rules
        self.rules = self.kept[has_pack]


def seconds(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before


def lint(template: Path, *options: str) -> float:
    """The CPU time of a run without reading the rules."""
    runner = WithKeptRules(ConfigMixIn([*options, "--", str(template)]))
    return seconds(lambda: list(runner.run()))


def paid_once() -> float:
    """The CPU time to load the pack, to import its engine and to read every schema."""
    from cfn_lint_cognito.engine.report.catalogue import entries

    def pay() -> None:
        dir(import_module("cfn_lint_cognito"))
        schema_at = import_module("cfn_lint_cognito.engine.report.findings").schema_at
        for entry in entries():
            schema_at(entry.rule_path)

    return seconds(pay)


def main() -> int:
    templates = [path for path in sorted(Path(sys.argv[1]).rglob("*")) if path.suffix in TEMPLATES]
    once = paid_once()
    least: dict[tuple[Path, bool], float] = {}
    for _ in range(ROUNDS):
        for template in templates:
            for options in ([], PACK):
                spent = lint(template, *options)
                which = template, bool(options)
                least[which] = min(spent, least.get(which, spent))
    alone, together = (sum(least[template, appended] for template in templates) for appended in (False, True))
    print(f"{len(templates)} templates: cfn-lint alone {alone:.2f} s, with the pack {together / alone - 1:+.1%}")
    print(f"and once: {once * 1000:.0f} ms, {once / alone:+.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
