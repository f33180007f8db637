"""What is the same for a whole template is made once and kept on the template, as long as the template lives."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Final, TypeVar

Template = TypeVar("Template")
Made = TypeVar("Made")

_KEPT: Final = "_made_once_by_cfn_lint_cognito"
"""The attribute of a template, of this pack or of cfn-lint, that holds what was made."""


def once_for_each_template(make: Callable[[Template], Made]) -> Callable[[Template], Made]:
    """`make`, which is called once for each template. What it made is kept on the template itself: several templates may be
    judged at the same time, and nothing outlives them.
    """

    @wraps(make)
    def made(template: Template) -> Made:
        kept: dict[Any, Any] = template.__dict__.setdefault(_KEPT, {})
        if make not in kept:
            kept[make] = make(template)
        result: Made = kept[make]
        return result

    return made
