"""Which articles hold a word, and what it weighs there: looked up by word, or, among the articles of a few days, looked through.

A posting is one whole number of word, weight and position. Those of one day stand one after the other, and to look
through a week of them takes less than to look up ninety words on each day; what is asked of
all articles, or of those without a day, is looked up. For that they stand in order, in a few runs: what is new is a
run of its own, and two of like size are merged into one (the log-structured merge of O'Neil et al. 1996), so that a
posting is moved a few times in all, however many articles there are.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tellings.linking.stories.terms import BITS
from tellings.linking.stories.weights import Array, Keys

Places = NDArray[np.int64]
_Numbers = NDArray[np.uint64]
_Days: TypeAlias = "dict[int, array[int]]"

_WEIGHT_BITS = 16  # a rarity of at most 164 times a count of at most 105 sixteenths
_WEIGHT_AT, _WORD_AT = np.uint64(64 - BITS - _WEIGHT_BITS), np.uint64(64 - BITS)  # below them 134 million positions
_POSITION, _WEIGHT = np.uint64((1 << 64 - BITS - _WEIGHT_BITS) - 1), np.uint64((1 << _WEIGHT_BITS) - 1)
_SUM_AT = np.uint64(32)  # a product of two weights takes 29 bits
_BELOW = (np.uint64(1) << _WORD_AT) - np.uint64(1)
_LOWER = np.uint64((1 << 16) - 1)
_SUM = np.uint64((1 << 32) - 1)
_NEW = 64 * 90  # postings that are looked through before they are put in order
_GROWTH = 4  # a run is merged with the one before it unless that is this many times longer


class Postings:
    """The words of articles, by word and by day (0: not known); a word weighs less than 2^16, in whole numbers."""

    def __init__(self) -> None:
        self._all = _Ordered()
        self._undated = _Ordered()
        self._of_day: _Days = {}

    def add(self, position: int, day: int, words: Keys, weight: Array) -> None:
        """The words of an article, each once, with their weights."""
        numbers = (
            words.astype(np.uint64) << _WORD_AT | weight.astype(np.uint64) << _WEIGHT_AT | np.uint64(position)
        )  # fmt: skip
        for held in (self._all,) if day else (self._all, self._undated):
            held.add(numbers)
        if day:
            self._of_day.setdefault(day, array("Q")).frombytes(numbers.tobytes())

    def among_all(self, words: Keys, weight: Array) -> tuple[Places, Array]:
        """All articles that hold one of the words, in order, with the sums of the products of the weights."""
        return _sums(np.concatenate(list(self._all.of(_Wanted(words, weight)))))

    def among_days(self, words: Keys, weight: Array, days: Iterable[int]) -> tuple[Places, Array]:
        """As ``among_all``, of articles of some days or of none."""
        wanted = _Wanted(words, weight)
        of_days = [np.frombuffer(held, np.uint64) for day in days if (held := self._of_day.get(day))]
        looked_through = [wanted.looked_through(np.concatenate(of_days))] if of_days else []
        return _sums(np.concatenate([*self._undated.of(wanted), *looked_through]))


class _Wanted:
    """The words that are looked for, in order, with their weights."""

    def __init__(self, words: Keys, weight: Array) -> None:
        order = words.argsort()
        self._words = words[order].astype(np.uint64)
        self._weight = weight[order].astype(np.uint64)
        self._slots = np.zeros(int(_LOWER) + 1, np.bool_)
        """Marks the words by their lower bits: few others pass."""
        self._slots[self._words & _LOWER] = True

    def looked_through(self, numbers: _Numbers) -> _Numbers:
        """The products of those among postings in any order."""
        numbers = numbers[self._slots[numbers >> _WORD_AT & _LOWER]]
        place = np.minimum(self._words.searchsorted(numbers >> _WORD_AT), max(len(self._words) - 1, 0))
        met = (self._words[place] == numbers >> _WORD_AT).nonzero()[0]
        return _products(numbers[met], self._weight[place[met]])

    def looked_up(self, run: _Numbers) -> _Numbers:
        """The products of those among postings in order."""
        first = self._words << _WORD_AT
        start, end = run.searchsorted(first), run.searchsorted(first | _BELOW, side="right")
        counts = end - start
        shift = start - np.cumsum(counts) + counts
        places = np.repeat(shift, counts) + np.arange(counts.sum())
        return _products(run[places], np.repeat(self._weight, counts))


class _Ordered:
    """Postings by word: runs in order, and before them what is new."""

    def __init__(self) -> None:
        self._new = array("Q")
        self._runs: list[_Numbers] = []

    def add(self, numbers: _Numbers) -> None:
        """The postings of an article."""
        self._new.frombytes(numbers.tobytes())
        if len(self._new) < _NEW:
            return
        run, self._new = np.array(self._new, np.uint64), array("Q")
        while self._runs and len(self._runs[-1]) < _GROWTH * len(run):
            run = np.concatenate([self._runs.pop(), run])
        run.sort()
        self._runs.append(run)

    def of(self, wanted: _Wanted) -> Iterator[_Numbers]:
        """The products of all that are wanted."""
        yield wanted.looked_through(np.frombuffer(self._new, np.uint64))
        for run in self._runs:
            yield wanted.looked_up(run)


def _products(numbers: _Numbers, weight: _Numbers) -> _Numbers:
    """Positions with the product of the weights below them: in order, what belongs together stands together."""
    return (numbers & _POSITION) << _SUM_AT | (numbers >> _WEIGHT_AT & _WEIGHT) * weight


def _sums(products: _Numbers) -> tuple[Places, Array]:
    """The sums of products by position, in order."""
    if not len(products):
        return np.empty(0, np.int64), np.empty(0)
    if len(products) > int(products.max() >> _SUM_AT):
        return _added_up(products)
    products.sort()
    places = (products >> _SUM_AT).astype(np.int64)
    first = np.append(True, places[1:] != places[:-1]).nonzero()[0]
    return places[first], np.add.reduceat(products & _SUM, first).astype(np.float64)


def _added_up(products: _Numbers) -> tuple[Places, Array]:
    """As ``_sums``, which takes longer where there are more products than articles."""
    every = (products >> _SUM_AT).astype(np.int64)
    sums: Array = np.bincount(every, (products & _SUM).astype(np.float64)).astype(np.float64)
    met = np.zeros(len(sums), np.bool_)
    met[every] = True
    return met.nonzero()[0], sums[met]
