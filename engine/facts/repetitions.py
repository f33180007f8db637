"""What the lists of a resource say twice: the Repetitions section of the document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.values.text import Text
from cfn_lint_cognito.engine.values.value import Entries, Items, Known, Value, text_of, unknown_if_given


class _List(NamedTuple):
    """Where a list of maps stands, and which of their keys say something that no two of them may say."""

    property_path: Sequence[str]
    keys: Sequence[str]
    apart: Sequence[str] = ()
    """Switches of the maps: a map for which one may be on has names of its own."""


_LISTS: Final[Mapping[str, _List]] = {
    "Schema": _List(("Schema",), ("Name",), apart=("DeveloperOnlyAttribute",)),
    "RecoveryMechanisms": _List(("AccountRecoverySetting", "RecoveryMechanisms"), ("Name", "Priority")),
    "LogConfigurations": _List(("LogConfigurations",), ("EventSource",)),
}


def repetitions(resource: ResolvedResource, name: str) -> Value | None:
    """The maps of a list that surely say what an earlier one of them says, each with nothing but what it repeats.

    Equal texts count as equal, even if they cannot be resolved.
    """
    property_path, keys, apart = _LISTS[name]
    found = resource.property(*property_path)
    if not isinstance(found, Items):
        return unknown_if_given(found, name)
    said_before: set[tuple[str, Text]] = set()
    repeated: list[Value] = []
    for each in found.values:
        if not isinstance(each, Entries) or any(_may_be_on(each.values.get(switch)) for switch in apart):
            continue
        said = {(key, text): each.values[key] for key in keys if (text := text_of(each.values.get(key))) is not None}
        again = {key: value for (key, text), value in said.items() if (key, text) in said_before}
        if again:
            repeated.append(Entries(again, next(iter(again.values())).origin))
        said_before.update(said)
    return Items(tuple(repeated), found.origin)


def _may_be_on(switch: Value | None) -> bool:
    return switch is not None and not (isinstance(switch, Known) and switch.value is False)
