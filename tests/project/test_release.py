"""What is released: a wheel and an sdist that need nothing else, and the workflows that make them."""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from email.message import Message
from email.parser import Parser
from functools import cached_property
from pathlib import Path, PurePosixPath
from runpy import run_path
from typing import Any

import generate
import pytest
import website
import yaml
from cfn_lint_cognito import __version__
from cfn_lint_cognito.engine.report.catalogue import PROJECT
from environments import Environment, beside_cfn_lint, installed, release, started
from in_turn import in_turn
from linting import FIXTURES, ROOT

WRONG = FIXTURES / "token_lifetimes" / "e9511_access_token_lifetime" / "fail_plain.yaml"
NOX = run_path(str(ROOT / "noxfile.py"))
SETUP = run_path(str(ROOT / "setup.py"))
_BLOCK = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
_CODE = re.compile(rf"{_BLOCK.pattern}|`[^`\n]+`", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)]*)\)")
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def run(*command: str | Path, cwd: Path = ROOT) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *map(str, command)],
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@dataclass(frozen=True)
class Contents:
    """Of wheel and sdist."""

    wheel: Path
    sdist: Path

    @cached_property
    def in_wheel(self) -> set[str]:
        with zipfile.ZipFile(self.wheel) as archive:
            return set(archive.namelist())

    @cached_property
    def in_sdist(self) -> set[str]:
        with tarfile.open(self.sdist) as archive:
            return {member.name.partition("/")[2] for member in archive if not member.isdir()}

    @property
    def metadata(self) -> Message:
        with zipfile.ZipFile(self.wheel) as archive:
            (name,) = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
            return Parser().parsestr(archive.read(name).decode())


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Contents:
    made = release(tmp_path_factory)
    return Contents(made.wheel, made.sdist)


def finds_the_mistake(fresh: Environment, folder: Path) -> None:
    (folder / "wrong.yaml").write_bytes(WRONG.read_bytes())
    done = fresh.run("cfn-lint", "--append-rules=cfn_lint_cognito", "--", "wrong.yaml", cwd=folder)
    assert (done.returncode, done.stderr, "E9511" in done.stdout) == (2, "", True)
    hook = fresh.run("cfn-lint-cognito", "--", "wrong.yaml", cwd=folder)
    assert (hook.returncode, hook.stdout) == (2, done.stdout)
    assert "so Cognito counts hours" in fresh.run("cfn-lint-cognito", "--explain", "E9511", cwd=folder).stdout
    assert fresh.run("cfn-lint-cognito", "--version", cwd=folder).stdout.startswith(f"cfn-lint-cognito {__version__} ")


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_wheel_and_sdist_install_and_run_without_the_repository(
    kind: str, built: Contents, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The commands of the wheel are really started, those of the sdist are the same."""
    made = {
        "wheel": lambda: installed(tmp_path_factory),
        "sdist": lambda: started(
            tmp_path_factory, beside_cfn_lint(tmp_path_factory, tmp_path / "environment", built.sdist)
        ),
    }[kind]()
    finds_the_mistake(made, tmp_path)


def test_the_wheel_holds_the_package_and_nothing_else(built: Contents) -> None:
    rules = {f"cfn_lint_cognito/{file.relative_to(ROOT / 'rules').as_posix()}" for file in ROOT.glob("rules/**/*.py")}
    beside = [*ROOT.glob("engine/**/*.py"), *ROOT.glob("schemas/**/*.json")]
    about = f"cfn_lint_cognito-{__version__}.dist-info"
    expected = rules | {f"cfn_lint_cognito/{file.relative_to(ROOT).as_posix()}" for file in beside}
    expected |= {
        f"cfn_lint_cognito/pages/{page.relative_to(ROOT / 'docs/rules').as_posix()}"
        for page in ROOT.glob("docs/rules/**/*.md")
    }
    expected |= {"cfn_lint_cognito/py.typed", "cfn_lint_cognito/catalogue.json", f"{about}/licenses/LICENSE"}
    expected |= {f"{about}/{name}" for name in ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "top_level.txt")}
    assert built.in_wheel == expected


def test_the_sdist_holds_what_the_suite_needs(built: Contents) -> None:
    for name in (
        "README.md",
        "CHANGELOG.md",
        "SECURITY.md",
        "LICENSE",
        "action.yml",
        "noxfile.py",
        "zensical.toml",
        ".ci/run",
        ".pre-commit-hooks.yaml",
    ):
        assert name in built.in_sdist
    for folder in (
        "benchmarks",
        "docs",
        "engine",
        "examples",
        "fixtures",
        "rules",
        "schemas",
        "templates",
        "tests",
        "tools",
        ".github",
    ):
        ours = {file.relative_to(ROOT).as_posix() for file in (ROOT / folder).rglob("*") if file.is_file()}
        ours = {name for name in ours if "__pycache__" not in name and ".egg-info" not in name}
        assert ours <= built.in_sdist
    assert not {name for name in built.in_sdist if PurePosixPath(name).parts[0] in ("build", "dist", ".venv", ".nox")}


def test_twine_has_nothing_to_say(built: Contents) -> None:
    assert "warning" not in run("twine", "check", "--strict", built.wheel, built.sdist).lower()


def test_metadata(built: Contents) -> None:
    said = built.metadata
    assert (said["Name"], said["Version"], said["License-Expression"]) == ("cfn-lint-cognito", __version__, "MIT")
    assert said["Requires-Python"] == ">=3.11"
    needed = [requirement for requirement in said.get_all("Requires-Dist", []) if "extra ==" not in requirement]
    assert needed == ["cfn-lint<2,>=1.37.0"]
    urls = dict(url.split(", ") for url in said.get_all("Project-URL", []))
    assert urls["Homepage"] == PROJECT
    for url in urls.values():
        assert url.startswith(PROJECT)
        page = url.partition("/blob/main/")[2]
        assert (ROOT / page).exists()
    classifiers = said.get_all("Classifier", [])
    versions = [classifier.rpartition(" :: ")[2] for classifier in classifiers if ":: Python :: 3." in classifier]
    assert versions == NOX["PYTHONS"]


def test_every_link_of_the_page_on_pypi_leads_to_the_release(built: Contents) -> None:
    page = f"{PROJECT}/blob/v{__version__}/"
    file = f"{PROJECT.replace('github.com', 'raw.githubusercontent.com')}/v{__version__}/"
    said = built.metadata
    assert said["Description-Content-Type"] == "text/markdown"
    links = _LINK.findall(_CODE.sub("", said.get_payload()))
    assert [link for _, link in links if not link.startswith("https://")] == []
    assert [link for image, link in links if image] == [f"{file}docs/terminal.svg"]
    ours = [link.removeprefix(file).removeprefix(page) for _, link in links if link.startswith((file, page))]
    written = _LINK.findall(_CODE.sub("", (ROOT / "README.md").read_text(encoding="utf-8")))
    assert len(ours) == len([link for _, link in written if not link.startswith("https://")]) > 0
    for link in ours:
        target, _, heading = link.partition("#")
        assert (ROOT / target).exists(), link
        text = _BLOCK.sub("", (ROOT / target).read_text(encoding="utf-8")) if heading else ""
        headings = [generate.anchor(found) for found in re.findall(r"^#+ (.+)$", text, re.MULTILINE)]
        assert heading in {"", *headings}, link


@in_turn(
    ("written", "shown"),
    [
        ("[a](docs/a.md#b)", "[a](https://github.com/cfn-lint-cognito/cfn-lint-cognito/blob/v1.2.3/docs/a.md#b)"),
        ("[a](#b)", "[a](https://github.com/cfn-lint-cognito/cfn-lint-cognito/blob/v1.2.3/README.md#b)"),
        ("![a](a.svg)", "![a](https://raw.githubusercontent.com/cfn-lint-cognito/cfn-lint-cognito/v1.2.3/a.svg)"),
        ("[`a`](b) [c](d)", "[`a`](P/b) [c](P/d)"),
        ("[a](https://example.com/b)", "[a](https://example.com/b)"),
        ("`[a](b)`", "`[a](b)`"),
        ("```md\n[a](b)\n```", "```md\n[a](b)\n```"),
    ],
)
def test_a_link_of_the_page_on_pypi(written: str, shown: str) -> None:
    shown = shown.replace("P/", f"{PROJECT}/blob/v1.2.3/")
    assert SETUP["long_description"](written, "1.2.3") == shown


def test_the_version_stands_in_one_place() -> None:
    assert f"\n  rev: v{__version__}\n" in (ROOT / "README.md").read_text()
    changelog = (ROOT / "CHANGELOG.md").read_text()
    assert re.search(r"^## \[(?!Unreleased)(.*?)\]", changelog, re.MULTILINE)[1] == __version__  # type: ignore[index]
    assert f"/compare/v{__version__}...HEAD\n" in changelog
    assert f"/releases/tag/v{__version__}\n" in changelog
    sources = [
        ROOT / "pyproject.toml",
        *ROOT.glob("rules/**/*.py"),
        *ROOT.glob("engine/**/*.py"),
        *ROOT.glob("docs/*.py"),
    ]
    assert [file.name for file in sources if f'"{__version__}"' in file.read_text()] == ["version.py"]


def jobs(workflow: str) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((ROOT / ".github" / "workflows" / workflow).read_text())["jobs"]
    return read


def commands(job: dict[str, Any]) -> list[str]:
    return [step["run"] for step in job.get("steps", ()) if "run" in step]


def test_workflows_are_what_github_reads() -> None:
    run("check_jsonschema", "--builtin-schema", "vendor.github-workflows", *WORKFLOWS)
    run("check_jsonschema", "--builtin-schema", "vendor.dependabot", ROOT / ".github" / "dependabot.yml")


def test_actions_of_others_are_named_by_their_commit() -> None:
    """A tag can be moved to another commit. The version beside it is for people, and for what proposes updates."""
    used = [
        action
        for file in [*WORKFLOWS, ROOT / "action.yml"]
        for action in re.findall(r"\buses: (.+)", file.read_text(encoding="utf-8"))
        if not action.startswith("./")
    ]
    assert len(used) > 10
    assert [action for action in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)] == []
    commits = {tuple(action.split(" # ")) for action in used}
    assert len(commits) == len({action.partition("@")[0] for action in used}), "one commit for each action"


def test_the_test_workflow_runs_the_suite_and_every_session_of_nox() -> None:
    suite, versions, systems, cdk = jobs("test.yml").values()
    (command,) = commands(suite)
    assert (ROOT / command).stat().st_mode & 0o111
    matrix = versions["strategy"]["matrix"]
    cells = [(python, name) for python in matrix["python"] for name in matrix["cfn-lint"]]
    cells += [(cell["python"], cell["cfn-lint"]) for cell in matrix["include"]]
    assert sorted(cells) == sorted(NOX["CELLS"])
    (command,) = commands(versions)
    template = command.partition(" --session ")[2].strip('"')
    asked = {
        template.replace("${{ matrix.python }}", python).replace("${{ matrix.cfn-lint }}", name)
        for python, name in cells
    }
    (command,) = commands(systems)
    assert command in {
        f"pipx run nox --session \"tests(python='{python}', cfn_lint='{name}')\"" for python, name in cells
    }
    (command,) = commands(cdk)
    asked.update(command.partition(" --session ")[2].split())
    listed = run("nox", "--list", "--noxfile", ROOT / "noxfile.py")
    assert asked == set(re.findall(r"^\* (.+)$", listed, re.MULTILINE))


def test_the_publish_workflow_checks_the_tag_and_builds() -> None:
    test, build, publish, _ = jobs("publish.yml").values()
    assert (ROOT / test["uses"]).is_file()
    tag, *rest = commands(build)
    for name, code in ((f"v{__version__}", 0), ("v0.0.0", 1)):
        done = subprocess.run(
            ["bash", "-c", tag], cwd=ROOT, env={"PATH": "/usr/bin:/bin", "GITHUB_REF_NAME": name}, check=False
        )
        assert done.returncode == code
    assert rest == ["pipx run uv build", "pipx run twine check --strict dist/*"]
    assert publish["needs"] == ["test", "build"]
    assert publish["permissions"] == {"id-token": "write"}
    assert "password" not in str(publish)


def test_the_publish_workflow_builds_the_site_by_the_one_command() -> None:
    site = jobs("publish.yml")["site"]
    install, build = commands(site)
    assert install == "pip install -e '.[docs]'"
    assert f"`{build}`" in (ROOT / "CONTRIBUTING.md").read_text()
    (upload,) = [step for step in site["steps"] if "upload-pages-artifact" in step.get("uses", "")]
    assert ROOT / upload["with"]["path"] == website.BUILT / "site"
    assert site["needs"] == ["test"]
    assert site["permissions"] == {"contents": "read", "id-token": "write", "pages": "write"}
