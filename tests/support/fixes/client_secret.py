"""What the messages about client secrets say to change."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from fixes.changes import Path, Template, client_of, put, remove_the_value
from fixes.entry import Fix


def do_not_read_the_secret(template: Template, path: Path) -> None:
    """The path leads to the function that reads it, or into it."""
    holder: Any = template
    for key, below in pairwise(path):
        if str(below).startswith("Fn::"):
            break
        holder, last = holder[key], below
    del holder[last]


def give_the_client_a_secret(template: Template, path: Path) -> None:
    """The client that the action at the path names."""
    action: Any = template
    for key in path[:5]:
        action = action[key]
    name = client_of(action)
    template["Resources"][name].setdefault("Properties", {})["GenerateSecret"] = True


FIXES: dict[str, Fix] = {
    "E9581": Fix(do_not_read_the_secret),
    "W9582": Fix(do_not_read_the_secret),
    "E9583": Fix(put(EnablePropagateAdditionalUserContextData=False)),
    "E9584": Fix(give_the_client_a_secret),
    "W9585": Fix(remove_the_value, rests_on_presence=True),
}
