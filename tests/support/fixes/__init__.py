"""What the message of each rule says to change, done to a template: one module for each topic, one entry for each rule."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path as File

from cfn_lint_cognito.engine.report.catalogue import entries

from fixes.changes import Path, Template
from fixes.entry import Fix

_SHARED = ("changes", "entry")


def all_fixes() -> Mapping[str, Mapping[str, Fix]]:
    """The entries of every topic."""
    topics = sorted({file.stem for file in File(__file__).parent.glob("[a-z]*.py")} - {*_SHARED})
    return {topic: import_module(f"fixes.{topic}").FIXES for topic in topics}


def fix_of(rule: str) -> Fix:
    topic = next(entry.rule_path.partition("/")[0] for entry in entries() if entry.id == rule)
    fix = all_fixes().get(topic, {}).get(rule)
    assert fix is not None, f"{rule} has no fix: add what its message says to change to tests/support/fixes/{topic}.py"
    return fix


def fixed(rule: str, template: Template, path: Path) -> Template:
    """A copy of `template` in which the finding of `rule` at `path` is fixed as its message says."""
    changed = copy.deepcopy(template)
    fix_of(rule).change(changed, path)
    return changed
