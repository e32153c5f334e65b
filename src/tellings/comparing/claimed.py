"""A figure of a claim with all that is asked when it is set beside another: its period, the numbers it allows, its sentence."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from tellings.linking.intervals import allowed
from tellings.linking.lookup import Place, entity_of, sentence_at
from tellings.linking.periods import Period, period
from tellings.linking.things import Thing, content, thing
from tellings.linking.told import CONTRAST, attached, before, rest
from tellings.values import EntityKind, Figure, FigureClaim, Reading, Span, Story, Telling


@dataclass(frozen=True, slots=True)
class Claimed:
    """A figure of a claim with its place, period and the interval of numbers that it allows.

    ``headed``: it stands in a headline. ``teller``: the text it is printed in, one for all copies. ``changes`` and
    ``revises``: its sentence tells of a change, or that an earlier number is replaced. ``rest`` is what its clause
    tells behind the number, ``own`` the stems of its sentence, ``said`` its words, ``number`` the number as printed.
    ``more``: it comes on top of another number. ``alone``: the article prints no other number of the noun. ``whom``:
    the entities that its sentence names; ``where``: the place it is told of, ``place``: its words, ``people``: the persons among ``whom``.
    ``near``: the words of its sentence and the one before; ``sized``: of "a 40-page report" the words behind the noun.
    ``contrast``: its sentence sets it against what was told before.
    """

    telling: Telling
    figure: Figure
    thing: Thing
    period: Period
    least: float
    most: float
    headed: bool
    teller: int
    changes: bool
    revises: bool
    rest: frozenset[str]
    more: bool
    number: str
    said: frozenset[str]
    own: frozenset[str]
    alone: bool
    whom: frozenset[int]
    where: frozenset[int | str]
    place: frozenset[str]
    people: frozenset[int]
    near: frozenset[str]
    sized: frozenset[str]
    contrast: bool


def members(
    story: Story, claim: FigureClaim, tellers: list[int], entities: Mapping[Place, int] | None = None
) -> list[Claimed]:
    """The figures of a claim; ``tellers`` gives for every article the number of the text it prints."""
    entities = entity_of(story) if entities is None else entities
    told = []
    for telling, (article, position) in zip(claim.tellings, claim.figures, strict=True):
        reading = story.readings[article]
        figure = reading.figures[position]
        least, most = allowed(figure, reading.article.text)
        said = sentence_at(reading, figure.number).of(reading.article.text)
        counted = thing(reading, figure).noun
        headed = any(
            sentence.block in {"title", "deck"} and sentence.span.covers(figure.number)
            for sentence in reading.sentences
        )
        told.append(
            Claimed(
                telling,
                figure,
                thing(reading, figure),
                period(reading, figure),
                least,
                most,
                headed,
                tellers[article],
                _CHANGES.search(said) is not None,
                _REVISES.search(said) is not None,
                rest(reading.article.text, figure, sentence_at(reading, figure.number)),
                _more(reading.article.text, figure),
                figure.number.of(reading.article.text).lower(),
                frozenset(_WORDS.findall(said.lower())),
                content(said),
                _alone(reading, figure, counted),
                _named(reading, article, figure, entities, {"person", "organisation", "place"}),
                _where(reading, article, figure, entities),
                frozenset(_WORDS.findall(figure.where.of(reading.article.text).lower()) if figure.where else ()),
                _named(reading, article, figure, entities, {"person"}),
                frozenset(_WORDS.findall(_nearby(reading, figure).lower())),
                _sized(reading.article.text, figure),
                CONTRAST.search(reading.article.text, sentence_at(reading, figure.number).start, figure.number.start)
                is not None,
            )
        )
    return told


def _nearby(reading: Reading, figure: Figure) -> str:
    sentence = sentence_at(reading, figure.number)
    return reading.article.text[before(reading, sentence) : sentence.end]


def _sized(text: str, figure: Figure) -> frozenset[str]:
    """The "investigative report" of "a 40-page investigative report"."""
    if figure.counted is None or not attached(text, figure):
        return frozenset()
    behind = _BEHIND.match(text, figure.counted.end)
    return content(behind[0]) if behind else frozenset()


_BEHIND = re.compile(r"(?: [a-z]+){1,2}")

_CHANGES = re.compile(
    r"\b(?:risen|rose|rises|rising|climbed|climbs|grown|grew|increased|extended|raised|revised|updated|now|so far|to date|still|already"
    r"|has (?:reached|passed|lost)|had (?:reached|passed|lost)|stands at|stood at|new (?:figure|count|toll)|latest)\b",
    re.IGNORECASE,
)
"""Words that tell that a number is one of several over time."""


_REVISES = re.compile(
    r"\b(?:revis(?:ed?|es|ing|ion)|correct(?:s|ed|ing|ion)|recount\w*|lowered|scaled back|down from|not the \w+"
    r"|(?:fewer|less|lower|more|higher) than (?:\w+ )?(?:first|initially|originally|previously|earlier|had been)"
    r"|(?:an|the) (?:earlier|initial|previous|original) (?:count|figure|number|toll|report|estimate|tally))\b",
    re.IGNORECASE,
)
"""Words that tell that a number takes the place of one that was printed before."""


def _alone(reading: Reading, figure: Figure, noun: str | None) -> bool:
    """Whether the article prints no other number of the noun: then it hardly tells of two things so counted."""
    same = (other for other in reading.figures if other.unit == figure.unit and other.value != figure.value)
    return not any(thing(reading, other).noun == noun and not thing(reading, other).known for other in same)


def _named(
    reading: Reading, article: int, figure: Figure, entities: Mapping[Place, int], kinds: Collection[EntityKind]
) -> frozenset[int]:
    """The entities of these kinds that a figure's sentence names."""
    sentence = sentence_at(reading, figure.number)
    return frozenset(
        entities[article, position]
        for position, mention in enumerate(reading.mentions)
        if sentence.covers(mention.span) and mention.kind in kinds and (article, position) in entities
    )


_LIES = re.compile(
    r"(?:\bin|\bat|\bnear|\bacross|\boutside|\bhit|\b(?:city|town|village|county|state|province|island|port) of)(?: the)?\s+$"
)


def lies_in(text: str, place: Span) -> bool:
    """Whether the text says in so many words that something is there: "in Osmere", not "an Osmere man"."""
    return _LIES.search(text, max(0, place.start - 24), place.start) is not None


def _where(reading: Reading, article: int, figure: Figure, entities: Mapping[Place, int]) -> frozenset[int | str]:
    """The place that a figure is said to be of, as an entity, or by its words where it is none."""
    if figure.where is None or not lies_in(reading.article.text, figure.where):
        return frozenset()
    for position, mention in enumerate(reading.mentions):
        if mention.span.overlaps(figure.where) and (article, position) in entities:
            return frozenset((entities[article, position],))
    return frozenset((figure.where.of(reading.article.text).lower(),))


_WORDS = re.compile(r"[\w.,-]*\w")


_MORE = re.compile(r"\s+(?:more|additional|further|extra)\b(?! than)", re.IGNORECASE)
"""Behind a number: it comes on top of another one."""

_FURTHER = re.compile(
    r"\b(?:another|additional|further|extra|subtracted|added)(?: (?:about|around|some|nearly|almost))? ?[$£€]?$",
    re.IGNORECASE,
)


_BESIDES = re.compile(r"\b(?:others?|additional|further|extra)\b(?=.)", re.IGNORECASE)
"""Before the noun that is counted: "$40 million of additional goods", "three other bills"."""


def _more(text: str, figure: Figure) -> bool:
    """Whether a number comes on top of another one: "another 12", "12 more"."""
    start = figure.number.start
    counted = figure.counted.of(text) if figure.counted else ""
    return (
        _BESIDES.search(counted) is not None
        or _MORE.match(text, figure.number.end) is not None
        or _FURTHER.search(text, max(0, start - 30), start) is not None
    )
