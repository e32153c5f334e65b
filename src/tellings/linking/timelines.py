"""The timeline of one entity: what it did and underwent, day by day, over all articles of a story.

A deed is an act (``reading.acts``) whose agent or patient the entity is, told by the outlet itself as done. It has
the day of its own moment; without one it is of the day of the news, which is that of the lead's event or the day of
print, unless it lies before what is told ("had left") or stands in words of others. Tellings of one day in one word or
in words of one class are one deed; what one article tells in two sentences stays two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from tellings.linking import doings, models
from tellings.linking.lookup import as_date, sentence_at
from tellings.reading.coreference.names import words_of
from tellings.values import Act, Deed, Entity, Reading, Span, Story, Telling

_NEWS = 3  # days before print that the event of the lead may lie, to be the news
_LEAD = 2  # paragraphs that tell the news
_BODY = re.compile(
    r"(?:\s+[A-Z][\w&]*\.?){0,2}\s+(?:Company|Corporation|Corp|Inc|Co|Group|Holdings?|Ltd|Limited|LLC|PLC|plc|N\.V|AG|SA|SE)"
)
_KIND = re.compile(r"(?:\s+[\w-]+){1,2}")  # "the X-9 patrol boat"
_BY = re.compile(r"\bby(?: the)?(?: (?:end|start|middle) of)?(?: the)? \Z")
_SPEECH = frozenset("say tell add state".split())


@dataclass(frozen=True, slots=True)
class _Told:
    """An act of the entity, when it was done, and how that is known."""

    article: int
    act: Act
    start: str
    end: str
    reason: str
    title: bool


def timeline_of(story: Story, name: str) -> tuple[Deed, ...]:
    """The deeds of the entity of that name, by day; none where the story does not name it."""
    told = [
        one
        for article, places in sorted(_places(story, name).items())
        for one in _of_article(story.readings[article], article, places)
    ]
    groups: list[list[_Told]] = []
    for one in sorted(told, key=lambda one: (one.start, one.end, one.article, one.act.span)):
        home = next((group for group in groups if all(_one_deed(one, other) for other in group)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return tuple(_deed(story, group) for group in groups)


def entity_named(story: Story, name: str) -> Entity | None:
    """The entity that a name means: printed so, in one word or two, by its initials, or by first letter and surname."""
    ranked = [
        (likeness, len(entity.mentions), -place)
        for place, entity in enumerate(story.entities)
        if (likeness := _likeness(story, entity, name))
    ]
    return story.entities[-max(ranked)[2]] if ranked else None


def _likeness(story: Story, entity: Entity, name: str) -> int:
    wanted, printed = words_of(name), {words_of(form) for form in (entity.name, *_forms(story, entity))}
    if wanted == words_of(entity.name):
        return 5
    if wanted in printed:
        return 4
    squeezed = {"".join(words) for words in printed}
    if "".join(wanted) in squeezed:
        return 3
    if len(wanted) > 1 and entity.kind != "person":
        return 2 * ("".join(word[0] for word in wanted) in squeezed)
    surnames = {(words[0][0], words[-1]) for words in printed if len(words) > 1}
    return int(len(wanted) > 1 and entity.kind == "person" and (wanted[0][0], wanted[-1]) in surnames)


def _forms(story: Story, entity: Entity) -> set[str]:
    """The names of an entity as printed."""
    return {
        mention.telling.span.of(story.readings[mention.telling.article].article.text)
        for mention in entity.mentions
        if mention.form == "name"
    }


def _places(story: Story, name: str) -> dict[int, set[Span]]:
    """Where the entity is named, described or meant, by article; also where its name alone is printed."""
    entity = entity_named(story, name)
    found: dict[int, set[Span]] = {}
    for mention in entity.mentions if entity else ():
        found.setdefault(mention.telling.article, set()).add(mention.telling.span)
    forms = (name, *models.models(name))
    printed = re.compile("|".join(rf"(?<!\w){re.escape(form)}(?!\w)" for form in forms))
    for article, reading in enumerate(story.readings):
        text, places = reading.article.text, found.setdefault(article, set())
        places.update(Span(match.start(), match.end()) for match in printed.finditer(text))
        longer = _KIND if len(forms) > 1 else _BODY
        places.update(
            Span(place.start, more.end()) for place in tuple(places) if (more := longer.match(text, place.end))
        )
    if len(forms) > 1:
        for article, places in enumerate(
            models.meant(story.readings, [found[place] for place in range(len(story.readings))])
        ):
            found[article] |= places
    return found


def _of_article(reading: Reading, article: int, places: set[Span]) -> Iterator[_Told]:
    news, why = _news(reading)
    for act in reading.acts:
        if not _takes_part(act, places) or _of_others(reading, act):
            continue
        title = any(block.kind == "title" and block.span.covers(act.span) for block in reading.article.blocks)
        moment = reading.moments[act.moment] if act.moment is not None else None
        if moment is not None and not act.told and _BY.search(reading.article.text, 0, moment.span.start):
            continue  # "will close two plants by 2031": no day of it is told
        if moment is not None and moment.start and as_date(moment.start):
            reason = f"dated by “{moment.span.of(reading.article.text)}”"
            yield _Told(article, act, moment.start, moment.end or moment.start, reason, title)
        elif act.told and moment is None and news and not act.before:
            yield _Told(article, act, news, news, why, title)


def _takes_part(act: Act, places: set[Span]) -> bool:
    """Whether a place of the entity holds the noun of an agent or a patient."""
    return any(place.covers(noun) for noun in (*act.agents, *act.patients) for place in places)


def _of_others(reading: Reading, act: Act) -> bool:
    """Whether others say it: what stands in a quotation, but what is reported without marks and dated."""
    return any(
        span.covers(act.span)
        for quotation in reading.quotations
        if quotation.manner != "indirect" or act.moment is None
        for span in quotation.content
    )


def _news(reading: Reading) -> tuple[str | None, str]:
    """The day of the news: the last whole day that an event of the lead has shortly before print, else that of print."""
    published = reading.article.published
    printed = as_date(published.day) if published and published.day else None
    if printed is None:
        return None, ""
    lead = _lead(reading)
    days = [
        day
        for event in reading.events
        if any(place.covers(event.trigger) for place in lead)
        and (moment := reading.moments[event.moment]).start == moment.end
        and len(moment.start or "") == 10
        and (day := as_date(moment.start)) is not None
        and printed - timedelta(days=_NEWS) <= day <= printed
    ]
    if days:
        return max(days).isoformat(), "of the day of the news"
    return printed.isoformat(), "of the day of print"


def _lead(reading: Reading) -> list[Span]:
    body = [block.span for block in reading.article.blocks if block.kind == "body"]
    return body[:_LEAD]


def _one_deed(one: _Told, other: _Told) -> bool:
    """Whether two acts of the entity are one deed: of one day, in words of one class, told by two or by a title."""
    if (one.start, one.end) != (other.start, other.end):
        return False
    if one.article == other.article and not (one.title or other.title):
        return False
    if one.act.lemma in _SPEECH or other.act.lemma in _SPEECH:
        return False
    same = doings.stem(one.act.lemma) == doings.stem(other.act.lemma)
    return same or bool(doings.classes(one.act.lemma) & doings.classes(other.act.lemma))


def _deed(story: Story, group: Sequence[_Told]) -> Deed:
    tellings = tuple(Telling(one.article, one.act.span, one.reason) for one in group)
    first = next((one for one in group if not one.title), group[0])
    reading = story.readings[first.article]
    words = sentence_at(reading, first.act.span).of(reading.article.text)
    return Deed(words, first.start, first.end, tellings)
