"""The CDK's command and what apps in TypeScript need, installed once for a run of the suite.

The commands and TypeScript come from npm. The libraries come from the Python packages, which carry what npm has, file by
file: npm takes seven seconds for them, and `tar` one.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import pytest
from environments import shared

APPS: Final = Path(__file__).resolve().parent.parent / "cdk" / "apps"
PACKAGES: Final = {
    "aws-cdk": "2.1148.1",
    "aws-cdk-before-reports": "npm:aws-cdk@2.1128.0",
    "ts-node": "10.9.2",
    "typescript": "5.9.3",
}
LIBRARIES: Final = {
    "aws-cdk-lib": "aws_cdk",
    "@aws-cdk/cloud-assembly-schema": "aws_cdk/cloud_assembly_schema",
    "constructs": "constructs",
}
"""The Python packages that carry them."""
NOT_REACHED: Final = "npm cannot be reached"
_NETWORK_ERRORS: Final = (
    "EAI_AGAIN",
    "ECONNREFUSED",
    "ECONNRESET",
    "EHOSTUNREACH",
    "ENETUNREACH",
    "ENOTFOUND",
    "ETIMEDOUT",
)
_WITHOUT_NETWORK: Final = {
    "AWS_CONFIG_FILE": os.devnull,
    "AWS_EC2_METADATA_DISABLED": "true",
    "AWS_REGION": "us-east-1",
    "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
    "CDK_DISABLE_CLI_TELEMETRY": "true",
    "CDK_DISABLE_VERSION_CHECK": "true",
    "CDK_NOTICES": "false",
    "CDK_VALIDATION": "false",  # The CDK's own validation takes four seconds.
    "TS_NODE_TRANSPILE_ONLY": "true",
    "NODE_NO_WARNINGS": "1",
}


@dataclass(frozen=True)
class Done:
    code: int
    output: str


@dataclass(frozen=True)
class Project:
    """A folder with an app of the CDK."""

    folder: Path
    node_modules: Path
    started: subprocess.Popen[str] | None = None
    """The newest command, where it runs already."""

    def cdk(self, *arguments: str, command: str = "aws-cdk", parts: str = "") -> Done:
        """Runs the CDK's command. `parts` are those of apps/shop.ts."""
        if self.started and command == "aws-cdk":
            return _asked(self.started, {"folder": str(self.folder), "parts": parts, "arguments": arguments})
        done = subprocess.run(
            ["node", str(self.node_modules / command / "bin" / "cdk"), *arguments],
            cwd=self.folder,
            env={**_environment(self.node_modules), "PARTS": parts},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return Done(done.returncode, done.stdout)


_DRIVER: Final = """
const fs = require("fs");
const { cli } = require(process.argv[1]);
const request = Buffer.alloc(10000);
let runs = false;
process.on("beforeExit", () => {
  if (runs) fs.writeSync(1, `\\0${process.exitCode}\\n`);
  const length = fs.readSync(0, request);
  runs = length > 0;
  if (!runs) return;
  const asked = JSON.parse(request.toString("utf8", 0, length));
  process.chdir(asked.folder);
  process.env.PARTS = asked.parts;
  process.exitCode = 0;
  cli(asked.arguments);
});
"""
"""Runs the CDK's command whenever it is asked to, as bin/cdk does. A run ends when nothing is left for Node.js to do."""


@contextmanager
def started(node_modules: Path) -> Iterator[subprocess.Popen[str]]:
    """The CDK's command, which takes a second to start, and a third of that to run."""
    with subprocess.Popen(
        ["node", "-e", _DRIVER, str(node_modules / "aws-cdk" / "lib")],
        env=_environment(node_modules),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        yield process


def _asked(process: subprocess.Popen[str], request: Mapping[str, Any]) -> Done:
    assert process.stdin
    assert process.stdout
    process.stdin.write(json.dumps(request))
    process.stdin.flush()
    output = ""
    while "\0" not in output:
        line = process.stdout.readline()
        assert line, output
        output += line
    said, _, code = output.partition("\0")
    return Done(int(code), said)


def project(
    folder: Path, node_modules: Path, app: str, run: str, command: subprocess.Popen[str] | None = None
) -> Project:
    """Makes a folder whose cdk.json runs one of the apps, and then the command of the pack."""
    shutil.copy(APPS / app, folder)
    (folder / "node_modules").symlink_to(node_modules)
    (folder / "cdk.json").write_text(json.dumps({"app": f"{run} {app} && cfn-lint-cognito --cdk"}))
    (folder / "tsconfig.json").write_text(json.dumps({"compilerOptions": {"module": "commonjs", "target": "es2022"}}))
    return Project(folder, node_modules, command)


def installed_from_npm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder node_modules with all of that. The test is skipped where npm cannot be reached."""

    def make(folder: Path) -> None:
        (folder / "package.json").write_text(json.dumps({"private": True, "dependencies": PACKAGES}))
        install = [
            "npm",
            "install",
            "--legacy-peer-deps",  # Those of ts-node are the types of Node.js, for which nothing asks.
            "--no-audit",
            "--no-fund",
            "--no-package-lock",
            "--no-progress",
            "--loglevel=error",
            "--fetch-retries=1",
            "--fetch-retry-mintimeout=1000",
        ]
        done = subprocess.run(install, cwd=folder, capture_output=True, text=True, check=False)
        if any(error in done.stderr for error in _NETWORK_ERRORS):
            (folder / "not-reached").touch()
        else:
            assert done.returncode == 0, done.stderr
            _unpack_libraries(folder / "node_modules")

    if shutil.which("npm") is None:
        pytest.skip(f"{NOT_REACHED}: it is not installed")
    folder = shared(tmp_path_factory, "npm", make)
    if (folder / "not-reached").exists():
        pytest.skip(NOT_REACHED)
    return folder / "node_modules"


def _unpack_libraries(node_modules: Path) -> None:
    for name, package in LIBRARIES.items():
        spec = find_spec(package.partition("/")[0])  # To import it would start Node.js.
        assert spec is not None
        assert spec.origin is not None
        (packed,) = (Path(spec.origin).parents[1] / package / "_jsii").glob("*.tgz")
        (node_modules / name).mkdir(parents=True)
        subprocess.run(["tar", "-xzf", packed, "-C", node_modules / name, "--strip-components", "1"], check=True)


def _environment(node_modules: Path) -> Mapping[str, str]:
    """In the shell of the CDK's command are the pack of these tests and what npm installed, and nothing of AWS."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "CDK_"))}
    scripts = [str(node_modules / ".bin"), str(Path(sys.executable).parent)]
    return {**inherited, **_WITHOUT_NETWORK, "PATH": os.pathsep.join([*scripts, os.environ["PATH"]])}
