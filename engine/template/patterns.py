"""AllowedPattern, as far as it can be read for certain.

Its dialect is that of Java, and trying a value against a hostile pattern may take forever. So no value is ever tried. A pattern is
read once, from left to right, and two things are told of it: the texts that it matches, where they are few, as those of
`^(dev|prod)$` and `(eu|us)-(west|east)-1` are, and whether it may match the empty text. A pattern in which anything stands
that is not read here may match anything.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_MOST_TEXTS: Final = 64
_LONGEST_PATTERN: Final = 2_000
_TOKEN: Final = re.compile(
    r"""
      (?P<boundary> [\^$] | \\[bBAzZ] )
    | (?P<one_of_many> \. | \\[dDwWsS] | \[ \^? (?: [^\[\]\\&^] | \\[dDwWsS] | \\[^A-Za-z0-9] )+ \] )
    | \\(?P<escaped> [^A-Za-z0-9] )
    | (?P<looks_around> \( \? <? [=!] )
    | (?P<opens> \( (?: \?: | (?!\?) ) )
    | (?P<closes> \) )
    | (?P<bar> \| )
    | (?P<literal> [^\\\[\](){}|^$.*+?]+ (?! [*+?{] ) | [^\\\[\](){}|^$.*+?] )
    """,
    re.VERBOSE | re.DOTALL,
)
_QUANTIFIER: Final = re.compile(
    r"(?:(?P<optional>\?)|(?P<any_number>\*|\{0+(?:,[0-9]*)?\})|\+|\{[0-9]+(?:,[0-9]*)?\})[?+]?"
)


class Matched(NamedTuple):
    """What a pattern, or a part of one, matches: `texts` are all of them, None where they are many or cannot be told. None of
    them is empty unless it `may_be_empty`.
    """

    texts: tuple[str, ...] | None
    may_be_empty: bool

    def then(self, other: Matched) -> Matched:
        texts = None
        if self.texts is not None and other.texts is not None and len(self.texts) * len(other.texts) <= _MOST_TEXTS:
            texts = tuple(dict.fromkeys(one + another for one in self.texts for another in other.texts))
        return Matched(texts, self.may_be_empty and other.may_be_empty)

    def otherwise(self, other: Matched) -> Matched:
        texts = None
        if self.texts is not None and other.texts is not None:
            both = tuple(dict.fromkeys((*self.texts, *other.texts)))
            texts = both if len(both) <= _MOST_TEXTS else None
        return Matched(texts, self.may_be_empty or other.may_be_empty)


ANYTHING: Final = Matched(None, True)
_NOTHING: Final = Matched(("",), True)
_ONE_CHARACTER: Final = Matched(None, False)


class _Group:
    """A group that is being read: its alternatives so far, and the one that is being read."""

    def __init__(self, looks_around: bool) -> None:
        self.looks_around = looks_around
        self.before: Matched | None = None
        self.current = _NOTHING

    def next_alternative(self) -> None:
        self.before = self.matched
        self.current = _NOTHING

    @property
    def matched(self) -> Matched:
        return self.current if self.before is None else self.before.otherwise(self.current)


def matched_by(pattern: str) -> Matched:
    """What a pattern matches; ANYTHING where that cannot be told for certain.

    "The pattern must match the entire parameter value" (AWS's page on the Parameters section), so anchors change nothing. What
    looks around only takes texts away.
    """
    if not pattern or len(pattern) > _LONGEST_PATTERN:
        return ANYTHING
    groups = [_Group(looks_around=False)]
    end = 0
    while end < len(pattern):
        token = _TOKEN.match(pattern, end)
        if token is None:
            return ANYTHING
        end, kind = token.end(), token.lastgroup
        if kind in ("opens", "looks_around"):
            groups.append(_Group(kind == "looks_around"))
        elif kind == "bar":
            groups[-1].next_alternative()
        elif kind == "closes" and len(groups) == 1:
            return ANYTHING
        else:
            part = _closed(groups.pop()) if kind == "closes" else _part(token)
            quantifier = _QUANTIFIER.match(pattern, end)
            if quantifier is not None:
                end, part = quantifier.end(), _repeated(part, quantifier)
            groups[-1].current = groups[-1].current.then(part)
    return groups[0].matched if len(groups) == 1 else ANYTHING


def _closed(group: _Group) -> Matched:
    return _NOTHING if group.looks_around else group.matched


def _part(token: re.Match[str]) -> Matched:
    if token.lastgroup == "boundary":
        return _NOTHING
    return _ONE_CHARACTER if token.lastgroup == "one_of_many" else Matched((token[str(token.lastgroup)],), False)


def _repeated(part: Matched, quantifier: re.Match[str]) -> Matched:
    if quantifier.lastgroup == "optional":
        return part.otherwise(_NOTHING)
    return Matched(None, part.may_be_empty or quantifier.lastgroup == "any_number")
