"""Boosted decision trees kept as readable JSON, and their answer for many rows at once.

A tree is a list of nodes: a node asks whether a feature is at most a value and
names the next node for yes and for no; a leaf holds what it adds to the log odds.
A tree asks eight questions at most, and all are asked of every row: the answers are the bits of
a byte, and a table holds what each byte adds (after Lucchese et al., QuickScorer, 2015).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float64]
Tree = Sequence[Sequence[float]]

_QUESTIONS = 8


@dataclass(frozen=True, slots=True, eq=False)
class Forest:
    """All trees side by side: the ``feature`` and ``value`` of eight questions a tree; what the answers add, by tree and byte."""

    features: tuple[str, ...]
    feature: NDArray[np.intp]
    value: Rows
    adds: Rows

    def probability(self, rows: Rows) -> Rows:
        """For every row, whose columns are ``features``, a probability."""
        answers = np.packbits(rows.take(self.feature, axis=1) <= self.value, axis=1)
        odds: Rows = self.adds.take(answers + np.arange(0, len(self.adds), 1 << _QUESTIONS)).sum(axis=1)
        return 1 / (1 + np.exp(-odds))


def load(file: str) -> Forest:
    """The forest of a file in this room."""
    return parse(json.loads(resources.files("tellings.linking.stories").joinpath(file).read_text(encoding="utf-8")))


def parse(model: Mapping[str, object]) -> Forest:
    """A forest from its JSON: ``features`` and ``trees``, each a list of nodes.

    A node is ``[feature, value, yes, no]`` with positions of features and nodes, a leaf ``[log odds]``. Raises
    ``ValueError`` for a tree of more than eight questions.
    """
    features, trees = model["features"], model["trees"]
    assert isinstance(features, list)
    assert isinstance(trees, list)
    feature = np.zeros((len(trees), _QUESTIONS), np.intp)
    value = np.zeros((len(trees), _QUESTIONS))
    adds = np.zeros((len(trees), 1 << _QUESTIONS))
    for number, tree in enumerate(trees):
        questions = [place for place, node in enumerate(tree) if len(node) > 1]
        if len(questions) > _QUESTIONS:
            raise ValueError(
                f"tree {number} asks {len(questions)} questions, not {_QUESTIONS} at most; learn smaller trees"
            )
        feature[number, : len(questions)] = [tree[place][0] for place in questions]
        value[number, : len(questions)] = [tree[place][1] for place in questions]
        adds[number] = [_leaf(tree, questions, answers) for answers in range(1 << _QUESTIONS)]
    return Forest(tuple(features), feature.ravel(), value.ravel(), adds.ravel())


def _leaf(tree: Tree, questions: Sequence[int], answers: int) -> float:
    """What a tree adds where the bits of ``answers``, the highest first, say yes or no to its questions."""
    place = 0
    while len(tree[place]) > 1:
        yes = answers >> _QUESTIONS - 1 - questions.index(place) & 1
        place = int(tree[place][2 if yes else 3])
    return tree[place][0]
