"""Generated templates: one or two app clients, and beside them the resources that the rules of one topic are about."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path as File
from typing import Any

from fixes.changes import Template
from hypothesis import strategies as st

from resources.app_client import client_properties, pool_properties
from resources.parts import UNRESOLVABLE, pool_ids

_MODULES = {
    file.stem: import_module(f"resources.{file.stem}") for file in sorted(File(__file__).parent.glob("[a-z]*.py"))
}
TOPICS: Mapping[str, Mapping[str, st.SearchStrategy[dict[str, Any]]]] = {
    name: module.RESOURCES for name, module in _MODULES.items() if hasattr(module, "RESOURCES")
}
"""The resources of each topic by their logical IDs, and those around any client (`app_client`)."""
NEEDS: Mapping[str, tuple[str, ...]] = {
    name: needed for module in _MODULES.values() for name, needed in getattr(module, "NEEDS", {}).items()
}
"""What no resource does anything without: others of its topic, which are then generated with it."""


def _by_themselves(topic: str) -> st.SearchStrategy[list[str]]:
    """Some resources of a topic, without those that others need."""
    names = sorted(TOPICS[topic].keys() - set().union(*NEEDS.values()))
    return st.lists(st.sampled_from(names), unique=True, min_size=0 if topic == "app_client" else 1, max_size=3)


_topics = st.sampled_from(sorted(TOPICS))
_chosen = {topic: _by_themselves(topic) for topic in TOPICS}
_counts = st.integers(1, 2)


@st.composite
def templates(draw: st.DrawFn) -> Template:
    """A whole template with one or two clients, and resources of one topic. All values are literal."""
    resources: dict[str, Any] = {
        "Pool": {"Type": "AWS::Cognito::UserPool", "Properties": draw(pool_properties)},
        "OtherPool": {"Type": "AWS::Cognito::UserPool", "Properties": {}},
    }
    topic = draw(_topics)
    for name in draw(_chosen[topic]):
        for each in (name, *NEEDS.get(name, ())):
            resources[each] = draw(TOPICS[topic][each])
    for name in ("Client", "SecondClient")[: draw(_counts)]:
        client: dict[str, Any] = {
            "Type": "AWS::Cognito::UserPoolClient",
            "Properties": {"UserPoolId": draw(pool_ids), **draw(client_properties)},
        }
        waits = [other for other in ("Google", "Api") if other in resources]
        if waits and draw(st.booleans()):
            client["DependsOn"] = waits
        resources[name] = client
    return {
        "Parameters": {UNRESOLVABLE: {"Type": "String"}, "Stage": {"Type": "String"}},
        "Conditions": {"IsProd": {"Fn::Equals": [{"Ref": "Stage"}, "prod"]}},
        "Resources": resources,
    }
