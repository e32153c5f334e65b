"""How often: every Monday, each July, twice a year, daily, on weekends."""

from __future__ import annotations

import re

from tellings.reading.moments import words
from tellings.reading.moments.lengths import duration
from tellings.reading.moments.rule import Rule, Scene, Timex
from tellings.reading.moments.words import MONTH, NUMBER, SEASON, UNIT, WEEKDAY, pattern


def _rate(found: re.Match[str], _: Scene) -> Timex:
    return Timex("SET", duration("one", found["unit"]))


def _each(found: re.Match[str], _: Scene) -> Timex:
    if found["weekday"]:
        return Timex("SET", f"XXXX-WXX-{words.weekday(found['weekday'].rstrip('s')) + 1}")
    if found["month"]:
        return Timex("SET", f"XXXX-{words.month(found['month']):02d}")
    if found["season"]:
        return Timex("SET", f"XXXX-{words.SEASONS[found['season'].lower()]}")
    if found["part"]:
        return Timex("SET", f"XXXX-XX-XX{words.PARTS_OF_DAY[found['part'].lower()]}")
    ordinals = {"other": "two", "second": "two", "third": "three", "fourth": "four"}
    count = (found["count"] or "one").lower()
    return Timex("SET", duration(ordinals.get(count, count), found["unit"]))


def _weekdays(found: re.Match[str], _: Scene) -> Timex:
    part = words.PARTS_OF_DAY.get((found["part"] or "").lower().removesuffix("s"), "")
    return Timex("SET", f"XXXX-WXX-{words.weekday(found['weekday']) + 1}{part}")


def _weekends(found: re.Match[str], _: Scene) -> Timex:
    return Timex("SET", "XXXX-WXX-WE" if found[0].lower() == "weekends" else "XXXX-WXX-WD")


_OFTEN = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W",
    "monthly": "P1M", "annually": "P1Y", "yearly": "P1Y",
}  # fmt: skip


def _often(found: re.Match[str], _: Scene) -> Timex:
    return Timex("SET", _OFTEN[found["often"].lower()])


def _is_often(found: re.Match[str]) -> bool:
    """A newspaper's name ("The Daily …") is no frequency."""
    return found["often"].islower()


RULES: tuple[Rule, ...] = (
    Rule(
        "unit.rate",
        pattern(
            rf"(?P<times>(?i:(?:once|twice|{NUMBER} times|several times|many times) ))?(?i:an?|per|each) (?P<unit>(?i:second|minute|hour|day|night|week|month|quarter|year))"
        ),
        _rate,
        lambda f: bool(
            f["times"]
            or re.search(
                r"(?i)(?:\d|illion|times|once|twice|percent|thousand|hundred)[\w% ]{0,18}$",
                f.string[max(0, f.start() - 24) : f.start()],
            )
        ),
        needs=words.UNIT_WORDS,
    ),
    Rule(
        "unit.each",
        pattern(
            rf"(?i:every|each)(?: single)? (?:(?P<weekday>{WEEKDAY})|(?P<month>{MONTH})|(?P<season>(?i:{SEASON}))|(?P<part>(?i:morning|afternoon|evening|night))|(?:(?P<count>(?i:other|second|third|fourth|{words.NUMBER})) )?(?P<unit>(?i:{UNIT}s?)))"
        ),
        _each,
        needs=words.some_of("every each"),
    ),
    Rule(
        "unit.weekdays",
        pattern(rf"(?P<weekday>{WEEKDAY[:-2]})(?:s| (?P<part>mornings|afternoons|evenings|nights))"),
        _weekdays,
        needs=words.WEEKDAY_WORDS | frozenset(f"{day}s" for day in words.WEEKDAY_WORDS),
    ),
    Rule(
        "unit.weekends",
        pattern(r"(?i:(?<=on\s)weekends|(?<=at\s)weekends|weekdays)"),
        _weekends,
        needs=words.some_of("weekends weekdays"),
    ),
    Rule("unit.often", pattern(rf"(?P<often>(?i:{'|'.join(_OFTEN)}))"), _often, _is_often, needs=frozenset(_OFTEN)),
)
