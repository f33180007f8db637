"""Creates the files of a new rule, for its author to fill in.

    python tools/new_rule.py E9599 token_lifetimes access_token_too_long "Access token lives too long"

The tests then fail until the rule is a rule; CONTRIBUTING.md leads through them.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORDS = {
    "checks": "What is right, in one sentence: the rule checks that it is so.",
    "why": "What Cognito answers to the mistake, in its own words, or what somebody at the login page sees.",
    "cdk": "The construct property that mends it, in Python and in TypeScript, or how the construct avoids the mistake.",
    "ignore": "The case in which somebody may want it as it is.",
    "references": "The page of AWS's documentation, or the public issue, that says so.",
    "message": "The value and where it comes from, what is accepted, and what Cognito does.",
    "mend": "The change that mends it, and leads to no other finding.",
}
"""What stands in a new rule until its author has better words. A test sees to it that none of them stays."""
RULE = '''\
from cfn_lint_cognito._rule import AppClientRule, Fault


class {class_name}(AppClientRule):
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

    def message(self, fault: Fault) -> str:
        return "{message}"

    def mend(self, fault: Fault) -> str:
        return "{mend}"
'''
SCHEMA = """\
{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "properties": {
    "Properties": {"properties": {"ClientName": true}}
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
  Client:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref UserPool
      ClientName: web
"""


def files(rule_id: str, topic: str, name: str, shortdesc: str) -> Mapping[Path, str]:
    """The text of every file of a new rule, by its path in the project."""
    place = f"{topic}/{rule_id.lower()}_{name}"
    quoted = repr(shortdesc) if '"' in shortdesc else f'"{shortdesc}"'
    written = "ClientName: web"
    fixtures = {
        "fail_plain": TEMPLATE.replace(written, f"{written} # {rule_id}"),
        "pass_plain": TEMPLATE,
        "pass_unresolvable": PARAMETER + TEMPLATE.replace(written, "ClientName: !Ref Name"),
    }
    return {
        Path(f"rules/{place}.py"): RULE.format(class_name=class_name(name), id=rule_id, shortdesc=quoted, **WORDS),
        Path(f"schemas/{place}.json"): SCHEMA,
        **{Path(f"fixtures/{place}/{fixture}.yaml"): text for fixture, text in fixtures.items()},
    }


def class_name(name: str) -> str:
    return "".join(word.capitalize() for word in name.split("_"))


def objections(rule_id: str, topic: str, name: str) -> list[str]:
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
    if topic not in topics:
        found.append(f"there is no topic {topic}; choose among {', '.join(topics)}")
    if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name):
        found.append(f"{name} is no name: small letters and digits, with _ between words")
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
    asked = parser.parse_args(arguments)
    if reasons := objections(asked.id, asked.topic, asked.name):
        print(*reasons, sep="\n", file=sys.stderr)
        return 2
    for path, text in files(asked.id, asked.topic, asked.name, asked.shortdesc).items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8")
        print(path)
    print(f"\nThe ID goes into the list of tests/test_house.py. Then: pytest -k {asked.id.lower()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
