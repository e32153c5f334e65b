"""Every signature known, and which of them may tell the same story as another: those that share its heaviest words.

An inverted index over the heaviest words of each article, day by day: an article whose day is known
is looked for among those of its days and those without a day, so that a search costs
nearly the same in a small archive and in a large one.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tellings.linking.stories import likeness
from tellings.linking.stories.signature import Signature
from tellings.linking.stories.weights import Array

Places = NDArray[np.int64]
_Postings: TypeAlias = "dict[int, array[int]]"
"""By term: positions, shifted, with the weight in the lower bits."""

_BITS = 16  # of a posting hold the weight: a rarity of at most 164 times a count of at most 105 sixteenths
_MASK = (1 << _BITS) - 1
_LEAST = 0.03  # of the cosine of words, over the heaviest alone
_LEAST_UNDATED = 0.06  # where a day is not known, all of an archive is compared: less in common is chance
_LEAST_WORDS = 0.08  # of the cosine of all words


class Index:
    """Signatures by position, in order of arrival."""

    def __init__(self) -> None:
        self.signatures: list[Signature] = []
        self._comparer = likeness.Comparer()
        self._days = array("q")
        self._words = array("d")  # the norms of the words alone
        self._postings: _Postings = {}
        self._of_day: dict[int, _Postings] = {}
        """The same by the day of the article; the day 0 is that of the undated."""

    def add(self, sign: Signature) -> int:
        """The position of a new signature."""
        position = len(self.signatures)
        self.signatures.append(sign)
        self._days.append(sign.day)
        self._words.append(sign.norms[0])
        of_day = self._of_day.setdefault(sign.day, {})
        for term, weight in sign.heaviest():
            for postings in (self._postings, of_day):
                postings.setdefault(term, array("Q")).append(position << _BITS | weight)
        return position

    def candidates(self, sign: Signature, *, window: int) -> Places:
        """The positions of the articles that may tell the same story: of near days, or where a day is not known."""
        near = [0, *range(sign.day - window, sign.day + window + 1)]
        held = [of_day for day in near if (of_day := self._of_day.get(day))] if sign.day else [self._postings]
        places, cosines = _found(sign, held, np.frombuffer(self._words))
        apart = likeness.apart(sign.day, np.frombuffer(self._days, np.int64)[places])
        places = places[(apart <= window) & (cosines >= np.where(apart < 0, _LEAST_UNDATED, _LEAST))]
        if not len(places):
            return places
        words = self._comparer.words(sign, *self._of(places))
        return places[words >= _LEAST_WORDS]

    def closest(self, sign: Signature, most: int) -> Places:
        """The positions of the articles most alike in words, of any day, best first."""
        places, cosines = _found(sign, [self._postings], np.frombuffer(self._words))
        return places[np.lexsort((places, -cosines))[:most]]

    def features(self, sign: Signature, places: Places) -> Array:
        """What an article has in common with those at some positions: a row each, as in ``likeness.FEATURES``."""
        return self._comparer.features(sign, *self._of(places))

    def _of(self, places: Places) -> tuple[list[Signature], Array]:
        signs = [self.signatures[place] for place in places]
        return signs, np.array([sign.norms for sign in signs])


def _found(sign: Signature, held: Sequence[_Postings], norms: Array) -> tuple[Places, Array]:
    """All articles held that share one of the heaviest words, in order, and the cosine over these words."""
    shared = [(found, weight) for term, weight in sign.heaviest() for each in held if (found := each.get(term))]
    if not shared:
        return np.empty(0, dtype=np.int64), np.empty(0)
    met = np.concatenate([np.frombuffer(found, np.uint64) for found, _ in shared]).view(np.int64)
    own = np.repeat([weight for _, weight in shared], [len(found) for found, _ in shared])
    total = np.bincount(met >> _BITS, (met & _MASK) * own)
    places = np.flatnonzero(total)
    return places, total[places] / (sign.norms[0] * norms[places])
