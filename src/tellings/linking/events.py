"""Events: dated doings that several articles tell, held as one.

Two mentions are one event where their dates agree (a month holds its days),
someone takes part in both, and the doing is the same: the same word, words of
one class ("sue", "file a lawsuit"), or a clause in much the same words. An
event grows only by what agrees with all of it, so two doings of one day
stay two, whatever the order of arrival.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tellings.linking import doings
from tellings.linking.candidates import Candidates
from tellings.linking.coreference import ONE_STORY, Background, Occurrence, background, occurrence, stems
from tellings.linking.lookup import entity_of, sentence_at
from tellings.linking.matches import Told, agreement, compatible, likely
from tellings.linking.modality import modality
from tellings.linking.reports import with_reports
from tellings.values import Event, EventMention, Reading, Span, Story, Telling

_LEANING = re.compile(r"(?i)(?:that|which|who|where|when|while|as|and|but|however|he|she|they|it)\b")
_TOKEN = re.compile(r"[A-Za-z][A-Za-z'-]*|\d[\d,.]*")
_GOOD_LENGTH = 90  # characters of a label


def link(story: Story) -> tuple[Event, ...]:
    """The events of a story, by date; those without one last."""
    who = entity_of(story)
    told = [
        _told(story, article, event, who)
        for article, reading in enumerate(story.readings)
        for event in range(len(reading.events))
    ]
    groups = _groups(told, _rare(told, len(story.readings)), _background(story, told))
    events = [_event(story, group) for group in groups if not all(one.caption for one in group)]
    return with_reports(story, sorted(events, key=_order))


def _told(story: Story, article: int, position: int, who: Mapping[tuple[int, int], int]) -> Told:
    reading = story.readings[article]
    event = reading.events[position]
    moment = reading.moments[event.moment]
    entities = [who[article, mention] for mention in event.participants if (article, mention) in who]
    names = " ".join(
        word for entity in entities for word in (story.entities[entity].name, *story.entities[entity].roles)
    )
    label = event.label or event.span
    text = label.of(reading.article.text)
    actor = who.get((article, event.participants[0])) if _acts(reading, position) else None
    words = text if label.start == event.span.start else event.span.of(reading.article.text)
    doing = doings.doing(words, event.lemma, without=f"{names} {moment.span.of(reading.article.text)}")
    named = actor is not None and any(mention.form == "name" for mention in story.entities[actor].mentions)
    people = {entity for entity in entities if _is_person(story, entity)}
    return Told(
        article,
        position,
        event.span,
        moment.start,
        moment.end,
        actor,
        named,
        frozenset(entities),
        doing,
        text,
        label,
        moment.value,
        frozenset(people),
        frozenset(
            doings.stem(role.split()[-1].lower()) for entity in entities for role in story.entities[entity].roles
        ),
        any(block.kind == "caption" and block.span.covers(event.trigger) for block in reading.article.blocks),
        _occurrence(article, reading, event),
        modality(reading, event),
    )


def _occurrence(article: int, reading: Reading, event: EventMention) -> Occurrence:
    """The doing with the words of its sentence."""
    sentence = sentence_at(reading, event.trigger)
    found = list(_TOKEN.finditer(reading.article.text, sentence.start, sentence.end))
    trigger = [place for place, token in enumerate(found) if event.trigger.start <= token.start() < event.trigger.end]
    return occurrence(article, sentence.start, [token[0] for token in found], trigger or [0], event.lemma)


def _background(story: Story, told: Sequence[Told]) -> Background:
    """What is known of all articles at once."""
    words = [stems(_TOKEN.findall(reading.article.text)) for reading in story.readings]
    known = background(words, [one.occurrence for one in told if one.occurrence is not None])
    return replace(known, least=ONE_STORY, story=[0] * len(words))


def _is_person(story: Story, entity: int) -> bool:
    known = story.entities[entity]
    return known.kind == "person" and any(mention.form == "name" for mention in known.mentions)


def _rare(told: Sequence[Told], articles: int) -> frozenset[str]:
    """The words that hardly more clauses tell than there are articles: two of them in common are no chance."""
    counted = Counter(word for one in told for word in one.doing.words)
    return frozenset(word for word, count in counted.items() if count <= articles + 1)


def _acts(reading: Reading, position: int) -> bool:
    """Whether the first participant is the one who does it: it stands before the doing."""
    event = reading.events[position]
    return bool(event.participants) and reading.mentions[event.participants[0]].span.start < event.trigger.start


def _groups(told: Sequence[Told], rare: frozenset[str], known: Background) -> list[list[Told]]:
    """Grown from the best dated, each mention goes to the group that holds the one most like it and nothing against it."""
    groups: list[list[Told]] = []
    filed = Candidates()
    for one in sorted(told, key=_precision):
        scored = [
            (max(agreement(one, other, rare) or likely(one, other, known) for other in groups[index]), -index)
            for index in filed.of(one)
            if all(compatible(one, other) for other in groups[index])
        ]
        best = max(scored, default=(0.0, 0))
        if best[0] > 0:
            place = -best[1]
            groups[place].append(one)
        else:
            place = len(groups)
            groups.append([one])
        filed.add(place, one)
    return groups


def _precision(one: Told) -> tuple[bool, int, str, int, Span]:
    """The narrowest date first, then the order of the story."""
    narrow = len(one.start or "") + (one.start == one.end)
    return one.start is None, -narrow, one.start or "", one.article, one.span


def _event(story: Story, group: Sequence[Told]) -> Event:
    """The event of a group: the narrowest date, the printed words of its clearest telling."""
    best = min(group, key=lambda one: (one.start is None, one.modality != "done", _precision(one)))
    ordered = sorted(group, key=lambda one: (one.article, one.span))
    done = any(one.modality == "done" for one in group)
    tellings = tuple(Telling(one.article, one.span, _reason(one, best, done=done)) for one in ordered)
    participants = sorted({entity for one in group for entity in one.entities})
    announced = tuple(place for place, one in enumerate(ordered) if done and one.modality != "done")
    first = _earliest(story, tellings, announced)
    return Event(_label(group), best.start, best.end, tuple(participants), tellings, first, announced=announced)


def _reason(one: Told, best: Told, *, done: bool) -> str:
    if one is best:
        return "tells it with the narrowest date" if one.start else "tells it without a date that can be told"
    shared = doings.shared(one.doing, best.doing)
    reason = f"the same time, and the same doing ({shared})" if shared else "the same time and the same people"
    return f"announces it, not yet done: {reason}" if done and one.modality != "done" else reason


def _label(group: Sequence[Told]) -> str:
    """The printed clause that says most in few words: one that tells it as done, stands by itself, of a good length."""
    ranked = sorted(
        (
            one.modality != "done",
            one.label != one.span,
            bool(_LEANING.match(one.text)),
            abs(len(one.text) - _GOOD_LENGTH),
            one.article,
            one.span,
            one.text,
        )
        for one in group
    )
    return ranked[0][-1]


def _earliest(story: Story, tellings: Sequence[Telling], announced: Sequence[int]) -> int | None:
    """The telling that was printed first, where the days of print tell; who only announced it did not report it."""
    reported = [index for index in range(len(tellings)) if index not in announced]
    printed = [(story.readings[tellings[index].article].article.published, index) for index in reported]
    if len({tellings[index].article for index in reported}) == 1:
        return reported[0]
    known = [(published.earliest, published.latest, index) for published, index in printed if published]
    if len(known) < len(reported):
        return None
    _, latest, index = min(known)
    own = tellings[index].article
    rest = [earliest for earliest, _, other in known if tellings[other].article != own]
    return index if all(latest < earliest for earliest in rest) else None


def _order(event: Event) -> tuple[bool, str, str, int, Span]:
    first = event.tellings[0]
    return event.start is None, event.start or "", event.end or "", first.article, first.span
