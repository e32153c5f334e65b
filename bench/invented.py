"""Makes articles for measuring speed: invented sentences, put together by a seeded generator.

The sentences hold what costs time in a reading: quotations, speakers under several names, figures, dates.
The same seed gives the same articles, byte for byte.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

FIRST = ("Ada", "Bram", "Cleo", "Dario", "Edda", "Fenn", "Greta", "Hollis", "Ines", "Jonah", "Kira", "Lorne")
LAST = ("Ashdown", "Birtle", "Corrow", "Dunmere", "Eskell", "Farrant", "Gorsky", "Hexham", "Ingleby", "Jarrow")
PLACES = ("Aldmouth", "Brackwater", "Cindervale", "Dunholm", "Eastering", "Fallowby", "Glenmarch", "Harrowgate Bay")
OFFICES = ("mayor", "harbour master", "minister", "chief engineer", "council leader", "union secretary")
BODIES = ("the Water Board", "the Harbour Authority", "Northgate Mills", "the Transport Ministry", "the City Council")
THINGS = ("bridge", "reservoir", "market hall", "power station", "tram line", "hospital wing")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
SAYINGS = (
    "We waited for {number} years and nobody came to look at it",
    "It will cost {money} million and it will be worth every penny",
    "I have read the report twice and I still don’t know who decided",
    "The people of {place} deserve an answer before the winter",
    "You cannot mend a {thing} with a press release",
    "There were {number} of us in the room and not one of us was asked",
)
SENTENCES = (
    "“{saying},” said {full}, the {office} of {place}. “{saying2}.”",
    "{full}, the {office}, said on {day} that the {thing} would be closed for {number} weeks.",
    "“{saying},” {last} told reporters on {day}.",
    "According to {body}, {number} people were moved from their homes in {place} and {money} million pounds was spent.",
    "{body} said that more than {number} households had no water on {day}.",
    "The {thing} in {place} was built in {year} and last repaired in {month}.",
    "The {office} called the plan “a gift to {place}” and asked {body} to think again.",
    "About {number} percent of those asked by {body} were against it, while {share} percent had no opinion.",
    "{last} declined to comment. “{saying},” he had said last month.",
    "In a statement, {body} said it had “every confidence in the {office}” and would publish the figures next week.",
    "The work began on {day} and was to end in {month}, but rain held it up for {number} days.",
    "Nobody was hurt, the police said.",
)


def articles(count: int, *, seed: int = 20261122) -> Iterator[dict[str, str]]:
    """Records with ``text``, ``title``, ``outlet`` and ``date``: 8 to 30 paragraphs each."""
    chance = random.Random(seed)
    for number in range(count):
        published = dt.date(2024, 1, 1) + dt.timedelta(days=chance.randrange(365))
        words = _words(chance)
        paragraphs = [_paragraph(chance, words) for _ in range(chance.randint(8, 30))]
        yield {
            "title": f"{words['place']} {words['thing']} plan divides council ({number})",
            "outlet": f"The {chance.choice(PLACES)} {chance.choice(('Post', 'Times', 'Echo'))}",
            "date": published.isoformat(),
            "text": "\n\n".join(paragraphs),
        }


def _words(chance: random.Random) -> dict[str, str]:
    """The people and things of one article."""
    first, last = chance.choice(FIRST), chance.choice(LAST)
    return {
        "full": f"{first} {last}",
        "last": last,
        "office": chance.choice(OFFICES),
        "place": chance.choice(PLACES),
        "thing": chance.choice(THINGS),
    }


def _paragraph(chance: random.Random, words: dict[str, str]) -> str:
    return " ".join(_sentence(chance, words) for _ in range(chance.randint(1, 3)))


def _sentence(chance: random.Random, words: dict[str, str]) -> str:
    filled = words | {
        "body": chance.choice(BODIES),
        "day": chance.choice(DAYS),
        "month": chance.choice(("January", "March", "June", "September")),
        "money": f"{chance.randint(10, 99) / 10}",
        "number": str(chance.randint(3, 900)),
        "share": str(chance.randint(1, 50)),
        "year": str(chance.randint(1880, 2015)),
    }
    sayings = {name: chance.choice(SAYINGS).format(**filled) for name in ("saying", "saying2")}
    sentence = chance.choice(SENTENCES).format(**filled, **sayings)
    return sentence[0].upper() + sentence[1:]
