"""Builds the package of the Lambda Hook: the pack and PyYAML, as a zip file for AWS Lambda.

    python tools/lambda_package.py [--architecture arm64] [--output dist/cfn-lint-cognito-hook.zip]

It is for the Python that this runs with (3.13: the runtime python3.13), on Linux, whatever this machine is: the pack has no
code of a machine, and PyYAML's wheel for Lambda is taken. Bytecode is put beside the sources, since Lambda cannot write any, and
reading the sources anew takes longer than judging a template. The same sources make the same file, byte for byte.

It needs pip. `--pack` names something else than this repository, as pip knows it: cfn-lint-cognito==0.3.0, or a wheel.
"""

from __future__ import annotations

import argparse
import compileall
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from py_compile import PycInvalidationMode

ROOT = Path(__file__).resolve().parent.parent
HANDLER = "cfn_lint_cognito.engine.hosts.lambda_hook.handler"
MOST_BYTES = 10_000_000
PLATFORMS = {"x86_64": "manylinux2014_x86_64", "arm64": "manylinux2014_aarch64"}
_PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
_SOME_DAY = (1980, 1, 1, 0, 0, 0)
_LEFT_OUT = ("bin", "cfn_lint_cognito/pages", "cfn_lint_cognito/cdk.py", "cfn_lint_cognito/engine/hosts/cdk.py")
"""What the function never reads: the pages of the rules, commands, and the plugin for the CDK."""

_OF_PIP = ("INSTALLER", "RECORD", "REQUESTED", "direct_url.json")
"""What pip writes about the installation: it has paths of this machine."""
_NOT_BUILT = shutil.ignore_patterns(
    ".*", "build", "dist", "*.egg-info", "__pycache__", "fixtures", "tests", "node_modules"
)


def build(output: Path, architecture: str, pack: str | None) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "package"
        # A copy, since setuptools takes what an earlier build left in the repository.
        sources = shutil.copytree(ROOT, Path(temporary) / "sources", ignore=_NOT_BUILT) if pack is None else pack
        install = [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-compile",
            "--no-deps",
            "--target",
            str(folder),
        ]
        for_lambda = ["--platform", PLATFORMS[architecture], "--python-version", _PYTHON, "--implementation", "cp"]
        done = subprocess.run([*install, *for_lambda, "--only-binary=PyYAML", str(sources), "PyYAML"], check=False)
        if done.returncode:
            sys.exit(done.returncode)
        for path in _LEFT_OUT:
            shutil.rmtree(folder / path, ignore_errors=True)
            (folder / path).unlink(missing_ok=True)
        compiled = compileall.compile_dir(
            folder, quiet=1, stripdir=str(folder), invalidation_mode=PycInvalidationMode.UNCHECKED_HASH
        )
        if not compiled:
            sys.exit("not everything could be compiled")
        output.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as package:
            for file in sorted(path for path in folder.rglob("*") if path.is_file() and path.name not in _OF_PIP):
                entry = zipfile.ZipInfo(file.relative_to(folder).as_posix(), _SOME_DAY)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16  # Lambda has to read it as another user.
                package.writestr(entry, file.read_bytes())
    size = output.stat().st_size
    if size > MOST_BYTES:
        sys.exit(f"{output} has {size:,} bytes, more than {MOST_BYTES:,}")
    print(f"{output}: {size:,} bytes, runtime python{_PYTHON}, architecture {architecture}, handler {HANDLER}")


def main() -> None:
    parser = argparse.ArgumentParser(description="Builds the package of the Lambda Hook.")
    parser.add_argument("--output", type=Path, default=ROOT / "dist" / "cfn-lint-cognito-hook.zip")
    parser.add_argument("--architecture", choices=PLATFORMS, default="x86_64")
    parser.add_argument("--pack", help="what pip installs; this repository if absent")
    chosen = parser.parse_args()
    build(chosen.output, chosen.architecture, chosen.pack)


if __name__ == "__main__":
    main()
