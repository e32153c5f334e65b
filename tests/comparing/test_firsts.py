"""Who printed it first."""

from __future__ import annotations

import pytest

from by_hand import article, at, reading, story
from tellings.comparing import firsts
from tellings.values import Comparison, Event, Printing, Telling, Utterance

TEXT = "“Nobody has mended the bridge since spring,” she said."


def compared(
    *days: str | None, first: int | None = 0, words: str = "Nobody has mended the bridge since spring,"
) -> list[Comparison]:
    readings = [reading(article(f"Paper {number}", TEXT, day=day)) for number, day in enumerate(days)]
    printings = tuple(Printing(Telling(number, at(TEXT, words)), 0) for number in range(len(days)))
    return firsts.compare(story(*readings, utterances=(Utterance(None, printings, 0, first),)))


def test_first_in_print() -> None:
    """The first printing is named before the later ones, with the days of each."""
    (comparison,) = compared("2031-05-02", "2031-05-03")
    assert comparison.kind == "first"
    assert comparison.why == (
        "Paper 0 (2031-05-02) printed “Nobody has mended the bridge since spring” before Paper 1 (2031-05-03)."
    )


@pytest.mark.parametrize(
    "days", [("2031-05-02", "2031-05-02"), ("2031-05-02", None), (None, "2031-05-02"), ("2031-05-02",)]
)
def test_cannot_be_told(days: tuple[str | None, ...]) -> None:
    """The same day, an unknown day or a single article make no first."""
    assert compared(*days) == []


def test_a_word_or_two_have_no_first() -> None:
    """A few words are printed by many for many reasons."""
    assert compared("2031-05-02", "2031-05-03", words="the bridge") == []


def test_no_first_known() -> None:
    """Where linking could not tell the first, nothing is said."""
    assert compared("2031-05-02", "2031-05-03", first=None) == []


def event(happened: str) -> list[Comparison]:
    text = "The bridge at Osmere was closed on Monday."
    readings = [reading(article(f"Paper {n}", text, day=f"2031-05-0{n + 2}")) for n in range(2)]
    tellings = tuple(Telling(n, at(text, text.rstrip("."))) for n in range(2))
    return firsts.compare(story(*readings, events=(Event("closed", happened, happened, (), tellings, 0),)))


def test_an_event_is_told_first() -> None:
    """Of an event the first to tell it is named; its words are its own and no other article is said to print them."""
    (comparison,) = event("2031-05-01")
    assert comparison.why == (
        "Paper 0 (2031-05-02) told of this before Paper 1 (2031-05-03) did: “The bridge at Osmere was closed on Monday”."
    )


def test_background_has_no_first() -> None:
    """What lay further back when it was first told is background."""
    assert event("2030-05-01") == []
