"""Whole templates, with what the rules of every topic are about, and the fixes of every rule.

The modules `generated_TOPIC.py` beside this one bring the resources that are not around an app client (`RESOURCES`) and the
fixes of the rules about them (`FIXES`), and may say what comes to light by a fix (`REVEALS`) and which rules object to a
value whatever it is (`REST_ON_PRESENCE`) or rest on the presence of another one (`PRESENCE_COUNTS`).
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence, Set
from importlib import import_module
from pathlib import Path as File
from types import ModuleType
from typing import Any

import fixes
import strategies
from fixes import Fix, Path, Template
from hypothesis import strategies as st
from strategies import UNRESOLVABLE, client_properties, neighbours, pool_ids, pool_properties

_MODULES: Sequence[ModuleType] = [
    import_module(file.stem) for file in sorted(File(__file__).parent.glob("generated_*.py"))
]
TOPICS: Mapping[str, Mapping[str, st.SearchStrategy[dict[str, Any]]]] = {
    "around_a_client": neighbours,
    **{module.__name__.removeprefix("generated_"): module.RESOURCES for module in _MODULES},
}
FIXES: Mapping[str, Fix] = {rule: fix for module in (fixes, *_MODULES) for rule, fix in module.FIXES.items()}
REST_ON_PRESENCE: Set[str] = strategies.REST_ON_PRESENCE.union(
    *(getattr(module, "REST_ON_PRESENCE", ()) for module in _MODULES)
)
"""The presence of a value is what these object to, or what they rest on besides the value they point at."""
PRESENCE_COUNTS: Mapping[str, Set[str]] = {
    rule: names for module in (fixes, *_MODULES) for rule, names in getattr(module, "PRESENCE_COUNTS", {}).items()
}
"""Of what a rule rests on, what it asks only whether it is there: keys, and as `KEY[]` the items of a list."""


def reveals() -> Mapping[str, Set[str]]:
    """What the fix of a rule may bring to light."""
    found = {"E9501": {*FIXES}}  # The pool is known now, with all that rests on it.
    for module in (fixes, *_MODULES):
        for rule, others in getattr(module, "REVEALS", {}).items():
            found.setdefault(rule, set()).update(others)
    return found


def fixed(rule: str, template: Template, path: Path) -> Template:
    """A copy of `template` in which the finding of `rule` at `path` is fixed as its message says."""
    changed = copy.deepcopy(template)
    FIXES[rule](changed, path)
    return changed


@st.composite
def templates(draw: st.DrawFn) -> Template:
    """A whole template with one or two clients, and resources of one topic. All values are literal."""
    resources: dict[str, Any] = {
        "Pool": {"Type": "AWS::Cognito::UserPool", "Properties": draw(pool_properties)},
        "OtherPool": {"Type": "AWS::Cognito::UserPool", "Properties": {}},
    }
    topic = draw(st.sampled_from(sorted(TOPICS)))
    least = 0 if topic == "around_a_client" else 1
    for name in draw(st.lists(st.sampled_from(sorted(TOPICS[topic])), unique=True, min_size=least, max_size=3)):
        resources[name] = draw(TOPICS[topic][name])
    for name in ("Client", "SecondClient")[: draw(st.integers(1, 2))]:
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
