"""Remembers what was made of a part of a template, so that the rules of a client share the work.

Whatever is made depends on the template and on the answers to some questions: which conditions hold, what parameters are.
What was asked last time tells what to ask this time; as soon as the answers differ, it is made anew.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, Final

Question = tuple[str, ...]
"""A kind of question, what it is about, and its details."""
Asked = dict[Question, Any]
"""Questions, in the order in which they were asked, with their answers."""
_NOTHING: Final[Asked] = {}


class _Node:
    """What comes after some answers: either the next question or, at the end, the thing that was made."""

    __slots__ = ("after", "made", "question")

    def __init__(self) -> None:
        self.question: Question | None = None
        self.after: dict[Hashable, _Node] = {}
        self.made: tuple[Any, Asked] | None = None


class Memory:
    """The things made for one template."""

    def __init__(self) -> None:
        self._same_everywhere: dict[Hashable, tuple[Any, Asked]] = {}
        self._by_answers: dict[Hashable, _Node] = {}

    def recall(self, thing: Hashable, answer: Callable[[Question], Hashable]) -> tuple[Any, Asked] | None:
        """A thing that was made before, and what was asked for it; None if it never came to these answers."""
        if thing in self._same_everywhere:
            return self._same_everywhere[thing]
        node = self._by_answers.get(thing)
        while node is not None and node.question is not None:
            node = node.after.get(answer(node.question))
        return None if node is None else node.made

    def keep(self, thing: Hashable, made: Any, asked: Asked) -> tuple[Any, Asked]:
        """What is going to be recalled."""
        if not asked:
            self._same_everywhere[thing] = kept = made, _NOTHING
            return kept
        node = self._by_answers.setdefault(thing, _Node())
        for question, answer in asked.items():
            node.question = question
            node = node.after.setdefault(answer, _Node())
        node.made = made, asked
        return node.made
