"""How likely two articles tell one story, from the two alone: a boosted forest over what they have in common.

The features are cosines field by field (rare terms weigh more), the headline of
each against the lead of the other, the days of print and the weekdays they name,
whether one outlet printed both, and their lengths. Weights are whole numbers, so
the likeness of two articles is the same to the last bit whichever came first.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tellings.linking.stories import forest
from tellings.linking.stories.signature import Signature
from tellings.linking.stories.terms import BITS
from tellings.linking.stories.weights import AS_NAME, FIELDS, PLACE, Array, Keys, edges, norms, weights

WINDOW = 3
"""Days of print apart up to which two articles are compared."""

FEATURES = (
    *FIELDS, "across most", "across least", "days apart", "one outlet", "weekdays", "no weekdays", "shorter", "longer"
)  # fmt: skip
"""What a pair is weighed by, in this order: cosines of the fields; headline against lead, the better and the worse;
days apart, -1 where a day is not known; one outlet; weekdays that both name, and whether either names none; words."""

_TITLE, _LEAD = PLACE["title"], PLACE["lead"]
_HEAVIEST = 90  # words by which an article is found
_SLOTS = 1 << 16
_SLOT = np.uint32(_SLOTS - 1)
_SWAP = AS_NAME * np.uint32(_TITLE ^ _LEAD)
"""Makes the key of a word of the headline that of a word of the lead, and the other way round."""

_WEEKDAYS = np.array([value.bit_count() for value in range(256)])


@functools.cache
def model() -> forest.Forest:
    """The forest that is shipped."""
    return forest.load("likeness.json")


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """A signature with what follows from it: the weights of its terms, where each field begins, and the norms of all.

    ``heaviest`` are the words by which it is found, with their weights.
    """

    sign: Signature
    weights: Array
    edges: NDArray[np.intp]
    norms: Array
    heaviest: tuple[Keys, Array]

    @classmethod
    def of(cls, sign: Signature) -> Weighed:
        """The weights of a signature."""
        weight, bounds = weights(sign.keys, sign.counts), edges(sign.keys)
        words = slice(bounds[1])
        best = np.lexsort((sign.keys[words], -weight[words]))[:_HEAVIEST]
        return cls(sign, weight, bounds, norms(weight, bounds), (sign.keys[best], weight[best]))


@dataclass(frozen=True, slots=True, eq=False)
class Others:
    """Articles that one is compared with, and what is known of each: a row in ``norms``, in ``edges`` and in ``facts``.

    Facts are day, outlet, weekdays and length, as in ``Signature``.
    """

    signs: Sequence[Signature]
    norms: Array
    edges: NDArray[np.int64]
    facts: NDArray[np.int64]


class Comparer:
    """Compares one article with many at a time."""

    def __init__(self) -> None:
        self._marked = np.zeros(_SLOTS, np.bool_)
        """The slots of the terms of the one, which are their lower bits: few terms of the others pass."""
        self._place = np.zeros(_SLOTS, np.int32)
        """Where the term of a marked slot stands among those of the one; the last, where several have one slot."""

    def features(self, one: Weighed, others: Others) -> Array:
        """A row for each of the others, its columns as in ``FEATURES``."""
        same, across = self._dots(one, others)
        here = across[:, _LEAD] / (one.norms[_LEAD] * others.norms[:, _TITLE])
        there = across[:, _TITLE] / (one.norms[_TITLE] * others.norms[:, _LEAD])
        day, outlet, weekdays, size = others.facts.T
        sign, rows = one.sign, np.empty((len(others.signs), len(FEATURES)))
        columns = (
            np.maximum(here, there),
            np.minimum(here, there),
            apart(sign.day, day),
            (outlet == sign.outlet) & (outlet != 0),
            _WEEKDAYS[weekdays & sign.weekdays],
            (weekdays == 0) | (sign.weekdays == 0),
            np.minimum(size, sign.length),
            np.maximum(size, sign.length),
        )
        rows[:, : len(FIELDS)] = same / (one.norms * others.norms)
        for place, column in enumerate(columns, len(FIELDS)):
            rows[:, place] = column
        return rows

    def words(self, one: Weighed, signs: Sequence[Signature]) -> Array:
        """The sums of products of weights over all words, which is the first that ``features`` goes by."""
        keys = [sign.keys[: sign.words] for sign in signs]
        ends = np.cumsum(list(map(len, keys)))
        every, counts = np.concatenate(keys), np.concatenate([sign.counts[: sign.words] for sign in signs])
        met, place = self._met(one.sign.keys[: one.sign.words], every)
        product = one.weights[place] * weights(every[met], counts[met])
        found: Array = np.bincount(ends.searchsorted(met, side="right"), product, minlength=len(signs)).astype(
            np.float64
        )
        return found

    def _dots(self, one: Weighed, others: Others) -> tuple[Array, Array]:
        """The sums of products of weights, by the others (rows) and fields; and those of leads with headlines.

        In the second a lead of the others stands as a headline, and the other way round.
        """
        stretches = others.edges[:, [_TITLE, _LEAD + 1]].tolist()
        parts = [slice(None)] * len(stretches) + [slice(*stretch) for stretch in stretches]
        held = list(zip((*others.signs, *others.signs), parts, strict=True))
        keys = [sign.keys[part] for sign, part in held]
        ends = np.cumsum(list(map(len, keys)))
        every, counts = np.concatenate(keys), np.concatenate([sign.counts[part] for sign, part in held])
        every[ends[len(stretches) - 1] :] ^= _SWAP
        met, place = self._met(one.sign.keys, every)
        product = one.weights[place] * weights(every[met], counts[met])
        cells = ends.searchsorted(met, side="right") * len(FIELDS) + (every[met] >> np.uint32(BITS))
        sums: Array = np.bincount(cells, product, minlength=len(held) * len(FIELDS)).astype(np.float64)
        dots = sums.reshape(len(held), len(FIELDS))
        return dots[: len(stretches)], dots[len(stretches) :]

    def _met(self, own: Keys, every: Keys) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Where the terms of all others are terms of the one, and their places among these."""
        if not len(own):
            return np.empty(0, np.intp), np.empty(0, np.intp)
        slots = (own & _SLOT).astype(np.intp)
        self._marked[slots], self._place[slots] = True, np.arange(len(own))
        asked = (every & _SLOT).astype(np.intp)
        passed = self._marked.take(asked).nonzero()[0]
        self._marked[slots] = False
        found, place = every[passed], self._place.take(asked[passed]).astype(np.intp)
        other = (own[place] != found).nonzero()[0]
        place[other] = np.minimum(own.searchsorted(found[other]), len(own) - 1)
        met = (own[place] == found).nonzero()[0]
        return passed[met], place[met]


def apart(day: int, days: NDArray[np.int64]) -> NDArray[np.int64]:
    """The days between one day of print and others; -1 where either is not known (0)."""
    return np.where((days == 0) | (day == 0), -1, np.abs(days - day))
