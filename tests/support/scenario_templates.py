"""What the tests of scenarios write templates with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from cfn_lint_cognito.engine.template.template import Template
from hypothesis import strategies as st

Document = dict[str, Any]


def template(document: Document, *given: Mapping[str, Any], regions: Sequence[str] = ("us-east-1",)) -> Template:
    """A template of a host that knows regions because it has to name one."""
    return Template(document=document, regions=tuple(regions), given=given)


def template_in(*regions: str, **document: Any) -> Template:
    """A template of a host that somebody named regions to."""
    return Template(document=document, regions=regions, regions_are_named=True)


def equals(left: Any, right: Any) -> Document:
    return {"Fn::Equals": [left, right]}


def ref(name: str) -> Document:
    return {"Ref": name}


def parameter(*allowed: str, **more: Any) -> Document:
    return {"Type": "String", **({"AllowedValues": list(allowed)} if allowed else {}), **more}


@cache
def formulas(
    equalities: st.SearchStrategy[Document], earlier: tuple[str, ...], max_leaves: int = 3
) -> st.SearchStrategy[Document]:
    """Formulas of equalities and of the conditions before them.

    Each is made once: hypothesis looks through a new strategy, which takes it far longer than to draw from it.
    """
    leaves = equalities
    if earlier:
        leaves = st.one_of(equalities, st.sampled_from(earlier).map(lambda name: {"Condition": name}))
    return st.recursive(leaves, _combined, max_leaves=max_leaves)


def _combined(below: st.SearchStrategy[Document]) -> st.SearchStrategy[Document]:
    several = st.lists(below, min_size=2, max_size=3)
    return st.one_of(
        below.map(lambda formula: {"Fn::Not": [formula]}),
        several.map(lambda formulas: {"Fn::And": formulas}),
        several.map(lambda formulas: {"Fn::Or": formulas}),
    )
