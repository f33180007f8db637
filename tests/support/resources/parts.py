"""What generated resources are made of."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

UNRESOLVABLE = "OnlyTheDeploymentKnows"
"""A parameter without a value that every generated template declares."""

switches = st.sampled_from([True, False, "true", "false"])

pool_ids = st.sampled_from(
    [
        {"Ref": "Pool"},
        {"Ref": "Pool"},
        {"Fn::GetAtt": ["Pool", "UserPoolId"]},
        {"Fn::Sub": "${Pool}"},
        {"Ref": "OtherPool"},
        {"Ref": UNRESOLVABLE},
        "us-east-1_a1B2c3D4e",
        {"Fn::GetAtt": ["Pool", "Arn"]},
    ]
)


def some(items: list[str], most: int = 4) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(items), max_size=most, unique=True)


def part(properties: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    """A map with some of its keys."""
    return st.fixed_dictionaries({}, optional=properties)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | st.floats() | st.text(max_size=20),
    lambda below: (
        st.lists(below, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "Ref",
                    "Fn::If",
                    "Fn::Sub",
                    "Fn::Join",
                    "Fn::GetAtt",
                    "Fn::Select",
                    "Fn::Split",
                    "Fn::FindInMap",
                    "Fn::Transform",
                ]
            )
            | st.sampled_from(["Condition", "Fn::Unheard", "Unknown", "Name", "AccessToken", "Properties", "Type"])
            | st.text(max_size=5),
            below,
            max_size=3,
        )
    ),
    max_leaves=8,
)
