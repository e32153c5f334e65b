"""Who printed it first."""

from __future__ import annotations

import pytest

from by_hand import article, at, reading, story
from tellings.comparing import firsts
from tellings.values import Comparison, Printing, Telling, Utterance

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
