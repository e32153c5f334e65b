"""The index of near-copies: rows of shingles, who meets whom, and that large families and orders of arrival change nothing."""

from __future__ import annotations

import random
from collections import Counter
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from by_hand import article
from tellings.linking.copies import CopyIndex, families, words_in
from tellings.linking.copies.meeting import counted, pairs_in, recurring_in
from tellings.linking.copies.postings import Postings, article_in, rows_of, shingle_in
from tellings.values import Article, Span

LETTERS = "abcdefghijklmnopqrstuvwxyz"

articles_of_shingles = st.lists(st.lists(st.integers(0, 40), max_size=12), min_size=1, max_size=12)
"""Some articles, each by its shingles."""


def filled(articles: list[list[int]], batch: int) -> Postings:
    postings = Postings()
    for start in range(0, len(articles), batch):
        some = [np.array(each, dtype=np.uint32) for each in articles[start : start + batch]]
        postings.add(rows_of(some, start))
    return postings


def words(seed: int, count: int) -> list[str]:
    rng = random.Random(seed)
    return ["".join(rng.choices(LETTERS, k=6)) for _ in range(count)]


def edited(text: list[str], seed: int) -> str:
    """The text as a desk prints it: a few words of its own, and now and then without its end."""
    rng = random.Random(seed)
    kept = text[: rng.choice([len(text), len(text), len(text) // 2])]
    return " ".join(f"own{seed}" if rng.random() < 0.02 else word for word in kept)


def archive() -> dict[str, Article]:
    """A text that a hundred and twenty outlets print, edited, and a line that stands under two hundred and fifty other articles."""
    wire, line = words(1, 120), " ".join(words(2, 30))
    made = {f"wire{number}": article(f"Outlet {number}", edited(wire, number)) for number in range(120)}
    for number in range(250):
        own = " ".join(words(1000 + number, 40))
        made[f"own{number}"] = article(f"Outlet {number % 7}", f"{own}\n{line}")
    return made


@given(articles_of_shingles, st.integers(1, 4), st.integers(1, 9))
def test_rows_that_repeat_come_once_and_in_order(articles: list[list[int]], batch: int, size: int):
    """However the articles came, the parts are the rows of what several have, sorted, and no shingle is in two parts."""
    parts = list(filled(articles, batch).repeated(size=size))
    whole = np.concatenate(parts)
    rows = list(zip(shingle_in(whole).tolist(), article_in(whole).tolist(), strict=True))
    all_rows = {(shingle, number) for number, each in enumerate(articles) for shingle in each}
    times = Counter(shingle for shingle, _ in all_rows)
    assert rows == sorted((shingle, number) for shingle, number in all_rows if times[shingle] > 1)
    shingles = [set(shingle_in(part).tolist()) for part in parts]
    assert sum(map(len, shingles)) == len(set().union(*shingles))


@given(articles_of_shingles, st.integers(1, 4), st.sets(st.integers(0, 45)))
def test_rows_of_some_shingles_are_found(articles: list[list[int]], batch: int, asked: set[int]):
    """A shingle that is asked for is told with every article that has it, once."""
    found = filled(articles, batch).of(np.array(sorted(asked), dtype=np.uint32), most=20)
    rows = list(zip(shingle_in(found).tolist(), article_in(found).tolist(), strict=True))
    expected = {(each, number) for number, shingles in enumerate(articles) for each in shingles if each in asked}
    assert rows == sorted(expected)


@given(articles_of_shingles, st.integers(1, 9))
def test_who_meets_whom_is_counted(articles: list[list[int]], size: int):
    """Two articles meet as often as they have shingles in common; those that meet once are left out."""
    met = [pairs_in(rows, len(articles)) for rows in filled(articles, 3).repeated(size=size)]
    ones, others, times = (each.tolist() for each in counted(met, len(articles)))
    found = dict(zip(zip(ones, others, strict=True), times, strict=True))
    both = combinations(enumerate(map(set, articles)), 2)
    common = {(one, other): len(mine & theirs) for (one, mine), (other, theirs) in both}
    assert found == {pair: count for pair, count in common.items() if count > 1}


@given(articles_of_shingles, st.lists(st.integers(0, 2), min_size=12, max_size=12))
def test_a_line_of_an_outlet_recurs_in_four_of_its_articles(articles: list[list[int]], outlets: list[int]):
    """A shingle recurs where four articles of one outlet have it, and in no other case as long as few have it."""
    found = [recurring_in(rows, np.array(outlets)) for rows in filled(articles, 3).repeated()]
    times = Counter((shingle, outlets[number]) for number, each in enumerate(articles) for shingle in set(each))
    assert np.concatenate(found).tolist() == sorted({shingle for (shingle, _), count in times.items() if count >= 4})


@pytest.mark.parametrize("seed", range(4))
def test_common_shingles_do_not_bring_in_the_order_of_arrival(seed: int):
    """With a text and a line that hundreds print, the copies are the same in any order."""
    articles = list(archive().items())
    expected, shuffled = CopyIndex(), CopyIndex()
    expected.add_all(articles)
    random.Random(seed).shuffle(articles)
    half = len(articles) // 2
    shuffled.add_all(articles[:half])
    shuffled.copies()
    shuffled.add_all(articles[half:])
    assert shuffled.copies() == expected.copies()
    assert families(expected.copies()) == (tuple(sorted(f"wire{number}" for number in range(120))),)


@pytest.mark.parametrize("printings", [101, 260])
def test_a_text_that_hundreds_print_is_one_family(printings: int):
    """However many print a text, each of them is of its family, one by one or all at once."""
    text = words(3, 150)
    made = {f"{number:03d}": article(f"Outlet {number}", edited(text, number)) for number in range(printings)}
    index = CopyIndex()
    index.add_all(made.items())
    assert families(index.copies()) == (tuple(sorted(made)),)


def test_what_is_told_at_once_is_what_is_told_of_all():
    """Of each article, what is told when it comes is what ``copies`` says of it just then."""
    text, index = words(4, 90), CopyIndex()
    cuts = [text, text[:40], words(5, 90), text[30:] + words(6, 20), words(6, 50), text]
    for number, cut in enumerate(cuts):
        told = index.add(str(number), article("ABC"[number % 3], " ".join(cut)))
        assert told == tuple(copy for copy in index.copies() if str(number) in (copy.shorter, copy.longer))


def test_an_index_with_nothing_in_it_has_no_copies():
    """No articles, and articles without a word, make no near-copies."""
    index = CopyIndex()
    assert index.copies() == ()
    assert index.add("a", Article("a", "", "", ())) == ()
    assert index.copies() == ()


@given(st.lists(st.text(LETTERS, min_size=1, max_size=9), min_size=2, unique=True))
def test_other_words_have_other_numbers(made: list[str]):
    """Words of other letters, or of the same in another order, are told apart."""
    text = " ".join(made)
    assert len(set(words_in(text, [Span(0, len(text))]).numbers.tolist())) == len(made)


def test_a_word_has_one_number_however_far_on_it_stands():
    """In a text of a million characters the last word is as the first."""
    text = "ferry " * 170_000
    assert len(set(words_in(text, [Span(0, len(text))]).numbers.tolist())) == 1


def test_a_book_is_compared_as_well():
    """A text of a hundred thousand words, and a chapter of it, are near-copies like others."""
    rng = random.Random(7)
    book = ["".join(rng.choices(LETTERS, k=5)) for _ in range(100_000)]
    index = CopyIndex()
    index.add_all([("book", article("A", " ".join(book))), ("chapter", article("B", " ".join(book[40_000:50_000])))])
    assert [(copy.shorter, copy.longer, copy.share) for copy in index.copies()] == [("chapter", "book", 1.0)]
