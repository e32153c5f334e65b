"""Months and years: times of the calendar that are longer than a day.

A bare month is the last one up to the day of print, or the next one where the
sentence looks ahead. A year must look like one: "2,000 people" is none.
"""

from __future__ import annotations

import re
from datetime import date

from tellings.reading.moments import days, words
from tellings.reading.moments.dates import DAY_OF_MONTH, NAMED_DAY, year_after, year_of
from tellings.reading.moments.rule import Direction, Rule, Scene, Timex, relative
from tellings.reading.moments.words import (
    MONTH,
    YEAR,
    pattern,
)

_PHASE = r"(?:(?P<phase>(?i:early|late|mid|(?:the )?(?:beginning|start|middle|end|close) of|(?:the )?(?:first|second|third|fourth|last|final|opening|closing) (?:week|weekend|part|days|weeks) of)(?: in)?)[ -])"
_COUNTED = re.compile(
    r"\s+(?:people|persons|men|women|children|feet|miles|meters|metres|kilometers|kilometres|pounds|dollars|euros|tons|tonnes|points|votes|"
    r"jobs|homes|shares|percent|per cent|others|more|million|billion|acres|workers|troops|soldiers|dead|injured|deaths|cases|members|employees)\b"
)
_BEFORE_COUNT = re.compile(
    r"(?i)(?:#|\d[,.]|\b(?:about|nearly|almost|than|least|some|over|roughly|approximately|no\.|number|room|route|flight)\s+)$"
)
_BEFORE_MONTH = re.compile(
    r"(?i)(?:\b(?:in|on|of|by|since|until|till|from|to|through|during|for|last|next|this|early|late|mid|after|before|between|and|or|every|each|"
    r"the|coming|past|previous|around|per|a|its|next|ending|ended|on|as of|,)|[-,(])\s*$"
)
_SURELY = re.compile(
    r"(?i)\b(?:in|since|until|till|through|during|from|by|of|after|before|between|for|every|each|the|around|ended|ending)\s+$"
)


_MARCH, _MAY = 3, 5
_NAME_AFTER = re.compile(r"\s+(?!I\b)[A-Z][a-z]+")
_SOON = 3  # months ahead that a bare month may lie where nothing tells the direction


def month_value(anchor: date, number: int, direction: Direction, which: str = "") -> str:
    """The month that a bare name means: the last one up to now, or the next one where the sentence looks ahead."""
    ahead = which in ("next", "coming") or (direction == "future" and which not in ("last", "past", "previous"))
    strict = which in ("last", "next", "past", "previous")
    if which == "this" and direction == "open":
        return days.month(anchor.year, number)
    if not which and direction == "open" and (number - anchor.month) % 12 <= _SOON:
        ahead = True
    gap = (number - anchor.month) % 12 if ahead else -((anchor.month - number) % 12)
    if strict and gap == 0:
        gap = 12 if ahead else -12
    return days.month(anchor.year, anchor.month + gap)


def _month_year(found: re.Match[str], scene: Scene) -> Timex:
    number = words.month(found["month"])
    if not found["which"]:
        return Timex("DATE", days.month(year_of(found["year"], scene), number))
    step = {"last": -1, "next": 1}.get(found["which"].lower(), 0)
    if "day" in found.re.groupindex and found["day"]:
        return relative(
            scene,
            f"XXXX-{number:02d}-{int(found['day']):02d}",
            lambda anchor: (
                days.day(anchor.year + step, number, int(found["day"])) or days.month(anchor.year + step, number)
            ),
        )
    return relative(scene, f"XXXX-{number:02d}", lambda anchor: days.month(anchor.year + step, number))


def _month(found: re.Match[str], scene: Scene) -> Timex:
    number, which = words.month(found["month"]), (found["which"] or "").lower()
    direction = scene.direction
    if not which and (year := year_after(found, number)):
        return Timex("DATE", days.month(year, number))
    return relative(
        scene, f"XXXX-{number:02d}", lambda anchor: month_value(anchor, number, direction, which.split(" ")[-1])
    )


def _that_month(found: re.Match[str], scene: Scene) -> Timex:
    """As in "that May": of the year that was named before, or else the last one."""
    number = words.month(found["month"])
    if scene.anchor and (scene.last or "")[:4].isdigit():
        return Timex("DATE", days.month(int((scene.last or "")[:4]), number), relative=True)
    return relative(scene, f"XXXX-{number:02d}", lambda anchor: month_value(anchor, number, "past"))


def _is_month(found: re.Match[str]) -> bool:
    """A month's name alone may be a person's, a verb or a town: ask the words on both sides."""
    before, after = found.string[max(0, found.start() - 12) : found.start()], found.string[found.end() :]
    if re.match(r"\s+\d{1,2}(?:st|nd|rd|th)?\b(?![:%,.]\d)", after):  # "last Oct. 23" is a day
        return False
    if found["phase"] or found["which"]:
        return True
    name, number = found["month"], words.month(found["month"])
    named = bool(_NAME_AFTER.match(after[:30]))
    if number in (_MARCH, _MAY):
        return bool(_SURELY.search(before)) and (not named or bool(re.search(r"(?i)\b(?:in|since|until)\s+$", before)))
    if len(name) < 4 and not name.endswith("."):  # "Jan" is a first name
        return not named and bool(_BEFORE_MONTH.search(before))
    return not named or (not name.isupper() and bool(_BEFORE_MONTH.search(before)))


def _year(found: re.Match[str], scene: Scene) -> Timex:
    year = f"{year_of(found['year'], scene):04d}"
    begun = re.search(r"(?i)\b(?:beginning|start)\b", found["lead"] or "")
    if begun and scene.anchor and since(found) and year <= f"{scene.anchor.year:04d}":
        return Timex("DATE", year, relative=True, start=f"{year}-01-01", end=scene.anchor.isoformat())
    return Timex("DATE", year)


def since(found: re.Match[str]) -> bool:
    """Whether a stretch begins here that runs on to the day of print."""
    return bool(re.search(r"(?i)\bsince\s+$", found.string[max(0, found.start() - 8) : found.start()]))


def _is_year(found: re.Match[str]) -> bool:
    text, year = found.string, int(found["year"])
    before, after = text[max(0, found.start() - 14) : found.start()], text[found.end() : found.end() + 24]
    if found["lead"]:
        return not re.match(r",\d{3}|\.\d", after)
    likely = 1900 <= year <= 2049 or bool(year >= 1500 and _SURELY.search(before))
    if re.search(
        r"(?i)\b(?:since|to|until|till|from|through)\s+at\s+least\s+$", text[max(0, found.start() - 24) : found.start()]
    ):
        return likely
    return likely and not (
        _COUNTED.match(after) or _BEFORE_COUNT.search(before) or re.match(r",\d{3}|\.\d|%|-\d|[-/](?!era\b)\w", after)
    )


def _years(found: re.Match[str], _: Scene) -> Timex:
    first, last = found["year"], found["last"]
    return Timex("DATE", f"{first}/{first[: 4 - len(last)]}{last}")


def _is_years(found: re.Match[str]) -> bool:
    first, last = found["year"], found["last"]
    return int(first) < int(first[: 4 - len(last)] + last) and not re.match(r"-\d", found.string[found.end() :])


def _spelled_year(found: re.Match[str], _: Scene) -> Timex:
    year = words.year_in_words(found["spelled"])
    if found["month"] and year:
        return Timex("DATE", days.month(year, words.month(found["month"])))
    return Timex("DATE", f"{year:04d}" if year else "XXXX")


def _is_spelled_year(found: re.Match[str]) -> bool:
    return words.year_in_words(found["spelled"]) is not None


_WHICH = r"(?:(?P<which>(?i:last|next|this past|this coming|this|the past|the previous|the coming)) )"


RULES: tuple[Rule, ...] = (
    Rule(
        "date.this-year",
        pattern(rf"{NAMED_DAY}(?P<month>{MONTH}) {DAY_OF_MONTH},? (?:of )?(?P<which>last|this|next) year"),
        _month_year,
        needs=words.MONTH_WORDS,
    ),
    Rule(
        "date.month-year",
        pattern(
            rf"{_PHASE}?(?P<month>{MONTH})(?:,| of)? (?:(?P<year>{YEAR}|'\d\d)|(?:of )?(?P<which>last|this|next) year)"
        ),
        _month_year,
        needs=words.MONTH_WORDS,
    ),
    Rule("date.month", pattern(rf"{_PHASE}?{_WHICH}?(?P<month>{MONTH})"), _month, _is_month, needs=words.MONTH_WORDS),
    Rule(
        "date.month",
        pattern(rf"(?i:that) (?P<month>{MONTH})(?=[.,;:)]|$)"),
        _that_month,
        needs=words.MONTH_WORDS,
    ),
    Rule(
        "date.years", pattern(rf"(?P<year>{YEAR})(?:-|/)(?P<last>\d{{4}}|\d\d)"), _years, _is_years, needs=words.DIGITS
    ),
    Rule(
        "date.year",
        pattern(
            rf"(?P<lead>(?i:the year|fiscal(?: year)?|calendar|early|late|mid|the (?:beginning|start|middle|end|close) of|FY)[ -]?)?(?P<year>{YEAR})"
        ),
        _year,
        _is_year,
        needs=words.DIGITS,
    ),
    Rule(
        "date.year",
        pattern(r"(?P<lead>(?i:class of|summer of|winter of|spring of|fall of) )?(?P<year>'[0-9]\d)"),
        _year,
        lambda f: bool(f["lead"]),
        needs=words.DIGITS,
    ),
    Rule(
        "date.year-words",
        pattern(
            r"(?i:the year )?(?:(?P<month>"
            + MONTH
            + r") )?(?P<spelled>(?i:(?:eighteen|nineteen|twenty)[ -](?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)|two thousand(?: (?:and )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))?))"
        ),
        _spelled_year,
        lambda f: (
            _is_spelled_year(f)
            and (
                f["spelled"].lower().startswith("nineteen")
                or bool(
                    re.search(
                        r"(?i)(?:\bin|year|since|of|by|until)\s*$",
                        f.string[max(0, f.start() - 8) : f.start()] + f[0][: f.start("spelled") - f.start()],
                    )
                )
            )
        ),
        needs=words.some_of("eighteen nineteen twenty two"),
    ),
)
