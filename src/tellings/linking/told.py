"""A figure with all that decides what it is of: what is counted, of when, where, and the words it is told in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tellings.linking.intervals import allowed
from tellings.linking.lookup import Place, entity_at, entity_of, sentence_at
from tellings.linking.periods import Period, period
from tellings.linking.things import Thing, content, stem, thing
from tellings.reading.figures.context import OF_PEOPLE
from tellings.values import Figure, Reading, Span, Story


@dataclass(frozen=True, slots=True)
class Told:
    """A figure with all that decides what it is of.

    ``kinds`` are the classes of doings counted in its article, ``parts`` the wholes of which it prints a part,
    ``named`` the places of the sentence where the figure has none of its own, ``attached`` says that it is part of a word ("a 40-page report"),
    ``spelled`` that it is one word of letters; ``least`` and ``most`` bound the numbers that it allows.
    """

    place: Place
    figure: Figure
    thing: Thing
    period: Period
    where: frozenset[str | int]
    said: frozenset[str]
    sentence: Span
    paragraph: int | None
    printed: frozenset[str]
    whole: tuple[float, str | None] | None
    contrast: bool
    kinds: frozenset[str] = frozenset()
    named: frozenset[str | int] = frozenset()
    parts: frozenset[tuple[float, str | None]] = frozenset()
    attached: bool = False
    spelled: bool = False
    least: float = 0.0
    most: float = 0.0

    @property
    def change(self) -> str:
        """Whether a level, a rise or a fall is told: "cut 90 jobs" tells how many, no fall of another number."""
        return "level" if self.thing.dealt else self.figure.change


def told_of(story: Story) -> Iterator[Told]:
    """Every figure of a story with all that decides what it is of."""
    entities = entity_of(story)
    for article, reading in enumerate(story.readings):
        text = reading.article.text
        printed = content(text)
        things = [thing(reading, figure) for figure in reading.figures]
        kinds = frozenset(each.kind for each in things if each.kind is not None and each.known)
        for position, figure in enumerate(reading.figures):
            sentence = sentence_at(reading, figure.number)
            yield Told(
                (article, position),
                figure,
                things[position],
                period(reading, figure),
                _where(story, article, figure, entities),
                content(text[before(reading, sentence) : sentence.end]),
                sentence,
                _paragraph(reading, figure),
                printed,
                _whole(reading, things, position),
                CONTRAST.search(text, sentence.start, figure.number.start) is not None,
                kinds,
                _named(story, article, sentence, figure, entities),
                frozenset(whole for at in range(len(things)) if (whole := _whole(reading, things, at))),
                attached(text, figure),
                text[figure.number.start : figure.number.end].isalpha(),
                *allowed(figure, text),
            )


def attached(text: str, figure: Figure) -> bool:
    """Whether the number measures the thing named behind it: "a 40-page report", "the full 40 page report"."""
    if text.startswith("-", figure.number.end):
        return True
    counted = figure.counted.of(text).lower() if figure.counted else ""
    return figure.unit is None and figure.value > 1 and counted == figure.head and counted in _MEASURES


_MEASURES = frozenset("page seat bed room story storey member car count item stop".split())
"""Nouns that, in the singular behind a number, tell the size of what follows."""

CONTRAST = re.compile(
    r"(?:\b(?:but|however|yet|whereas|while|disput\w+|disagree\w*|contradict\w*|rather than|instead of)\b)",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[.;:!?”\"](?:\s|$)|, (?:and|but|while|which|who)\b")
_SAYS_NOTHING = frozenset(stem(word) for word in "still left without have having been already about".split())


def rest(text: str, figure: Figure, sentence: Span) -> frozenset[str]:
    """What the clause tells behind the number, without the noun that is counted."""
    end = _CLAUSE_END.search(text, figure.number.end, sentence.end)
    said = text[figure.number.end : end.start() if end else sentence.end]
    return content(said) - {stem(figure.head or "")} - _SAYS_NOTHING


def before(reading: Reading, sentence: Span) -> int:
    """Where the sentence before begins, in the same paragraph: it often names what "it knew of 22 leaks" is about."""
    near = [line for line in reading.sentences if line.span.end <= sentence.start or line.span == sentence]
    if len(near) < 2 or near[-1].span != sentence or near[-2].paragraph != near[-1].paragraph:
        return sentence.start
    return near[-2].span.start


def _paragraph(reading: Reading, figure: Figure) -> int | None:
    return next((line.paragraph for line in reading.sentences if line.span.overlaps(figure.number)), None)


def _whole(reading: Reading, things: list[Thing], position: int) -> tuple[float, str | None] | None:
    """The "six" of "two of six wheels", with its noun."""
    if things[position].share != "part" or position + 1 == len(things) or things[position + 1].share != "whole":
        return None
    return reading.figures[position + 1].value, things[position + 1].noun


def _where(story: Story, article: int, figure: Figure, entities: dict[Place, int]) -> frozenset[str | int]:
    """The place as an entity, or by its words where it is none."""
    if figure.where is None:
        return frozenset()
    entity = entity_at(story, article, figure.where, entities)
    return frozenset({figure.where.of(story.readings[article].article.text).lower() if entity is None else entity})


_IN = re.compile(
    r"\b(?P<lies>in|(?:city|town|village|county|state|province|island|port) of|at|near|across|outside|hit|of) "
    r"(?P<name>(?:[A-Z][\w’'-]+(?: (?=[A-Z]))?)+)"
)


def _named(
    story: Story, article: int, sentence: Span, figure: Figure, entities: dict[Place, int]
) -> frozenset[str | int]:
    """The places that the sentence names, where the figure has none of its own: known ones, and "in Osmere" by its words."""
    if figure.where is not None:
        return frozenset()
    text, found = story.readings[article].article.text, set[str | int]()
    times = [moment.span for moment in story.readings[article].moments]
    for match in _IN.finditer(text, sentence.start, sentence.end):
        span = Span(*match.span("name"))
        if any(span.overlaps(time) for time in times):
            continue
        if match["lies"] == "of" and text[sentence.start : match.start()].rstrip().endswith(OF_PEOPLE):
            continue
        entity = entity_at(story, article, span, entities)
        lies_in = match["lies"] == "in" or " of" in match["lies"]  # whatever the model takes the name for
        if entity is None or lies_in or story.entities[entity].kind == "place":
            found.add(match["name"].lower() if entity is None else entity)
    return frozenset(found)
