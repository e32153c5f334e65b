"""Which articles hold a word, and what it weighs there: looked up by word, or, among the articles of a few days, looked through.

A posting is one whole number of word, weight and position. Those of one day stand one after the other, and to look
through a week of them takes less than to look up ninety words on each day; what is asked of
all articles, or of those without a day, is looked up.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tellings.linking.stories.terms import BITS
from tellings.linking.stories.weights import Array, Keys

Places = NDArray[np.int64]
_Numbers = NDArray[np.uint64]
_Held: TypeAlias = "dict[int, array[int]]"

_WEIGHT_BITS = 16  # a rarity of at most 164 times a count of at most 105 sixteenths
_WEIGHT_AT, _WORD_AT = np.uint64(64 - BITS - _WEIGHT_BITS), np.uint64(64 - BITS)  # below them 134 million positions
_POSITION, _WEIGHT = np.uint64((1 << 64 - BITS - _WEIGHT_BITS) - 1), np.uint64((1 << _WEIGHT_BITS) - 1)
_SUM_AT = np.uint64(32)  # a product of two weights takes 29 bits
_SUM = np.uint64((1 << 32) - 1)
_SLOTS = 1 << 16


class Postings:
    """The words of articles, by word and by day (0: not known); a word weighs less than 2^16, in whole numbers."""

    def __init__(self) -> None:
        self._all: _Held = {}
        self._undated: _Held = {}
        self._of_day: _Held = {}
        self._slots = np.zeros(_SLOTS, np.bool_)
        """Marks the words that are looked for, by their lower bits: few others pass."""

    def add(self, position: int, day: int, words: Keys, weight: Array) -> None:
        """The words of an article, each once, with their weights."""
        numbers = (
            words.astype(np.uint64) << _WORD_AT | weight.astype(np.uint64) << _WEIGHT_AT | np.uint64(position)
        )  # fmt: skip
        for held in (self._all,) if day else (self._all, self._undated):
            for word, number in zip(words.tolist(), numbers.tolist(), strict=True):
                held.setdefault(word, array("Q")).append(number)
        if day:
            self._of_day.setdefault(day, array("Q")).frombytes(numbers.tobytes())

    def among_all(self, words: Keys, weight: Array) -> tuple[Places, Array]:
        """All articles that hold one of the words, in order, with the sums of the products of the weights."""
        return _sums(_looked_up(self._all, words, weight))

    def among_days(self, words: Keys, weight: Array, days: Iterable[int]) -> tuple[Places, Array]:
        """As ``among_all``, of articles of some days or of none."""
        of_days = [np.frombuffer(held, np.uint64) for day in days if (held := self._of_day.get(day))]
        looked_through = [self._looked_through(np.concatenate(of_days), words, weight)] if of_days else []
        return _sums(np.concatenate([_looked_up(self._undated, words, weight), *looked_through]))

    def _looked_through(self, numbers: _Numbers, words: Keys, weight: Array) -> _Numbers:
        slots = words & np.uint32(_SLOTS - 1)
        self._slots[slots] = True
        numbers = numbers[self._slots[numbers >> _WORD_AT & np.uint64(_SLOTS - 1)]]
        self._slots[slots] = False
        order = words.argsort()
        place = order[np.minimum(words.searchsorted(numbers >> _WORD_AT, sorter=order), len(words) - 1)]
        met = (words[place] == numbers >> _WORD_AT).nonzero()[0]
        return _products(numbers[met], weight[place[met]])


def _looked_up(held: _Held, words: Keys, weight: Array) -> _Numbers:
    found = [(one, own) for word, own in zip(words.tolist(), weight.tolist(), strict=True) if (one := held.get(word))]
    if not found:
        return np.empty(0, np.uint64)
    numbers = np.concatenate([np.frombuffer(one, np.uint64) for one, _ in found])
    return _products(numbers, np.repeat([own for _, own in found], [len(one) for one, _ in found]))


def _products(numbers: _Numbers, weight: Array) -> _Numbers:
    """Positions with the product of the weights below them: in order, what belongs together stands together."""
    return (numbers & _POSITION) << _SUM_AT | (numbers >> _WEIGHT_AT & _WEIGHT) * weight.astype(np.uint64)


def _sums(products: _Numbers) -> tuple[Places, Array]:
    """The sums of products by position, in order."""
    if not len(products):
        return np.empty(0, np.int64), np.empty(0)
    products.sort()
    places = (products >> _SUM_AT).astype(np.int64)
    first = np.append(True, places[1:] != places[:-1]).nonzero()[0]
    return places[first], np.add.reduceat(products & _SUM, first).astype(np.float64)
