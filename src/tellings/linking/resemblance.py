"""How two figures of two articles resemble one another, in numbers: what was learned of figures of one thing asks for no more.

Two kinds of features. Those of the context never look at the values: what is counted, in the same or other words, the
words around, names and other numbers in common, place, period and claimant. Those of the values tell how the two
numbers go together, and whether either article prints the other's number as well: who prints both means two things.
Words weigh by how rare they are beside the figures of the story.
"""

from __future__ import annotations

import math

from tellings.linking.intervals import agree
from tellings.linking.periods import may_match
from tellings.linking.sameness import vague
from tellings.linking.surroundings import Rarity, Seen
from tellings.linking.things import stem
from tellings.linking.told import Told

CONTEXT = (
    "unit", "no unit", "noun", "class", "no noun", "phrase", "phrase share", "crossed", "near", "near share",
    "said", "said share", "rarest", "names", "other names", "numbers", "place", "period", "doing", "change",
    "claimant", "part or whole", "in the sentence", "lead", "apart in the article", "title", "days apart",
    "as many", "word behind", "word before", "pairs of words", "article", "from", "more", "of the", "own words",
    "from and to", "other period", "head", "near names", "names against", "name before", "name behind", "words against",
    "next words",
)  # fmt: skip
"""What a pair is weighed by whatever its values, in this order."""

VALUES = (
    "equal", "allowed", "ratio", "bound", "spelled", "size", "printed there", "by rule",
)  # fmt: skip
"""What is added of the two values, in this order."""

_DOLLARS = frozenset({"dollars", "USD", "AUD", "CAD"})


def may_be_one(first: Seen, second: Seen) -> bool:
    """Whether a pair is worth weighing: units that go together, values not without bounds apart, something in common."""
    one, other = first.told, second.told
    if not _units(one.thing.unit, other.thing.unit):
        return False
    low, high = sorted((abs(one.figure.value), abs(other.figure.value)))
    if low == high:
        return bool(one.said & other.said) or high >= _TELLING
    known = one.thing.known and one.thing.kind == other.thing.kind
    if high > low * (100 if known else 5) or vague(one) or vague(other):
        return False
    if known or first.phrase & second.phrase or first.near & second.near:
        return True
    return len(one.said & other.said) > 1


_TELLING = 100
"""A value from which on it is worth weighing wherever it is met again."""


def _units(one: str | None, other: str | None) -> float:
    """1 for the same unit, less for two that may be one as printed."""
    if one == other:
        return 1.0
    if one is None or other is None:
        return 0.0
    return 0.5 if {one, other} <= _DOLLARS or {one, other} in _KIN or _rate(one, other) else 0.0


_KIN = ({"degrees", "celsius"}, {"degrees", "fahrenheit"})


def _rate(one: str, other: str) -> bool:
    """Whether the one only leaves out what the other is told by: "$15", "$15 an hour"."""
    short, long = sorted((one, other), key=len)
    return long.startswith(f"{short} per ")


def context(first: Seen, second: Seen, rarity: Rarity, article: float, parted: int) -> list[float]:
    """The values of ``CONTEXT``; ``article`` is the likeness of the articles, ``parted`` 1 for one place, -1 for two."""
    one, other = first.told, second.told
    near, said = first.near & second.near, one.said & other.said
    names, phrase = first.names & second.names, first.phrase & second.phrase
    rarest = max((rarity.of(word) for word in near | said), default=0.0)
    doings = (one.thing.doing, other.thing.doing)
    claimants = (first.claimant, second.claimant)
    days = _days(one, other)
    return [
        _units(one.thing.unit, other.thing.unit),
        one.thing.unit is None,
        one.thing.noun is not None and one.thing.noun == other.thing.noun,
        _same(one.thing.kind, other.thing.kind),
        (one.thing.noun is None) + (other.thing.noun is None),
        rarity.sum(phrase),
        len(phrase) / max(1, len(first.phrase | second.phrase)),
        _crossed(first, second) + _crossed(second, first),
        rarity.sum(near),
        _share(first.near, second.near, rarity),
        rarity.sum(said),
        _share(one.said, other.said, rarity),
        rarest,
        rarity.sum(names),
        bool(first.names and second.names and not names),
        len(first.numbers & second.numbers),
        parted,
        _periods(one, other),
        _same(*doings),
        one.change == other.change,
        _same(*claimants),
        one.thing.share != other.thing.share,
        max(first.neighbours, second.neighbours),
        (first.number < _LEAD) + (second.number < _LEAD),
        abs(first.at - second.at),
        first.headed + second.headed,
        days,
        math.log(1 + first.units[one.thing.unit] * second.units[other.thing.unit]),
        bool(first.behind) and first.behind == second.behind,
        bool(first.before) and first.before == second.before,
        len(first.pairs & second.pairs),
        article,
        (first.before == "from") != (second.before == "from"),
        first.more != second.more,
        (first.behind == "of") != (second.behind == "of"),
        max(rarity.most(first.near - second.told.printed), rarity.most(second.near - first.told.printed)),
        {first.before, second.before} == {"from", "to"},
        one.period.told != other.period.told,
        _same(one.figure.head, other.figure.head),
        len(first.close & second.close),
        min(len(first.close - second.close), len(second.close - first.close)),
        _same(first.named[0], second.named[0]),
        _same(first.named[1], second.named[1]),
        min(len(first.near - second.near), len(second.near - first.near)),
        len(first.next & second.next),
    ]


_LEAD = 4  # sentences, the title among them


def _same(one: object, other: object) -> int:
    """1 for the same, -1 for another, 0 where either is not known."""
    return 0 if one is None or other is None else 1 if one == other else -1


def _share(one: frozenset[str], other: frozenset[str], rarity: Rarity) -> float:
    either = rarity.sum(one | other)
    return rarity.sum(one & other) / either if either else 0.0


def _crossed(first: Seen, second: Seen) -> bool:
    """Whether what the one counts is told close to the other, though it counts another noun."""
    noun = first.told.figure.head
    return bool(noun) and noun != second.told.figure.head and stem(noun or "") in second.near


def _periods(one: Told, other: Told) -> int:
    if not may_match(one.period, other.period):
        return -1
    return int(one.period.told and other.period.told and one.period.meets(other.period))


def _days(one: Told, other: Told) -> float:
    days = (one.period.printed, other.period.printed)
    return min(abs((days[0] - days[1]).days), 30) if days[0] and days[1] else -1


def values(first: Seen, second: Seen, *, by_rule: bool) -> list[float]:
    """The values of ``VALUES``; ``by_rule`` says that the plain rules take the two for one thing."""
    one, other = first.told.figure, second.told.figure
    low, high = sorted((abs(one.value), abs(other.value)))
    equal = one.value == other.value
    allowed = agree(first.told, second.told)
    there = (second.prints.get((one.unit, one.value), 0) > 0) + (first.prints.get((other.unit, other.value), 0) > 0)
    return [
        equal,
        allowed,
        math.log(high / low) if low else 0.0 if equal else 5.0,
        (one.bound != "exact") + (other.bound != "exact"),
        first.told.spelled + second.told.spelled,
        math.log10(1 + high),
        0 if equal else there,
        by_rule,
    ]


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How like two articles are by their stems: 1 for copies."""
    return len(one & other) / max(1, min(len(one), len(other)))
