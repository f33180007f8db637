"""What people read of each failing fixture is recorded beside it, so that a change of words is a change of lines in review.

pytest --update-findings             # writes the records again, and says which changed
pytest --update-findings -k e9511    # of one rule
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from linting import FIXTURES, fixtures_by_place
from records import FILE_NAME, file_of, record


@pytest.mark.parametrize("rule_path", fixtures_by_place())
def test_findings_are_those_of_the_record(
    rule_path: str, request: pytest.FixtureRequest, record_property: Callable[[str, object], None]
) -> None:
    file, found = file_of(rule_path), record(fixtures_by_place()[rule_path])
    recorded = file.read_text(encoding="utf-8") if file.exists() else ""
    if found != recorded and request.config.getoption("--update-findings"):
        file.write_text(found, encoding="utf-8", newline="\n")
        record_property("written", file.relative_to(FIXTURES.parent).as_posix())
        recorded = found
    command = f"pytest --update-findings -k {rule_path.rpartition('/')[2]}"
    assert found == recorded, f"if these words are right, record them: {command}"


def test_no_record_is_left_over(request: pytest.FixtureRequest, record_property: Callable[[str, object], None]) -> None:
    left_over = sorted({*FIXTURES.rglob(FILE_NAME)} - {*map(file_of, fixtures_by_place())})
    if request.config.getoption("--update-findings"):
        for file in left_over:
            file.unlink()
            record_property("written", f"{file.relative_to(FIXTURES.parent).as_posix()} (removed)")
        return
    assert left_over == [], "no rule has these; remove them: pytest --update-findings"
