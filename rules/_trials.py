"""Which values of a parameter have to be tried to know whether some equalities can hold together.

Where a parameter may be anything, an equality still tells only few values apart: the text it is compared with, or the keys
of the mapping that it looks up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from cfn_lint_cognito._conditions import Equality
from cfn_lint_cognito._references import mentions
from cfn_lint_cognito._template import PARTITIONS, REGION, Template
from cfn_lint_cognito._values import Hole, Text

Sides = tuple[Text | None, Text | None]

_ANYTHING_ELSE: Final = "\ue001"
"""Equal to nothing that a template compares with."""
_FOLLOW_FROM_REGION: Final = frozenset(["AWS::Partition", "AWS::URLSuffix"])
_A_REGION_OF_EACH_PARTITION: Final = (*(f"{beginning}other-1" for beginning in PARTITIONS), "other-1")


class _Trials(NamedTuple):
    """The values that an equality tells apart, and whether a parameter that is none of them breaks the deployment."""

    values: Sequence[str]
    no_others: bool = False


def values_to_try(
    name: str, equalities: Sequence[Equality], sides: Sequence[Sides], template: Template
) -> list[str] | None:
    """Values of a parameter (or the region). If the equalities can be what they were decided to be, they can with one of
    these. None where that cannot be told.
    """
    parameter = template.parameters.get(name)
    if parameter is not None and parameter.is_list:
        return None
    found = [
        _told_apart(name, equality, texts, template.mappings)
        for equality, texts in zip(equalities, sides, strict=True)
        if equality.parameters is None or name in equality.parameters
    ]
    trials = [each for each in found if each is not None]
    if len(trials) < len(found):
        return None
    values = dict.fromkeys(value for each in trials for value in each.values)
    if not any(each.no_others for each in trials):
        values[_ANYTHING_ELSE] = None
    possible = [value for value in values if parameter is None or parameter.accepts(value)]
    return possible if parameter is None or _ANYTHING_ELSE in possible or _ANYTHING_ELSE not in values else None


def _told_apart(name: str, equality: Equality, texts: Sides, mappings: Mapping[str, Any]) -> _Trials | None:
    written = (equality.left, equality.right)
    looked_up = [_keys(name, side, mappings) for side in written]
    for keys, other in zip(looked_up, reversed(texts), strict=True):
        if keys is not None:
            return keys if other is not None and other.known is not None else None
    left, right = texts
    if left is None or right is None:
        return None
    holes = {part for text in texts if text is not None for part in text.parts if isinstance(part, Hole)}
    if any(hole.kind == "as written" for hole in holes):
        return None if any(name in mentions(side) for side in written) else _Trials(())
    names = {hole.name for hole in holes if hole.kind == "Ref"}
    if name == REGION and names & _FOLLOW_FROM_REGION:
        return _Trials(_A_REGION_OF_EACH_PARTITION) if REGION not in names else None
    return _solved(name, left, right) if name in names else _Trials(())


def _keys(name: str, written: Any, mappings: Mapping[str, Any]) -> _Trials | None:
    """The keys of the mapping that a parameter alone looks up; None for anything else."""
    argument = written.get("Fn::FindInMap") if isinstance(written, dict) and len(written) == 1 else None
    if not (isinstance(argument, list) and len(argument) in (3, 4) and isinstance(argument[0], str)):
        return None
    _, first, second, *options = argument
    rows = mappings.get(argument[0], {})
    if first == {"Ref": name} and isinstance(second, str):
        return _Trials([key for key in rows if isinstance(key, str)], no_others=not options)
    if second == {"Ref": name} and isinstance(first, str) and isinstance(rows.get(first), dict):
        return _Trials([key for key in rows[first] if isinstance(key, str)], no_others=not options)
    return None


def _solved(name: str, left: Text, right: Text) -> _Trials | None:
    """What a parameter has to be for two texts to be equal."""
    for one, other in ((left, right), (right, left)):
        if one.parts == (Hole("Ref", name),) and other.known is not None:
            return _Trials([other.known])
    return None
