"""Texts of which only parts may be known before the deploy."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cfn_lint_cognito.engine.values.truth import Truth

REF: Final = "Ref"
GET_ATT: Final = "Fn::GetAtt"
DYNAMIC_REFERENCE: Final = "dynamic reference"
AS_WRITTEN: Final = "as written"


class Hole(NamedTuple):
    """A part of a text that only the deployment knows. Two holes are equal when they will hold the same text.

    Hole(REF, "Domain")                  what Ref of a parameter or resource returns
    Hole(GET_ATT, "Pool.ProviderName")   an attribute
    Hole(DYNAMIC_REFERENCE, "ssm:/x")    what stands between the braces of {{resolve:...}}
    Hole("Fn::ImportValue", '{"...'}')   what another stack exports, with the JSON of how it is written
    Hole(AS_WRITTEN, '{"Fn::...'}')      anything else, with that JSON
    """

    kind: str
    name: str

    @property
    def is_opaque(self) -> bool:
        """Whether nothing can be told of it but how it is written."""
        return self.kind not in (REF, GET_ATT, DYNAMIC_REFERENCE)


class Text(NamedTuple):
    """A text with holes. `https://${Domain}/cb` is ("https://", Hole(REF, "Domain"), "/cb").

    Fn::Sub and Fn::Join that make the same text are equal texts.
    """

    parts: tuple[str | Hole, ...]

    @classmethod
    def joined(cls, parts: Sequence[str | Hole]) -> Text:
        merged: list[str | Hole] = []
        for part in parts:
            if isinstance(part, str) and merged and isinstance(merged[-1], str):
                merged[-1] += part
            elif part != "":
                merged.append(part)
        return cls(tuple(merged))

    @property
    def beginning(self) -> str:
        """What is known of the text before its first hole."""
        return self.parts[0] if self.parts and isinstance(self.parts[0], str) else ""

    @property
    def end(self) -> str:
        """What is known of the text after its last hole."""
        return self.parts[-1] if self.parts and isinstance(self.parts[-1], str) else ""

    @property
    def size(self) -> int:
        """How many characters are known, and holes beside them."""
        return sum(len(part) if isinstance(part, str) else 1 for part in self.parts)

    @property
    def known(self) -> str | None:
        """The whole text, if it has no hole."""
        if not self.parts:
            return ""
        only = self.parts[0]
        return only if len(self.parts) == 1 and isinstance(only, str) else None

    @property
    def only_hole(self) -> Hole | None:
        """The hole that the text is and nothing else."""
        only = self.parts[0] if len(self.parts) == 1 else None
        return only if isinstance(only, Hole) else None

    def render(self) -> str:
        """The text as messages show it, with `${...}` for what only the deployment knows."""
        return "".join(
            part if isinstance(part, str) else f"${{{part.name if part.kind in (REF, GET_ATT) else '...'}}}"
            for part in self.parts
        )

    def split(self, separator: str) -> list[Text]:
        """The fields of the text, as far as its separators are known: a hole may have others."""
        fields: list[list[str | Hole]] = [[]]
        for part in self.parts:
            if isinstance(part, Hole):
                fields[-1].append(part)
                continue
            first, *others = part.split(separator)
            fields[-1].append(first)
            fields += ([other] for other in others)
        return [Text.joined(field) for field in fields]


def may_equal(one: Text | None, other: Text | None) -> Truth:
    """Whether two texts are surely equal, surely different, or neither (None)."""
    if one is None or other is None:
        return None
    if one == other:
        return True
    if len(one.parts) == len(other.parts) == 1 and not (
        isinstance(one.parts[0], str) and isinstance(other.parts[0], str)
    ):
        return None  # What is nothing but a hole may be any text.
    if one.known is not None and other.known is not None:
        return False
    for text, longest in ((one, other.known), (other, one.known)):
        if longest is not None and len(longest) < sum(len(part) for part in text.parts if isinstance(part, str)):
            return False
    for ends in ((one.beginning, other.beginning), (one.end[::-1], other.end[::-1])):
        if not (ends[0].startswith(ends[1]) or ends[1].startswith(ends[0])):
            return False
    return None


def without_common_ends(one: Text, other: Text) -> tuple[Text, Text]:
    """What is left to compare of two texts: `x-${Stage}` and `x-prod` are equal where `${Stage}` is `prod`."""
    here, there = ([*itertools.chain.from_iterable(_characters(text))] for text in (one, other))
    begin = _how_many_are_equal(here, there)
    end = _how_many_are_equal(here[begin:][::-1], there[begin:][::-1])
    return Text.joined(here[begin : len(here) - end]), Text.joined(there[begin : len(there) - end])


def _characters(text: Text) -> Iterator[Sequence[str | Hole]]:
    return (part if isinstance(part, str) else (part,) for part in text.parts)


def _how_many_are_equal(one: Sequence[str | Hole], other: Sequence[str | Hole]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (here, there) in pairs if here != there), min(len(one), len(other)))


def one_parameter(text: Text | None) -> str | None:
    """The parameter or resource whose Ref a text is, and nothing else."""
    hole = None if text is None else text.only_hole
    return hole.name if hole is not None and hole.kind == REF else None
