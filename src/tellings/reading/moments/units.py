"""Times that are counted in units from the day of print: last week, two years ago, the end of the month.

They have the unit's own precision: "two weeks ago" is a week, not a day.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from tellings.reading.moments import beside, days, fiscal, words
from tellings.reading.moments.periods import since
from tellings.reading.moments.rule import Rule, Scene, Timex, relative
from tellings.reading.moments.words import COUNT, SOME, STEP, UNIT, UNKNOWN, pattern

_FRIDAY = 4
_HALF = {"Y": (12, "M"), "DE": (10, "Y"), "CE": (100, "Y")}
"""Units whose halves are counted in smaller ones: two and a half years ago is a month."""


def _this(found: re.Match[str], scene: Scene) -> Timex:
    """This, last or next unit."""
    which, name = found["which"].lower().split()[-1], found["unit"].lower()
    if name == "weekend":
        return _weekend(scene, which)
    code = words.unit(name)
    if which in ("that", "same", "following", "previous") and scene.last and code in ("Y", "M", "D"):
        return beside.near(scene, STEP.get(which, 0), code)
    if code == "D" and which in ("that", "same"):
        return relative(scene, UNKNOWN[code], lambda anchor: anchor.isoformat())
    return relative(scene, UNKNOWN[code], lambda anchor: _running(anchor, STEP.get(which, 0), code))


def _running(anchor: date, step: int, code: str) -> str:
    """The unit that runs on the day of print, or one so many away: a decade is "201", a century "20"."""
    value = days.shift(anchor, step, code)
    return value[: {"DE": 3, "CE": 2}.get(code, len(value))]


def _weekend(scene: Scene, which: str) -> Timex:
    def known(anchor: date) -> str:
        if which in ("last", "past", "previous") or (which in ("the", "over the") and scene.direction != "future"):
            saturday = days.back(anchor, 5, before=anchor.weekday() == 5 and which == "last")
            return (
                days.week(saturday if (anchor - saturday).days or which != "last" else saturday - timedelta(days=7))
                + "-WE"
            )
        step = 7 if which == "next" else 0
        if which == "this" and scene.direction == "past" and anchor.weekday() < _FRIDAY:
            step = -7  # "wandered off this weekend", printed on a Tuesday
        return days.week(anchor + timedelta(days=step)) + "-WE"

    return relative(scene, "XXXX-WXX-WE", known)


def _the_weekend(_: re.Match[str], scene: Scene) -> Timex:
    return _weekend(scene, "the")


def _in_the_unit(found: re.Match[str], scene: Scene) -> Timex:
    """As in "The end of the year", "earlier in the month", "so far this year": the unit that runs now."""
    name = found["unit"].lower()
    code = words.unit(name)
    step = STEP.get((found["which"] or "").lower().split(" ")[-1], 0)
    if code == "D" and scene.reference:
        return Timex("DATE", scene.reference.isoformat(), relative=True)
    timex = relative(scene, UNKNOWN[code], lambda anchor: _running(anchor, step, code))
    begun = found["part"].lower().split()[-2:-1] in (["beginning"], ["start"])
    if begun and scene.anchor and not step and since(found):
        first = days.interval(timex.value)[0] or timex.value
        return Timex("DATE", timex.value, relative=True, start=f"{first}-01-01"[:10], end=scene.anchor.isoformat())
    return timex


def _so_far(found: re.Match[str], scene: Scene) -> Timex:
    code = words.unit(found["unit"])
    if not scene.anchor:
        return Timex("DATE", UNKNOWN[code], relative=True)
    value = days.shift(scene.anchor, 0, code)
    first = days.interval(value)[0] or value
    return Timex("DATE", value, relative=True, start=f"{first}-01-01"[:10], end=scene.anchor.isoformat())


def _ago(found: re.Match[str], scene: Scene) -> Timex:
    """So many units before the day of print, as precise as the unit."""
    code, number = words.unit(found["unit"]), words.number(found["count"])
    if number is None:
        return _vaguely_ago(found, scene)
    if code.startswith("T"):
        return relative(scene, "XXXX-XX-XX", lambda anchor: anchor.isoformat())
    count = int(number * (2 if found["unit"].lower().startswith("fortnight") else 1))
    sign = -1 if found["way"].lower() in ("ago", "back") else 1
    if not days.reaches(scene.anchor or beside.SOME_DAY, sign * count, code):
        return _vaguely_ago(found, scene)
    if number % 1 == 0.5 and code in _HALF:
        per, smaller = _HALF[code]
        return relative(scene, UNKNOWN[smaller], lambda anchor: days.shift(anchor, sign * int(number * per), smaller))
    if (
        code == "Y"
        and fiscal.of_quarter(found, scene, found["count"])
        and (quarter := fiscal.a_year_off(scene, sign * count))
    ):
        return Timex("DATE", quarter, relative=True)
    return relative(scene, UNKNOWN[code], lambda anchor: days.shift(anchor, sign * count, code))


def _vaguely_ago(found: re.Match[str], scene: Scene) -> Timex:
    return Timex(
        "DATE", "PAST_REF" if found["way"].lower() in ("ago", "back") else "FUTURE_REF", relative=scene.anchor is None
    )


RULES: tuple[Rule, ...] = (
    Rule(
        "unit.this",
        pattern(
            r"(?i:(?:(?:earlier|later|late|early|sometime|the (?:end|middle|beginning|start|rest) of) )?(?P<which>this past|this coming|this|last|next|that same|that|the same|the following|the previous|the current|the latest|the very next) (?P<unit>weekend|week|month|quarter|year|decade|century|day|fortnight))"
        ),
        _this,
        lambda f: (
            not (
                f["unit"].lower() == "day"
                and f["which"].lower() in ("last", "next", "this", "this past", "the latest", "the current")
            )
        ),
        needs=words.some_of("weekend week month quarter year decade century day fortnight"),
    ),
    Rule(
        "unit.weekend",
        pattern(r"(?i:the weekend)"),
        _the_weekend,
        lambda f: not re.match(r"\s+of\b", f.string[f.end() :]),
        needs=words.some_of("weekend"),
    ),
    Rule(
        "unit.part",
        pattern(
            r"(?i:(?P<part>(?:the )?(?:beginning|start|middle|end|close|rest|turn|remainder) of|(?:earlier|later|late|early) in) (?:the|(?P<which>this|last|next)) (?P<unit>day|week|month|quarter|year|decade|century))"
        ),
        _in_the_unit,
        needs=words.some_of("day week month quarter year decade century"),
    ),
    Rule(
        "unit.so-far",
        pattern(r"(?i:(?P<led>so far )this (?P<unit>week|month|quarter|year|decade|century))"),
        _so_far,
        needs=words.some_of("far"),
    ),
    Rule(
        "unit.ago",
        pattern(
            rf"(?i:{SOME}(?P<count>{COUNT}|(?=weeks|months|years|days|decades|hours)) ?(?P<unit>{UNIT}s?) (?:or (?:so|two|more) )?(?P<way>ago|from now|from today|back))"
        ),
        _ago,
        needs=words.some_of("ago now today back"),
    ),
    Rule(
        "unit.ago",
        pattern(
            rf"(?i:{SOME}(?P<count>an? (?P<unit>year|decade|century) and a half) (?P<way>ago|from now|from today|back))"
        ),
        _ago,
        needs=words.some_of("ago now today back"),
    ),
    Rule(
        "unit.ago",
        pattern(rf"(?i:(?<=in\s){SOME}(?P<count>{COUNT}) (?P<unit>{UNIT}s?)'s? (?P<way>time))"),
        _ago,
        needs=words.some_of("time"),
    ),
)
