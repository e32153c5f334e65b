"""Times that count in units: last week, two years ago, the past three months, a four-day visit, every year.

What counts from the day of print gives the unit's own precision ("two weeks
ago" is a week, not a day). A stretch that ends or begins on the day of print
is a duration with its first and last day; any other has no place on the calendar.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from tellings.reading.moments import days, words
from tellings.reading.moments.rule import Rule, Scene, Timex, relative
from tellings.reading.moments.words import ABOUT, COUNT, UNIT, WEEKDAY, pattern

_UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "DE": "XXX", "CE": "XX"}
_STEP = {"last": -1, "past": -1, "previous": -1, "prior": -1, "next": 1, "coming": 1, "following": 1}
_AGE = re.compile(r"\s*[- ](?:old|olds)\b|\s+of\s+age\b|-(?:earlier|ago|on-year|over-year)\b")


def _plain(found: float) -> str:
    return str(int(found)) if found == int(found) else f"{found:g}"


def duration(count: str, unit: str) -> str:
    """The TIMEX3 value of a stretch: "P3W", "PT2H", "PXY" where the number is open."""
    code = words.unit(unit)
    factor = 2 if unit.lower().startswith("fortnight") else 1
    number = words.number(re.split(r"\s+(?:or|to)\s+", count)[-1]) if count else None
    time = "T" if code.startswith("T") else ""
    if number == 0.5 and code in ("Y", "DE", "TH"):
        return {"Y": "P6M", "DE": "P5Y", "TH": "PT30M"}[code]
    if number and number % 1 == 0.5 and code in ("Y", "TH"):
        return f"P{int(number)}Y6M" if code == "Y" else f"PT{int(number)}H30M"
    return f"P{time}{_plain(number * factor) if number is not None else 'X'}{code.removeprefix('T')}"


def _not_age(found: re.Match[str]) -> bool:
    return not _AGE.match(found.string[found.end() : found.end() + 10])


def _this(found: re.Match[str], scene: Scene) -> Timex:
    """This, last or next unit."""
    which, name = found["which"].lower().split()[-1], found["unit"].lower()
    if name == "weekend":
        return _weekend(scene, which)
    code = words.unit(name)
    if which in ("that", "same", "following", "previous") and scene.last and code in ("Y", "M", "D"):
        return _near(scene, _STEP.get(which, 0), code)
    if code == "D" and which in ("that", "same"):
        return relative(scene, _UNKNOWN[code], lambda anchor: anchor.isoformat())
    return relative(scene, _UNKNOWN[code], lambda anchor: days.shift(anchor, _STEP.get(which, 0), code))


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
    step = _STEP.get((found["which"] or "").lower().split(" ")[-1], 0)
    timex = relative(scene, _UNKNOWN[code], lambda anchor: days.shift(anchor, step, code))
    begun = found["part"].lower().split()[-2:-1] in (["beginning"], ["start"])
    if (
        begun
        and scene.anchor
        and not step
        and re.search(r"(?i)\bsince\s+$", found.string[max(0, found.start() - 8) : found.start()])
    ):
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
    if number == 0.5:
        return relative(scene, "XXXX-XX", lambda anchor: days.shift(anchor, -6, "M"))
    sign = -1 if found["way"].lower() in ("ago", "back") else 1
    if code == "Y" and (
        quarter := re.fullmatch(r"(\d{4})(-Q\d)", scene.last or "")
    ):  # figures of a quarter are told beside those of a year ago
        return Timex("DATE", f"{int(quarter[1]) + sign * count:04d}{quarter[2]}", relative=True)
    return relative(scene, _UNKNOWN[code], lambda anchor: days.shift(anchor, sign * count, code))


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
    if code == "Y" and scene.last and (year := re.match(r"\d{4}", scene.last)) and not scene.last.endswith("WE"):
        tail = scene.last[4:] if re.fullmatch(r"(?:-Q\d|-\d\d)?", scene.last[4:]) else ""
        return Timex("DATE", f"{int(year[0]) + step:04d}{tail}", relative=True)
    reference = scene.reference
    return Timex("DATE", days.shift(reference, step, code) if reference else _UNKNOWN[code], relative=True)


def _after(found: re.Match[str], scene: Scene) -> Timex:
    """As in "Comes three weeks after": what stands in the present dates what it is counted from."""
    value = duration(found["count"], found["unit"])
    code, number = words.unit(found["unit"]), words.number(found["count"])
    if number is None or code.startswith("T") or not _present(found) or not scene.anchor:
        return Timex("DURATION", value, relative=True)
    step = int(number) * (-1 if found["way"].lower().endswith("after") else 1)
    start, end = days.interval(days.shift(scene.anchor, step, code))
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


def _stretch(found: re.Match[str], scene: Scene) -> Timex:
    """As in "The past two years", "the next few days": a stretch that touches the day of print."""
    which, code = found["which"].lower().split()[-1], words.unit(found["unit"])
    count = found["count"] or "several"
    value, number = duration(count, found["unit"]), words.number(count)
    if number is None or code.startswith("T") or not scene.anchor or which not in _STEP:
        return Timex("DURATION", value, relative=which in _STEP)
    other = days.shift_day(scene.anchor, _STEP[which] * int(number), code)
    first, last = sorted((scene.anchor, other))
    return Timex("DURATION", value, relative=True, start=first.isoformat(), end=last.isoformat())


def _the_past(found: re.Match[str], scene: Scene) -> Timex:
    """As in "Over the last year": one unit back from the day of print."""
    code = words.unit(found["unit"])
    value = duration("one", found["unit"])
    if not scene.anchor:
        return Timex("DURATION", value, relative=True)
    other = days.shift_day(scene.anchor, _STEP[found["which"].lower()], code)
    first, last = sorted((scene.anchor, other))
    return Timex("DURATION", value, relative=True, start=first.isoformat(), end=last.isoformat())


def _length(found: re.Match[str], _: Scene) -> Timex:
    return Timex("DURATION", duration(found["count"] or "", found["unit"]))


def _is_length(found: re.Match[str]) -> bool:
    """Not an age, not a rate ("a year" after a sum of money)."""
    text, before = found.string, found.string[max(0, found.start() - 24) : found.start()]
    if not _not_age(found) or re.search(r"(?i)\b(?:aged?|age of)\s+$", before):
        return False
    if (
        found["unit"].lower() == "second"
        and not found["unit"].endswith("s")
        and not re.match(r"\d", found["count"] or "")
    ):
        return False
    if (
        words.unit(found["unit"]) == "Q"
        or (found["count"] or "").lower() in ("a", "an")
        and re.match(r"\s+(?:after|before|when|of|that|for|in|on|to|with|like)\b", text[found.end() :])
        and found["unit"].lower() == "day"
    ):
        return False
    return not (
        (found["count"] or "").lower() in ("a", "an")
        and re.search(r"(?i)(?:\d|illion|times|once|twice|percent|much|thousand|hundred)[\w% ]{0,18}$", before)
    )


def _rate(found: re.Match[str], _: Scene) -> Timex:
    return Timex("SET", duration("one", found["unit"]))


def _each(found: re.Match[str], _: Scene) -> Timex:
    if found["weekday"]:
        return Timex("SET", f"XXXX-WXX-{words.weekday(found['weekday'].rstrip('s')) + 1}")
    ordinals = {"other": "two", "second": "two", "third": "three", "fourth": "four"}
    count = (found["count"] or "one").lower()
    return Timex("SET", duration(ordinals.get(count, count), found["unit"]))


def _weekdays(found: re.Match[str], _: Scene) -> Timex:
    part = words.PARTS_OF_DAY.get((found["part"] or "").lower().removesuffix("s"), "")
    return Timex("SET", f"XXXX-WXX-{words.weekday(found['weekday']) + 1}{part}")


_OFTEN = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W",
    "monthly": "P1M", "annually": "P1Y", "yearly": "P1Y",
}  # fmt: skip


def _often(found: re.Match[str], _: Scene) -> Timex:
    return Timex("SET", _OFTEN[found["often"].lower()])


def _is_often(found: re.Match[str]) -> bool:
    """A newspaper's name ("The Daily …") is no frequency."""
    return found["often"].islower()


_LEAD = r"(?:(?<=for\s)|(?<=in\s)|(?<=within\s)|(?<=over\s)|(?<=took\s)|(?<=the\s))"
_SOME = rf"(?:(?:{ABOUT}) )?"

RULES: tuple[Rule, ...] = (
    Rule(
        "unit.this",
        pattern(
            rf"(?i:(?:(?:earlier|later|late|early|sometime|by the end of|the (?:end|middle|beginning|start|rest) of) )?(?P<which>this past|this coming|this|last|next|that same|that|the same|the following|the previous|the coming|the current|the latest|the very next) (?P<unit>weekend|week|month|quarter|year|decade|century|day|fortnight))"
        ),
        _this,
        lambda f: (
            not (
                f["unit"].lower() == "day"
                and f["which"].lower() in ("last", "next", "this", "this past", "the latest", "the current")
            )
        ),
    ),
    Rule(
        "unit.weekend",
        pattern(r"(?i:the weekend)"),
        _the_weekend,
        lambda f: not re.match(r"\s+of\b", f.string[f.end() :]),
    ),
    Rule(
        "unit.part",
        pattern(
            r"(?i:(?P<part>(?:the )?(?:beginning|start|middle|end|close|rest|turn) of|(?:earlier|later|late|early) in) (?:the|(?P<which>this|last|next)) (?P<unit>week|month|quarter|year|decade|century))"
        ),
        _in_the_unit,
    ),
    Rule("unit.so-far", pattern(r"(?i:so far this (?P<unit>week|month|quarter|year|decade|century))"), _so_far),
    Rule(
        "unit.ago",
        pattern(
            rf"(?i:{_SOME}(?P<count>{COUNT}|(?=weeks|months|years|days|decades|hours)) ?(?P<unit>{UNIT}s?) (?:or so )?(?P<way>ago|from now|from today|back))"
        ),
        _ago,
    ),
    Rule(
        "unit.beside",
        pattern(rf"(?i:{_SOME}(?P<count>{COUNT}) (?P<unit>{UNIT}s?) (?P<way>earlier|later|before|previously|prior))"),
        _beside,
        lambda f: (
            f["way"].lower() not in ("before", "prior")
            or not re.match(r"\s+(?:[a-z]|[A-Z]|the\b)", f.string[f.end() :])
        ),
    ),
    Rule(
        "unit.after",
        pattern(rf"(?i:{_SOME}(?P<count>{COUNT}) (?P<unit>{UNIT}s?))(?= (?P<way>after|before|prior to))"),
        _after,
        _is_length,
    ),
    Rule(
        "unit.stretch",
        pattern(
            rf"(?i:(?:at least |more than |about )?(?:(?:the|these|his|her|its|their) )?(?P<which>past|last|next|coming|previous|following|first|final|latest|recent)(?: (?P<count>{COUNT}))? (?P<unit>{UNIT}s)(?: or so)?)"
        ),
        _stretch,
        _not_age,
    ),
    Rule(
        "unit.past",
        pattern(r"(?i:the (?P<which>past|last|next|coming) (?P<unit>week|month|year|decade|century))"),
        _the_past,
    ),
    Rule(
        "unit.length",
        pattern(
            rf"(?i:{_SOME}(?P<count>{COUNT})(?: (?:more|full|straight|consecutive|additional|whole|long|further))? (?P<unit>{UNIT}s?))"
        ),
        _length,
        _is_length,
    ),
    Rule(
        "unit.length",
        pattern(
            rf"(?i:(?P<count>{COUNT})-(?P<unit>second|minute|hour|day|night|week|month|year|decade|century))(?:-long)?"
        ),
        _length,
        _not_age,
    ),
    Rule(
        "unit.length",
        pattern(r"(?i:(?P<unit>day|week|month|year|decade|century|hour)s?-long)"),
        lambda f, _: Timex("DURATION", duration("one", f["unit"])),
    ),
    Rule(
        "unit.length",
        pattern(rf"(?i:{_LEAD}(?:the )?(?P<unit>decades|years|months|weeks|days|hours|minutes|centuries)(?P<count>)?)"),
        _length,
        _is_length,
    ),
    Rule(
        "unit.rate",
        pattern(r"(?i:an?|per|each) (?P<unit>(?i:second|minute|hour|day|night|week|month|quarter|year))"),
        _rate,
        lambda f: bool(
            re.search(
                r"(?i)(?:\d|illion|times|once|twice|percent|thousand|hundred)[\w% ]{0,18}$",
                f.string[max(0, f.start() - 24) : f.start()],
            )
        ),
    ),
    Rule(
        "unit.each",
        pattern(
            rf"(?i:every|each) (?:(?P<weekday>{WEEKDAY})|(?:(?P<count>(?i:other|second|third|fourth|{words.NUMBER})) )?(?P<unit>(?i:{UNIT}s?)))"
        ),
        _each,
    ),
    Rule(
        "unit.weekdays",
        pattern(rf"(?P<weekday>{WEEKDAY[:-2]})(?:s| (?P<part>mornings|afternoons|evenings|nights))"),
        _weekdays,
    ),
    Rule("unit.often", pattern(rf"(?P<often>(?i:{'|'.join(_OFTEN)}))"), _often, _is_often),
)
