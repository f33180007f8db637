"""Dynamic references: `{{resolve:ssm:/stage}}` in a text, whatever stands between its braces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from cfn_lint_cognito.engine.values.text import DYNAMIC_REFERENCE, Hole, Text
from cfn_lint_cognito.engine.values.value import Known, Origin, Unknown

BEGINNING: Final = "{{resolve:"
_END: Final = "}}"


def text_or_holes(written: Any, parts: Sequence[str | Hole], origin: Origin) -> Known | Unknown:
    """The value that some parts of a text make, known where there is neither a hole nor a dynamic reference among them."""
    text = Text.joined(parts)
    if any(isinstance(part, str) and BEGINNING in part for part in text.parts):
        text = Text.joined(list(_with_references_as_holes(text)))
    known = text.known
    return Unknown(written, origin, text) if known is None else Known(known, origin)


def _with_references_as_holes(text: Text) -> Iterator[str | Hole]:
    reference: list[str] | None = None
    for part in text.parts:
        if isinstance(part, Hole):
            if reference is None:
                yield part
            else:
                reference.append(f"{part.kind} {part.name}")
            continue
        rest = part
        while rest:
            if reference is None:
                before, opened, rest = rest.partition(BEGINNING)
                yield before
                reference = [] if opened else None
            else:
                inside, closed, rest = rest.partition(_END)
                reference.append(inside)
                if closed:
                    yield Hole(DYNAMIC_REFERENCE, "".join(reference))
                    reference = None
    if reference is not None:
        yield Hole(DYNAMIC_REFERENCE, "".join(reference))
