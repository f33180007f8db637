"""What CloudFormation creates before a resource: everything it refers to, directly or through other resources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from cfn_lint_cognito._template import Template

_SUB_REFERENCE = re.compile(r"\$\{\s*([A-Za-z0-9]+)")


class Waiting:
    """The order in which the resources of one template are created. Each resource is read once, and only when asked for.

    References behind any `Fn::If` count, whatever the deployment: better one reason to wait too many than too few.
    """

    def __init__(self, template: Template) -> None:
        self._template = template
        self._direct: dict[str, frozenset[str]] = {}
        self._all: dict[str, frozenset[str]] = {}

    def awaited_by(self, name: str) -> frozenset[str]:
        """The logical IDs of all resources that exist before `name` is created."""
        if name not in self._all:
            awaited: set[str] = set()
            pending = [name]
            while pending:
                new = self._directly_awaited_by(pending.pop()) - awaited
                awaited |= new
                pending.extend(new)
            self._all[name] = frozenset(awaited - {name})
        return self._all[name]

    def _directly_awaited_by(self, name: str) -> frozenset[str]:
        if name not in self._direct:
            declared = self._template.resources[name].declared
            depends_on = declared.get("DependsOn")
            names = [*references(declared), *(depends_on if isinstance(depends_on, list) else [depends_on])]
            self._direct[name] = frozenset(
                other for other in names if isinstance(other, str) and other in self._template.resources
            )
        return self._direct[name]


@lru_cache(maxsize=1)
def waiting(template: Template) -> Waiting:
    return Waiting(template)


def references(written: Any) -> Iterator[str]:
    """The names that `Ref`, `Fn::GetAtt` and `Fn::Sub` below `written` refer to, parameters included."""
    pending = [written]
    while pending:
        value = pending.pop()
        if isinstance(value, list):
            pending.extend(value)
        elif isinstance(value, dict):
            for key, below in value.items():
                if key == "Ref" and isinstance(below, str):
                    yield below
                elif key == "Fn::GetAtt" and below and isinstance(below, (str, list)):
                    first = below.partition(".")[0] if isinstance(below, str) else below[0]
                    if isinstance(first, str):
                        yield first
                elif key == "Fn::Sub":
                    text, variables = below if isinstance(below, list) and len(below) == 2 else (below, {})
                    named = _SUB_REFERENCE.findall(text) if isinstance(text, str) else ()
                    yield from (name for name in named if not (isinstance(variables, dict) and name in variables))
                    pending.append(variables)
                else:
                    pending.append(below)
