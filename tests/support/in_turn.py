"""Short cases of a test, one after the other, as one test."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import pytest


def in_turn(
    names: str | Sequence[str], cases: Iterable[Any], ids: Callable[[Any], object] = repr
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Takes what `pytest.mark.parametrize` takes, and makes one test of all cases.

    pytest and xdist need 2 ms of CPU or more for each test, which is more than a short case takes. Every case runs, whatever
    becomes of the others, and the failure names and shows each that fails. `-k` finds the test by the ID of any of its cases.

    The cases share the fixtures of the test. What takes more than some 50 ms, or changes `tmp_path` or another fixture, stays with
    `parametrize`.

    Raises:
        ValueError: there is no case, or a case does not have a value for each name. A test of nothing cannot fail.
    """
    several = [names] if isinstance(names, str) else [*names]
    rows = [(case,) if isinstance(names, str) else tuple(case) for case in cases]
    if not rows:
        raise ValueError(f"there are no cases of {names}")
    named = [("-".join(str(ids(value)) for value in row), dict(zip(several, row, strict=True))) for row in rows]

    def decorated(test: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(test)
        def run(**fixtures: object) -> None:
            ended = [(name, *_end(test, {**fixtures, **case})) for name, case in named]
            for end, what in ((pytest.fail.Exception, "fail"), (pytest.skip.Exception, "are skipped")):
                if told := [(name, shown) for name, its_end, shown in ended if its_end is end]:
                    summary = f"{len(told)} of {len(named)} cases {what}: {', '.join(name[:60] for name, _ in told)}"
                    raise end("\n\n".join([summary, *(f"{name}:\n{shown}" for name, shown in told)]), pytrace=False)

        signature = inspect.signature(test)
        kept = [parameter for name, parameter in signature.parameters.items() if name not in several]
        run.__signature__ = signature.replace(parameters=kept)  # type: ignore[attr-defined]
        vars(run).update(dict.fromkeys(name for name, _ in named))
        return run

    return decorated


def _end(test: Callable[..., None], arguments: Mapping[str, object]) -> tuple[type[BaseException] | None, str]:
    """How a case ends, and what is to be shown of it."""
    __tracebackhide__ = True
    try:
        test(**arguments)
    except pytest.skip.Exception as skip:
        return pytest.skip.Exception, str(skip)
    except (Exception, SystemExit, pytest.fail.Exception) as error:
        return pytest.fail.Exception, str(pytest.ExceptionInfo.from_exception(error).getrepr(style="short"))
    return None, ""
