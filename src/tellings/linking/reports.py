"""The second clock of an event: when each outlet first printed it, in which order, and where it corrected it later.

An outlet's report is its first telling in print. Outlets are put in order only as far as their days of print tell:
two of one day have one rank, and a rank that an interval leaves open is none. A correction is a note of the
outlet, or a later sentence of it, that says in so many words that something was printed wrong, and tells the event in
the words of the earlier report; it belongs to the one event whose words it has most of. Who is right is not asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tellings.linking.coreference import stems
from tellings.linking.lookup import outlet, sentence_at
from tellings.values import Event, Published, Reading, Report, Span, Story, Telling

_WORDS = 3  # words that a correction has in common with the sentence of the report
_TOKEN = re.compile(r"[A-Za-z][A-Za-z'-]*|\d[\d,.]*")
_NOTE = re.compile(
    r"(?i)\b(?:correct(?:ion|ed|s|ing)|clarif(?:ication|ied|ies)|earlier version|previous version|misstated|incorrectly|"
    r"erroneously|mistakenly|in error)\b"
)
_REVISED = re.compile(
    r"(?i)\b(?:not\b[^.]{1,60}\bas (?:first |earlier |previously |originally )?reported|"
    r"(?:first|initially|earlier|previously|originally|wrongly|mistakenly|incorrectly|erroneously) (?:reported|reports?|printed|gave|put the)|"
    r"(?:corrected|revised) (?:its|the|that)\b|has (?:corrected|revised)\b|earlier (?:report|version|article|story))"
)


def with_reports(story: Story, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events with the report of each outlet and its corrections."""
    reported = [replace(event, reports=tuple(_reports(story, event))) for event in events]
    corrected: dict[tuple[int, int], list[Telling]] = {}
    for telling, name in _corrections(story):
        place = _corrects(story, reported, telling, name)
        if place is not None:
            corrected.setdefault(place, []).append(telling)
    return tuple(
        replace(
            event,
            reports=tuple(
                replace(report, corrections=tuple(corrected.get((number, position), ())))
                for position, report in enumerate(event.reports)
            ),
        )
        for number, event in enumerate(reported)
    )


def _reports(story: Story, event: Event) -> Iterator[Report]:
    """One report an outlet, the first in print first; those whose day is not known last, and behind them who only announced it."""
    first: dict[str, int] = {}
    ordered = sorted(
        range(len(event.tellings)),
        key=lambda position: (position in event.announced, _printed(story, event.tellings[position])),
    )
    for position in ordered:
        first.setdefault(outlet(story.readings[event.tellings[position].article].article), position)
    known = {
        position: story.readings[event.tellings[position].article].article.published
        for position in first.values()
        if position not in event.announced
    }
    for position in first.values():
        told = position in known
        yield Report(position, _rank(known[position], list(known.values())) if told else None)


def _printed(story: Story, telling: Telling) -> tuple[str, str, int, Span]:
    published = story.readings[telling.article].article.published
    days = (published.earliest, published.latest) if published else ("9999", "9999")
    return *days, telling.article, telling.span


def _rank(published: Published | None, all_printed: Sequence[Published | None]) -> int | None:
    """1 for who had it first; none where some other may have been before or after."""
    if published is None:
        return None
    before = 0
    for other in all_printed:
        if other is None:
            return None
        if other.latest < published.earliest:
            before += 1
        elif not (
            other is published or published.latest < other.earliest or (published.day and published.day == other.day)
        ):
            return None
    return before + 1


def _corrections(story: Story) -> Iterator[tuple[Telling, str]]:
    """Every note and sentence that says that something was printed wrong, with the outlet that says it."""
    for article, reading in enumerate(story.readings):
        text, name = reading.article.text, outlet(reading.article)
        for block in reading.article.blocks:
            if block.kind == "note" and not block.repeat and _NOTE.search(block.span.of(text)):
                yield Telling(article, block.span, "a note of the outlet corrects it"), name
        for sentence in reading.sentences:
            if _REVISED.search(sentence.span.of(text)) and not _quoted(reading, sentence.span):
                yield Telling(article, sentence.span, "the outlet says later that it was printed otherwise"), name


def _quoted(reading: Reading, span: Span) -> bool:
    """Whether others say it."""
    return any(part.covers(span) for quotation in reading.quotations for part in quotation.content)


def _corrects(story: Story, events: Sequence[Event], telling: Telling, name: str) -> tuple[int, int] | None:
    """The event and its report that a correction has most words of; none where it has few of all."""
    said = set(_stems(story, telling))
    found = [
        (len(said & set(_stems(story, event.tellings[report.telling]))), -number, -position)
        for number, event in enumerate(events)
        for position, report in enumerate(event.reports)
        if _may_correct(story, event.tellings[report.telling], telling, name)
    ]
    best = max(found, default=(0, 0, 0))
    return (-best[1], -best[2]) if best[0] >= _WORDS else None


def _may_correct(story: Story, report: Telling, telling: Telling, name: str) -> bool:
    """Whether the correction is of the outlet of the report, and not printed before it; a note stands with its article."""
    first, later = (story.readings[place.article].article for place in (report, telling))
    if outlet(first) != name:
        return False
    if report.article == telling.article:
        return not telling.span.overlaps(report.span) and "note" in telling.reason
    return bool(first.published and later.published and first.published.latest <= later.published.earliest)


def _stems(story: Story, telling: Telling) -> list[str]:
    """The words that carry meaning of the telling's sentence (of a note: of all of it)."""
    reading = story.readings[telling.article]
    sentence = sentence_at(reading, telling.span)
    whole = sentence if sentence.covers(telling.span) else telling.span
    return stems(_TOKEN.findall(whole.of(reading.article.text)))
