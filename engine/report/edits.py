"""Fixes as data: what to change in a template, for hosts that write it and for programs that read it."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple, NotRequired, TypedDict

from cfn_lint_cognito.engine.values.value import TemplatePath

SAFE: Final = "safe"
"""What the fix deploys is what was meant, so a host may write it without asking."""
UNSAFE: Final = "unsafe"
"""It is right in nearly all cases; a host writes it only for somebody who asks for that."""

SET: Final = "set"
REMOVE: Final = "remove"
APPEND: Final = "append"


class EditData(TypedDict):
    """An edit as `json.dumps` takes it. `remove` has no value."""

    action: str
    path: TemplatePath
    value: NotRequired[Any]


class Edit(NamedTuple):
    """One change of a template.

        Edit(SET, ("Resources", "Web", "DependsOn"), "Server")                           writes a value, new or instead of another
        Edit(REMOVE, ("Resources", "Web", "Properties", "ClientSecret"))                 removes a key or an item
        Edit(APPEND, ("Resources", "Web", "Properties", "AllowedOAuthScopes"), "openid") adds an item at the end of a list

    SET makes the mappings that are missing on the way. `value` is plain data, functions in their long form.
    """

    action: str
    path: TemplatePath
    value: Any = None

    @property
    def data(self) -> EditData:
        if self.action == REMOVE:
            return {"action": self.action, "path": self.path}
        return {"action": self.action, "path": self.path, "value": self.value}


class Edits(NamedTuple):
    """The edits that fix one finding, all of them together. Their paths are those of the template before any of them.

    `fits_elsewhere` is for what is right in every scenario, also where the rule finds nothing: an order of creation, or a
    setting that the others may have, too.
    """

    edits: tuple[Edit, ...]
    applicability: str = SAFE
    fits_elsewhere: bool = False

    @property
    def data(self) -> tuple[EditData, ...]:
        return tuple(edit.data for edit in self.edits)


def edited(template: Mapping[str, Any], edits: Iterable[Edit]) -> dict[str, Any]:
    """A copy of a template with some edits. KeyError or IndexError where a path does not lead anywhere in it."""
    changed = copy.deepcopy(dict(template))
    several = list(edits)
    for edit in several:
        if edit.action == SET:
            _holder(changed, edit.path, makes_mappings=True)[edit.path[-1]] = copy.deepcopy(edit.value)
        elif edit.action == APPEND:
            _holder(changed, edit.path)[edit.path[-1]].append(copy.deepcopy(edit.value))
    for edit in sorted((edit for edit in several if edit.action == REMOVE), key=order_of_removal):
        del _holder(changed, edit.path)[edit.path[-1]]
    return changed


def value_at(template: Any, path: TemplatePath) -> Any:
    """What stands at a path of a template. KeyError or IndexError where it leads nowhere."""
    for step in path:
        template = template[step]
    return template


def _holder(template: Any, path: TemplatePath, makes_mappings: bool = False) -> Any:
    for step in path[:-1]:
        if makes_mappings and isinstance(template, dict) and step not in template:
            template[step] = {}
        template = template[step]
    return template


def order_of_removal(edit: Edit) -> tuple[int, ...]:
    """Of the items of a list the last is removed first, so that the paths to and into the others stay right."""
    return tuple(-step if isinstance(step, int) else 1 for step in edit.path)
