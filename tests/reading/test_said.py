"""When words were said: from which day "today" counts inside somebody's words."""

from __future__ import annotations

import pytest

from by_hand import article, at
from by_hand import reading as by_hand
from tellings.reading import moments
from tellings.values import Chain, Mention, Published, Quotation, Reading

PRINTED = Published("2024-03-10", "2024-03-10", "given")  # a Sunday


def said(text: str, *quoted: tuple[str, str, str], manner: str = "direct", names: tuple[str, ...] = ()) -> Reading:
    """An article with quotations, each as (words with their marks, cue, who says it), resolved against the day of print."""
    mentions: list[Mention] = []
    quotations = []
    for words, cue, source in quoted:
        mentions.append(Mention(at(text, source), "person", "name"))
        cues = (at(text, cue),) if cue else ()
        place = (mentions[-1].span,)
        quotations.append(
            Quotation((at(text, words),), cues, place, manner, len(mentions) - 1, "stated", "by hand")  # type: ignore[arg-type]
        )
    chains = (Chain("Nora Feld", "person", tuple(range(len(mentions)))),) if mentions else ()
    blank = by_hand(article("Tarn Post", text), mentions=tuple(mentions), quotations=tuple(quotations), chains=chains)
    return moments.resolve(blank, PRINTED)


def start(reading: Reading, words: str) -> str | None:
    place = at(reading.article.text, words)
    return next(moment.start for moment in reading.moments if moment.span.overlaps(place))


TODAY = "“We shut the pier today,”"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"The pier is shut. {TODAY} Nora Feld said on Thursday.", "2024-03-07"),
        (f"On Friday Nora Feld said: {TODAY} and left.", "2024-03-08"),
        (f"The pier is shut. {TODAY} Nora Feld said in 2019.", None),
        (f"The pier is shut. {TODAY} Nora Feld said of Friday's storm.", None),
        (f"The pier is shut. {TODAY} Nora Feld said.", None),
        (f"The pier was shut on Sunday. {TODAY} Nora Feld said.", "2024-03-10"),
        (f"The pier was shut on Friday. {TODAY} Nora Feld said.", None),
    ],
)
def test_today_is_the_day_on_which_it_was_said(text: str, day: str | None):
    """The day beside the words of attribution, else the day of print where the lead tells news of that day; else it is not known."""
    assert start(said(text, (TODAY, "said", "Nora Feld")), "today") == day


def test_what_every_day_agrees_on_is_told():
    """Words of an unknown day of this week: its Monday and its year are known."""
    text = "The pier is old. “It broke last month and will open on Tuesday,” Nora Feld said."
    found = said(text, ("“It broke last month and will open on Tuesday,”", "said", "Nora Feld"))
    assert [start(found, "last month"), start(found, "Tuesday")] == ["2024-02", "2024-03-12"]


def test_nobody_calls_the_day_of_speech_by_its_weekday():
    """What is to open “on Thursday”, said on a Thursday, opens on the next one."""
    text = "The pier is old. “We will open on Thursday,” Nora Feld said on Thursday."
    found = said(text, ("“We will open on Thursday,”", "said", "Nora Feld"))
    assert start(found, "Thursday") == "2024-03-14"


def test_the_day_goes_on_with_the_speaker():
    """What the same speaker adds just behind was said on the same day."""
    text = f"{TODAY} Nora Feld said on Thursday.\n“Yesterday it broke,” Nora Feld added."
    words = (TODAY, "said", "Nora Feld"), ("“Yesterday it broke,”", "added", "Nora Feld")
    assert start(said(text, *words), "Yesterday") == "2024-03-06"


def test_a_post_counts_from_the_day_under_it():
    """A post has no marks and its day beneath."""
    text = "It was shown on the page.\nWe shut the pier today. — Nora Feld (@norafeld) March 4, 2024"
    assert start(said(text, ("We shut the pier today.", "", "Nora Feld")), "today") == "2024-03-04"


def test_reported_words_count_from_the_print():
    """Without marks the outlet tells the day in its own words."""
    text = "The pier is old. Nora Feld said on Thursday that the pier would open tomorrow."
    found = said(text, ("the pier would open tomorrow", "said", "Nora Feld"), manner="indirect")
    assert start(found, "tomorrow") == "2024-03-11"
