"""Writes the fixes of findings into the text of one template, in memory.

Whatever is written is judged again: a fix that leaves its finding, or brings another one, is not written. A finding that was
hidden by the mistake is no other one: its rule is named by the fixed one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from cfn_lint_cognito.engine.hosts.text import Source
from cfn_lint_cognito.engine.hosts.text_edits import rewritten
from cfn_lint_cognito.engine.hosts.text_splices import NotEditable
from cfn_lint_cognito.engine.report.catalogue import entries
from cfn_lint_cognito.engine.report.edits import SET, Edit
from cfn_lint_cognito.engine.report.finding import Finding

Judge = Callable[[Mapping[str, Any]], list[Finding]]
"""Finds all that there is in a document, advice included."""
_MOST_THAT_FOLLOW: Final = 3
"""How many fixes in a row may bring a finding that has a fix itself."""

_Path = tuple[str | int, ...]
_Key = tuple[str, _Path, str]


class Fixed(NamedTuple):
    """A template after its fixes.

    source   what it is now
    written  the findings whose fixes it has
    found    what is found in it now
    refused  why the fix of a finding was not written, as a sentence, by `key_of` the finding
    faults   the findings whose fix would be a mistake of the pack, with what is wrong with it as the end of a sentence
    """

    source: Source
    written: Sequence[Finding]
    found: Sequence[Finding]
    refused: Mapping[_Key, str]
    faults: Sequence[tuple[Finding, str]]


class _Mistaken(Exception):  # noqa: N818 - told as a finding's fault
    """A fix does not do what it is for."""


def key_of(finding: Finding) -> _Key:
    """What tells a finding from the others of its template."""
    return finding.rule, finding.path, finding.text


def fixed(source: Source, judge: Judge, is_wanted: Callable[[Finding], bool]) -> Fixed:
    """A template with the fixes of all findings that are wanted, and of what is found after those."""
    written: list[Finding] = []
    mistaken: dict[_Key, str] = {}
    not_editable: dict[_Key, str] = {}
    faults: list[tuple[Finding, str]] = []
    found = judge(source.document)
    most = len(found)
    has_written_since = False
    while True:
        refused = {**mistaken, **not_editable}
        fixable = [each for each in found if each.edits and is_wanted(each) and key_of(each) not in refused]
        if not fixable and not_editable and has_written_since:
            # What was written since may have been what hindered: the last alias of an anchor, say.
            not_editable.clear()
            has_written_since = False
            continue
        if not fixable:
            return Fixed(source, written, found, refused, faults)
        together = _apart(fixable)[:most]
        try:
            changed = _changed(source, found, together, judge, is_wanted)
        except (NotEditable, _Mistaken) as objection:
            if len(together) > 1:
                most = len(together) // 2
                continue
            (finding,) = together
            if isinstance(objection, _Mistaken):
                mistaken[key_of(finding)] = f"Its fix is not written: it {objection}."
                faults.append((finding, str(objection)))
            else:
                not_editable[key_of(finding)] = f"Its fix is not written: {objection}."
        else:
            source, found = changed
            done = [each.edits for each in together]
            written += [each for each in fixable if each.edits in done]
            most *= 2
            has_written_since = True


def _apart(several: Iterable[Finding]) -> list[Finding]:
    """Those findings of several whose edits have nothing to do with each other, and write no item of a list twice."""
    taken: list[Finding] = []
    paths: set[_Path] = set()
    above: set[_Path] = set()
    for finding in several:
        own = [*(each["path"] for each in finding.edits), *_items(finding)]
        own_above = {path[:depth] for path in own for depth in range(len(path) + 1)}
        if above.isdisjoint(own) and paths.isdisjoint(own_above):
            taken.append(finding)
            paths.update(own)
            above.update(own_above)
    return taken


def _items(finding: Finding) -> list[_Path]:
    """What a fix writes into lists, as paths that two fixes with the same item in the same list share."""
    return [
        (*each["path"][:-1], repr(each["value"]))
        for each in finding.edits
        if each["action"] == SET and isinstance(each["path"][-1], int)
    ]


def _changed(
    source: Source,
    found: Sequence[Finding],
    together: Sequence[Finding],
    judge: Judge,
    is_wanted: Callable[[Finding], bool],
) -> tuple[Source, list[Finding]]:
    """A template with the fixes of some findings, and what is found in it then. Where they bring others, with theirs, too."""
    before = _objections(found)
    following = list(together)
    uncovered: set[str] = set()
    for _ in range(_MOST_THAT_FOLLOW):
        source = rewritten(source, [_edit(each) for finding in following for each in finding.edits])
        after = judge(source.document)
        uncovered |= _uncovered_by(following)
        brought = [each for each in after if _objection(each) not in before]
        fixable = [each for each in brought if each.edits and is_wanted(each)]
        mistaken = [each for each in brought if each not in fixable and each.rule not in uncovered]
        if mistaken:
            raise _Mistaken(f"brings {', '.join(sorted({each.rule for each in mistaken}))}")
        if not fixable:
            break
        following = _apart(fixable)
    else:
        raise _Mistaken(f"brings {', '.join(sorted({each.rule for each in fixable}))}")
    left = _objections(after)
    if any(before[about] - left[about] < count for about, count in _objections(together).items()):
        raise _Mistaken("leaves the finding")
    return source, after


def _uncovered_by(several: Iterable[Finding]) -> set[str]:
    """The rules that may speak when some findings are fixed, of what was there before."""
    fixed_rules = {finding.rule for finding in several}
    return {rule for entry in entries() if entry.id in fixed_rules for rule in entry.rule().uncovers}


def _edit(data: Mapping[str, Any]) -> Edit:
    return Edit(data["action"], data["path"], data.get("value"))


def _objections(found: Iterable[Finding]) -> Counter[tuple[str, str]]:
    return Counter(map(_objection, found))


def _objection(finding: Finding) -> tuple[str, str]:
    """Which rule objects to which resource."""
    return finding.rule, finding.resource
