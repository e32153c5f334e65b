"""Dates as pages write them in their markup, in the forms of programs and of many languages.

What could be read in two ways is not read. A date in the future, or of before there
were newspapers, or the zero of a computer's clock, is no date of an article. Of several
dates in one text the first that is not said to be of a change is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from tellings.intake import days
from tellings.intake.days import Days
from tellings.intake.page import months

_FIRST = 1700
_ZERO = {"1970-01-01", "1969-12-31", "0001-01-01"}
_LONGEST = 200
_BUDDHIST = range(2450, 2700)
"""Years as Thailand counts them, 543 ahead."""

_YEAR_BEFORE = frozenset({"zh", "ja", "ko", "hu", "lt", "mn", "fa"})
"""Languages that write the year first, so that a number in front tells nothing."""
_ENGLISH = {
    "us": False, "ph": False, "gb": True, "uk": True, "au": True, "ie": True, "in": True, "nz": True, "za": True, "ng": True, "ke": True, "pk": True,
    "sg": True, "my": True, "gh": True, "bd": True, "lk": True, "mt": True, "ug": True, "zw": True, "jm": True, "tt": True, "hk": True,
}  # fmt: skip
"""Countries that write English by whether the day stands first."""

_EPOCH = re.compile(r"1\d{9}(?:\d{3})?(?:\.\d+)?")
_CTIME = re.compile(
    r"(?:\w{3},? )?(?P<month>[A-Z][a-z]{2}) (?P<day>\d{1,2}),? (?P<time>\d{2}:\d{2}(?::\d{2})?) (?:[A-Z]{3,5} )?(?P<year>\d{4})"
)
_MAIL = re.compile(r"(?:\w{3}, )?\d{1,2} \w{3} \d{4} \d{2}:\d{2}")
_CLOCK = r"(?:[T ]\s?(?P<time>\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?(?:\s?(?P<zone>Z|[+-]\d{2}:?\d{2}))?(?!\d))?"
_ISO = re.compile(rf"(?<!\d)(?P<year>\d{{4}})-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}})(?!\d){_CLOCK}")
_PACKED = re.compile(r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})(?:T?\d{4,6}Z?)?")
_PARTS = re.compile(
    r"(?<!\d)(?P<year>\d{4})(?:[/.] ?(?P<month>\d{1,2})[/.] ?(?P<day>\d{1,2})(?!\d)|[年년] ?(?P<month2>\d{1,2})[月월] ?(?P<day2>\d{1,2})[日일])"
)
_NUMBERS = re.compile(
    r"(?<![\d.:/-])(?P<one>\d{1,2})(?P<sign>[/.-]| ?/ ?|\. )(?P<two>\d{1,2})(?P=sign)(?P<year>\d{4}|\d{2})(?![\d:/-]|\.\d)"
)
_WORD = r"[^\W\d_][^\s\d,/()|:–—-]{1,14}"
_NAMED = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:\.|º|er|st|nd|rd|th)?[\s-]*(?:de |d[’'])?(?P<name>{_WORD}|tháng \d{{1,2}}|thg \d{{1,2}})[.,]?[\s-]*(?:de |del |т\.г\.)?(?P<year>\d{{4}})(?!\d)"
)
_NAMED_FIRST = re.compile(rf"(?P<name>{_WORD}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s*(?P<year>\d{{4}})(?!\d)")
_YEAR_FIRST = re.compile(
    rf"(?<!\d)(?P<year>\d{{4}})\.?,? (?:gada |m\. |оны )?(?P<one>\d{{1,2}}\.? )?(?P<name>{_WORD})\.?(?: (?P<two>\d{{1,2}}))?(?!\d)"
)
_IN_ADDRESS = re.compile(
    r"[/_-](?P<year>(?:19|20)\d{2})(?P<sign>[/_-]?)(?P<month>0?[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?P=sign)(?P<day>[0-3]?\d)(?=[/_.-]|$)",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W\d_]+|\d+")
_LONGEST_LINE = 60
_PARTICLE = 4
"""Letters of a word that stands within a date: at, um, Uhr, в, god."""
_LABEL = 40
CHANGED = re.compile(
    r"modif|updat|upd\b|revis|edited|aktuali[sz]|actuali[sz]|atualiz|aggiornat|ultima modifica|mis à jour|màj|bijgewerkt|laatste wijziging|oppdater|opdater|uppdater|senast|päivitet|muokattu"
    r"|ažurir|posodob|frissít|обновл|изменен|оновлен|zmodyfik|zmenen|güncelle|diperbarui|cập nhật|更新|수정|تحديث|تعديل|עודכן|अपडेट",
    re.IGNORECASE,
)
"""What is said of a day of change."""


class Usage(NamedTuple):
    """How a page writes dates: in which language, and whether the day stands before the month where that is known."""

    language: str | None = None
    day_first: bool | None = None


def usage(locale: str | None, site: str = "") -> Usage:
    """The usage of a locale (``fr``, ``en_GB``); for English without a country, that of the site's own country."""
    language, _, country = (locale or "").replace("_", "-").lower().partition("-")
    if language == "en":
        return Usage(language, _ENGLISH.get(country, _ENGLISH.get(site.rpartition(".")[2])))
    return Usage(language or None, True if len(language) in (2, 3) and language not in _YEAR_BEFORE else None)


_NO_USAGE = Usage()


def read(written: str, *, today: date | None = None, usage: Usage = _NO_USAGE) -> Days | None:
    """What a date in a page's markup says; none where it is no date, is not clear, or cannot be."""
    written = " ".join(written.split())
    if not written or len(written) > _LONGEST:
        return None
    latest = today or datetime.now(tz=UTC).date()
    found = _of_program(written)
    if found is not None:
        return found if _can_be(found, latest) else None
    first: Days | None = None
    end = 0
    for start, stop, day in sorted(_found(written, usage), key=lambda found: found[:2]):
        if start < end or not _can_be(day, latest):
            continue
        if not CHANGED.search(written[max(end, start - _LABEL) : start]):
            return day
        first, end = first or day, stop
    return first


def is_date(line: str) -> bool:
    """Whether a line is a day with its year, in words of whatever language or in numbers, and no more than its time beside it."""
    words = _WORDS.findall(line)
    if len(line) > _LONGEST_LINE or not any(len(word) == len("2020") and word.isdigit() for word in words):
        return False
    named = [word for word in words if not word.isdigit() and months.is_name(word)]
    others = [word for word in words if not word.isdigit() and word not in named]
    numbers = sum(word.isdigit() for word in words)
    return len(named) <= 1 and numbers + len(named) > 2 and all(len(word) <= _PARTICLE for word in others)


def of_address(url: str, *, today: date | None = None) -> Days | None:
    """The day in the address of a page."""
    for found in _IN_ADDRESS.finditer(url):
        if not found["sign"] and (len(found["month"]) < 2 or len(found["day"]) < 2):
            continue
        month = found["month"].lower()
        number = int(month) if month.isdigit() else months.number(month, "en")
        day = _day(int(found["year"]), number, int(found["day"]))
        if day and _can_be(day, today or datetime.now(tz=UTC).date()):
            return day
    return None


def _can_be(found: Days, today: date) -> bool:
    year = int(found.earliest[:4])
    return year >= _FIRST and found.earliest not in _ZERO and found.earliest <= (today + timedelta(days=1)).isoformat()


def _of_program(written: str) -> Days | None:
    """What is a date as a whole: seconds since 1970, digits alone, a year and its month, the forms of e-mail and C."""
    if _EPOCH.fullmatch(written):
        stamp = datetime.fromtimestamp(int(written[:10]), tz=UTC)
        return Days(stamp.date().isoformat(), stamp.date().isoformat(), stamp.strftime("%H:%M:%SZ"))
    if found := _PACKED.fullmatch(written):
        return _day(int(found["year"]), int(found["month"]), int(found["day"]))
    if re.fullmatch(r"\d{4}-\d{2}", written):
        return days.parse(written)
    if found := _CTIME.search(written):
        return _day(int(found["year"]), months.number(found["month"], "en"), int(found["day"]), found["time"])
    if not _MAIL.match(written):
        return None
    try:
        stamp = parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return Days(stamp.date().isoformat(), stamp.date().isoformat(), stamp.strftime("%H:%M:%S"))


def _found(written: str, usage: Usage) -> Iterator[tuple[int, int, Days]]:
    """The dates in a text with their places."""
    for form, reading in (
        (_ISO, _of_iso), (_PARTS, _of_parts), (_NUMBERS, _of_numbers), (_NAMED, _of_name), (_NAMED_FIRST, _of_name), (_YEAR_FIRST, _of_year_first),
    ):  # fmt: skip
        for found in form.finditer(written):
            if day := reading(found, usage):
                yield found.start(), found.end(), day


def _of_iso(found: re.Match[str], _: Usage) -> Days | None:
    time = found["time"]
    if time and int(time[:2]) > 23:
        time = None
    if time and len(time) == 5:
        time = f"{time}:00"
    return _day(
        int(found["year"]), int(found["month"]), int(found["day"]), f"{time}{found['zone'] or ''}" if time else None
    )


def _of_parts(found: re.Match[str], _: Usage) -> Days | None:
    year = int(found["year"])
    return _day(
        year - 543 if year in _BUDDHIST else year,
        int(found["month"] or found["month2"]),
        int(found["day"] or found["day2"]),
    )


def _of_numbers(found: re.Match[str], usage: Usage) -> Days | None:
    one, two, year = int(found["one"]), int(found["two"]), int(found["year"])
    if len(found["year"]) == 2:
        if usage.day_first is None or two > 12 or one > 31:
            return None  # three short numbers may be anything
        year += 2000
    if "." in found["sign"]:
        return _day(year, two, one)  # with full stops the day is first wherever it is written
    if one > 12 >= two or (usage.day_first and two <= 12):
        return _day(year, two, one)
    return _day(year, one, two) if two > 12 >= one or one == two or usage.day_first is False else None


def _of_name(found: re.Match[str], usage: Usage) -> Days | None:
    name, year = found["name"], int(found["year"])
    month = int(name.split()[1]) if name.startswith(("tháng ", "thg ")) else months.number(name, usage.language)
    return _day(year - 543 if year in _BUDDHIST else year, month, int(found["day"]))


def _of_year_first(found: re.Match[str], usage: Usage) -> Days | None:
    day = found["two"] or (found["one"] or "").strip(" .")
    return _day(int(found["year"]), months.number(found["name"], usage.language), int(day)) if day else None


def _day(year: int, month: int | None, day: int, time: str | None = None) -> Days | None:
    try:
        whole = date(year, month or 0, day).isoformat()
    except ValueError:
        return None
    return Days(whole, whole, time)
