"""Every signature known, and which of them may tell the same story as another: those that share its heaviest words.

An article whose day is known is looked for among those of its days and those
without a day, so that a search costs nearly the same in a small archive and in a large one.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tellings.linking.stories import likeness
from tellings.linking.stories.likeness import Others, Weighed
from tellings.linking.stories.postings import Places, Postings
from tellings.linking.stories.signature import Signature
from tellings.linking.stories.weights import FIELDS, Array

_LEAST = 0.03  # of the cosine of words, over the heaviest alone
_LEAST_UNDATED = 0.08  # where a day is not known, all of an archive is compared: less in common is chance
_LEAST_WORDS = 0.08  # of the cosine of all words


class Rows:
    """A table that grows at its end."""

    def __init__(self, columns: int, kind: type[np.generic]) -> None:
        self._held = np.empty((64, columns), kind)
        self._size = 0

    def append(self, row: Sequence[float] | NDArray[Any]) -> None:
        """One more row."""
        if self._size == len(self._held):
            self._held = np.concatenate([self._held, np.empty_like(self._held)])
        self._held[self._size] = row
        self._size += 1

    def at(self, places: Places) -> NDArray[Any]:
        """The rows at some places."""
        return self._held.take(places, axis=0)


class Index:
    """Signatures by position, in order of arrival."""

    def __init__(self) -> None:
        self.signatures: list[Signature] = []
        self._comparer = likeness.Comparer()
        self._postings = Postings()
        self._words = array("d")  # the norms of the words alone
        self._norms = Rows(len(FIELDS), np.float64)
        self._edges = Rows(len(FIELDS) + 1, np.int64)
        self._facts = Rows(4, np.int64)
        self._gone: set[int] = set()
        """The positions of signatures that were taken out."""

    def __contains__(self, position: int) -> bool:
        return position < len(self.signatures) and position not in self._gone

    def remove(self, position: int) -> None:
        """Take a signature out: it is found no more, and its position is not used again."""
        self._gone.add(position)

    def add(self, one: Weighed) -> int:
        """The position of a new article."""
        position, sign = len(self.signatures), one.sign
        self.signatures.append(sign)
        self._words.append(one.norms[0])
        self._norms.append(one.norms)
        self._edges.append(one.edges)
        self._facts.append((sign.day, sign.outlet, sign.weekdays, sign.length))
        self._postings.add(position, sign.day, *one.heaviest)
        return position

    def candidates(self, one: Weighed, *, window: int) -> tuple[Places, Array]:
        """The positions of the articles that may tell the same story: of near days, or where a day is not known.

        With what it has in common with them: a row each, as in ``likeness.FEATURES``.
        """
        day = one.sign.day
        if day:
            places, sums = self._postings.among_days(*one.heaviest, range(day - window, day + window + 1))
        else:
            places, sums = self._postings.among_all(*one.heaviest)
        heaviest = self._cosines(one, places, sums)
        likely = ((heaviest >= _LEAST) & self._there(places)).nonzero()[0]
        places, heaviest = places[likely], heaviest[likely]
        undated = (self._facts.at(places)[:, 0] == 0) | (day == 0)
        places = places[~undated | (heaviest >= _LEAST_UNDATED)]
        places = places[self._in_words(one, places) >= _LEAST_WORDS]
        if not len(places):
            return places, np.empty((0, len(likeness.FEATURES)))
        return places, self.features(one, places)

    def closest(self, one: Weighed, most: int) -> Places:
        """The positions of the articles most alike in words, of any day, best first."""
        places, sums = self._postings.among_all(*one.heaviest)
        there = self._there(places)
        places, sums = places[there], sums[there]
        return places[np.lexsort((places, -self._cosines(one, places, sums)))[:most]]

    def features(self, one: Weighed, places: Places) -> Array:
        """What an article has in common with those at some positions: a row each, as in ``likeness.FEATURES``."""
        signs = [self.signatures[place] for place in places.tolist()]
        others = Others(signs, self._norms.at(places), self._edges.at(places), self._facts.at(places))
        return self._comparer.features(one, others)

    def _in_words(self, one: Weighed, places: Places) -> Array:
        """The cosines of all words, which most do not pass: the rest is worked out of those alone that do."""
        if not len(places):
            return np.empty(0)
        signs = [self.signatures[place] for place in places.tolist()]
        found: Array = self._comparer.words(one, signs) / (one.norms[0] * self._norms.at(places)[:, 0])
        return found

    def _there(self, places: Places) -> NDArray[np.bool_]:
        """Which of the positions were not taken out."""
        if not self._gone:
            return np.ones(len(places), np.bool_)
        return np.isin(places, list(self._gone), invert=True)

    def _cosines(self, one: Weighed, places: Places, sums: Array) -> Array:
        """The cosines over the heaviest words."""
        found: Array = sums / (one.norms[0] * np.frombuffer(self._words).take(places))
        return found
