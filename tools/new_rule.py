"""Creates the files of a new rule, for its author to fill in.

    python tools/new_rule.py E9599 token_lifetimes access_token_too_long "Access token lives too long"
    python tools/new_rule.py E9699 user_pool pool_too_deep "Pool is too deep" --resource AWS::Cognito::UserPool

The tests then fail until the rule is a rule; CONTRIBUTING.md leads through them.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from cfn_lint_cognito.engine.facts import names as names_of_aws
from cfn_lint_cognito.engine.facts.names import APP_CLIENT
from cfn_lint_cognito.engine.schemas import document_schema
from cfnlint.schema import PROVIDER_SCHEMA_MANAGER

ROOT = Path(__file__).resolve().parent.parent
IDS = Path("tests/rules/ids.txt")
"""Every ID that a rule ever had."""
WORDS = {
    "checks": "What is right, in one sentence: the rule checks that it is so.",
    "why": "What Cognito answers to the mistake, in its own words, or what somebody at the login page sees.",
    "cdk": "The construct property that fixes it, in Python and in TypeScript, or how the construct avoids the mistake.",
    "ignore": "The case in which somebody may want it as it is.",
    "references": "The page of AWS's documentation, or the public issue, that says so.",
    "source": "The address of that page or issue.",
    "answer": "What AWS answers or writes there, in its own words.",
    "message": "The value and where it comes from, what is accepted, and what Cognito does.",
    "fix": "The change that fixes it, and leads to no other finding.",
}
"""What stands in a new rule until its author has better words. A test sees to it that none of them stays."""
RULE = '''\
{imports}

class {class_name}({base}):
    """{checks}

    ## Why

    {why}

    ## In the CDK

    {cdk}

    ## When to ignore

    {ignore}

    ## References

    - {references}
    """

    id = "{id}"
    shortdesc = {shortdesc}
{resource_types}    evidence = (documented("{source}", "{answer}"),)

    def message(self, diagnostic: Diagnostic) -> str:
        return "{message}"

    def fix(self, diagnostic: Diagnostic) -> str:
        return "{fix}"
'''
SCHEMA = """\
{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "properties": {
    "Properties": {"properties": {"PROPERTY": true}}
  }
}
"""
PARAMETER = """\
Parameters:
  Name:
    Type: String
"""
TEMPLATE = """\
Resources:
  UserPool:
    Type: AWS::Cognito::UserPool
  {name}:
    Type: {type}
    Properties:
{properties}
"""
LITERALS = {"array": "[]", "boolean": "true", "integer": "1", "object": "{}"}
"""What stands for a required property until its author has better values; a word for any other type."""


def files(rule_id: str, topic: str, name: str, shortdesc: str, resource_type: str = APP_CLIENT) -> Mapping[Path, str]:
    """The text of every file of a new rule, by its path in the project."""
    rule_path = f"{topic}/{rule_id.lower()}_{name}"
    prop = at_fault(resource_type)
    given = {**required(resource_type), prop: "web"}
    template = TEMPLATE.format(
        name="Client" if resource_type == APP_CLIENT else "Resource",
        type=resource_type,
        properties="\n".join(f"      {each}: {value}" for each, value in given.items()),
    )
    written = f"{prop}: web"
    fixtures = {
        "fail_plain": template.replace(written, f"{written} # {rule_id}"),
        "pass_plain": template,
        "pass_unresolvable": PARAMETER + template.replace(written, f"{prop}: !Ref Name"),
    }
    rule = RULE.format(
        class_name=class_name(name),
        id=rule_id,
        shortdesc=repr(shortdesc) if '"' in shortdesc else f'"{shortdesc}"',
        **(_OF_CLIENT if resource_type == APP_CLIENT else _of_resource(resource_type)),
        **WORDS,
    )
    return {
        Path(f"rules/{rule_path}.py"): rule,
        Path(f"schemas/{rule_path}.json"): SCHEMA.replace("PROPERTY", prop),
        **{Path(f"fixtures/{rule_path}/{fixture}.yaml"): text for fixture, text in fixtures.items()},
    }


def at_fault(resource_type: str) -> str:
    """A property that the documents have and that may be any word, for the author to put another in its place."""
    return next((name for name in properties(resource_type) if name.endswith("Name")), "Name")


def required(resource_type: str) -> Mapping[str, str]:
    """The properties without which cfn-lint takes no resource of a type."""
    schema = PROVIDER_SCHEMA_MANAGER.get_resource_schema("us-east-1", resource_type).schema
    literals = {
        name: LITERALS.get(str(schema["properties"][name].get("type")), "some-value")
        for name in schema.get("required", ())
    }
    return {**literals, **({"UserPoolId": "!Ref UserPool"} if "UserPoolId" in literals else {})}


_OF_CLIENT = {
    "imports": "from cfn_lint_cognito.engine.report.evidence import documented\n"
    "from cfn_lint_cognito.engine.report.rule import AppClientRule, Diagnostic\n",
    "base": "AppClientRule",
    "resource_types": "",
}


def _of_resource(resource_type: str) -> Mapping[str, str]:
    constant = constants()[resource_type]
    return {
        "imports": f"from cfn_lint_cognito.engine.facts.names import {constant}\n"
        "from cfn_lint_cognito.engine.report.evidence import documented\n"
        "from cfn_lint_cognito.engine.report.rule import Diagnostic, Rule\n",
        "base": "Rule",
        "resource_types": f"    resource_types = ({constant},)\n",
    }


def constants() -> Mapping[str, str]:
    """The constants of the engine for the types of resources, by type."""
    return {value: name for name, value in vars(names_of_aws).items() if str(value).startswith("AWS::")}


def properties(resource_type: str) -> Mapping[str, Any]:
    """What `schemas/document.json` knows of the properties of a type."""
    described: Mapping[str, Any] = document_schema()["$defs"].get(resource_type, {})
    return described.get("properties", {})


def with_id(rule_id: str) -> str:
    """The list of all IDs with one more."""
    return "".join(f"{line}\n" for line in sorted([*_ids(), rule_id], key=lambda line: line[1:]))


def _ids() -> list[str]:
    return (ROOT / IDS).read_text(encoding="utf-8").splitlines()


def class_name(name: str) -> str:
    return "".join(word.capitalize() for word in name.split("_"))


def objections(rule_id: str, topic: str, name: str, resource_type: str = APP_CLIENT) -> list[str]:
    """Why there cannot be such a rule."""
    topics = sorted(package.parent.name for package in ROOT.glob("rules/*/__init__.py"))
    rules = {path: path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("rules/*/*.py"))}
    found = []
    if not re.fullmatch(r"[EWI]9[56]\d\d", rule_id):
        found.append(f"{rule_id} is no ID: E, W or I, and a number from 9500 to 9699")
    found += [
        f"the number of {rule_id} is in use by {path.relative_to(ROOT)}; a number is used once, whatever its letter"
        for path in rules
        if re.match(rf"[ewi]{rule_id[1:]}_", path.name)
    ]
    if not found and any(line.startswith(rule_id[1:], 1) for line in _ids()):
        found.append(f"the number of {rule_id} was in use once: see {IDS.as_posix()}")
    if topic not in topics:
        found.append(f"there is no topic {topic}; choose among {', '.join(topics)}")
    if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name):
        found.append(f"{name} is no name: small letters and digits, with _ between words")
    if resource_type not in constants() or resource_type not in document_schema()["$defs"]:
        found.append(
            f"there are no rules about {resource_type} yet: give it a name in engine/facts/names.py, and its properties"
            " in schemas/document.json"
        )
    found += [
        f"{path.relative_to(ROOT)} has a class {class_name(name)} already; choose another name"
        for path, text in rules.items()
        if f"class {class_name(name)}(" in text
    ]
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Creates the files of a new rule.")
    parser.add_argument("id", help="E, W or I, and a number that no rule has: E9599")
    parser.add_argument("topic", help="a folder of rules/: token_lifetimes")
    parser.add_argument("name", help="what the files are named: access_token_too_long")
    parser.add_argument("shortdesc", help='what it finds, in a few words: "Access token lives too long"')
    parser.add_argument("--resource", metavar="TYPE", default=APP_CLIENT, help=f"what it is about, if not {APP_CLIENT}")
    asked = parser.parse_args(arguments)
    if reasons := objections(asked.id, asked.topic, asked.name, asked.resource):
        print(*reasons, sep="\n", file=sys.stderr)
        return 2
    made = files(asked.id, asked.topic, asked.name, asked.shortdesc, asked.resource)
    for path, text in {**made, IDS: with_id(asked.id)}.items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8")
        print(path)
    subprocess.run([sys.executable, ROOT / "docs" / "generate.py", "--catalogue"], check=True)
    print(f"\nThen: pytest -k {asked.id.lower()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
