"""Boosted decision trees kept as readable JSON, and their answer for many rows at once.

A tree is a list of nodes: a node asks whether a feature is at most a value and
names the next node for yes and for no; a leaf holds what it adds to the log odds.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Forest:
    """All trees side by side: ``feature``, ``value``, ``yes``, ``no`` and ``adds`` by tree and node."""

    features: tuple[str, ...]
    feature: NDArray[np.intp]
    value: Rows
    yes: NDArray[np.intp]
    no: NDArray[np.intp]
    adds: Rows
    depth: int

    def probability(self, rows: Rows) -> Rows:
        """For every row, whose columns are ``features``, a probability."""
        trees = np.arange(len(self.feature))
        node = np.zeros((len(rows), len(trees)), dtype=np.intp)
        place = np.arange(len(rows))[:, None]
        for _ in range(self.depth):
            low = rows[place, self.feature[trees, node]] <= self.value[trees, node]
            node = np.where(low, self.yes[trees, node], self.no[trees, node])
        odds: Rows = self.adds[trees, node].sum(axis=1)
        return 1 / (1 + np.exp(-odds))


def load(file: str) -> Forest:
    """The forest of a file in this room."""
    return parse(json.loads(resources.files("tellings.linking.stories").joinpath(file).read_text(encoding="utf-8")))


def parse(model: Mapping[str, object]) -> Forest:
    """A forest from its JSON: ``features``, ``depth``, and ``trees``, each a list of nodes.

    A node is ``[feature, value, yes, no]`` with positions of features and nodes, a leaf ``[log odds]``.
    """
    features, depth, trees = model["features"], model["depth"], model["trees"]
    assert isinstance(features, list)
    assert isinstance(depth, int)
    assert isinstance(trees, list)
    size = max(len(tree) for tree in trees)
    columns = [np.array([_column(tree, size, column) for tree in trees], dtype=np.float64) for column in range(5)]
    feature, value, yes, no, adds = columns
    whole = np.intp
    return Forest(tuple(features), feature.astype(whole), value, yes.astype(whole), no.astype(whole), adds, depth)


def _column(tree: Sequence[Sequence[float]], size: int, column: int) -> list[float]:
    """One of the five columns of a tree's nodes; a leaf leads to itself."""
    nodes = [(0.0, 0.0, place, place, node[0]) if len(node) == 1 else (*node, 0.0) for place, node in enumerate(tree)]
    return [float(node[column]) for node in nodes] + [0.0] * (size - len(nodes))
