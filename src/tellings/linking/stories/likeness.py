"""How likely two articles tell one story, from the two alone: a boosted forest over what they have in common.

The features are cosines field by field (rare terms weigh more), the headline of
each against the lead of the other, the days of print and the weekdays they name,
whether one outlet printed both, and their lengths. Weights are whole numbers, so
the likeness of two articles is the same to the last bit whichever came first.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tellings.linking.stories import forest
from tellings.linking.stories.signature import Signature
from tellings.linking.stories.terms import SHIFT
from tellings.linking.stories.weights import FIELDS, Array, weights

WINDOW = 3
"""Days of print apart up to which two articles are compared."""

FEATURES = (
    *FIELDS, "across most", "across least", "days apart", "one outlet", "weekdays", "no weekdays", "shorter", "longer"
)  # fmt: skip
"""What a pair is weighed by, in this order: cosines of the fields; headline against lead, the better and the worse;
days apart, -1 where a day is not known; one outlet; weekdays that both name, and whether either names none; words."""

_TITLE, _LEAD = FIELDS.index("title"), FIELDS.index("lead")
_BITS = np.array([value.bit_count() for value in range(256)])


@functools.cache
def model() -> forest.Forest:
    """The forest that is shipped."""
    return forest.load("likeness.json")


class Comparer:
    """Compares one article with many at a time; holds the table in which their terms meet."""

    def __init__(self) -> None:
        self._table = np.zeros(1 << (32 - SHIFT), dtype=np.float32)

    def words(self, one: Signature, others: Sequence[Signature], lengths: Array) -> Array:
        """The cosine of the words alone."""
        found: Array = self._dot(one, 0, others, 0) / (one.norms[0] * lengths[:, 0])
        return found

    def features(self, one: Signature, others: Sequence[Signature], lengths: Array) -> Array:
        """A row for each of the others, its columns as in ``FEATURES``; ``lengths`` are the norms of the others."""
        own = one.norms
        same = [self._dot(one, place, others, place) for place in range(len(FIELDS))]
        there = self._dot(one, _TITLE, others, _LEAD) / (own[_TITLE] * lengths[:, _LEAD])
        here = self._dot(one, _LEAD, others, _TITLE) / (own[_LEAD] * lengths[:, _TITLE])
        facts = np.array([[other.day, other.outlet, other.weekdays, other.length] for other in others]).T
        day, outlet, weekdays, size = facts
        return np.column_stack(
            [
                np.stack(same, axis=1) / (own * lengths),
                np.maximum(here, there),
                np.minimum(here, there),
                apart(one.day, day),
                (outlet == one.outlet) & (outlet != 0),
                _BITS[weekdays & one.weekdays],
                (weekdays == 0) | (one.weekdays == 0),
                np.minimum(size, one.length),
                np.maximum(size, one.length),
            ]
        ).astype(np.float64)

    def _dot(self, one: Signature, own: int, others: Sequence[Signature], field: int) -> Array:
        places = one.fields[own][0] >> SHIFT
        self._table[places] = weights(own, one.fields[own])
        sizes = [len(other.fields[field][0]) for other in others]
        terms = np.concatenate([other.fields[field][0] for other in others])
        met = self._table[terms >> SHIFT]
        self._table[places] = 0
        hit = np.flatnonzero(met)
        counts = np.concatenate([other.fields[field][1] for other in others])[hit]
        product = met[hit].astype(np.float64) * weights(field, (terms[hit], counts))
        owner = np.repeat(np.arange(len(others)), sizes)[hit]
        return np.bincount(owner, product, minlength=len(others)).astype(np.float64)


def apart(day: int, days: NDArray[np.int64]) -> NDArray[np.int64]:
    """The days between one day of print and others; -1 where either is not known (0)."""
    return np.where((days == 0) | (day == 0), -1, np.abs(days - day))
