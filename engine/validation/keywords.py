"""Judges documents by the schemas of the rules in three values: legal, illegal and unknown.

The keywords mean what JSON Schema 2020-12 says. Whatever rests on an unknown value is unknown, through `not`, `if`, `anyOf`
and `contains` too, and nothing unknown is a violation. A validator of JSON Schema knows two values. That of cfn-lint knows
three, but it judges unknown values by some keywords, takes "false" for equal to every text but "true", and judging with
it took as much time as everything else in the pack.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from cfn_lint_cognito.engine.values.document_part import ABSENT, DocumentPath, entries_of, look_up
from cfn_lint_cognito.engine.values.truth import Truth, any_of, negated
from cfn_lint_cognito.engine.values.value import UnknownData, has_unknown, is_unknown

Schema = Mapping[str, Any] | bool


class Violation(NamedTuple):
    """A value of a document that its schema surely rejects.

    `keyword` and `legal` are the JSON Schema keyword that rejects it and what that keyword asks for.
    """

    path: DocumentPath
    keyword: str
    expected: Any


class Validator:
    """Judges by one schema. Raises NotImplementedError where the schema has a keyword that is not of `_KEYWORDS`."""

    __slots__ = ("_keywords", "_rejects_everything")

    def __init__(self, schema: Schema) -> None:
        self._rejects_everything = schema is False
        self._keywords = () if isinstance(schema, bool) else tuple(_keywords(schema))

    def truth(self, instance: Any, document: Any) -> Truth:
        """Whether `instance`, a part of `document`, is legal."""
        if instance.__class__ is UnknownData:  # What is_unknown says, without the call.
            return self._truth_of_unknown(instance)
        if self._rejects_everything:
            return False
        # all_of(...), spelled out: judging is half of the pack's time, and a generator for each schema a quarter of that.
        every: Truth = True
        for keyword in self._keywords:
            truth = keyword.truth(instance, document)
            if truth is False:
                return False
            if truth is None:
                every = None
        return every

    def _truth_of_unknown(self, unknown: UnknownData) -> Truth:
        if self._rejects_everything:
            return None if unknown.may_be_absent else False
        return None if self._keywords else True

    def violations(self, instance: Any, document: Any, path: DocumentPath = ()) -> Iterator[Violation]:
        """What is surely illegal of `instance`, which stands at `path` of `document`."""
        if is_unknown(instance):
            if self._truth_of_unknown(instance) is False:
                yield Violation(path, "not", True)
        elif self._rejects_everything:
            yield Violation(path, "not", True)
        else:
            for keyword in self._keywords:
                yield from keyword.violations(instance, document, path)


class _Keyword:
    __slots__ = ()

    def truth(self, instance: Any, document: Any) -> Truth:
        raise NotImplementedError

    def violations(self, instance: Any, document: Any, path: DocumentPath) -> Iterator[Violation]:
        raise NotImplementedError


class _Applicator(_Keyword):
    """A keyword that holds where all that it asks of parts of an instance holds."""

    __slots__ = ()

    def parts(self, instance: Any) -> Iterable[tuple[Validator, Any, DocumentPath]]:
        """What judges which part of an instance, and the steps that lead there."""
        raise NotImplementedError

    def truth(self, instance: Any, document: Any) -> Truth:
        every: Truth = True  # all_of(...), spelled out as above.
        for judge, part, _ in self.parts(instance):
            truth = judge.truth(part, document)
            if truth is False:
                return False
            if truth is None:
                every = None
        return every

    def violations(self, instance: Any, document: Any, path: DocumentPath) -> Iterator[Violation]:
        for judge, part, steps in self.parts(instance):
            yield from judge.violations(part, document, path + steps)


class _Properties(_Applicator):
    __slots__ = ("_judges",)

    def __init__(self, asked: Mapping[str, Schema]) -> None:
        self._judges = tuple((name, Validator(schema)) for name, schema in asked.items())

    def truth(self, instance: Any, document: Any) -> Truth:
        entry = entries_of(instance)
        every: Truth = True  # What _Applicator does, without a generator: most judging goes through here.
        if entry is not None:
            for name, judge in self._judges:
                part = entry(name)
                truth = True if part is ABSENT else judge.truth(part, document)
                if truth is False:
                    return False
                if truth is None:
                    every = None
        return every

    def parts(self, instance: Any) -> Iterable[tuple[Validator, Any, DocumentPath]]:
        entry = entries_of(instance)
        if entry is not None:
            for name, judge in self._judges:
                part = entry(name)
                if part is not ABSENT:
                    yield judge, part, (name,)


class _OfEach(_Applicator):
    """A keyword that asks the same of several parts."""

    __slots__ = ("_validator",)

    def __init__(self, asked: Schema) -> None:
        self._validator = Validator(asked)


class _PropertyNames(_OfEach):
    __slots__ = ()

    def parts(self, instance: Any) -> Iterable[tuple[Validator, Any, DocumentPath]]:
        return ((self._validator, name, (name,)) for name in instance) if isinstance(instance, dict) else ()


class _Items(_OfEach):
    __slots__ = ()

    def parts(self, instance: Any) -> Iterable[tuple[Validator, Any, DocumentPath]]:
        if isinstance(instance, list):
            return ((self._validator, item, (index,)) for index, item in enumerate(instance))
        return ()


class _AllOf(_Applicator):
    __slots__ = ("_judges",)

    def __init__(self, asked: Iterable[Schema]) -> None:
        self._judges = tuple(map(Validator, asked))

    def parts(self, instance: Any) -> Iterable[tuple[Validator, Any, DocumentPath]]:
        return [(judge, instance, ()) for judge in self._judges]


class _If(_Keyword):
    __slots__ = ("_condition", "_else", "_then")

    def __init__(self, condition: Schema, then: Schema, otherwise: Schema) -> None:
        self._condition, self._then, self._else = Validator(condition), Validator(then), Validator(otherwise)

    def truth(self, instance: Any, document: Any) -> Truth:
        branch = self._branch(instance, document)
        return None if branch is None else branch.truth(instance, document)

    def violations(self, instance: Any, document: Any, path: DocumentPath) -> Iterator[Violation]:
        branch = self._branch(instance, document)
        return iter(()) if branch is None else branch.violations(instance, document, path)

    def _branch(self, instance: Any, document: Any) -> Validator | None:
        truth = self._condition.truth(instance, document)
        return None if truth is None else self._then if truth else self._else


class _Assertion(_Keyword):
    """A keyword that an instance meets as a whole or not."""

    __slots__ = ("_asked", "_name")

    def __init__(self, name: str, asked: Any) -> None:
        self._name, self._asked = name, asked

    def violations(self, instance: Any, document: Any, path: DocumentPath) -> Iterator[Violation]:
        if self.truth(instance, document) is False:
            yield Violation(path, self._name, self._expected(document))

    def _expected(self, document: Any) -> Any:
        return self._asked


class _Test(_Assertion):
    __slots__ = ("_holds",)

    def __init__(self, name: str, asked: Any) -> None:
        super().__init__(name, asked)
        self._holds = _TESTS[name]

    def truth(self, instance: Any, document: Any) -> Truth:
        return self._holds(self._asked, instance)


class _Comparison(_Test):
    """A test whose measure is a part of the document. Where that is absent or unknown, so is the outcome."""

    __slots__ = ()

    def truth(self, instance: Any, document: Any) -> Truth:
        expected = self._expected(document)
        return None if expected is None or has_unknown(expected) else self._holds(expected, instance)

    def _expected(self, document: Any) -> Any:
        part = document
        for name in self._asked["$data"].split("/")[1:]:
            part = look_up(part, name)
        return None if part is ABSENT else part


class _Not(_Assertion):
    __slots__ = ("_validator",)

    def __init__(self, name: str, asked: Schema) -> None:
        super().__init__(name, asked)
        self._validator = Validator(asked)

    def truth(self, instance: Any, document: Any) -> Truth:
        return negated(self._validator.truth(instance, document))


class _AnyOf(_Assertion):
    __slots__ = ("_judges",)

    def __init__(self, name: str, asked: Iterable[Schema]) -> None:
        super().__init__(name, asked)
        self._judges = tuple(map(Validator, asked))

    def truth(self, instance: Any, document: Any) -> Truth:
        return any_of(judge.truth(instance, document) for judge in self._judges)


class _Contains(_Not):
    __slots__ = ()

    def truth(self, instance: Any, document: Any) -> Truth:
        return not isinstance(instance, list) or any_of(self._validator.truth(item, document) for item in instance)


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _equal(one: Any, other: Any) -> bool:
    return isinstance(one, bool) == isinstance(other, bool) and bool(one == other)


def _has_all(asked: Iterable[str], instance: Any) -> Truth:
    entry = entries_of(instance)
    if entry is None:
        return True
    every: Truth = True  # all_of(...), spelled out as above.
    for name in asked:
        there = _is_there(entry(name))
        if there is False:
            return False
        if there is None:
            every = None
    return every


def _is_there(part: Any) -> Truth:
    if part is ABSENT:
        return False
    return None if part.__class__ is UnknownData and part.may_be_absent else True


def _at_most(asked: int, instance: Any) -> Truth:
    return not isinstance(instance, list) or len(instance) <= asked or negated(_at_least(asked + 1, instance))


def _at_least(asked: int, instance: Any) -> Truth:
    """Whether a list has so many items, whatever becomes of those that may turn out to be nothing."""
    if not isinstance(instance, list) or not asked:
        return True
    if len(instance) < asked:
        return False
    return len(instance) - sum(_is_there(item) is None for item in instance) >= asked or None


_TESTS: Final[Mapping[str, Callable[[Any, Any], Truth]]] = {
    "const": _equal,
    "enum": lambda asked, instance: instance in asked and any(_equal(each, instance) for each in asked),
    "maxItems": _at_most,
    "maxLength": lambda asked, instance: not isinstance(instance, str) or len(instance) <= asked,
    "maximum": lambda asked, instance: not _is_number(instance) or instance <= asked,
    "minItems": _at_least,
    "minLength": lambda asked, instance: not isinstance(instance, str) or len(instance) >= asked,
    "minimum": lambda asked, instance: not _is_number(instance) or instance >= asked,
    "pattern": lambda asked, instance: not isinstance(instance, str) or bool(re.search(asked, instance)),
    "required": _has_all,
}
_APPLICATORS: Final[Mapping[str, Callable[[Any], _Keyword]]] = {
    "allOf": _AllOf,
    "items": _Items,
    "properties": _Properties,
    "propertyNames": _PropertyNames,
}
_OF_SCHEMAS: Final[Mapping[str, Callable[[str, Any], _Keyword]]] = {"anyOf": _AnyOf, "contains": _Contains, "not": _Not}
_WITHOUT_A_MEANING_OF_THEIR_OWN: Final = ("$schema", "then", "else")


def _keywords(schema: Mapping[str, Any]) -> Iterator[_Keyword]:
    for name, asked in schema.items():
        if name == "if":
            yield _If(asked, schema.get("then", True), schema.get("else", True))
        elif name in _APPLICATORS:
            yield _APPLICATORS[name](asked)
        elif name in _OF_SCHEMAS:
            yield _OF_SCHEMAS[name](name, asked)
        elif name in _TESTS:
            yield (_Comparison if isinstance(asked, dict) and "$data" in asked else _Test)(name, asked)
        elif name not in _WITHOUT_A_MEANING_OF_THEIR_OWN:
            raise NotImplementedError(
                f"no schema of a rule can use the keyword {name!r}: engine/judge/keywords.py does not know it"
            )
