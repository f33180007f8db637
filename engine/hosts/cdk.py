"""The CDK as a host: a policy validation plugin, which the CDK asks about the templates that it has just synthesized.

Seen on aws-cdk-lib 2.100.0, 2.251.0, 2.262.0 and 2.275.0. The CDK ignores a plugin that raises, and the command exits with 0:
whatever goes wrong in here is told as a violation.
"""

from __future__ import annotations

import atexit
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from cfn_lint_cognito.engine.hosts.assembly_findings import ConstructFinding, findings_in
from cfn_lint_cognito.engine.hosts.cloud_assembly import synthesized
from cfn_lint_cognito.engine.hosts.python import ADVICE
from cfn_lint_cognito.engine.report.catalogue import PROJECT, entries
from cfn_lint_cognito.engine.report.constructs import PYTHON
from cfn_lint_cognito.engine.version import __version__

try:
    import aws_cdk
    import jsii
except ImportError as missing:
    raise ImportError('cfn_lint_cognito.cdk needs aws-cdk-lib: pip install "cfn-lint-cognito[cdk]"') from missing

_LOSES_EXIT_CODE: Final = tuple(map(int, version("aws-cdk-lib").split(".")[:2])) < (2, 262)
"""Older versions give an exit code to Node.js when a validation fails, and none to Python, whose code the command takes."""
_BETA = "" if hasattr(aws_cdk, "IPolicyValidationPlugin") else "Beta1"
_Plugin, _Report, _Violation, _Resource = (
    getattr(aws_cdk, f"{name}{_BETA}")
    for name in (
        "IPolicyValidationPlugin",
        "PolicyValidationPluginReport",
        "PolicyViolation",
        "PolicyViolatingResource",
    )
)


@jsii.implements(_Plugin)
class CognitoAppClients:
    """Judges what `cdk synth` makes by the rules of this pack.

    Errors end the synthesis, warnings are shown, with `advice` also what has the level "info". The CDK knows a finding by
    `cfn-lint-cognito::E9511`, which `Validations.of(construct).acknowledge(...)` takes.
    """

    def __init__(self, *, advice: bool = False) -> None:
        self._advice = advice

    @property
    def name(self) -> str:
        return "cfn-lint-cognito"

    @property
    def version(self) -> str:
        return __version__

    @property
    def rule_ids(self) -> list[str]:
        return [entry.id for entry in entries()]

    def validate(self, context: Any) -> Any:
        files: list[str] = []
        try:
            files = list(context.template_paths)
            violations = list(self._violations(map(Path, files)))
        except Exception as error:
            violations = [_failure(error, files)]
        is_failure = any(violation.severity in ("error", "fatal") for violation in violations)
        if is_failure and _LOSES_EXIT_CODE and "CDK_OUTDIR" in os.environ:  # The CDK's command sets it.
            atexit.register(_exit_with_1)
        return _Report(
            success=not is_failure,
            violations=violations,
            plugin_version=__version__,
        )

    def _violations(self, files: Iterable[Path]) -> Iterator[Any]:
        include = ADVICE if self._advice else ()
        yield from map(_violation, findings_in(list(synthesized(files)), include=include, language=PYTHON))


def _exit_with_1() -> None:
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(1)


def _violation(found: ConstructFinding) -> Any:
    finding = found.finding
    notes = f" [{finding.when}]" if finding.when else ""
    return _Violation(
        rule_name=finding.rule,
        description=f"{finding.message}{notes}",
        fix=f"{finding.fix} {finding.page}",
        severity=finding.level,
        violating_resources=[
            _Resource(
                resource_logical_id=found.logical_id,
                template_path=str(found.template.file),
                locations=[found.property_path],
            )
        ],
    )


def _failure(error: Exception, files: Sequence[str]) -> Any:
    """A violation that nobody can acknowledge. One that is about no resource would be as silent as the exception."""
    return _Violation(
        rule_name="failure",
        description=f"cfn-lint-cognito could not judge this app: {type(error).__name__}: {error}.",
        fix=f"Leave the plugin out until this is fixed, and report it: {PROJECT}/issues",
        severity="fatal",
        violating_resources=[_Resource(resource_logical_id="", template_path=next(iter(files), ""), locations=[])],
    )
