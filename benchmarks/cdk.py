"""What the pack costs inside `cdk synth`: an app in Python that is synthesized with and without the plugin, and
`cfn-lint-cognito --cdk` over what comes of it, in CPU seconds.

    python benchmarks/cdk.py [--runs N]

It needs aws-cdk-lib and Node.js, whose process counts, too. Each run is a process of its own, and runs with and without the
plugin come in pairs, one right after the other; the median counts. What the plugin itself takes, importing it and judging, is
measured inside: from run to run a synthesis differs by more than that.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from importlib.metadata import version
from typing import Final, NamedTuple

APP: Final = """
import sys
from time import process_time
from aws_cdk import App, Stack, Validations
from aws_cdk.aws_cognito import OAuthFlows, OAuthSettings, UserPool

plugin, stacks, clients = (int(argument) for argument in sys.argv[1:])
app = App(analytics_reporting=False)
if plugin:
    start = process_time()
    from cfn_lint_cognito.cdk import CognitoAppClients

    spent = [process_time() - start]
    judge = CognitoAppClients._violations

    def timed(self, files):
        start = process_time()
        found = list(judge(self, files))
        spent.append(process_time() - start)
        return found

    CognitoAppClients._violations = timed
    Validations.of(app).add_plugins(CognitoAppClients())
for stack in range(stacks):
    pool = UserPool(Stack(app, f"Stack{stack}"), "Pool")
    for client in range(clients):
        callback = f"https://app.example.com/{client}"
        flows = OAuthFlows(authorization_code_grant=True)
        pool.add_client(f"Client{client}", o_auth=OAuthSettings(flows=flows, callback_urls=[callback]))
app.synth()
if plugin:
    print(sum(spent))
"""
COMMAND: Final = "import sys; from cfn_lint_cognito.engine.hosts.hook import main; sys.exit(main())"
APPS: Final = {"1 stack, 1 client": (1, 1), "1 stack, 50 clients": (1, 50), "20 stacks, 5 clients each": (20, 5)}


class Seconds(NamedTuple):
    """What a synthesis takes as a whole process, what the plugin takes of it, and what `--cdk` takes after it."""

    whole: float
    plugin: float
    command: float


def seconds(app: str, plugin: bool, stacks: int, clients: int) -> Seconds:
    with tempfile.TemporaryDirectory() as folder:
        whole, output = timed([app, str(int(plugin)), str(stacks), str(clients)], folder)
        command, _ = timed(["-c", COMMAND, "--cdk", folder], folder)
    return Seconds(whole, float(output.split()[-1]) if plugin else 0.0, command)


def timed(arguments: list[str], folder: str) -> tuple[float, str]:
    """The CPU seconds of a process of Python and of those that it starts, and what it prints."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, "CDK_OUTDIR": folder},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="how many pairs of runs are timed (5)")
    runs = parser.parse_args().runs
    with tempfile.NamedTemporaryFile("w", suffix=".py") as app:
        app.write(APP)
        app.flush()
        seconds(app.name, True, 1, 1)  # Compiles everything once.
        print(f"aws-cdk-lib {version('aws-cdk-lib')}, {runs} pairs of runs\n")
        print("| app | without the plugin | more with it | the plugin itself | `--cdk` |\n|---|---|---|---|---|")
        for name, size in APPS.items():
            pairs = [(seconds(app.name, False, *size), seconds(app.name, True, *size)) for _ in range(runs)]
            cells = [
                f"{statistics.median(without.whole for without, _ in pairs):.2f} s",
                f"{statistics.median(with_it.whole - without.whole for without, with_it in pairs):+.2f} s",
                f"{statistics.median(with_it.plugin for _, with_it in pairs):.2f} s",
                f"{statistics.median(without.command for without, _ in pairs):.2f} s",
            ]
            print(f"| {' | '.join([name, *cells])} |", flush=True)


if __name__ == "__main__":
    main()
