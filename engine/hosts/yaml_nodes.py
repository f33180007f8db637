"""PyYAML's nodes: what they hold, and which of them are aliases. An alias is the node of its anchor, with the marks of that."""

from __future__ import annotations

from typing import Any

from yaml.nodes import Node


def children(value: str | list[Node] | list[tuple[Node, Node]]) -> list[Node]:
    """The nodes in what a node holds, in their order."""
    if isinstance(value, str):
        return []
    return [node for each in value for node in (each if isinstance(each, tuple) else (each,))]


def are_aliases(node: Node, written: list[Any]) -> list[bool]:
    """Of each of the `children` of what is written in a list or map, whether it is an alias: then its anchor is before it."""
    end: int = node.start_mark.index
    found: list[bool] = []
    for child in children(written):
        found.append(child.start_mark.index < end)
        if not found[-1]:
            end = child.end_mark.index
    return found
