"""What two articles have in common: the stretches of words that stand in both, and how much of each they are.

Order does not matter (desks move paragraphs about) and neither do small changes: a stretch
goes on over a few words of one's own, as house style puts "U.S." for "US" and "Jan." for
"January". Stretches of a few words are chance.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tellings.linking.copies.words import SHINGLE, Numbers

_GAP = 6  # words of one's own over which a stretch goes on
_STRETCH = 8  # words; fewer are chance

Mask = NDArray[np.bool_]
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

    @property
    def first(self) -> int:
        """The word with which the first stretch begins; the article's length if there is none."""
        return self.stretches[0][0] if self.stretches else self.length


def own(length: int, stretches: Stretches, furniture: Mask) -> int:
    """How many of an article's words stand neither in a stretch nor in a line that recurs in its outlet."""
    free = np.ones(length, dtype=bool)
    for first, last in stretches:
        free[first:last] = False
    recurs = np.flatnonzero(furniture)
    for place in range(SHINGLE):
        free[recurs + place] = False
    return int(free.sum())


def side(mine: Numbers, theirs: Numbers, passed: Mask | None = None) -> Side:
    """What of an article, given by its shingles, stands in another; ``passed`` marks shingles that do not count."""
    length = len(mine) + SHINGLE - 1 if len(mine) else 0
    known = np.sort(theirs)
    found = known[np.minimum(np.searchsorted(known, mine), len(known) - 1)] == mine
    if passed is not None:
        found &= ~passed
    at = np.flatnonzero(found)
    if not len(at):
        return Side((), 0, length)
    breaks = np.flatnonzero(np.diff(at) > _GAP + SHINGLE - 1)
    firsts = at[np.concatenate(([0], breaks + 1))]
    lasts = at[np.concatenate((breaks, [len(at) - 1]))] + SHINGLE
    long = lasts - firsts >= _STRETCH
    covered = np.zeros(length + 1, dtype=np.int64)
    np.add.at(covered, at, 1)
    np.add.at(covered, at + SHINGLE, -1)
    inside = np.concatenate(([0], np.cumsum(np.cumsum(covered[:-1]) > 0)))
    words = int((inside[lasts[long]] - inside[firsts[long]]).sum())
    return Side(tuple(zip(firsts[long].tolist(), lasts[long].tolist(), strict=True)), words, length)
