"""The generated pages are what docs/generate.py writes, and what they show is what cfn-lint prints."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import generate
import pytest
from cfn_lint_cognito.engine.report.catalogue import PROJECT
from cfn_lint_cognito.engine.report.evidence import lowest_confidence
from cfn_lint_cognito.engine.schemas import standard_attributes
from in_turn import in_turn
from linting import ROOT, cfn_lint_of_the_pack
from pages import text_of

_CODE = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
_QUOTED = re.compile(r"`[^`]+`")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_BLOCK = re.compile(r"^```(yaml|console)\n(.*?)\n```$", re.DOTALL | re.MULTILINE)
SHOWN = [page for page in generate.pages() if page.example("fail_plain") and page.example("pass_plain")]


@pytest.fixture(scope="module")
def texts() -> Mapping[Path, str]:
    return generate.everything()


def test_generated_files_are_up_to_date(texts: Mapping[Path, str]) -> None:
    assert [*generate.differing(texts), *generate.stale(texts)] == [], "run: python docs/generate.py"


def test_every_link_leads_somewhere(texts: Mapping[Path, str]) -> None:
    known = {ROOT / path: text for path, text in texts.items()}
    written = ["CONTRIBUTING.md", "CHANGELOG.md", "benchmarks/README.md", "docs/*.md", "docs/decisions/*.md"]
    for path in (path for pattern in written for path in ROOT.glob(pattern)):
        known[path] = path.read_text(encoding="utf-8")
    broken = []
    for path, text in known.items():
        for link in _LINK.findall(_QUOTED.sub("", _CODE.sub("", text))):
            if link.startswith("https://"):
                continue
            file, _, heading = link.partition("#")
            target = (path.parent / file).resolve() if file else path
            content = known.get(target)
            headings = [generate.anchor(found) for found in _HEADING.findall(_CODE.sub("", content or ""))]
            if (content is None and not target.exists()) or (heading and heading not in headings):
                broken.append((path.name, link))
    assert broken == []


@pytest.mark.parametrize("page", SHOWN, ids=lambda page: page.rule.id)
def test_the_printed_output_is_that_of_the_shown_command(
    page: generate.Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cfn-lint's own rules print is on the page, too, if anything: `docs/generate.py` asks them."""
    text = text_of(page)
    template, run = (text for _, text in _BLOCK.findall(text)[:2])
    (tmp_path / generate.SHOWN_AS).write_text(f"{template}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    command, _, output = run.partition("\n")
    assert command.startswith("$ cfn-lint --append-rules=cfn_lint_cognito ")
    _, printed = cfn_lint_of_the_pack(*command.split()[3:])
    assert printed.rstrip() == output


@in_turn("page", generate.pages(), ids=lambda page: page.rule.id)
def test_every_rule_has_the_sections_of_its_page(page: generate.Page) -> None:
    assert set(page.sections) - {"In the CDK"} == {"", *generate.SECTIONS} - {"In the CDK"}


def test_each_rule_is_in_the_index_once_below_its_resource_and_topic(texts: Mapping[Path, str]) -> None:
    found: dict[str, list[str]] = {}
    resource = topic = ""
    for line in texts[generate.INDEX].splitlines():
        if line.startswith("## "):
            resource = topic = line[3:]
        elif line.startswith("### "):
            topic = line[4:]
        elif row := re.match(r"\| \[([EWI]9\d+)\]\(([\w/]+)\.md\) \| (\w+) \| (\w+) \| (.+) \|$", line):
            found.setdefault(row[1], []).extend((resource, topic, *row.groups()[1:]))
    resources = {of: resource for resource, topics in generate.TOPICS_BY_RESOURCE.items() for of in topics}
    assert found == {
        page.rule.id: [
            resources[page.folder],
            page.topic,
            page.rule_path,
            page.level,
            lowest_confidence(page.rule.evidence),
            page.rule.shortdesc,
        ]
        for page in generate.pages()
    }
    assert list(found) == [page.rule.id for page in generate.pages()]


def test_a_topic_that_is_alone_with_its_resource_has_its_title() -> None:
    """The index gives such a topic no second heading, and pages link to the title."""
    for resource, topics in generate.TOPICS_BY_RESOURCE.items():
        titles = [generate.title_and_mistakes(topic)[0] for topic in topics]
        assert len(titles) > 1 or titles == [resource]


@in_turn("topic", generate.TOPICS)
def test_every_topic_says_what_its_rules_find(topic: str) -> None:
    _, mistakes = generate.title_and_mistakes(topic)
    assert re.fullmatch(r"[A-Z][^.|]+\.", mistakes)
    assert len(mistakes.split()) < 30


def test_the_readme_counts_the_rules_by_topic(texts: Mapping[Path, str]) -> None:
    readme = texts[generate.README]
    counted = re.findall(r"^\| \[.+\]\(docs/rules/README\.md#.+\) \| .+ \| (\d+) \|$", readme, re.MULTILINE)
    assert len(counted) == len(generate.TOPICS)
    assert sum(map(int, counted)) == len(generate.pages())


def test_the_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) < 200


@in_turn("rule_id", ["E9651", "W9565", "E9614", "E9675"])
def test_the_table_of_tiers_says_what_the_schemas_say(rule_id: str, texts: Mapping[Path, str]) -> None:
    (page,) = (page for page in generate.pages() if page.rule.id == rule_id)
    rows = {
        (*re.findall(r"\[(\w+)\]", links), feature): has.split(" | ")
        for feature, has, links in re.findall(
            r"^\| ([\w ]+) \| ([yesno| ]+) \| (.+) \|$", texts[page.path], re.MULTILINE
        )
    }
    assert "| | LITE | ESSENTIALS | PLUS | Rule |" in texts[page.path]
    assert rows["E9651", "token customization"] == ["no", "yes", "yes"]
    assert rows["E9651", "threat protection"] == ["no", "no", "yes"]
    assert rows["E9614", "managed login"] == ["no", "yes", "yes"]
    assert rows["E9675", "delivery of userAuthEvents"] == ["no", "no", "yes"]
    assert {looked_at_by for looked_at_by, _ in rows} == {"E9651", "W9565", "E9614", "E9675"}


def test_the_table_of_attributes_has_each_with_the_type_that_is_accepted() -> None:
    rows = re.findall(r"^\| (\w+) \| (.+) \|$", generate.types_of_attributes(), re.MULTILINE)[1:]
    types = {name: data_type for data_type, names in rows for name in names.split(", ")}
    assert types.keys() == standard_attributes() - {"email_verified", "phone_number_verified"}
    assert {name: data_type for name, data_type in types.items() if data_type != "String"} == {"updated_at": "Number"}


def test_no_page_and_no_host_shows_a_placeholder(texts: Mapping[Path, str]) -> None:
    """cfn-lint shows the first paragraph of a docstring as it is."""
    for path, text in texts.items():
        assert not re.search(r"\{\{(names|table)", text), path


def test_a_placeholder_that_stands_for_nothing_is_no_page() -> None:
    for unknown in ("{{names: no such entry}}", "{{table: no such table}}"):
        with pytest.raises(KeyError):
            generate.filled(unknown)


def test_the_order_of_topics_names_each_folder_of_rules_once() -> None:
    assert sorted(generate.TOPICS) == sorted(path.parent.name for path in ROOT.glob("rules/*/__init__.py"))


def test_a_topic_stays_where_it_is_whatever_its_ids_are() -> None:
    """Readers know their way, and links to a place in the table stay right, when a rule with a new ID comes."""
    folders = dict.fromkeys(page.folder for page in generate.pages())
    assert list(folders) == [topic for topic in generate.TOPICS if topic in folders]


def test_the_address_of_the_project_is_the_same_everywhere() -> None:
    for name in ("README.md", "CHANGELOG.md", "pyproject.toml"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert set(re.findall(r"https://github\.com/[\w-]+/cfn-lint-cognito", text)) == {PROJECT}


def test_the_picture_asks_no_other_host_for_anything(texts: Mapping[Path, str]) -> None:
    drawn = texts[generate.PICTURE]
    xml = ElementTree.fromstring(drawn)
    assert xml.tag == "{http://www.w3.org/2000/svg}svg"
    assert drawn.count("http") == 1
    assert not re.search(r"url\((?!#)|@import|href", drawn)
