"""What the CSS of the classic login pages has styles for."""

from __future__ import annotations

import re
from typing import Final

from cfn_lint_cognito.engine.facts.resolved_resource import ResolvedResource
from cfn_lint_cognito.engine.schemas import names
from cfn_lint_cognito.engine.values.value import Items, Unknown, Value, known_or_unknown, text_of, unknown_if_given

CLASSES: Final = "classes of the classic login pages"
_UNREADABLE: Final = re.compile(r"[@\\<]")
"""At-rules, escapes and HTML: what Cognito makes of a style with these is not recorded."""
_TOKEN: Final = re.compile(r"""/\*.*?\*/|"[^"\n]*"|'[^'\n]*'|[{}]|[^{}"'/]+|/(?!\*)""", re.DOTALL)
_SIMPLE: Final = re.compile(r"(\.?-?[A-Za-z_][\w-]*)(?:::?[a-z-]+)*", re.ASCII)
"""A class or an element, with or without a state (`:hover`)."""


def styled_classes(resource: ResolvedResource) -> Value | None:
    """The classes (`.logo-customizable`) and elements (`body`) that CSS has styles for, without their states.

    Of a text that is known in part these are the ones before the first part that only the deployment knows. A selector is
    left out if it is more than a class or an element, and unknown if it is a class in all but case.
    """
    css = resource.property("CSS")
    text = text_of(css)
    if css is None or text is None:
        return unknown_if_given(css, "CSS")
    selectors = _selectors(text.beginning, is_whole=text.known is not None)
    if selectors is None:
        return Unknown("CSS", css.origin)
    simple = (match.group(1) for selector in selectors if (match := _SIMPLE.fullmatch(selector)))
    return Items(
        tuple(known_or_unknown(_surely_read(each), "CSS", css.origin) for each in dict.fromkeys(simple)), css.origin
    )


def _surely_read(selector: str) -> str | None:
    classes = names(CLASSES)
    is_in_another_case = selector not in classes and selector.lower() in map(str.lower, classes)
    return None if is_in_another_case else selector


def _selectors(css: str, is_whole: bool) -> list[str] | None:
    """The selectors of all rules of a style; None where it cannot be read for certain."""
    if _UNREADABLE.search(css):
        return None
    selectors: list[str] = []
    written: list[str] = []
    is_in_block = False
    end = 0
    for token in _TOKEN.finditer(css):
        if token.start() != end:
            break
        end, part = token.end(), token.group()
        if part in ("{", "}"):
            if is_in_block == (part == "{"):
                return None
            is_in_block = not is_in_block
            selectors += "".join(written).split(",") if is_in_block else []
            written = []
        elif not is_in_block and not part.startswith("/*"):
            written.append(part)
    is_closed = end == len(css) and not is_in_block and not "".join(written).strip()
    return [selector.strip() for selector in selectors] if is_closed or not is_whole else None
