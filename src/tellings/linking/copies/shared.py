"""What two articles have in common: the stretches of words that stand in both, and how much of each they are.

Order does not matter (desks move paragraphs about) and neither do small changes: a stretch
goes on over a few words of one's own, as house style puts "U.S." for "US" and "Jan." for
"January". Stretches of a few words are chance. Many pairs are measured at once, each
with two sides: the shingles of all sides stand one behind the other, with room between
them over which no stretch goes on.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tellings.linking.copies.postings import begins
from tellings.linking.copies.words import SHINGLE, Shingles

_GAP = 6  # words of one's own over which a stretch goes on
_STRETCH = 8  # words; fewer are chance
_ROOM = _GAP + SHINGLE  # words between two sides

Mask = NDArray[np.bool_]
Places = NDArray[np.intp]
Stretches = tuple[tuple[int, int], ...]
"""Runs of words by their numbers, half open."""


@dataclass(frozen=True, slots=True)
class Side:
    """One article's part of what two have in common.

    ``words`` is how many words in them stand in the other
    article as well, and ``length`` how many words the article has.
    """

    stretches: Stretches
    words: int
    length: int

    @property
    def share(self) -> float:
        """The share of the article's words that stand in the other one (containment, Broder 1997)."""
        return self.words / self.length if self.length else 0.0

    @property
    def covered(self) -> int:
        """How many words lie in the stretches, those of one's own within them included."""
        return sum(last - first for first, last in self.stretches)


@dataclass(frozen=True, slots=True)
class Sides:
    """The sides of many pairs, the shorter article's and then the longer one's: a row each.

    ``firsts``, ``lasts`` and ``of`` tell the stretches: from which word to before which other, of which side.
    ``words`` and ``lengths`` are as in ``Side``, ``begins`` is the word with which the first stretch begins.
    """

    firsts: Places
    lasts: Places
    of: Places
    words: Places
    lengths: Places
    begins: Places

    @property
    def shares(self) -> NDArray[np.float64]:
        """The share of each side's words that stand in the other one."""
        return self.words / np.maximum(self.lengths, 1)

    def each(self) -> list[Side]:
        """Them one by one."""
        stretches = list(zip(self.firsts.tolist(), self.lasts.tolist(), strict=True))
        bounds = np.searchsorted(self.of, np.arange(len(self.lengths) + 1)).tolist()
        counts = zip(self.words.tolist(), self.lengths.tolist(), strict=True)
        return [
            Side(tuple(stretches[first:last]), words, length)
            for (first, last), (words, length) in zip(itertools.pairwise(bounds), counts, strict=True)
        ]


class Shared:
    """What some pairs of articles have in common, given by their shingles: the shorter one of each pair first.

    A few hundred pairs at once, or there are no bits for their numbers beside those of the shingles.
    """

    def __init__(self, pairs: Sequence[tuple[Shingles, Shingles]]) -> None:
        counts = np.array([len(one) for pair in pairs for one in pair])
        self._lengths = np.where(counts, counts + SHINGLE - 1, 0)
        self._starts = np.cumsum(counts + _ROOM) - counts - _ROOM
        self._sides = np.repeat(np.arange(len(counts)), counts)
        self._at = np.arange(len(self._sides)) + self._sides * _ROOM
        """For each shingle, its side and its place."""
        self._size = int((counts + _ROOM).sum())
        self._found = self._in_both(np.concatenate([one for pair in pairs for one in pair]))

    def _in_both(self, shingles: Shingles) -> Mask:
        """Which of the shingles stand in both articles of their pair."""
        bits = np.uint64(len(shingles).bit_length())
        pairs = self._sides.astype(np.uint64) >> np.uint64(1)
        keys = (pairs << np.uint64(32) | shingles) << bits | np.arange(len(shingles), dtype=np.uint64)
        keys.sort()
        places = (keys & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.intp)
        keys >>= bits
        edges = np.flatnonzero(begins(keys))
        sizes = np.diff(edges, append=len(keys))
        # of equal shingles those of the shorter article come first
        sides = self._sides[places]
        both = sides[edges] != sides[edges + sizes - 1]
        found = np.zeros(len(shingles), dtype=bool)
        found[places] = np.repeat(both, sizes)
        return found

    def sides(self, furniture: Sequence[Mask] | None = None) -> Sides:
        """Both sides of each pair; ``furniture`` marks of each side shingles that do not count in the shorter articles."""
        chosen = self._found
        if furniture is not None:
            chosen = chosen & ~(np.concatenate(furniture) & (self._sides % 2 == 0))
        at = self._at[chosen]
        breaks = np.flatnonzero(np.diff(at) > _GAP + SHINGLE - 1)
        firsts = at[np.concatenate(([0], breaks + 1))[: len(at)]]
        lasts = at[np.concatenate((breaks, [len(at) - 1]))[: len(at)]] + SHINGLE
        long = lasts - firsts >= _STRETCH
        firsts, lasts = firsts[long], lasts[long]
        of = np.searchsorted(self._starts, firsts, side="right") - 1
        inside = _counted(self._covered(at, at + SHINGLE))
        words = np.zeros_like(self._lengths)
        np.add.at(words, of, inside[lasts] - inside[firsts])
        firsts, lasts = firsts - self._starts[of], lasts - self._starts[of]
        first = self._lengths.copy()
        first[of[::-1]] = firsts[::-1]  # that of the first stretch is set last
        return Sides(firsts, lasts, of, words, self._lengths, first)

    def own(self, sides: Sides, furniture: Sequence[Mask]) -> Places:
        """How many words of each side stand neither in a stretch nor in a line that recurs in its outlet."""
        starts = self._starts[sides.of]
        taken = self._covered(sides.firsts + starts, sides.lasts + starts)
        recurs = self._at[np.concatenate(furniture)]
        taken |= self._covered(recurs, recurs + SHINGLE)
        free = _counted(~taken)
        counts: Places = free[self._starts + self._lengths] - free[self._starts]
        return counts

    def _covered(self, firsts: Places, lasts: Places) -> Mask:
        """Which words lie in some of the runs; no two begin, and no two end, at one word."""
        change = np.zeros(self._size + 1, dtype=np.int32)
        change[firsts] += 1
        change[lasts] -= 1
        covered: Mask = np.cumsum(change[:-1]) > 0
        return covered


def _counted(mask: Mask) -> Places:
    """How many are marked before each place."""
    counted = np.zeros(len(mask) + 1, dtype=np.intp)
    np.cumsum(mask, out=counted[1:])
    return counted
