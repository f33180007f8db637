"""Profiles of hypothesis, a few hundred templates in CI and many in a long run (`--hypothesis-profile=long`, of which
`EXAMPLES` in the environment may give the number); what xdist gives to one worker; what a machine lacks for some tests; and
the option `--update-findings`.
"""

from __future__ import annotations

import gc
import os
import re
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from needs import NODE, SHELL, needs
from reach import COUNTED
from strict_documents import strict

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
"""The tests start hundreds of commands: without this, where the environment forbids bytecode, each compiles the pack again."""

os.environ.setdefault("CDK_VALIDATION", "false")
"""The CDK's own validation of templates takes six seconds of CPU. nox runs the tests of the plugin beside it."""

gc.set_threshold(20_000, 1_000, 100)
"""What is young is looked through for garbage, and the rest of it is left alone: what tests share stays to the end, and to look
through that, too, takes a tenth of their time.
"""

_QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
_PHASES = [Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink]
settings.register_profile(
    "ci", max_examples=120, deadline=None, phases=_PHASES, derandomize=True, suppress_health_check=_QUIET
)
_LONG = int(os.environ.get("EXAMPLES", "20_000"))
settings.register_profile("long", max_examples=_LONG, deadline=None, phases=_PHASES, suppress_health_check=_QUIET)
settings.load_profile("ci")


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Iterator[None]:
    """Counts how many examples of a property reach its assertion, and asks for the share that it promises."""
    COUNTED.clear()
    result = yield
    promised = pyfuncitem.get_closest_marker("reaches")
    if promised:
        pyfuncitem.user_properties.append(("reached", f"{COUNTED['reached']} of {COUNTED['examples']}"))
        assert COUNTED["reached"] >= promised.args[0] * COUNTED["examples"] > 0, "too few examples reach the assertion"
    return result


@pytest.fixture(scope="session", autouse=True)
def _documents_are_strict() -> Iterator[None]:
    """A rule that asks for what no document has raises."""
    with pytest.MonkeyPatch.context() as patch:
        strict(patch)
        yield


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-findings",
        action="store_true",
        help="write fixtures/TOPIC/RULE/findings.txt again, of all rules or of those that -k selects, and run no other test",
    )


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    is_another_test = collection_path.name.startswith("test_") and collection_path.name != "test_findings.py"
    return True if config.getoption("--update-findings") and is_another_test else None


@pytest.hookimpl(trylast=True)  # Behind the plugin of hypothesis, which warns of examples before.
def pytest_sessionstart() -> None:
    """hypothesis looks for garbage through all that there is when it draws its first example: here there is little yet."""
    given(st.none())(lambda _: None)()


def pytest_sessionfinish() -> None:
    """pytest looks for garbage twice at the end, through all that the tests shared."""
    gc.freeze()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reports = [*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")]
    said = [(name, report.nodeid, value) for report in reports for name, value in report.user_properties]
    counts = sorted((nodeid, count) for name, nodeid, count in said if name == "reached")
    if counts:
        terminalreporter.section("examples that reach the assertion")
    for nodeid, count in counts:
        terminalreporter.line(f"{count} {nodeid}")
    if terminalreporter.config.getoption("--update-findings"):
        terminalreporter.section("changed")
        written = sorted(what for name, _, what in said if name == "written")
        terminalreporter.line("\n".join(written) or "nothing")


_LACKING = {
    *([] if shutil.which(os.environ.get("JSII_NODE", "node")) else [NODE]),
    *([] if os.name == "posix" else [SHELL]),
}
"""What this machine does not have."""


class _Skipped(pytest.Module):
    """A file of tests that cannot be imported here."""

    def collect(self) -> NoReturn:
        reasons = sorted(needs(self.path) & _LACKING)
        pytest.skip(f"{self.path.name} needs {' and '.join(reasons)}", allow_module_level=True)


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Module | None:
    return _Skipped.from_parent(parent, path=module_path) if needs(module_path) & _LACKING else None


_OF_SHORT_TESTS = ("tests/engine/", "tests/rules/")
"""What comes last, so that no worker waits long for the other at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.nodeid.startswith(_OF_SHORT_TESTS))
    for item in items:
        if NODE in _LACKING and item.get_closest_marker("cdk"):
            item.add_marker(pytest.mark.skip(reason=f"needs {NODE}"))


_SHARES = re.compile(r"test_(?:(?P<made>cdk_command|docs|site)|lambda_hook|loading)\.py|(?:test|a)_(?P<started>cdk)")
"""What shares something that takes long to make or to start: virtual environments, pages, a site, the CDK, and its command."""
_OF_LONG_CASES = "tests/soundness/"
_OF_FIXTURES = re.compile(r"\[(\w+/[ewi]\d{4}_\w+)")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """One worker runs what shares something: a file, what is about the fixtures of one rule, or the cases of one test. Where each
    case takes long, they are shared out; to share out every case took the scheduler four seconds.
    """
    from xdist.scheduler import LoadScopeScheduling

    class Scheduling(LoadScopeScheduling):  # type: ignore[misc]
        def _split_scope(self, nodeid: str) -> str:
            if shares := _SHARES.search(nodeid.partition("[")[0]):
                return shares["made"] or shares["started"] or "the installed package"
            of_fixtures = _OF_FIXTURES.search(nodeid)
            if of_fixtures:
                return of_fixtures[1]
            return nodeid if nodeid.startswith(_OF_LONG_CASES) else nodeid.partition("[")[0]

    is_whole_suite = config.args_source is config.ArgsSource.TESTPATHS and not config.getoption("keyword")
    if is_whole_suite and SHELL not in _LACKING:
        threading.Thread(target=_make_what_many_share, args=[config._tmp_path_factory], daemon=True).start()  # type: ignore[attr-defined]
    return Scheduling(config, log)


def _make_what_many_share(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Environments and their processes, while the workers do something else: half of the time goes to wait for a package index.
    What cannot be made is told by the tests that need it, since they try once more.
    """
    from cdk_commands import installed_from_npm
    from environments import installed, own_started, release, started, with_cfn_lint

    with suppress(Exception, pytest.skip.Exception):
        release(tmp_path_factory)
        started(tmp_path_factory, installed(tmp_path_factory))
        started(tmp_path_factory, with_cfn_lint(tmp_path_factory))
        own_started(tmp_path_factory)
        installed_from_npm(tmp_path_factory)
