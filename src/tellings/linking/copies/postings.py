"""Which articles have a shingle: sorted arrays that grow as a journal does, so that adding stays cheap.

New shingles are a run of their own; two runs of like size are merged into one (the
log-structured merge of O'Neil et al. 1996). So a shingle is moved a few times in all,
however many articles there are, and looking one up asks a few sorted arrays. An
article costs some 12 bytes a word.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tellings.linking.copies.words import Numbers

Places = NDArray[np.uint32]


class Found(NamedTuple):
    """What was found: a position in the shingles asked for and an article that has it, pair by pair.

    ``common`` marks the shingles that too many articles have.
    """

    positions: NDArray[np.intp]
    articles: Places
    common: NDArray[np.bool_]


_GROWTH = 4  # a run is merged with the one before it unless that is this many times longer


class Postings:
    """Shingles and the articles that have them (numbered in the order of arrival)."""

    def __init__(self) -> None:
        self._runs: list[tuple[Numbers, Places]] = []

    def add(self, shingles: Numbers, articles: Places) -> None:
        """Shingles, which are to be sorted, each with the number of its article beside it."""
        if not len(shingles):
            return
        run = (shingles, articles)
        while self._runs and len(self._runs[-1][0]) < _GROWTH * len(run[0]):
            run = _merged(self._runs.pop(), run)
        self._runs.append(run)

    def find(self, shingles: Numbers, *, most: int) -> Found:
        """The articles that have the shingles, which are to be sorted: in order they are found three times as fast.

        A shingle that more than ``most`` articles have tells nothing of any: it is named in ``common`` and no more.
        """
        spans = [_span(known, shingles) for known, _ in self._runs]
        common = sum((count for _, count in spans), start=np.zeros(len(shingles), dtype=np.intp)) > most
        positions: list[NDArray[np.intp]] = [np.zeros(0, dtype=np.intp)]
        articles: list[Places] = [np.zeros(0, dtype=np.uint32)]
        for (first, count), (_, owners) in zip(spans, self._runs, strict=True):
            near = np.flatnonzero((count > 0) & ~common)
            first, count = first[near], count[near]
            offsets = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count)
            positions.append(np.repeat(near, count))
            articles.append(owners[np.repeat(first, count) + offsets])
        return Found(np.concatenate(positions), np.concatenate(articles), common)


def _span(known: Numbers, shingles: Numbers) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Where each shingle begins in a sorted run, and how often it stands there."""
    first = np.searchsorted(known, shingles, side="left")
    count = np.zeros(len(shingles), dtype=np.intp)
    # most shingles of an article stand in no other: the end is looked up for those that are there
    there = np.flatnonzero(known[np.minimum(first, len(known) - 1)] == shingles)
    count[there] = np.searchsorted(known, shingles[there], side="right") - first[there]
    return first, count


def _merged(one: tuple[Numbers, Places], other: tuple[Numbers, Places]) -> tuple[Numbers, Places]:
    shingles = np.concatenate((one[0], other[0]))
    order = np.argsort(shingles, kind="stable")
    return shingles[order], np.concatenate((one[1], other[1]))[order]
