"""The CDK's command and the libraries for apps in TypeScript, from npm, installed once for a run of the suite."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from environments import shared

APPS: Final = Path(__file__).resolve().parent.parent / "cdk" / "apps"
PACKAGES: Final = {
    "aws-cdk": "2.1148.1",
    "aws-cdk-before-reports": "npm:aws-cdk@2.1128.0",
    "aws-cdk-lib": "2.276.0",
    "constructs": "^10.5.0",
    "ts-node": "10.9.2",
    "typescript": "5.9.3",
    "@types/node": "^20",
}
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
    "AWS_ACCESS_KEY_ID": "none",
    "AWS_EC2_METADATA_DISABLED": "true",
    "AWS_REGION": "us-east-1",
    "AWS_SECRET_ACCESS_KEY": "none",
    "CDK_DISABLE_CLI_TELEMETRY": "true",
    "CDK_DISABLE_VERSION_CHECK": "true",
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

    @property
    def assembly(self) -> Path:
        return self.folder / "cdk.out"

    def cdk(self, *arguments: str, command: str = "aws-cdk", parts: str = "") -> Done:
        """Runs the CDK's command. `parts` are those of apps/shop.ts."""
        done = subprocess.run(
            ["node", str(self.node_modules / command / "bin" / "cdk"), *arguments, "--no-notices"],
            cwd=self.folder,
            env={**_environment(self.node_modules), "PARTS": parts},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return Done(done.returncode, done.stdout)


def project(folder: Path, node_modules: Path, app: str, run: str) -> Project:
    """Makes a folder whose cdk.json runs one of the apps, and then the command of the pack."""
    shutil.copy(APPS / app, folder)
    (folder / "node_modules").symlink_to(node_modules)
    (folder / "cdk.json").write_text(json.dumps({"app": f"{run} {app} && cfn-lint-cognito --cdk"}))
    (folder / "tsconfig.json").write_text(json.dumps({"compilerOptions": {"module": "commonjs", "target": "es2022"}}))
    return Project(folder, node_modules)


def installed_from_npm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder node_modules with all packages. The test is skipped where npm cannot be reached."""

    def make(folder: Path) -> None:
        (folder / "package.json").write_text(json.dumps({"private": True, "dependencies": PACKAGES}))
        install = [
            "npm",
            "install",
            "--no-audit",
            "--no-fund",
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

    if shutil.which("npm") is None:
        pytest.skip(f"{NOT_REACHED}: it is not installed")
    folder = shared(tmp_path_factory, "npm", make)
    if (folder / "not-reached").exists():
        pytest.skip(NOT_REACHED)
    return folder / "node_modules"


def _environment(node_modules: Path) -> Mapping[str, str]:
    """In the shell of the CDK's command are the pack of these tests and what npm installed, and nothing of AWS."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "CDK_"))}
    scripts = [str(node_modules / ".bin"), str(Path(sys.executable).parent)]
    return {**inherited, **_WITHOUT_NETWORK, "PATH": os.pathsep.join([*scripts, os.environ["PATH"]])}
