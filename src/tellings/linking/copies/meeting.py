"""Which articles meet, and in which shingles that prove nothing: what the rows of an index tell by themselves.

Two articles meet in every shingle that both have. Of a shingle that more than a hundred
have, not all pairs are told, or phrases of the trade would make more of them than all copies
together: each article is told with the next longer one and with the longest. So a text that
hundreds of outlets print is still found whole, cut after cut. What meets depends on the
rows alone, not on the order in which the articles came.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from tellings.linking.copies.postings import Rows, article_in, begins, shingle_in
from tellings.linking.copies.words import Shingles

Articles = NDArray[np.intp]
Pairs = NDArray[np.unsignedinteger]
"""Pairs of articles: the lower number times the count of all articles, and the higher number added."""

COMMON = 200
"""Articles that have a shingle; of more it proves nothing."""

_PAIRED = 100  # articles of a shingle that all meet one another
_RECURS = 4  # articles of one outlet in which a line stands that is the outlet's, not the article's
_BANDS = 4  # pairs are counted in so many parts, one after the other, as all at once would take twice the memory


def pairs_in(rows: Rows, count: int, ranks: Articles | None = None) -> Pairs:
    """The pairs among so many articles that meet, once for every shingle that they have in common.

    ``ranks`` tells each article's place in the order of length; without it, a shingle that more than a hundred have tells
    of none.
    """
    sizes = _sizes(rows)
    met = list(_together(rows[(sizes > 1) & (sizes <= _PAIRED)]))
    if ranks is not None:
        met.extend(_neighbours(rows[sizes > _PAIRED], ranks))
    kind = np.min_scalar_type(count * count)  # of tens of thousands of articles, pairs take half as much memory
    pairs = [np.minimum(one, other) * count + np.maximum(one, other) for one, other in met]
    return np.concatenate([np.zeros(0, dtype=kind), *(each.astype(kind) for each in pairs)])


def counted(met: Sequence[Pairs], count: int) -> tuple[Articles, Articles, NDArray[np.intp]]:
    """Of the pairs that meet more than once: lower number, higher number, how often."""
    found = [_times([each[each % _BANDS == band] for each in met]) for band in range(_BANDS)]
    pairs, times = np.concatenate([each for each, _ in found]), np.concatenate([each for _, each in found])
    return pairs // max(count, 1), pairs % max(count, 1), times


def _times(met: Sequence[Pairs]) -> tuple[Articles, NDArray[np.intp]]:
    whole = np.concatenate(met)
    whole.sort()
    single = begins(whole)
    single[:-1] &= single[1:]
    repeated = whole[~single].astype(np.intp)  # most are met once: they are left out before anything is made of them
    edges = np.flatnonzero(begins(repeated))
    return repeated[edges], np.diff(edges, append=len(repeated))


def recurring_in(rows: Rows, outlets: Articles) -> Shingles:
    """The shingles, in order, that stand in several articles of one outlet, or in very many of any."""
    sizes = _sizes(rows)
    several = rows[(sizes >= _RECURS) & (sizes <= COMMON)]
    shingles = shingle_in(several)
    groups = np.cumsum(begins(shingles)) * (int(outlets.max(initial=0)) + 1) + outlets[article_in(several)]
    order = np.argsort(groups, kind="stable")
    groups, shingles = groups[order], shingles[order]
    of_one_outlet = shingles[_RECURS - 1 :][groups[_RECURS - 1 :] == groups[: 1 - _RECURS]]
    return np.unique(np.concatenate((of_one_outlet, shingle_in(rows[sizes > COMMON]))))


def _sizes(rows: Rows) -> NDArray[np.intp]:
    """For each row, how many rows its shingle has."""
    edges = np.flatnonzero(begins(shingle_in(rows)))
    sizes = np.diff(edges, append=len(rows))
    return np.repeat(sizes, sizes)


def _together(rows: Rows) -> Iterator[tuple[Articles, Articles]]:
    """All pairs of articles that have a shingle in common: those that stand one row apart, then two, and so on."""
    shingles, articles = shingle_in(rows), article_in(rows)
    places = np.arange(len(rows))
    for distance in range(1, _PAIRED):
        places = places[: np.searchsorted(places, len(rows) - distance)]
        places = places[shingles[places] == shingles[places + distance]]
        if not len(places):
            return
        yield articles[places], articles[places + distance]


def _neighbours(rows: Rows, ranks: Articles) -> Iterator[tuple[Articles, Articles]]:
    """Of the articles that have a shingle, each with the next longer one, and with the longest."""
    shingles, articles = shingle_in(rows), article_in(rows)
    order = np.lexsort((ranks[articles], shingles))
    shingles, articles = shingles[order], articles[order]
    ends = np.flatnonzero(begins(shingles[::-1])[::-1])
    longest = np.repeat(articles[ends], np.diff(ends, prepend=-1))
    inner = np.flatnonzero(shingles[1:] == shingles[:-1])
    further = inner[articles[inner + 1] != longest[inner]]
    yield articles[inner], articles[inner + 1]
    yield articles[further], longest[further]
