"""Events: dated doings that several articles tell, held as one.

Two mentions are one event where their dates agree (a month holds its days),
someone takes part in both, and the doing is the same: the same word, words of
one class ("sue", "file a lawsuit"), or a clause in much the same words. An
event grows only by what agrees with all of it, so two doings of one day
stay two, whatever the order of arrival.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tellings.linking import doings
from tellings.linking.doings import Doing
from tellings.values import Event, Reading, Span, Story, Telling

_LEANING = re.compile(r"(?i)(?:that|which|who|where|when|while|as|and|but|however|he|she|they|it)\b")
_GOOD_LENGTH = 90  # characters of a label
_LIKE_WORDS = 0.4  # the same of two that are told of one day
_SAME_WORDS = 0.5  # likeness from which two clauses tell one act even where the people are not known to be the same


@dataclass(frozen=True, slots=True)
class _Told:
    """One event mention, made ready to compare.

    ``actor`` and ``entities`` are positions in the story's entities; ``named`` says that the story
    has a name for the actor, not only a description.
    """

    article: int
    event: int
    span: Span
    start: str | None
    end: str | None
    actor: int | None
    named: bool
    entities: frozenset[int]
    doing: Doing
    text: str


def link(story: Story) -> tuple[Event, ...]:
    """The events of a story, by date; those without one last."""
    who = _entities(story)
    told = [
        _told(story, article, event, who)
        for article, reading in enumerate(story.readings)
        for event in range(len(reading.events))
    ]
    events = [_event(story, group) for group in _groups(told)]
    return tuple(sorted(events, key=_order))


def _entities(story: Story) -> Mapping[tuple[int, int], int]:
    """Which entity a mention of an article refers to."""
    return {
        (mention.telling.article, mention.mention): position
        for position, entity in enumerate(story.entities)
        for mention in entity.mentions
    }


def _told(story: Story, article: int, position: int, who: Mapping[tuple[int, int], int]) -> _Told:
    reading = story.readings[article]
    event = reading.events[position]
    moment = reading.moments[event.moment]
    entities = [who[article, mention] for mention in event.participants if (article, mention) in who]
    names = " ".join(
        word for entity in entities for word in (story.entities[entity].name, *story.entities[entity].roles)
    )
    text = event.span.of(reading.article.text)
    actor = who.get((article, event.participants[0])) if _acts(reading, position) else None
    doing = doings.doing(text, event.lemma, without=f"{names} {moment.span.of(reading.article.text)}")
    named = actor is not None and any(mention.form == "name" for mention in story.entities[actor].mentions)
    return _Told(
        article, position, event.span, moment.start, moment.end, actor, named, frozenset(entities), doing, text
    )


def _acts(reading: Reading, position: int) -> bool:
    """Whether the first participant is the one who does it: it stands before the doing."""
    event = reading.events[position]
    return bool(event.participants) and reading.mentions[event.participants[0]].span.start < event.trigger.start


def _groups(told: Sequence[_Told]) -> list[list[_Told]]:
    """Grown from the best dated, each mention goes to the group that holds the one most like it and nothing against it."""
    groups: list[list[_Told]] = []
    for one in sorted(told, key=_precision):
        scored = [
            (max(_agreement(one, other) for other in group), -index)
            for index, group in enumerate(groups)
            if all(_compatible(one, other) for other in group)
        ]
        best = max(scored, default=(0.0, 0))
        if best[0] > 0:
            groups[-best[1]].append(one)
        else:
            groups.append([one])
    return groups


def _compatible(one: _Told, other: _Told) -> bool:
    """Whether the two may tell one event at all: the times meet, and nobody else does it."""
    if one.start is None or other.start is None:
        return False
    return _same_time(one, other) and (_same_actor(one, other) or _together(one, other))


def _together(one: _Told, other: _Told) -> bool:
    """Whether two with different doers may be one act.

    Either one of several ("met") that names both on both sides, or one told in much the same words
    where a doer is only described ("a judge").
    """
    if one.actor in other.entities and other.actor in one.entities and doings.mutual(one.doing, other.doing):
        return True
    return not (one.named and other.named) and doings.likeness(one.doing, other.doing) >= _SAME_WORDS


def _precision(one: _Told) -> tuple[bool, int, str, int, Span]:
    """The narrowest date first, then the order of the story."""
    narrow = len(one.start or "") + (one.start == one.end)
    return one.start is None, -narrow, one.start or "", one.article, one.span


def _agreement(one: _Told, other: _Told) -> float:
    """How far two mentions tell one event; 0 where they do not."""
    if not _compatible(one, other):
        return 0.0
    alike, shared = doings.likeness(one.doing, other.doing), len(one.entities & other.entities)
    nobody = one.article == other.article and not (one.entities and other.entities)  # "the raid on Monday", told before
    if not shared and not nobody and alike < (_LIKE_WORDS if _width(one) == _width(other) == 0 else _SAME_WORDS):
        return 0.0
    score = alike + 0.05 * min(shared, 3)
    unsure = not nobody and (one.actor is None or other.actor is None)
    return score if alike and score >= _needed(one, other) + 0.1 * unsure else 0.0


def _needed(one: _Told, other: _Told) -> float:
    """The coarser the date, the more alike the doings must be; a span of months and more is hardly a date."""
    return (0.25, 0.3, 0.35, 0.6)[max(_width(one), _width(other))]


def _same_actor(one: _Told, other: _Told) -> bool:
    """Nobody known on one side, or one who takes part on both."""
    return one.actor is None or other.actor is None or one.actor == other.actor


def _width(one: _Told) -> int:
    """0 a day, 1 a week, 2 a month, 3 more."""
    if one.start and len(one.start) == 10:
        return 0 if one.start == one.end else 1
    return 2 if one.start == one.end and len(one.start or "") == 7 else 3


def _same_time(one: _Told, other: _Told) -> bool:
    """Whether the one date may be the other: "2017-01" holds "2017-01-24"."""
    return _first(one) <= _last(other) and _first(other) <= _last(one)


def _first(one: _Told) -> str:
    return ((one.start or "") + "-01-01")[:10] if len(one.start or "") < 10 else one.start or ""


def _last(one: _Told) -> str:
    end = one.end or one.start or ""
    return (end + "-12-31")[:10] if len(end) == 4 else end + "-31" if len(end) == 7 else end


def _event(story: Story, group: Sequence[_Told]) -> Event:
    """The event of a group: the narrowest date, the printed words of its clearest telling."""
    best = min(group, key=_precision)
    ordered = sorted(group, key=lambda one: (one.article, one.span))
    tellings = tuple(Telling(one.article, one.span, _reason(one, best)) for one in ordered)
    participants = sorted({entity for one in group for entity in one.entities})
    return Event(_label(group), best.start, best.end, tuple(participants), tellings, _earliest(story, tellings))


def _reason(one: _Told, best: _Told) -> str:
    if one is best:
        return "tells it with the narrowest date" if one.start else "tells it without a date that can be told"
    shared = doings.shared(one.doing, best.doing)
    return f"the same time, and the same doing ({shared})" if shared else "the same time and the same people"


def _label(group: Sequence[_Told]) -> str:
    """The printed clause that says most in few words: one that stands by itself, of a good length."""
    ranked = sorted(
        (bool(_LEANING.match(one.text)), abs(len(one.text) - _GOOD_LENGTH), one.article, one.span, one.text)
        for one in group
    )
    return ranked[0][4]


def _earliest(story: Story, tellings: Sequence[Telling]) -> int | None:
    """The telling that was printed first, where the days of print tell."""
    printed = [(story.readings[telling.article].article.published, index) for index, telling in enumerate(tellings)]
    if len({telling.article for telling in tellings}) == 1:
        return 0
    known = [(published.earliest, published.latest, index) for published, index in printed if published]
    if len(known) < len(tellings):
        return None
    _, latest, index = min(known)
    own = tellings[index].article
    rest = [earliest for earliest, _, other in known if tellings[other].article != own]
    return index if all(latest < earliest for earliest in rest) else None


def _order(event: Event) -> tuple[bool, str, str, int, Span]:
    first = event.tellings[0]
    return event.start is None, event.start or "", event.end or "", first.article, first.span
