"""Which values of a parameter have to be tried to know whether some equalities can hold together.

Where a parameter may be anything, an equality still treats most values alike. `Fn::Equals: [!Ref Stage, prod]` makes two
classes of them: `prod`, and everything else. A look-up in a mapping makes one class for each key. It is enough to try one
value of each class.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final, NamedTuple

from cfn_lint_cognito.engine.resolve.conditions import Equality
from cfn_lint_cognito.engine.resolve.function import function_of
from cfn_lint_cognito.engine.resolve.functions import FIND_IN_MAP
from cfn_lint_cognito.engine.resolve.references import named_in
from cfn_lint_cognito.engine.template.parameters import fresh_value
from cfn_lint_cognito.engine.template.pseudo_parameters import DECIDED_BY, PARTITIONS, REGION
from cfn_lint_cognito.engine.template.template import Template
from cfn_lint_cognito.engine.values.text import REF, Hole, Text, may_equal

Sides = tuple[Text | None, Text | None]
"""What is known of the two texts that an equality compares."""

_A_REGION_OF_EACH_PARTITION: Final = (*(f"{beginning}other-1" for beginning in PARTITIONS), "other-1")


def holes_of(sides: Sides) -> frozenset[Hole]:
    return frozenset(part for text in sides if text is not None for part in text.parts if isinstance(part, Hole))


class _EquivalenceClasses(NamedTuple):
    """One value of each class that an equality makes, and whether a value outside of them breaks the scenario."""

    values: Sequence[str]
    no_others: bool = False


def representatives(
    name: str, equalities: Sequence[Equality], sides: Sequence[Sides], template: Template
) -> list[str] | None:
    """Values of a parameter (or the region), enough to know whether some equalities can hold: all of them where they are few,
    else one of each class that the equalities make. If none of these makes the equalities what they were decided to be, no
    value does. None where the classes cannot be told.
    """
    parameter = template.parameters_and_region.get(name)
    if parameter is not None and parameter.accepted_values:
        return list(parameter.accepted_values)
    if parameter is not None and parameter.is_list:
        return None
    everything = partial(_all_values, equalities, sides, template)
    found = [
        _equivalence_classes_of(name, equality, texts, template.mappings, everything)
        for equality, texts in zip(equalities, sides, strict=True)
        if equality.parameters is None or name in equality.parameters
    ]
    trials = [each for each in found if each is not None]
    if len(trials) < len(found):
        return None
    values = dict.fromkeys(value for each in trials for value in each.values)
    if not any(each.no_others for each in trials):
        fresh = fresh_value(name) if parameter is None else parameter.fresh_value(name, values)
        if fresh is None:
            return None
        values[fresh] = None
    return [value for value in values if parameter is None or parameter.accepts(value)]


def _all_values(equalities: Sequence[Equality], sides: Sequence[Sides], template: Template) -> Iterator[str]:
    """All that is compared or looked up, whatever by, and for each parameter that takes part values of its own: another one
    that is equal to it has those, too.
    """
    compared = {text.known: None for texts in sides for text in texts if text is not None and text.known is not None}
    names = dict.fromkeys(name for equality in equalities for name in sorted(equality.names))
    for equality in equalities:
        for name, written in itertools.product(equality.names, (equality.left, equality.right)):
            keys = _keys(name, written, template.mappings)
            compared.update(dict.fromkeys(keys.values if keys is not None else ()))
    yield from compared
    for name in names:
        if name in template.parameters_and_region:
            yield from template.parameters_and_region[name].examples(name, compared)


def _equivalence_classes_of(
    name: str, equality: Equality, texts: Sides, mappings: Mapping[str, Any], everything: Callable[[], Iterable[str]]
) -> _EquivalenceClasses | None:
    if may_equal(*texts) is not None:
        return _EquivalenceClasses(())
    written = (equality.left, equality.right)
    looked_up = [_keys(name, side, mappings) for side in written]
    for keys, other in zip(looked_up, reversed(texts), strict=True):
        if keys is not None:
            return keys if other is not None and other.known is not None else None
    left, right = texts
    if left is None or right is None:
        return None
    holes = holes_of(texts)
    if any(hole.is_opaque for hole in holes):
        return None if any(name in named_in(side) for side in written) else _EquivalenceClasses(())
    names = {hole.name for hole in holes if hole.kind == REF}
    if name == REGION and names & DECIDED_BY.keys():
        return _EquivalenceClasses(_A_REGION_OF_EACH_PARTITION) if REGION not in names else None
    if name not in names:
        return _EquivalenceClasses(())
    if all(len(text.parts) == 1 for text in (left, right)) and len(names) == len(holes) == 2:
        return _EquivalenceClasses(
            tuple(everything())
        )  # Equal to another parameter, it may be all that this one may be.
    return _solved(name, left, right)


def _keys(name: str, written: Any, mappings: Mapping[str, Any]) -> _EquivalenceClasses | None:
    """The keys of the mapping that a parameter alone looks up; None for anything else."""
    function, argument = function_of(written)
    look_up = FIND_IN_MAP.parsed(argument) if function == "Fn::FindInMap" else None
    if look_up is None or not isinstance(look_up.map_name, str):
        return None
    first, second = look_up.keys
    rows = mappings.get(look_up.map_name, {})
    if first == {"Ref": name} and isinstance(second, str):
        return _EquivalenceClasses([key for key in rows if isinstance(key, str)], no_others=not look_up.has_default)
    if second == {"Ref": name} and isinstance(first, str) and isinstance(rows.get(first), dict):
        return _EquivalenceClasses(
            [key for key in rows[first] if isinstance(key, str)], no_others=not look_up.has_default
        )
    return None


def _solved(name: str, left: Text, right: Text) -> _EquivalenceClasses | None:
    """What a parameter has to be for two texts to be equal."""
    for one, other in ((left, right), (right, left)):
        if one.parts == (Hole(REF, name),) and other.known is not None:
            return _EquivalenceClasses([other.known])
    return None
