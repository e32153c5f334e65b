"""Times that are counted from the one named before: the year before, two days later, three weeks after the vote.

What is counted so is as precise as what it counts from ("a year earlier" than a quarter is a quarter); where nothing was
named before, it counts from the day of print.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from tellings.reading.moments import days, fiscal, words
from tellings.reading.moments.lengths import duration, not_age
from tellings.reading.moments.rule import Rule, Scene, Timex, relative
from tellings.reading.moments.words import COUNT, SOME, UNIT, UNKNOWN, pattern

SOME_DAY = date(2000, 1, 1)  # where no day is known: what is too far from it is too far from any day of print


def near(scene: Scene, step: int, code: str) -> Timex:
    """Counted from the last time that was named, not from the day of print."""
    last = scene.last or ""
    if code == "Y" and last[:4].isdigit():
        return Timex("DATE", f"{int(last[:4]) + step:04d}", relative=True)
    if code == "M" and re.match(r"\d{4}-\d\d", last):
        return Timex("DATE", days.month(int(last[:4]), int(last[5:7]) + step), relative=True)
    if (day := days.parse(last)) and code == "D":
        return Timex("DATE", (day + timedelta(days=step)).isoformat(), relative=True)
    return relative(scene, UNKNOWN[code], lambda anchor: days.shift(anchor, step, code))


def _beside_it(found: re.Match[str], scene: Scene) -> Timex:
    """As in "The year before": beside the last time that was named."""
    return near(scene, -1 if found["way"].lower() == "before" else 1, words.unit(found["unit"]))


def _beside(found: re.Match[str], scene: Scene) -> Timex:
    """As in "Two days later", "a year earlier": from the last time that was named, as precise as that one."""
    code, number = words.unit(found["unit"]), words.number(found["count"])
    if number is None or code.startswith("T"):
        return Timex("DURATION", duration(found["count"], found["unit"]))
    sign = -1 if found["way"].lower() in ("earlier", "before", "previously", "prior") else 1
    step = sign * int(number)
    if not days.reaches(scene.reference or SOME_DAY, step, code):
        return Timex("DATE", "PAST_REF" if step < 0 else "FUTURE_REF")
    if code == "M" and re.fullmatch(r"\d{4}-\d\d", scene.last or ""):
        return near(scene, step, code)
    if code == "Y" and fiscal.of_quarter(found, scene, found["count"]) and (quarter := fiscal.a_year_off(scene, step)):
        return Timex("DATE", quarter, relative=True)
    if (
        code == "Y"
        and scene.last
        and (year := re.match(r"\d{4}", scene.last))
        and not scene.last.endswith("WE")
        and int(year[0]) + step > 0
    ):
        tail = scene.last[4:] if re.fullmatch(r"(?:-Q\d|-\d\d)?", scene.last[4:]) else ""
        return Timex("DATE", f"{int(year[0]) + step:04d}{tail}", relative=True)
    reference = scene.reference
    value = days.shift(reference, step, code) if reference else UNKNOWN[code]
    start, _ = days.interval(value)
    if start and scene.anchor and scene.direction == "past" and start > scene.anchor.isoformat():
        value = UNKNOWN[code]  # told as done, it was not done after print: it is later than some other time
    return Timex("DATE", value, relative=True)


def _after(found: re.Match[str], scene: Scene) -> Timex:
    """As in "comes three weeks after" and "on Monday, a day after": where the doing is dated, so is what it came after."""
    value = duration(found["count"], found["unit"])
    code, number = words.unit(found["unit"]), words.number(found["count"])
    present = scene.anchor if _present(found) else None
    reference = present or (days.parse(scene.beside) if scene.anchor else None)
    if number is None or code.startswith("T") or reference is None:
        return Timex("DURATION", value, relative=True)
    step = int(number) * (-1 if found["way"].lower().endswith("after") else 1)
    if not days.reaches(reference, step, code):
        return Timex("DURATION", value, relative=True)
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
            not re.match(r"\s+\w" if f["way"].lower() in ("before", "prior") else r"\s+than\b", f.string[f.end() :])
        ),
        needs=words.some_of("earlier later before previously prior"),
    ),
    Rule(
        "unit.after",
        pattern(rf"(?i:(?:the )?{SOME}(?P<count>{COUNT}) (?P<unit>{UNIT}s?))(?= (?P<way>after|before|prior to))"),
        _after,
        not_age,
        needs=words.some_of("after before prior"),
    ),
)
