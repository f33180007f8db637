"""Builds the searchable site out of README.md and docs/, as they are.

    python docs/website.py             builds build/website/site
    python -m http.server -d build/website/site

The pages are written for GitHub. This copies them to where the site has them and turns their links: those to another page
lead to it on the site, those to any other file of the project to GitHub.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

import generate
from cfn_lint_cognito.engine.report.catalogue import PROJECT

ROOT = generate.ROOT
CONFIG = ROOT / "zensical.toml"
BUILT = ROOT / "build" / "website"
HOME = "index.md"
BESIDE_DOCS = ("CHANGELOG.md", "benchmarks/README.md")
SHOWN = (".md", ".svg", ".css", ".js")
Nav: TypeAlias = "Sequence[str | Mapping[str, str | Nav]]"
_CODE = re.compile(r"^```.*?^```$|`[^`\n]+`", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"(?<=\]\()([^)\s]+)(?=\))")


def pages() -> Mapping[Path, Path]:
    """Where each page and picture of the project lies on the site."""
    below_docs = (file.relative_to(ROOT) for file in sorted((ROOT / "docs").rglob("*")) if file.is_file())
    shown = {file: file.relative_to("docs") for file in below_docs if file.suffix in SHOWN}
    shown |= {Path(file): Path(file.lower()) for file in BESIDE_DOCS}
    as_index = {
        file: rule_path.with_name(HOME) if rule_path.stem.lower() == "readme" else rule_path
        for file, rule_path in shown.items()
    }
    return {Path("README.md"): Path(HOME), **as_index}


def turned(text: str, file: Path, places: Mapping[Path, Path]) -> str:
    """A page with the links that it has on the site."""

    def link(found: re.Match[str]) -> str:
        target, hash_, heading = found[1].partition("#")
        if not target or re.match(r"[a-z]+:", target):
            return found[1]
        meant = Path(os.path.normpath(file.parent / target))
        if meant in places:
            return Path(os.path.relpath(places[meant], places[file].parent)).as_posix() + hash_ + heading
        kind = "tree" if (ROOT / meant).is_dir() else "blob"
        return f"{PROJECT}/{kind}/main/{meant.as_posix()}{hash_}{heading}"

    parts: list[str] = []
    end = 0
    for code in _CODE.finditer(text):
        parts += [_LINK.sub(link, text[end : code.start()]), code[0]]
        end = code.end()
    return "".join([*parts, _LINK.sub(link, text[end:])])


def nav(places: Mapping[Path, Path]) -> Nav:
    rules = [
        "rules/index.md",
        *({generate.title_and_mistakes(topic)[0]: list(_rules_of(topic))} for topic in generate.TOPICS),
    ]
    decisions = sorted(rule_path.as_posix() for rule_path in places.values() if rule_path.parent.name == "decisions")
    decisions.sort(key=lambda rule_path: not rule_path.endswith(HOME))
    return [
        {"Home": HOME},
        {"Comparison": "comparison.md"},
        {"Adoption": "adoption.md"},
        {"Workflows": "workflows.md"},
        {"Fixes": "fixing.md"},
        {"CDK": "cdk.md"},
        {"Organisation": "organisation.md"},
        {"Rules": rules},
        {"How it works": ["architecture.md", "glossary.md", {"Decisions": decisions}, "benchmarks/index.md"]},
        {"Versions": ["versions.md", "changelog.md"]},
        {"Contributing": f"{PROJECT}/blob/main/CONTRIBUTING.md"},
        {"Repository": PROJECT},
    ]


def _rules_of(topic: str) -> Iterator[str]:
    return (page.path.relative_to("docs").as_posix() for page in generate.pages() if page.folder == topic)


def toml(value: str | Mapping[str, str | Nav] | Nav) -> str:
    if isinstance(value, str):
        return json.dumps(value)
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{json.dumps(key)} = {toml(of)}" for key, of in value.items()) + " }"
    return f"[{', '.join(map(toml, value))}]"


def write(folder: Path) -> Path:
    """Writes the pages and the configuration of the site into an empty folder."""
    places = pages()
    for file, rule_path in places.items():
        target = folder / "pages" / rule_path
        target.parent.mkdir(parents=True, exist_ok=True)
        if file.suffix == ".md":
            target.write_text(turned((ROOT / file).read_text(encoding="utf-8"), file, places), encoding="utf-8")
        else:
            shutil.copy(ROOT / file, target)
    config = CONFIG.read_text(encoding="utf-8")
    assert config.count("\nnav = []\n") == 1
    written = folder / CONFIG.name
    written.write_text(config.replace("\nnav = []\n", f"\nnav = {toml(nav(places))}\n"), encoding="utf-8")
    return written


def build(folder: Path) -> Path:
    """The folder of the site, built in strict mode: a link that leads nowhere ends it."""
    config = write(folder)
    command = [sys.executable, "-m", "zensical", "build", "--strict", "--config-file", str(config)]
    subprocess.run(command, cwd=folder, check=True)
    return folder / "site"


if __name__ == "__main__":
    shutil.rmtree(BUILT, ignore_errors=True)
    BUILT.mkdir(parents=True)
    print(build(BUILT))
