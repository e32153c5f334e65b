"""Questions that several rooms ask of a story: whose mention is this, which place is that, when was it printed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import PurePath

from tellings.values import Article, Reading, Span, Story

Place = tuple[int, int]
"""A value of one reading: the article's position, and the value's in its own tuple."""


def entity_of(story: Story) -> dict[Place, int]:
    """The entity (a position in ``Story.entities``) of every mention that belongs to one."""
    return {
        (mention.telling.article, mention.mention): position
        for position, entity in enumerate(story.entities)
        for mention in entity.mentions
    }


def quotation_speaker_entity(
    story: Story, article: int, quotation: int, entities: Mapping[Place, int] | None = None
) -> int | None:
    """The entity that speaks in a quotation, where one is known."""
    speaker = story.readings[article].quotations[quotation].speaker
    return None if speaker is None else (entity_of(story) if entities is None else entities).get((article, speaker))


def entity_at(story: Story, article: int, span: Span, entities: Mapping[Place, int]) -> int | None:
    """The entity whose mention covers a span most closely."""
    found = [
        (len(mention.span), position)
        for position, mention in enumerate(story.readings[article].mentions)
        if mention.span.overlaps(span) and (article, position) in entities
    ]
    return entities[article, min(found)[1]] if found else None


def sentence_at(reading: Reading, span: Span) -> Span:
    """The sentence that holds a span; the span itself, where none does."""
    return next((sentence.span for sentence in reading.sentences if sentence.span.overlaps(span)), span)


def outlet(article: Article) -> str:
    """The name to call an article by: its outlet, else its file."""
    name = PurePath(article.file).name
    return article.outlet.value if article.outlet else f"{name}, line {article.record}" if article.record else name


def day(article: Article) -> str | None:
    """The ISO day of print, where it is known."""
    return article.published.day if article.published else None


def as_date(iso: str | None, *, last: bool = False) -> dt.date | None:
    """A date of a partial ISO date: its first day, or its last; none for what is no calendar date."""
    match = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-]|W)", iso or "")
    if not match:
        return None
    year, month, number = int(match[1]), match[2], match[3]
    try:
        if number:
            return dt.date(year, int(month), int(number))
        if not last:
            return dt.date(year, int(month or 1), 1)
        following = dt.date(year + (month in {None, "12"}), 1 if month in {None, "12"} else int(month) + 1, 1)
        return following - dt.timedelta(days=1)
    except ValueError:
        return None
