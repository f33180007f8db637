"""What a rule has in `fixes/TOPIC.py`."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from cfn_lint_cognito.engine.report.catalogue import entries

from fixes.changes import Change

ANY_RULE: Set[str] = frozenset(entry.id for entry in entries())


@dataclass(frozen=True)
class Fix:
    """What the message of a rule says to change, and what its findings rest on.

    change             does it to a template
    may_reveal         the rules whose findings may come to light by it, since one mistake gets one finding
    rests_on_presence  the rule objects to a value whatever it is, or rests on the presence of others beside the one at its path
    asks_presence_of   of what the rule rests on, what it asks only whether it is there: keys, and as `KEY[]` the items of a list
    """

    change: Change
    may_reveal: Set[str] = frozenset()
    rests_on_presence: bool = False
    asks_presence_of: Set[str] = frozenset()
