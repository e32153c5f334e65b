"""Matches: whether two event mentions tell one event.

They do where their times meet, nobody else does it, and the doing is the same
by its class, by its words, or by words of one day that the story hardly
prints elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from tellings.linking import coreference, doings
from tellings.linking.coreference import Background, Occurrence
from tellings.linking.doings import Doing
from tellings.linking.modality import Modality
from tellings.values import Span

_LIKE_WORDS = 0.4  # the same of two that are told of one day
_RARE = 2  # words in common that the story hardly prints elsewhere
_SAME_WORDS = 0.5  # likeness from which two clauses tell one act even where the people are not known to be the same


@dataclass(frozen=True, slots=True)
class Told:
    """One event mention, made ready to compare.

    ``actor`` and ``entities`` are positions in the story's entities, ``people`` those of them that are
    persons with a name; ``named`` says that the story has a name for the actor, not only a description.
    ``value`` is the time as told, where its day is not known ("XXXX-05-16"). ``modality`` says whether it is
    told as done, as ahead or as not done.
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
    label: Span
    value: str
    people: frozenset[int]
    roles: frozenset[str]
    caption: bool
    occurrence: Occurrence | None = None
    modality: Modality = "done"


def compatible(one: Told, other: Told) -> bool:
    """Whether the two may tell one event at all: the times meet, and nobody else does it."""
    return _same_time(one, other) and (_same_actor(one, other) or _together(one, other))


def _together(one: Told, other: Told) -> bool:
    """Whether two with different doers may be one act.

    Either one of several ("met") that names both on both sides, or one told in much the same words
    where a doer is only described ("a judge").
    """
    if one.actor in other.entities and other.actor in one.entities and doings.mutual(one.doing, other.doing):
        return True
    return not (one.named and other.named) and doings.likeness(one.doing, other.doing) >= _SAME_WORDS


def agreement(one: Told, other: Told, rare: frozenset[str]) -> float:
    """How far two mentions tell one event; 0 where they do not."""
    if not compatible(one, other) or not _may_fulfil(one, other):
        return 0.0
    marked = _marked(one, other, rare)
    if one.start is None or other.start is None:
        return marked
    described = _described(one, other) or _described(other, one)
    alike, shared = doings.likeness(one.doing, other.doing), len(one.entities & other.entities) + described
    nobody = one.article == other.article and not (one.entities and other.entities)  # "the raid on Monday", told before
    if _company(one, other) and not (alike >= _SAME_WORDS and doings.same_act(one.doing, other.doing)):
        return 0.0
    if not shared and not nobody and alike < (_LIKE_WORDS if _width(one) == _width(other) == 0 else _SAME_WORDS):
        return marked
    score = alike + 0.05 * min(shared, 3)
    unsure = not nobody and not described and (one.actor is None or other.actor is None)
    return max(marked, score if alike and score >= _needed(one, other) + 0.1 * unsure else 0.0)


def _marked(one: Told, other: Told, rare: frozenset[str]) -> float:
    """Of one day and one doing, or of one day in words that the story hardly prints elsewhere; nobody else takes part."""
    days = _width(one) == 0 if other.start is None else _width(other) == 0 and (one.start is None or _width(one) == 0)
    others = one.people and other.people and not one.people & other.people
    if not days or others or one.article == other.article:
        return 0.0
    common = one.doing.words & other.doing.words & rare
    if len(common) >= _RARE and not doings.apart(one.doing, other.doing):
        return 0.25 + 0.05 * len(common)
    if (
        one.actor is not None
        and one.actor == other.actor
        and len(one.entities & other.entities) > 1
        and _meets(one, other)
    ):
        return 0.25  # "will put her case to the minister", "is to meet the minister"
    who = one.entities & other.entities or (one.start is not None and other.start is not None)
    return 0.25 if who and doings.kindred(one.doing, other.doing) else 0.0


def likely(one: Told, other: Told, known: Background) -> float:
    """As ``agreement``, by what was learned of event coreference: of one day, told by two articles, of nobody else.

    So "walked out" and "stoppage" of one day meet where their clauses and their articles are near enough.
    """
    others = one.people and other.people and not one.people & other.people
    if others or one.article == other.article or one.start is None or one.start != other.start:
        return 0.0
    if _width(one) or _width(other) or one.occurrence is None or other.occurrence is None:
        return 0.0
    if not compatible(one, other) or not _may_fulfil(one, other):
        return 0.0
    chance = coreference.chance(one.occurrence, other.occurrence, known)
    return _LEARNED * chance if chance >= _LIKELY else 0.0


_LIKELY = 0.5
_LEARNED = 0.25  # no more than the least that agreement gives: what is said in the same words comes first


def _may_fulfil(one: Told, other: Told) -> bool:
    """Whether what the one tells as ahead may be what the other tells as done: the same act in its own word. What was not done never is."""
    if one.modality == other.modality:
        return True
    return "not done" not in (one.modality, other.modality) and doings.same_act(one.doing, other.doing)


def _company(one: Told, other: Told) -> bool:
    """Whether each tells of a person that the other does not: "the two agreed", "she met one of them"."""
    return bool(one.people - other.people) and bool(other.people - one.people)


def _described(one: Told, other: Told) -> bool:
    """Whether the one, whose doer is nobody known, tells of "the chairman", which is what the other's is."""
    return one.actor is None and bool(one.doing.words & other.roles)


def _meets(one: Told, other: Told) -> bool:
    """Whether one tells of a meeting, and the other what was said or put there in words that name no other doing."""
    first, second = one.doing.own, other.doing.own
    return ("meet" in first and not second) or ("meet" in second and not first)


def _needed(one: Told, other: Told) -> float:
    """The coarser the date, the more alike the doings must be; a span of months and more is hardly a date."""
    return (0.25, 0.3, 0.35, 0.6)[max(_width(one), _width(other))]


def _same_actor(one: Told, other: Told) -> bool:
    """Nobody known on one side, or one who takes part on both."""
    return one.actor is None or other.actor is None or one.actor == other.actor


def _width(one: Told) -> int:
    """0 a day, 1 a week, 2 a month, 3 more."""
    if one.start and len(one.start) == 10:
        return 0 if one.start == one.end else 1
    return 2 if one.start == one.end and len(one.start or "") == 7 else 3


def _same_time(one: Told, other: Told) -> bool:
    """Whether the one date may be the other: "2017-01" holds "2017-01-24", "16 May" may be "2024-05-16"."""
    if one.start is None or other.start is None:
        return _may_be(one, other) or _may_be(other, one)
    return _first(one) <= _last(other) and _first(other) <= _last(one)


def _may_be(one: Told, other: Told) -> bool:
    """Whether a weekday or a day of the month without its year is the day of the other."""
    if one.start is not None or other.start is None or _width(other):
        return False
    if weekday := re.match(r"XXXX-WXX-(\d)", one.value):
        return date.fromisoformat(other.start).isoweekday() == int(weekday[1])
    return bool(re.match(r"XXXX-\d\d-\d\d", one.value)) and other.start[4:] == one.value[4:10]


def _first(one: Told) -> str:
    return ((one.start or "") + "-01-01")[:10] if len(one.start or "") < 10 else one.start or ""


def _last(one: Told) -> str:
    end = one.end or one.start or ""
    return (end + "-12-31")[:10] if len(end) == 4 else end + "-31" if len(end) == 7 else end
