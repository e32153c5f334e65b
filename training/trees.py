"""The trees that lightgbm learns, as the package keeps them (``tellings.linking.stories.forest``)."""

from __future__ import annotations


def nodes(structure: dict[str, object]) -> list[list[float]]:
    """A tree as a list of nodes, the root first."""
    found: list[list[float]] = []

    def visit(node: dict[str, object]) -> int:
        place = len(found)
        found.append([])
        if "leaf_value" in node:
            found[place] = [float(f"{node['leaf_value']:.5g}")]
        else:
            yes, no = visit(node["left_child"]), visit(node["right_child"])
            found[place] = [node["split_feature"], float(f"{node['threshold']:.6g}"), yes, no]
        return place

    visit(structure)
    return found
