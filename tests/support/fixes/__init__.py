"""What the message of each rule says to change, done to a template: one module for each topic, one entry for each rule. Where a
finding has edits, those are done.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path as File

from cfn_lint_cognito.engine.report.catalogue import entries
from cfn_lint_cognito.engine.report.edits import Edit, edited
from cfn_lint_cognito.engine.report.finding import Finding

from fixes.changes import Template
from fixes.entry import Fix

_SHARED = ("changes", "entry")


@cache
def all_fixes() -> Mapping[str, Mapping[str, Fix]]:
    """The entries of every topic."""
    topics = sorted({file.stem for file in File(__file__).parent.glob("[a-z]*.py")} - {*_SHARED})
    return {topic: import_module(f"fixes.{topic}").FIXES for topic in topics}


def fix_of(rule: str) -> Fix:
    topic = next(entry.rule_path.partition("/")[0] for entry in entries() if entry.id == rule)
    fix = all_fixes().get(topic, {}).get(rule)
    assert fix is not None, f"{rule} has no fix: add what its message says to change to tests/support/fixes/{topic}.py"
    return fix


def fixed(template: Template, finding: Finding) -> Template:
    """A copy of `template` in which a finding of it is fixed: by its edits, or where it has none as its message says."""
    edits = edits_of(finding)
    if edits:
        return edited(template, edits)
    changed = copy.deepcopy(template)
    fix_of(finding.rule).change(changed, finding.path)
    return changed


def edits_of(finding: Finding) -> list[Edit]:
    """The edits of a finding, which has them as data."""
    return [Edit(each["action"], each["path"], each.get("value")) for each in finding.edits]
