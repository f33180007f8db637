"""Templates as text: the data is what cfn-lint's own reader makes of it, and each part of it is found in the text again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from cfn_lint_cognito.engine.hosts import text as text_host
from cfn_lint_cognito.engine.hosts.text import Place, Source, read
from cfnlint.decode import decode
from in_turn import in_turn
from linting import FIXTURES, fixtures

SPELLINGS = """\
AWSTemplateFormatVersion: 2010-09-09
Numbers: [1, 0x1F, 017, 1_000, 12:30, 1.5, 1e3, 1.0e+3, .inf, -.inf, 0o17, 08]
Words: [yes, No, on, OFF, true, ~, null, "yes", '1', !!str 5, y, n]
Times: [2001-12-14t21:59:43.10-05:00, 2001-12-14]
5: a number is a key
yes: so is a word
Functions:
  - !Ref Pool
  - !Sub "${Pool}"
  - !Sub ["${a}", {a: !Ref Pool}]
  - !GetAtt Pool.Arn
  - !GetAtt Stack.Outputs.Id
  - !GetAtt [Pool, Arn]
  - !GetAtt {a: b}
  - !Condition IsProd
  - !Equals [1, yes]
  - !Ref 5
  - !Base64 |
    two
    lines
  - !Transform {Name: "AWS::Include", Parameters: {Location: s3}}
  - !If [A, !If [B, !Ref C, d], !Ref "AWS::NoValue"]
  - !Empty
  - !Nothing []
Folded: >-
  one
  two

  three
Anchors:
  Base: &base {a: 1, b: 2, <<: {z: 0}}
  More: &more {c: 3}
  Merged: {<<: *base, b: 20}
  MergedTwice: {b: 5, <<: [*base, *more]}
  Nested: &nested {<<: *base, b: 3}
  OfNested: {<<: *nested, c: 1}
  Item: &item [1, &two !Sub "two"]
  Again: [*item, *two]
Binary: !!binary aGVsbG8=
Set: !!set {a, b}
Pairs: !!pairs [a: 1, a: 2]
Equal: {=: 5}
"""

JSON_WITH_TABS = '{\n\t"Numbers": [1, -2, 1.5, 1e3, -0, true, false, null],\n\t"Text": "a\\/b \\u00e9 \\ud83d\\ude00 \\"q\\"",\n\t"Empty": [{}, [], ""]\n}\n'


def plain(data: Any) -> Any:
    """What cfn-lint read, without its own types, which know their lines."""
    if isinstance(data, dict):
        return {str.__str__(key) if isinstance(key, str) else key: plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [plain(item) for item in data]
    return str.__str__(data) if isinstance(data, str) else data


def in_cfn_lint(file: Path) -> Any:
    template, complaints = decode(str(file))
    return complaints or plain(template)


def typed(data: Any) -> str:
    """Data as text that shows the type of everything and the order of all keys."""
    return repr(data)


@pytest.fixture
def _without_c_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_host, "_Loader", yaml.SafeLoader)


@pytest.fixture(params=["C", "Python"])
def loader(request: pytest.FixtureRequest) -> str:
    """PyYAML may be there without its C library."""
    if request.param == "Python":
        request.getfixturevalue("_without_c_library")
    return str(request.param)


@pytest.mark.parametrize(
    "topic", sorted({fixture.path.parent.parent for fixture in fixtures()}), ids=lambda folder: folder.name
)
def test_fixtures_are_what_cfn_lint_reads(topic: Path) -> None:
    files = [fixture.path for fixture in fixtures() if fixture.path.parent.parent == topic]
    assert files
    for file in files:
        assert typed(read(file.read_text(encoding="utf-8")).document) == typed(in_cfn_lint(file)), file


@pytest.mark.parametrize("text", [SPELLINGS, f"\ufeff{SPELLINGS}", SPELLINGS.replace("\n", "\r\n"), "a: {}"])
def test_every_spelling_is_what_cfn_lint_reads(text: str, tmp_path: Path) -> None:
    file = tmp_path / "template.yaml"
    file.write_bytes(text.encode())
    with file.open(encoding="utf-8", newline="") as opened:
        assert typed(read(opened.read()).document) == typed(in_cfn_lint(file))


def test_json_that_is_no_yaml_is_what_the_standard_library_reads() -> None:
    assert typed(read(JSON_WITH_TABS).document) == typed(json.loads(JSON_WITH_TABS))


NO_YAML = '{\n\t"e": "\\ud83d\\ude00",\n\t'
"""How JSON begins that has an escape which YAML has not."""
REFUSED = {
    "a: b: c": "(line 1, column 5): mapping values are not allowed",
    "a: [1,\nb: 2\n": "(line 3, column 1)",
    "a: 1\nb: 2\na: 3\n": "(line 3, column 1): the key 'a' is on line 1, too",
    "a:\n  - {x: 1, x: 2}": "(line 2, column 12): the key 'x' is on line 2, too",
    "a: !Transform\n  Name: b\n  Name: c\n": "(line 3, column 3): the key 'Name' is on line 2, too",
    '{\n\t"a": 1,\n\t"a": 2\n}': "(line 3, column 2): the key 'a' is on line 2, too",
    "a: 1\n~: 2": "(line 2, column 1): this can be no key",
    "a: 1\n[b]: 2": "(line 2, column 1): this can be no key",
    "a: 1\nb: 2020-13-01": "(line 2, column 4): '2020-13-01' has no value: month must be in 1..12",
    "a: 1\nb: !!int x": "(line 2, column 4): 'x' has no value",
    "a: 1\nb: !!bool x": "(line 2, column 4): 'x' has no value",
    "a: 1\nb: !!python/name:os.system x": "(line 2, column 4): could not determine a constructor",
    "a: 1\nb: &x [*x]": "(line 2, column 4): found unconstructable recursive node",
    "a: 1\nb: &x {y: *x}": "(line 2, column 4): found unconstructable recursive node",
    "a: *nothing": "(line 1, column 4): found undefined alias",
    "a: 1\nb: \x01": "(line 2, column 4)",
    "a: 1\nb: \ud83d": "(line 2, column 4): this character is half of a surrogate pair",
    "a: 1\n---\nb: 2\n": "(line 2, column 1)",
    NO_YAML + '"a": 1,\n}': "(line 4, column 1): Expecting a property name in double quotes",
    NO_YAML + '"a" 1\n}': "(line 3, column 6): Expecting ':'",
    NO_YAML + '"a": [1 2]\n}': "(line 3, column 10): Expecting ','",
    NO_YAML + '"a": nothing}': "(line 3, column 7): Expecting value",
    NO_YAML + '"a": "b': "(line 3, column 7): Unterminated string",
    NO_YAML + '"a": "b"\n} and more': "(line 4, column 3): Extra data",
    NO_YAML + '"a": 1,\n"a": 2}': "(line 4, column 1): the key 'a' is on line 3, too",
    "{\n\ta: [1, 2, 3,\n b: }": "(line 3, column 5)",
    "": "This is no template (line 1)",
    "# nothing\n": "This is no template (line 1)",
    "\n- a\n- b\n": "This is no template (line 2)",
    "just words": "This is no template (line 1)",
    "!Sub {a: b}": "This is no template (line 1)",
}


@in_turn("text", REFUSED, ids=ascii)
def test_what_is_no_template_is_refused_with_its_line(text: str) -> None:
    with pytest.raises(ValueError, match=r"line \d+") as refused:
        read(text)
    assert REFUSED[text] in str(refused.value)


@pytest.mark.usefixtures("_without_c_library")
@in_turn("text", [text for text in REFUSED if "\t" not in text], ids=ascii)
def test_it_is_refused_without_the_c_library_on_the_same_line(text: str) -> None:
    line = REFUSED[text][REFUSED[text].index("line") :].rstrip(")").partition(",")[0].partition(")")[0]
    with pytest.raises(ValueError, match=line):
        read(text)


def bomb(levels: int, item: str = "[{}]") -> str:
    """Nine of the level below on each level."""
    lines = ["a0: &a0 {x: 1}"]
    for level in range(1, levels):
        several = ", ".join([f"*a{level - 1}"] * 9)
        lines.append(f"a{level}: &a{level} {item.format(several)}")
    return "\n".join(lines)


@pytest.mark.parametrize("item", ["[{}]", "{{<<: [{}]}}"], ids=["lists", "merges"])
def test_aliases_that_make_too_much_of_a_text_are_refused(item: str) -> None:
    assert len(read(bomb(4, item)).document) == 4
    with pytest.raises(ValueError, match=r"line 7, .* its aliases repeat it has more than 250,000 values"):
        read(bomb(12, item))


@pytest.mark.parametrize("levels", [300, 5000])
@in_turn(
    ("opening", "closing"),
    [("[", "]"), ("{a: ", "}"), ("{'a':", "}"), ('{"a":', "}"), ('{"\\ud83d\\ude00":', "}"), ("\n- ", "")],
)
def test_a_text_that_is_nested_too_deeply_is_refused(opening: str, closing: str, levels: int) -> None:
    text = "".join(f"\n{' ' * level}- " for level in range(levels)) if opening[0] == "\n" else opening * levels
    nested = f"{text}x" if not closing else f"{text}1{closing * levels}"
    with pytest.raises(ValueError, match=r"nested too deeply|nesting depth"):
        read(nested if opening[0] == "{" else f"a: {nested}")


# Places


def all_paths(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    yield path, data
    for step, below in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from all_paths(below, (*path, step))


def slice_of(source: Source, place: Place) -> str:
    return source.text[place.value.start.offset : place.value.end.offset]


def is_item_of_short_get_att(source: Source, path: tuple[Any, ...]) -> bool:
    above = source.place(path[:-1])
    return path[-2:-1] == ("Fn::GetAtt",) and above is not None and isinstance(above.node, yaml.ScalarNode)


def inside_of_function(place: Place, path: tuple[Any, ...]) -> bool:
    """Whether a path leads to the argument of a short function, which stands behind its tag."""
    return place.key is None and isinstance(path[-1], str)


FILES = [*sorted(FIXTURES.glob("*/*/fail_plain.yaml")), *sorted(FIXTURES.glob("*/*/*.json"))]


FASTER_LOADER = text_host._Loader


@cache
def read_alone(text: str) -> Any:
    """What a part of a template is when nothing else stands there. Many parts are the same in many templates."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text_host, "_Loader", FASTER_LOADER)  # That of the test is asked for the places alone.
        return read(f"k:\n{text}").document


def position_of(text: str, offset: int) -> tuple[int, int, int]:
    return offset, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


@cache
def key_alone(text: str) -> Any:
    return yaml.safe_load(text)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("topic", sorted({file.parent.parent for file in FILES}), ids=lambda folder: folder.name)
@pytest.mark.usefixtures("loader")
def test_each_path_stands_where_its_place_says(topic: Path, line_end: str) -> None:
    for file in (file for file in FILES if file.parent.parent == topic):
        source = read(file.read_text(encoding="utf-8").replace("\n", line_end))
        for path, value in all_paths(source.document):
            assert_stands_at_its_place(source, path, value, about=(file.parent.name, path))


def assert_stands_at_its_place(source: Source, path: tuple[Any, ...], value: Any, about: tuple[Any, ...]) -> None:
    place = source.place(path)
    assert place is not None, about
    for span in filter(None, (place.key, place.value)):
        assert position_of(source.text, span.start.offset) == span.start, about
        assert position_of(source.text, span.end.offset) == span.end, about
    if not path or is_item_of_short_get_att(source, path) or inside_of_function(place, path):
        return
    alone = slice_of(source, place)
    indented = " " * (place.value.start.column - 1) + alone
    assert read_alone(indented) == {"k": value}, about
    assert alone == alone.rstrip() or alone[-1] == "\n", about  # A block scalar has its line ends.
    if place.key is not None:
        key = source.text[place.key.start.offset : place.key.end.offset]
        assert key_alone(key) == path[-1], about


TEXT = """\
\ufeffA: &one
  B: 1 # of B

  # of C
C: {D: *one, <<: {E: é😀}}
F:
  - !GetAtt a.b
  - !Sub
    - ${x}
    - {x: !Ref y}
  - *one # again
# the end
F2:
  - *one
G:
  <<: *one
  H: |
    text

I: !If [J, K, L]
"""
PLACES: dict[tuple[Any, ...], tuple[str | None, str, bool]] = {
    ("A",): ("A", "&one\n  B: 1", True),
    ("A", "B"): ("B", "1", True),
    ("C",): ("C", "{D: *one, <<: {E: é😀}}", False),
    ("C", "D", "B"): ("B", "1", True),
    ("C", "E"): ("E", "é😀", True),
    ("F",): ("F", "- !GetAtt a.b\n  - !Sub\n    - ${x}\n    - {x: !Ref y}\n  - *one", False),
    ("F", 0): (None, "!GetAtt a.b", False),
    ("F", 0, "Fn::GetAtt"): (None, "!GetAtt a.b", False),
    ("F", 0, "Fn::GetAtt", 1): (None, "!GetAtt a.b", False),
    ("F", 1, "Fn::Sub", 0): (None, "${x}", False),
    ("F", 1, "Fn::Sub", 1, "x"): ("x", "!Ref y", False),
    ("F", 1, "Fn::Sub", 1, "x", "Ref"): (None, "!Ref y", False),
    ("F2",): ("F2", "- *one", False),
    ("G",): ("G", "<<: *one\n  H: |\n    text\n\n", False),
    ("G", "B"): ("B", "1", True),
    ("I", "Fn::If", 2): (None, "L", False),
}
NO_PLACES = [
    ("X",),
    ("A", "X"),
    ("A", 0),
    ("F", 3),
    ("F", -1),
    ("F", 0, "Ref"),
    ("A", "B", "C"),
    ("I", "Ref"),
    ("I", 0),
]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_places_of_every_kind(line_end: str, loader: str) -> None:
    source = read(TEXT.replace("\n", line_end))
    for path, (key, value, is_shared) in PLACES.items():
        place = source.place(path)
        assert place is not None, path
        if loader == "C" and path == ("G",):
            value = value.rstrip("\n") + "\n\n"
        assert slice_of(source, place).replace("\r\n", "\n") == value, path
        assert place.is_shared == is_shared, path
        shown = None if place.key is None else source.text[place.key.start.offset : place.key.end.offset]
        assert shown == key, path
        assert source.nearest(path) == place
    for path in NO_PLACES:
        assert source.place(path) is None, path
    assert source.nearest(("F", 3, "x")) == source.place(("F",))
    assert source.nearest(("Nowhere",)) == source.place(())


def test_lines_and_columns_count_from_one_and_know_a_byte_order_mark() -> None:
    source = read(TEXT)
    first, second = source.place(("A",)), source.place(("A", "B"))
    assert first is not None
    assert second is not None
    assert first.start == (1, 1, 2)
    assert second.start == (TEXT.index("B: 1"), 2, 3)
