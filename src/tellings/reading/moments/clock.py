"""Times of day, with or without their day: 5 p.m. Wednesday, Monday night, this morning, tonight."""

from __future__ import annotations

import re
from datetime import date, timedelta

from tellings.reading.moments import days, words
from tellings.reading.moments.dates import nearest, weekday_value
from tellings.reading.moments.rule import Rule, Scene, Timex, any_one, relative
from tellings.reading.moments.words import DAY_NUMBER, MONTH, PART_OF_DAY, WEEKDAY, YEAR, pattern

_ZONE = (
    r"(?P<zone> (?:[ECMP][SD]?T|GMT|BST|UTC|CET|CEST|IST|JST|AEST|local time|Eastern|Central|Pacific)(?: time| Time)?)?"
)
_CLOCK = (
    r"(?:(?P<hour>2[0-3]|1\d|0?\d)(?:[:.](?P<minute>[0-5]\d))?(?::[0-5]\d)? ?(?P<half>(?i:[ap]\.m\.|[ap]m\b(?:\.(?= (?-i:[a-z])))?))"
    r"|(?P<hour24>2[0-3]|[01]?\d)(?::(?P<minute24>[0-5]\d)(?: ?(?:hours|hrs))?|(?P<minutes>[0-5]\d)(?= ?(?:GMT|UTC|BST|CET|CEST)\b))"
    r"|(?P<oclock>1[0-2]|[1-9]|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)) (?i:o'clock)(?: in the (?P<of>morning|afternoon|evening)| at (?P<at>night))?"
    r"|(?P<named>(?i:noon|midday|midnight)))"
)
_DAY = (
    rf"(?P<today>(?i:today|yesterday|tomorrow))|(?:(?P<which>(?i:last|next|this)) )?(?P<weekday>{WEEKDAY})(?:,? (?P<month>{MONTH}) (?P<number>{DAY_NUMBER})(?:,? (?P<year>{YEAR}))?)?"
    rf"|(?P<month2>{MONTH}) (?P<number2>{DAY_NUMBER})(?:st|nd|rd|th)?(?:,? (?P<year2>{YEAR}))?"
    rf"|(?P<number3>{DAY_NUMBER})(?:st|nd|rd|th)? (?P<month3>{MONTH})(?:,? (?P<year3>{YEAR}))?"
)
_STEP = {"today": 0, "yesterday": -1, "tomorrow": 1}


def _clock(found: re.Match[str]) -> str:
    """The time of day as TIMEX3 has it: "T17:00"."""
    if found["named"]:
        return words.PARTS_OF_DAY[found["named"].lower()]
    if found["hour24"]:
        return f"T{int(found['hour24']):02d}:{found['minute24'] or found['minutes']}"
    late = (found["half"] or "").lower().startswith("p") or found["of"] in ("afternoon", "evening") or bool(found["at"])
    spoken = found["oclock"]
    hour = int(found["hour"] or (spoken if spoken.isdigit() else words.NUMBERS[spoken.lower()])) % 12
    if not (found["half"] or found["of"] or found["at"]):
        hour = hour or 12
    return f"T{hour + (12 if late else 0):02d}:{found['minute'] or '00'}"


def _is_clock(found: re.Match[str]) -> bool:
    """A bare "10:30" may be a score, a verse or a ratio, and "high noon" is seldom twelve o'clock."""
    if found["named"] and re.search(r"(?i)\bhigh\s+$", found.string[max(0, found.start() - 6) : found.start()]):
        return False
    if not found["hour24"]:
        return not found["hour"] or int(found["hour"]) <= 12
    if found["zone"]:
        return True
    before = found.string[max(0, found.start() - 10) : found.start()].lower()
    return bool(re.search(r"(?:\b(?:at|by|from|until|till|around|about|after|before|since)|,)\s+$", before)) or (
        len(found["hour24"]) == 2 and bool(re.search(r"\d+\s+$|\(\s*$", before))
    )


def _day(found: re.Match[str], scene: Scene) -> str:
    """The value of the day that stands beside a time."""
    if found["today"]:
        step = _STEP[found["today"].lower()]
        return relative(scene, "XXXX-XX-XX", lambda anchor: (anchor + timedelta(days=step)).isoformat()).value
    for suffix in ("", "2", "3"):
        month, number, year = found["month" + suffix], found["number" + suffix], found["year" + suffix]
        if month and year:
            return days.day(int(year), words.month(month), int(number)) or year
        if month:
            return nearest(scene, words.month(month), int(number)).value
    weekday, which = words.weekday(found["weekday"]), (found["which"] or "").lower()
    return relative(
        scene,
        f"XXXX-WXX-{weekday + 1}",
        lambda anchor: weekday_value(anchor, weekday, scene.direction, which).isoformat(),
    ).value


def _day_and_clock(found: re.Match[str], scene: Scene) -> Timex:
    absolute = any(found["year" + suffix] for suffix in ("", "2", "3"))
    return Timex("TIME", _day(found, scene) + _clock(found), relative=not absolute)


def _clock_alone(found: re.Match[str], scene: Scene) -> Timex:
    """A time without a day is of the last day named, or of the day of print."""
    reference = scene.reference
    return Timex("TIME", (reference.isoformat() if reference else "XXXX-XX-XX") + _clock(found), relative=True)


def _day_and_part(found: re.Match[str], scene: Scene) -> Timex:
    return Timex("TIME", _day(found, scene) + words.PARTS_OF_DAY[found["part"].lower()], relative=True)


def _part(found: re.Match[str], scene: Scene) -> Timex:
    """As in "this morning", "last night", "tonight", "that evening", "the next morning"."""
    text = " ".join(found[0].lower().split())
    part = words.PARTS_OF_DAY.get(re.split("[ -]", text)[-1], "TNI")
    if text.startswith(("that", "the same")):
        return _of(scene, 0, part)
    if text.endswith((" before", " after")):
        return _of(scene, -1 if text.endswith("before") else 1, words.PARTS_OF_DAY[text.split()[1]])
    if text.startswith(("the next", "the following", "the previous")):
        return _of(scene, -1 if "previous" in text else 1, part)
    step = -1 if text.startswith("last") or (text == "overnight" and scene.direction == "past") else 0
    return Timex(
        "TIME",
        relative(scene, "XXXX-XX-XX", lambda anchor: (anchor + timedelta(days=step)).isoformat()).value + part,
        relative=True,
    )


def _of(scene: Scene, step: int, part: str) -> Timex:
    reference: date | None = scene.reference
    return Timex(
        "TIME", ((reference + timedelta(days=step)).isoformat() if reference else "XXXX-XX-XX") + part, relative=True
    )


RULES: tuple[Rule, ...] = (
    Rule(
        "clock.day",
        pattern(rf"(?:(?i:around|about|late|early) )?{_CLOCK}{_ZONE},?(?: \([^)]{{3,12}}\))? (?:(?i:on) )?(?:{_DAY})"),
        _day_and_clock,
        needs=words.DIGITS | words.some_of("noon midday midnight clock"),
    ),
    Rule(
        "clock.day",
        pattern(rf"(?:{_DAY})(?:,| at|, at|, around| around| by)* {_CLOCK}{_ZONE}"),
        _day_and_clock,
        needs=words.DIGITS | words.some_of("noon midday midnight clock"),
    ),
    Rule(
        "clock.day",
        pattern(
            rf"(?:(?i:the) )?(?:(?i:mid|early|late)[- ])?(?P<part>(?i:{PART_OF_DAY}))(?: of)? (?:(?i:on) )?(?:{_DAY})"
        ),
        _day_and_part,
        lambda f: bool(f["today"]) or " of" in f[0],
        needs=words.some_of("morning afternoon evening night lunchtime midday noon midnight"),
    ),
    Rule(
        "clock.part",
        pattern(
            rf"(?:(?i:early|late|earlier|later) )?(?:{_DAY})(?:'s)?,? (?:(?i:early|late|mid)[- ])?(?P<part>(?i:{PART_OF_DAY}))"
        ),
        _day_and_part,
        lambda f: "," not in f[0] and not any_one(f),
        needs=words.some_of("morning afternoon evening night lunchtime midday noon midnight"),
    ),
    Rule(
        "clock.alone",
        pattern(rf"(?:(?i:around|about) )?{_CLOCK}{_ZONE}"),
        _clock_alone,
        _is_clock,
        needs=words.DIGITS | words.some_of("noon midday midnight clock"),
    ),
    Rule(
        "clock.today",
        pattern(
            r"(?i:(?:(?:earlier|later|late|early) )?(?:this (?:morning|afternoon|evening|lunchtime)|mid[- ](?:morning|afternoon)|last night|last evening|tonight|overnight|that (?:same )?(?:morning|afternoon|evening|night)|the (?:next|following|previous|same) (?:morning|afternoon|evening|night)|the (?:morning|evening|night) (?:before|after)(?!\s+\w)))"
        ),
        _part,
        needs=words.some_of("morning afternoon evening lunchtime night tonight overnight"),
    ),
)
