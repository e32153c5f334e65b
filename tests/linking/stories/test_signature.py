"""What is kept of an article."""

from __future__ import annotations

import pytest

from tellings.linking.stories import Signature, StoryGrouping, signature
from tellings.linking.stories.terms import figures, folded, names, runs, tokens, weekdays
from tellings.linking.stories.weights import FIELDS
from tellings.values import Article, Block, Known, Published, Span

TEXT = "Baths to shut\n\nBy Lena Quill\n\nThe council of Lindermouth voted on Monday to shut the baths in Tollister Street."


def article() -> Article:
    place = TEXT.index("The council")
    blocks = (
        Block("title", Span(0, 13)),
        Block("byline", Span(15, 28)),
        Block("body", Span(place, len(TEXT))),
    )
    return Article(
        "baths.txt",
        TEXT,
        "0" * 64,
        blocks,
        outlet=Known("The Quay Times", "given"),
        title=Known("Baths to shut", "given"),
        published=Published("2021-05-03", "2021-05-03", "given"),
    )


def test_of_an_article() -> None:
    """Title and body count, not the byline; the day and the outlet are kept; names come first among what is shown."""
    sign = signature.of(article())
    made = signature.make("Baths to shut", TEXT[TEXT.index("The council") :], day=sign.day, outlet="The Quay Times")
    assert sign.to_bytes() == made.to_bytes()
    assert "*Lindermouth" in sign.shown
    assert not any("Quill" in word for word in sign.shown)


def test_names_of_a_reading() -> None:
    """Names that a reading has found take the place of those told by capitals."""
    sign = signature.of(article(), names=["baths"])
    assert "*Baths" in sign.shown
    assert "Lindermouth" in sign.shown


def test_day_not_known() -> None:
    """A day known only to a month is none."""
    whole = article()
    other = Article(
        whole.file, whole.text, whole.digest, whole.blocks, published=Published("2021-05-01", "2021-05-31", "stated")
    )
    assert signature.of(other).day == 0


@pytest.mark.parametrize("text", ["", "Word", "Two words", "1", "“”", "\n\n", "a b c"])
def test_next_to_nothing(text: str) -> None:
    """An article of a few words or none is a story of its own, and stands in the way of no other."""
    sign = signature.make("", text)
    assert Signature.from_bytes(sign.to_bytes()).to_bytes() == sign.to_bytes()
    grouping = StoryGrouping()
    for key in "abc":
        grouping.add_signature(key, sign)
    grouping.settle()
    assert len(grouping) == 3
    assert sign.norms.shape == (len(FIELDS),)


@pytest.mark.parametrize(
    ("word", "same"),
    [
        ("Mayor’s", "mayor"),
        ("mayors", "mayor"),
        ("parties", "party"),
        ("glass", "glass"),
        ("bus", "bus"),
        ("his", "his"),
    ],
)
def test_folded(word: str, same: str) -> None:
    """Case, possessive and plural are taken away, and a word that only ends like one is left."""
    assert folded(word) == same


def test_words() -> None:
    """Words, names, figures and weekdays as they are told from a text."""
    text = "On Tuesday the mayor, Ada Vell, paid 1,250.50 for 2 boats; Friday's vote went 9:6."
    assert tokens("Ada’s 2 well-made boats") == ["Ada’s", "2", "well-made", "boats"]
    assert names("She met Ada, and the Vell Trust of Tuesday") == {"Ada", "Vell", "Trust"}
    assert figures(text) == ["1,250.50", "9:6"]
    assert weekdays(text) == 0b10010


def test_runs() -> None:
    """Runs of the same words in the same order are the same, in another order they are not."""
    one, other = (
        signature.make("", "red boats sank twice").fields[4],
        signature.make("", "boats red twice sank").fields[4],
    )
    assert set(one[0].tolist()) != set(other[0].tolist())
    assert len(runs(one[0], 9)) == 0
