"""`"app": "... && cfn-lint-cognito --cdk"` with the CDK's command: apps in TypeScript and Python.

The CDK says what it would do with names that a run did not have, when the command is given the finished cloud assembly
(`--app cdk.out`). It then reads the report that is there.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from cdk_commands import Done, Project, installed_from_npm, project, started
from linting import ROOT

pytestmark = pytest.mark.cdk

OPEN = "ERROR The access token lives 60 hours"
SCOPE = "orders/read is none of Cognito's own"


@pytest.fixture(scope="module")
def node_modules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return installed_from_npm(tmp_path_factory)


@pytest.fixture(scope="module")
def command(node_modules: Path) -> Iterator[subprocess.Popen[str]]:
    with started(node_modules) as process:
        yield process


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory, node_modules: Path, command: subprocess.Popen[str]) -> Project:
    return project(tmp_path_factory.mktemp("shop"), node_modules, "shop.ts", "ts-node", command)


@pytest.fixture(scope="module")
def mistakes(shop: Project) -> tuple[Project, Done]:
    return shop, shop.cdk("synth", "--quiet", "--output", "mistakes.out", parts="mistakes,plugin")


@pytest.fixture(scope="module")
def staged(shop: Project) -> tuple[Project, Done]:
    return shop, shop.cdk("synth", "--quiet", "--output", "stages.out", parts="stages")


def blocks(done: Done) -> list[str]:
    """What the CDK's command shows of each violation of the pack, from the place in the app on."""
    return [block for block in done.output.split("\n\n") if "(cfn-lint-cognito)" in block]


def test_errors_end_the_synthesis(mistakes: tuple[Project, Done]) -> None:
    _, done = mistakes
    assert done.code == 1, done.output
    assert "Synthesis finished with errors" in done.output
    assert "Subprocess exited" not in done.output


def test_a_finding_is_shown_with_its_construct_and_where_it_was_made(mistakes: tuple[Project, Done]) -> None:
    _, done = mistakes
    (block,) = (block for block in blocks(done) if OPEN in block)
    made_at, message, construct, fix, acknowledge = block.splitlines()[:5]
    assert re.fullmatch(r"shop\.ts:\d+:\d+", made_at)
    assert message.endswith("(cfn-lint-cognito)")
    assert construct == "   Known/Open (Open)"
    assert re.search(r"Suggested fix: .* https://\S+/e9511_access_token_lifetime\.md$", fix)
    assert acknowledge == "   Acknowledge with 'cfn-lint-cognito::E9511'"


def test_stacks_that_import_and_nested_stacks_are_judged(mistakes: tuple[Project, Done]) -> None:
    _, done = mistakes
    shown = "\n".join(blocks(done))
    assert SCOPE in shown
    assert "Web/Orders/Resource (" in shown
    assert "Web/Outer/Inner/Pool/Client/Resource (" in shown


def test_what_is_acknowledged_is_suppressed(mistakes: tuple[Project, Done]) -> None:
    shop, done = mistakes
    reports = json.loads((shop.folder / "mistakes.out" / "validation-report.json").read_text())["pluginReports"]
    suppressed = {
        (each["violatingConstructs"][0]["constructPath"], each["acknowledgedAt"], each["reason"])
        for report in reports
        for each in report.get("suppressedViolations", ())
    }
    assert suppressed == {
        ("Known/Itself", "Known/Itself", "Known of Itself."),
        ("Known/Group/Below", "Known/Group", "Known of Group."),
        ("Known/InStack", "Known", "Known of Known."),
    }
    assert not any(construct in done.output for construct, _, _ in suppressed)


def test_what_another_plugin_says_stays(mistakes: tuple[Project, Done]) -> None:
    _, done = mistakes
    assert "WARNING What another plugin says. (another)" in done.output


def test_errors_end_a_deployment_before_it_begins(mistakes: tuple[Project, Done]) -> None:
    shop, _ = mistakes
    done = shop.cdk("deploy", "--all", "--require-approval", "never", "--app", "mistakes.out")
    assert (done.code, OPEN in done.output) == (1, True)
    assert "Synthesis finished with errors" in done.output


@pytest.mark.parametrize(("options", "code"), [([], 0), (["--strict"], 1)])
def test_warnings_end_it_only_when_it_is_strict(options: list[str], code: int, mistakes: tuple[Project, Done]) -> None:
    """The errors are in other stacks."""
    shop, _ = mistakes
    done = shop.cdk("synth", "--quiet", "--app", "mistakes.out", "Calm", *options)
    assert done.code == code, done.output
    assert "WARNING SupportedIdentityProviders is missing" in done.output
    assert OPEN not in done.output


def test_an_error_in_a_stage_ends_a_synthesis_without_names(staged: tuple[Project, Done]) -> None:
    _, done = staged
    assert done.code == 1, done.output
    assert "E9511 The access token lives 60 hours" in done.output
    assert "   Prod/Shop/Client (Client in stages.out/assembly-Prod/" in done.output
    assert re.search(r"Made at shop\.ts:\d+:\d+", done.output)
    assert "There are errors in a stage, so this ends with the exit code 1." in done.output
    assert "Subprocess exited with error 1" in done.output


@pytest.mark.parametrize(("names", "code"), [([], 0), (["Prod/*"], 1)])
def test_the_command_chooses_from_the_report_by_name(names: list[str], code: int, staged: tuple[Project, Done]) -> None:
    """Without names it leaves out what is in stages: that is why the exit code has to end it."""
    shop, _ = staged
    done = shop.cdk("synth", "--quiet", "--app", "stages.out", *names)
    assert (done.code, OPEN in done.output) == (code, bool(code))


def test_an_app_without_cognito_passes(shop: Project) -> None:
    done = shop.cdk("synth", "--quiet", "--output", "topics.out", parts="topics")
    assert done.code == 0, done.output
    assert "cfn-lint-cognito" not in done.output
    assert not (shop.folder / "topics.out" / "validation-report.json").exists()


def test_the_app_of_the_page_gets_the_findings_that_the_page_shows(tmp_path: Path, node_modules: Path) -> None:
    page, readme = ((ROOT / file).read_text(encoding="utf-8") for file in ("docs/cdk.md", "README.md"))
    app, line, shown = (re.search(rf"```{kind}\n(.*?)```", page, re.DOTALL) for kind in ("ts", "json", "console"))
    assert app
    assert line
    assert shown
    of_page = project(tmp_path, node_modules, "shop.ts", "ts-node")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "shop.ts").write_text(app[1])
    (tmp_path / "cdk.json").write_text(line[1].replace("npx ", ""))  # It would take a second.
    done = of_page.cdk("synth", "--quiet")
    assert done.code == 1
    assert done.output.endswith(shown[1].partition("\n")[2])
    of_readme = re.search("```console\n(.*?)```", readme.partition("\n## CDK\n")[2], re.DOTALL)
    assert of_readme
    *finding, ended = of_readme[1].splitlines()[1:]
    assert "\n".join(finding) in done.output
    assert done.output.endswith(f"{ended}\n")


def test_an_older_command_shows_what_is_printed(shop: Project) -> None:
    done = shop.cdk("synth", "--quiet", "--output", "old.out", command="aws-cdk-before-reports", parts="mistakes")
    assert done.code == 1, done.output
    assert "E9511 The access token lives 60 hours" in done.output
    assert "   Known/Open (Open in old.out/Known.template.json, Properties.AccessTokenValidity)" in done.output
    assert "Subprocess exited with error 6" in done.output


def test_an_app_in_python(tmp_path: Path, node_modules: Path, command: subprocess.Popen[str]) -> None:
    done = project(tmp_path, node_modules, "shop.py", "python", command).cdk("synth", "--quiet")
    assert done.code == 1, done.output
    (block,) = blocks(done)
    assert SCOPE in block
    assert "   Web/Orders/Resource (" in block
