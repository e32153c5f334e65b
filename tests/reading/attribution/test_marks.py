"""Quotation marks: which open, which close, and which are only apostrophes."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.reading.attribution import marks


def inside(text: str) -> list[str]:
    """The words between the marks that are found."""
    return [text[marked.inner_start : marked.inner_end] for marked in marks.find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "She said “go home” and left.",
        'She said "go home" and left.',
        'She said “go home" and left.',
        'She said "go home” and left.',
        "She said ``go home'' and left.",
        "She said ''go home'' and left.",
        "She said ‘‘go home’’ and left.",
        "She said ‘go home’ and left.",
        "She said 'go home' and left.",
        "She said «go home» and left.",
        "She said „go home“ and left.",
        "She said „go home” and left.",
        "“go home”—she left.",
        "(“go home”)",
        pytest.param(
            "She said »go home« and left.",
        ),
    ],
)
def test_every_kind_of_pair(text: str):
    """Curly, straight, mixed, doubled, guillemets and low marks all hold their words."""
    assert inside(text) == ["go home"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“One.” “Two.”", ["One.", "Two."]),
        ("They called it “odd”, “sad” and “late”.", ["odd", "sad", "late"]),
        ("The ‘green mile’ and the ‘red mile’.", ["green mile", "red mile"]),
        ("'Yes,' said the keeper. 'It's ours.'", ["Yes,", "It's ours."]),
        ("« Rentrez », she wrote, and «go», he wrote.", [" Rentrez ", "go"]),
    ],
)
def test_several_pairs_in_one_paragraph(text: str, words: list[str]):
    """Each pair is a stretch of its own, in the order of the text."""
    assert inside(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“He told me, ‘Go home,’ and I went,” said Ivo.", "He told me, ‘Go home,’ and I went,"),
        ("‘He told me, “Go home,” and I went,’ said Ivo.", "He told me, “Go home,” and I went,"),
        ("'He told me, \"Go home,\" and I went,' said Ivo.", 'He told me, "Go home," and I went,'),
        ("“‘Go,’ he said,” she wrote.", "‘Go,’ he said,"),
        ("“A “nested” pair,” he said.", "A “nested” pair,"),
        ('"A "nested" pair," he said.', 'A "nested" pair,'),
    ],
)
def test_pairs_inside_a_pair_belong_to_the_outer_one(text: str, words: str):
    """American copy nests single in double, British copy double in single."""
    assert inside(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "It's the dog's bowl, isn't it?",
        "It’s the dog’s bowl, isn’t it?",
        "The players’ day and the fans’ songs.",
        "The players' day and the fans' songs.",
        "Music of the ’90s and the '90s.",
        "Tell ’em to go, and tell 'em twice.",
        "Rock ’n’ roll and rock 'n' roll.",
        "’Twas the night of the fair.",
        'The boat is 6\'2" wide and carries a 12" pipe.',
        "“”",
        "“ ”",
        "",
        "No marks at all.",
    ],
)
def test_apostrophes_inches_and_empty_pairs_are_no_quotation(text: str):
    """Possessives, elisions, decades, feet and inches quote nobody."""
    assert marks.find(text) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("‘It’s the players’ day,’ he said.", "It’s the players’ day,"),
        ("'It's the players' day,' he said.", "It's the players' day,"),
        ("‘The victims’ families were told,’ she said.", "The victims’ families were told,"),
        ("‘We couldn’t get the ball off them,’ he said.", "We couldn’t get the ball off them,"),
        ("The James' house has an 'old' gate.", "old"),
        ("She waited 'til late, then said 'fine'.", "fine"),
        ('He cut a 12" pipe and called it "fine".', "fine"),
    ],
)
def test_apostrophes_beside_marks_do_not_end_a_quotation(text: str, words: str):
    """A single quotation mark and an apostrophe look alike and are told apart."""
    assert inside(text) == [words]


@pytest.mark.parametrize(
    "text", ["She said: “We go now. We go soon.", '"We go now. We go soon.', "'We go now. We go soon."]
)
def test_a_mark_that_never_closes_ends_with_its_paragraph(text: str):
    """The end of the paragraph is the end of the words."""
    (marked,) = marks.find(text + "  ")
    assert text[marked.inner_start : marked.end] == "We go now. We go soon."
    assert not marked.closed


def test_a_second_opening_mark_ends_a_pair_that_was_never_closed():
    """Where copy forgets to close, the next quotation is not swallowed."""
    first, second = marks.find("“We did warn them. “Nobody listened,” she said.")
    assert (first.closed, second.closed) == (False, True)
    assert inside("“We did warn them. “Nobody listened,” she said.") == ["We did warn them.", "Nobody listened,"]


_PIECES = st.sampled_from(
    [*"“”„‟\"«»‘’'` .,?!-—(", "``", "''", "a", "The", "s", "12", "em", "go home", " we said ", "\u00a0", "players"]
)


@given(st.lists(_PIECES, max_size=24).map("".join) | st.text(max_size=40))
def test_whatever_the_text_the_stretches_are_sound(text: str):
    """Stretches lie in the text, in order, apart, each with its words inside its marks."""
    found = marks.find(text)
    for marked in found:
        assert 0 <= marked.start < marked.inner_start <= marked.inner_end <= marked.end <= len(text)
        assert text[marked.inner_start : marked.inner_end].strip()
        assert marked.closed == (marked.inner_end < marked.end)
        assert marked.words(text) > 0
    for one, other in itertools.pairwise(found):
        assert one.end <= other.start
