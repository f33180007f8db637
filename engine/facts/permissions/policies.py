"""What IAM policy documents allow, in three values.

A document is judged as it stands in a template: with one value or a list, with wildcards, and with parts that cannot be told. A
Deny is not looked at, since it lets nobody do anything: whoever asks whether something is surely not allowed need not know it.
"""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Final, NamedTuple

from cfn_lint_cognito.engine.values.truth import Truth, all_of, any_of, negated
from cfn_lint_cognito.engine.values.value import (
    Entries,
    Unknown,
    Value,
    is_among,
    known_text,
    text_of,
    values_of,
)

_WILDCARDS: Final = frozenset("*?")
_POLICY_VARIABLE: Final = "${"
_IF_EXISTS: Final = "IfExists"
_OF_ALL_VALUES: Final = "ForAllValues"


class Condition(NamedTuple):
    """What a statement asks of one key of the request: one of the values. `operator` is its name without a qualifier and
    without IfExists, `StringEquals`.
    """

    operator: str
    key: str
    values: tuple[Value, ...]
    of_all_values: bool = False
    if_exists: bool = False


def statements_of(document: Value | None) -> Iterator[Value]:
    """The statements of a policy document; an Unknown among them where there may be others."""
    if not isinstance(document, Entries):
        if document is not None:
            yield Unknown("policy", document.origin)
        return
    yield from values_of(document.values.get("Statement"))


def allows(statement: Entries, action: str) -> Truth:
    """Whether a statement is an Allow for an action (`sns:Publish`), whatever the principal, the resource and the conditions."""
    return all_of((is_allow(statement), _is_among("Action", "NotAction", statement, action)))


def trusts(statement: Entries, kind: str, principal: str) -> Truth:
    """Whether a statement is about a principal, such as the Service `cognito-idp.amazonaws.com`. Other names that begin like
    it may be its name in another partition.
    """
    principals = statement.values.get("Principal")
    if not isinstance(principals, Entries):
        return None
    family = principal.partition(".")[0]
    named = any_of(_is_principal(each, principal, family) for each in values_of(principals.values.get(kind)))
    return None if not named and _may_be_everybody(principals.values.get("AWS")) else named


def conditions_of(statement: Entries) -> Iterator[Condition | None]:
    """What a statement asks of the request; None for what cannot be told."""
    written = statement.values.get("Condition")
    if written is not None and not isinstance(written, Entries):
        yield None
        return
    for name, keys in () if written is None else written.values.items():
        qualifier, _, operator = name.rpartition(":")
        for key, asked in keys.values.items() if isinstance(keys, Entries) else ():
            yield Condition(
                operator.removesuffix(_IF_EXISTS),
                key,
                values_of(asked),
                qualifier == _OF_ALL_VALUES,
                operator.endswith(_IF_EXISTS),
            )


def is_plain(value: Value) -> bool:
    """Whether what is known of a text has neither a wildcard nor a policy variable."""
    text = text_of(value)
    known = [] if text is None else [part for part in text.parts if isinstance(part, str)]
    return not any(_POLICY_VARIABLE in part or not _WILDCARDS.isdisjoint(part) for part in known)


def is_allow(statement: Entries) -> Truth:
    return is_among(statement.values.get("Effect"), ("Allow",))


def _is_among(element: str, negative: str, statement: Entries, name: str) -> Truth:
    if element in statement.values:
        return any_of(_matches(each, name) for each in values_of(statement.values[element]))
    if negative in statement.values:
        return negated(any_of(_matches(each, name) for each in values_of(statement.values[negative])))
    return None


def _matches(pattern: Value, name: str) -> Truth:
    """Whether a pattern with wildcards covers a name, upper and lower case alike."""
    known = known_text(pattern)
    return None if known is None else fnmatchcase(name.lower(), known.lower().replace("[", "[[]"))


def _is_principal(value: Value, principal: str, family: str) -> Truth:
    known = known_text(value)
    if known == principal:
        return True
    return None if known is None or known.startswith(family) else False


def _may_be_everybody(principals: Value | None) -> bool:
    return any(known_text(each) in (None, "*") for each in values_of(principals))
