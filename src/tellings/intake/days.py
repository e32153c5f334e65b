"""Days as people and pages write them, to the first and last ISO day they may mean.

Partial dates stay partial: ``2024-05`` is the whole of that month. What can be
read in two ways (``3/5/2017``) is not read at all.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import NamedTuple

from tellings.errors import IntakeError

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_SHORT = {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|Jun\.|July?|Jul\.|Aug(?:ust|\.)?"
    r"|Sept(?:ember|\.)?|Sep\.?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
"""A month's name or its usual short form, as a pattern."""

CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[AaPp]\.?[Mm]\.?)?|\d{1,2}\s*[AaPp]\.?[Mm]\.?"

WRITTEN = (
    rf"(?:\d{{4}}-\d{{2}}-\d{{2}}(?:[T ]\d{{2}}:\d{{2}}(?::\d{{2}}(?:\.\d+)?)?\s?(?:Z|[+-]\d{{2}}:?\d{{2}})?)?"
    rf"|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)? {MONTH},? \d{{4}})"
)
"""A full day with its year, as a pattern."""

_ISO = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})(?:[T ](?P<time>\d{2}:\d{2}.*))?)?)?", re.DOTALL
)
_MONTH_FIRST = re.compile(rf"(?P<name>{MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<name>{MONTH}),? (?P<year>\d{{4}})", re.IGNORECASE)
_TIME = re.compile(r"(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?")


class Days(NamedTuple):
    """The first and the last ISO day meant, and the ISO time of day where one is given."""

    earliest: str
    latest: str
    time: str | None = None


def parse(written: str) -> Days | None:
    """What a date says, in ISO form or with the month's name; none where it is no date."""
    written = written.strip()
    if found := _ISO.fullmatch(written):
        return _iso(found)
    found = _MONTH_FIRST.search(written) or _DAY_FIRST.search(written)
    if found is None:
        return None
    day = _day(int(found["year"]), month_number(found["name"]), int(found["day"]))
    return Days(day, day) if day else None


def given(written: str, what: str = "date") -> Days:
    """As ``parse``, for what a user gave: raises ``IntakeError`` where it is no date."""
    found = parse(written)
    if found is None:
        raise IntakeError(f"{what} {written!r} is not a day: write it as 2024-05-14, 2024-05 or 2024-05-14T14:30")
    return found


def month_number(name: str) -> int:
    """The number of a month, from its name in any usual form."""
    key = name.lower().rstrip(".")
    return MONTHS.get(key) or _SHORT[key[:4] if key.startswith("sept") else key[:3]]


def _iso(found: re.Match[str]) -> Days | None:
    year, month, day = int(found["year"]), found["month"], found["day"]
    if day:
        whole = _day(year, int(month), int(day))
        time = _time(found["time"]) if found["time"] else None
        return Days(whole, whole, time) if whole and (time or not found["time"]) else None
    first, last = _day(year, int(month or 1), 1), _last(year, int(month or 12))
    return Days(first, last) if first and last else None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _last(year: int, month: int) -> str | None:
    if not (1 <= month <= 12 and year >= 1):
        return None
    return _day(year, month, calendar.monthrange(year, month)[1])


def _time(written: str) -> str | None:
    found = _TIME.fullmatch(written.strip())
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        return None
    return f"{found[1]}:{found[2]}:{found[3] or '00'}{found[4] or ''}"
