"""Stretches of time: the past two years, a four-day visit, for decades.

A stretch that ends or begins on the day of print has its first and last day;
any other has no place on the calendar. An age is no time expression.
"""

from __future__ import annotations

import re

from tellings.reading.moments import days, words
from tellings.reading.moments.rule import Rule, Scene, Timex
from tellings.reading.moments.words import COUNT, SOME, STEP, UNIT, pattern

_AGED = re.compile(r"(?i)\b(?:aged?|age of)\s+$")
_SUM = re.compile(r"(?i)(?:\d|illion|times|once|twice|percent|much|thousand|hundred)[\w% ]{0,18}$")
_OF_A_DAY = re.compile(r"\s+(?:after|before|when|of|that|for|in|on|to|with|like)\b")
_HOPED = re.compile(r"(?i)\b(?:will|would|could|might|may|can|to|'ll)\s+$")  # "will one day be": nothing is counted
_AGE = re.compile(r"\s*[- ](?:old|olds)\b|\s+of\s+age\b|-(?:earlier|ago|on-year|over-year)\b")


_IN_YEARS = {"DE": ("Y", 10), "CE": ("Y", 100)}  # ISO 8601 has neither decades nor centuries
_HALVES = {"Y": "6M", "TH": "30M", "TM": "30S"}


def _plain(found: float) -> str:
    return str(int(found)) if found == int(found) else f"{found:g}"


def duration(count: str, unit: str) -> str:
    """The TIMEX3 value of a stretch: "P3W", "PT2H", "P20Y" of two decades, "PXY" where the number is open."""
    code, factor = _IN_YEARS.get(words.unit(unit), (words.unit(unit), 1))
    factor = 2 if unit.lower().startswith("fortnight") else factor
    number = words.number(re.split(r"\s+(?:or|to)\s+", count)[-1]) if count else None
    time = "T" if code.startswith("T") else ""
    if number and factor == 1 and number % 1 == 0.5 and (half := _HALVES.get(code)):
        whole = f"{int(number)}{code[-1]}" if number > 1 else ""
        return f"P{time}{whole}{half}"
    return f"P{time}{_plain(number * factor) if number is not None else 'X'}{code.removeprefix('T')}"


def not_age(found: re.Match[str]) -> bool:
    """Whether no age follows ("-year-old", "years of age")."""
    return not _AGE.match(found.string[found.end() : found.end() + 10])


def _stretch(found: re.Match[str], scene: Scene) -> Timex:
    """As in "The past two years", "the next few days": a stretch that touches the day of print."""
    which, code = found["which"].lower().split()[-1], words.unit(found["unit"])
    count = found["count"] or "several"
    value, number = duration(count, found["unit"]), words.number(count)
    if number is None or code.startswith("T") or not scene.anchor or which not in STEP:
        return Timex("DURATION", value, relative=which in STEP)
    step = STEP[which] * int(number)
    if not days.reaches(scene.anchor, step, code):
        return Timex("DURATION", value, relative=True)
    other = days.shift_day(scene.anchor, step, code)
    first, last = sorted((scene.anchor, other))
    return Timex("DURATION", value, relative=True, start=first.isoformat(), end=last.isoformat())


def _is_stretch(found: re.Match[str]) -> bool:
    """Not an age, and not the verb of "it could last two weeks"."""
    lasts = found[0].lower().startswith("last") and _VERB.search(
        found.string[max(0, found.start() - 10) : found.start()]
    )
    return not_age(found) and not lasts


def _the_past(found: re.Match[str], scene: Scene) -> Timex:
    """As in "Over the last year": one unit back from the day of print."""
    code = words.unit(found["unit"])
    value = duration("one", found["unit"])
    if not scene.anchor:
        return Timex("DURATION", value, relative=True)
    other = days.shift_day(scene.anchor, STEP[found["which"].lower()], code)
    first, last = sorted((scene.anchor, other))
    return Timex("DURATION", value, relative=True, start=first.isoformat(), end=last.isoformat())


def _length(found: re.Match[str], _: Scene) -> Timex:
    if found[0].lower() == "one day" and _HOPED.search(found.string[max(0, found.start() - 12) : found.start()]):
        return Timex("DATE", "FUTURE_REF")
    return Timex("DURATION", duration(found["count"] or "", found["unit"]))


def is_length(found: re.Match[str]) -> bool:
    """Not an age, not a rate ("a year" after a sum of money), not an ordinal ("a second")."""
    count, name = (found["count"] or "").lower(), found["unit"].lower()
    before = found.string[max(0, found.start() - 24) : found.start()]
    if not not_age(found) or _AGED.search(before) or words.unit(name) == "Q":
        return False
    if name == "second" and not count.isdigit():
        return False
    if count in ("a", "an"):
        some_day = name == "day" and _OF_A_DAY.match(found.string[found.end() :])
        return not (some_day or _SUM.search(before))
    return True


_PLURAL = "(?:decades|years|months|weeks|days|hours|minutes|centuries)"
_VERB = re.compile(
    r"(?i)(?:\b(?:will|would|could|might|may|can|should|must|to|not|likely|usually|often|only)|n't|'ll|'d)\s+$"
)
_LASTING = (
    "war|conflict|truce|cease-?fire|strike|uprising|revolt|rebellion|insurgency|crisis|dispute|blockade|siege|embargo|government|"
    "law|ban|policy|rule|tradition|feud|protests?|campaign|trial|investigation|inquiry|programme|program|project|partnership|deal"
)
"""What is told by its age without being a body or a building: how long it has lasted."""
_AFTER = (
    r"(?<=after\s)|(?<=amid\s)|(?<=follows\s)|(?<=following\s)|(?<=despite\s)|(?<=during\s)|(?<=through\s)|(?<=spent\s)"
)
_LEAD = r"(?:(?<=for\s)|(?<=in\s)|(?<=within\s)|(?<=over\s)|(?<=took\s)|(?<=take\s)|(?<=takes\s)|(?<=taken\s)|(?<=last\s)|(?<=lasted\s)|(?<=spent\s)|(?<=waited\s)|(?<=the\s))"


RULES: tuple[Rule, ...] = (
    Rule(
        "unit.stretch",
        pattern(
            rf"(?i:(?:at least |more than |about )?(?:(?:the|these|his|her|its|their) )?(?P<which>past|last|next|coming|previous|following|first|final|latest|recent)(?: (?P<count>{COUNT}))? (?P<unit>{UNIT}s)(?: or so)?)"
        ),
        _stretch,
        _is_stretch,
        needs=words.UNIT_WORDS,
    ),
    Rule(
        "unit.past",
        pattern(r"(?i:the (?P<which>past|last|next|coming) (?P<unit>week|month|year|decade|century))"),
        _the_past,
        needs=words.some_of("week month year decade century"),
    ),
    Rule(
        "unit.length",
        pattern(
            rf"(?i:(?:the )?{SOME}(?P<count>{COUNT})(?: (?:more|full|straight|consecutive|additional|whole|short|long|further|trading|working|business))? (?P<unit>{UNIT}s?)(?: or (?:so|two|more))?)"
        ),
        _length,
        is_length,
        needs=words.UNIT_WORDS,
    ),
    Rule(
        "unit.length",
        pattern(
            rf"(?i:(?P<count>{COUNT})-(?P<unit>second(?! of )|minute|hour|day|night|week|month|year|decade|century))(?:-long)?"
        ),
        _length,
        not_age,
        needs=words.UNIT_WORDS,
    ),
    Rule(
        "unit.length",
        pattern(
            rf"(?i:(?P<count>{COUNT})-(?P<unit>day|week|month|year|decade|century)-old)(?= (?:\w+ )?(?:{_LASTING})\b)"
        ),
        _length,
        needs=words.some_of("old"),
    ),
    Rule(
        "unit.length",
        pattern(rf"(?i:{SOME}(?:an? )?(?P<count>half)[- ](?P<unit>hour|decade|century))"),
        _length,
        not_age,
        needs=words.some_of("half"),
    ),
    Rule(
        "unit.length",
        pattern(rf"(?i:{SOME}(?:an? )?quarter(?:[- ]of[- ]a)?[- ]century)"),
        lambda *_: Timex("DURATION", "P25Y"),
        not_age,
        needs=words.some_of("quarter"),
    ),
    Rule(
        "unit.length",
        pattern(rf"(?i:{SOME}(?P<count>an? (?P<unit>year|decade|century|hour|minute) and a half))"),
        _length,
        is_length,
        needs=words.some_of("half"),
    ),
    Rule(
        "unit.length",
        pattern(r"(?i:(?P<unit>day|week|month|year|decade|century|hour)s?-?long)"),
        lambda f, _: Timex("DURATION", duration("one", f["unit"])),
        needs=words.some_of(
            "long daylong weeklong monthlong yearlong decadelong centurylong hourlong dayslong weekslong monthslong yearslong decadeslong hourslong"
        ),
    ),
    Rule(
        "unit.length",
        pattern(rf"(?i:{_LEAD}(?:the )?(?P<unit>{_PLURAL})(?P<count>)?)"),
        _length,
        is_length,
        needs=words.UNIT_WORDS,
    ),
    Rule(
        "unit.length",
        pattern(
            rf"(?i:(?:(?<![-½])(?<!matter\sof\s)(?P<unit>{_PLURAL})(?= (?:later|earlier|after|before)\b)|(?:{_AFTER})(?P<unit2>{_PLURAL})(?= of\b)))"
        ),
        lambda f, _: Timex("DURATION", duration("", f["unit"] or f["unit2"])),
        needs=words.some_of("decades years months weeks days hours minutes centuries"),
    ),
)
