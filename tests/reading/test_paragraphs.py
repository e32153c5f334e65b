"""Paragraphs: what is read of an article, and the way back to its characters."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.reading.paragraphs import Paragraph, paragraph_at, paragraphs
from tellings.values import Article, Block, BlockKind, Span

KINDS: tuple[BlockKind, ...] = (
    "title", "deck", "byline", "dateline", "body", "caption", "credit", "banner", "metadata", "note", "junk",
)  # fmt: skip


def article(*pieces: tuple[str, str]) -> Article:
    """An article of (kind, words) put one behind the other; a kind that ends in ``*`` is a repeat, "" is no block."""
    text = "".join(words for _, words in pieces)
    blocks, start = [], 0
    for kind, words in pieces:
        if kind and words:
            blocks.append(Block(kind.removesuffix("*"), Span(start, start + len(words)), repeat=kind.endswith("*")))
        start += len(words)
    return Article("a.txt", text, hashlib.sha256(text.encode()).hexdigest(), tuple(blocks))


def test_only_what_says_something_is_read():
    """Title, deck, caption and body are read; the furniture is passed over."""
    pieces = [(kind, f"Words of the {kind}.") for kind in KINDS]
    found = paragraphs(article(*(piece for pair in ((p, ("", "\n")) for p in pieces) for piece in pair)))
    assert [paragraph.block for paragraph in found] == ["title", "deck", "body", "caption"]
    assert [paragraph.number for paragraph in found] == [0, 1, 2, 3]


def test_junk_inside_a_sentence_is_passed_over():
    """The words on both sides of the junk meet, and each knows where it stands."""
    made = article(("body", "The ferry "), ("junk", "[Advertisement] "), ("body", "sank at dawn."))
    (paragraph,) = paragraphs(made)
    assert paragraph.text == "The ferry sank at dawn."
    start = paragraph.text.index("ferry")
    spans = paragraph.spans(start, start + len("ferry sank"))
    assert [span.of(made.text) for span in spans] == ["ferry ", "sank"]
    assert paragraph.span_of(start, start + len("ferry sank")).of(made.text) == "ferry [Advertisement] sank"
    assert paragraph.span.of(made.text) == made.text


def test_a_place_in_the_junk_is_that_of_the_next_character_read():
    """Going from the article to the paragraph never fails inside the junk."""
    made = article(("body", "The ferry "), ("junk", "[Ad] "), ("body", "sank."))
    (paragraph,) = paragraphs(made)
    assert paragraph.offset(made.text.index("Ad")) == paragraph.text.index("sank")


def test_blocks_on_lines_of_their_own_stay_apart():
    """A line break parts paragraphs even where they are of one kind."""
    made = article(("body", "The ferry sank."), ("", "\n\n"), ("body", "Nobody was hurt."))
    assert [paragraph.text for paragraph in paragraphs(made)] == ["The ferry sank.", "Nobody was hurt."]


def test_blocks_of_two_kinds_on_one_line_stay_apart():
    """A caption is not the end of the sentence before it."""
    made = article(("body", "The ferry sank. "), ("caption", "The ferry in May."))
    assert [paragraph.block for paragraph in paragraphs(made)] == ["body", "caption"]


def test_a_repeated_block_is_passed_over():
    """What was printed before in the same text says nothing new."""
    made = article(("title", "Ferry sinks"), ("", "\n"), ("title*", "Ferry sinks"), ("", "\n"), ("body", "It sank."))
    assert [paragraph.text for paragraph in paragraphs(made)] == ["Ferry sinks", "It sank."]


def test_an_article_without_blocks_has_no_paragraphs():
    """Nothing marked, nothing read."""
    assert paragraphs(article(("", "Nothing here is marked."))) == ()


def test_the_plain_text_keeps_every_offset():
    """Typographic signs are made plain one for one."""
    (paragraph,) = paragraphs(article(("body", "“It’s late”\u00a0— she said – ‘go’.")))
    assert paragraph.plain == "\"It's late\" - she said - 'go'."
    assert len(paragraph.plain) == len(paragraph.text)


@pytest.mark.parametrize(("words", "number"), [("ferry", 0), ("Ad", 0), ("hurt", 1)])
def test_the_paragraph_at_a_place(words: str, number: int):
    """A place in junk that a paragraph surrounds is in that paragraph."""
    made = article(
        ("body", "The ferry "), ("junk", "[Ad] "), ("body", "sank."), ("", "\n"), ("body", "Nobody was hurt.")
    )
    found = paragraph_at(paragraphs(made), made.text.index(words))
    assert found is not None
    assert found.number == number


def test_between_paragraphs_there_is_none():
    """The line break is in no paragraph."""
    made = article(("body", "One."), ("", "\n"), ("body", "Two."))
    assert paragraph_at(paragraphs(made), 4) is None
    assert paragraph_at((), 0) is None


_WORDS = st.text("ab “”’.,é\n\t", min_size=0, max_size=9)
_ARTICLES = st.lists(st.tuples(st.sampled_from(["", *KINDS, "body", "body", "junk", "body*"]), _WORDS), max_size=9).map(
    lambda pieces: article(*pieces)
)


@given(_ARTICLES, st.data())
def test_what_is_read_lies_in_the_article_character_for_character(made: Article, data: st.DataObject):
    """Any stretch of any paragraph leads back to its own characters, and those back to it."""
    found = paragraphs(made)
    assert [paragraph.number for paragraph in found] == list(range(len(found)))
    for paragraph in found:
        size = len(paragraph.text)
        start = data.draw(st.integers(0, size))
        end = data.draw(st.integers(start, size))
        spans = paragraph.spans(start, end)
        assert "".join(span.of(made.text) for span in spans) == paragraph.text[start:end]
        assert list(spans) == sorted(spans)
        if spans:
            assert paragraph.offset(spans[0].start) == start
            assert paragraph.offset(spans[-1].end - 1) == end - 1
            assert paragraph.span_of(start, end).covers(spans[0])
        assert _read_by_characters(paragraph, made) == paragraph.text


def _read_by_characters(paragraph: Paragraph, made: Article) -> str:
    return "".join(made.text[paragraph.spans(place, place + 1)[0].start] for place in range(len(paragraph.text)))
