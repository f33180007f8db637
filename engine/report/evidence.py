"""The confidence of a rule: who says that AWS does what the rule claims."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

DEPLOYED: Final = "deployed"
DOCUMENTED: Final = "documented"
INFERRED: Final = "inferred"
CONFIDENCE: Final = {
    DEPLOYED: "somebody deployed it, and AWS's own answer is on public record",
    DOCUMENTED: "AWS's documentation or API model says so",
    INFERRED: "it follows from several public sources, none of which shows it",
}
"""What each kind of evidence means, the surest first."""


class Evidence(NamedTuple):
    """What shows that one claim of a rule is true.

    `confidence` is one of CONFIDENCE, `source` the address of the record or of the page, and `answer` what AWS answers or writes
    there, word for word (`quoted`). Of a test, `answer` says what it shows, and of what is inferred, from what.
    """

    confidence: str
    source: str
    answer: str
    quoted: bool = True


def deployed(source: str, answer: str) -> Evidence:
    """A public record of a deployment, of an API call or of a sign-in: an issue, a test against AWS, a log."""
    return Evidence(DEPLOYED, source, answer)


def tested(source: str, shown: str) -> Evidence:
    """A test that somebody runs against AWS, and what it shows, where its own lines are code or notes."""
    return Evidence(DEPLOYED, source, shown, quoted=False)


def documented(source: str, answer: str) -> Evidence:
    """A sentence of AWS's documentation, or of the model of its API."""
    return Evidence(DOCUMENTED, source, answer)


def inferred(source: str, reason: str) -> Evidence:
    """Nobody's run was seen, and no page says it outright. An error never rests on this."""
    return Evidence(INFERRED, source, reason, quoted=False)


def lowest_confidence(evidence: Iterable[Evidence]) -> str:
    """The confidence of all of it together. Raises ValueError where there is none."""
    return max((each.confidence for each in evidence), key=list(CONFIDENCE).index)
