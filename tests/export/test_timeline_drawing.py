"""The drawn timeline: one ruler, in order, labels that never meet, gaps in words."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from tellings.export.timeline import LINE, MOST, timeline
from tellings.export.view import View

Row = dict[str, Any]


def event(number: int, start: str | None, end: str | None = None, articles: tuple[str, ...] = ("a1",)) -> Row:
    tellings = [{"article": article, "span": [0, 3], "text": "The", "reason": ""} for article in articles]
    when = {"start": start, "end": end or start} if start else None
    label = f"doing {number} " + "that goes on and on " * 6
    return {"id": f"v{number}", "label": label, "when": when, "participants": [], "first": None, "tellings": tellings}


def test_events_and_articles_stand_on_one_ruler(exported: Row) -> None:
    """A day that has both has them side by side; who tells an event is joined to it."""
    drawn = timeline(View(exported))
    assert drawn is not None
    assert [day.label for day in drawn.days] == ["3 March 2024", "4 March 2024", "4–5 March 2024", "5 March 2024"]
    assert len(drawn.events) == 2
    assert len(drawn.articles) == 3
    assert len(drawn.threads) == 3


def test_labels_never_meet(exported: Row) -> None:
    """However many events a day has, each stands on its own line, below the day."""
    exported["events"] = [event(number, f"2024-03-{1 + number % 3:02}") for number in range(1, 25)]
    drawn = timeline(View(exported))
    assert drawn is not None
    places = sorted([mark.y for mark in drawn.events] + [day.y for day in drawn.days])
    assert all(below - above >= LINE for above, below in pairwise(places))
    assert drawn.height > max(places)


def test_many_events_leave_the_least_told_to_the_table(exported: Row) -> None:
    """Those that most articles tell are drawn."""
    exported["events"] = [event(number, "2024-03-01") for number in range(1, 60)]
    exported["events"].append(event(60, "2024-03-01", articles=("a1", "a2")))
    drawn = timeline(View(exported))
    assert drawn is not None
    assert len(drawn.events) == MOST
    assert drawn.left_out == 60 - MOST
    assert "v60" in [mark.id for mark in drawn.events]


@pytest.mark.parametrize(
    ("before", "after", "gap"),
    [
        ("2024-03-01", "2024-03-09", ""),
        ("2024-02-01", "2024-02-20", "2 weeks"),
        ("2023-10", "2024-03-01", "4 months"),
        ("1987", "2024-03-01", "36 years"),
    ],
)
def test_gaps_are_told_in_words(exported: Row, before: str, after: str, gap: str) -> None:
    """So that days may stand evenly."""
    exported["events"] = [event(1, before), event(2, after)]
    drawn = timeline(View(exported))
    assert drawn is not None
    assert drawn.days[1].gap == gap


def test_nothing_dated_gives_no_drawing(exported: Row) -> None:
    """Rather than an empty one."""
    exported["events"] = [event(1, None)]
    for article in exported["articles"]:
        article["published"] = None
    assert timeline(View(exported)) is None
