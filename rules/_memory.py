"""Remembers what was made of a part of a template, so that the rules of a client share the work.

Whatever is made depends on the template and on the answers to some questions: which conditions hold, what parameters are.
What was asked last time tells what to ask this time; as soon as the answers differ, it is made anew.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any

Question = tuple[Hashable, ...]


@dataclass
class _Node:
    """What comes after some answers: either the next question or, at the end, the thing that was made."""

    question: Question | None = None
    made: Any = None
    after: dict[Hashable, _Node] = field(default_factory=dict)


class Memory:
    """The things made for one template."""

    def __init__(self) -> None:
        self._things: dict[Hashable, _Node] = {}

    def recall(self, thing: Hashable, answer: Callable[[Question], Hashable]) -> _Node | None:
        """The end of the questions and answers that led to a thing before; None if they never came to these answers."""
        node = self._things.get(thing)
        while node is not None and node.question is not None:
            node = node.after.get(answer(node.question))
        return node

    def keep(self, thing: Hashable, asked: dict[Question, Hashable], made: Any) -> None:
        node = self._things.setdefault(thing, _Node())
        for question, answer in asked.items():
            node.question = question
            node = node.after.setdefault(answer, _Node())
        node.made = made
