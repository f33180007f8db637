"""What a change set shows of its parameters.

A Lambda Hook is told no parameters. But a change set shows each resource as it will be (`afterContext`), with parameters
resolved: where the template writes a property as the Ref of a parameter, the value of the parameter stands there. Every
number and boolean is a text in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from cfn_lint_cognito.engine.template.parameters import Parameter
from cfn_lint_cognito.engine.template.pseudo_parameters import NO_VALUE
from cfn_lint_cognito.engine.template.template import Template

_STANDS_FOR_OTHERS: Final = "{{"
"""What is known only after the deploy, and what is read from a store, stands there as a text that begins with this."""

_MASK: Final = "*"


def shown_parameters(template: Template, changes: Iterable[Any]) -> dict[str, str]:
    """The parameters whose values the `changedResources` of a change set show."""
    shown: dict[str, set[Any]] = {}
    for change in changes:
        for name, value in _shown_in(template.document, change):
            shown.setdefault(name, set()).add(value)
    values = {name: only for name, several in shown.items() for only in several if len(several) == 1}
    return {name: value for name, value in values.items() if _is_value(template.parameters.get(name), value)}


def _shown_in(document: Mapping[str, Any], change: Any) -> Iterator[tuple[str, Any]]:
    after = change.get("afterContext") if isinstance(change, dict) else None
    if not isinstance(after, str):
        return
    try:
        context = json.loads(after)
    except ValueError:
        return
    resources = document.get("Resources")
    declared = resources.get(change.get("logicalResourceId")) if isinstance(resources, dict) else None
    if isinstance(declared, dict) and isinstance(context, dict):
        yield from _compared(declared.get("Properties"), context.get("Properties"))


def _compared(written: Any, shown: Any) -> Iterator[tuple[str, Any]]:
    """The names of parameters in a part of a template, each with what stands in its place in the context."""
    if isinstance(written, dict) and list(written) == ["Ref"]:
        if isinstance(written["Ref"], str) and isinstance(shown, (str, int, float)):
            yield written["Ref"], _text(shown)
    elif isinstance(written, dict) and isinstance(shown, dict):
        if not any(_is_function(key) for key in written):
            for key in written.keys() & shown.keys():
                yield from _compared(written[key], shown[key])
    elif isinstance(written, list) and isinstance(shown, list) and len(written) == len(shown):
        for item, shown_item in zip(written, shown, strict=True) if not any(map(_may_vanish, written)) else ():
            yield from _compared(item, shown_item)


def _text(shown: str | float) -> str:
    return json.dumps(shown) if isinstance(shown, bool) else str(shown)


def _is_function(key: Any) -> bool:
    return key == "Ref" or str(key).startswith("Fn::")


def _may_vanish(item: Any) -> bool:
    """Whether an item may be AWS::NoValue, or several items: those behind it stand elsewhere then."""
    if not isinstance(item, dict):
        return False
    return item.get("Ref") == NO_VALUE or any(str(key).startswith("Fn::") for key in item)


def _is_value(parameter: Parameter | None, value: str) -> bool:
    """Whether a text is the value of a parameter, and may be shown. That of a NoEcho parameter is masked."""
    if parameter is None or parameter.is_list or parameter.is_stored:
        return False
    if _STANDS_FOR_OTHERS in value or (value and not value.strip(_MASK)):
        return False
    return parameter.declared.get("NoEcho", False) in (False, "false") and parameter.accepts(value)
