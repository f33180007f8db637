"""The engine is made of layers in the order of the data, and nothing imports what comes after it: not in a function that runs
later and not for its types, either.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from linting import ROOT

PACKAGE = "cfn_lint_cognito"
LAYERS = ("values", "template", "resolve", "scenarios", "facts", "validation", "report", "hosts")
BELOW_ALL = ("schemas", "version")
ONLY_VALUES = "validation"
"""A schema judges data, wherever that comes from."""
OF_RULES = ("engine.report", "engine.schemas", "engine.facts.names", "engine.values")
"""What a rule may know of the engine: what it tells, what is legal, what AWS names things, and what data is."""
OTHER_TOOLS = ("aws_cdk", "cfnlint", "jsii", "yaml")
CIRCLES = {
    frozenset(f"engine.resolve.{module}" for module in ("function", "functions", "resolver", "text_functions")),
}
"""The one circle: templates nest functions in functions, so a resolver asks a function how it resolves, and the function asks
the resolver what stands in its argument. The functions import the resolver for its type only.
"""
FUNCTION = re.compile(r"Fn::\w+")
KNOW_FUNCTIONS = {
    *(
        f"engine.resolve.{module}"
        for module in ("conditions", "functions", "references", "resolver", "stacks", "text_functions")
    ),
    *(f"engine.scenarios.{module}" for module in ("representatives", "view")),
    *(f"engine.facts.client.{module}" for module in ("redirects", "secret")),
    *(f"engine.report.{module}" for module in ("changes", "constructs")),
    "engine.values.text",
}
"""The modules beside hosts that name a function, each for a reason that `docs/decisions/one_module_for_functions.md` says."""
ENGINE = sorted(ROOT.glob("engine/**/*.py"))
RULES = sorted(ROOT.glob("rules/*/*.py"))


def module_of(file: Path) -> str:
    """`engine.report.rule`, `oauth.e9525_client_credentials_without_secret`: without the name of the package."""
    below = file.relative_to(ROOT / "rules" if file.is_relative_to(ROOT / "rules") else ROOT)
    parts = below.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def nodes_of(file: Path) -> Sequence[ast.AST]:
    return [*ast.walk(ast.parse(file.read_text(encoding="utf-8")))]


def imports_of(file: Path) -> Iterator[str]:
    """The modules and names that a file imports, at once, in a function or for its types."""
    for node in nodes_of(file):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports fail where cfn-lint reads a directory"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def layer_of(module: str) -> str:
    """`report` for `engine.report.rule`, `schemas` for `engine.schemas`."""
    return module.split(".")[1]


def circles_among(imports: dict[str, set[str]]) -> set[frozenset[str]]:
    """The modules that import each other, directly or through others."""
    reached = {module: reached_from(module, imports) for module in imports}
    return {
        frozenset(other for other in reached[module] if module in reached[other])
        for module in imports
        if module in reached[module]
    }


def reached_from(module: str, imports: dict[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    pending = [module]
    while pending:
        new = imports[pending.pop()] - reached
        reached |= new
        pending += new
    return reached


def functions_named_in(file: Path) -> set[str]:
    constants = (node for node in nodes_of(file) if isinstance(node, ast.Constant))
    return {each.value for each in constants if isinstance(each.value, str) and FUNCTION.fullmatch(each.value)}


def within(what: str, modules: tuple[str, ...]) -> bool:
    return any(what == module or what.startswith(f"{module}.") for module in modules)


def unwanted(imports: Callable[[Path], list[str]], files: Iterable[Path]) -> dict[str, list[str]]:
    """What files import and should not, by their modules."""
    return {module_of(file): found for file in files if (found := imports(file))}


def test_there_is_no_other_layer() -> None:
    assert {file.relative_to(ROOT / "engine").parts[0] for file in ENGINE if file.parent != ROOT / "engine"} == set(
        LAYERS
    )
    assert {file.stem for file in ENGINE if file.parent == ROOT / "engine"} == {"__init__", *BELOW_ALL}


def imports_from_behind_its_layer(file: Path) -> list[str]:
    module = module_of(file)
    if module == "engine":
        return []
    own = layer_of(module)
    before = () if own in BELOW_ALL else (*LAYERS[: LAYERS.index(own)], *BELOW_ALL)
    if own == ONLY_VALUES:
        before = ("values",)
    of_engine = (what.removeprefix(f"{PACKAGE}.") for what in imports_of(file) if within(what, (f"{PACKAGE}.engine",)))
    return [what for what in of_engine if layer_of(what) not in (own, *before)]


def test_a_module_imports_only_what_comes_before_its_layer() -> None:
    assert unwanted(imports_from_behind_its_layer, ENGINE) == {}


def test_no_modules_import_each_other_except_where_the_reason_is_said() -> None:
    modules = {f"{PACKAGE}.{module_of(file)}": file for file in (*ENGINE, *RULES)}
    imports = {
        module.removeprefix(f"{PACKAGE}."): {
            imported.removeprefix(f"{PACKAGE}.")
            for what in imports_of(file)
            if (imported := what if what in modules else what.rpartition(".")[0]) in modules
        }
        for module, file in modules.items()
    }
    assert circles_among(imports) == CIRCLES


def test_a_circle_through_other_modules_is_seen() -> None:
    assert circles_among({"a": {"b"}, "b": {"c"}, "c": {"b", "d"}, "d": set(), "e": {"e"}}) == {
        frozenset("bc"),
        frozenset("e"),
    }


def test_few_modules_know_a_function_by_its_name() -> None:
    hosts = ROOT / "engine" / "hosts"
    known = {module_of(file) for file in ENGINE if file.parent != hosts and functions_named_in(file)}
    assert known == KNOW_FUNCTIONS


def imports_of_a_rule_from_elsewhere(file: Path) -> list[str]:
    topic = f"{PACKAGE}.{file.parent.name}"
    known = (topic, *(f"{PACKAGE}.{module}" for module in OF_RULES))
    ours = [what for what in imports_of(file) if within(what, (PACKAGE,))]
    return [what for what in ours if not within(what, known)]


def test_a_rule_imports_only_what_it_is_told_and_its_own_topic() -> None:
    assert unwanted(imports_of_a_rule_from_elsewhere, RULES) == {}


def other_tools_of(file: Path) -> list[str]:
    return [what for what in imports_of(file) if within(what, OTHER_TOOLS)]


def test_only_hosts_know_other_tools() -> None:
    files = [*ENGINE, *RULES, *sorted(ROOT.glob("rules/*.py"))]
    assert unwanted(other_tools_of, [file for file in files if file.parent != ROOT / "engine" / "hosts"]) == {}
