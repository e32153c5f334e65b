"""Conflicts: numbers of one thing that nothing satisfies at once, and how sure it must be that it is one thing.

A false alarm costs more than a miss. Of a class of doings (the killed, the
arrested) the class says what is counted; a plain noun ("votes", "states") is
counted of many things, so more must say that the two are of one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from tellings.comparing.changes import line_of, order, printed_later, settled
from tellings.comparing.claimed import Claimed
from tellings.comparing.claims import places, sentence
from tellings.linking.classes import ANYBODY
from tellings.linking.intervals import agree, ratio
from tellings.linking.things import stem
from tellings.values import Comparison, FigureClaim, Story


def conflicts(story: Story, claim: FigureClaim, told: list[Claimed]) -> Iterator[Comparison]:
    """Numbers of different texts that nothing satisfies at once, for the same day; each pair of numbers once, with all who print them."""
    seen: set[tuple[float, float]] = set()
    steps = {member.figure.value for step in line_of(told) for member in step}
    beside = _beside(told)
    for first, second in combinations(told, 2):
        values = (min(first.figure.value, second.figure.value), max(first.figure.value, second.figure.value))
        if values in seen or not _conflict(first, second, beside):
            continue
        if {*values} <= steps:
            continue  # one of several articles tells that the one came after the other
        seen.add(values)
        against = [
            member
            for member in told
            if (member.figure.value == first.figure.value and _conflict(member, second, beside))
            or (member.figure.value == second.figure.value and _conflict(first, member, beside))
        ]
        day = first.period.as_of if first.period.as_of == second.period.as_of else None
        as_of = f"as of {day.isoformat()} no" if day else "no"
        why = f"{sentence(story, claim, against)}; {as_of} one number satisfies both."
        yield Comparison("conflict", why, places(against), "conflict")


_Beside = Mapping[frozenset[float], bool]


def _beside(told: list[Claimed]) -> _Beside:
    """The pairs of numbers of the thing that one article prints both, and whether one does so to set them against each other."""
    found: dict[frozenset[float], bool] = {}
    for first, second in combinations(told, 2):
        if first.telling.article == second.telling.article and first.figure.value != second.figure.value:
            pair = frozenset((first.figure.value, second.figure.value))
            found[pair] = found.get(pair, False) or first.contrast or second.contrast
    return found


def _conflict(first: Claimed, second: Claimed, beside: _Beside) -> bool:
    """Whether two texts print, of one state of things, numbers that cannot both be."""
    if first.telling.article == second.telling.article or agree(first, second):
        return False
    if first.more or second.more or _one_of_them(first) or _one_of_them(second) or _side_by_side(first, second):
        return False
    if first.figure.change != second.figure.change or first.figure.unit in _OF_THE_HOUR:
        return False
    if first.thing.runs and (first.changes or second.changes) and ratio(first.figure, second.figure) > _STEP:
        return False  # "risen to 159", "has reached 250": another hour
    disputed = beside.get(frozenset((first.figure.value, second.figure.value)))
    if (
        (disputed is False and not first.thing.runs)
        or not _one_scope(first, second)
        or not (disputed or _same_told(first, second))
    ):
        return False  # who prints both numbers knows that they are two, and does not set them against each other
    early, late = sorted((first, second), key=order)
    if any(one.revises and not printed_later(one, other) for one, other in ((first, second), (second, first))):
        return False  # one tells that its number takes the place of another
    if not (early.period.one_day and late.period.one_day):
        return not (first.thing.runs or first.changes or second.changes) and first.period.told == second.period.told
    if early.period.as_of == late.period.as_of:
        return not _grown(early, late)
    return settled(first, second)


_OF_THE_HOUR = frozenset("mph kph km/h knots degrees celsius fahrenheit".split())
"""Units of what changes from hour to hour: two of one day are no contradiction."""

_FAR = {True: 2.0, False: 1.5}
"""How many times larger the one number may be: of a class of doings, of a plain noun. Farther apart they are of two things."""


def _one_scope(first: Claimed, second: Claimed) -> bool:
    """Whether two figures are of the same people and places: nothing printed parts them, and neither is far off."""
    if ratio(first.figure, second.figure) > _FAR[first.thing.known]:
        return False
    if not (_placed_in(first, second) and _placed_in(second, first)):
        return False
    nouns = [None if member.thing.noun in ANYBODY else member.thing.noun for member in (first, second)]
    if first.thing.known and nouns[0] != nouns[1]:
        return False  # "53 others were hurt", "one officer was hurt"
    return first.thing.known or not first.people or not second.people or bool(first.people & second.people)


_STEP = 1.25
"""How many times larger a running count may be that one of the texts tells to have risen."""


def _placed_in(member: Claimed, other: Claimed) -> bool:
    """Whether the place that a figure is told of, if any, is named in the other's sentence too, or in the one before it."""
    return not member.where or bool(member.where & (other.where | other.whom)) or member.place <= other.near


def _same_told(first: Claimed, second: Claimed) -> bool:
    """Whether the same is surely told of two counts of a noun: one doing, or sentences in much the same words, or no other number of the noun."""
    if first.thing.known or (first.thing.doing is not None and first.thing.doing == second.thing.doing):
        return True
    common = (first.own & second.own) - _NUMERALS
    if first.sized & second.sized and len(common) >= _SOME:
        return True  # "the 300-page report", "the nearly 400-page investigative report"
    return len(common) > _MUCH or (first.alone and second.alone)


_NUMERALS = frozenset(map(stem, ("hundred", "thousand", "million", "billion", "trillion")))
_SOME = 3
_MUCH = 4
"""Words that two sentences have in common by the story alone."""


def _side_by_side(first: Claimed, second: Claimed) -> bool:
    """Whether both sentences print both numbers ("eight are free, four still wait"); of a plain noun, whether one does."""
    both = (first.number in second.said, second.number in first.said)
    return all(both) if first.thing.known else any(both)


def _one_of_them(member: Claimed) -> bool:
    """Whether it is "one member of the crew", which counts nothing."""
    return member.figure.value == 1 and member.figure.bound == "exact" and not member.thing.known


def _grown(first: Claimed, second: Claimed) -> bool:
    """Whether the article printed later tells that the number has grown in between."""
    early, late = sorted(
        (first, second), key=lambda m: (m.period.printed.isoformat() if m.period.printed else "", m.telling)
    )
    return early.period.printed != late.period.printed and late.changes and late.figure.value > early.figure.value
