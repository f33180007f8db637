"""The folders of the project are in step: somebody who knows a rule's name finds everything of it by the same path."""

from __future__ import annotations

import ast
import inspect
import re
import tomllib
from pathlib import Path
from typing import TypeGuard

import pytest
from cfn_lint_cognito.engine.hosts.cfnlint import rule_classes
from cfn_lint_cognito.engine.report.catalogue import entries
from cfn_lint_cognito.engine.report.rule import Rule
from cfnlint.rules import RulesCollection
from fixes import all_fixes, fix_of, token_lifetimes
from in_turn import in_turn
from linting import FIXTURES, ROOT, TEMPLATES

RULES = ROOT / "rules"
SCHEMAS = ROOT / "schemas"
PLACES = sorted(path.relative_to(RULES).with_suffix("").as_posix() for path in RULES.glob("*/[a-z]*.py"))
CLASSES: dict[str, type[Rule]] = {entry.rule_path: type(entry.rule()) for entry in entries()}

IDS = (ROOT / "tests" / "rules" / "ids.txt").read_text(encoding="utf-8").splitlines()
"""Every ID that a rule ever had, in the order of the numbers. An ID is followed by `retired` when no rule has it any more."""

SECTIONS = ["## Why", "## In the CDK", "## When to ignore", "## References"]
ANSWERED_BY_CFN_LINT = "plain_cfn_lint/"
"""Fixtures of what cfn-lint says by itself, so that the pack has no rule for it."""
LEAST_FIXTURES = ("fail_plain", "pass_plain", "pass_unresolvable")


def test_ids() -> None:
    in_use = {line for line in IDS if not line.endswith(" retired")}
    assert {rule.id for rule in CLASSES.values()} == in_use, (
        "an ID is never changed or used again: see tests/rules/ids.txt"
    )
    numbers = [line[1:5] for line in IDS]
    assert numbers == sorted(set(numbers)), "a number is used once, whatever its letter"
    assert all(re.fullmatch(r"[EWI]9[56]\d\d( retired)?", line) for line in IDS)


def test_ids_are_apart_from_those_of_cfn_lint() -> None:
    theirs = RulesCollection()
    theirs.create_from_directory(str(Path(inspect.getfile(RulesCollection)).parent))
    assert not [rule.id for rule in theirs if re.fullmatch(r"[EWI]9[56]\d\d", rule.id)]


def test_every_rule_has_a_schema_and_fixtures() -> None:
    assert sorted(path.relative_to(SCHEMAS).with_suffix("").as_posix() for path in SCHEMAS.glob("*/*.json")) == PLACES
    shown = sorted(path.relative_to(FIXTURES).as_posix() for path in FIXTURES.glob("*/*") if path.is_dir())
    assert [rule_path for rule_path in shown if not rule_path.startswith(ANSWERED_BY_CFN_LINT)] == PLACES


@in_turn("rule_path", PLACES)
def test_rule_file(rule_path: str) -> None:
    path = RULES / f"{rule_path}.py"
    classes = [node.name for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, ast.ClassDef)]
    assert [name for name in classes if not name.startswith("_")] == [CLASSES[rule_path].__name__]
    assert re.match(r"[ewi]9[56]\d\d_[a-z0-9_]+$", path.stem)
    assert path.stem.partition("_")[0].upper() == CLASSES[rule_path].id


@in_turn("rule_path", PLACES)
def test_rule_says_what_is_wrong_and_what_mends_it(rule_path: str) -> None:
    for text in ("message", "fix"):
        assert getattr(CLASSES[rule_path], text) is not getattr(Rule, text), text


@in_turn("rule_path", PLACES)
def test_fixtures_show_the_mistake_its_mend_and_the_unknown(rule_path: str) -> None:
    files = {path.stem for path in (FIXTURES / rule_path).iterdir() if path.suffix in TEMPLATES}
    assert set(LEAST_FIXTURES) <= files
    assert all(re.match(r"(fail|pass)_[a-z0-9_]+$", name) for name in files)


@in_turn("rule_path", PLACES)
def test_every_rule_has_a_fix(rule_path: str) -> None:
    assert callable(fix_of(CLASSES[rule_path].id).change)


def test_a_missing_fix_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(token_lifetimes.FIXES, "E9511")
    with pytest.raises(AssertionError, match=r"E9511 has no fix: .* tests/support/fixes/token_lifetimes\.py"):
        fix_of("E9511")


def test_no_fix_is_left_over() -> None:
    by_topic = {(entry.rule_path.partition("/")[0], entry.id) for entry in entries()}
    assert {(topic, rule) for topic, fixes_of_it in all_fixes().items() for rule in fixes_of_it} == by_topic


@in_turn("rule_path", PLACES)
def test_docstring_has_its_sections_in_order(rule_path: str) -> None:
    rule = CLASSES[rule_path]
    text = inspect.getdoc(rule) or ""
    assert re.findall(r"^#+ .*$", _without_code(text), re.MULTILINE) == SECTIONS
    parts = re.split(r"^## .*$", text, flags=re.MULTILINE)
    assert all(part.strip() for part in parts)
    assert re.findall(r"\]\((.*?)\)", parts[-1]), "references are links"
    shown = rule_classes()[rule.id]
    assert shown.description == " ".join(text.split("\n\n")[0].split())
    assert shown.source_url.endswith(f"/docs/rules/{rule_path}.md")
    assert shown.shortdesc == rule.shortdesc
    assert rule.shortdesc
    assert not rule.shortdesc.endswith(".")


def _without_code(text: str) -> str:
    return re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)


def test_packages() -> None:
    topics = sorted(path.parent.name for path in RULES.glob("*/__init__.py"))
    packages = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["packages"]
    engine = [
        f"engine.{path.parent.relative_to(ROOT / 'engine').as_posix()}".replace("/", ".")
        for path in (ROOT / "engine").glob("*/**/__init__.py")
    ]
    parts = ["schemas", "pages", "engine", *engine, *topics]
    expected = {"cfn_lint_cognito", *(f"cfn_lint_cognito.{part}" for part in parts)}
    assert sorted(packages) == sorted(expected)
    assert {rule_path.partition("/")[0] for rule_path in PLACES} == set(topics)


def _names_a_function(node: ast.AST) -> TypeGuard[ast.Call]:
    """`diagnostic.function("Fn::If")`, which is a word of a fix."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("attribute", "function")
    )


def test_no_rule_knows_an_intrinsic() -> None:
    known = re.compile(r"""["'](Fn::|!(Ref|Sub|If|GetAtt)\b|Ref["'])""")
    for rule_path in PLACES:
        tree = ast.parse((RULES / f"{rule_path}.py").read_text(encoding="utf-8"))
        docstrings = {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
        in_words = {argument for node in ast.walk(tree) if _names_a_function(node) for argument in node.args}
        texts = [
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in in_words
        ]
        spelled = [text for text in texts if text not in docstrings and known.match(f'"{text}"')]
        assert not spelled, f"{rule_path}: {spelled}"
