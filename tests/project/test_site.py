"""The site, built as it is published: every link of it leads to a page and a heading, and it asks no other host for anything."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import generate
import pytest
import website
from cfn_lint_cognito.engine.report.catalogue import PROJECT
from environments import shared
from in_turn import in_turn
from linting import ROOT

HOST = "https://site.example"
_LOADED = {("link", "href"), ("script", "src"), ("img", "src"), ("source", "src"), ("iframe", "src")}


@dataclass
class Page(HTMLParser):
    """What a page of the site refers to."""

    address: str
    links: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    headings: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.anchors |= {given[name] for name in ("id", "name") if name in given}
        if tag == "a" and "href" in given:
            self.links.append(urljoin(self.address, given["href"]))
        for element, attribute in _LOADED:
            if tag == element and attribute in given and given.get("rel") not in ("canonical", "prev", "next"):
                self.loaded.append(urljoin(self.address, given[attribute]))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shared(tmp_path_factory, "site", website.build) / "site"


@pytest.fixture(scope="session")
def read(site: Path) -> Mapping[str, Page]:
    """The pages of the site by their addresses."""
    found = {}
    for file in site.rglob("*.html"):
        rule_path = file.relative_to(site).as_posix().removesuffix("index.html")
        page = Page(f"{HOST}/{rule_path}")
        page.feed(file.read_text(encoding="utf-8"))
        found[page.address] = page
    return found


def test_every_page_below_docs_is_on_the_site_and_in_its_navigation(site: Path) -> None:
    places = website.pages()
    said = website.toml(website.nav(places))
    for file in [ROOT / "README.md", *ROOT.glob("docs/**/*.md")]:
        rule_path = places[file.relative_to(ROOT)]
        assert (
            site / (rule_path.parent if rule_path.name == "index.md" else rule_path.with_suffix("")) / "index.html"
        ).is_file()
        assert f'"{rule_path}"' in said


def test_no_page_has_code_in_a_list() -> None:
    """GitHub takes it with three spaces before it, the site with four."""
    for file in website.pages():
        assert file.suffix != ".md" or not re.search(r"^ +```", (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE)


def test_every_link_leads_to_a_page_and_a_heading(site: Path, read: Mapping[str, Page]) -> None:
    broken = []
    for page in read.values():
        for link in [*page.links, *page.loaded]:
            address, _, anchor = link.partition("#")
            if not link.startswith(f"{HOST}/") or page.address.endswith("404.html"):
                continue
            target = read.get(address)
            is_there = target or (site / unquote(urlsplit(address).path).lstrip("/")).is_file()
            if not is_there or (anchor and target and unquote(anchor) not in target.anchors):
                broken.append((page.address, link))
    assert broken == []
    assert sum(len(page.links) for page in read.values()) > 10_000


def test_links_to_the_project_lead_to_files_that_there_are(read: Mapping[str, Page]) -> None:
    on_github = {link for page in read.values() for link in page.links if link.startswith(f"{PROJECT}/")}
    files = [found[1] for link in on_github if (found := re.match(rf"{PROJECT}/(?:blob|tree)/main/([^#]+)", link))]
    assert "templates/cfn-lint-cognito.yml" in files
    assert [file for file in files if not (ROOT / file).exists()] == []


def test_no_page_asks_another_host_for_anything(site: Path, read: Mapping[str, Page]) -> None:
    assert {urlsplit(address).netloc for page in read.values() for address in page.loaded} == {urlsplit(HOST).netloc}


def test_no_page_shows_how_many_stars_the_repository_has(site: Path) -> None:
    """The theme asks api.github.com for that on every page that has its link to the repository."""
    shown = [file for file in site.rglob("*.html") if 'data-md-component="source"' in file.read_text(encoding="utf-8")]
    assert shown == []


def test_the_rules_are_found_by_their_ids(site: Path) -> None:
    said = json.dumps(json.loads((site / "search.json").read_text(encoding="utf-8")))
    assert [page.rule.id for page in generate.pages() if f"{page.rule.id}: " not in said] == []


@in_turn(
    ("written", "turned"),
    [
        ("[a](docs/cdk.md#stages)", "[a](cdk.md#stages)"),
        ("[a](docs/rules/README.md)", "[a](rules/index.md)"),
        ("![a](docs/terminal.svg)", "![a](terminal.svg)"),
        ("[a](examples/web-client.yaml)", f"[a]({PROJECT}/blob/main/examples/web-client.yaml)"),
        ("[a](examples)", f"[a]({PROJECT}/tree/main/examples)"),
        ("[a](#install) [b](https://example.com/#a)", "[a](#install) [b](https://example.com/#a)"),
        ("`[a](docs/cdk.md)`\n```md\n[a](docs/cdk.md)\n```\n", "`[a](docs/cdk.md)`\n```md\n[a](docs/cdk.md)\n```\n"),
    ],
)
def test_links_of_the_readme_are_turned(written: str, turned: str) -> None:
    assert website.turned(written, Path("README.md"), website.pages()) == turned


def test_a_page_below_links_up() -> None:
    page = Path("docs/rules/oauth/i9528_implicit_grant.md")
    written = "[a](../../../README.md#ignore-and-configure) [b](../README.md) [c](../../cdk.md)"
    assert (
        website.turned(written, page, website.pages())
        == "[a](../../index.md#ignore-and-configure) [b](../index.md) [c](../../cdk.md)"
    )
