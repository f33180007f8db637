"""Writes rules/catalogue.json, the pages of docs/rules/, their index, the list of docs/fixing.md, and the picture, the run and the tables of rules in
README.md.

    python docs/generate.py              writes them
    python docs/generate.py --catalogue  writes the catalogue only, which takes no run of cfn-lint
    python docs/generate.py --check      says which of them are not what would be written, and exits with 1 then

Everything comes from the rule classes and from running cfn-lint on their fixtures. What AWS allows is in the schemas, so a
docstring need not say it again: `{{names: ENTRY}}` stands there for the names that an entry of schemas/common.json
enumerates, and `{{table: NAME}}` for one of TABLES.
"""

from __future__ import annotations

import inspect
import json
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import Any

from cfn_lint_cognito.engine.hosts.fixing import fixed
from cfn_lint_cognito.engine.hosts.python import ADVICE, SOME_REGION, check_read
from cfn_lint_cognito.engine.hosts.text import read
from cfn_lint_cognito.engine.report.constructs import Kind
from cfn_lint_cognito.engine.report.constructs import filled as filled_with_names
from cfn_lint_cognito.engine.report.edits import SAFE, UNSAFE
from cfn_lint_cognito.engine.report.evidence import CONFIDENCE, Evidence, lowest_confidence
from cfn_lint_cognito.engine.report.finding import Finding
from cfn_lint_cognito.engine.report.rule import Rule, rule_path_of, rules_in, schema_at, what_it_checks
from cfn_lint_cognito.engine.schemas import names, standard_attributes
from cfn_lint_cognito.engine.template.template import Template
from cfnlint.config import ConfigMixIn
from cfnlint.formatters import Formatter
from cfnlint.runner import Runner
from picture import picture

ROOT = Path(__file__).resolve().parent.parent
PAGES = Path("docs/rules")
INDEX = PAGES / "README.md"
README = Path("README.md")
FIXING = Path("docs/fixing.md")
PICTURE = Path("docs/terminal.svg")
CATALOGUE = Path("rules/catalogue.json")
SHOWN_AS = "template.yaml"
EXAMPLE = "examples/web-client.yaml"
EXAMPLE_COMMAND = f"cfn-lint --append-rules=cfn_lint_cognito -- {EXAMPLE}"
THE_CLIENT = "The app client"
TOPICS_BY_RESOURCE: Mapping[str, Sequence[str]] = {
    THE_CLIENT: (
        "token_lifetimes",
        "oauth",
        "redirect_urls",
        "scopes",
        "identity_providers",
        "auth_flows",
        "attributes",
        "client_secret",
        "hardening",
    ),
    "Around the client": ("providers", "login_pages", "consumers", "authorizers"),
    "Roles and permissions": ("roles",),
    "The user pool": ("user_pool",),
    "Attachments of the user pool": ("attachments",),
}
"""The topics (folders of rules/) in the order in which they are read, by what they are about. A topic that is alone with what
it is about has the same title.
"""
TOPICS = tuple(topic for topics in TOPICS_BY_RESOURCE.values() for topic in topics)
LEVELS = {"E": "Error", "W": "Warning", "I": "Advice"}
SECTIONS = ("Why", "In the CDK", "When to ignore", "References")
_MARK = re.compile(r"\s+#(?: [EWI]9[56]\d\d)+[ \t]*$", re.MULTILINE)
_PLACEHOLDER = re.compile(r"\{\{(names|table): ([^{}]+)\}\}")
_WITHOUT = "tiers without "
_ISSUE = re.compile(r"https://github\.com/[^/]+/([^/]+)/(?:issues|pull|discussions)/(\d+)")
_FILE = re.compile(r"https://github\.com/[^/]+/([^/]+)/blob/[^/]+/([^#]+)")
_SECTION = re.compile(r"^## (.+)\n", re.MULTILINE)
_RUN = re.compile(rf"(?<=^\$ {re.escape(EXAMPLE_COMMAND)}\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
_TABLES = re.compile(r"(?<=<!-- rules: begin -->\n).*(?=<!-- rules: end -->)", re.DOTALL)


@dataclass(frozen=True)
class Page:
    """What a rule tells about itself."""

    rule: Rule

    @property
    def rule_path(self) -> str:
        """`token_lifetimes/e9511_access_token_lifetime`."""
        return rule_path_of(type(self.rule))

    @property
    def folder(self) -> str:
        """The folder of the topic, `token_lifetimes`."""
        return self.rule_path.partition("/")[0]

    @property
    def path(self) -> Path:
        return PAGES / f"{self.rule_path}.md"

    @property
    def number(self) -> int:
        return int(self.rule.id[1:])

    @property
    def topic(self) -> str:
        """The title of the topic."""
        return title_and_mistakes(self.folder)[0]

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
        return {heading: filled(text) for heading, text in sections.items()}

    def example(self, name: str) -> str | None:
        """A fixture without the marks of what it expects."""
        path = ROOT / "fixtures" / self.rule_path / f"{name}.yaml"
        return _MARK.sub("", path.read_text(encoding="utf-8")) if path.exists() else None

    @property
    def fix_in_cdk(self) -> str:
        return filled_with_names(self.rule.fix_in_cdk, self.rule.resource_types[0], Kind.L2, None)

    @property
    def command(self) -> str:
        options = f" -c {self.rule.id}" if self.level == "Advice" else ""
        return f"cfn-lint --append-rules=cfn_lint_cognito{options} -- {SHOWN_AS}"

    def written_by(self) -> Iterator[str]:
        """Which command writes the fixed template, or may write such a fix; nothing where somebody always has to decide."""
        advice = f" -c {self.rule.id}" if self.level == "Advice" else ""
        source = read(self.example("fail_plain") or "")
        for options, applicability in (("", (SAFE,)), (" --unsafe-fixes", (SAFE, UNSAFE))):
            done = fixed(source, _findings, lambda found, all_of=applicability: self._is_own(found, all_of))
            if done.written and done.source.text == self.example("pass_plain"):
                yield f"`cfn-lint-cognito --fix{options}{advice} -- {SHOWN_AS}` writes this: [fixes](../../fixing.md)."
                return
        if has_edits(self.rule):
            yield "`cfn-lint-cognito --fix` writes some fixes of this rule: [those that are certain](../../fixing.md)."

    def _is_own(self, found: Finding, applicability: Sequence[str]) -> bool:
        return found.rule == self.rule.id and found.applicability in applicability

    def text(self, output: str) -> str:
        sections = self.sections
        blocks = [
            f"# {self.rule.id}: {self.rule.shortdesc}",
            f"{self.level} · [{self.topic}](../README.md#{anchor(self.topic)})",
            f"**What is right:** {sections['']}",  # Below a title that says what is wrong, it reads like a description of that.
            "## Why",
            sections["Why"],
            "## Confidence",
            how_sure(self.rule),
            "## A template that fails",
            code("yaml", self.example("fail_plain") or ""),
            code("console", f"$ {self.command}\n{output}"),
            "## The same template, fixed",
            code("yaml", self.example("pass_plain") or ""),
            *self.written_by(),
            "## In the CDK",
            *filter(None, (self.fix_in_cdk, sections.get("In the CDK"))),
            f'`Validations.of(construct).acknowledge(Acknowledgment(id="cfn-lint-cognito::{self.rule.id}", reason="..."))` accepts it'
            " for a construct, or for all that is in a stack: [inside `cdk synth`](../../cdk.md).",
            "## When to ignore",
            sections["When to ignore"],
            f"`ignore_checks: [{self.rule.id}]`, for one resource, a template or a project:"
            " [how to ignore a rule](../../../README.md#ignore-and-configure).",
            "## References",
            sections["References"],
        ]
        return "\n\n".join(blocks) + "\n"


def has_edits(rule: Rule) -> bool:
    """Whether a rule has fixes that are written."""
    return type(rule).edits is not Rule.edits


def _findings(document: Mapping[str, Any]) -> list[Finding]:
    return check_read(Template(document, (SOME_REGION,)), include=ADVICE)


def fixable() -> str:
    """The rules that have fixes that are written."""
    rows = [
        [f"[{page.rule.id}](rules/{page.rule_path}.md)", page.rule.shortdesc]
        for page in pages()
        if has_edits(page.rule)
    ]
    return table(["Rule", "What it finds"], rows) + "\n"


def how_sure(rule: Rule) -> str:
    """What a rule rests on, quoting AWS, with a link to the source. A source that says more than one thing is named once."""
    told = []
    for confidence, meaning in CONFIDENCE.items():
        by_source: dict[str, list[Evidence]] = {}
        for evidence in rule.evidence:
            if evidence.confidence == confidence:
                by_source.setdefault(evidence.source, []).append(evidence)
        rows = [
            f"{'; '.join(map(_answer, told_there))} ([{source_name(source)}]({source}))"
            for source, told_there in by_source.items()
        ]
        told += [f"**{confidence.capitalize()}**: {meaning}.", "\n".join(f"- {row}" for row in rows)] if rows else []
    return "\n\n".join(told)


def _answer(evidence: Evidence) -> str:
    return f"`{evidence.answer}`" if evidence.quoted else evidence.answer


def source_name(address: str) -> str:
    """`aws-cdk#21604` for an issue, `aws-cdk: test/user-pool.test.ts` for a file on GitHub, else the host and the page."""
    if found := _ISSUE.match(address):
        return f"{found[1]}#{found[2]}"
    if found := _FILE.match(address):
        return f"{found[1]}: {'/'.join(Path(found[2]).parts[-2:])}"
    host, _, path = address.removeprefix("https://").partition("/")
    return f"{host}: {Path(path.partition('#')[0]).stem}"


def code(language: str, text: str) -> str:
    return f"```{language}\n{text.rstrip()}\n```"


def anchor(heading: str) -> str:
    """What GitHub makes of a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@cache
def title_and_mistakes(topic: str) -> tuple[str, str]:
    """What the package of a topic says: its title, and what kinds of mistakes its rules find."""
    title, _, mistakes = (import_module(f"cfn_lint_cognito.{topic}").__doc__ or "").partition("\n\n")
    return title, " ".join(mistakes.split())


def filled(text: str) -> str:
    """A text with what its placeholders stand for."""

    def told(placeholder: re.Match[str]) -> str:
        kind, name = placeholder.groups()
        return ", ".join(names(name)) if kind == "names" else TABLES[name]()

    return _PLACEHOLDER.sub(told, text)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, *rows]
    told = [f"| {' | '.join(line)} |".replace("|  |", "| |") for line in lines]
    return "\n".join([told[0], f"|{'---|' * len(head)}", *told[1:]])


def tiers() -> str:
    """What each tier of a user pool has, and the rule that looks at it: the entries of common.json that begin `tiers without`."""
    every = [(Page(rule), json.dumps(_schema(rule_path_of(type(rule))))) for rule in rules()]
    rows = []
    for entry in (entry for entry in _schema("common") if entry.startswith(_WITHOUT)):
        links = [
            f"[{page.rule.id}](../{page.rule_path}.md)" for page, schema in every if f'"common.json#/{entry}"' in schema
        ]
        has = ["no" if tier in names(entry) else "yes" for tier in names("tiers")]
        rows.append([entry.removeprefix(_WITHOUT), *has, ", ".join(links)])
    return table(["", *names("tiers"), "Rule"], rows)


def types_of_attributes() -> str:
    """The attributes that every pool has and Schema can declare, by the type with which the schema of E9658 accepts them."""
    (rule_path,) = (rule_path_of(type(rule)) for rule in rules() if rule.id == "E9658")
    schema = schema_at(rule_path)

    def accepted(name: str, data_type: str) -> bool:
        return not schema.violations({"Properties": {"Schema": [{"Name": name, "AttributeDataType": data_type}]}})

    types = ("String", "Number", "Boolean", "DateTime")
    declared = sorted(standard_attributes() - {*names("flags that Schema cannot declare")})
    by_type = {type_: [name for name in declared if accepted(name, type_)] for type_ in types}
    return table(["AttributeDataType", "Attributes"], ([type_, ", ".join(of)] for type_, of in by_type.items() if of))


def _schema(rule_path: str) -> Mapping[str, object]:
    """A file of schemas/, as it is written."""
    schema: dict[str, object] = json.loads((ROOT / "schemas" / f"{rule_path}.json").read_text(encoding="utf-8"))
    return schema


TABLES: Mapping[str, Callable[[], str]] = {"tiers": tiers, "types of attributes": types_of_attributes}


@cache
def rules() -> Sequence[Rule]:
    """Every rule that has a file, in the order of the numbers."""
    files = sorted(ROOT.glob("rules/*/[a-z]*.py"), key=lambda file: file.name[1:])
    modules = (import_module(f"cfn_lint_cognito.{file.parent.name}.{file.stem}") for file in files)
    return [rule() for module in modules for rule in rules_in(module)]


def catalogue() -> str:
    """What the hosts need to know of the rules before they import any."""
    told = {
        rule.id: {
            "rule_path": rule_path_of(type(rule)),
            "shortdesc": rule.shortdesc,
            "description": what_it_checks(type(rule)),
            "resource_types": rule.resource_types,
            "evidence": lowest_confidence(rule.evidence),
            "options": dict(rule.options),
        }
        for rule in rules()
    }
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"


@cache
def pages() -> Sequence[Page]:
    """Every rule of the pack, by topic and number."""
    return sorted(map(Page, rules()), key=lambda page: (TOPICS.index(page.folder), page.number))


def complete(every: Iterable[Page]) -> Iterator[Page]:
    """The rules that have both examples of their page."""
    for page in every:
        missing = [name for name in ("fail_plain", "pass_plain") if page.example(name) is None]
        if missing:
            print(
                f"{page.rule.id}: no page, since fixtures/{page.rule_path} lacks {' and '.join(missing)}",
                file=sys.stderr,
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
        f"{len(every)} rules, by what they are about. An error is what AWS rejects or what contradicts itself;"
        " a warning deploys, but does not do what was intended; advice is shown with `-c I`.",
        "The evidence says who tells that AWS does so: "
        + "; ".join(f"*{confidence}*: {meaning}" for confidence, meaning in CONFIDENCE.items())
        + ". A rule is as sure as the least sure of its claims, and no error rests on what is inferred."
        " `cfn-lint-cognito --list` prints the same for the terminal.",
        "\n".join(f"- {_contents(resource, topics)}" for resource, topics in TOPICS_BY_RESOURCE.items()),
    ]
    for resource, topics in TOPICS_BY_RESOURCE.items():
        blocks.append(f"## {resource}")
        for topic in topics:
            title, mistakes = title_and_mistakes(topic)
            rows = [
                [_link(page, PAGES), page.level, lowest_confidence(page.rule.evidence), page.rule.shortdesc]
                for page in every
                if page.folder == topic
            ]
            heading = "" if title == resource else f"### {title}"
            blocks += [heading, mistakes, table(["ID", "Level", "Evidence", "What it finds"], rows)]
    return "\n\n".join(filter(None, blocks)) + "\n"


def _contents(resource: str, topics: Sequence[str]) -> str:
    links = [_link_to_topic(topic, "") for topic in topics]
    return links[0] if title_and_mistakes(topics[0])[0] == resource else f"{resource}: {', '.join(links)}"


def tables(every: Sequence[Page]) -> str:
    """The topics, with how many rules each has."""
    rows = []
    for topic, found in groupby(every, lambda page: page.folder):
        _, mistakes = title_and_mistakes(topic)
        rows.append([_link_to_topic(topic, INDEX.as_posix()), mistakes, str(len(list(found)))])
    return table(["Topic", "What its rules find", "Rules"], rows) + "\n"


def _link(page: Page, seen_from: Path) -> str:
    return f"[{page.rule.id}]({page.path.relative_to(seen_from).as_posix()})"


def _link_to_topic(topic: str, file: str) -> str:
    title, _ = title_and_mistakes(topic)
    return f"[{title}]({file}#{anchor(title)})"


def everything() -> Mapping[Path, str]:
    """The text of every generated file, by its path in the project."""
    shown = list(complete(pages()))
    printed, run = outputs(shown)
    readme = (ROOT / README).read_text(encoding="utf-8")
    return {
        CATALOGUE: catalogue(),
        **{page.path: page.text(printed[page.rule.id]) for page in shown},
        INDEX: index(pages()),
        FIXING: _TABLES.sub(lambda _: fixable(), (ROOT / FIXING).read_text(encoding="utf-8")),
        PICTURE: picture(EXAMPLE_COMMAND, run),
        README: _RUN.sub(lambda _: f"{run}\n", _TABLES.sub(lambda _: tables(pages()), readme)),
    }


def stale(texts: Mapping[Path, str]) -> list[Path]:
    """Pages of rules that do not exist."""
    return [page for path in ROOT.glob(f"{PAGES}/*/*.md") if (page := path.relative_to(ROOT)) not in texts]


def differing(texts: Mapping[Path, str]) -> list[Path]:
    """The files that are not what would be written."""
    return [
        path for path, text in texts.items() if not (ROOT / path).exists() or (ROOT / path).read_text("utf-8") != text
    ]


def write(path: Path, text: str) -> None:
    print(path)
    (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
    (ROOT / path).write_text(text, encoding="utf-8", newline="\n")


def main() -> int:
    only_checked = "--check" in sys.argv[1:]
    if not only_checked and differing({CATALOGUE: catalogue()}):
        write(CATALOGUE, catalogue())  # First of all: the pages show what cfn-lint finds by the rules of the catalogue.
    if "--catalogue" in sys.argv[1:]:
        return 0
    texts = everything()
    changes = sorted([*differing(texts), *stale(texts)])
    for path in changes:
        if path in texts and not only_checked:
            write(path, texts[path])
        else:
            print(path)
            if not only_checked:
                (ROOT / path).unlink()
    return int(bool(changes) and only_checked)


if __name__ == "__main__":
    sys.exit(main())
