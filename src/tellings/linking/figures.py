"""Figures of the same thing, brought together across and within articles.

Two figures are of the same thing where what is counted, what befell it, the
unit, the place and the period all may be the same, and something says that
they are: a doing of a known class, the same noun and doing in sentences that
share words, or the same large value of the same noun. Values alone part
nothing: 12 dead and 14 dead are two tellings of one count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, permutations

from tellings.linking.lookup import Place, entity_at, entity_of, sentence_at
from tellings.linking.periods import Period, may_match, period
from tellings.linking.things import ANYBODY, FLOATING, Thing, content, thing
from tellings.values import Figure, FigureClaim, Story, Telling


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure with all that decides what it is of."""

    place: Place
    figure: Figure
    thing: Thing
    period: Period
    where: frozenset[str | int]
    said: frozenset[str]


def link(story: Story) -> tuple[FigureClaim, ...]:
    """Every thing that is counted in two places or more, with the figures for it."""
    told = tuple(_told(story))
    groups = _Groups(len(told))
    reasons: dict[int, str] = {}
    nested = _Places(story)
    for _, one, other, reason in sorted(_pairs(told, nested)):
        if other in groups.members(one):
            continue
        if _one_place(told, groups.members(one) | groups.members(other), nested):
            groups.join(one, other)
            reasons.setdefault(one, reason)
            reasons.setdefault(other, reason)
    return tuple(_claim(told, group, reasons) for group in groups.all() if len(group) > 1)


def _told(story: Story) -> Iterator[_Told]:
    entities = entity_of(story)
    for article, reading in enumerate(story.readings):
        for position, figure in enumerate(reading.figures):
            where = _where(story, article, figure, entities)
            sentence = sentence_at(reading, figure.number).of(reading.article.text)
            yield _Told(
                (article, position), figure, thing(reading, figure), period(reading, figure), where, content(sentence)
            )


def _where(story: Story, article: int, figure: Figure, entities: dict[Place, int]) -> frozenset[str | int]:
    """The place as an entity, or by its words where it is none."""
    if figure.where is None:
        return frozenset()
    entity = entity_at(story, article, figure.where, entities)
    return frozenset({figure.where.of(story.readings[article].article.text).lower() if entity is None else entity})


class _Places:
    """Which places lie in which, as the texts print it: "Osmere, Northland", "Osmere in Northland"."""

    def __init__(self, story: Story) -> None:
        self._names = tuple(entity.name for entity in story.entities)
        self._texts = tuple(reading.article.text for reading in story.readings)
        self._folded = tuple(text.lower() for text in self._texts)
        self._known: dict[frozenset[str | int], bool] = {}

    def one(self, keys: frozenset[str | int]) -> bool:
        """Whether two places may be two names of one: a town and its region."""
        if keys not in self._known:
            self._known[keys] = len(keys) == 2 and any(self._lies(town, region) for town, region in permutations(keys))
        return self._known[keys]

    def _lies(self, town: str | int, region: str | int) -> bool:
        inner, outer = (self._names[key] if isinstance(key, int) else key for key in (town, region))
        return any(
            inner.lower() in folded and outer.lower() in folded and _lies_in(inner, outer, text)
            for text, folded in zip(self._texts, self._folded, strict=True)
        )


def _lies_in(town: str, region: str, text: str) -> bool:
    """Whether the text prints the town and then its region, and not the two in a list."""
    within = rf"\b{re.escape(town)}(?:,? in|,)(?: the)?(?: \w+ern| north| south| east| west)? {re.escape(region)}\b(?!,? (?:and|or)\b)"
    return re.search(within, text, re.IGNORECASE) is not None


def _parted(first: _Told, second: _Told, nested: _Places) -> bool:
    """Whether two figures are told of different places; a town and its region may be two names of one place."""
    return (
        bool(first.where and second.where)
        and first.where != second.where
        and not nested.one(first.where | second.where)
    )


def _pairs(told: tuple[_Told, ...], nested: _Places) -> Iterator[tuple[int, int, int, str]]:
    """Pairs of the same thing, the surest first: (rank, one, other, reason)."""
    alike: dict[tuple[str | None, ...], list[int]] = {}
    for position, member in enumerate(told):
        counted = member.thing.kind if member.thing.known else member.thing.noun
        alike.setdefault((member.figure.change, member.thing.unit, str(member.thing.known), counted), []).append(position)
    for bucket in alike.values():
        for one, other in combinations(bucket, 2):
            first, second = told[one], told[other]
            reason = _same(first, second)
            if reason and not _parted(first, second, nested):
                yield (0 if first.where and first.where == second.where else 1), one, other, reason


def _same(first: _Told, second: _Told) -> str | None:
    """Why two figures are of the same thing; none where they are not, or it cannot be told."""
    if first.thing.unit != second.thing.unit or first.figure.change != second.figure.change:
        return None
    if not may_match(first.period, second.period):
        return None
    at = "in the same place" if first.where and first.where == second.where else "no other place is named"
    if _ratio(first.figure, second.figure) > (100 if first.thing.known else 5):
        return None
    if first.thing.known or second.thing.known:
        return f"{_class_reason(first.thing, second.thing)}; {at}" if _same_class(first.thing, second.thing) else None
    if _same_noun(first, second):
        return f"the same is counted ({first.thing.noun}); {at}"
    return None


def _ratio(first: Figure, second: Figure) -> float:
    """How far two values lie apart: a count grows and is reported wrongly, but hardly without bounds."""
    low, high = sorted((abs(first.value), abs(second.value)))
    return high / low if low else 1.0 if high == low else float("inf")


def _same_class(first: Thing, second: Thing) -> bool:
    nouns = {noun for noun in (first.noun, second.noun) if noun is not None and noun not in ANYBODY}
    if (
        first.kind != second.kind
        or len(nouns) > 1
        or (nouns and None not in (first.noun, second.noun) and first.noun != second.noun)
    ):
        return False
    return _narrow_alike(first, second)


def _narrow_alike(first: Thing, second: Thing) -> bool:
    return first.narrowing <= second.narrowing or second.narrowing <= first.narrowing


def _class_reason(first: Thing, second: Thing) -> str:
    return (
        f"both count {first.told}"
        if first.told == second.told
        else f"{first.told}, {second.told}: both count people {first.kind}"
    )


def _same_noun(first: _Told, second: _Told) -> bool:
    """The same noun, and more: the same sure value, or the same doing or place with words in common."""
    noun = first.thing.noun
    if noun is None or noun != second.thing.noun or noun in FLOATING or not _narrow_alike(first.thing, second.thing):
        return False
    shared = len((first.said & second.said) - {noun})
    if first.figure.value == second.figure.value:
        return _specific(first.figure) or shared >= 2
    if noun in ANYBODY or first.figure.change != "level":
        return False
    doings = {doing for doing in (first.thing.doing, second.thing.doing) if doing}
    return len(doings) <= 1 and shared >= 2


def _specific(figure: Figure) -> bool:
    """Whether a value is unlikely to be met twice by chance."""
    return figure.value >= 1000 or len(f"{figure.value:g}".strip("0").replace(".", "")) >= 3


def _one_place(told: tuple[_Told, ...], members: frozenset[int], nested: _Places) -> bool:
    """Whether no two figures are of places apart: a figure without a place must not join two."""
    places = {told[member].where for member in members if told[member].where}
    return all(nested.one(one | other) for one, other in combinations(places, 2))


class _Groups:
    """Positions put together step by step."""

    def __init__(self, size: int) -> None:
        self._group = {position: frozenset({position}) for position in range(size)}

    def members(self, position: int) -> frozenset[int]:
        return self._group[position]

    def join(self, one: int, other: int) -> None:
        joined = self._group[one] | self._group[other]
        for position in joined:
            self._group[position] = joined

    def all(self) -> list[tuple[int, ...]]:
        return sorted({tuple(sorted(group)) for group in self._group.values()})


def _claim(told: tuple[_Told, ...], group: tuple[int, ...], reasons: dict[int, str]) -> FigureClaim:
    members = [told[position] for position in group]
    tellings = tuple(
        Telling(member.place[0], member.figure.span, reasons[position])
        for position, member in zip(group, members, strict=True)
    )
    return FigureClaim(_counted(members), tellings, tuple(member.place for member in members))


def _counted(members: list[_Told]) -> str:
    """In a noun, what is counted: of the class where one is known, else as the first article prints it."""
    known = next((member.thing.told for member in members if member.thing.known), None)
    return known or next((member.thing.told for member in members if member.thing.told), "")
