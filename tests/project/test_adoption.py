"""docs/adoption.md, command by command, in a repository with the mistakes of the fixtures, and what it says of cfn-lint."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import environments
import pytest
from environments import repository
from linting import FIXTURES, ROOT, cfn_lint

PAGE = (ROOT / "docs" / "adoption.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_COMMAND = re.compile(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
TEMPLATES = {
    "accounts/admin": "redirect_urls/w9536_placeholder_callback_url",
    "accounts/batch": "oauth/e9525_client_credentials_without_secret",
    "accounts/web": "token_lifetimes/e9511_access_token_lifetime",
    "orders/mobile": "auth_flows/i9568_password_without_srp",
    "orders/partner": "redirect_urls/w9536_placeholder_callback_url",
    "orders/web": "oauth/w9523_oauth_settings_without_switch",
    "portal/admin": "auth_flows/w9563_no_refresh_flow",
    "portal/mobile": "oauth/i9528_implicit_grant",
    "portal/web": "identity_providers/e9554_identity_provider_without_waiting",
    "shop/api": "oauth/w9527_client_credentials_with_user_admin_scope",
    "shop/kiosk": "auth_flows/i9568_password_without_srp",
    "shop/mobile": "token_lifetimes/e9511_access_token_lifetime",
    "shop/partner": "scopes/e9542_scope_without_waiting",
    "shop/web": "redirect_urls/w9536_placeholder_callback_url",
    "support/admin": "oauth/i9528_implicit_grant",
    "support/web": "oauth/i9529_oauth_client_without_domain",
}
"""The repository: its templates, and the fixture whose mistake each of them has."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, rule_path in TEMPLATES.items():
        template = tmp_path / "templates" / f"{name}.yaml"
        template.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(FIXTURES / rule_path / "fail_plain.yaml", template)
    return repository(tmp_path)


def files() -> dict[str, str]:
    """The blocks of the page that are files, by their names."""
    named = (
        (re.search(r"^# ([\w.]+)$", text, re.MULTILINE), text)
        for language, text in _BLOCK.findall(PAGE)
        if language != "console"
    )
    return {name[1]: text for name, text in named if name}


def commands() -> list[tuple[str, str]]:
    shown = [text for language, text in _BLOCK.findall(PAGE) if language == "console"]
    return [command for text in shown for command in _COMMAND.findall(text)]


@pytest.mark.skipif(shutil.which("jq") is None, reason="the page needs jq")
def test_every_command_of_the_page_prints_what_the_page_shows(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    installed = environments.started(tmp_path_factory, environments.installed(tmp_path_factory))
    environments.git(folder, "branch", "--force", "--move", "main")
    for name, text in files().items():
        (folder / name).write_text(text)
    identity = {
        f"GIT_{who}_{what}": "test@example.com" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    failed = []
    for command, output in commands():
        done = installed.run("bash", "-c", command, cwd=folder, variables=identity)
        assert done.stderr == "", command
        assert done.stdout == output, command
        if done.returncode:
            failed.append(command.split()[0])
    assert failed == ["!", "git"]


def findings(folder: Path, monkeypatch: pytest.MonkeyPatch, *options: str) -> list[tuple[str, str, str]]:
    """What the baseline has: rule, template and place."""
    monkeypatch.chdir(folder)
    _, output = cfn_lint("--format", "json", *options)
    found = [(one["Rule"]["Id"], one["Filename"], str(one["Location"]["Path"])) for one in json.loads(output)]
    return sorted(found)


def test_a_finding_stays_the_same_when_lines_move(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = findings(folder, monkeypatch, "--", "templates/**/*.yaml")
    assert {rule for rule, *_ in before} >= {"E9511", "E9525", "W9536"}
    for template in folder.glob("templates/*/*.yaml"):
        template.write_text(f"# A line\nDescription: Another line\n{template.read_text()}")
    assert findings(folder, monkeypatch, "--", "templates/**/*.yaml") == before


IGNORED = "Metadata: {cfn-lint: {config: {ignore_checks: [E9511]}}}\n"
HERE = "templates/accounts/web.yaml"
ELSEWHERE = "templates/shop/mobile.yaml"


def keep_two(folder: Path) -> None:
    for template in {*folder.glob("templates/*/*.yaml")} - {folder / HERE, folder / ELSEWHERE}:
        template.unlink()


@pytest.mark.parametrize(
    ("file", "change", "silent"),
    [
        (HERE, ("  WebClient:\n", f"  WebClient:\n    {IGNORED}"), [HERE]),
        (HERE, ("  UserPool:\n", f"  UserPool:\n    {IGNORED}"), []),
        (HERE, ("  WebClient:\n", f"  WebClient:\n    {IGNORED.replace('E9511', 'E95')}"), []),
        (HERE, ("Resources:\n", f"{IGNORED}Resources:\n"), [HERE]),
        (".cfnlintrc", ("templates:", "ignore_checks: [E9511]\ntemplates:"), [HERE, ELSEWHERE]),
        (".cfnlintrc", ("templates:", f"ignore_templates: [{HERE}]\ntemplates:"), [HERE]),
        ("templates/accounts/.cfnlintrc", ("", "ignore_checks: [E9511]\n"), []),
    ],
    ids=[
        "resource",
        "another resource",
        "beginning in a resource",
        "template",
        "ignore_checks",
        "ignore_templates",
        "beside the templates",
    ],
)
def test_what_silences_what(
    file: str, change: tuple[str, str], silent: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_two(folder)
    (folder / ".cfnlintrc").write_text(files()[".cfnlintrc"])
    text = (folder / file).read_text() if (folder / file).exists() else ""
    assert change[0] in text
    (folder / file).write_text(text.replace(*change) if text else change[1])
    left = {template for rule, template, _ in findings(folder, monkeypatch) if rule == "E9511"}
    assert left == {HERE, ELSEWHERE} - set(silent)


def test_the_code_to_exit_with_comes_from_the_command_line_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_two(folder)
    monkeypatch.chdir(folder)
    Path(".cfnlintrc").write_text(f"{files()['.cfnlintrc']}non_zero_exit_code: none\n")
    assert cfn_lint()[0] == 2
    assert cfn_lint("--non-zero-exit-code", "none")[0] == 0


def test_the_command_line_replaces_what_the_template_ignores(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / HERE).write_text(f"{IGNORED}{(folder / HERE).read_text()}")
    assert findings(folder, monkeypatch, "--", HERE) == []
    assert len(findings(folder, monkeypatch, "-i", "W9523", "--", HERE)) == 1
    assert findings(folder, monkeypatch, "--merge-configs", "-i", "W9523", "--", HERE) == []


def test_the_report_for_code_scanning_has_no_fingerprints(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    _, output = cfn_lint("--format", "sarif", "--", HERE)
    (result,) = json.loads(output)["runs"][0]["results"]
    assert result.keys() == {"ruleId", "level", "message", "locations"}
