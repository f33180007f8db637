"""What intrinsic functions name: resources, parameters, conditions. Found without resolving anything."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

_FUNCTIONS = frozenset(["Fn::GetAtt", "Fn::Sub", "Ref"])
SUB_VARIABLE = re.compile(r"\$\{([^{}]*)\}")
"""What stands between the braces of `${...}` in the text of an Fn::Sub: a name, spaces around it; a literal begins with `!`."""


def mentions(written: Any) -> Iterator[str]:
    """What all that stands in `written` names, parameters included: `Pool`, `WebClient.ClientSecret`."""
    for value in _maps(written):
        if not _FUNCTIONS.isdisjoint(value):
            yield from mentioned_by(value)


def mentioned_by(function: Mapping[Any, Any]) -> Iterator[str]:
    """What a `Ref`, `Fn::GetAtt` or `Fn::Sub` itself names, not what stands in its variables; nothing for any other map."""
    if "Ref" in function and isinstance(function["Ref"], str):
        yield function["Ref"]
    if "Fn::GetAtt" in function:
        yield from _attribute(function["Fn::GetAtt"])
    if "Fn::Sub" in function:
        yield from _variables(function["Fn::Sub"])


def references(written: Any) -> Iterator[str]:
    """The logical IDs of what all that stands in `written` names."""
    return (name.partition(".")[0] for name in mentions(written))


def conditions(written: Any) -> Iterator[str]:
    """The conditions that `Fn::If` names in `written`."""
    for value in _maps(written):
        chosen = value.get("Fn::If")
        if isinstance(chosen, list) and chosen and isinstance(chosen[0], str):
            yield chosen[0]


def looks_up(written: Any) -> bool:
    """Whether an `Fn::FindInMap` stands anywhere in `written`."""
    return any("Fn::FindInMap" in value for value in _maps(written))


def _maps(written: Any) -> Iterator[Mapping[Any, Any]]:
    """Every map in `written`, itself included."""
    pending = [written]
    while pending:
        value = pending.pop()
        if isinstance(value, dict):
            yield value
            pending += [below for below in value.values() if isinstance(below, (dict, list))]
        elif isinstance(value, list):
            pending += [item for item in value if isinstance(item, (dict, list))]


def _attribute(argument: Any) -> Iterator[str]:
    if isinstance(argument, str):
        yield argument
    elif isinstance(argument, list) and argument and isinstance(argument[0], str):
        yield ".".join(part for part in argument if isinstance(part, str))


def _variables(argument: Any) -> Iterator[str]:
    text, own = argument if isinstance(argument, list) and len(argument) == 2 else (argument, {})
    names = map(str.strip, SUB_VARIABLE.findall(text)) if isinstance(text, str) else ()
    yield from (name for name in names if not (name.startswith("!") or (isinstance(own, dict) and name in own)))
