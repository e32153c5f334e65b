"""Readings in, one story out: every linker in order.

The readings are put into one order first, which does not depend on the order
of arrival; so the same articles give the same story.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tellings.linking import dates, entities, events, figures, origins, utterances
from tellings.values import Reading, Story


def link(readings: Iterable[Reading]) -> Story:
    """The story that the readings tell, linked."""
    ordered = tuple(sorted(dates.settle(tuple(sorted(readings, key=arrival))), key=arrival))
    story = Story(title=_title(ordered), readings=ordered)
    story = replace(story, origins=origins.link(ordered))
    story = replace(story, entities=entities.link(ordered))
    story = replace(story, utterances=utterances.link(story))
    story = replace(story, events=events.link(story))
    return replace(story, figure_claims=figures.link(story))


def arrival(reading: Reading) -> tuple[str, str, int, str]:
    """The order of a story: by first possible day (undated last), then by name and content."""
    article = reading.article
    day = article.published.earliest if article.published else "9999"
    return day, article.file, article.record or 0, article.digest


def _title(readings: tuple[Reading, ...]) -> str:
    """The headline of the first article that has one; never words that nobody printed."""
    return next((reading.article.title.value for reading in readings if reading.article.title), "")
