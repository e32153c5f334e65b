"""The second clock of an event: who printed it when, in which order, and what an outlet corrected later."""

from __future__ import annotations

import pytest

from tellings.intake import IntakeOptions
from tellings.intake.articles import Source, assemble
from tellings.linking import link
from tellings.values import Event, Story

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def told(reader):
    """The story of articles: (outlet, day, text) each."""

    def tell(*articles: tuple[str, str, str]) -> Story:
        made = [
            assemble(
                Source(f"{number}.txt", text, text.encode(), "text", "utf-8"),
                options=IntakeOptions(date=day, outlet=outlet),
            )
            for number, (outlet, day, text) in enumerate(articles)
        ]
        return link(reader.read_all(made))

    return tell


WIRE = "The Tarn dam above Wendle broke on Monday and flooded the lower valley, engineers said."
LATER = "Engineers said the Tarn dam above Wendle broke on Monday and flooded the lower valley."


def of_dam(story) -> Event:
    return next(event for event in story.events if "dam" in event.label and len(event.tellings) > 1)


def outlets(story, event: Event) -> list[tuple[str, int | None]]:
    return [
        (story.readings[event.tellings[report.telling].article].article.outlet.value, report.rank)
        for report in event.reports
    ]


def test_the_outlets_stand_in_the_order_of_print(told):
    """When it happened is one clock; when each outlet printed it is the other."""
    story = told(("Wendle Post", "2023-05-17", LATER), ("Tarn Wire", "2023-05-16", WIRE))
    assert of_dam(story).start == "2023-05-15"
    assert outlets(story, of_dam(story)) == [("Tarn Wire", 1), ("Wendle Post", 2)]


def test_two_of_one_day_share_their_rank(told):
    """Days of print tell nothing of the hour."""
    story = told(("Wendle Post", "2023-05-16", LATER), ("Tarn Wire", "2023-05-16", WIRE))
    assert {rank for _, rank in outlets(story, of_dam(story))} == {1}


def test_an_outlet_reports_once(told):
    """What an outlet prints again is no second report."""
    story = told(
        ("Tarn Wire", "2023-05-16", WIRE), ("Tarn Wire", "2023-05-18", LATER), ("Wendle Post", "2023-05-17", LATER)
    )
    assert outlets(story, of_dam(story)) == [("Tarn Wire", 1), ("Wendle Post", 2)]


def test_a_note_of_the_outlet_corrects_its_report(told):
    """A correction under the article belongs to the event whose words it has."""
    note = "Correction: An earlier version of this article said that the Tarn dam broke on Sunday. It broke on Monday."
    story = told(("Tarn Wire", "2023-05-16", f"{WIRE}\n\n{note}"), ("Wendle Post", "2023-05-17", LATER))
    first, second = of_dam(story).reports
    (correction,) = first.corrections
    text = story.readings[correction.article].article.text
    assert correction.span.of(text).startswith("Correction")
    assert second.corrections == ()


def test_a_later_article_of_the_outlet_corrects_its_report(told):
    """Where the outlet itself says that it printed another day, the two days stay two events, and the first is corrected."""
    again = "The Tarn dam above Wendle broke on Sunday, not on Monday as first reported, and flooded the lower valley."
    story = told(
        ("Tarn Wire", "2023-05-16", WIRE), ("Wendle Post", "2023-05-17", LATER), ("Tarn Wire", "2023-05-18", again)
    )
    corrections = [one for event in story.events for report in event.reports for one in report.corrections]
    assert [one.span.of(story.readings[one.article].article.text) for one in corrections] == [again]


def test_another_outlet_corrects_nothing(told):
    """What one outlet says of its own report is nothing of another's."""
    again = "The Tarn dam above Wendle broke on Sunday, not on Monday as first reported, and flooded the lower valley."
    story = told(("Tarn Wire", "2023-05-16", WIRE), ("Wendle Post", "2023-05-18", again))
    assert not [one for event in story.events for report in event.reports for one in report.corrections]


def test_two_doings_of_one_day_stay_two(told):
    """Two dams that broke on one day are two events, each with its own reports."""
    other = "The Orl dam near Hask broke on Monday and drowned forty sheep, farmers said."
    story = told(("Tarn Wire", "2023-05-16", WIRE), ("Wendle Post", "2023-05-17", other))
    assert len([event for event in story.events if event.start == "2023-05-15"]) == 2
