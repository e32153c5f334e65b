"""Figures that look like one and are of two things: told where a reader might take them for a contradiction.

Of another place or period, of another doing (the killed, the injured), in
percent and in percentage points, a part and its whole. Both can be true; the
sentence says in what they differ. Nothing is said where one of the articles
prints both figures itself: its reader knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from tellings.comparing.claimed import lies_in
from tellings.comparing.phrasing import capitalised, tells, texts
from tellings.linking.classes import ANYBODY
from tellings.linking.lookup import Place
from tellings.linking.nesting import Places
from tellings.linking.sameness import alike, shares_words
from tellings.linking.told import Told, told_of
from tellings.values import Comparison, Relation, Story, Telling

_HARMED = frozenset({"killed", "injured", "missing"})
_ACCUSED = frozenset({"arrested", "charged"})
_PERCENT = frozenset({"percent", "percentage points"})
_MOST = 200
"""Figures of one noun beyond which their pairs are not gone through: a noun told so often is many things."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What is asked of all figures of a story at once: the text of each article, nested places, what each claim holds."""

    tellers: list[int]
    nested: Places
    claim: dict[Place, int]
    articles: dict[int, frozenset[int]]


def compare(story: Story) -> list[Comparison]:
    """One comparison for every two things so told, by their first pair of figures."""
    known = _Known(
        texts(story),
        Places(story),
        {place: number for number, claim in enumerate(story.figure_claims) for place in claim.figures},
        {
            number: frozenset(article for article, _ in claim.figures)
            for number, claim in enumerate(story.figure_claims)
        },
    )
    found: dict[tuple[Relation, str, float, float], Comparison] = {}
    for first, second in _pairs(story):
        if known.tellers[first.place[0]] == known.tellers[second.place[0]]:
            continue
        apart = not _one_claim(first, second, known)
        for relation, tail in _relations(story, first, second, known):
            if not apart and relation != "part and whole":
                continue
            values = sorted((first.figure.value, second.figure.value))
            found.setdefault(
                (relation, first.thing.noun or "", values[0], values[1]),
                _compared(story, first, second, relation, tail),
            )
    return list(found.values())


def _pairs(story: Story) -> Iterator[tuple[Told, Told]]:
    """Figures that count one noun, or what befell people, in two articles."""
    buckets: dict[str, list[Told]] = {}
    for told in told_of(story):
        people = told.thing.kind if told.thing.kind in _HARMED | _ACCUSED and told.thing.unit is None else None
        group = "harmed" if people in _HARMED else "accused" if people in _ACCUSED else told.thing.noun
        if group is not None:
            buckets.setdefault(group, []).append(told)
    for bucket in buckets.values():
        if len(bucket) <= _MOST:
            yield from (
                (first, second) for first, second in combinations(bucket, 2) if first.place[0] != second.place[0]
            )


def _one_claim(first: Told, second: Told, known: _Known) -> bool:
    """Whether the two are held as one, or either article prints the other thing too."""
    claims = [known.claim.get(told.place) for told in (first, second)]
    if claims[0] is not None and claims[0] == claims[1]:
        return True
    there = (second.place[0], first.place[0])
    return any(
        claim is not None and article in known.articles[claim] for claim, article in zip(claims, there, strict=True)
    )


def _relations(story: Story, first: Told, second: Told, known: _Known) -> Iterator[tuple[Relation, str]]:
    """The relation of two figures with the words that say it; none where nothing is sure."""
    units = {first.thing.unit, second.thing.unit}
    if units == _PERCENT and first.figure.change == second.figure.change and shares_words(first, second, 1):
        yield "percent and percentage points", "one is in percent, the other in percentage points"
    elif first.thing.unit != second.thing.unit or first.figure.value == second.figure.value:
        return
    elif (whole := _part(first, second)) and not first.parts & second.parts:
        yield "part and whole", f"the {whole:g} are the whole of which the other is a part"
    elif first.thing.kind != second.thing.kind and {first.thing.kind, second.thing.kind} <= _HARMED | _ACCUSED:
        if not known.nested.parted(first, second) and not first.period.long and _only(first, second):
            yield "different definition", f"the one counts {first.thing.told}, the other {second.thing.told}"
    elif alike(first, second) and not first.thing.share and not second.thing.share:
        yield from _elsewhere(story, first, second, known)


def _part(first: Told, second: Told) -> float | None:
    """The whole, where the one is a part of what the other counts."""
    for part, whole in ((first, second), (second, first)):
        if part.whole and part.whole[0] == whole.figure.value and part.thing.noun == whole.thing.noun:
            return whole.figure.value if whole.thing.share != "part" else None
    return None


def _only(first: Told, second: Told) -> bool:
    """Whether neither article counts what the other does: then its reader cannot tell."""
    return shares_words(first, second, 1) and not (
        {first.thing.kind or ""} & second.kinds or {second.thing.kind or ""} & first.kinds
    )


def _elsewhere(story: Story, first: Told, second: Told, known: _Known) -> Iterator[tuple[Relation, str]]:
    """Of one thing in two places, or of two periods that are told."""
    if known.nested.parted(first, second):
        names = [_place(story, told) for told in (first, second)]
        if all(names) and all(_stated(story, told) for told in (first, second)):
            yield "different place", f"the one is told of {names[0]}, the other of {names[1]}"
        return
    told = first.period.told and second.period.told and not first.period.meets(second.period)
    if told and first.period.start and second.period.start:
        words = [_when(story, member) for member in (first, second)]
        yield "different period", f"the one is told for {words[0]}, the other for {words[1]}"


def _stated(story: Story, told: Told) -> bool:
    """Whether the text says in so many words that it is there: "in Osmere", not "an Osmere man"."""
    where = told.figure.where
    if where is None:
        return True
    text = story.readings[told.place[0]].article.text
    counted = told.figure.counted
    if counted is not None and counted.covers(where) and where.end < counted.end:
        return False  # "in Osmeran goods" says whose they are
    return lies_in(text, where)


def _place(story: Story, told: Told) -> str:
    """The name of the place, as the figure's own words or the story's name for it."""
    if told.figure.where is not None:
        return " ".join(told.figure.where.of(story.readings[told.place[0]].article.text).split())
    key = min(told.named, key=str, default="")
    return story.entities[key].name if isinstance(key, int) else key.title()


def _when(story: Story, told: Told) -> str:
    """The period in ISO dates, partial where the text is."""
    reading = story.readings[told.place[0]]
    moment = reading.moments[told.figure.moment] if told.figure.moment is not None else None
    if moment is None or moment.start is None:
        return "another time"
    return moment.start if moment.end in {None, moment.start} else f"{moment.start} to {moment.end}"


def _compared(story: Story, first: Told, second: Told, relation: Relation, tail: str) -> Comparison:
    """Who prints what, and in what the two differ."""
    one, other = sorted((first, second), key=lambda told: told.place)
    tellings = tuple(Telling(told.place[0], told.figure.span) for told in (one, other))
    noun = first.thing.noun or first.thing.told
    label = f"{capitalised(noun)}: " if noun and noun not in ANYBODY else ""
    why = f"{label}{tells(story, tellings[0])}; {tells(story, tellings[1])}; {tail}."
    return Comparison("different", why, tellings, relation)
