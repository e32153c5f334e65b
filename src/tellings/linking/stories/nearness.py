"""Ranking by likeness and time: of two articles equally alike, the one printed about the same day is of the same story.

Where no day is known of an article that is looked for, it is taken to be that of
the dated article that it is most like; of an article that is found, its neighbours tell it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from tellings.linking.stories.forest import Forest
from tellings.linking.stories.graph import UNIT, Graph
from tellings.linking.stories.index import Index
from tellings.linking.stories.likeness import WINDOW, Weighed

_LOOKED_AT = 200  # articles of any day ranked by likeness: those closest in words
_FAR = 0.3  # what is left of a likeness right outside the window
_SLOW = 10  # days in which it falls by a factor of e from there on
_LEAST = 0.02  # what is left after years: old articles are still ranked by how like they are


def ranked(one: Weighed, index: Index, graph: Graph, forest: Forest, k: int) -> tuple[tuple[str, float], ...]:
    """The keys of the k articles most likely to tell the same story, best first, each with its score."""
    places = index.closest(one, max(_LOOKED_AT, 3 * k))
    if one.sign.day:
        places = np.union1d(places, index.candidates(one, window=WINDOW)[0])
    if not len(places):
        return ()
    chances = forest.probability(index.features(one, places)).tolist()
    found = scores(one.sign.day, [graph.day(place) for place in places.tolist()], chances)
    best = sorted(zip(found, places.tolist(), strict=True), key=lambda each: (-each[0], graph.age(each[1])))
    return tuple((graph.nodes[place].key, score) for score, place in best[:k])


def scores(day: int, days: Sequence[tuple[int, int]], alike: Sequence[float]) -> list[float]:
    """The likenesses, less for days apart. ``days`` are ordinals (0: not known), each with how sure it is."""
    own, certain = (day, UNIT) if day else _told(days, alike)
    return [
        chance * _left(abs(own - other), sure * certain / UNIT**2) if own and other else chance
        for (other, sure), chance in zip(days, alike, strict=True)
    ]


def _told(days: Sequence[tuple[int, int]], alike: Sequence[float]) -> tuple[int, int]:
    """The day of the dated article that is most alike, and how sure that is."""
    dated = [(chance, day) for (day, sure), chance in zip(days, alike, strict=True) if sure == UNIT]
    chance, day = max(dated, default=(0.0, 0))
    return day, round(UNIT * chance)


def _left(apart: int, sure: float) -> float:
    """What is left of a likeness at so many days, for days that are so sure."""
    if apart <= WINDOW:
        return 1.0
    far = max(_LEAST, _FAR * math.exp((WINDOW - apart) / _SLOW))
    return 1 - sure + sure * far
