"""How much two wordings share: counted quickly, before anything is aligned."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from tellings.reading.lexicon import words as lexicon


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much a printing has in common with leading words: words in order, and the longest run without a gap.

    ``weight`` is the share of the printing's words, each by what it says, that are in common. Small words far from
    the longest run meet their like in any long text, and do not count; nor do any where there is no run.
    """

    common: int
    run: int
    weight: float


_NEAR = 8  # words beyond the printing's own length
_SOLID = 3  # words in one run, which count wherever they stand
_ALL = 0.9  # share of the words that must stand in another order
_SAID = 2  # words that carry meaning; a common saying is said in any order
_TELLING = 2.5  # what a word that carries meaning weighs beside a common one


def overlap(lead: Sequence[str], own: Sequence[str]) -> Overlap:
    """The words of a printing that stand in leading words in the same order, counted quickly. All are folded."""
    codes = [c for c in Indel.opcodes(lead, own) if c.tag == "equal"]
    if not codes:
        return Overlap(0, 0, 0.0)
    core = max(codes, key=lambda c: c.src_end - c.src_start)
    if core.src_end - core.src_start < min(_SOLID, len(own)):
        return Overlap(0, core.src_end - core.src_start, 0.0)  # most candidates end here: nothing but scattered words
    reach = len(own) + _NEAR
    near = [
        c
        for c in codes
        if c.src_end - c.src_start >= _SOLID
        or (c.src_end >= core.src_start - reach and c.src_start <= core.src_end + reach)
    ]
    common = sum(c.src_end - c.src_start for c in near)
    weights = [_TELLING if telling(word) else 1.0 for word in own]
    kept = sum(sum(weights[c.dest_start : c.dest_end]) for c in near)
    return Overlap(common, core.src_end - core.src_start, kept / sum(weights))


def reordered(lead: Sequence[str], own: Sequence[str]) -> bool:
    """Whether nearly all words of a printing stand in the leading ones, in pieces of another order."""
    ours, theirs = tuple(own), tuple(lead)
    if sum(map(telling, ours)) < _SAID:
        return False
    if (Counter(ours) & Counter(theirs)).total() < _ALL * len(ours) or len(ours) < 2 * _SOLID:
        return False
    runs = {theirs[i : i + _SOLID] for i in range(len(theirs) - _SOLID + 1)}
    found = sum(ours[i : i + _SOLID] in runs for i in range(len(ours) - _SOLID + 1))
    return found >= (len(ours) - _SOLID + 1) / 2


@functools.lru_cache(maxsize=65536)
def telling(word: str) -> bool:
    """Whether a folded word says something by itself."""
    return (len(word) > 3 and word not in lexicon("common")) or word[:1].isdigit()
