"""Which rules there are, told without importing any of them.

A rule is a module and a schema, and every run of every commit hook pays for what it imports. So `rules/catalogue.json` says
of each rule what a host shows of it and which resources it is about. The schema is read when a template has one of those, and
the module, which has the words, is imported when the schema rejects something.
`python docs/generate.py` writes the file from the rules.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import cfn_lint_cognito

if TYPE_CHECKING:
    from cfn_lint_cognito.engine.report.rule import Rule

PROJECT: Final = "https://github.com/cfn-lint-cognito/cfn-lint-cognito"
FILE: Final = "catalogue.json"


class Entry(NamedTuple):
    """One rule of the catalogue. `place` is where its files lie below rules/, schemas/, fixtures/ and docs/rules/; `evidence` is
    the confidence of the rule, one of `engine.report.evidence.CONFIDENCE`.
    """

    id: str
    rule_path: str
    shortdesc: str
    description: str
    resource_types: tuple[str, ...]
    evidence: str
    options: Mapping[str, bool]

    @property
    def page(self) -> str:
        return page_of(self.rule_path)

    def rule(self) -> Rule:
        """The rule itself, with its words, imported when it is first asked for."""
        return _rule_at(self.rule_path)


@cache
def entries() -> tuple[Entry, ...]:
    """All rules, in the order of their numbers."""
    file = Path(cfn_lint_cognito.__path__[0]) / FILE
    declared: Mapping[str, Mapping[str, Any]] = json.loads(file.read_bytes())
    return tuple(
        Entry(rule_id, **{**entry, "resource_types": tuple(entry["resource_types"])})
        for rule_id, entry in declared.items()
    )


def page_of(rule_path: str) -> str:
    """The address of the page of the rule at a place."""
    return f"{PROJECT}/blob/main/docs/rules/{rule_path}.md"


@cache
def _rule_at(rule_path: str) -> Rule:
    from cfn_lint_cognito.engine.report.rule import rules_in

    (rule,) = rules_in(import_module(f"cfn_lint_cognito.{rule_path.replace('/', '.')}"))
    return rule()
