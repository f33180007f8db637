"""The validation report of a cloud assembly: what the CDK's command shows after a synthesis, and takes its exit code from.

aws-cdk-lib writes it, and others may add to it. Its schema is `schema/validation-report.schema.json` of the npm package
@aws-cdk/cloud-assembly-schema. The command came to read it with every synthesis in 2.1128.1.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from cfn_lint_cognito.engine.hosts.assembly_findings import NAMESPACE, ConstructFinding
from cfn_lint_cognito.engine.hosts.cloud_assembly import Assembly, AssemblyError
from cfn_lint_cognito.engine.version import __version__

FILE: Final = "validation-report.json"
FIRST_READ_BY: Final = (2, 1128, 1)
"""The version of the CDK's command that was the first to read the report on `cdk synth`, `diff` and `deploy`."""


def write_report(folder: Path, assembly: Assembly, found: Sequence[ConstructFinding]) -> None:
    """Puts findings into the report in a folder, in the place of those of an earlier run. What others reported stays."""
    file = folder / FILE
    empty: dict[str, Any] = {"version": assembly.version, "pluginReports": []}
    report = _read(file) if file.exists() else empty
    others = [each for each in report["pluginReports"] if each["pluginName"] != NAMESPACE]
    ours = _plugin_reports(folder, found)
    if ours or len(others) < len(report["pluginReports"]):
        file.write_text(json.dumps({**report, "pluginReports": [*others, *ours]}, indent=2), encoding="utf-8")


def _read(file: Path) -> dict[str, Any]:
    try:
        report: dict[str, Any] = json.loads(file.read_bytes())
        for each in report["pluginReports"]:
            each["pluginName"]
    except (KeyError, TypeError, ValueError) as error:
        raise AssemblyError(f"{file} is not what the CDK writes ({type(error).__name__}: {error}).") from error
    return report


def _plugin_reports(folder: Path, found: Sequence[ConstructFinding]) -> list[dict[str, Any]]:
    """One report with the errors, and one with everything else.

    The command leaves out what is about stacks that nobody asked for, and keeps the conclusion where something is left. In one
    report an error in one stack would make an end of the synthesis of another that has a warning.
    """
    active = [each for each in found if each.acknowledgement is None]
    errors = [each for each in active if each.finding.level == "error"]
    rest = [each for each in active if each.finding.level != "error"]
    acknowledged = [each for each in found if each.acknowledgement is not None]
    reports = []
    if errors:
        reports.append(_plugin_report(folder, "failure", errors, ()))
    if rest or acknowledged:
        reports.append(_plugin_report(folder, "success", rest, acknowledged))
    return reports


def _plugin_report(
    folder: Path, conclusion: str, active: Iterable[ConstructFinding], acknowledged: Iterable[ConstructFinding]
) -> dict[str, Any]:
    suppressed = [_suppressed(folder, each) for each in acknowledged]
    return {
        "pluginName": NAMESPACE,
        "pluginVersion": __version__,
        "conclusion": conclusion,
        "violations": [_violation(folder, each) for each in active],
        **({"suppressedViolations": suppressed} if suppressed else {}),
    }


def _violation(folder: Path, found: ConstructFinding) -> dict[str, Any]:
    finding = found.finding
    construct: dict[str, Any] = {"constructPath": found.construct_path}
    if found.logical_id:
        construct["cloudFormationResource"] = {
            "templatePath": found.template.file.relative_to(folder).as_posix(),
            "logicalId": found.logical_id,
            **({"propertyPaths": [found.property_path]} if found.property_path else {}),
        }
    if found.stack_trace:
        construct["stackTraces"] = [found.stack_trace]
    return {
        "ruleName": finding.rule,
        "description": f"{finding.message} [{finding.when}]" if finding.when else finding.message,
        "suggestedFix": f"{finding.fix} {finding.page}",
        "severity": finding.level,
        "violatingConstructs": [construct],
    }


def _suppressed(folder: Path, found: ConstructFinding) -> dict[str, Any]:
    assert found.acknowledgement is not None
    rule_id, reason, path, trace = found.acknowledgement
    return {
        **_violation(folder, found),
        "acknowledgedId": rule_id,
        "acknowledgedAt": path,
        **({"reason": reason} if reason else {}),
        **({"acknowledgedStackTrace": trace} if trace else {}),
    }
