"""Times with a name: today, holidays, quarters and halves of a year, now and recently."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from tellings.reading.moments import days, words
from tellings.reading.moments.rule import Rule, Scene, Timex, relative
from tellings.reading.moments.words import MONTH, YEAR, pattern


def _nth(month: int, weekday: int, count: int) -> Callable[[int], date]:
    """The count-th such weekday of a month; from its end where negative."""

    def of(year: int) -> date:
        if count > 0:
            return days.on(date(year, month, 1), weekday) + timedelta(weeks=count - 1)
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return days.back(last, weekday)

    return of


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def easter(year: int) -> date:
    """Easter Sunday (the anonymous Gregorian computus)."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (year % 19 + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def _from_easter(offset: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=offset)


def _election(year: int) -> date:
    """The Tuesday after the first Monday of November."""
    return _nth(11, 0, 1)(year) + timedelta(days=1)


HOLIDAYS: dict[str, Callable[[int], date]] = {
    "new year's day": _fixed(1, 1),
    "new year's eve": _fixed(12, 31),
    "martin luther king day": _nth(1, 0, 3),
    "martin luther king jr. day": _nth(1, 0, 3),
    "inauguration day": _fixed(1, 20),
    "groundhog day": _fixed(2, 2),
    "valentine's day": _fixed(2, 14),
    "presidents day": _nth(2, 0, 3),
    "presidents' day": _nth(2, 0, 3),
    "st. patrick's day": _fixed(3, 17),
    "st patrick's day": _fixed(3, 17),
    "april fool's day": _fixed(4, 1),
    "ash wednesday": _from_easter(-46),
    "palm sunday": _from_easter(-7),
    "good friday": _from_easter(-2),
    "easter monday": _from_easter(1),
    "easter sunday": _from_easter(0),
    "easter": _from_easter(0),
    "earth day": _fixed(4, 22),
    "may day": _fixed(5, 1),
    "mother's day": _nth(5, 6, 2),
    "memorial day": _nth(5, 0, -1),
    "juneteenth": _fixed(6, 19),
    "father's day": _nth(6, 6, 3),
    "canada day": _fixed(7, 1),
    "fourth of july": _fixed(7, 4),
    "july fourth": _fixed(7, 4),
    "independence day": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "labor day": _nth(9, 0, 1),
    "columbus day": _nth(10, 0, 2),
    "halloween": _fixed(10, 31),
    "bonfire night": _fixed(11, 5),
    "election day": _election,
    "remembrance sunday": _nth(11, 6, 2),
    "veterans day": _fixed(11, 11),
    "armistice day": _fixed(11, 11),
    "thanksgiving day": _nth(11, 3, 4),
    "thanksgiving": _nth(11, 3, 4),
    "black friday": lambda year: _nth(11, 3, 4)(year) + timedelta(days=1),
    "cyber monday": lambda year: _nth(11, 3, 4)(year) + timedelta(days=4),
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
}
_NAMES = "|".join(re.escape(name) for name in sorted(HOLIDAYS, key=lambda name: (-len(name), name)))


def _holiday(found: re.Match[str], scene: Scene) -> Timex:
    """The nearest one in the direction of the sentence; Election Day only where one is held."""
    name = " ".join(found["name"].lower().split())
    of, step = HOLIDAYS[name], 2 if name == "election day" else 4 if name == "inauguration day" else 1
    if found["year"]:
        return Timex("DATE", of(int(found["year"])).isoformat())

    def known(anchor: date) -> str:
        shift = 1 if step == 4 else 0
        years = [year for year in range(anchor.year - 4, anchor.year + 5) if year % step == shift % step]
        all_days = [of(year) for year in years]
        past, ahead = [day for day in all_days if day <= anchor], [day for day in all_days if day >= anchor]
        which = (found["which"] or "").lower()
        if which == "next" or (scene.direction == "future" and which != "last"):
            return ahead[0].isoformat()
        if which == "last" or scene.direction == "past" or step > 1:
            return past[-1].isoformat()
        return min(all_days, key=lambda day: abs((day - anchor).days)).isoformat()

    return relative(scene, "XXXX-XX-XX", known)


_STEP = {"today": 0, "yesterday": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2}


def _today(found: re.Match[str], scene: Scene) -> Timex:
    step = _STEP[" ".join(found["name"].lower().split())]
    return relative(scene, "XXXX-XX-XX", lambda anchor: (anchor + timedelta(days=step)).isoformat())


def _next_day(found: re.Match[str], scene: Scene) -> Timex:
    """As in "The next day", "the day before": beside the last day named."""
    text = found[0].lower()
    step = -1 if "before" in text or "previous" in text else 1
    reference = scene.reference
    return Timex("DATE", (reference + timedelta(days=step)).isoformat() if reference else "XXXX-XX-XX", relative=True)


def _quarter(found: re.Match[str], scene: Scene) -> Timex:
    """A quarter of a year: of the year named, or the last one of that number up to the day of print."""
    number, which = words.ORDINALS[found["ordinal"].lower()], (found["which"] or found["which2"] or "").lower()
    if year := found["year"] or found["year2"]:
        return Timex("DATE", f"{year}-Q{number}")
    if which:
        step = {"last": -1, "next": 1}.get(which, 0)
        return relative(scene, f"XXXX-Q{number}", lambda anchor: days.quarter(anchor.year + step, number))

    def known(anchor: date) -> str:
        current = (anchor.month + 2) // 3
        if (
            scene.direction == "future" and current - number != 1
        ):  # results of the quarter just over are still to be told
            return days.quarter(anchor.year + (number < current), number)
        return days.quarter(anchor.year - (number > current), number)

    return relative(scene, f"XXXX-Q{number}", known)


def _this_quarter(found: re.Match[str], scene: Scene) -> Timex:
    """As in "The quarter" is the one last named, or the last whole one."""
    last = scene.last or ""
    step = -1 if found["ago"] else 0
    if named := re.match(r"(\d{4})-Q(\d)", last):
        return Timex("DATE", days.quarter(int(named[1]) + step, int(named[2])), relative=True)
    return relative(scene, "XXXX-QX", lambda anchor: days.quarter(anchor.year + step, (anchor.month + 2) // 3 - 1))


def _half(found: re.Match[str], scene: Scene) -> Timex:
    number = {"first": 1, "second": 2, "last": 2, "latter": 2}[found["ordinal"].lower()]
    if found["decade"]:
        return Timex("DATE", ("19" + found["decade"].lstrip("'"))[-4:][:3])
    if found["month"]:
        return relative(
            scene,
            f"XXXX-{words.month(found['month']):02d}",
            lambda anchor: days.month(anchor.year, words.month(found["month"])),
        )
    if found["year"]:
        return Timex("DATE", f"{found['year']}-H{number}")
    step = {"last": -1, "next": 1}.get((found["which"] or "").lower(), 0)
    return relative(scene, f"XXXX-H{number}", lambda anchor: f"{anchor.year + step:04d}-H{number}")


def _week_of(found: re.Match[str], scene: Scene) -> Timex:
    from tellings.reading.moments.dates import nearest  # noqa: PLC0415  # dates is heavier than this one use

    day = nearest(scene, words.month(found["month"]), int(found["day"]))
    known = days.parse(day.value)
    weekend = "-WE" if found[0].lower().startswith("the weekend") else ""
    return Timex("DATE", days.week(known) + weekend if known else f"XXXX-WXX{weekend}", relative=True)


def _year_end(found: re.Match[str], scene: Scene) -> Timex:
    return relative(scene, "XXXX", lambda anchor: f"{anchor.year:04d}")


_REFERENCES = {
    "PRESENT_REF": "right now|now|currently|current|at present|presently|nowadays|these days|at the moment|at this time",
    "PAST_REF": "recently|recent|the past|lately|long ago",
    "FUTURE_REF": "the near future|the future",
}


def _reference(found: re.Match[str], _: Scene) -> Timex:
    text = " ".join(found[0].lower().split())
    return Timex("DATE", next(value for value, names in _REFERENCES.items() if re.fullmatch(names, text)))


def _is_reference(found: re.Match[str]) -> bool:
    after = found.string[found.end() : found.end() + 12]
    if found[0].lower() == "the past":
        return not re.match(r"\s+\w+", after) or bool(re.match(r"\s+(?:and|or|but|as|that|when)\b", after))
    if found[0].lower() == "now":
        return not re.match(r"\s+(?:that|known)\b", after)
    return not re.match(r"-", after)


_NAMED_YEAR = rf"(?P<year>{YEAR})"
_ORDINAL = "(?P<ordinal>(?i:first|second|third|fourth|1st|2nd|3rd|4th))"

RULES: tuple[Rule, ...] = (
    Rule(
        "named.today",
        pattern(
            r"(?:(?i:early|late|earlier|later) )?(?:the )?(?P<name>(?i:today|yesterday|tomorrow|day before yesterday|day after tomorrow))"
        ),
        _today,
    ),
    Rule(
        "named.next-day",
        pattern(r"(?i:the (?:very )?(?:next|following|previous) day|the day (?:before|after))"),
        _next_day,
        lambda f: not re.match(r"(?i)the day", f[0]) or not re.match(r"\s+\w", f.string[f.end() :]),
    ),
    Rule(
        "named.holiday",
        pattern(rf"(?:(?P<which>(?i:last|next|this)) )?(?P<name>(?i:{_NAMES}))(?:,? (?:of )?(?P<year>{YEAR}))?"),
        _holiday,
        lambda f: f["name"][0].isupper(),
    ),
    Rule("named.sept-11", pattern(r"9/11"), lambda f, s: Timex("DATE", "2001-09-11")),
    Rule(
        "named.quarter",
        pattern(
            rf"(?:(?i:the) )?(?:(?i:fiscal)[- ])?(?:{_NAMED_YEAR}'?s? )?(?:(?P<which>(?i:last|this|next)) year's )?{_ORDINAL}[- ](?i:quarter)(?: of)?(?: (?P<year2>{YEAR})| (?P<which2>(?i:last|this|next)) year)?"
        ),
        _quarter,
    ),
    Rule(
        "named.quarter",
        pattern(r"Q(?P<ordinal>[1-4])(?: (?:of )?(?P<year>20\d\d))?(?P<year2>)(?P<which>)(?P<which2>)"),
        lambda f, s: (
            Timex("DATE", f"{f['year']}-Q{f['ordinal']}")
            if f["year"]
            else relative(
                s,
                f"XXXX-Q{f['ordinal']}",
                lambda anchor: days.quarter(
                    anchor.year - (int(f["ordinal"]) > (anchor.month + 2) // 3), int(f["ordinal"])
                ),
            )
        ),
    ),
    Rule(
        "named.this-quarter",
        pattern(
            r"(?i:(?:the |an? )?(?P<ago>year-ago|year-earlier)(?: (?:quarter|period))?|(?:the|its) (?:latest |most recent )?(?:quarter|latest period))"
        ),
        _this_quarter,
    ),
    Rule(
        "named.half",
        pattern(
            rf"(?i:the )?(?P<ordinal>(?i:first|second|last|latter)) (?i:half of )(?:(?P<month>{MONTH})|{_NAMED_YEAR}|the (?P<decade>'\d0|\d{{4}})s|the year|(?P<which>(?i:last|this|next)) year)"
        ),
        _half,
    ),
    Rule(
        "named.week-of",
        pattern(rf"(?i:the (?:week|weekend) (?:of|beginning|ending)) (?P<month>{MONTH}) (?P<day>\d\d?)"),
        _week_of,
    ),
    Rule("named.year-end", pattern(r"(?i:year-?end|year end|year's end)"), _year_end),
    Rule("named.reference", pattern("(?i:" + "|".join(_REFERENCES.values()) + ")"), _reference, _is_reference),
)
