"""Dates of the calendar: full ones, and those that leave the year or the day to the reader.

A date without its year is resolved from the day of print: ahead where the
sentence looks ahead, back where it is a month and the sentence tells of the
past, else to the nearest. Without a day of print its year stays open.
"""

from __future__ import annotations

import re
from datetime import date

from tellings.reading.moments import days, words
from tellings.reading.moments.rule import Direction, Rule, Scene, Timex, any_one, relative
from tellings.reading.moments.words import (
    DAY_NUMBER,
    MONTH,
    PART_OF_DAY,
    SHORT_WEEKDAY,
    SPELLED_DAY,
    WEEKDAY,
    YEAR,
    pattern,
)

NAMED_DAY = rf"(?:(?P<weekday>{WEEKDAY}|{SHORT_WEEKDAY})(?:,| the|, the)? )?"
DAY_OF_MONTH = rf"(?P<day>{DAY_NUMBER})(?:st|nd|rd|th)?"
_FAR = 320  # days ahead that a bare day is not meant, but the one just over


def year_of(text: str, scene: Scene) -> int:
    """A year of four digits, or of two: within fifty years of the day of print."""
    year = int(text.lstrip("'"))
    if len(text.lstrip("'")) == 4:
        return year
    base = scene.anchor.year if scene.anchor else 2000
    return min((year + century for century in (1800, 1900, 2000)), key=lambda found: abs(found - base))


_LAST = re.compile(r"(?i)\blast\s+$")
_YEAR_AFTER = re.compile(
    rf"(?:(?:,?\s+(?P<range>to|until|till|through)\s+|,?\s+(?:and|or)\s+|\s*,\s*|\s*(?P<dash>-)\s*)"
    rf"(?P<month>{MONTH})(?:\s+{DAY_NUMBER}(?:st|nd|rd|th)?\b)?){{1,3}},?\s+(?P<year>{YEAR})\b"
)


def year_after(found: re.Match[str], number: int) -> int | None:
    """The year of a pair of dates that names it once: "in April and May 2012", "from November to March 2012"."""
    pair = _YEAR_AFTER.match(found.string, found.end())
    if pair is None:
        return None
    turned = bool(pair["range"] or pair["dash"]) and number > words.month(pair["month"])
    return int(pair["year"]) - turned


def _full(found: re.Match[str], scene: Scene) -> Timex:
    year, number = year_of(found["year"], scene), words.month(found["month"])
    return Timex("DATE", days.day(year, number, words.day(found["day"])) or days.month(year, number))


def _iso(found: re.Match[str], _: Scene) -> Timex:
    year, number, day = (int(part) for part in found[0][:10].split("-"))
    return Timex(
        "TIME" if found["time"] else "DATE", (days.day(year, number, day) or f"{year:04d}") + (found["time"] or "")
    )


def _slashed(found: re.Match[str], scene: Scene) -> Timex:
    """Month first or day first: only where one reading is possible is more than the year known."""
    year, first, second = year_of(found["year"], scene), int(found["first"]), int(found["second"])
    readings = {day for day in (days.day(year, first, second), days.day(year, second, first)) if day}
    return Timex("DATE", readings.pop() if len(readings) == 1 else f"{year:04d}")


def _is_slashed(found: re.Match[str]) -> bool:
    """One of the two must be a month, and the other a day."""
    low, high = sorted((int(found["first"]), int(found["second"])))
    return 0 < low <= 12 and high <= 31


def nearest(scene: Scene, month: int, day: int) -> Timex:
    """The day of that month that the sentence means."""

    def known(anchor: date) -> str:
        years = (anchor.year - 1, anchor.year, anchor.year + 1)
        found = [date.fromisoformat(iso) for year in years if (iso := days.day(year, month, day))]
        if not found:  # the 29th of February, or no day at all
            return days.month(anchor.year, month)
        ahead = [day for day in found if day >= anchor]
        if scene.direction == "future" and ahead and (ahead[0] - anchor).days < _FAR:
            return ahead[0].isoformat()
        if scene.direction == "past" and (past := [day for day in found if (day - anchor).days <= 60]):
            found = past
        return min(found, key=lambda day: abs((day - anchor).days)).isoformat()

    return relative(scene, f"XXXX-{month:02d}-{day:02d}", known)


def _month_day(found: re.Match[str], scene: Scene) -> Timex:
    number, day = words.month(found["month"]), words.day(found["day"])
    if (year := year_after(found, number)) and (whole := days.day(year, number, day)):
        return Timex("DATE", whole)
    if _LAST.search(found.string[max(0, found.start() - 8) : found.start()]) and scene.anchor:
        past = (days.day(scene.anchor.year - ago, number, day) for ago in range(5))
        if iso := next((iso for iso in past if iso and iso < scene.anchor.isoformat()), None):
            return Timex("DATE", iso, relative=True)
    return nearest(scene, number, day)


def _is_spelled_day(found: re.Match[str]) -> bool:
    """As in "March eighth", but not "in March first" and "the October second reading"."""
    return not re.match(
        r"(?i)[- ](?!(?:and|when|the|in|at|for|to|as|is|was|on|after|with|by|from)\b)[a-z]", found.string[found.end() :]
    )


def _days(found: re.Match[str], scene: Scene) -> Timex:
    """Several days of one month, or across two: an interval."""
    first = nearest(scene, words.month(found["month"]), int(found["day"]))
    number = words.month(found["month2"] or found["month"])
    if found["year"]:
        year = int(found["year"])
        start = days.day(year, words.month(found["month"]), int(found["day"])) or f"{year:04d}"
        end = days.day(year, number, int(found["last"])) or f"{year:04d}"
        return Timex("DATE", f"{start}/{end}")
    head = first.value[:4]
    end = (
        days.day(int(head), number, int(found["last"])) or first.value
        if head != "XXXX"
        else f"XXXX-{number:02d}-{int(found['last']):02d}"
    )
    return Timex("DATE", f"{first.value}/{end}", relative=True)


def _weekday(found: re.Match[str], scene: Scene) -> Timex:
    number, which = words.weekday(found["weekday"]), (found["which"] or "").lower().split(" ")[-1]
    named = days.parse(scene.last) if which in ("previous", "following") and scene.anchor else None
    if named is not None:  # "Friday ... the previous Friday": counted from the day named before
        return Timex("DATE", weekday_value(named, number, scene.direction, which).isoformat(), relative=True)
    return relative(
        scene,
        f"XXXX-WXX-{number + 1}",
        lambda anchor: weekday_value(anchor, number, scene.direction, which).isoformat(),
    )


def weekday_value(anchor: date, number: int, direction: Direction, which: str = "") -> date:
    """The day that a weekday's name means on the day of print."""
    if which in ("next", "coming", "following"):
        return days.on(anchor, number, after=True)
    if which in ("last", "past", "previous"):
        return days.back(anchor, number, before=True)
    if direction == "future" or (direction == "open" and which == "this"):
        return days.on(anchor, number)
    return days.back(anchor, number)


def _is_weekday(found: re.Match[str]) -> bool:
    before = found.string[max(0, found.start() - 8) : found.start()]
    if any_one(found):
        return False
    return not re.search(r"(?:Bloody|Black|Cyber|Ash|Fat|Palm|Super|Good|Holy|Ruby|Happy)\s+$", before)


RULES: tuple[Rule, ...] = (
    Rule(
        "date.iso",
        pattern(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?P<time>T\d\d:\d\d)?"),
        _iso,
        needs=words.DIGITS,
    ),
    Rule(
        "date.slashed",
        pattern(r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4}|\d\d)"),
        _slashed,
        _is_slashed,
        needs=words.DIGITS,
    ),
    Rule(
        "date.full",
        pattern(rf"{NAMED_DAY}(?P<month>{MONTH}) {DAY_OF_MONTH},? (?P<year>{YEAR})"),
        _full,
        needs=words.MONTH_WORDS,
    ),
    Rule(
        "date.full",
        pattern(rf"{NAMED_DAY}(?:(?:the )?{DAY_OF_MONTH}(?: of)?) (?P<month>{MONTH}),? (?P<year>{YEAR})"),
        _full,
        needs=words.MONTH_WORDS,
    ),
    Rule(
        "date.month-day",
        pattern(rf"{NAMED_DAY}(?:(?i:{PART_OF_DAY}),? )?(?P<month>{MONTH}) (?:the )?{DAY_OF_MONTH}"),
        _month_day,
        lambda f: not re.match(r",?\d|:\d|%|\.\d", f.string[f.end() : f.end() + 3]),
        needs=words.MONTH_WORDS,
    ),
    Rule(
        "date.month-day",
        pattern(rf"{NAMED_DAY}(?:the )?{DAY_OF_MONTH}(?: of)? (?P<month>{MONTH})"),
        _month_day,
        lambda f: f.string[max(0, f.start() - 1) : f.start()] not in (".", ",", "-"),
        needs=words.MONTH_WORDS,
    ),
    Rule(
        "date.full",
        pattern(rf"{NAMED_DAY}(?:the )?(?P<day>(?i:{SPELLED_DAY})) of (?P<month>{MONTH}),? (?P<year>{YEAR})"),
        _full,
        needs=words.MONTH_WORDS,
    ),
    Rule(
        "date.month-day",
        pattern(rf"{NAMED_DAY}(?:the )?(?P<day>(?i:{SPELLED_DAY})) of (?P<month>{MONTH})"),
        _month_day,
        needs=words.MONTH_WORDS,
    ),
    Rule(
        "date.month-day",
        pattern(rf"{NAMED_DAY}(?P<month>{MONTH}) (?:the )?(?P<day>(?i:{SPELLED_DAY}))"),
        _month_day,
        _is_spelled_day,
        needs=words.MONTH_WORDS,
    ),
    Rule(
        "date.days",
        pattern(
            rf"(?P<month>{MONTH}) (?P<day>{DAY_NUMBER})(?:st|nd|rd|th)?(?: ?- ?(?:(?P<month2>{MONTH}) )?| to | through )(?P<last>{DAY_NUMBER})(?:st|nd|rd|th)?(?:,? (?P<year>{YEAR}))?"
        ),
        _days,
        needs=words.MONTH_WORDS,
    ),
    Rule(
        "date.days",
        pattern(
            rf"(?P<day>{DAY_NUMBER})(?: ?- ?| to )(?P<last>{DAY_NUMBER}) (?P<month>{MONTH})(?P<month2>)?(?:,? (?P<year>{YEAR}))?"
        ),
        _days,
        needs=words.MONTH_WORDS,
    ),
    Rule(
        "date.weekday",
        pattern(
            rf"(?:(?i:early|late|earlier|later) )?(?:(?P<which>(?i:last|next|this past|this coming|this|the previous|the following|the past)) )?(?P<weekday>{WEEKDAY})"
        ),
        _weekday,
        _is_weekday,
        needs=words.WEEKDAY_WORDS,
    ),
)
