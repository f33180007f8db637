"""What `cfn-lint-cognito --list` and `--explain` print: the rules and their pages, from what is installed.

The pages lie beside the engine in the installed package (`pages`), and in docs/rules in the repository.
"""

from __future__ import annotations

import re
import shutil
import textwrap
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import urljoin

from cfn_lint_cognito.engine.report.catalogue import Entry, entries

_LEVELS: Final = {"E": "error", "W": "warning", "I": "advice"}
_FOLDERS: Final = ("pages", "docs/rules")
_MOST_COLUMNS: Final = 100
_RULE_ID: Final = re.compile(r"[EWI]?(9\d{3})", re.IGNORECASE)
_CODE: Final = re.compile(r"^```\w*\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_LINK: Final = re.compile(r"`[^`]+`|\[([^][]+)\]\(([^()\s]+)\)")
"""A link, and code, which may look like one: `[a-z](?:[0-9])`."""
_BULLET: Final = re.compile(r"^- ", re.MULTILINE)


def listing() -> str:
    """A line for each rule: its ID, its level, its confidence, and what it finds. Columns for `sort -k2` and `sort -k3`."""
    evidence = max(len(entry.evidence) for entry in entries())
    return "\n".join(
        f"{entry.id}  {_LEVELS[entry.id[0]]:7}  {entry.evidence:{evidence}}  {entry.shortdesc}" for entry in entries()
    )


def entry_of(asked: str) -> Entry | None:
    """The rule that somebody asks for: by its ID, by its number, or by an ID of another level, as it was called once."""
    number = _RULE_ID.fullmatch(asked)
    return next((entry for entry in entries() if number and entry.id.endswith(number[1])), None)


def page(entry: Entry) -> str:
    """The page of a rule as plain text for the terminal, with its address at the end."""
    text = (_folder() / f"{entry.rule_path}.md").read_text(encoding="utf-8")
    columns = min(shutil.get_terminal_size().columns, _MOST_COLUMNS)
    return "\n\n".join([*_plain(text, columns, entry.page), entry.page])


@cache
def _folder() -> Path:
    """Raises FileNotFoundError where there are no pages: a copy of the rules may have been made without them."""
    root = Path(__file__).resolve().parents[2]
    for folder in _FOLDERS:
        if (root / folder).is_dir():
            return root / folder
    raise FileNotFoundError(f"there are no pages in {root}")


def _plain(text: str, columns: int, page: str) -> Iterator[str]:
    """The blocks of the page in Markdown without what only a browser needs."""
    for number, part in enumerate(_CODE.split(text)):
        if number % 2:
            yield textwrap.indent(part.rstrip("\n"), "    ")
        else:
            yield from (
                _block(block.strip("\n"), columns) for block in _addressed(part, page).split("\n\n") if block.strip()
            )


def _block(block: str, columns: int) -> str:
    if block.startswith("#"):
        heading = block.lstrip("# ")
        return f"{heading}\n{'-' * len(heading)}"
    if block.startswith("|"):
        return _without_links(block)
    if block.startswith("- "):
        return "\n".join(_filled(f"- {item}", columns, "  ") for item in _BULLET.split(block) if item)
    return _filled(block, columns, "")


def _filled(text: str, columns: int, indent: str) -> str:
    one_line = " ".join(_without_links(text).split())
    return textwrap.fill(one_line, columns, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def _without_links(text: str) -> str:
    """A link becomes its text and its address."""
    return _LINK.sub(lambda link: f"{link[1]} <{link[2]}>" if link[1] else link[0], text).replace("**", "")


def _addressed(text: str, page: str) -> str:
    """Its links with whole addresses. A link to a rule or a topic becomes its text: `--explain` and `--list` show those."""
    rules = urljoin(page, "../")

    def whole(link: re.Match[str]) -> str:
        if not link[1]:
            return link[0]
        address = urljoin(page, link[2])
        return link[1] if address.startswith(rules) else f"[{link[1]}]({address})"

    return _LINK.sub(whole, text)
