"""What a Python program hands over, made plain or refused: whoever calls `check` wrongly must not take silence for praise."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, Final

MOST_LEVELS: Final = 200
"""How deep a template may be nested. cfn-lint gives up a little earlier."""
MOST_VALUES: Final = 250_000
"""How many values a template may have where objects are used in several places of it: as many as cfn-lint takes."""
_TEXTS: Final = (str, bytes, bytearray, memoryview)
_FUNCTION: Final = "Fn::"


def plain_template(template: Any) -> dict[str, Any]:
    """A template as plain dicts and lists, whatever mappings and sequences it is made of.

    TypeError for what is no mapping, ValueError for one that holds itself, is nested deeper than 200 levels, or uses the same
    objects so often that it has more than 250,000 values.
    """
    if isinstance(template, Mapping):
        copied: dict[str, Any] = _Copy().of(template, ())[0]
        return copied
    raise TypeError(f"check() takes a template as a mapping or as text, not {_named(template)}{_advice(template)}")


def _advice(template: Any) -> str:
    if hasattr(template, "to_json"):
        return ": write check(template.to_json())"
    if isinstance(template, os.PathLike):
        return ": write check(path.read_text())"
    if isinstance(template, _TEXTS):
        return ": write check(data.decode())"
    if hasattr(template, "read"):
        return ": write check(file.read())"
    return ""


def _named(value: Any) -> str:
    return "None" if value is None else type(value).__name__


class _Copy:
    """Copies each object once, however often it is used."""

    def __init__(self) -> None:
        self.done: dict[
            int, tuple[Any, Any, int]
        ] = {}  # With the object itself, since an `id` is free once it is gone.
        self.open: set[int] = set()
        self.copied = 0

    def of(self, value: Any, path: tuple[Any, ...]) -> tuple[Any, int]:
        """A copy of a value, and how many values are in it."""
        if id(value) in self.done:
            return self.done[id(value)][1:]
        self.copied += 1
        if not isinstance(value, (Mapping, Sequence)) or isinstance(value, _TEXTS):
            return value, 1
        if id(value) in self.open:
            raise ValueError(f"The template holds itself at {_shown(path)}: no template can be made of it")
        if len(path) > MOST_LEVELS:
            raise ValueError(f"The template is nested deeper than {MOST_LEVELS} levels, at {_shown(path[:4])}/...")
        self.open.add(id(value))
        entries: Iterable[tuple[Any, Any]] = value.items() if isinstance(value, Mapping) else enumerate(value)
        copies: dict[Any, Any] = {}
        size = 1
        for key, below in entries:
            copies[key], size_below = self.of(below, (*path, key))
            size += size_below
            if size > max(MOST_VALUES, 2 * self.copied):
                raise ValueError(
                    f"The template has more than {MOST_VALUES:,} values, since it uses the same objects again and again "
                    f"at {_shown(path)}"
                )
        self.open.discard(id(value))
        copy: Any = copies if isinstance(value, Mapping) else list(copies.values())
        self.done[id(value)] = value, copy, size
        return copy, size


def _shown(path: Sequence[Any]) -> str:
    return "/".join(map(str, path)) or "its top"


def checked_regions(regions: Any) -> tuple[str, ...]:
    """The regions a template is deployed to. TypeError or ValueError for what names none."""
    example = 'write regions=["eu-west-1"]'
    if isinstance(regions, _TEXTS):
        raise TypeError(f"regions is a sequence of names, not a text: write regions=[{regions!r}]")
    try:
        named = tuple(regions)
    except TypeError:
        raise TypeError(f"regions is a sequence of names, not {_named(regions)}: {example}") from None
    if not named:
        raise ValueError(f"regions is empty, so there would be nothing to judge: leave it out, or {example}")
    for region in named:
        if not isinstance(region, str):
            raise TypeError(f"regions has {region!r}, which is no text: {example}")
    return named


def checked_parameters(parameters: Any, template: Mapping[str, Any]) -> Mapping[str, Any]:
    """The values of parameters. TypeError for what is no mapping of names to values, ValueError for a name that the template
    does not declare.
    """
    example = 'write parameters={"Name": "value"}'
    if not isinstance(parameters, Mapping):
        raise TypeError(f"parameters is a mapping of names to values, not {_named(parameters)}: {example}")
    declared = template.get("Parameters")
    known = [name for name in declared if isinstance(name, str)] if isinstance(declared, Mapping) else []
    may_be_more = any(name.startswith(_FUNCTION) for name in known)  # AWS::Include adds others.
    for name, value in parameters.items():
        if name not in known and not may_be_more:
            raise ValueError(_unknown(name, known))
        if not isinstance(value, (str, int, float)) and not _is_list(value):
            raise TypeError(
                f"parameters has a value of the type {type(value).__name__} for {name}: it has to be a text, a number, a "
                "boolean, or a list of them"
            )
    return {name: list(value) if _is_list(value) else value for name, value in parameters.items()}


def _is_list(value: Any) -> bool:
    return (
        isinstance(value, Sequence)
        and not isinstance(value, _TEXTS)
        and all(isinstance(item, (str, int, float)) for item in value)
    )


def _unknown(name: Any, known: Sequence[str]) -> str:
    """What is wrong with the name of a parameter. Its value is not shown, since it may be a secret."""
    near = get_close_matches(str(name), known, n=1)
    hint = f"Did you mean {near[0]}?" if near else f"It has {', '.join(known) or 'none'}."
    return f"The template has no parameter {name}. {hint}"
