"""Searches for texts that fixes damage: in whatever style a template is written, its edits are made and nothing else changes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from cfn_lint_cognito.engine.hosts.fixing import Fixed, fixed, key_of
from cfn_lint_cognito.engine.hosts.python import ADVICE, SOME_REGION, check_read
from cfn_lint_cognito.engine.hosts.text import Source, read
from cfn_lint_cognito.engine.hosts.text_edits import rewritten
from cfn_lint_cognito.engine.hosts.text_splices import NotEditable
from cfn_lint_cognito.engine.report.edits import APPEND, REMOVE, SET, Edit, edited
from cfn_lint_cognito.engine.report.finding import Finding
from cfn_lint_cognito.engine.template.template import Template as ReadTemplate
from hypothesis import given, settings
from hypothesis import strategies as st
from linting import Fixture, fixtures_by_place
from reach import reached, reaches
from records import file_of
from resources import templates
from styles import AROUND, BETWEEN, KEY, VALUE, Path, Piece, Style, styles, text_of, written

Template = dict[str, Any]

TEXTS = st.sampled_from(
    [
        "ENABLED",
        "us-east-1_a1B2c3D4e",
        "https://app.acme.dev/in#a",
        "custom:tenant",
        "no",
        "017",
        "2026-01-01",
        "",
        " a ",
        "a: b",
        "a #b",
        "'",
        '"',
        "{{resolve:ssm:a}}",
        "*",
        "&a",
        "- a",
        "é",
        "a\u2028b",
        "a\x85b",
        "a\nb\n",
        "\ufeffa",
        "😀",
        "${Pool.Arn}",
        "=",
        "a, b",
        "[a]",
        "|",
    ]
)
SCALARS = TEXTS | st.none() | st.booleans() | st.sampled_from([0, 60, -1, 1.5])
FUNCTIONS = st.sampled_from(
    [{"Ref": "Pool"}, {"Fn::GetAtt": ["Pool", "Arn"]}, {"Fn::Sub": "${Pool.Arn}/*"}, {"Fn::If": ["IsProd", "a", "b"]}]
)
KEYS = st.sampled_from(
    ["Type", "Properties", "Name", "DependsOn", "a b", "yes", "1", "custom:a", "é", "#a", "Ref", "'"]
)


def data(most: int) -> st.SearchStrategy[Any]:
    return st.recursive(
        SCALARS | FUNCTIONS,
        lambda below: st.lists(below, max_size=4) | st.dictionaries(KEYS, below, max_size=4),
        max_leaves=most,
    )


DOCUMENTS = st.dictionaries(KEYS, data(12), min_size=1, max_size=4)
VALUES = SCALARS | data(4)


def paths(value: Any, path: Path = ()) -> list[Path]:
    """The paths of all values in a template."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for key, below in items for found in paths(below, (*path, key)))]


def at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value


@st.composite
def edits(draw: st.DrawFn, document: Template) -> list[Edit]:
    """Some edits of a template, none within another."""
    made: list[Edit] = []
    for path in draw(st.lists(st.sampled_from(paths(document)), min_size=1, max_size=3, unique=True)):
        edit = draw(edit_at(document, path))
        if edit is not None and not any(_is_below(edit.path, o.path) or _is_below(o.path, edit.path) for o in made):
            made.append(edit)
    return made


@st.composite
def edit_at(draw: st.DrawFn, document: Template, path: Path) -> Edit | None:
    value = at(document, path)
    actions = ([SET, REMOVE] if path else []) + ["new"] * isinstance(value, dict) + [APPEND] * isinstance(value, list)
    action = draw(st.sampled_from(actions))
    if action == REMOVE:
        return Edit(REMOVE, path)
    if action == "new":
        key = draw(KEYS.filter(lambda key: key not in value))
        below = draw(st.sampled_from([(), (), ("Below",)]))
        return Edit(SET, (*path, key, *below), draw(VALUES))
    return Edit(action, path, draw(VALUES))


def _is_below(path: Path, other: Path) -> bool:
    return path[: len(other)] == other


def changes(piece: Piece, edit: Edit, document: Template) -> bool:
    """Whether an edit may change a part of the text."""
    path, target = piece.path, edit.path
    if edit.action == REMOVE:
        if path == target[:-1] and piece.role in (AROUND, KEY) and piece.text.isspace():
            return True  # The next key moves behind the dash, or stays where it is below a comment.
        if _is_below(path, target):
            return piece.role != AROUND or len(path) >= len(target)
        return path[:-1] == target[:-1] and (piece.role == BETWEEN or (piece.role == KEY and piece.text.isspace()))
    holder = target if edit.action == APPEND else target[:-1]
    if edit.action == SET and _exists(document, target):
        return _is_below(path, target) and (piece.role in (VALUE, AROUND) or path != target)
    while not _exists(document, holder):
        holder = holder[:-1]
    is_empty = not at(document, holder)
    return (piece.role == BETWEEN and path[:-1] == holder) or (piece.role == VALUE and path == holder and is_empty)


def _exists(document: Template, path: Path) -> bool:
    try:
        at(document, path)
    except (KeyError, IndexError, TypeError):
        return False
    return True


def lines_of(text: str) -> list[str]:
    return re.findall("[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+", text)


def kept_parts(pieces: Sequence[Piece], several: Sequence[Edit], document: Template) -> tuple[list[str], list[str]]:
    """The whole lines that no edit may change, and all parts of lines."""
    lines, parts = [], []
    part, is_whole = "", True
    for piece in pieces:
        is_changed = any(changes(piece, edit, document) for edit in several)
        for text in re.split("(?<=\n)", piece.text):
            if is_changed:
                parts.append(part)
                part, is_whole = "", text.endswith("\n")
                continue
            part += text
            if text.endswith("\n"):
                parts.append(part)
                if is_whole:
                    lines.append(part)
                part, is_whole = "", True
    parts.append(part)
    return lines, [part for part in parts if part]


def assert_is_kept(
    pieces: Sequence[Piece], after: str, several: Sequence[Edit], document: Template, line_end: str
) -> None:
    if not text_of(pieces).endswith("\n"):  # The last line has no end; which is the last may change.
        *others, last = pieces
        pieces, after = [*others, last._replace(text=f"{last.text}{line_end}")], f"{after}{line_end}"
    lines, parts = kept_parts(pieces, several, document)
    left = iter(lines_of(after))
    for line in lines:
        assert line in left, f"{line!r} is lost"
    start = 0
    for part in parts:
        start = after.find(part, start)
        assert start >= 0, f"{part!r} is lost"
        start += len(part)


def may_be_refused(edit: Edit, several: Sequence[Edit], document: Template, style: Style) -> bool:
    """Whether no text is asked for: in an odd style, in a function, where nothing would be left of a map or list, and where a
    comment stands in the way of a removal.
    """
    if style.oddities or style.anchors:
        return True
    above = [at(document, edit.path[:depth]) for depth in range(len(edit.path)) if _exists(document, edit.path[:depth])]
    is_function = any(_is_function(value) for value in above)
    is_behind_two_dashes = len(above) > 1 and all(isinstance(value, list) for value in above[-2:])
    if edit.action != REMOVE:
        return is_function
    removed = [other for other in several if other.action == REMOVE and other.path[:-1] == edit.path[:-1]]
    return bool(is_function or is_behind_two_dashes or style.comments or len(above[-1]) == len(removed))


def _is_function(value: Any) -> bool:
    return isinstance(value, dict) and any(key == "Ref" or key.startswith("Fn::") for key in value)


@given(DOCUMENTS, styles(), st.data())
@reaches(0.6)
def test_edits_of_a_text_are_those_of_the_data_and_nothing_else(
    document: Template, style: Style, drawn: st.DataObject
) -> None:
    document = json.loads(json.dumps(document))  # No part of it is another one, too.
    pieces = written(document, style)
    text = text_of(pieces)
    source = read(text)
    assert source.document == document
    several = drawn.draw(edits(document))
    try:
        after = rewritten(source, several)
    except NotEditable:
        assert any(may_be_refused(edit, several, document, style) for edit in several)
        return
    reached()
    assert after.document == read(after.text).document == edited(document, several)
    assert_is_kept(pieces, after.text, several, document, style.line_end if style.line_end in text else "\n")


# From here on the edits are those of the rules.
WRITTEN_BY = ("--fix:", "--unsafe-fixes:")


@cache
def fixtures_with_edits() -> list[Fixture]:
    places = [
        rule_path
        for rule_path in fixtures_by_place()
        if any(word in file_of(rule_path).read_text(encoding="utf-8") for word in WRITTEN_BY)
    ]
    return [fixture for place in places for fixture in fixtures_by_place()[place] if fixture.expected]


def document_of(fixture: Fixture) -> Template:
    """Without the version, which YAML takes for a date."""
    document = read(fixture.path.read_text(encoding="utf-8")).document
    return {name: section for name, section in document.items() if name != "AWSTemplateFormatVersion"}


FIXTURES = st.deferred(lambda: st.sampled_from(fixtures_with_edits()).map(document_of))


def judge(document: Mapping[str, Any]) -> list[Finding]:
    return check_read(ReadTemplate(document, (SOME_REGION,)), include=ADVICE)


def fix(source: Source) -> Fixed:
    return fixed(source, judge, lambda finding: bool(finding.edits))


@settings(max_examples=settings().max_examples // 6)  # Each is judged a dozen times.
@given(templates() | FIXTURES, styles())
@reaches(0.5)
def test_fixes_are_the_same_in_every_style_and_are_written_once(document: Template, style: Style) -> None:
    document = json.loads(json.dumps(document))
    text = text_of(written(document, style))
    done = fix(read(text))
    assert [(finding.rule, finding.path, what) for finding, what in done.faults] == []
    if not done.written:
        assert done.source.text == text
    for finding in done.found:
        assert not finding.edits or key_of(finding) in done.refused
    again = fix(done.source)
    assert (again.source.text, list(again.written)) == (done.source.text, [])
    in_json = fix(read(json.dumps(document)))
    if done.refused or in_json.refused:
        assert style.anchors or style.oddities or style.comments or in_json.refused
        return
    if done.written:
        reached()
    assert done.source.document == in_json.source.document
