"""An index of near-copies: give it articles as they come, and it tells which texts each one prints again.

Looked up are all shingles of an article's opening, where briefs are cut from, and every
second of the rest; what is found so is compared shingle by shingle. A sketch of fixed size
would not do: a brief of two sentences has too few shingles for one to meet it (MinHash
with 64 bands finds a third of such briefs). An article is
compared with those alone that share a seventh of the shorter one's shingles with it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tellings.linking.copies.judging import Likeness, likeness
from tellings.linking.copies.postings import Postings
from tellings.linking.copies.shared import Mask, own
from tellings.linking.copies.words import Numbers, shingles, words_of
from tellings.values import Article

_MOST = 200  # articles that have a shingle; of more it tells nothing
_NEAR = 0.15  # share of the shorter one's shingles (of those looked up) that makes two articles worth comparing
_FEWEST = 2  # shingles in common, likewise
_OPENING = 48  # shingles of the opening, all of which are looked up
_EVERY = np.uint64(2)  # of the others those are looked up whose number is divided by this
_RECURS = 4  # articles of one outlet in which a line stands that is the outlet's, not the article's
_BATCH = 2048  # articles that are numbered and sorted at once


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

    What is a copy may depend on what came before (a line is an outlet's own once four articles have it), so
    ``copies`` judges all pairs by all articles: its answer is the same in any order of arrival, as long as no shingle that
    two have in common stands in hundreds of articles. Of two that are as long, the one with the lower key is the shorter.
    """

    def __init__(self) -> None:
        self._keys: list[str] = []
        self._shingles: list[Numbers] = []
        self._counts: list[int] = []
        """How many shingles of each article are looked up."""
        self._outlets: list[int] = []
        self._outlet_numbers: dict[str, int] = {}
        self._postings = Postings()
        self._pairs: list[tuple[int, int]] = []

    def __len__(self) -> int:
        """How many articles."""
        return len(self._keys)

    def add(self, key: str, article: Article) -> tuple[NearCopy, ...]:
        """Take an article in; the near-copies of it among those that came before."""
        known = len(self._pairs)
        self._take([(key, article)])
        return tuple(self._judged(self._pairs[known:]))

    def add_all(self, articles: Iterable[tuple[str, Article]]) -> None:
        """Take many articles in, which is quicker than one by one; ``copies`` tells what was found."""
        rest = iter(articles)
        while batch := list(itertools.islice(rest, _BATCH)):
            self._take(batch)

    def copies(self) -> tuple[NearCopy, ...]:
        """All near-copies among the articles, ordered by their keys; judged by all articles that there are."""
        found = self._judged(self._pairs)
        return tuple(sorted(found, key=lambda copy: (copy.shorter, copy.longer)))

    def _take(self, batch: Sequence[tuple[str, Article]]) -> None:
        """Number the articles of a batch, and note which pairs are worth comparing."""
        start = len(self._keys)
        for key, article in batch:
            self._keys.append(key)
            self._shingles.append(shingles(words_of(article)))
            outlet = article.outlet.value if article.outlet else ""
            self._outlets.append(self._outlet_numbers.setdefault(outlet, len(self._outlet_numbers)))
        made = [one[_looked_up(one)] for one in self._shingles[start:]]
        self._counts += [len(one) for one in made]
        whole = np.concatenate(made)
        owners = np.repeat(np.arange(start, len(self._keys), dtype=np.uint32), self._counts[start:])
        order = np.argsort(whole, kind="stable")
        whole, owners = whole[order], owners[order]
        self._postings.add(whole, owners)
        found = self._postings.find(whole, most=_MOST)
        articles = owners[found.positions]
        earlier = found.articles < articles
        self._pairs += self._near(articles[earlier], found.articles[earlier])

    def _near(self, articles: NDArray[np.uint32], others: NDArray[np.uint32]) -> list[tuple[int, int]]:
        """The pairs of articles, met once for each shingle in common, that have enough of them; shorter one first."""
        met, counts = np.unique(articles.astype(np.uint64) << np.uint64(32) | others, return_counts=True)
        near = []
        for pair, count in zip(met[counts >= _FEWEST].tolist(), counts[counts >= _FEWEST].tolist(), strict=True):
            one, other = pair >> 32, pair & 0xFFFFFFFF
            one, other = sorted((one, other), key=lambda each: (len(self._shingles[each]), self._keys[each]))
            if count >= _NEAR * self._counts[one]:
                near.append((one, other))
        return near

    def _judged(self, pairs: Sequence[tuple[int, int]]) -> Iterator[NearCopy]:
        for start in range(0, len(pairs), _BATCH):
            some = pairs[start : start + _BATCH]
            furniture = self._furniture(sorted({article for pair in some for article in pair}))
            for pair in some:
                shorter, longer = pair
                found = likeness(self._shingles[shorter], self._shingles[longer], furniture[shorter])
                if found:
                    sides = zip((found.shorter, found.longer), pair, strict=True)
                    words = tuple(own(side.length, side.stretches, furniture[article]) for side, article in sides)
                    yield NearCopy(self._keys[shorter], self._keys[longer], found, (words[0], words[1]))

    def _furniture(self, articles: Sequence[int]) -> dict[int, Mask]:
        """Which shingles of the articles stand in several articles of one outlet, or in very many of any.

        Of those that are not looked up, the ones between two such.
        """
        places = [np.flatnonzero(_looked_up(self._shingles[article])) for article in articles]
        whole = np.concatenate([self._shingles[article][at] for article, at in zip(articles, places, strict=True)])
        order = np.argsort(whole, kind="stable")
        recurs = np.empty(len(whole), dtype=bool)
        recurs[order] = self._recur(whole[order])
        bounds = np.cumsum([len(at) for at in places])[:-1]
        return {
            article: _between(len(self._shingles[article]), at, found)
            for article, at, found in zip(articles, places, np.split(recurs, bounds), strict=True)
        }

    def _recur(self, shingles: Numbers) -> Mask:
        """Which of the shingles, given in order, stand in several articles of one outlet, or in very many of any."""
        found = self._postings.find(shingles, most=_MOST)
        often = np.bincount(found.positions, minlength=len(shingles))[found.positions] >= _RECURS
        met = _distinct(found.positions[often] * len(self._keys) + found.articles[often])
        outlets = np.asarray(self._outlets)[met % len(self._keys)]
        count = len(self._outlet_numbers)
        places, times = np.unique(met // len(self._keys) * count + outlets, return_counts=True)
        recurs = found.common.copy()
        recurs[places[times >= _RECURS] // count] = True
        return recurs


def _looked_up(shingles: Numbers) -> Mask:
    """Which shingles of an article stand in the index."""
    chosen: Mask = shingles % _EVERY == 0
    chosen[:_OPENING] = True
    return chosen


def _between(length: int, places: NDArray[np.intp], marked: Mask) -> Mask:
    """A mask that is told at some places, for all: true from one marked place to the next that is marked."""
    if not marked.any():
        return np.zeros(length, dtype=bool)
    mask: Mask = np.interp(np.arange(length), places, marked.astype(float)) == 1.0
    return mask


def _distinct(numbers: NDArray[np.intp]) -> NDArray[np.intp]:
    """Each number once; ``np.unique`` hashes, which takes twenty times as long on numbers as regular as these."""
    numbers = np.sort(numbers)
    return numbers[np.concatenate(([True], numbers[1:] != numbers[:-1]))] if len(numbers) else numbers
