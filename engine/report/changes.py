"""What rules make edits of: changes of a template, as far as what is to be changed stands in a resource itself.

Each function returns None where it does not: a parameter, a mapping or a function makes the value, a macro may add to the map,
or another tool will replace it. `path` is a path of the document; without one it is that of the diagnostic.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from cfn_lint_cognito.engine.report.edits import APPEND, REMOVE, SAFE, SET, UNSAFE, Edit, Edits
from cfn_lint_cognito.engine.report.rule import Diagnostic
from cfn_lint_cognito.engine.values.document_part import ABSENT, DocumentPath
from cfn_lint_cognito.engine.values.placeholders import holds_placeholder
from cfn_lint_cognito.engine.values.value import TemplatePath, scalar_text

_DEPENDS_ON = "DependsOn"
_PROPERTIES = "Properties"
_IF = "Fn::If"
_REFERENCE = re.compile(r"\$\{(\w+)\}")


def replaced(diagnostic: Diagnostic, value: Any, *path: str | int, applicability: str = SAFE) -> Edits | None:
    """Writes another value in the place of a scalar."""
    place = place_of(diagnostic, *path)
    if place is None or scalar_text(diagnostic.document.written(place)) is None:
        return None
    return Edits((Edit(SET, place, value),), applicability)


def switched(diagnostic: Diagnostic, value: Any, *path: str) -> Edits | None:
    """Writes a setting, absent or not. It is not safe where somebody chose another value for some deployments."""
    if diagnostic.get(*path) is None:
        return added(diagnostic, value, *path)
    edits = replaced(diagnostic, value, *path)
    is_chosen = edits is not None and _IF in edits.edits[0].path
    return edits._replace(applicability=UNSAFE) if edits and is_chosen else edits


def respelled(diagnostic: Diagnostic, right: str, *path: str | int, applicability: str = SAFE) -> Edits | None:
    """Writes an item of a list in another way. Where the list has that already, the item is removed."""
    edits = replaced(diagnostic, right, *path, applicability=applicability)
    if edits is None:
        return None
    holder = diagnostic.document.written(edits.edits[0].path[:-1])
    is_there = isinstance(holder, list) and right in holder
    return removed(diagnostic, *path, applicability=applicability) if is_there else edits


def renamed(diagnostic: Diagnostic, right: str, *path: str | int, applicability: str = SAFE) -> Edits | None:
    """Gives a key of a map another name, which the map does not have. Its value stays what it is."""
    path = path or diagnostic.path
    place = diagnostic.document.origin(path).used_at
    if place[-1] != path[-1] or right in diagnostic.document.written(place[:-1]):
        return None
    value = diagnostic.document.written(place)
    return Edits((Edit(SET, (*place[:-1], right), value), Edit(REMOVE, place)), applicability)


def attribute_written(
    diagnostic: Diagnostic, resource: str, attribute: str, *path: str | int, applicability: str = SAFE
) -> Edits | None:
    """Writes an attribute of a resource in the place of something else that is read from it."""
    place = _place_of_function(diagnostic, path)
    if place is None:
        return None
    return Edits((Edit(SET, place, {"Fn::GetAtt": [resource, attribute]}),), applicability)


def written_instead(diagnostic: Diagnostic, value: Any, *path: str | int, applicability: str = SAFE) -> Edits | None:
    """Writes another value in the place of a scalar or of a function."""
    place = _place_of_function(diagnostic, path)
    if place is None:
        return replaced(diagnostic, value, *path, applicability=applicability)
    return Edits((Edit(SET, place, value),), applicability)


def text_with_references(text: str) -> Any:
    """How a template writes a text such as `${Pool.ProviderName}:${Client}`, or `${Domain}` alone."""
    if whole := _REFERENCE.fullmatch(text):
        return {"Ref": whole[1]}
    return {"Fn::Sub": text} if "${" in text else text


def _place_of_function(diagnostic: Diagnostic, path: DocumentPath) -> TemplatePath | None:
    origin = diagnostic.document.origin(path)
    written = diagnostic.document.written(origin.used_at)
    is_function = isinstance(written, dict) and len(written) == 1 and not is_plain_map(written)
    return origin.used_at if origin.used_at == origin.defined_at and not origin.source and is_function else None


def added(diagnostic: Diagnostic, value: Any, *path: str, applicability: str = SAFE) -> Edits | None:
    """Writes a property that is absent, below `Properties`. Maps on the way to it are made."""
    place: TemplatePath = (*diagnostic.document.resource.path, _PROPERTIES)
    for depth in range(1, len(path)):
        holder = diagnostic.document.written(place)
        if holder is not ABSENT and not is_plain_map(holder):
            return None
        if path[depth] not in (holder if isinstance(holder, dict) else ()):
            return Edits((Edit(SET, (*place, *path[depth:]), value),), applicability)
        if depth == len(path) - 1:
            return None  # It is there, and what it is leaves it out in some scenario.
        below = place_of(diagnostic, *path[: depth + 1])
        if below is None:
            return None
        place = below
    return None


def removed(diagnostic: Diagnostic, *path: str | int, applicability: str = SAFE) -> Edits | None:
    """Removes a key, whatever its value is, or the item of a list. Not the last one: what an empty list or map means is
    another thing.
    """
    path = path or diagnostic.path
    place = diagnostic.document.origin(path).used_at
    if not _leads_as_far(path, place) or place[-2] == _IF:
        return None
    holder = diagnostic.document.written(place[:-1])
    if isinstance(holder, list) and (
        place_of(diagnostic, *path) is None or all(isinstance(other, dict) for other in _others(holder, place[-1]))
    ):
        return None
    return Edits((Edit(REMOVE, place),), applicability) if len(holder) > 1 else None


def removed_with_its_item(diagnostic: Diagnostic) -> Edits | None:
    """Removes the map of a list that holds a value, unless it is the only one."""
    place = place_of(diagnostic)
    item = () if place is None else place[:-1]
    holder = diagnostic.document.written(item[:-1])
    is_item = isinstance(holder, list) and len(holder) > 1 and item[-2:-1] != (_IF,)
    return Edits((Edit(REMOVE, item),)) if is_item else None


def removed_with_its_map(diagnostic: Diagnostic, *path: str) -> Edits | None:
    """Removes a key, and the map around it where that has no other."""
    edits = removed(diagnostic, *path)
    holder = None if edits else place_of(diagnostic, *path[:-1])
    written = None if holder is None else diagnostic.document.written(holder)
    return Edits((Edit(REMOVE, holder),)) if holder and isinstance(written, dict) and len(written) == 1 else edits


def appended(
    diagnostic: Diagnostic, values: Sequence[str], *path: str | int, applicability: str = SAFE
) -> Edits | None:
    """Adds items to a list that is written out."""
    place = place_of(diagnostic, *path)
    if place is None or not isinstance(diagnostic.document.written(place), list):
        return None
    return Edits(tuple(Edit(APPEND, place, value) for value in values), applicability)


def awaiting(diagnostic: Diagnostic, other: str) -> Edits | None:
    """Lets the resource wait for another one of the template, by DependsOn."""
    place = (*diagnostic.document.resource.path, _DEPENDS_ON)
    written = diagnostic.document.written(place)
    if written is ABSENT:
        edit = Edit(SET, place, other)
    elif isinstance(written, str):
        edit = Edit(SET, place, [written, other])
    elif isinstance(written, list) and written:
        edit = Edit(APPEND, place, other)
    else:
        return None
    return Edits((edit,), fits_elsewhere=True)


def joined(*several: Edits | None) -> Edits | None:
    """Several changes as one fix; None where one of them cannot be made."""
    if not several or None in several:
        return None
    every = [edits for edits in several if edits is not None]
    applicability = next((edits.applicability for edits in every if edits.applicability != SAFE), SAFE)
    fits_elsewhere = all(edits.fits_elsewhere for edits in every)
    return Edits(tuple(edit for edits in every for edit in edits.edits), applicability, fits_elsewhere)


def place_of(diagnostic: Diagnostic, *path: str | int) -> TemplatePath | None:
    """Where a scalar, a list or a map of the document stands in the template, written out in the resource itself."""
    path = path or diagnostic.path
    origin = diagnostic.document.origin(path)
    if origin.used_at != origin.defined_at or origin.source or not _leads_as_far(path, origin.used_at):
        return None
    written = diagnostic.document.written(origin.used_at)
    if isinstance(written, dict) and not is_plain_map(written):
        return None
    return None if isinstance(written, str) and holds_placeholder(written) else origin.used_at


def _leads_as_far(path: DocumentPath, place: TemplatePath) -> bool:
    """Whether a place of the template is that of a property itself, not of what is around it: a function may make both."""
    if path[0] != _PROPERTIES:
        return True
    steps: list[str | int] = []
    for step in place[2:]:
        if steps and steps[-1] == _IF:
            steps.pop()
        else:
            steps.append(step)
    return len(steps) == len(path)


def _others(items: list[Any], index: str | int) -> list[Any]:
    return [item for other, item in enumerate(items) if other != index]


def is_plain_map(written: Any) -> bool:
    """Whether a map has the keys that are written in it, and no others."""
    return isinstance(written, dict) and not any(
        not isinstance(key, str) or key == "Ref" or key.startswith("Fn::") or holds_placeholder(key) for key in written
    )
