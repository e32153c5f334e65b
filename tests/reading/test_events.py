"""Events: which doing a time dates, where it stands, and who takes part."""

from __future__ import annotations

import pytest

from tellings.reading.events import PART
from tellings.values import Article, Block, Published, Reading, Span

pytestmark = pytest.mark.model

DAY = "2023-05-17"  # a Wednesday


def read(reader, text: str) -> Reading:
    blocks = []
    start = 0
    for line in text.split("\n"):
        blocks.append(Block("body", Span(start, start + len(line))))
        start += len(line) + 1
    return reader.read(Article("a.txt", text, "0", tuple(blocks), published=Published(DAY, DAY, "given")))


@pytest.mark.parametrize(
    ("text", "lemma", "start"),
    [
        ("The council sued the water company on Monday.", "sue", "2023-05-15"),
        ("On Monday, the governor met the fishermen of Oldhaven.", "meet", "2023-05-15"),
        ("Two ferries collided last month in thick fog.", "collide", "2023-04"),
        ("The minister will open the new bridge on Friday.", "open", "2023-05-19"),
        ("The raid on Monday angered the neighbours.", "raid", "2023-05-15"),
        ("The vote is on Friday.", "vote", "2023-05-19"),
        ("The row began earlier this month when the union sued the yard.", "sue", "2023-05"),
        ("The appeal comes three weeks after the dam broke near Wendle.", "break", "2023-04-24"),
        ("Federal officers told owners on Tuesday to stop charging the bikes.", "tell", "2023-05-16"),
        ("The owner made the announcement on Tuesday.", "announcement", "2023-05-16"),
        ("Dana Reed speaks at a conference in Wendle on May 12, 2023.", "speak", "2023-05-12"),
    ],
)
def test_a_time_dates_the_doing_it_hangs_on(reader, text: str, lemma: str, start: str):
    """The event is the verb, or the noun, that the time belongs to."""
    reading = read(reader, text)
    assert [(event.lemma, reading.moments[event.moment].start) for event in reading.events] == [(lemma, start)]


@pytest.mark.parametrize(
    "text",
    [
        "The city has more bakers this year.",
        "Taxes are low, the mayor said on Monday.",
        "The dam has held since July 2005.",
        "The council now meets every Monday.",
        "The 2019 figures pleased the board.",
        "She joined the 2019 race.",
        "The treaty runs through 2031.",
        "From 2010 to 2016 the town housed many families.",
        "They talked for three hours.",
    ],
)
def test_a_time_that_dates_no_doing(reader, text: str):
    """States, bare speech, limits, habits and lengths give no event."""
    assert read(reader, text).events == ()


def test_the_span_holds_the_time_and_the_trigger_and_stays_in_its_clause(reader):
    """The stretch that is shown is the clause alone, verbatim."""
    reading = read(reader, "The union sued the yard on Monday, and the owner shut the gates in anger.")
    (event,) = reading.events
    text = reading.article.text
    assert event.span.of(text) == "The union sued the yard on Monday"
    assert event.trigger.of(text) == "sued"
    assert event.span.covers(event.trigger)
    assert event.span.covers(reading.moments[event.moment].span)


def test_of_two_times_of_one_doing_the_more_precise_is_kept(reader):
    """One doing is one event, however many times date it."""
    reading = read(reader, "This year, on Monday, the union sued the yard.")
    assert [reading.moments[event.moment].start for event in reading.events] == ["2023-05-15"]


def test_who_does_it_comes_first(reader):
    """The first participant is the subject, the others follow in the order of the text."""
    reading = read(reader, "On Monday in Leeds, Anna Kowalski met Peter Lindqvist.")
    (event,) = reading.events
    names = [reading.mentions[position].span.of(reading.article.text) for position in event.participants]
    assert names[0] == "Anna Kowalski"
    assert "Peter Lindqvist" in names


def test_the_part_says_what_it_needs():
    """The order of the parts can be checked before anything runs."""
    assert set(PART.requires) == {"mentions", "moments"}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Owners had been warned in March, two guides said.", "Owners had been warned in March"),
        (
            "The pilot was held on Friday for questioning and set free on Saturday after a call.",
            "The pilot was held on Friday for questioning",
        ),
        ("The dam had been in repair since Saturday.", "The dam had been in repair since Saturday"),
        (
            "It was on Wednesday that Judge Ormond gave her order.",
            "It was on Wednesday that Judge Ormond gave her order",
        ),
        ("An inquiry led by Dana Reed is to report on 4 March.", "An inquiry led by Dana Reed is to report on 4 March"),
        ("On April 9, a team from Wendle reported a leak.", "On April 9, a team from Wendle reported a leak"),
    ],
)
def test_a_mention_reads_by_itself_and_ends_before_another_time(reader, text: str, label: str):
    """The clause begins at its subject or its time and leaves out what another time dates."""
    reading = read(reader, text)
    first = reading.events[0]
    assert (first.label or first.span).of(text) == label


@pytest.mark.parametrize(
    "text",
    [
        "Pipes don't go from sound to rotten overnight.",
        "What the crane cannot do today is lift.",
        "Did the ferry sail on Monday?",
        "The law was passed a year after the Sept. 11 attacks.",
        "Nine people had died since midnight on Sunday.",
    ],
)
def test_habits_questions_and_what_lies_beyond_are_no_events(reader, text: str):
    """What is denied in general, asked, or only counted from a time has not happened at that time."""
    assert not read(reader, text).events
