"""Dates of the calendar: full ones, and those that leave the year or the day to the reader.

A date without its year is resolved from the day of print: ahead where the
sentence looks ahead, back where it is a month and the sentence tells of the
past, else to the nearest. Without a day of print its year stays open.
"""

from __future__ import annotations

import re
from datetime import date

from tellings.reading.moments import days, words
from tellings.reading.moments.rule import Direction, Rule, Scene, Timex, relative
from tellings.reading.moments.words import (
    DAY_NUMBER,
    MONTH,
    PART_OF_DAY,
    SEASON,
    SHORT_WEEKDAY,
    WEEKDAY,
    YEAR,
    pattern,
)

_WEEKDAY = rf"(?:(?P<weekday>{WEEKDAY}|{SHORT_WEEKDAY})(?:,| the|, the)? )?"
_ORDINAL = rf"(?P<day>{DAY_NUMBER})(?:st|nd|rd|th)?"
_PHASE = r"(?:(?P<phase>(?i:early|late|mid|(?:the )?(?:beginning|start|middle|end|close) of)(?: in)?)[ -])"
_COUNTED = re.compile(
    r"\s+(?:people|persons|men|women|children|feet|miles|meters|metres|kilometers|kilometres|pounds|dollars|euros|tons|tonnes|points|votes|"
    r"jobs|homes|shares|percent|per cent|others|more|million|billion|acres|workers|troops|soldiers|dead|injured|deaths|cases|members|employees)\b"
)
_BEFORE_COUNT = re.compile(
    r"(?i)(?:about|nearly|almost|than|least|some|over|roughly|approximately|no\.|number|room|route|flight|#|,\d*|\d\.)\s*$"
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
_FAR = 270  # days ahead that a bare day is not meant, but the one just over


def _year_of(text: str, scene: Scene) -> int:
    """A year of four digits, or of two: within fifty years of the day of print."""
    year = int(text.lstrip("'"))
    if len(text.lstrip("'")) == 4:
        return year
    base = scene.anchor.year if scene.anchor else 2000
    return min((year + century for century in (1800, 1900, 2000)), key=lambda found: abs(found - base))


def _full(found: re.Match[str], scene: Scene) -> Timex:
    year, number = _year_of(found["year"], scene), words.month(found["month"])
    return Timex("DATE", days.day(year, number, int(found["day"])) or days.month(year, number))


def _iso(found: re.Match[str], _: Scene) -> Timex:
    year, number, day = (int(part) for part in found[0][:10].split("-"))
    return Timex(
        "TIME" if found["time"] else "DATE", (days.day(year, number, day) or f"{year:04d}") + (found["time"] or "")
    )


def _slashed(found: re.Match[str], scene: Scene) -> Timex:
    """Month first or day first: only where one reading is possible is more than the year known."""
    year, first, second = _year_of(found["year"], scene), int(found["first"]), int(found["second"])
    readings = {day for day in (days.day(year, first, second), days.day(year, second, first)) if day}
    return Timex("DATE", readings.pop() if len(readings) == 1 else f"{year:04d}")


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


def _month_day(found: re.Match[str], scene: Scene) -> Timex:
    return nearest(scene, words.month(found["month"]), int(found["day"]))


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


def _month_year(found: re.Match[str], scene: Scene) -> Timex:
    number = words.month(found["month"])
    if not found["which"]:
        return Timex("DATE", days.month(_year_of(found["year"], scene), number))
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
    return relative(
        scene, f"XXXX-{number:02d}", lambda anchor: month_value(anchor, number, direction, which.split(" ")[-1])
    )


def _is_month(found: re.Match[str]) -> bool:
    """A month's name alone may be a person's, a verb or a town: ask the words on both sides."""
    before, after = found.string[max(0, found.start() - 12) : found.start()], found.string[found.end() :]
    if found["phase"] or found["which"]:
        return True
    name, number = found["month"], words.month(found["month"])
    named = bool(_NAME_AFTER.match(after[:30]))
    if number in (_MARCH, _MAY):
        return bool(_SURELY.search(before)) and (not named or bool(re.search(r"(?i)\b(?:in|since|until)\s+$", before)))
    if len(name) < 4 and not name.endswith("."):  # "Jan" is a first name
        return not named and bool(_BEFORE_MONTH.search(before))
    return not named or (not name.isupper() and bool(_BEFORE_MONTH.search(before)))


def _weekday(found: re.Match[str], scene: Scene) -> Timex:
    number, which = words.weekday(found["weekday"]), (found["which"] or "").lower().split(" ")[-1]
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
    if direction == "future":
        return days.on(anchor, number)
    return days.back(anchor, number)


def _is_weekday(found: re.Match[str]) -> bool:
    before = found.string[max(0, found.start() - 8) : found.start()]
    return not re.search(r"(?:Bloody|Black|Cyber|Ash|Fat|Palm|Super|Good|Holy|Ruby|Happy)\s+$", before)


def _year(found: re.Match[str], scene: Scene) -> Timex:
    return Timex("DATE", f"{_year_of(found['year'], scene):04d}")


def _is_year(found: re.Match[str]) -> bool:
    text, year = found.string, int(found["year"])
    before, after = text[max(0, found.start() - 14) : found.start()], text[found.end() : found.end() + 24]
    if found["lead"]:
        return not re.match(r",\d{3}|\.\d", after)
    likely = 1900 <= year <= 2049
    return likely and not (
        _COUNTED.match(after) or _BEFORE_COUNT.search(before) or re.match(r",\d{3}|\.\d|%|-\d|[-/]\w|'s", after)
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


def _decade(found: re.Match[str], scene: Scene) -> Timex:
    if found["name"]:
        tens = {
            "twenties": 2,
            "thirties": 3,
            "forties": 4,
            "fifties": 5,
            "sixties": 6,
            "seventies": 7,
            "eighties": 8,
            "nineties": 9,
        }
        return Timex("DATE", f"19{tens[found['name'].lower()]}")
    digits = found["decade"].lstrip("'")
    return Timex("DATE", (digits if len(digits) == 4 else str(_year_of(digits, scene)))[:3])


def _is_decade(found: re.Match[str]) -> bool:
    """Somebody's eighties, and temperatures in the eighties, are no decade."""
    before = found.string[max(0, found.start() - 6) : found.start()].lower()
    return not found["name"] or before.endswith(("the ", "early ", "late ", "mid-", "mid ")) or bool(found["phase"])


def _century(found: re.Match[str], _: Scene) -> Timex:
    ordinal = re.match(r"\d+", found["ordinal"])
    spelled = {"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}
    return Timex("DATE", f"{(int(ordinal[0]) if ordinal else spelled[found['ordinal'].lower()]) - 1:02d}")


def _season(found: re.Match[str], scene: Scene) -> Timex:
    code, which = words.SEASONS[found["season"].lower()], (found["which"] or "").lower().split(" ")[-1]
    if found["year"]:
        return Timex("DATE", f"{found['year']}-{code}")

    def known(anchor: date) -> str:
        first = days.SEASONS[code][0]
        if which in ("next", "coming") or (not which and scene.direction == "future"):
            return f"{anchor.year + (first <= anchor.month)}-{code}"
        if which in ("last", "past", "previous"):
            ended = first + 2 < anchor.month
            return f"{anchor.year - (not ended)}-{code}"
        if code == "WI" and anchor.month <= 2:
            return f"{anchor.year - 1}-{code}"
        return f"{anchor.year if which == 'this' or first <= anchor.month else anchor.year - 1}-{code}"

    return relative(scene, f"XXXX-{code}", known)


def _is_season(found: re.Match[str]) -> bool:
    """The names of seasons are verbs too: only after words that make them a time."""
    return bool(found["which"] or found["year"] or found["the"])


_WHICH = r"(?:(?P<which>(?i:last|next|this past|this coming|this|the past|the previous|past|previous|coming)) )"

RULES: tuple[Rule, ...] = (
    Rule("date.iso", pattern(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?P<time>T\d\d:\d\d)?"), _iso),
    Rule(
        "date.slashed",
        pattern(r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4}|\d\d)"),
        _slashed,
        lambda f: (
            0 < min(int(f["first"]), int(f["second"]))
            and min(int(f["first"]), int(f["second"])) < 13
            and max(int(f["first"]), int(f["second"])) < 32
        ),
    ),
    Rule("date.full", pattern(rf"{_WEEKDAY}(?P<month>{MONTH}) {_ORDINAL},? (?P<year>{YEAR})"), _full),
    Rule(
        "date.full", pattern(rf"{_WEEKDAY}(?:(?:the )?{_ORDINAL}(?: of)?) (?P<month>{MONTH}),? (?P<year>{YEAR})"), _full
    ),
    Rule(
        "date.this-year",
        pattern(rf"{_WEEKDAY}(?P<month>{MONTH}) {_ORDINAL},? (?:of )?(?P<which>last|this|next) year"),
        _month_year,
    ),
    Rule(
        "date.month-day",
        pattern(rf"{_WEEKDAY}(?:(?i:{PART_OF_DAY}),? )?(?P<month>{MONTH}) (?:the )?{_ORDINAL}"),
        _month_day,
        lambda f: not re.match(r",?\d|:\d|%|\.\d", f.string[f.end() : f.end() + 3]),
    ),
    Rule(
        "date.month-day",
        pattern(rf"{_WEEKDAY}(?:the )?{_ORDINAL}(?: of)? (?P<month>{MONTH})"),
        _month_day,
        lambda f: f.string[max(0, f.start() - 1) : f.start()] not in (".", ",", "-"),
    ),
    Rule(
        "date.days",
        pattern(
            rf"(?P<month>{MONTH}) (?P<day>{DAY_NUMBER})(?:st|nd|rd|th)?(?: ?- ?(?:(?P<month2>{MONTH}) )?| to | through )(?P<last>{DAY_NUMBER})(?:st|nd|rd|th)?(?:,? (?P<year>{YEAR}))?"
        ),
        _days,
    ),
    Rule(
        "date.days",
        pattern(
            rf"(?P<day>{DAY_NUMBER})(?: ?- ?| to )(?P<last>{DAY_NUMBER}) (?P<month>{MONTH})(?P<month2>)?(?:,? (?P<year>{YEAR}))?"
        ),
        _days,
    ),
    Rule(
        "date.month-year",
        pattern(
            rf"{_PHASE}?(?P<month>{MONTH})(?:,| of)? (?:(?P<year>{YEAR}|'\d\d)|(?:of )?(?P<which>last|this|next) year)"
        ),
        _month_year,
    ),
    Rule("date.month", pattern(rf"{_PHASE}?{_WHICH}?(?P<month>{MONTH})"), _month, _is_month),
    Rule(
        "date.weekday",
        pattern(
            rf"(?:(?i:early|late|earlier|later) )?(?:(?P<which>(?i:last|next|this past|this coming|this|the previous|the following|the past)) )?(?P<weekday>{WEEKDAY})"
        ),
        _weekday,
        _is_weekday,
    ),
    Rule("date.years", pattern(rf"(?P<year>{YEAR})(?:-|/)(?P<last>\d{{4}}|\d\d)"), _years, _is_years),
    Rule(
        "date.year",
        pattern(
            rf"(?P<lead>(?i:the year|fiscal(?: year)?|calendar|early|late|mid|the (?:beginning|start|middle|end|close) of|FY)[ -]?)?(?P<year>{YEAR})"
        ),
        _year,
        _is_year,
    ),
    Rule(
        "date.year",
        pattern(r"(?P<lead>(?i:class of|summer of|winter of|spring of|fall of) )?(?P<year>'[0-9]\d)"),
        _year,
        lambda f: bool(f["lead"]),
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
    ),
    Rule(
        "date.decade",
        pattern(
            r"(?:(?i:the) )?(?P<phase>(?i:early|mid|late)(?:-to-late)?[ -])?(?:(?P<decade>(?:1[5-9]|20)\d0|'\d0)'?s|(?P<name>(?i:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)))"
        ),
        _decade,
        _is_decade,
    ),
    Rule(
        "date.century",
        pattern(
            r"(?i:(?:the )?(?:(?:early|mid|late)[ -])?(?P<ordinal>1\dth|20th|21st|eighteenth|nineteenth|twentieth|twenty-first)[ -]century)"
        ),
        _century,
    ),
    Rule(
        "date.season",
        pattern(
            rf"(?:(?P<the>(?i:(?:in|during|since|until|by|over|for|of) the|(?:the )?(?:early|late|mid|end of)(?: the)?)[ -]))?(?:(?P<which>(?i:last|next|this past|this coming|this|the past|the previous|the coming)) )?(?P<season>(?i:{SEASON}))(?: (?:of )?(?P<year>{YEAR}))?"
        ),
        _season,
        _is_season,
    ),
)
