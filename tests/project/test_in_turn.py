"""Cases that run in turn say as much as tests of their own do."""

from __future__ import annotations

import inspect
import re

import pytest
from in_turn import in_turn


def test_every_case_that_fails_is_named_with_its_assertion() -> None:
    tried = []

    @in_turn(("number", "limit"), [(1, 3), (4, 3), (2, 3), (5, 3), ("6", 3)])
    def below(number: int, limit: int) -> None:
        tried.append(number)
        assert number < limit, "too large"

    with pytest.raises(pytest.fail.Exception) as failure:
        below()
    assert tried == [1, 4, 2, 5, "6"]
    text = str(failure.value)
    assert text.startswith("3 of 5 cases fail: 4-3, 5-3, '6'-3\n")
    assert (
        text.count(f"{__file__.rpartition('/')[2]}:{inspect.unwrap(below).__code__.co_firstlineno + 3}: in below\n")
        == 3
    )
    assert re.search(r"^4-3:\n.*^E +AssertionError: too large\n^E +assert 4 < 3\n", text, re.MULTILINE | re.DOTALL)
    assert re.search(r"^'6'-3:\n.*^E +TypeError: ", text, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("error", [SystemExit(2), pytest.fail.Exception("said so"), ValueError("no number")], ids=repr)
def test_whatever_ends_a_case_the_others_run_and_it_is_named(error: BaseException) -> None:
    tried = []

    @in_turn("name", ["web", "shop", "app"], ids=str)
    def runs(name: str) -> None:
        tried.append(name)
        if name != "app":
            raise error

    with pytest.raises(pytest.fail.Exception, match=r"^2 of 3 cases fail: web, shop\n"):
        runs()
    assert tried == ["web", "shop", "app"]


def test_a_skip_is_said_and_hides_no_failure() -> None:
    @in_turn("name", ["web", "shop", "app"], ids=str)
    def runs(name: str, failing: str) -> None:
        if name == "web":
            pytest.skip("not reached")
        assert name != failing

    with pytest.raises(pytest.skip.Exception, match=r"^1 of 3 cases are skipped: web\n\nweb:\nnot reached$"):
        runs(failing="none")
    with pytest.raises(pytest.fail.Exception, match=r"^1 of 3 cases fail: app\n"):
        runs(failing="app")


def test_an_interrupt_ends_the_cases() -> None:
    @in_turn("name", ["web", "shop"])
    def runs(name: str) -> None:
        raise KeyboardInterrupt(name)

    with pytest.raises(KeyboardInterrupt, match="web"):
        runs()


def test_what_is_no_case_is_an_error() -> None:
    with pytest.raises(ValueError, match="there are no cases of name"):
        in_turn("name", [])
    with pytest.raises(ValueError, match="shorter"):
        in_turn(("name", "number"), [("web", 1), ("shop",)])


@in_turn("number", [1, 2])
def test_fixtures_and_names_of_cases_are_known(tmp_path: object, number: int, request: pytest.FixtureRequest) -> None:
    assert tmp_path == request.getfixturevalue("tmp_path")
    assert request.node.name == "test_fixtures_and_names_of_cases_are_known"
    assert {"1", "2"} <= vars(request.function).keys(), "-k finds it"
