"""Times with a name: today, quarters and halves of a year, now and recently."""

from __future__ import annotations

import re
from datetime import date, timedelta

from tellings.reading.moments import days, fiscal, words
from tellings.reading.moments.dates import nearest
from tellings.reading.moments.rule import Rule, Scene, Timex, relative
from tellings.reading.moments.words import MONTH, YEAR, pattern

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
    step = -1 if found["ago"] or found["ago2"] else 0
    if named := fiscal.a_year_off(scene, step):
        return Timex("DATE", named, relative=True)
    if found["ago2"]:
        return relative(scene, "XXXX", lambda anchor: f"{anchor.year - 1:04d}")
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


def _last_half(found: re.Match[str], scene: Scene) -> Timex:
    """As in "first-half profit": the half of that number that is over, or runs, on the day of print."""
    number = {"first": 1, "second": 2}[found["ordinal"].lower()]
    return relative(
        scene, f"XXXX-H{number}", lambda anchor: f"{anchor.year - (number == 2 and anchor.month <= 6):04d}-H{number}"
    )


def _week_of(found: re.Match[str], scene: Scene) -> Timex:
    day = nearest(scene, words.month(found["month"]), int(found["day"]))
    known = days.parse(day.value)
    weekend = "-WE" if found[0].lower().startswith("the weekend") else ""
    return Timex("DATE", days.week(known) + weekend if known else f"XXXX-WXX{weekend}", relative=True)


def _year_end(_: re.Match[str], scene: Scene) -> Timex:
    return relative(scene, "XXXX", lambda anchor: f"{anchor.year:04d}")


_REFERENCES = {
    "PRESENT_REF": "right now|now|currently|current|at present|presently|nowadays|these days|at the moment|at this time",
    "PAST_REF": "recently|recent|the past|lately|long ago|a long time ago|some time ago|a moment ago|moments ago",
    "FUTURE_REF": "the near future|the future|the near term|the short term",
}


def _reference(found: re.Match[str], _: Scene) -> Timex:
    text = " ".join(found[0].lower().split())
    return Timex("DATE", next(value for value, names in _REFERENCES.items() if re.fullmatch(names, text)))


def _is_reference(found: re.Match[str]) -> bool:
    after = found.string[found.end() : found.end() + 12]
    if found[0].lower() == "the past":
        return not re.match(r"\s+\w+", after) or bool(re.match(r"\s+(?:and|or|but|as|that|when)\b", after))
    if found[0].lower() in ("the future", "the near future"):
        return not re.match(r"\s+of\b", after)
    return not re.match(r"-" if found[0].lower() != "now" else r"-|\s+known\b", after)


_REFERENCE_WORDS = words.some_of(
    "now currently current present presently nowadays days moment time recently recent past lately ago future term"
)
_NAMED_YEAR = rf"(?P<year>{YEAR})"
_RESULTS = "profits?|net|results?|earnings|sales|revenues?|loss|losses|income|growth|figures|output|turnover"
_ORDINAL = "(?P<ordinal>(?i:first|second|third|fourth|1st|2nd|3rd|4th))"


RULES: tuple[Rule, ...] = (
    Rule(
        "named.today",
        pattern(
            r"(?:(?i:early|late|earlier|later) )?(?:the )?(?P<name>(?i:today|yesterday|tomorrow|day before yesterday|day after tomorrow))"
        ),
        _today,
        needs=words.some_of("today yesterday tomorrow"),
    ),
    Rule(
        "named.next-day",
        pattern(r"(?i:the (?:very )?(?:next|following|previous) day|the day (?:before|after))"),
        _next_day,
        lambda f: not re.match(r"(?i)the day", f[0]) or not re.match(r"\s+\w", f.string[f.end() :]),
        needs=words.some_of("day"),
    ),
    Rule(
        "named.sept-11",
        pattern(
            r"9/11|(?:September|Sept\.?) 11(?:th)?(?= (?:(?:terrorist |terror )?attacks\b(?! (?:in|on|at|against) )|terror|hijack|commission\b|memorial\b|victims\b))"
        ),
        lambda _found, _scene: Timex("DATE", "2001-09-11"),
        needs=words.DIGITS,
    ),
    Rule(
        "named.turn",
        pattern(r"(?i:(?:the )?turn of the (?:century|millennium))"),
        lambda _found, _scene: Timex("DATE", "2000"),
        needs=words.some_of("century millennium"),
    ),
    Rule(
        "named.quarter",
        pattern(
            rf"(?:(?i:the) )?(?P<ordinal>(?i:last|final|opening)) (?i:quarter of) (?:(?P<year>{YEAR})|(?:the|(?P<which>(?i:last|this|next))) (?i:year))(?P<which2>)(?P<year2>)"
        ),
        _quarter,
        needs=words.some_of("quarter"),
    ),
    Rule(
        "named.quarter",
        pattern(
            rf"(?:(?P<led>(?i:the) (?=(?:\S+ )?\w+-))|(?i:the) )?(?:(?i:fiscal)[- ])?(?:{_NAMED_YEAR}'?s? )?(?:(?P<which>(?i:last|this|next)) year's )?{_ORDINAL}[- ](?i:quarter)(?:(?: of)? (?:(?P<year2>{YEAR})|(?P<which2>(?i:last|this|next)) year))?"
        ),
        _quarter,
        needs=words.some_of("quarter"),
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
        needs=words.some_of("q"),
    ),
    Rule(
        "named.this-quarter",
        pattern(
            r"(?i:(?:the |an? )?(?P<ago>year-ago|year-earlier) (?:quarter|period)|(?P<ago2>year-ago|year-earlier)|(?:the|its) (?:latest |most recent )?(?:quarter|latest period))"
        ),
        _this_quarter,
        lambda f: not f.string.startswith("-", f.end()),
        needs=words.some_of("quarter period ago earlier"),
    ),
    Rule(
        "named.half",
        pattern(
            rf"(?i:the )?(?P<ordinal>(?i:first|second|last|latter)) (?i:half of )(?:(?P<month>{MONTH})|{_NAMED_YEAR}|the (?P<decade>'\d0|\d{{4}})s|the year|(?P<which>(?i:last|this|next)) year)"
        ),
        _half,
        needs=words.some_of("half"),
    ),
    Rule(
        "named.half",
        pattern(rf"(?P<ordinal>(?i:first|second))-(?i:half)(?= (?:\w+ )?(?:{_RESULTS})\b)"),
        _last_half,
        needs=words.some_of("half"),
    ),
    Rule(
        "named.week-of",
        pattern(rf"(?i:the (?:week|weekend) (?:of|beginning|ending)) (?P<month>{MONTH}) (?P<day>\d\d?)"),
        _week_of,
        needs=words.some_of("week weekend"),
    ),
    Rule(
        "named.year-end", pattern(r"(?i:year-?end|year end|year's end)"), _year_end, needs=words.some_of("end yearend")
    ),
    Rule(
        "named.reference",
        pattern("(?i:" + "|".join(_REFERENCES.values()) + ")"),
        _reference,
        _is_reference,
        needs=_REFERENCE_WORDS,
    ),
)
