"""Times that are counted in units: last week, two years ago, a day earlier, the end of the month.

What is counted from the day of print has the unit's own precision ("two weeks
ago" is a week, not a day). What is counted from the time named before goes
with that time.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from tellings.reading.moments import days, fiscal, words
from tellings.reading.moments.lengths import duration, not_age
from tellings.reading.moments.periods import since
from tellings.reading.moments.rule import Rule, Scene, Timex, relative
from tellings.reading.moments.words import COUNT, SOME, STEP, UNIT, pattern

_HALF = {"Y": (12, "M"), "DE": (10, "Y"), "CE": (100, "Y")}
"""Units whose halves are counted in smaller ones: two and a half years ago is a month."""

_UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "DE": "XXX", "CE": "XX"}


def _this(found: re.Match[str], scene: Scene) -> Timex:
    """This, last or next unit."""
    which, name = found["which"].lower().split()[-1], found["unit"].lower()
    if name == "weekend":
        return _weekend(scene, which)
    code = words.unit(name)
    if which in ("that", "same", "following", "previous") and scene.last and code in ("Y", "M", "D"):
        return _near(scene, STEP.get(which, 0), code)
    if code == "D" and which in ("that", "same"):
        return relative(scene, _UNKNOWN[code], lambda anchor: anchor.isoformat())
    return relative(scene, _UNKNOWN[code], lambda anchor: _running(anchor, STEP.get(which, 0), code))


def _running(anchor: date, step: int, code: str) -> str:
    """The unit that runs on the day of print, or one so many away: a decade is "201", a century "20"."""
    value = days.shift(anchor, step, code)
    return value[: {"DE": 3, "CE": 2}.get(code, len(value))]


def _near(scene: Scene, step: int, code: str) -> Timex:
    """Counted from the last time that was named, not from the day of print."""
    last = scene.last or ""
    if code == "Y" and last[:4].isdigit():
        return Timex("DATE", f"{int(last[:4]) + step:04d}", relative=True)
    if code == "M" and re.match(r"\d{4}-\d\d", last):
        return Timex("DATE", days.month(int(last[:4]), int(last[5:7]) + step), relative=True)
    if (day := days.parse(last)) and code == "D":
        return Timex("DATE", (day + timedelta(days=step)).isoformat(), relative=True)
    return relative(scene, _UNKNOWN[code], lambda anchor: days.shift(anchor, step, code))


def _beside_it(found: re.Match[str], scene: Scene) -> Timex:
    """As in "The year before": beside the last time that was named."""
    return _near(scene, -1 if found["way"].lower() == "before" else 1, words.unit(found["unit"]))


def _weekend(scene: Scene, which: str) -> Timex:
    def known(anchor: date) -> str:
        if which in ("last", "past", "previous") or (which in ("the", "over the") and scene.direction != "future"):
            saturday = days.back(anchor, 5, before=anchor.weekday() == 5 and which == "last")
            return (
                days.week(saturday if (anchor - saturday).days or which != "last" else saturday - timedelta(days=7))
                + "-WE"
            )
        return days.week(anchor + timedelta(days=7 if which == "next" else 0)) + "-WE"

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
    timex = relative(scene, _UNKNOWN[code], lambda anchor: _running(anchor, step, code))
    begun = found["part"].lower().split()[-2:-1] in (["beginning"], ["start"])
    if begun and scene.anchor and not step and since(found):
        first = days.interval(timex.value)[0] or timex.value
        return Timex("DATE", timex.value, relative=True, start=f"{first}-01-01"[:10], end=scene.anchor.isoformat())
    return timex


def _so_far(found: re.Match[str], scene: Scene) -> Timex:
    code = words.unit(found["unit"])
    if not scene.anchor:
        return Timex("DATE", _UNKNOWN[code], relative=True)
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
    if number % 1 == 0.5 and code in _HALF:
        per, smaller = _HALF[code]
        return relative(scene, _UNKNOWN[smaller], lambda anchor: days.shift(anchor, sign * int(number * per), smaller))
    if code == "Y" and _of_quarter(found, scene) and (quarter := fiscal.a_year_off(scene, sign * count)):
        return Timex("DATE", quarter, relative=True)
    return relative(scene, _UNKNOWN[code], lambda anchor: days.shift(anchor, sign * count, code))


def _of_quarter(found: re.Match[str], scene: Scene) -> bool:
    """Figures of a quarter are told beside those of a year ago."""
    return (scene.last or "") == scene.quarter or (words.number(found["count"]) == 1 and fiscal.of_results(found))


def _vaguely_ago(found: re.Match[str], scene: Scene) -> Timex:
    return Timex(
        "DATE", "PAST_REF" if found["way"].lower() in ("ago", "back") else "FUTURE_REF", relative=scene.anchor is None
    )


def _beside(found: re.Match[str], scene: Scene) -> Timex:
    """As in "Two days later", "a year earlier": from the last time that was named, as precise as that one."""
    code, number = words.unit(found["unit"]), words.number(found["count"])
    if number is None or code.startswith("T"):
        return Timex("DURATION", duration(found["count"], found["unit"]))
    sign = -1 if found["way"].lower() in ("earlier", "before", "previously", "prior") else 1
    step = sign * int(number)
    if code == "Y" and _of_quarter(found, scene) and (quarter := fiscal.a_year_off(scene, step)):
        return Timex("DATE", quarter, relative=True)
    if code == "Y" and scene.last and (year := re.match(r"\d{4}", scene.last)) and not scene.last.endswith("WE"):
        tail = scene.last[4:] if re.fullmatch(r"(?:-Q\d|-\d\d)?", scene.last[4:]) else ""
        return Timex("DATE", f"{int(year[0]) + step:04d}{tail}", relative=True)
    reference = scene.reference
    return Timex("DATE", days.shift(reference, step, code) if reference else _UNKNOWN[code], relative=True)


def _after(found: re.Match[str], scene: Scene) -> Timex:
    """As in "comes three weeks after" and "on Monday, a day after": where the doing is dated, so is what it came after."""
    value = duration(found["count"], found["unit"])
    code, number = words.unit(found["unit"]), words.number(found["count"])
    present = scene.anchor if _present(found) else None
    reference = present or (days.parse(scene.beside) if scene.anchor else None)
    if number is None or code.startswith("T") or reference is None:
        return Timex("DURATION", value, relative=True)
    step = int(number) * (-1 if found["way"].lower().endswith("after") else 1)
    start, end = days.interval(days.shift(reference, step, code))
    return Timex("DURATION", value, relative=True, start=start, end=end)


_PRESENT = re.compile(
    r"(?i)\b(?:comes?|is|are|arrives?|marks?|follows?|falls?)\b(?:(?!\b(?:was|were|had|came|said|after|before)\b)[^.;:!?])*$"
)


def _present(found: re.Match[str]) -> bool:
    """Whether the clause stands in the present, so that what it tells is of the day of print."""
    return bool(_PRESENT.search(found.string[max(0, found.start() - 160) : found.start()])) or _joined(found)


def _joined(found: re.Match[str]) -> bool:
    """As in "three weeks after this and two weeks after that": the second goes with the first."""
    before = found.string[max(0, found.start() - 240) : found.start()]
    if not re.search(r"(?i)(?:,|\band)\s+$", before) or not (
        first := re.search(rf"(?i){COUNT}\s+{UNIT}s?\s+(?:after|before)\b[^.;!?]*$", before)
    ):
        return False
    return bool(_PRESENT.search(before[: first.start()]))


RULES: tuple[Rule, ...] = (
    Rule(
        "unit.this",
        pattern(
            r"(?i:(?:(?:earlier|later|late|early|sometime|by the end of|the (?:end|middle|beginning|start|rest) of) )?(?P<which>this past|this coming|this|last|next|that same|that|the same|the following|the previous|the current|the latest|the very next) (?P<unit>weekend|week|month|quarter|year|decade|century|day|fortnight))"
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
        pattern(r"(?i:so far this (?P<unit>week|month|quarter|year|decade|century))"),
        _so_far,
        needs=words.some_of("far"),
    ),
    Rule(
        "unit.ago",
        pattern(
            rf"(?i:{SOME}(?P<count>{COUNT}|(?=weeks|months|years|days|decades|hours)) ?(?P<unit>{UNIT}s?) (?:or so )?(?P<way>ago|from now|from today|back))"
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
    Rule(
        "unit.near",
        pattern(r"(?i:the (?P<unit>week|month|year|decade) (?P<way>before|after))"),
        _beside_it,
        lambda f: not re.match(r"\s+(?:\w|[\"'])", f.string[f.end() :]),
        needs=words.some_of("before after"),
    ),
    Rule(
        "unit.beside",
        pattern(rf"(?i:{SOME}(?P<count>{COUNT}) (?P<unit>{UNIT}s?) (?P<way>earlier|later|before|previously|prior))"),
        _beside,
        lambda f: (
            f["way"].lower() not in ("before", "prior")
            or not re.match(r"\s+(?:[a-z]|[A-Z]|the\b)", f.string[f.end() :])
        ),
        needs=words.some_of("earlier later before previously prior"),
    ),
    Rule(
        "unit.after",
        pattern(rf"(?i:{SOME}(?P<count>{COUNT}) (?P<unit>{UNIT}s?))(?= (?P<way>after|before|prior to))"),
        _after,
        not_age,
        needs=words.some_of("after before prior"),
    ),
)
