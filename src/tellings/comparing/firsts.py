"""Who printed it first: for what several articles tell, the earliest in print, where the days are known and differ."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from tellings.comparing.phrasing import enumerated, printed, source
from tellings.linking.lookup import as_date, day
from tellings.values import Comparison, Story, Telling

SHORTEST = 5
"""Fewer words than these are printed by many for many reasons."""


NEW = dt.timedelta(days=7)
"""An event further back than this is no news."""


def compare(story: Story) -> list[Comparison]:
    """One comparison for every utterance and event whose first printing is known."""
    return [
        comparison
        for tellings, first, said in _told(story)
        if (comparison := _first(story, tellings, first, said=said)) is not None
    ]


def _told(story: Story) -> Iterator[tuple[tuple[Telling, ...], int, bool]]:
    """What is told, the position of its first telling, and whether it is words said: of an event each has its own."""
    for utterance in story.utterances:
        if utterance.first is not None:
            yield tuple(printing.telling for printing in utterance.printings), utterance.first, True
    for event in story.events:
        if event.first is not None:
            telling = event.tellings[event.first]
            if _tells_all(story, telling) and _is_news(story, telling, event.start):
                yield event.tellings, event.first, False


def _is_news(story: Story, telling: Telling, start: str | None) -> bool:
    """Whether an event, told in a clause of some length, was new when it was first printed: what lies longer back is told as background."""
    if len(telling.span.of(story.readings[telling.article].article.text).split()) < 8:  # no news in fewer
        return False
    happened, printed_on = as_date(start), as_date(day(story.readings[telling.article].article))
    return bool(happened and printed_on and dt.timedelta() <= printed_on - happened <= NEW)


def _tells_all(story: Story, telling: Telling) -> bool:
    """Whether the telling begins a sentence: a clause within one ("three weeks after ...") is no report of the event."""
    return telling.span.of(story.readings[telling.article].article.text)[:1].isupper()


def _first(story: Story, tellings: tuple[Telling, ...], first: int, *, said: bool) -> Comparison | None:
    """None where another article printed it on the same day, or some day is not known."""
    lead = tellings[first]
    if len(lead.span.of(story.readings[lead.article].article.text).split()) < SHORTEST:
        return None
    others = [telling for telling in _one_each(tellings) if telling.article != lead.article]
    days = [day(story.readings[telling.article].article) for telling in (lead, *others)]
    if (
        not others
        or any(printed_on is None or printed_on <= (days[0] or "") for printed_on in days[1:])
        or days[0] is None
    ):
        return None
    later = enumerated([source(story, telling.article) for telling in others])
    words = printed(story, lead.article, lead.span)
    who = source(story, lead.article)
    why = f"{who} printed {words} before {later}." if said else f"{who} told of this before {later} did: {words}."
    return Comparison("first", why, (lead, *others))


def _one_each(tellings: tuple[Telling, ...]) -> list[Telling]:
    """The first telling of every article."""
    found: dict[int, Telling] = {}
    for telling in sorted(tellings):
        found.setdefault(telling.article, telling)
    return [found[article] for article in sorted(found)]
