"""An index of near-copies: give it articles as they come, and it tells which texts each one prints again.

All shingles of an article are looked up, and what is found so is compared shingle by
shingle. A sketch of fixed size would not do: a brief of two sentences has too few
shingles for one to meet it (MinHash with 64 bands finds a third of such briefs). An
article is compared with those alone that share a seventh of the shorter one's shingles with it.
"""

from __future__ import annotations

import itertools
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

import numpy as np

from tellings.linking.copies.judging import are_copies, may_be_copies
from tellings.linking.copies.meeting import COMMON, Articles, Pairs, counted, pairs_in, recurring_in
from tellings.linking.copies.postings import Postings, Rows, rows_of
from tellings.linking.copies.shared import Mask, Shared, Side
from tellings.linking.copies.words import Shingles, shingles, words_of
from tellings.values import Article

_NEAR = 0.15  # share of the shorter one's shingles that makes two articles worth comparing
_BATCH = 2048  # articles that are numbered and sorted at once
_PAIRS, _WORDS = 128, 1 << 18  # pairs, and words of them, that are compared at once: they stay in the processor's cache


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two articles overlap: the shorter one's side and the longer one's."""

    shorter: Side
    longer: Side


@dataclass(frozen=True, slots=True)
class NearCopy:
    """Two articles that print one text, by their keys: the shorter one, the longer one, and what of each is shared.

    ``own`` is how many words of the shorter and of the longer one are neither shared nor lines of its outlet.
    """

    shorter: str
    longer: str
    likeness: Likeness
    own: tuple[int, int]

    @property
    def share(self) -> float:
        """The share of the shorter article's words that stand in the longer one."""
        return self.likeness.shorter.share


class CopyIndex:
    """Which articles print one text. Keys are the caller's own names for articles; a key is given once.

    What is a copy depends on all articles (a line is an outlet's own once four articles have it), so ``add`` tells what
    is known by now, and ``copies`` judges all pairs anew: its answer depends on nothing but the articles, in whatever
    order they came. Of two that are as long, the one with the lower key is the shorter.
    """

    def __init__(self) -> None:
        self._keys: list[str] = []
        self._shingles: list[Shingles] = []
        self._lengths = array("q")
        """How many shingles each article has."""
        self._outlets = array("q")
        self._outlet_numbers: dict[str, int] = {}
        self._postings = Postings()

    def __len__(self) -> int:
        """How many articles."""
        return len(self._keys)

    def add(self, key: str, article: Article) -> tuple[NearCopy, ...]:
        """Take an article in; the near-copies of it among those that came before.

        Asked are the shingles that no more than a hundred articles have: ``copies`` alone asks all.
        """
        number = len(self)
        self._take([(key, article)])
        met = pairs_in(self._rows([number]), len(self))
        pairs = [pair for pair in self._worth_comparing([met]) if number in pair]
        rows = self._rows({each for pair in pairs for each in pair})
        return self._judged(pairs, recurring_in(rows, np.array(self._outlets)))

    def add_all(self, articles: Iterable[tuple[str, Article]]) -> None:
        """Take many articles in, which is quicker than one by one; ``copies`` tells what was found."""
        rest = iter(articles)
        while batch := list(itertools.islice(rest, _BATCH)):
            self._take(batch)

    def copies(self) -> tuple[NearCopy, ...]:
        """All near-copies among the articles, ordered by their keys; judged by all articles that there are."""
        outlets, ranks = np.array(self._outlets), self._ranks()
        surveyed = [
            (pairs_in(rows, len(self), ranks), recurring_in(rows, outlets)) for rows in self._postings.repeated()
        ]
        recurs = np.concatenate([each for _, each in surveyed])
        return self._judged(self._worth_comparing([met for met, _ in surveyed]), recurs)

    def _take(self, batch: Sequence[tuple[str, Article]]) -> None:
        start = len(self)
        for key, article in batch:
            self._keys.append(key)
            self._shingles.append(shingles(words_of(article)))
            self._lengths.append(len(self._shingles[-1]))
            outlet = article.outlet.value if article.outlet else ""
            self._outlets.append(self._outlet_numbers.setdefault(outlet, len(self._outlet_numbers)))
        self._postings.add(rows_of(self._shingles[start:], start))

    def _rows(self, articles: Iterable[int]) -> Rows:
        """The rows of the shingles of some articles."""
        wanted = [self._shingles[article] for article in sorted(articles)]
        return self._postings.of(np.concatenate([np.zeros(0, dtype=np.uint32), *wanted]), most=COMMON)

    def _ranks(self) -> Articles:
        """The place of each article in the order of length."""
        ranks = np.zeros(len(self), dtype=np.intp)
        ranks[sorted(range(len(self)), key=self._length)] = np.arange(len(self))
        return ranks

    def _length(self, article: int) -> tuple[int, str]:
        return self._lengths[article], self._keys[article]

    def _worth_comparing(self, met: Sequence[Pairs]) -> list[tuple[int, int]]:
        """The pairs that have enough in common, the shorter article first, in the order of their keys."""
        ones, others, counts = counted(met, len(self))
        lengths = np.array(self._lengths)
        near = counts >= _NEAR * np.minimum(lengths[ones], lengths[others])
        pairs = zip(ones[near].tolist(), others[near].tolist(), strict=True)
        ordered = [(one, other) if self._length(one) < self._length(other) else (other, one) for one, other in pairs]
        return sorted(ordered, key=lambda pair: (self._keys[pair[0]], self._keys[pair[1]]))

    def _judged(self, pairs: Sequence[tuple[int, int]], recurs: Shingles) -> tuple[NearCopy, ...]:
        """Those of the pairs that are near-copies, given the shingles that recur."""
        furniture = _Furniture(self._shingles, recurs)
        words = itertools.accumulate(self._lengths[one] + self._lengths[other] for one, other in pairs)
        batches = [(number // _PAIRS, total // _WORDS) for number, total in enumerate(words)]
        together = itertools.groupby(zip(batches, pairs, strict=True), key=itemgetter(0))
        return tuple(copy for _, batch in together for copy in self._of_batch([pair for _, pair in batch], furniture))

    def _of_batch(self, pairs: Sequence[tuple[int, int]], furniture: _Furniture) -> Iterator[NearCopy]:
        shared = Shared([(self._shingles[one], self._shingles[other]) for one, other in pairs])
        sides = shared.sides()
        likely = may_be_copies(sides)
        masks = [
            furniture.of(article) if may_be else furniture.none(article)
            for pair, may_be in zip(pairs, likely.tolist(), strict=True)
            for article in pair
        ]
        found = likely & are_copies(sides, shared.sides(masks))
        own = shared.own(sides, masks)
        made, words = sides.each(), own.tolist()
        for number in np.flatnonzero(found).tolist():
            one, other = (self._keys[article] for article in pairs[number])
            mine = slice(2 * number, 2 * number + 2)
            yield NearCopy(one, other, Likeness(*made[mine]), tuple(words[mine]))


class _Furniture:
    """Which shingles of each article are among those that recur, looked up once."""

    def __init__(self, shingles: Sequence[Shingles], recurs: Shingles) -> None:
        self._shingles = shingles
        self._recurs = recurs
        self._known: dict[int, Mask] = {}

    def of(self, article: int) -> Mask:
        if article not in self._known:
            mine = self._shingles[article]
            places = np.minimum(np.searchsorted(self._recurs, mine), len(self._recurs) - 1)
            self._known[article] = self._recurs[places] == mine if len(self._recurs) else self.none(article)
        return self._known[article]

    def none(self, article: int) -> Mask:
        return np.zeros(len(self._shingles[article]), dtype=bool)
