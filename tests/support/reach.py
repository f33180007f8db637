"""How many examples of a property reach its assertion. A property that never does holds of everything."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable
from typing import TypeVar

import pytest

Tested = TypeVar("Tested", bound=Callable[..., None])
COUNTED: Counter[str] = Counter()
"""Of the test that is running."""


def reaches(least: float) -> Callable[[Tested], Tested]:
    """For the test below `@given`: it fails unless this share of its examples calls `reached`."""

    def decorated(test: Tested) -> Tested:
        @functools.wraps(test)
        def counted(*arguments: object, **named: object) -> None:
            COUNTED["examples"] += 1
            test(*arguments, **named)

        return pytest.mark.reaches(least)(counted)  # type: ignore[no-any-return]

    return decorated


def reached() -> None:
    """Says that an example gets to what is asserted."""
    COUNTED["reached"] += 1
