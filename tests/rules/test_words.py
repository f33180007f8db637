"""No message joins two words without a space between them, or has two spaces there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Set
from functools import cache
from pathlib import Path

from in_turn import in_turn
from linting import FIXTURES, ROOT, fixtures_by_place
from records import file_of

_WORD = re.compile(r"[^\W\d_]\w+")
_PLAIN = re.compile(r"[A-Z]?[a-z]+")
_CHARACTER = re.compile(r"U\+[0-9A-F]{4,6}")
_LINE = re.compile(r"^    (says|fix|when|constructs): +(.*)$")
_BAD_SPACE = re.compile(r"  |\w [,;.](?: |$)|[a-z][,;][a-z]{2,} [a-z]")
OF_TEMPLATES = ("says", "when")
"""The lines in which names are those that the template or the pack has, and not those of constructs, which are made of them."""


@cache
def words_of_the_pack() -> Set[str]:
    """Every word of a text in the code, and of the schemas."""
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "schemas").rglob("*.json")]
    for path in (path for folder in ("engine", "rules") for path in (ROOT / folder).rglob("*.py")):
        nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        texts += [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return frozenset(word for text in texts for word in _WORD.findall(text))


def made_of_two(text: str, known: Set[str], plain_words_only: bool) -> list[str]:
    """The words of a text that nobody wrote: neither the pack nor the template."""
    return [
        word
        for word in _WORD.findall(_CHARACTER.sub("", text))
        if not {word, f"{word[0].lower()}{word[1:]}"} & known
        if _PLAIN.fullmatch(word) or not plain_words_only
    ]


def blocks(rule_path: str) -> Iterator[tuple[Path, list[tuple[str, str]]]]:
    """For each failing fixture the lines that its record has."""
    for block in file_of(rule_path).read_text(encoding="utf-8").split("\n\n"):
        name, *lines = block.splitlines()
        yield FIXTURES / rule_path / name, [match.groups() for line in lines if (match := _LINE.match(line))]  # type: ignore[misc]


@in_turn("rule_path", fixtures_by_place())
def test_every_word_of_a_message_is_one_of_the_pack_or_of_the_template(rule_path: str) -> None:
    for template, lines in blocks(rule_path):
        written = template.read_text(encoding="utf-8")
        known = words_of_the_pack() | set(_WORD.findall(written))
        makes_names = "Fn::ForEach" in written
        for line, text in lines:
            joined = made_of_two(text, known, plain_words_only=makes_names or line not in OF_TEMPLATES)
            assert joined == [], f"{template.name}: {text}"
            assert _BAD_SPACE.findall(text) == [], f"{template.name}: {text}"


@in_turn(
    ("text", "joined"),
    [
        ("ClientName is test-webthe Default of parameter Name.", ["webthe"]),
        ("Set it to trueor remove it.", ["trueor"]),
        ("Webis", ["Webis"]),
        ("IsProdis true", []),
        ("Set it to true, or remove it.", []),
    ],
)
def test_what_is_made_of_two(text: str, joined: list[str]) -> None:
    known = {
        *_WORD.findall("ClientName is the Default of parameter Name. Set it to true or remove test-web, Web IsProd")
    }
    assert made_of_two(text, known, plain_words_only=True) == joined


def test_names_count_where_they_are_those_of_the_template() -> None:
    assert made_of_two("IsProdis true", {"IsProd", "is", "true"}, plain_words_only=False) == ["IsProdis"]
