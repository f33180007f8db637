"""However the pack is loaded, cfn-lint prints the same, byte for byte."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from cfn_lint_cognito.engine.report.catalogue import entries
from environments import (
    Environment,
    beside_cfn_lint,
    copy_of_project,
    environment,
    installed,
    own_started,
    release,
    started,
    with_cfn_lint,
)
from in_turn import in_turn
from linting import FIXTURES
from started import PYTHON, WITHOUT_RULES_OF_CFN_LINT

OF_CFN_LINT = [f"{level}{number}" for level in "EWI" for number in range(9)]
"""What the IDs of cfn-lint's own rules begin with."""


@pytest.fixture(scope="session")
def templates() -> list[str]:
    """The plain mistakes of some rules of each topic, and one template in JSON. cfn-lint takes its time for each."""
    topics = sorted({entry.rule_path.partition("/")[0] for entry in entries()})
    paths = [path for topic in topics for path in sorted(FIXTURES.glob(f"{topic}/*/fail_plain.yaml"))[::3]]
    return [str(path) for path in sorted([*paths, *FIXTURES.glob("token_lifetimes/*/fail_in_json.json")])]


@pytest.fixture(scope="session")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_of_project(tmp_path_factory.mktemp("clone") / "cfn-lint-cognito")


@pytest.fixture(scope="session")
def bare_clone(tmp_path_factory: pytest.TempPathFactory, clone: Path) -> Path:
    """Only the folders that a vendored copy needs."""
    bare = tmp_path_factory.mktemp("bare") / "vendored"
    for name in ("rules", "engine", "schemas"):
        shutil.copytree(clone / name, bare / name)
    return bare


@pytest.fixture(scope="session")
def environments(tmp_path_factory: pytest.TempPathFactory, clone: Path) -> Mapping[str, Environment]:
    folder = tmp_path_factory.mktemp("environments")
    return {
        "wheel": started(tmp_path_factory, installed(tmp_path_factory)),
        "editable": started(
            tmp_path_factory, beside_cfn_lint(tmp_path_factory, folder / "editable", "--editable", clone)
        ),
        "none": started(tmp_path_factory, with_cfn_lint(tmp_path_factory)),
    }


def lint(
    made: Environment, rules: str, templates: list[str], cwd: Path, variables: Mapping[str, str] | None = None
) -> str:
    """What cfn-lint prints in the one of its formats that says everything it knows of a finding and its rule."""
    options = ["-c", "I", "-i", *OF_CFN_LINT, "-f", "json"]
    command = ("cfn-lint", f"--append-rules={rules}", *options, "--", *templates)
    done = made.run(*command, cwd=cwd, variables=variables)
    assert done.stderr == ""
    return done.stdout


@pytest.fixture(scope="session")
def expected(
    environments: Mapping[str, Environment], templates: list[str], tmp_path_factory: pytest.TempPathFactory
) -> str:
    return lint(environments["wheel"], "cfn_lint_cognito", templates, tmp_path_factory.mktemp("elsewhere"))


@pytest.mark.parametrize(
    ("name", "loaded"),
    [
        ("editable", "the module"),
        ("wheel", "the directory"),
        ("editable", "the directory"),
        ("none", "the directory of a bare clone"),
    ],
)
def test_every_way_of_loading_gives_the_same_output(
    name: str,
    loaded: str,
    environments: Mapping[str, Environment],
    clone: Path,
    bare_clone: Path,
    templates: list[str],
    expected: str,
    tmp_path: Path,
) -> None:
    rules = {
        "the module": "cfn_lint_cognito",
        "the directory": str(clone / "rules"),
        "the directory of a bare clone": str(bare_clone / "rules"),
    }[loaded]
    assert lint(environments[name], rules, templates, tmp_path, {WITHOUT_RULES_OF_CFN_LINT: ""}) == expected
    assert {finding["Filename"] for finding in json.loads(expected)} == set(templates)


@pytest.mark.parametrize(
    ("where", "name"),
    [("inside", "none"), ("beside", "none"), ("far", "none"), ("inside", "wheel"), ("far", "editable")],
)
def test_a_directory_loads_from_any_working_directory(
    name: str,
    where: str,
    environments: Mapping[str, Environment],
    bare_clone: Path,
    templates: list[str],
    expected: str,
    tmp_path: Path,
) -> None:
    cwd = {"inside": bare_clone, "beside": bare_clone / "rules" / "oauth", "far": tmp_path}[where]
    rules = os.path.relpath(bare_clone / "rules", cwd) + ("/" if where == "beside" else "")
    few = templates[:3]
    findings = [finding for finding in json.loads(expected) if finding["Filename"] in few]
    assert findings
    assert json.loads(lint(environments[name], rules, few, cwd)) == findings


def test_a_clone_says_which_of_its_folders_has_the_rules(
    environments: Mapping[str, Environment], clone: Path, templates: list[str], tmp_path: Path
) -> None:
    done = environments["none"].run("cfn-lint", f"--append-rules={clone}", "--", templates[0], cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.endswith(
        "this folder has no rules itself; those of cfn-lint-cognito are in its folder `rules`\n"
    )


def test_a_directory_uses_its_own_code_and_not_the_installed_package(
    environments: Mapping[str, Environment], bare_clone: Path, templates: list[str], tmp_path: Path
) -> None:
    other = shutil.copytree(bare_clone, tmp_path / "other")
    shared = other / "rules" / "token_lifetimes" / "_lifetime_words.py"
    shared.write_text(shared.read_text().replace('"access token"', '"token of another version"'))
    schema = next(other.glob("schemas/token_lifetimes/e9513_*.json"))
    schema.write_text('{"properties": {"Lifetimes": {"properties": {"RefreshToken": true}}}}')
    of_lifetimes = [template for template in templates if "token_lifetimes" in template]
    of_lifetimes.append(str(next(FIXTURES.glob("token_lifetimes/e9513_*/fail_plain.yaml"))))
    of_lifetimes.append(str(next(FIXTURES.glob("token_lifetimes/e9512_*/fail_plain.yaml"))))
    for installed_as in ("wheel", "editable"):
        found = lint(environments[installed_as], str(other / "rules"), of_lifetimes, tmp_path)
        assert "token of another version" in found
        assert '"E9512"' in found
        assert '"E9513"' not in found


WITHOUT_COGNITO = "Resources: {Topic: {Type: AWS::SNS::Topic}}"
API_WITHOUT_COGNITO = "Resources: {Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: orders}}}"
API_WITH_COGNITO = API_WITHOUT_COGNITO.replace("orders", "cognito")
OF_E9511 = FIXTURES / "token_lifetimes" / "e9511_access_token_lifetime"
WHAT_IS_IMPORTED = """
import os, sys
from cfnlint.runner import main
sys.argv = ["cfn-lint", "--append-rules=cfn_lint_cognito", "--format=quiet", "--output-file=" + os.devnull, "--", sys.argv[1]]
try:
    main()
finally:
    print(*(name.partition(".")[2] for name in sys.modules if name.startswith("cfn_lint_cognito.")))
"""
CASES = {
    "no resource of a rule": (WITHOUT_COGNITO, False, set()),
    "an API without Cognito": (API_WITHOUT_COGNITO, False, set()),
    "an API with Cognito": (API_WITH_COGNITO, True, set()),
    "no mistake": ((OF_E9511 / "pass_plain.yaml").read_text(), True, set()),
    "one mistake": ((OF_E9511 / "fail_plain.yaml").read_text(), True, {f"token_lifetimes.{OF_E9511.name}"}),
}


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[str]]:
    """What cfn-lint imports of the pack for the template of each case."""
    file = tmp_path_factory.mktemp("imported") / "template.yaml"
    found = {}
    for case, (template, _, _) in CASES.items():
        file.write_text(template)
        done = own_started(tmp_path_factory).run(PYTHON, "-c", WHAT_IS_IMPORTED, file, cwd=file.parent)
        found[case] = done.stdout.split()
    return found


@in_turn("case", CASES)
def test_only_what_a_template_needs_is_imported(case: str, imported: Mapping[str, list[str]]) -> None:
    _, engine, rules = CASES[case]
    assert "engine.hosts.cfnlint" in imported[case]
    assert ("engine.scenarios" in imported[case]) is engine
    found = {name for name in imported[case] if name.partition(".")[2].startswith(("e9", "i9", "w9"))}
    assert found == rules


def assert_says_what_it_needs(stderr: str, loaded: str, installed: str) -> None:
    """cfn-lint puts its own traceback before what a module raises."""
    *before, sentence = stderr.splitlines()
    needs = f"cfn-lint-cognito needs cfn-lint 1.37.0 or later, below 2; version {installed}, installed here,"
    assert needs in sentence
    assert loaded == "the module" or not before


@pytest.mark.parametrize("loaded", ["the module", "the directory"])
def test_a_cfn_lint_that_is_too_old_is_told_in_one_sentence(
    loaded: str, bare_clone: Path, too_old: Environment, templates: list[str]
) -> None:
    rules = {"the module": "cfn_lint_cognito", "the directory": str(bare_clone / "rules")}[loaded]
    done = too_old.run("cfn-lint", f"--append-rules={rules}", "--", *templates, cwd=bare_clone)
    assert done.returncode == 1
    assert done.stdout == ""
    assert_says_what_it_needs(done.stderr, loaded, "1.36.1")


@pytest.fixture(scope="session")
def too_new(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Variables with which Python finds a cfn-lint of the next major version."""
    folder = tmp_path_factory.mktemp("too_new")
    (folder / "cfn_lint-2.0.0.dist-info").mkdir()
    (folder / "cfn_lint-2.0.0.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.4\nName: cfn-lint\nVersion: 2.0.0\n"
    )
    return {"PYTHONPATH": str(folder)}


@pytest.mark.parametrize("loaded", ["the module", "the directory"])
def test_a_cfn_lint_of_the_next_major_version_is_told_in_one_sentence(
    loaded: str,
    bare_clone: Path,
    environments: Mapping[str, Environment],
    tmp_path_factory: pytest.TempPathFactory,
    too_new: Mapping[str, str],
    templates: list[str],
) -> None:
    rules = {"the module": "cfn_lint_cognito", "the directory": str(bare_clone / "rules")}[loaded]
    command = (PYTHON, installed(tmp_path_factory).scripts / "cfn-lint", f"--append-rules={rules}", "--", *templates)
    done = environments["wheel"].run(*command, cwd=bare_clone, variables=too_new)
    assert (done.returncode, done.stdout) == (1, "")
    assert_says_what_it_needs(done.stderr, loaded, "2.0.0")


def test_python_needs_no_cfn_lint_of_this_major_version(
    bare_clone: Path, environments: Mapping[str, Environment], too_new: Mapping[str, str]
) -> None:
    script = "from cfn_lint_cognito import check; print(check({'Resources': {}}))"
    done = environments["wheel"].run("python", "-c", script, cwd=bare_clone, variables=too_new)
    assert (done.returncode, done.stdout, done.stderr) == (0, "[]\n", "")


@pytest.fixture(scope="session")
def too_old(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    folder = tmp_path_factory.mktemp("too_old")
    made = environment(folder / "environment", ["cfn-lint==1.36.1"])
    done = made.run("pip", "install", "--quiet", "--no-deps", release(tmp_path_factory).wheel, cwd=folder)
    assert done.returncode == 0, done.stderr
    return started(tmp_path_factory, made)
