"""The generated pages are what docs/generate.py writes, and what they show is what cfn-lint prints."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import generate
import pytest
from cfn_lint_cognito.engine.report.catalogue import PROJECT
from pack import ROOT

_CODE = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
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
        for link in _LINK.findall(_CODE.sub("", text)):
            if link.startswith("https://"):
                continue
            file, _, heading = link.partition("#")
            target = (path.parent / file).resolve() if file else path
            content = known.get(target)
            headings = [generate.anchor(found) for found in _HEADING.findall(_CODE.sub("", content or ""))]
            if (content is None and not target.exists()) or (heading and heading not in headings):
                broken.append((path.name, link))
    assert broken == []


@pytest.mark.parametrize("page", SHOWN[:: max(1, len(SHOWN) // 4)], ids=lambda page: page.rule.id)
def test_the_printed_output_is_that_of_the_shown_command(
    page: generate.Page, texts: Mapping[Path, str], tmp_path: Path
) -> None:
    template, run = (text for _, text in _BLOCK.findall(texts[page.path])[:2])
    (tmp_path / generate.SHOWN_AS).write_text(f"{template}\n", encoding="utf-8")
    command, _, output = run.partition("\n")
    cfn_lint = [sys.executable, "-c", "from cfnlint.runner import main; main()"]
    done = subprocess.run(
        [*cfn_lint, *command.split()[2:]],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.rstrip() == output


@pytest.mark.parametrize("page", generate.pages(), ids=lambda page: page.rule.id)
def test_every_rule_has_the_sections_of_its_page(page: generate.Page) -> None:
    assert set(page.sections) - {"In the CDK"} == {"", *generate.SECTIONS} - {"In the CDK"}


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
