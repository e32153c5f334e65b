"""The quarters and years that results are told of: the year ended, the year-ago quarter, the 1988 period.

Figures of a quarter are told beside those of the same quarter a year before,
so the quarter named last stays in mind (``Scene.quarter``) until the text
turns to another stretch: the first nine months, the full year.
"""

from __future__ import annotations

import re
from datetime import date

from tellings.reading.moments import days, words
from tellings.reading.moments.rule import Rule, Scene, Timex, relative
from tellings.reading.moments.words import MONTH, YEAR, pattern

_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_OF_IT = re.compile(
    r"(?i)\b(?:for|in|during|over|throughout|through|to|into|so far|"
    r"(?:months?|weeks?|days|quarters?|half|rest|most|much|part|all|remainder|course|third|thirds) of)\s+$"
)
_TOLD_OF = re.compile(
    r"\s+(?:of|that|when|he|she|it|they|we|I|you|the|a|an|his|her|its|their|which|who|whose|where|"
    r"before|after|since|since|old|round|one|two|prior|following|leading|up|and a half|[A-Z]\w*)\b|\s*-\w|\s+\d"
)
_RESULT = re.compile(r"(?i)(?:[$£€%]|\bpercent|\bper cent|illion|\bcents?\b|\bshares?\b|\bcompar\w+|\bthan\b)")
_BEFORE = 90  # characters in which the figure stands that is told of the year-ago quarter


def a_year_off(scene: Scene, years: int) -> str | None:
    """The quarter that results are told of, so many years away; none where no quarter is in mind."""
    found = _QUARTER.fullmatch(scene.quarter or "")
    return f"{int(found[1]) + years:04d}-Q{found[2]}" if found else None


def of_results(found: re.Match[str]) -> bool:
    """Whether a figure stands just before, so that "a year ago" compares results."""
    before = found.string[max(0, found.start() - _BEFORE) : found.start()]
    return bool(_RESULT.search(re.split(r"[.!?]\s+(?=[A-Z])", before)[-1]))


def of_quarter(found: re.Match[str], scene: Scene, count: str) -> bool:
    """Whether figures of a quarter are told beside those of so many years off."""
    return (scene.last or "") == scene.quarter or (words.number(count) == 1 and of_results(found))


def in_mind(quarter: str | None, value: str, text: str) -> str | None:
    """The quarter in mind after a time was read: the new one, the old one, or none once another stretch is told of."""
    if _QUARTER.fullmatch(value):
        return value
    return (
        None
        if value in ("P9M", "P6M") or re.search(r"(?i)\byear (?:ended|ending)|\b(?:full|fiscal)\b", text)
        else quarter
    )


def _quarter_ended(found: re.Match[str], scene: Scene) -> Timex:
    """The quarter that ends with a day of March, June, September or December; a company's own number for it stays."""
    number = words.month(found["month"])
    year = int(found["year"]) if found["year"] else None

    def known(anchor: date) -> str:
        return days.quarter(year or anchor.year - (number > anchor.month), number // 3)

    value = known(scene.anchor or date(year or 1, 1, 1)) if year or scene.anchor else f"XXXX-Q{number // 3}"
    start, end = days.interval(value)
    return Timex("DATE", scene.quarter or value, relative=not year, start=start, end=end)


def _year(found: re.Match[str], scene: Scene) -> Timex:
    step = {"latest": -1, "past": -1, "previous": -1, "coming": 1, "next": 1}.get((found["which"] or "").lower(), 0)
    return relative(scene, "XXXX", lambda anchor: f"{anchor.year + step:04d}")


def _is_year(found: re.Match[str]) -> bool:
    """The bare "the year" is this one where something falls into it; "the year he left" tells of another."""
    before, after = found.string[max(0, found.start() - 24) : found.start()], found.string[found.end() :][:24]
    if found["sort"] or found["which"]:
        return not re.match(r"\s+of\b", after)
    return bool(_OF_IT.search(before)) and not _TOLD_OF.match(after)


def _ended(_: re.Match[str], __: Scene) -> Timex:
    return Timex("DURATION", "P1Y")


def _week(found: re.Match[str], scene: Scene) -> Timex:
    code = words.unit(found["unit"])
    unknown = {"W": "XXXX-WXX", "M": "XXXX-XX"}[code]
    return relative(scene, unknown, lambda anchor: days.shift(anchor, 0, code))


def _is_week(found: re.Match[str]) -> bool:
    return not _TOLD_OF.match(found.string[found.end() :][:24])


def _of_year(found: re.Match[str], scene: Scene) -> Timex:
    """The quarter in mind, of the year that is named."""
    quarter = _QUARTER.fullmatch(scene.quarter or "")
    return Timex("DATE", f"{found['year']}-Q{quarter[2]}" if quarter else found["year"])


def _year_ago(found: re.Match[str], scene: Scene) -> Timex:
    """As in "The corresponding period last year", "last year's quarter", "the year-ago third quarter"."""
    if ordinal := found.groupdict().get("ordinal"):
        number = words.ORDINALS[ordinal.lower()]
        return relative(
            scene,
            f"XXXX-Q{number}",
            lambda anchor: days.quarter(anchor.year - 1 - (number > (anchor.month + 2) // 3), number),
        )
    if value := a_year_off(scene, -1):
        return Timex("DATE", value, relative=True)
    if "quarter" in found[0].lower():
        return relative(scene, "XXXX-QX", lambda anchor: days.quarter(anchor.year - 1, (anchor.month + 2) // 3 - 1))
    return relative(scene, "XXXX", lambda anchor: f"{anchor.year - 1:04d}")


RULES: tuple[Rule, ...] = (
    Rule(
        "fiscal.ended",
        pattern(
            rf"(?i:(?:the|its|a|his|their) (?:full |fiscal |financial )?year)(?= (?:ended|ending|to (?:the end of )?{MONTH})\b)"
        ),
        _ended,
        needs=words.some_of("year"),
    ),
    Rule(
        "fiscal.year",
        pattern(
            r"(?i:(?:the|its|this) (?:(?P<which>current|latest|past|previous|coming|next) )?(?P<sort>(?:full|fiscal|financial|calendar) )?year)"
        ),
        _year,
        lambda f: _is_year(f) and bool(f["sort"] or f[0].lower() == "the year"),
        needs=words.some_of("year"),
    ),
    Rule(
        "fiscal.week",
        pattern(r"(?i:(?<=for\s)(?:the (?P<unit>week|month)))(?=[.,;]| ended\b)"),
        _week,
        _is_week,
        needs=words.some_of("week month"),
    ),
    Rule(
        "fiscal.quarter-ended",
        pattern(
            rf"(?i:the|its|their|a) (?i:(?:latest )?quarter)(?= (?i:ended|ending)(?: on)? (?P<month>{MONTH}) \d\d?(?:,? (?P<year>{YEAR}))?)"
        ),
        _quarter_ended,
        lambda f: words.month(f["month"]) % 3 == 0,
        needs=words.some_of("quarter"),
    ),
    Rule(
        "fiscal.of-year",
        pattern(rf"(?i:the )(?P<year>{YEAR}) (?i:quarter|period)"),
        _of_year,
        needs=words.some_of("quarter period"),
    ),
    Rule(
        "fiscal.year-ago",
        pattern(
            r"(?i:(?:the |in )?(?:corresponding|comparable|same|like|similar|year-earlier|prior) (?:quarter|period)(?: (?:of )?last year| (?:a )?year (?:ago|earlier|before)| of the (?:previous|prior) year)"
            r"|last year's (?:quarter|period)|the quarter a year (?:ago|earlier)|the comparable year-ago (?:quarter|period)"
            r"|the year-(?:ago|earlier) (?P<ordinal>first|second|third|fourth)[- ]quarter)"
        ),
        _year_ago,
        needs=words.some_of("quarter period"),
    ),
)
