"""Calendar arithmetic on TIMEX3 values: weeks, months, quarters, seasons, and what they cover.

A value keeps its precision throughout: a month is "2017-01", never its first
day. Only ``interval`` says which ISO dates, partial or not, a value covers.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

Interval = tuple[str | None, str | None]

NOTHING: Interval = (None, None)
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
"""First and last month; the winter of a year ends in the next one."""

_VALUE = re.compile(
    r"(?P<year>\d{4})"
    r"(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|W(?P<week>\d\d)(?:-(?P<weekend>WE))?"
    r"|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)))?(?:T.*)?"
)


def parse(iso: str | None) -> date | None:
    """The day of a whole ISO date, none for anything less."""
    try:
        return date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None


def day(year: int, month: int, number: int) -> str | None:
    """The ISO day, none where the calendar has no such day."""
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return None


def month(year: int, number: int) -> str:
    """The month ``number`` of a year, where 0 is the December before and 13 the January after."""
    carried, index = divmod(number - 1, 12)
    return f"{year + carried:04d}-{index + 1:02d}"


def quarter(year: int, number: int) -> str:
    """The quarter ``number`` of a year, carried over like a month."""
    carried, index = divmod(number - 1, 4)
    return f"{year + carried:04d}-Q{index + 1}"


def week(day: date) -> str:
    """The ISO week of a day."""
    year, number, _ = day.isocalendar()
    return f"{year:04d}-W{number:02d}"


def back(anchor: date, weekday: int, *, before: bool = False) -> date:
    """The last such weekday (Monday is 0) up to the anchor, or strictly before it."""
    gap = (anchor.weekday() - weekday) % 7
    return anchor - timedelta(days=gap or (7 if before else 0))


def on(anchor: date, weekday: int, *, after: bool = False) -> date:
    """The next such weekday from the anchor on, or strictly after it."""
    gap = (weekday - anchor.weekday()) % 7
    return anchor + timedelta(days=gap or (7 if after else 0))


_LENGTHS = {"D": 1, "W": 7, "M": 31, "Q": 92, "Y": 366, "DE": 3660, "CE": 36600}


def reaches(anchor: date, count: int, unit: str) -> bool:
    """Whether the calendar, which has the years 1 to 9999, surely goes ``count`` units from the anchor."""
    return date.min.toordinal() <= anchor.toordinal() + count * _LENGTHS[unit] <= date.max.toordinal()


def shift(anchor: date, count: int, unit: str) -> str:
    """The value ``count`` units from the anchor, as precise as the unit; unit codes are those of TIMEX3."""
    if unit in ("Y", "DE", "CE"):
        return f"{anchor.year + count * {'Y': 1, 'DE': 10, 'CE': 100}[unit]:04d}"
    if unit == "M":
        return month(anchor.year, anchor.month + count)
    if unit == "Q":
        return quarter(anchor.year, (anchor.month + 2) // 3 + count)
    if unit == "W":
        return week(anchor + timedelta(weeks=count))
    return (anchor + timedelta(days=count)).isoformat()


def shift_day(anchor: date, count: int, unit: str) -> date:
    """The day ``count`` units from the anchor, the nearest one the month has."""
    if unit in ("D", "W"):
        return anchor + timedelta(days=count * (7 if unit == "W" else 1))
    months = count * {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[unit]
    year, number = (int(part) for part in month(anchor.year, anchor.month + months).split("-"))
    return date(year, number, min(anchor.day, calendar.monthrange(year, number)[1]))


def interval(value: str) -> Interval:
    """The first and the last ISO date that a value covers, partial where it is partial."""
    if "/" in value:
        first, last = (interval(part) for part in value.split("/", 1))
        return first[0], last[1]
    if re.fullmatch(r"\d{3}", value):
        return f"{value}0", f"{value}9"
    if re.fullmatch(r"\d{2}", value):
        return f"{value}00", f"{value}99"
    found = _VALUE.fullmatch(value)
    return _interval(found) if found else NOTHING


def _interval(found: re.Match[str]) -> Interval:
    year = int(found["year"])
    if found["month"]:
        whole = found[0].split("T")[0]
        return whole, whole
    if found["week"]:
        return _week_days(year, int(found["week"]), weekend=bool(found["weekend"]))
    for part, months in (("quarter", 3), ("half", 6)):
        if found[part]:
            last_month = int(found[part]) * months
            return month(year, last_month - months + 1), month(year, last_month)
    if found["season"]:
        first, last = SEASONS[found["season"]]
        return month(year, first), month(year + (last < first), last)
    return found["year"], found["year"]


def _week_days(year: int, number: int, *, weekend: bool) -> Interval:
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        return NOTHING
    return (monday + timedelta(days=5 if weekend else 0)).isoformat(), (monday + timedelta(days=6)).isoformat()
