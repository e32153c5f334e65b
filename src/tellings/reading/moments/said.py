"""When words were said: the day that "today" and "on Monday" count from inside a quotation or a post.

A speaker's "today" is the day of the speech, not that of the print. That day is the one told beside the words of
attribution ("..., she said on Thursday", "(@norafeld) March 4, 2024"), or the one told of the same speaker's words just
before. Where none is told, the words are hardly older than the day of the news that the lead tells, or than two days where
it tells none: only what all days up to the print agree on is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from tellings.reading.attribution import marks
from tellings.reading.moments import days
from tellings.reading.paragraphs import Paragraph, paragraph_at
from tellings.values import Moment, Quotation, Reading, Span

Days = tuple[str | None, str | None]
"""The first and the last ISO day on which words may have been said; none where nothing is known."""

_BESIDE = 60  # characters between the words of attribution and their day
_OLDEST = 2  # days before print that words without a day of their own may have been said
_APART = re.compile(r"[.!?;]['\"’”)]*\s|[\n“”\"]")  # what stands beyond is of other words
_OWNED = re.compile(r"['’]s\b")  # "he said of Tuesday's ruling"


def days_said(reading: Reading, found: Sequence[Paragraph], moments: Sequence[Moment]) -> dict[int, Days]:
    """For each moment that stands in printed words of somebody (a position in ``moments``) the days they may have been said."""
    inside = dict(_inside(reading, found, moments))
    if not inside:
        return {}
    outside = [moment for position, moment in enumerate(moments) if position not in inside and moment.start]
    said = _said(reading, found, outside)
    return {position: said[quotation] for position, quotation in inside.items()}


def _inside(reading: Reading, found: Sequence[Paragraph], moments: Sequence[Moment]) -> Iterator[tuple[int, int]]:
    """The moments within marks (or within a post, which has none), each with the quotation that holds it."""
    marked = marks.find_all([paragraph.text for paragraph in found])
    places = [
        paragraph.span_of(one.start, one.end) for paragraph, ones in zip(found, marked, strict=True) for one in ones
    ]
    for position, moment in enumerate(moments):
        quoted = any(place.covers(moment.span) for place in places)
        for number, quotation in enumerate(reading.quotations):
            if quotation.manner == "indirect" or not (quoted or quotation.manner == "direct"):
                continue
            if any(piece.covers(moment.span) for piece in quotation.content):
                yield position, number
                break


def _said(reading: Reading, found: Sequence[Paragraph], outside: Sequence[Moment]) -> list[Days]:
    """The days of every quotation, in the order of the quotations."""
    chain = {mention: number for number, chain in enumerate(reading.chains) for mention in chain.mentions}
    unknown = _about_print(reading, found, outside)
    last: dict[int, tuple[Days, int]] = {}  # of each speaker: the day of the latest words, and their paragraph
    said: list[Days] = []
    for quotation in reading.quotations:
        paragraph = paragraph_at(found, quotation.content[0].start)
        number = paragraph.number if paragraph else -1
        speaker = chain.get(quotation.speaker) if quotation.speaker is not None else None
        own = _own(reading.article.text, quotation, outside)
        before = last.get(speaker) if speaker is not None else None
        if own is None and before is not None and 0 <= number - before[1] <= 1:
            own = before[0]
        if own is not None and speaker is not None:
            last[speaker] = own, number
        said.append(own or unknown)
    return said


def _own(text: str, quotation: Quotation, outside: Sequence[Moment]) -> Days | None:
    """The day told beside the words of attribution, or under a post."""
    near = [
        (distance, moment.span, moment)
        for place in (*quotation.cue, *quotation.source)
        for moment in outside
        if (distance := _distance(text, place, moment.span)) is not None
    ]
    if not near:
        return None
    moment = min(near, key=lambda one: one[:2])[2]
    start, end = moment.start or "", moment.end or moment.start or ""
    return (f"{start}-01-01"[:10] if len(start) < len("2031-05-02") else start, _last(end))


def _last(end: str) -> str:
    """The last day of a partial date, or one close to it."""
    return f"{end}-12-31" if len(end) == len("2031") else f"{end}-28" if len(end) == len("2031-05") else end


def _distance(text: str, place: Span, when: Span) -> int | None:
    """The characters between the words of attribution and a time; none where they do not belong together."""
    start, end = (place.end, when.start) if place.end <= when.start else (when.end, place.start)
    if not 0 <= end - start <= _BESIDE or _APART.search(text, start, end) or _OWNED.match(text, when.end):
        return None
    return end - start


def _about_print(reading: Reading, found: Sequence[Paragraph], outside: Sequence[Moment]) -> Days:
    """From the day of the news, as the lead tells it, to the day of print."""
    published = reading.article.published
    first = days.parse(published.earliest) if published else None
    if published is None or first is None or first.year < _CALENDAR:
        return None, None
    oldest = (first - timedelta(days=_OLDEST)).isoformat()
    body = [paragraph for paragraph in found if paragraph.block == "body"][:_LEAD]
    lead = [paragraph.span for paragraph in found if paragraph.block in ("title", "deck")] + [one.span for one in body]
    told = [
        moment.start
        for moment in outside
        if moment.start and moment.start == moment.end and any(place.covers(moment.span) for place in lead)
    ]
    news = [day for day in told if len(day) == len(oldest) and oldest <= day <= published.latest]
    return min(news, default=oldest), published.latest


_LEAD = 2  # paragraphs of the body that tell the news
_CALENDAR = 2  # the first year before every day of which lies another
