"""How far two articles tell one story: from 0 to 1, from what each field of their signatures has in common."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tellings.linking.stories import background
from tellings.linking.stories.signature import FIELDS, Counted, Signature

Array = NDArray[np.float32]

WINDOW = 3
"""Days of print apart from which two articles are not compared: news of one event is printed within days."""

_SHIFT = 12  # terms meet in a table of 2^20 places
_LOGS = (1 + np.log(np.maximum(np.arange(256), 1))).astype(np.float32)
_PAIRS = FIELDS.index("pairs")


def weights(field: int, counted: Counted) -> Array:
    """What each term of a field weighs: rare ones and repeated ones more."""
    terms, counts = counted
    if field == _PAIRS:
        return counts.astype(np.float32)
    return background.rarity(terms) * _LOGS[counts]


def norms(signature: Signature) -> Array:
    """The length of the vector of every field; 1 for an empty one."""
    lengths = [float(np.linalg.norm(weights(place, field))) for place, field in enumerate(signature.fields)]
    return np.array([length or 1.0 for length in lengths], dtype=np.float32)


class Comparer:
    """Compares one article with many at a time; holds the table in which their terms meet."""

    def __init__(self) -> None:
        self._table = np.zeros(1 << (32 - _SHIFT), dtype=np.float32)

    def cosines(self, one: Signature, others: Sequence[Signature], lengths: Array) -> Array:
        """The cosine of every field with each of the others: a row an article, a column a field."""
        own = norms(one)
        found = [self._dot(field, one, others) for field in range(len(FIELDS))]
        return np.stack(found, axis=1) / (lengths * own)

    def _dot(self, field: int, one: Signature, others: Sequence[Signature]) -> Array:
        places = one.fields[field][0] >> _SHIFT
        self._table[places] = weights(field, one.fields[field])
        sizes = np.array([len(other.fields[field][0]) for other in others])
        terms = np.concatenate([other.fields[field][0] for other in others])
        counts = np.concatenate([other.fields[field][1] for other in others])
        hit = np.flatnonzero(self._table[terms >> _SHIFT])
        product = self._table[terms[hit] >> _SHIFT] * weights(field, (terms[hit], counts[hit]))
        owner = np.repeat(np.arange(len(others)), sizes)[hit]
        self._table[places] = 0
        return np.bincount(owner, product, minlength=len(others)).astype(np.float32)


def likeness(cosines: Array, apart: NDArray[np.int32]) -> Array:
    """From cosines and days apart (-1: not known) to one figure from 0 to 1."""
    words, names, title, lead, pairs, _ = cosines.T
    alike = 0.4 * words + 0.2 * names + 0.15 * title + 0.15 * lead + 0.1 * pairs
    return np.where(apart > WINDOW, 0, alike).astype(np.float32)
