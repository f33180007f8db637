"""What leaves a template by its Outputs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cfn_lint_cognito.engine.resolve.references import logical_ids_in
from cfn_lint_cognito.engine.template.template import Template


def is_exported(name: str, template: Template) -> bool:
    """Whether an output that other stacks import is made of a resource, so that they know it."""
    return any(name in logical_ids_in(output) for output in _exports(template))


def _exports(template: Template) -> Iterator[dict[str, Any]]:
    return (output for output in template.outputs.values() if "Export" in output)
