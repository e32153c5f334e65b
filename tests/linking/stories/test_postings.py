"""Postings find what shares a word, whichever way they look."""

from __future__ import annotations

from unittest import mock

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.linking.stories import postings as postings_module
from tellings.linking.stories.postings import Postings

ARTICLE = st.tuples(
    st.sampled_from([0, 5, 6, 7]),
    st.dictionaries(st.integers(0, 1 << 20).map(lambda n: n & ~0xE), st.integers(1, 17_000), max_size=8),
)


def arrays(words: dict[int, int]) -> tuple[np.ndarray, np.ndarray]:
    return np.array(list(words), np.uint32), np.array(list(words.values()), np.float64)


@settings(deadline=None)  # a busy machine is no fault
@given(
    st.lists(ARTICLE, max_size=12),
    st.dictionaries(st.integers(0, 1 << 20).map(lambda n: n & ~0xE), st.integers(1, 17_000), max_size=8),
    st.sampled_from([1, 8, 1_000]),
)
def test_sums(articles: list[tuple[int, dict[int, int]]], asked: dict[int, int], new: int) -> None:
    """An article is found, with the sum of products of weights, if it shares a word; by days, if it is of one or of none.

    Whether its words were put in order already or not.
    """
    postings = Postings()
    with mock.patch.object(postings_module, "_NEW", new):
        for position, (day, words) in enumerate(articles):
            postings.add(position, day, *arrays(words))
    sums = {
        position: sum(asked[word] * weight for word, weight in words.items() if word in asked)
        for position, (_, words) in enumerate(articles)
        if asked.keys() & words.keys()
    }
    near = {position: total for position, total in sums.items() if articles[position][0] in {0, 5, 6}}
    for found, expected in (
        (postings.among_all(*arrays(asked)), sums),
        (postings.among_days(*arrays(asked), range(4, 7)), near),
    ):
        assert dict(zip(found[0].tolist(), found[1].tolist(), strict=True)) == expected
        assert found[0].tolist() == sorted(expected)
