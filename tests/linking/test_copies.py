"""Near-copies: what is a copy of what, which was there first, and that the order of arrival does not matter."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from by_hand import article
from tellings.linking.copies import CopyIndex, NearCopy, earlier, families, words_in
from tellings.values import Article, Known, Published, Span

WORDS = """harbour ferry pier captain board village wreck hour pump year yard town morning crew mast anchor lantern rope
tide gull storm cliff sand chart net oar deck keel sail mate port quay buoy shoal reef bell signal coast island bay
told went came found lost kept built broke sold bought heard saw left took gave held sent paid met""".split()


def text(seed: int, paragraphs: int = 8, words: int = 45) -> str:
    """A text of made-up sentences that shares no run of words with that of another seed."""
    rng = random.Random(seed)
    return "\n".join(
        " ".join(rng.choice(WORDS) + rng.choice(["", "s", "ing"]) for _ in range(words)).capitalize() + "."
        for _ in range(paragraphs)
    )


def outlet(name: str, words: str) -> Article:
    return article(name, words)


def found(*articles: Article) -> list[tuple[str, str]]:
    index = CopyIndex()
    index.add_all((str(number), one) for number, one in enumerate(articles))
    return [(copy.shorter, copy.longer) for copy in index.copies()]


def pair(one: Article, other: Article) -> tuple[NearCopy, Article, Article]:
    """Two near-copies, the shorter one first."""
    index = CopyIndex()
    index.add_all([("0", one), ("1", other)])
    (copy,) = index.copies()
    both = (one, other)
    return copy, both[int(copy.shorter)], both[int(copy.longer)]


def paragraphs(words: str, *chosen: int) -> str:
    lines = words.split("\n")
    return "\n".join(lines[number] for number in chosen)


@pytest.mark.parametrize(
    ("made", "case"),
    [
        (text(1), "the whole"),
        (paragraphs(text(1), 0, 1), "the first two paragraphs"),
        (" ".join(text(1).split()[:16]), "a brief of a line"),
        (paragraphs(text(1), 0, 2, 1, 4), "paragraphs dropped and moved"),
        (paragraphs(text(1), 0, 1, 2) + "\n" + paragraphs(text(9), 3, 4), "half of it another's"),
        (text(1).replace("ferry", "ship").replace("told", "said"), "words of the house's style"),
        (text(1).upper(), "in capitals"),
    ],
)
def test_a_copy_is_found_whatever_a_desk_did_to_it(made: str, case: str):
    """A copy, a cut and a brief are found, and nothing else is."""
    assert len(found(outlet("A", text(1)), outlet("B", text(2)), outlet("C", made))) == 1, case


def test_a_paragraph_in_common_is_no_copy():
    """A long piece that quotes one paragraph of another is a text of its own."""
    assert not found(outlet("A", text(1)), outlet("B", paragraphs(text(2), 0, 1, 2) + "\n" + paragraphs(text(1), 5)))


def test_lines_of_an_outlet_make_no_copies():
    """Short pieces that begin and end with the lines that the outlet prints everywhere are texts of their own."""
    line = "Sign in to the harbour desk and read all that we print of ferries and of piers each day of the week."
    pieces = [outlet("A", f"{line}\n{text(seed, paragraphs=1, words=30)}") for seed in range(10, 16)]
    assert found(*pieces) == []


@given(st.permutations(range(6)))
def test_the_order_of_arrival_does_not_matter(order: list[int]):
    """The same articles give the same copies, one by one or all at once, in any order."""
    made = [text(1), paragraphs(text(1), 0, 1), text(2), paragraphs(text(2), 0, 3, 4), text(1), paragraphs(text(1), 0)]
    articles = {str(number): outlet("ABC"[number % 3], words) for number, words in enumerate(made)}
    whole, single = CopyIndex(), CopyIndex()
    whole.add_all(articles.items())
    for number in order:
        single.add(str(number), articles[str(number)])
    expected = [(copy.shorter, copy.longer) for copy in whole.copies()]
    assert [(copy.shorter, copy.longer) for copy in single.copies()] == expected
    assert set(expected) >= {("1", "0"), ("3", "2"), ("0", "4"), ("5", "0")}


def test_what_arrives_is_told_of_its_copies_at_once():
    """An article that is added is answered with the near-copies that came before it."""
    index = CopyIndex()
    assert index.add("long", outlet("A", text(1))) == ()
    (copy,) = index.add("brief", outlet("B", paragraphs(text(1), 0, 1)))
    assert (copy.shorter, copy.longer, round(copy.share, 2)) == ("brief", "long", 1.0)


def test_cuts_that_share_nothing_are_one_family_through_what_they_were_cut_from():
    """Two cuts of one article, and nothing else, are its family."""
    index = CopyIndex()
    made = {"a": text(1), "b": paragraphs(text(1), 0, 1, 2), "c": paragraphs(text(1), 4, 5, 6), "d": text(2)}
    index.add_all((key, outlet(key, words)) for key, words in made.items())
    assert families(index.copies()) == (("a", "b", "c"),)


def dated(one: Article, day: str) -> Article:
    return replace(one, published=Published(day, day, "given"))


def test_the_earlier_day_goes_before_all_else():
    """A short text that was printed a day before the long one was there first."""
    copy, shorter, longer = pair(outlet("A", text(1)), outlet("B", paragraphs(text(1), 0, 1, 2)))
    first = earlier(copy, dated(shorter, "2031-05-02"), dated(longer, "2031-05-03"))
    assert first is not None
    assert (first.which, first.reason) == (0, "it was printed on an earlier day")


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (text(1), paragraphs(text(1), 0, 1, 2), "fuller text"),
        (text(1), "ORRIN (Harbour Wire) — " + text(1), "credits Harbour Wire"),
        (text(1), "ORRIN (Sea Press) — " + text(1), "bears a credit, to Sea Press"),
    ],
)
def test_the_words_tell_which_was_first(one: str, other: str, reason: str):
    """The fuller text, and the one that the other one credits, was there first."""
    original = outlet("Harbour Wire", one)
    copy, shorter, longer = pair(original, outlet("B", other))
    first = earlier(copy, shorter, longer)
    assert first is not None
    assert (shorter, longer)[first.which] == original
    assert reason in first.reason


def test_a_headline_cut_short_is_the_copys():
    """Of two texts that are the same, the one with a piece of the other's headline came later."""
    titled = [replace(outlet("A", text(1)), title=Known(title, "given")) for title in ("Ferry hits", "Ferry hits pier")]
    copy, shorter, longer = pair(*titled)
    first = earlier(copy, shorter, longer)
    assert first is not None
    assert (shorter, longer)[first.which] == titled[1]


def test_an_article_without_a_word_is_no_copy():
    """Empty texts, and texts of marks alone, are taken in and are copies of nothing."""
    empty = [Article(name, words, "", ()) for name, words in (("A", ""), ("B", ""), ("C", "— … —"))]
    assert found(*empty, outlet("D", text(1))) == []


def test_two_texts_that_are_the_same_tell_nothing():
    """Where nothing tells which was first, nothing is said."""
    assert earlier(*pair(outlet("A", text(1)), outlet("B", text(1)))) is None


@given(st.text(min_size=1, max_size=200), st.data())
def test_words_stand_where_they_say(words: str, data: st.DataObject):
    """Every word's characters lie in the span asked for, and equal words have equal numbers wherever they stand."""
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    made = words_in(words, [Span(start, end)])
    again = words_in(words[start:end], [Span(0, end - start)])
    assert np.array_equal(made.numbers, again.numbers)
    for number in range(len(made)):
        span = made.span(number, number + 1)
        assert start <= span.start < span.end <= end
        assert words[span.start : span.end].isalnum()
