"""A forest answers as its trees do."""

from __future__ import annotations

import math

import numpy as np
import pytest

from tellings.linking.stories import forest

TREES = [
    [[0, 0.5, 1, 2], [-1.0], [1, 2.0, 3, 4], [0.25], [1.5]],
    [[1, 1.0, 1, 4], [0, 0.2, 2, 3], [0.5], [-0.5], [2.0]],
    [[0.125]],
]


@pytest.mark.parametrize(
    ("row", "odds"),
    [
        ((0.5, 9.0), -1.0 + 2.0),
        ((0.6, 2.0), 0.25 + 2.0),
        ((0.6, 2.1), 1.5 + 2.0),
        ((0.1, 1.0), -1.0 + 0.5),
        ((0.3, 0.0), -1.0 - 0.5),
    ],
)
def test_leaves(row: tuple[float, float], odds: float) -> None:
    """The leaves that a row comes to are added up, and made a probability; a value that is met means yes."""
    found = forest.parse({"features": ["a", "b"], "trees": TREES}).probability(np.array([row]))
    assert found == pytest.approx(1 / (1 + math.exp(-odds - 0.125)))


def test_no_rows() -> None:
    """No rows, no answers."""
    assert len(forest.parse({"features": ["a", "b"], "trees": TREES}).probability(np.empty((0, 2)))) == 0


def test_too_large() -> None:
    """A tree of more than eight questions is refused."""
    chain = [node for place in range(9) for node in ([0, float(place), 2 * place + 1, 2 * place + 2], [0.0])] + [[1.0]]
    with pytest.raises(ValueError, match="tree 0 asks 9 questions"):
        forest.parse({"features": ["a"], "trees": [chain]})
