"""What the pack costs: cfn-lint with and without it, in CPU seconds and peak memory.

    python benchmarks/run.py [--runs N] [--instructions] [FOLDER]

Each run is a process of its own. Runs with and without the pack come in pairs, one right after the other, and the median of
the pairs counts: a machine that is fast now and slow then does so to both. `--instructions` counts the instructions that
the processor executes, too. They are the same on a busy machine and on an idle one; it needs valgrind, and patience.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

CFN_LINT = [sys.executable, "-c", "from cfnlint.runner import main; main()"]
VALGRIND = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
PACK = ["--append-rules=cfn_lint_cognito"]
TEMPLATES = (".json", ".yaml", ".yml", ".template")
BYTES_OF_MAXRSS = 1 if sys.platform == "darwin" else 1024
Template = Mapping[str, Any]


class Cost(NamedTuple):
    seconds: float
    bytes: int


def client(number: int) -> dict[str, Any]:
    """An app client as people write them, with values that depend on the deployment."""
    return {
        "Type": "AWS::Cognito::UserPoolClient",
        "Properties": {
            "UserPoolId": {"Ref": "UserPool"},
            "ClientName": {"Fn::Sub": f"client-{number}-${{Stage}}"},
            "AllowedOAuthFlowsUserPoolClient": True,
            "AllowedOAuthFlows": ["code"],
            "AllowedOAuthScopes": ["openid", "email"],
            "CallbackURLs": [
                {"Fn::Sub": f"https://${{Stage}}.example.com/{number}"},
                {"Fn::If": ["IsProd", {"Ref": "AWS::NoValue"}, "http://localhost:3000"]},
            ],
            "SupportedIdentityProviders": ["COGNITO"],
            "AccessTokenValidity": {"Fn::If": ["IsProd", 60, 24]},
            "TokenValidityUnits": {"AccessToken": {"Fn::If": ["IsProd", "minutes", "hours"]}},
        },
    }


def with_clients(count: int) -> Template:
    return {
        "Parameters": {"Stage": {"Type": "String", "AllowedValues": ["dev", "prod"]}},
        "Conditions": {"IsProd": {"Fn::Equals": [{"Ref": "Stage"}, "prod"]}},
        "Resources": {
            "UserPool": {"Type": "AWS::Cognito::UserPool"},
            **{f"Client{number}": client(number) for number in range(count)},
        },
    }


FULL_CLIENT: Mapping[str, Any] = {
    "UserPoolId": {"Ref": "UserPool"},
    "AccessTokenValidity": 60,
    "IdTokenValidity": 60,
    "RefreshTokenValidity": 30,
    "TokenValidityUnits": {"AccessToken": "minutes", "IdToken": "minutes", "RefreshToken": "days"},
    "AllowedOAuthFlowsUserPoolClient": True,
    "AllowedOAuthFlows": ["code"],
    "AllowedOAuthScopes": ["openid", "email"],
    "CallbackURLs": ["https://app.example.com/callback"],
    "LogoutURLs": ["https://app.example.com/signed-out"],
    "DefaultRedirectURI": "https://app.example.com/callback",
    "SupportedIdentityProviders": ["COGNITO"],
    "ExplicitAuthFlows": ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"],
    "EnableTokenRevocation": True,
    "PreventUserExistenceErrors": "ENABLED",
    "ReadAttributes": ["email"],
    "WriteAttributes": ["email"],
}


def with_conditions(count: int, clients: Mapping[str, Mapping[str, Any]]) -> Template:
    """Clients in a template with that many conditions, each on a parameter of its own."""
    return {
        "Parameters": {f"Switch{n}": {"Type": "String", "Default": "off"} for n in range(count)},
        "Conditions": {f"Is{n}": {"Fn::Equals": [{"Ref": f"Switch{n}"}, "on"]} for n in range(count)},
        "Resources": {
            "UserPool": {"Type": "AWS::Cognito::UserPool"},
            **{
                name: {"Type": "AWS::Cognito::UserPoolClient", "Properties": {**FULL_CLIENT, **properties}}
                for name, properties in clients.items()
            },
        },
    }


def conditions_across_clients() -> Template:
    return with_conditions(
        40,
        {
            f"Client{n}": {
                "AccessTokenValidity": {"Fn::If": [f"Is{2 * n}", 60, 30]},
                "CallbackURLs": [
                    {"Fn::If": [f"Is{2 * n + 1}", "https://a.example.com/cb", "https://b.example.com/cb"]},
                    "https://app.example.com/callback",
                ],
            }
            for n in range(20)
        },
    )


def condition_for_every_property() -> Template:
    properties = {
        name: {"Fn::If": [f"Is{n}", value, {"Ref": "AWS::NoValue"}]}
        for n, (name, value) in enumerate(FULL_CLIENT.items())
        if name != "UserPoolId"
    }
    return with_conditions(len(FULL_CLIENT), {"Client": properties})


def nested_conditions() -> Template:
    value: Any = 60
    for n in range(30):
        value = {"Fn::If": [f"Is{n}", 30 + n, value]}
    return with_conditions(30, {"Client": {"AccessTokenValidity": value}})


def many_urls() -> Template:
    urls = [
        {"Fn::If": [f"Is{n % 10}", f"https://a{n}.example.com/cb", f"https://b{n}.example.com/cb"]} for n in range(99)
    ]
    return with_conditions(10, {"Client": {"CallbackURLs": [*urls, FULL_CLIENT["DefaultRedirectURI"]]}})


def many_allowed_values() -> Template:
    template = with_conditions(
        0, {"Client": {"AccessTokenValidity": {"Ref": "Seconds"}, "TokenValidityUnits": {"AccessToken": "seconds"}}}
    )
    return {**template, "Parameters": {"Seconds": {"Type": "Number", "AllowedValues": list(range(300, 400))}}}


def compared_parameters() -> Template:
    """Conditions that compare each of some parameters with the next one, in a ring."""
    count = 24
    names = [f"Zone{n}" for n in range(count)]
    attributes = [{"Fn::If": [f"Is{n}", "email", {"Ref": "AWS::NoValue"}]} for n in range(count)]
    template = with_conditions(0, {"Client": {"WriteAttributes": attributes}})
    return {
        **template,
        "Parameters": {name: {"Type": "String", "AllowedValues": ["a", "b", "c", "d"]} for name in names},
        "Conditions": {
            f"Is{n}": {"Fn::Equals": [{"Ref": names[n]}, {"Ref": names[(n + 1) % count]}]} for n in range(count)
        },
    }


def rules_about_others() -> Template:
    """A Rules section about other parameters than the one that clients use, which has many values."""
    stages = [f"stage{n}" for n in range(20)]
    clients = {f"Client{n}": {"AccessTokenValidity": {"Ref": "Hours"}} for n in range(20)}
    others = {f"Stage{n}": {"Type": "String"} for n in range(4)}
    return {
        **with_conditions(0, clients),
        "Parameters": {"Hours": {"Type": "Number", "AllowedValues": list(range(1, 25))}, **others},
        "Rules": {"Stages": {"Assertions": [{"Assert": {"Fn::Contains": [stages, {"Ref": name}]}} for name in others]}},
    }


def many_neighbours() -> Template:
    """Clients that name identity providers and scopes of resource servers, some of many that a pool has."""
    clients, neighbours, named = 30, 20, 5
    pool = {"UserPoolId": {"Ref": "UserPool"}}
    template = with_clients(clients)
    resources = {**template["Resources"]}
    for n in range(neighbours):
        provider = {
            "ProviderName": f"Provider{n}",
            "ProviderType": "SAML",
            "ProviderDetails": {"MetadataURL": f"https://provider{n}.example.com/metadata"},
            "AttributeMapping": {"email": "mail"},
        }
        server = {
            "Identifier": f"https://api{n}.example.com",
            "Name": f"API {n}",
            "Scopes": [{"ScopeName": name, "ScopeDescription": name} for name in ("read", "write")],
        }
        resources[f"Provider{n}"] = {
            "Type": "AWS::Cognito::UserPoolIdentityProvider",
            "Properties": {**pool, **provider},
        }
        resources[f"Server{n}"] = {"Type": "AWS::Cognito::UserPoolResourceServer", "Properties": {**pool, **server}}
    for n in range(clients):
        some = [(n + step) % neighbours for step in range(named)]
        resources[f"Client{n}"] = {
            "Type": "AWS::Cognito::UserPoolClient",
            "DependsOn": [f"Server{number}" for number in some],
            "Properties": {
                **client(n)["Properties"],
                "AllowedOAuthScopes": [
                    "openid",
                    "email",
                    *(f"https://api{number}.example.com/read" for number in some),
                ],
                "SupportedIdentityProviders": ["COGNITO", *({"Ref": f"Provider{number}"} for number in some)],
            },
        }
    return {**template, "Resources": resources}


def without_clients(count: int) -> Template:
    topics = {f"Topic{n}": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": f"t{n}"}} for n in range(count)}
    return {"Resources": topics}


def with_methods(count: int) -> Template:
    """One pool with a client, and what most templates with an API have many of: functions, each with a role, a method and a
    permission.
    """
    pool = {
        "Pool": {"Type": "AWS::Cognito::UserPool"},
        "Client": {
            "Type": "AWS::Cognito::UserPoolClient",
            "Properties": {
                **{name: value for name, value in FULL_CLIENT.items() if name != "UserPoolId"},
                "UserPoolId": {"Ref": "Pool"},
            },
        },
        "Api": {"Type": "AWS::ApiGateway::RestApi", "Properties": {"Name": "orders"}},
        "Users": {
            "Type": "AWS::ApiGateway::Authorizer",
            "Properties": {
                "Name": "users",
                "RestApiId": {"Ref": "Api"},
                "Type": "COGNITO_USER_POOLS",
                "IdentitySource": "method.request.header.Authorization",
                "ProviderARNs": [{"Fn::GetAtt": ["Pool", "Arn"]}],
            },
        },
    }
    resources: dict[str, Any] = {}
    for n in range(count):
        function, role = f"Function{n}", f"Role{n}"
        resources[role] = {
            "Type": "AWS::IAM::Role",
            "Properties": {
                "AssumeRolePolicyDocument": {
                    "Version": "2012-10-17",
                    "Statement": [
                        {
                            "Effect": "Allow",
                            "Principal": {"Service": "lambda.amazonaws.com"},
                            "Action": "sts:AssumeRole",
                        }
                    ],
                },
            },
        }
        resources[function] = {
            "Type": "AWS::Lambda::Function",
            "Properties": {
                "Handler": "index.handler",
                "Runtime": "python3.13",
                "Role": {"Fn::GetAtt": [role, "Arn"]},
                "Code": {"ZipFile": "def handler(event, context): return event"},
            },
        }
        resources[f"Path{n}"] = {
            "Type": "AWS::ApiGateway::Resource",
            "Properties": {
                "RestApiId": {"Ref": "Api"},
                "ParentId": {"Fn::GetAtt": ["Api", "RootResourceId"]},
                "PathPart": f"orders{n}",
            },
        }
        resources[f"Method{n}"] = {
            "Type": "AWS::ApiGateway::Method",
            "Properties": {
                "RestApiId": {"Ref": "Api"},
                "ResourceId": {"Ref": f"Path{n}"},
                "HttpMethod": "POST",
                "AuthorizationType": "COGNITO_USER_POOLS",
                "AuthorizerId": {"Ref": "Users"},
                "AuthorizationScopes": ["openid"],
                "Integration": {
                    "Type": "AWS_PROXY",
                    "IntegrationHttpMethod": "POST",
                    "Uri": {
                        "Fn::Sub": f"arn:aws:apigateway:${{AWS::Region}}:lambda:path/2015-03-31/functions/${{{function}.Arn}}/invocations"
                    },
                },
            },
        }
    return {"Resources": {**pool, **resources}}


def environment(bytecode: str) -> dict[str, str]:
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**variables, "PYTHONPYCACHEPREFIX": bytecode, "PYTHONHASHSEED": "0"}


def run(options: Sequence[str], files: Sequence[str], bytecode: str) -> Cost:
    process = subprocess.Popen(
        [*CFN_LINT, *options, "--", *files],
        env=environment(bytecode),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode % 2:  # Findings make even codes.
        sys.exit(f"cfn-lint {' '.join(options)} failed with code {process.returncode}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * BYTES_OF_MAXRSS)


def instructions(options: Sequence[str], files: Sequence[str], bytecode: str) -> int:
    command = [*VALGRIND, *CFN_LINT, *options, "--", *files]
    done = subprocess.run(command, env=environment(bytecode), capture_output=True, text=True, check=False)
    collected = re.search(r"Collected : (\d+)", done.stderr)
    if collected is None:
        sys.exit(f"valgrind failed: {done.stderr}")
    return int(collected[1])


def row(files: Sequence[str], runs: int, counts: bool, bytecode: str) -> list[str]:
    alone: list[Cost] = []
    with_pack: list[Cost] = []
    for number in range(runs):
        for options, costs in (([], alone), (PACK, with_pack)) if number % 2 else ((PACK, with_pack), ([], alone)):
            costs.append(run(options, files, bytecode))
    more = statistics.median(ours.seconds / theirs.seconds - 1 for ours, theirs in zip(with_pack, alone, strict=True))
    least = [min(cost.bytes for cost in costs) for costs in (alone, with_pack)]
    cells = [
        f"{statistics.median(cost.seconds for cost in alone):.2f} s",
        f"{more:+.1%}",
        f"{least[0] / 1_000_000:.0f} MB",
        f"{(least[1] - least[0]) / 1_000_000:+.1f} MB",
    ]
    if counts:
        executed = [instructions(options, files, bytecode) for options in ([], PACK)]
        cells.insert(2, f"{executed[1] / executed[0] - 1:+.1%}")
    return cells


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help="templates to lint in one run")
    parser.add_argument("--runs", type=int, default=5, help="how many pairs of runs are timed (5)")
    parser.add_argument("--instructions", action="store_true", help="count instructions with valgrind, too")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        generated = {
            "1 client": with_clients(1),
            "50 clients": with_clients(50),
            "200 clients": with_clients(200),
            "499 clients": with_clients(499),
            "no client in 500 resources": without_clients(500),
            "200 functions, roles and methods, 1 pool": with_methods(200),
            "40 conditions across 20 clients": conditions_across_clients(),
            "a condition for every property": condition_for_every_property(),
            "Fn::If nested 30 deep": nested_conditions(),
            "100 callback URLs, 10 conditions": many_urls(),
            "100 AllowedValues": many_allowed_values(),
            "30 clients, 20 providers, 20 resource servers": many_neighbours(),
            "24 parameters, each compared with the next": compared_parameters(),
            "a Rules section about 4 other parameters": rules_about_others(),
        }
        cases = {}
        if arguments.folder:
            found = sorted(str(path) for path in arguments.folder.rglob("*") if path.suffix in TEMPLATES)
            cases[f"{len(found)} templates of the folder"] = found
        for number, (name, template) in enumerate(generated.items()):
            file = Path(temporary, f"{number}.json")
            file.write_text(json.dumps(template, indent=2), encoding="utf-8")
            cases[name] = [str(file)]
        bytecode = str(Path(temporary, "bytecode"))
        run(PACK, cases["1 client"], bytecode)  # Compiles everything once.
        print(f"cfn-lint {version('cfn-lint')}, Python {platform.python_version()}, {arguments.runs} pairs of runs\n")
        columns = ["templates", "cfn-lint alone", "more CPU", "memory alone", "more memory"]
        if arguments.instructions:
            columns.insert(3, "more instructions")
        print(f"| {' | '.join(columns)} |")
        print(f"|{'---|' * len(columns)}")
        for name, files in cases.items():
            cells = row(files, arguments.runs, arguments.instructions, bytecode)
            print(f"| {' | '.join([name, *cells])} |", flush=True)


if __name__ == "__main__":
    main()
