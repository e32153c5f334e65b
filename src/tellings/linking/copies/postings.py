"""Which articles have a shingle: sorted rows that grow as a journal does, so that adding stays cheap.

A row is one number: the upper half is a shingle, the lower half the article, so
that sorting rows brings the articles of a shingle together and takes eight bytes a word.
New rows are a run of their own; two runs of like size are merged into one (the
log-structured merge of O'Neil et al. 1996). So a row is moved a few times in all,
however many articles there are, and looking a shingle up asks a few sorted arrays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from tellings.linking.copies.words import Shingles

Rows = NDArray[np.uint64]

_HALF = np.uint64(32)
_LOWER = np.uint64((1 << 32) - 1)
_GROWTH = 4  # a run is merged with the one before it unless that is this many times longer
_PART = 1 << 18  # rows that are looked at at once


def rows_of(shingles: Sequence[Shingles], first: int) -> Rows:
    """The rows of some articles, numbered from ``first`` on: sorted, each once."""
    numbers = np.repeat(np.arange(first, first + len(shingles), dtype=np.uint64), [len(one) for one in shingles])
    rows = _of(np.concatenate([np.zeros(0, dtype=np.uint32), *shingles])) | numbers
    rows.sort()
    return rows[begins(rows)]


def shingle_in(rows: Rows) -> Shingles:
    """The shingles of rows."""
    return (rows >> _HALF).astype(np.uint32)


def article_in(rows: Rows) -> NDArray[np.intp]:
    """The numbers of the articles of rows."""
    return (rows & _LOWER).astype(np.intp)


def begins(numbers: NDArray[np.integer]) -> NDArray[np.bool_]:
    """Where another number begins, of numbers in order."""
    found = np.ones(len(numbers), dtype=bool)
    np.not_equal(numbers[1:], numbers[:-1], out=found[1:])
    return found


class Postings:
    """The rows of all articles."""

    def __init__(self) -> None:
        self._runs: list[Rows] = []

    def add(self, rows: Rows) -> None:
        """Take in the rows of articles that are new."""
        if not len(rows):
            return
        while self._runs and len(self._runs[-1]) < _GROWTH * len(rows):
            rows = _merged((self._runs.pop(), rows))
        self._runs.append(rows)

    def repeated(self, *, size: int = _PART) -> Iterator[Rows]:
        """The rows of all shingles that several articles have, in order, as found among ``size`` at a time or more."""
        largest = max(self._runs, key=len, default=np.zeros(0, dtype=np.uint64))
        bounds = np.unique(largest[size::size] & ~_LOWER)
        edges = [[0, *np.searchsorted(run, bounds).tolist(), len(run)] for run in self._runs]
        for number in range(len(bounds) + 1):
            pieces = (run[edge[number] : edge[number + 1]] for run, edge in zip(self._runs, edges, strict=True))
            rows = _merged(pieces)
            single = begins(shingle_in(rows))
            single[:-1] &= single[1:]
            yield rows[~single]

    def of(self, shingles: Shingles, *, most: int) -> Rows:
        """The rows of some shingles, in order; of one that more articles have than ``most``, no more than tell so."""
        wanted = _of(np.unique(shingles))
        found = []
        for run in self._runs:
            first = np.searchsorted(run, wanted)
            # most shingles of an article stand in no other: the end is looked up for those that are there
            there = run[np.minimum(first, len(run) - 1)] & ~_LOWER == wanted
            first, last = first[there], np.searchsorted(run, wanted[there] | _LOWER, side="right")
            count = np.minimum(last - first, most + 1)
            offsets = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count)
            found.append(run[np.repeat(first, count) + offsets])
        return _merged(found)


def _of(shingles: Shingles) -> Rows:
    """Rows of shingles, with no article yet."""
    return shingles.astype(np.uint64) << _HALF


def _merged(runs: Iterable[Rows]) -> Rows:
    whole = np.concatenate([np.zeros(0, dtype=np.uint64), *runs])
    whole.sort()
    return whole
