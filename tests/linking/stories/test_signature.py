"""What is kept of an article."""

from __future__ import annotations

import numpy as np
import pytest

from tellings.linking.stories import Signature, StoryGrouping, signature, terms
from tellings.linking.stories.terms import folded, read, runs, tokens
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


def test_what_is_remembered_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text read with a memory that is full after three pieces, twice, has the signature that it always has."""
    whole = signature.make("Baths to shut", TEXT).to_bytes()
    monkeypatch.setattr(terms, "_known", terms._TakenApart())
    monkeypatch.setattr(terms, "_KNOWN", 3)
    assert [signature.make("Baths to shut", TEXT).to_bytes() for _ in range(2)] == [whole, whole]


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


def terms_of(*texts: str) -> list[int]:
    return [number for text in texts for number in read(text).numbers.tolist()]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("She met Ada, and the Vell Trust of Tuesday", "Ada Vell Trust"),
        ("Boats. Nobody came, Éva said", "Éva"),  # the first word of a sentence is none
        ("the mayor\nAda", ""),  # nor that of a line
        ("the mayor  Ada", ""),  # two spaces end what goes before as well
        ("the mayor — Ada", ""),
        ("the mayor “Ada Vell” said Mr Orr-Vell’s", "Vell Orr-Vell’s"),
        ("in 2021 Port Ellery", "Port Ellery"),
    ],
)
def test_names(text: str, named: str) -> None:
    """A name stands capitalised after a small letter, a digit or a comma and one space."""
    words = read(text)
    assert words.names(slice(None)).tolist() == terms_of(named)


def test_words() -> None:
    """Figures and weekdays as they are told from a text; words are as they were printed."""
    text = "On Tuesday the mayor, Ada Vell, paid 1,250.50 for 2 boats; Friday's vote went 9:6 on Sunday and Monday."
    words = read(text)
    assert tokens("Ada’s 2 well-made boats") == ["Ada’s", "2", "well-made", "boats"]
    assert words.figures(len(words.numbers)).tolist() == terms_of("1,250.50", "9:6")
    assert words.weekdays(slice(None)) == 0b1010010
    assert words.printed(np.arange(len(words.numbers))) == tokens(text)


def test_several_texts() -> None:
    """Texts that are read at once are told apart by a break."""
    words = read("Baths to shut", "", "The council, it said/wrote")
    assert words.breaks.tolist() == [3, 4]
    assert words.numbers[5:].tolist() == terms_of("The council, it said/wrote")
    assert words.printed(np.array([8, 9, 0])) == ["said", "wrote", "Baths"]


def test_runs() -> None:
    """Runs of the same words in the same order are the same, in another order they are not."""
    one, other = (runs(read(text).numbers, 2) for text in ("red boats sank twice", "boats red twice sank"))
    assert set(one.tolist()) != set(other.tolist())
    assert len(runs(one, 9)) == 0
