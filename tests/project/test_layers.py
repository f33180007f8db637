"""The engine is made of layers in the order of the data, and nothing imports what comes after it: not in a function that runs
later and not for its types, either.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from linting import ROOT

PACKAGE = "cfn_lint_cognito"
LAYERS = ("values", "template", "resolve", "scenarios", "facts", "validation", "report", "hosts")
BELOW_ALL = ("schemas", "version")
ONLY_VALUES = "validation"
"""A schema judges data, wherever that comes from."""
OF_RULES = ("engine.report", "engine.schemas", "engine.facts.names", "engine.values")
"""What a rule may know of the engine: what it tells, what is legal, what AWS names things, and what data is."""
OTHER_TOOLS = ("aws_cdk", "cfnlint", "jsii", "yaml")
MOST_LINES = 330
ENGINE = sorted(ROOT.glob("engine/**/*.py"))
RULES = sorted(ROOT.glob("rules/*/*.py"))


def module_of(file: Path) -> str:
    """`engine.report.rule`, `oauth.e9525_client_credentials_without_secret`: without the name of the package."""
    below = file.relative_to(ROOT / "rules" if file.is_relative_to(ROOT / "rules") else ROOT)
    parts = below.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(file: Path) -> Iterator[str]:
    """The modules and names that a file imports, at once, in a function or for its types."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports fail where cfn-lint reads a directory"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def layer_of(module: str) -> str:
    """`report` for `engine.report.rule`, `schemas` for `engine.schemas`."""
    return module.split(".")[1]


def within(what: str, modules: tuple[str, ...]) -> bool:
    return any(what == module or what.startswith(f"{module}.") for module in modules)


def test_there_is_no_other_layer() -> None:
    assert {file.relative_to(ROOT / "engine").parts[0] for file in ENGINE if file.parent != ROOT / "engine"} == set(
        LAYERS
    )
    assert {file.stem for file in ENGINE if file.parent == ROOT / "engine"} == {"__init__", *BELOW_ALL}


@pytest.mark.parametrize("file", ENGINE, ids=module_of)
def test_a_module_imports_only_what_comes_before_its_layer(file: Path) -> None:
    module = module_of(file)
    if module == "engine":
        return
    own = layer_of(module)
    before = () if own in BELOW_ALL else (*LAYERS[: LAYERS.index(own)], *BELOW_ALL)
    if own == ONLY_VALUES:
        before = ("values",)
    of_engine = (what.removeprefix(f"{PACKAGE}.") for what in imports_of(file) if within(what, (f"{PACKAGE}.engine",)))
    assert [what for what in of_engine if layer_of(what) not in (own, *before)] == []


@pytest.mark.parametrize("file", RULES, ids=module_of)
def test_a_rule_imports_only_what_it_is_told_and_its_own_topic(file: Path) -> None:
    topic = f"{PACKAGE}.{file.parent.name}"
    known = (topic, *(f"{PACKAGE}.{module}" for module in OF_RULES))
    ours = [what for what in imports_of(file) if within(what, (PACKAGE,))]
    assert [what for what in ours if not within(what, known)] == []


@pytest.mark.parametrize("file", [*ENGINE, *RULES, *sorted(ROOT.glob("rules/*.py"))], ids=module_of)
def test_only_hosts_know_other_tools(file: Path) -> None:
    if file.parent != ROOT / "engine" / "hosts":
        assert [what for what in imports_of(file) if within(what, OTHER_TOOLS)] == []


@pytest.mark.parametrize("file", ENGINE, ids=module_of)
def test_no_module_is_longer_than_one_can_keep_in_mind(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= MOST_LINES
