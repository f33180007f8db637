"""The pages are plain English: whoever is stopped by a rule reads one in a minute."""

from __future__ import annotations

import re
from collections.abc import Iterator

import generate
from in_turn import in_turn
from pages import text_of

MOST_WORDS = 30
_CODE = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
_BLOCK = re.compile(r"\n\s*\n|\n(?=- )")
_QUOTED = re.compile(r"`[^`]*`")
_TARGET = re.compile(r"\]\([^)]*\)")
_END_OF_SENTENCE = re.compile(r"(?<=[.!?]) ")


def _sentences(page: str) -> Iterator[str]:
    """Those of the prose. What AWS says in backticks counts as one word, and so does a name; tables are no prose."""
    for block in _BLOCK.split(_CODE.sub("", page)):
        prose = " ".join(line for line in block.split("\n") if not line.startswith(("|", "#")))
        plain = _TARGET.sub("]", _QUOTED.sub(lambda quoted: "name." if quoted[0].endswith(".`") else "name", prose))
        yield from (sentence for sentence in _END_OF_SENTENCE.split(" ".join(plain.split())) if sentence)


@in_turn("page", generate.pages(), ids=lambda page: page.rule.id)
def test_no_sentence_of_a_page_is_long(page: generate.Page) -> None:
    text = text_of(page)
    assert [sentence for sentence in _sentences(text) if len(sentence.split()) > MOST_WORDS] == []


@in_turn("page", generate.pages(), ids=lambda page: page.rule.id)
def test_no_page_names_a_reference_twice(page: generate.Page) -> None:
    links = re.findall(r"\]\((https:[^)]*)\)", page.sections["References"])
    assert sorted(set(links)) == sorted(links)


def test_what_a_long_sentence_is() -> None:
    words = " ".join(["word"] * MOST_WORDS)
    assert [
        len(each.split()) for each in _sentences(f"{words}. {words}!\n\n- {words}\n- `{words}` [{words}](https://a)")
    ] == [
        MOST_WORDS,
        MOST_WORDS,
        MOST_WORDS + 1,
        MOST_WORDS + 2,
    ]
    assert list(_sentences(f"```\n{words}\n```\n| {words} |\n## {words}")) == []
    assert list(_sentences("Cognito answers `No.` The stack is rolled back.")) == [
        "Cognito answers name.",
        "The stack is rolled back.",
    ]
