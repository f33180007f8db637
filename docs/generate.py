"""Writes the pages of docs/rules/, their index, and the picture, the run and the table of rules in README.md.

    python docs/generate.py            writes them
    python docs/generate.py --check    says which of them are not what would be written, and exits with 1 then

Everything comes from the rule classes and from running cfn-lint on their fixtures.
"""

from __future__ import annotations

import inspect
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from itertools import groupby
from pathlib import Path

from cfn_lint_cognito._rule import ResourceRule
from cfnlint.config import ConfigMixIn
from cfnlint.formatters import Formatter
from cfnlint.rules import Rules
from cfnlint.runner import Runner
from picture import picture

ROOT = Path(__file__).resolve().parent.parent
PAGES = Path("docs/rules")
INDEX = PAGES / "README.md"
README = Path("README.md")
PICTURE = Path("docs/terminal.svg")
SHOWN_AS = "template.yaml"
EXAMPLE = "examples/web-client.yaml"
EXAMPLE_COMMAND = f"cfn-lint --append-rules=cfn_lint_cognito -- {EXAMPLE}"
LEVELS = {"E": "Error", "W": "Warning", "I": "Advice"}
SECTIONS = ("Why", "In the CDK", "When to ignore", "References")
_MARK = re.compile(r"\s+#(?: [EWI]9[56]\d\d)+[ \t]*$", re.MULTILINE)
_SECTION = re.compile(r"^## (.+)\n", re.MULTILINE)
_RUN = re.compile(rf"(?<=^\$ {re.escape(EXAMPLE_COMMAND)}\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
_TABLE = re.compile(r"(?<=<!-- rules: begin -->\n).*(?=<!-- rules: end -->)", re.DOTALL)


@dataclass(frozen=True)
class Page:
    """What a rule tells about itself."""

    rule: ResourceRule

    @property
    def place(self) -> str:
        """`token_lifetimes/e9511_access_token_lifetime`."""
        return "/".join(type(self.rule).__module__.split(".")[-2:])

    @property
    def path(self) -> Path:
        return PAGES / f"{self.place}.md"

    @property
    def number(self) -> int:
        return int(self.rule.id[1:])

    @property
    def topic(self) -> str:
        """The title of the topic: the first line of its package."""
        package = import_module(type(self.rule).__module__.rpartition(".")[0])
        return (package.__doc__ or "").splitlines()[0]

    @property
    def level(self) -> str:
        return LEVELS[self.rule.id[0]]

    @property
    def sections(self) -> Mapping[str, str]:
        """The docstring by its headings; what stands before the first heading is under ""."""
        parts = _SECTION.split(inspect.getdoc(type(self.rule)) or "")
        sections = {"": parts[0].strip()} | {
            heading.strip(): text.strip() for heading, text in zip(parts[1::2], parts[2::2], strict=True)
        }
        unknown = sections.keys() - {"", *SECTIONS}
        missing = {"", *SECTIONS} - {"In the CDK"} - sections.keys()
        if unknown or missing:
            raise ValueError(f"{self.rule.id}: unknown sections {sorted(unknown)}, missing sections {sorted(missing)}")
        return sections

    def example(self, name: str) -> str | None:
        """A fixture without the marks of what it expects."""
        path = ROOT / "fixtures" / self.place / f"{name}.yaml"
        return _MARK.sub("", path.read_text(encoding="utf-8")) if path.exists() else None

    @property
    def command(self) -> str:
        options = f" -c {self.rule.id}" if self.level == "Advice" else ""
        return f"cfn-lint --append-rules=cfn_lint_cognito{options} -- {SHOWN_AS}"

    def text(self, output: str) -> str:
        sections = self.sections
        blocks = [
            f"# {self.rule.id}: {self.rule.shortdesc}",
            f"{self.level} · [{self.topic}](../README.md#{anchor(self.topic)})",
            sections[""],
            "## Why",
            sections["Why"],
            "## A template that fails",
            code("yaml", self.example("fail_plain") or ""),
            code("console", f"$ {self.command}\n{output}"),
            "## The same template, mended",
            code("yaml", self.example("pass_plain") or ""),
            "## In the CDK",
            *filter(None, (self.rule.mend_in_cdk, sections.get("In the CDK"))),
            f"`Validations.of(construct).acknowledge(Acknowledgment(id=\"cfn-lint-cognito::{self.rule.id}\", reason=\"...\"))` accepts it"
            " for a construct, a stack or the app: [inside `cdk synth`](../../cdk.md).",
            "## When to ignore",
            sections["When to ignore"],
            f"`ignore_checks: [{self.rule.id}]`, for one resource, a template or a project:"
            " [how to ignore a rule](../../../README.md#ignore-and-configure).",
            "## References",
            sections["References"],
        ]
        return "\n\n".join(blocks) + "\n"


def code(language: str, text: str) -> str:
    return f"```{language}\n{text.rstrip()}\n```"


def anchor(heading: str) -> str:
    """What GitHub makes of a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@cache
def pages() -> Sequence[Page]:
    """Every rule of the pack, by topic and number. The topics come in the order of their last rules."""
    found = [Page(rule) for rule in Rules.create_from_module("cfn_lint_cognito").values() if rule.id]
    last = {page.topic: max(other.number for other in found if other.topic == page.topic) for page in found}
    return sorted(found, key=lambda page: (last[page.topic], page.number))


def complete(every: Iterable[Page]) -> Iterator[Page]:
    """The rules that have both examples of their page."""
    for page in every:
        missing = [name for name in ("fail_plain", "pass_plain") if page.example(name) is None]
        if missing:
            print(
                f"{page.rule.id}: no page, since fixtures/{page.place} lacks {' and '.join(missing)}", file=sys.stderr
            )
        else:
            yield page


def outputs(shown: Sequence[Page]) -> tuple[Mapping[str, str], str]:
    """What cfn-lint prints for the failing example of each rule, and for the example of the README. One run for all."""
    with tempfile.TemporaryDirectory() as folder:
        files = {str(Path(folder, f"{page.rule.id}.yaml")): page for page in shown}
        for file, page in files.items():
            Path(file).write_text(page.example("fail_plain") or "", encoding="utf-8")
        example = str(ROOT / EXAMPLE)
        checks = ",".join(["E", *(page.rule.id for page in shown if page.level == "Advice")])
        arguments = ["--append-rules=cfn_lint_cognito", f"--include-checks={checks}", "--", example, *files]
        runner = Runner(ConfigMixIn(arguments))
        matches = sorted(runner.run(), key=lambda match: (match.filename, match.linenumber, match.rule.id))

        def printed(file: str, shown_as: str, advice: str) -> str:
            found = [replace(match, filename=shown_as) for match in matches if match.filename == file]
            counted = [match for match in found if match.rule.id[0] != "I" or match.rule.id == advice]
            return str(Formatter().print_matches(counted, runner.rules, runner.config) or "").rstrip()

        return (
            {page.rule.id: printed(file, SHOWN_AS, page.rule.id) for file, page in files.items()},
            printed(example, EXAMPLE, ""),
        )


def index(every: Sequence[Page]) -> str:
    blocks = [
        "# The rules",
        f"{len(every)} rules, by topic. An error is what AWS rejects or what contradicts itself;"
        " a warning deploys and then does not do what was meant; advice is shown with `-c I`.",
    ]
    for topic, rules in groupby(every, lambda page: page.topic):
        rows = [f"| {_link(page, PAGES)} | {page.level} | {page.rule.shortdesc} |" for page in rules]
        blocks += [f"## {topic}", "\n".join(["| ID | Level | What it finds |", "|---|---|---|", *rows])]
    return "\n\n".join(blocks) + "\n"


def table(every: Sequence[Page]) -> str:
    rows = ["| ID | What it finds |", "|---|---|"]
    for topic, rules in groupby(every, lambda page: page.topic):
        rows.append(f"| | **{topic}** |")
        rows += [f"| {_link(page, Path())} | {page.rule.shortdesc} |" for page in rules]
    return "\n".join(rows) + "\n"


def _link(page: Page, seen_from: Path) -> str:
    return f"[{page.rule.id}]({page.path.relative_to(seen_from)})"


def everything() -> Mapping[Path, str]:
    """The text of every generated file, by its path in the project."""
    shown = list(complete(pages()))
    printed, run = outputs(shown)
    readme = (ROOT / README).read_text(encoding="utf-8")
    return {
        **{page.path: page.text(printed[page.rule.id]) for page in shown},
        INDEX: index(pages()),
        PICTURE: picture(EXAMPLE_COMMAND, run),
        README: _RUN.sub(lambda _: f"{run}\n", _TABLE.sub(lambda _: table(pages()), readme)),
    }


def stale(texts: Mapping[Path, str]) -> list[Path]:
    """Pages of rules that do not exist."""
    return [page for path in ROOT.glob(f"{PAGES}/*/*.md") if (page := path.relative_to(ROOT)) not in texts]


def differing(texts: Mapping[Path, str]) -> list[Path]:
    """The files that are not what would be written."""
    return sorted(
        [path for path, text in texts.items() if not (ROOT / path).exists() or (ROOT / path).read_text("utf-8") != text]
        + stale(texts)
    )


def main() -> int:
    texts = everything()
    changes = differing(texts)
    only_checked = "--check" in sys.argv[1:]
    for path in changes:
        print(path)
        if only_checked:
            continue
        if path in texts:
            (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
            (ROOT / path).write_text(texts[path], encoding="utf-8")
        else:
            (ROOT / path).unlink()
    return int(bool(changes) and only_checked)


if __name__ == "__main__":
    sys.exit(main())
