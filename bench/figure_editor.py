"""A seeded editor of pairs of figures with known answers: two invented sentences, and how their figures are related."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

PLACES = ("Osmere", "Velding", "Harrow Quay", "Tolvane", "Marrick", "Sund")
OUTLETS = ("The Lantern", "Osmere Echo", "Quay Courier", "Northland Post", "The Beacon", "Velding Mail")
TENS = ("two", "three", "four", "five")
LEADS = (
    "The council met in the old corn hall after the news.",
    "Residents gathered outside the town hall in the evening.",
    "A spokeswoman declined to say more.",
    "The roads to the coast were open again.",
    "Shops on the quay kept their shutters down until noon, and the ferry ran late.",
    "An aide to the mayor promised a full account before the end of the month.",
    "Neighbours brought soup and blankets to the old school by the river.",
    "The opposition asked why nobody had been told before the weekend.",
)


@dataclass(frozen=True)
class Subject:
    """What is counted: two ways to print it, and whether such a count goes on from day to day."""

    one: str
    other: str
    low: int
    high: int
    runs: bool


SUBJECTS = (
    Subject("The storm in {place} killed {n} people.", "{n} people died in the storm that hit {place}.", 11, 90, True),
    Subject("At least one bridge fell and {n} people were injured in {place}.", "The collapse in {place} left {n} people injured.", 11, 90, True),
    Subject("Police arrested {n} protesters in {place}.", "{n} protesters were arrested in {place} over the march.", 12, 95, True),
    Subject("The flood in {place} displaced {n} people.", "{n} people were displaced by the flood in {place}.", 1210, 9700, True),
    Subject("The factory in {place} will cut {n} jobs.", "{n} jobs will be cut at the factory in {place}.", 120, 970, False),
    Subject("The harbour in {place} handled {n} containers.", "{n} containers were handled by the harbour in {place}.", 1210, 97000, False),
    Subject("The school in {place} enrolled {n} pupils.", "{n} pupils were enrolled at the school in {place}.", 120, 970, False),
    Subject("The fire in {place} destroyed {n} homes.", "{n} homes were destroyed by the fire in {place}.", 12, 97, False),
    Subject("The city of {place} planted {n} trees.", "{n} trees were planted by the city of {place}.", 1210, 97000, False),
    Subject("The festival in {place} drew {n} visitors.", "{n} visitors were drawn to the festival in {place}.", 1210, 97000, False),
)  # fmt: skip


@dataclass(frozen=True)
class Made:
    """A pair as made: the relation that is known, and the two articles as outlet, day and text."""

    relation: str
    first: tuple[str, date, str]
    second: tuple[str, date, str]


def pairs(count: int, seed: int) -> Iterator[Made]:
    """Pairs by turns of relation."""
    chance = random.Random(seed)  # a seed that repeats is what is wanted
    names = list(MAKERS)
    for number in range(count):
        name = names[number % len(names)]
        one, other = chance.sample(OUTLETS, 2)
        day = date(2031, 3, 1) + timedelta(days=chance.randrange(300))
        first, second, later = MAKERS[name](chance)
        yield Made(name, (one, day, first), (other, day + timedelta(days=later), second))


Maker = Callable[[random.Random], tuple[str, str, int]]
"""Makes the sentence of either article, and by how many days the second is later."""


def _counted(chance: random.Random, *, runs: bool | None = None) -> tuple[Subject, int, str]:
    subject = chance.choice([each for each in SUBJECTS if runs is None or each.runs == runs])
    return subject, chance.randrange(subject.low, subject.high), chance.choice(PLACES)


def _apart(chance: random.Random, value: int) -> int:
    """Another value, which no rounding explains."""
    return value + chance.choice([-1, 1]) * max(3, int(value * chance.uniform(0.1, 0.35)))


def _same(chance: random.Random) -> tuple[str, str, int]:
    subject, value, place = _counted(chance)
    return subject.one.format(n=f"{value:,}", place=place), subject.other.format(n=f"{value:,}", place=place), 0


def _rounded(chance: random.Random) -> tuple[str, str, int]:
    subject, value, place = _counted(chance, runs=False)
    step = 10 ** (len(str(value)) - 2)
    value = value // 10 * 10 + chance.randrange(1, 10)
    near = round(value / step) * step
    if near == value:
        return _rounded(chance)
    return subject.one.format(n=f"about {near:,}", place=place), subject.other.format(n=f"{value:,}", place=place), 0


def _bounded(chance: random.Random) -> tuple[str, str, int]:
    subject, value, place = _counted(chance)
    floor = value - chance.randrange(1, max(2, value // 10))
    bound = chance.choice(("more than", "at least"))
    return subject.one.format(n=f"{bound} {floor:,}", place=place), subject.other.format(n=f"{value:,}", place=place), 0


def _conflict(chance: random.Random) -> tuple[str, str, int]:
    subject, value, place = _counted(chance)
    other = _apart(chance, value)
    return subject.one.format(n=f"{value:,}", place=place), subject.other.format(n=f"{other:,}", place=place), 0


def _update(chance: random.Random) -> tuple[str, str, int]:
    subject, value, place = _counted(chance, runs=True)
    more = value + max(2, value // chance.randrange(3, 8))
    return (
        subject.one.format(n=f"{value:,}", place=place),
        subject.other.format(n=f"{more:,}", place=place),
        chance.randrange(1, 4),
    )


def _revised(chance: random.Random) -> tuple[str, str, int]:
    place, value = chance.choice(PLACES), chance.randrange(20, 90)
    less = value - chance.randrange(3, 10)
    first = f"The storm in {place} killed {value} people."
    second = chance.choice(
        (
            f"Officials revised the number of people killed by the storm in {place} to {less} people.",
            f"The storm in {place} killed {less} people, the region said, correcting an earlier count.",
            f"The storm killed {less} people in {place}, fewer than first reported.",
        )
    )
    return first, second, chance.randrange(1, 4)


def _place(chance: random.Random) -> tuple[str, str, int]:
    subject, value, place = _counted(chance)
    other = chance.choice([each for each in PLACES if each != place])
    return (
        subject.one.format(n=f"{value:,}", place=place),
        subject.other.format(n=f"{_apart(chance, value):,}", place=other),
        0,
    )


def _period(chance: random.Random) -> tuple[str, str, int]:
    subject, value, place = _counted(chance, runs=False)
    while "will" in subject.one:
        subject, value, place = _counted(chance, runs=False)
    one, other = subject.one.removesuffix("."), subject.other.removesuffix(".")
    year = chance.randrange(2024, 2029)
    return (
        f"{one.format(n=f'{value:,}', place=place)} in {year}.",
        f"{other.format(n=f'{_apart(chance, value):,}', place=place)} in {year + chance.choice((-1, 1))}.",
        0,
    )


def _definition(chance: random.Random) -> tuple[str, str, int]:
    place, value = chance.choice(PLACES), chance.randrange(12, 60)
    first, second = chance.choice(
        (
            ("The storm in {place} killed {n} people.", "The storm in {place} injured {m} people."),
            (
                "Police in {place} arrested {n} people over the riot.",
                "Prosecutors in {place} charged {m} people over the riot.",
            ),
            (
                "{n} people are missing after the landslide in {place}.",
                "{m} people were killed by the landslide in {place}.",
            ),
        )
    )
    return first.format(place=place, n=value), second.format(place=place, m=value + chance.randrange(3, 20)), 0


def _points(chance: random.Random) -> tuple[str, str, int]:
    place, value = chance.choice(PLACES), chance.randrange(2, 9)
    what = chance.choice(("unemployment rate", "vacancy rate", "interest rate", "turnout"))
    return (
        f"The {what} in {place} rose by {value} percent.",
        f"Figures show that the {what} in {place} went up by {value if chance.random() < 0.5 else value + 2} percentage points.",
        0,
    )


def _part(chance: random.Random) -> tuple[str, str, int]:
    place, what = chance.choice(PLACES), chance.choice(("ferries", "cranes", "pumps", "turbines", "lifts"))
    part, whole = chance.randrange(2, 6), chance.randrange(7, 12)
    return (
        f"{TENS[part - 2].capitalize()} of the {whole} {what} in {place} failed.",
        f"The company runs {whole} {what} in {place}.",
        0,
    )


def _year(chance: random.Random) -> tuple[str, str, int]:
    place, (one, other) = chance.choice(PLACES), chance.sample(PLACES, 2)
    what = chance.choice(("burglaries", "road deaths", "strikes", "blackouts"))
    while place in (one, other):
        place = chance.choice(PLACES)
    return (
        f"{place} has had more {what} this year than {one} and {other} combined.",
        f"Last year {place} had more {what} than {one} and {other} combined.",
        chance.randrange(1, 40),
    )


MAKERS: dict[str, Maker] = {
    "same value": _same,
    "rounded": _rounded,
    "bound satisfied": _bounded,
    "conflict": _conflict,
    "update": _update,
    "revised": _revised,
    "different place": _place,
    "different period": _period,
    "different definition": _definition,
    "percent and percentage points": _points,
    "part and whole": _part,
    "another year": _year,
}
