"""The words of time: numbers, months, weekdays, units, and the fragments of patterns made of them.

A pattern is written with plain spaces; ``pattern`` lets each stand for any
white space, so that a line break inside an expression does no harm.
"""

from __future__ import annotations

import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        1,
    )
    for name in names
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tues", "tue"),
            ("wednesday", "weds", "wed"),
            ("thursday", "thurs", "thur", "thu"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        )
    )
    for name in names
}
UNITS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "D",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
    "centurie": "CE",
}
"""TIMEX3 codes; a leading T marks what stands after the T of a duration."""

ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "last": 4,
    "final": 4,
    "opening": 1,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS = (
    {word: number for number, word in enumerate(_SMALL)}
    | {word: 10 * number for number, word in enumerate(_TENS, 2)}
    | {"a": 1, "an": 1, "half": 1}
)
_NTH = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_DAYS = (
    {word: number for number, word in enumerate(_NTH, 1)}
    | {f"twenty-{word}": 20 + number for number, word in enumerate(_NTH[:9], 1)}
    | {"thirtieth": 30, "thirty-first": 31}
)
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}


def _either(words: list[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def _cased(word: str) -> str:
    """A name is a name with its capital, or all in capitals: "may" and "march" are verbs."""
    return f"{word.capitalize()}|{word.upper()}"


_SHORT_MONTHS = ["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"]
MONTH = (
    "(?:(?:"
    + "|".join(_cased(name) for name in MONTHS if name not in _SHORT_MONTHS)
    + r")\b|(?:"
    + "|".join(_cased(name) for name in _SHORT_MONTHS)
    + r")\b\.?)"
)
WEEKDAY = "(?:" + "|".join(_cased(name) for name in WEEKDAYS if name.endswith("day")) + r")\b"
SHORT_WEEKDAY = "(?:" + "|".join(_cased(name) for name in WEEKDAYS if not name.endswith("day")) + r")\b\.?"
_SMALL_WORDS = _either([*_SMALL, *_TENS])
_COMPOUND = f"(?:{_either(_TENS)})[- ](?:{_either(_SMALL[1:10])})"
_WORD_NUMBER = rf"(?:(?:{_COMPOUND}|{_SMALL_WORDS}|a)(?: (?:hundred|thousand|dozen))|{_COMPOUND}|{_SMALL_WORDS})"
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+|½)?(?: [1-9]/[2-9])?|{_WORD_NUMBER}(?:(?: and a |-and-a-)half)?)"
VAGUE = "(?:a couple of|a couple|couple of|a few|few|several|some|many|a number of|dozens of|scores of|hundreds of|thousands of)"
COUNT = rf"(?:{NUMBER}(?:(?: or | to |-){NUMBER})?|{VAGUE}|half an?|an?)"
UNIT = "(?:second|minute|hour|day|night|week|fortnight|month|quarter|year|decade|century|centurie)"
SPELLED_DAY = "(?:" + _either(list(_DAYS)).replace("-", "[- ]") + ")"
DAY_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])"
YEAR = r"(?:1[0-9]\d\d|20\d\d)"
PART_OF_DAY = "(?:morning|afternoon|evening|night|lunchtime|midday|noon|midnight)"
PARTS_OF_DAY = {
    "morning": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "night": "TNI",
    "lunchtime": "TMI",
    "midday": "T12:00",
    "noon": "T12:00",
    "midnight": "T24:00",
}
SEASON = "(?:spring|summer|autumn|fall|winter)"
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
ABOUT = (
    "(?:about|around|almost|nearly|roughly|approximately|some|more than|less than|fewer than|at least|at most|up to|"
    "over(?:"
    + "|".join(rf"(?<={word}\sover)" for word in "for in of after last just with by well took a".split())
    + ")|"
    "under|no more than|as many as)"
)

SOME = rf"(?:(?:{ABOUT}) )?"
UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "DE": "XXX", "CE": "XX"}
"""The value of a unit of which it is not known which one, by the code of the unit."""
STEP = {"last": -1, "past": -1, "previous": -1, "prior": -1, "next": 1, "coming": 1, "following": 1}
"""How many units away from the present one."""


def some_of(text: str) -> frozenset[str]:
    """The words one of which a rule needs."""
    return frozenset(text.split())


_WORD = re.compile(r"[a-z]+")


def present(text: str) -> set[str]:
    """The words of a text in small letters, with "0" where it has a digit."""
    words = set(_WORD.findall(text.lower()))
    return words | {"0"} if _DIGIT.search(text) else words


_DIGIT = re.compile(r"\d")
DIGITS = some_of("0")
MONTH_WORDS = frozenset(MONTHS)
WEEKDAY_WORDS = frozenset(name for name in WEEKDAYS if name.endswith("day"))
UNIT_WORDS = frozenset(UNITS) | frozenset(f"{name}s" for name in UNITS)


def pattern(text: str) -> re.Pattern[str]:
    """A pattern between word boundaries, where a plain space is any white space."""
    spaced = text.replace(" ?", r"\s*").replace(" ", r"\s+")
    return re.compile(rf"(?<![\w$£€/])(?:{spaced})(?!\w)")


def month(word: str) -> int:
    """The number of a month's name."""
    return MONTHS[word.rstrip(".").lower()]


def day(text: str) -> int:
    """The day of a month, in figures or in words ("22", "twenty-second")."""
    return int(text) if text.isdigit() else _DAYS[text.lower().replace(" ", "-")]


def weekday(word: str) -> int:
    """The number of a weekday's name, Monday is 0."""
    return WEEKDAYS[word.rstrip(".").lower()]


def unit(word: str) -> str:
    """The TIMEX3 code of a unit, singular or plural."""
    word = word.lower()
    return UNITS.get(word) or UNITS[word.removesuffix("s")]


def number(text: str) -> float | None:
    """The number that words or figures name; none where they leave it open ("several")."""
    text = " ".join(text.lower().split()).replace("-and-a-", " and a ").replace("½", ".5")
    if not text:
        return None
    if text.startswith(("a couple", "couple")):
        return 2
    if text.startswith("half"):
        return 0.5
    if found := re.fullmatch(r"(\d+) (\d)/(\d)", text):
        return int(found[1]) + int(found[2]) / int(found[3])
    if re.fullmatch(r"[\d,]+(\.\d+)?", text):
        return float(text.replace(",", ""))
    if found := re.fullmatch(r"an? \w+ and a half", text):
        return 1.5
    half = text.endswith(" and a half")
    return _spelled(text.removesuffix(" and a half"), 0.5 if half else 0)


def _spelled(text: str, extra: float) -> float | None:
    total = 0.0
    for word in text.replace("-", " ").split():
        if word in NUMBERS:
            total += NUMBERS[word]
        elif word in _SCALES:
            total = max(total, 1) * _SCALES[word]
        else:
            return None
    return total + extra


def year_in_words(text: str) -> int | None:
    """The year that two numbers name ("nineteen eighty-four", "twenty sixteen", "two thousand eight")."""
    words = text.lower().replace("-", " ").split()
    if words[:2] == ["two", "thousand"]:
        rest = _spelled(" ".join(word for word in words[2:] if word != "and"), 0) if words[2:] else 0
        return 2000 + int(rest) if rest is not None and rest < 100 else None
    first, rest = NUMBERS.get(words[0]), _spelled(" ".join(words[1:]), 0)
    return first * 100 + int(rest) if first in (18, 19, 20) and rest is not None and 10 <= rest < 100 else None
